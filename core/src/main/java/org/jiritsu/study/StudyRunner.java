package org.jiritsu.study;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Session;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.LinearSystem;
import org.jiritsu.study.internal.Report;
import org.jiritsu.study.internal.ResultFiles;
import org.jiritsu.study.internal.StudyReader;
import org.jiritsu.world.World;

/** Reads a study, answers its steps, and writes the folder of results, whole or not at all. */
public final class StudyRunner {
    private static final String MANIFEST = "manifest.json";
    private static final Set<String> MADE = Set.of("report.html", "tables", "results.json", MANIFEST);

    private final Catalogue catalogue;
    private final Session session;
    private final String version;

    /** @param version of Jiritsu, for the manifest */
    public StudyRunner(Catalogue catalogue, Session session, String version) {
        this.catalogue = catalogue;
        this.session = session;
        this.version = version;
    }

    /**
     * Writes {@code report.html}, {@code tables/}, {@code results.json} and {@code manifest.json} into {@code folder}. A
     * folder that an earlier run made is replaced; any other that is not empty is refused.
     *
     * @throws InputException if the study or the worlds it names cannot be used
     */
    public StudyResult run(Path studyFile, Path folder) throws IOException {
        requireReplaceable(folder);
        return run(studyFile.toString(), text(studyFile), folder);
    }

    /**
     * Reads a study and checks every word of it.
     *
     * @param name for messages: where the text is from
     * @throws InputException if the study or the worlds it names cannot be used
     */
    public Study read(String name, String text) {
        return StudyReader.read(name, text, catalogue, session);
    }

    /**
     * The title alone of a study, of which nothing else is read.
     *
     * @throws InputException if there is none
     */
    public static String title(String name, String text, Language language) {
        return StudyReader.title(name, text, language);
    }

    /** Runs a study given as text, into a folder that is new or may be replaced. */
    public StudyResult run(String name, String text, Path folder) throws IOException {
        return run(read(name, text), folder);
    }

    /** Runs a study that was read, into a folder that is new or may be replaced. */
    private StudyResult run(Study study, Path folder) throws IOException {
        Map<String, Long> milliseconds = new LinkedHashMap<>();
        StudyResult result = answer(study, milliseconds);
        session.progress().at(study.steps().size(), study.steps().size(), "writing " + folder.getFileName());
        AtomicWrite.write(folder, part -> write(result, milliseconds, part));
        return result;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no such study",
                    "a YAML file",
                    file.toString(),
                    "the path is relative to another folder; the bundled ones are in studies/.");
        } catch (CharacterCodingException e) {
            throw InputException.data(
                    file + " is not UTF-8 text",
                    "a YAML study",
                    "bytes of another encoding",
                    "it was saved in another encoding: save it as UTF-8.");
        }
    }

    private static void requireReplaceable(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var entries = Files.list(folder)) {
                Optional<String> foreign = entries.map(e -> e.getFileName().toString())
                        .filter(name -> !MADE.contains(name))
                        .sorted()
                        .findFirst();
                if (foreign.isPresent()) {
                    throw InputException.use(
                            "The folder for the results holds other things",
                            "a new or empty folder, or one of an earlier run",
                            folder.resolve(foreign.get()).toString(),
                            "name a new one: '-o " + folder.resolve("report") + "'.");
                }
            }
        } else if (Files.exists(folder)) {
            throw InputException.use(
                    "The place for the results is a file", "a folder", folder.toString(), "name a new one with -o.");
        }
    }

    private StudyResult answer(Study study, Map<String, Long> milliseconds) {
        List<StepResult> results = new ArrayList<>();
        int all = study.steps().size();
        for (Study.Step step : study.steps()) {
            session.progress()
                    .at(results.size(), all, "%d of %d steps done: %s".formatted(results.size(), all, step.name()));
            Cancellation.check();
            long start = System.nanoTime();
            StepResult result = result(results.size() + 1, step);
            milliseconds.put(result.id(), (System.nanoTime() - start) / 1_000_000);
            results.add(result);
        }
        World last = session.world(study.world());
        Words words = Words.in(study.language());
        return new StudyResult(
                study,
                words.name(last.economies().get(last.economy(study.home()))),
                results,
                worlds(study, results).stream()
                        .map(id -> session.world(id).about())
                        .toList(),
                checks(results, words),
                version);
    }

    private static StepResult result(int number, Study.Step step) {
        Answer answer = step.plan().answer().get();
        Answer shown = step.show().map(answer::showing).orElse(answer);
        return new StepResult(
                "%02d-%s".formatted(number, step.name()),
                step.title().isEmpty() ? shown.heading() : step.title(),
                step.text(),
                shown);
    }

    /** Every world that any step asked, the one that answers most last. */
    private static List<String> worlds(Study study, List<StepResult> results) {
        Set<String> all = new LinkedHashSet<>();
        results.forEach(result -> all.addAll(result.answer().from().worlds()));
        all.addAll(study.worlds());
        all.remove(study.world());
        all.add(study.world());
        return List.copyOf(all);
    }

    /** Of what was done: without a solve there is no residual, and without a run of days no balance. */
    private List<String> checks(List<StepResult> results, Words words) {
        List<String> checks = new ArrayList<>();
        worst(results, "residual")
                .ifPresent(worst -> checks.add(words.say(
                        "check.residual", "worst", tenth(worst), "most", tenth(LinearSystem.RESIDUAL_TOLERANCE))));
        worst(results, "imbalance").ifPresent(worst -> checks.add(words.say("check.imbalance", "worst", tenth(worst))));
        checks.add(words.say("check.kernel", "kernel", session.kernel().name()));
        return checks;
    }

    private static OptionalDouble worst(List<StepResult> results, String check) {
        return results.stream()
                .flatMap(result ->
                        Optional.ofNullable(result.answer().from().checks().get(check)).stream())
                .mapToDouble(worst -> worst)
                .max();
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }

    private void write(StudyResult result, Map<String, Long> milliseconds, Path folder) throws IOException {
        Path tables = Files.createDirectories(folder.resolve("tables"));
        for (StepResult step : result.steps()) {
            Format.CSV.write(step.answer(), tables.resolve(step.id() + ".csv"));
            Format.PARQUET.write(step.answer(), tables.resolve(step.id() + ".parquet"));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("results.json")))) {
            ResultFiles.results(result, out);
        }
        Map<String, String> datasets = new LinkedHashMap<>();
        result.worlds()
                .forEach(about -> datasets.put(about.id(), session.store().sha256(about.id())));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(MANIFEST)))) {
            ResultFiles.manifest(
                    result,
                    datasets,
                    milliseconds,
                    session.kernel().name(),
                    worst(result.steps(), "residual").orElse(0),
                    out);
        }
        Report.write(result, folder.resolve("report.html"));
    }
}
