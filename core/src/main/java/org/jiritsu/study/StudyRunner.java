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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.LinearSystem;
import org.jiritsu.study.internal.Report;
import org.jiritsu.study.internal.ResultFiles;
import org.jiritsu.study.internal.StepAnswers;
import org.jiritsu.study.internal.StudyReader;
import org.jiritsu.world.World;

/** Reads a study, answers its steps, and writes the folder of results, whole or not at all. */
public final class StudyRunner {
    private static final String MANIFEST = "manifest.json";
    private static final Set<String> MADE = Set.of("report.html", "tables", "results.json", MANIFEST);

    private final Analysis analysis;
    private final String version;
    private final Progress progress;

    /** Told what is being done. */
    @FunctionalInterface
    public interface Progress {
        /** @param done of {@code all} steps */
        void at(int done, int all, String what);
    }

    /**
     * @param version of Jiritsu, for the manifest
     * @param progress told what is being done
     */
    public StudyRunner(Analysis analysis, String version, Progress progress) {
        this.analysis = analysis;
        this.version = version;
        this.progress = progress;
    }

    /**
     * Writes {@code report.html}, {@code tables/}, {@code results.json} and {@code manifest.json} into {@code folder}. A
     * folder that an earlier run made is replaced; any other that is not empty is refused.
     *
     * @throws InputException if the study or the worlds it names cannot be used
     */
    public StudyResult run(Path studyFile, Path folder) throws IOException {
        requireReplaceable(folder);
        return run(read(studyFile.toString(), text(studyFile)), folder);
    }

    /**
     * Reads a study and checks every word of it.
     *
     * @param name for messages: where the text is from
     * @throws InputException if the study or the worlds it names cannot be used
     */
    public Study read(String name, String text) {
        return StudyReader.read(name, text, analysis);
    }

    /**
     * The title alone of a study, of which nothing else is read.
     *
     * @throws InputException if there is none
     */
    public static String title(String name, String text, Language language) {
        return StudyReader.title(name, text, language);
    }

    /** Runs a study that was read, into a folder that is new or may be replaced. */
    public StudyResult run(Study study, Path folder) throws IOException {
        Map<String, Long> milliseconds = new LinkedHashMap<>();
        StudyResult result = answer(study, milliseconds);
        progress.at(study.steps().size(), study.steps().size(), "writing " + folder.getFileName());
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
        Words words = Words.in(study.language());
        StepAnswers answers = new StepAnswers(analysis.in(study.language()), study);
        int number = 0;
        for (Study.Step step : study.steps()) {
            number++;
            String name = step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            progress.at(number - 1, study.steps().size(), name);
            Cancellation.check();
            long start = System.nanoTime();
            StepResult result = answers.answer(number, step);
            milliseconds.put(result.id(), (System.nanoTime() - start) / 1_000_000);
            results.add(result);
        }
        World last = analysis.world(study.world());
        return new StudyResult(
                study,
                words.name(last.economies().get(last.economy(study.home()))),
                results,
                study.everyWorld().stream()
                        .map(id -> analysis.world(id).about())
                        .toList(),
                checks(results, words),
                version);
    }

    /** Of what was done: without a solve there is no residual, and without a run of days no balance. */
    private List<String> checks(List<StepResult> results, Words words) {
        List<String> checks = new ArrayList<>();
        if (analysis.worstResidual() > 0) {
            checks.add(words.say(
                    "check.residual",
                    "worst",
                    tenth(analysis.worstResidual()),
                    "most",
                    tenth(LinearSystem.RESIDUAL_TOLERANCE)));
        }
        results.stream()
                .map(result -> result.table().head().facts().get("worst_imbalance"))
                .filter(Objects::nonNull)
                .mapToDouble(worst -> (Double) worst)
                .max()
                .ifPresent(worst -> checks.add(words.say("check.imbalance", "worst", tenth(worst))));
        checks.add(words.say("check.kernel", "kernel", analysis.kernelName()));
        return checks;
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }

    private void write(StudyResult result, Map<String, Long> milliseconds, Path folder) throws IOException {
        Path tables = Files.createDirectories(folder.resolve("tables"));
        for (StepResult step : result.steps()) {
            Format.CSV.write(step.table(), tables.resolve(step.id() + ".csv"));
            Format.PARQUET.write(step.table(), tables.resolve(step.id() + ".parquet"));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("results.json")))) {
            ResultFiles.results(result, out);
        }
        Map<String, String> datasets = new LinkedHashMap<>();
        result.study()
                .everyWorld()
                .forEach(id -> datasets.put(id, analysis.store().sha256(id)));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(MANIFEST)))) {
            ResultFiles.manifest(result, datasets, milliseconds, analysis.kernelName(), analysis.worstResidual(), out);
        }
        Report.write(result, folder.resolve("report.html"));
    }
}
