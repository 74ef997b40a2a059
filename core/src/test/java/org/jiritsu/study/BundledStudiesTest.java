package org.jiritsu.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Session;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.Questions;
import org.jiritsu.study.internal.StudyReader;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The studies that come with the product run on the worlds that come with it. */
@EnabledIfSystemProperty(named = "jiritsu.full", matches = "true")
class BundledStudiesTest {
    @TempDir
    private Path folder;

    private Session session() {
        return Bundled.session(Bundled.store(folder.resolve("own")), Kernel.best());
    }

    @ParameterizedTest
    @CsvSource({"japan-dependence, 7, wiod2011", "japan-2025, 12, icio2022", "taiwan-electronics, 3, icio2022"})
    void runs(String name, int steps, String world) throws IOException {
        Path target = folder.resolve(name);
        StudyResult result = new StudyRunner(Questions.ALL, session(), "test")
                .run(Bundled.root().resolve("studies/" + name + ".yaml"), target);
        assertEquals(steps, result.steps().size());
        assertEquals(world, result.worlds().getLast().id());
        result.steps().forEach(step -> {
            assertFalse(step.answer().findings().isEmpty(), step.id());
            assertFalse(step.answer().table().rows().isEmpty(), step.id());
            step.answer().findings().stream()
                    .map(Finding::said)
                    .forEach(f -> assertFalse(f.contains("NaN") || f.contains("null"), f));
        });
        assertTrue(Files.size(target.resolve("report.html")) > 100_000);
        boolean days = name.startsWith("taiwan");
        assertEquals(days, result.checks().stream().anyMatch(c -> c.startsWith("Each day of each run was balanced")));
        assertEquals(
                !days,
                result.checks().stream().anyMatch(c -> c.startsWith("Every solve")),
                "nothing is solved for days");
    }

    /** Sources, licences and limits of data stand as their makers wrote them; all that Jiritsu says is Japanese. */
    @ParameterizedTest
    @ValueSource(strings = {"japan-2025", "taiwan-electronics"})
    void isToldInJapanese(String name) throws IOException {
        Path target = folder.resolve(name);
        StudyResult result = new StudyRunner(Questions.ALL, session().in(Language.JA), "test")
                .run(Bundled.root().resolve("studies/" + name + ".yaml"), target);
        requireJapanese(result.study().title());
        requireJapanese(result.study().summary());
        result.checks().stream().limit(1).forEach(BundledStudiesTest::requireJapanese);
        for (StepResult step : result.steps()) {
            requireJapanese(step.heading());
            requireJapanese(step.text());
            requireJapanese(step.answer().table().head().title());
            requireJapanese(step.answer().table().head().unit());
            step.answer().findings().stream().map(Finding::said).forEach(BundledStudiesTest::requireJapanese);
            step.answer().table().fields().forEach(field -> requireJapanese(field.label()));
        }
        String page = Files.readString(target.resolve("report.html"));
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"ja\">"));
        page.replaceAll(
                        "(?s)<(script|style|details|pre|footer)\\b.*?</\\1>|<section class=\"back\".*?</section>|<div popover.*?</div>"
                                + "|<p class=\"standing\">.*?</p>|<[^>]*>",
                        "\n")
                .lines()
                .filter(line -> line.matches(".*[A-Za-z]{3,} [A-Za-z]{2,} [A-Za-z]{2,}.*"))
                .forEach(line -> assertEquals("", line, "an English sentence in the report"));
    }

    /** Names, codes and words of the command line may be Latin, a sentence may not. */
    private static void requireJapanese(String text) {
        assertTrue(
                text.isEmpty() || text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9fff) || text.equals("%"),
                text);
        assertFalse(
                text.matches("(?s).*[A-Za-z]{2,}[,;]? [A-Za-z]{2,} [A-Za-z]{2,}.*")
                        && !text.contains("Inoue")
                        && !text.contains("et al."),
                text);
    }

    /** The others take minutes; every word of them is checked all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"electronics-stop", "long-war"})
    void reads(String name) throws IOException {
        Path file = Bundled.root().resolve("studies/" + name + ".yaml");
        assertFalse(StudyReader.read(file.toString(), Files.readString(file), Questions.ALL, session())
                .steps()
                .isEmpty());
    }
}
