package org.jiritsu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.study.StudyRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a study (docs/study.md) and write its report, tables, results and manifest.")
final class RunCommand implements Callable<Integer> {
    private final Catalogue catalogue;

    RunCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Parameters(paramLabel = "STUDY", description = "the study's YAML file")
    private Path study = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "folder for the results (default: report/NAME-OF-STUDY)")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--open", description = "open the report in the browser")
    private boolean open;

    @Override
    public Integer call() throws IOException {
        Path target = folder.orElseGet(() -> Path.of("report", studyName()));
        new StudyRunner(catalogue, Places.session().in(language.language()).toldTo(Progress::at), Main.Version.number())
                .run(study, target);
        Path report = target.resolve("report.html");
        System.out.println("Report: " + report);
        if (open) {
            Browser.open(report.toAbsolutePath().toString());
        }
        return 0;
    }

    private String studyName() {
        String name =
                study.getFileName() == null ? "study" : study.getFileName().toString();
        return name.replaceFirst("\\.ya?ml$", "");
    }
}
