package org.jiritsu.app;

import java.util.Optional;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Question;
import org.jiritsu.questions.Questions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code jiritsu COMMAND}. */
@Command(
        name = "jiritsu",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "On whom does a country depend, who depends on it, and what would a break cost?",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Try:  jiritsu run studies/japan-2025.yaml --open",
            "      jiritsu exposure JPN",
            "      jiritsu cutoff JPN --by CHN --sector C26"
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code;
        try {
            code = run(args);
        } catch (OutOfMemoryError e) {
            System.err.println(
                    "Jiritsu ran out of memory.\nMaybe the question is too large: ask for fewer rows with a higher "
                            + "--threshold, or give Java more memory with JAVA_TOOL_OPTIONS=-Xmx8g.");
            code = Failures.FAILED;
        }
        System.exit(code);
    }

    /** Runs one command and gives its exit code: 0 done, 1 failed, 2 wrong use, 3 bad data. */
    static int run(String... args) {
        return run(Questions.ALL, args);
    }

    static int run(Catalogue catalogue, String... args) {
        CommandLine line = line(catalogue, args);
        line.setParameterExceptionHandler(Failures::wrongUse);
        line.setExecutionExceptionHandler(Failures::failed);
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.setUsageHelpAutoWidth(true);
        if (args.length == 0) {
            line.usage(System.err);
            return 2;
        }
        return line.execute(args);
    }

    /** With one command where a question is asked: what the others would say of themselves need not be read then. */
    private static CommandLine line(Catalogue catalogue, String... args) {
        CommandLine line = new CommandLine(new Main());
        Optional<Question> asked = args.length == 0 ? Optional.empty() : catalogue.question(args[0]);
        asked.ifPresentOrElse(question -> line.addSubcommand(QuestionCommand.of(question)), () -> all(line, catalogue));
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static void all(CommandLine line, Catalogue catalogue) {
        catalogue.questions().forEach(question -> line.addSubcommand(QuestionCommand.of(question)));
        line.addSubcommand(new WorldCommand());
        line.addSubcommand(new GoodsImportCommand());
        line.addSubcommand(new RunCommand(catalogue));
        line.addSubcommand(new ServeCommand(catalogue));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Jiritsu " + number()};
        }

        static String number() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
