package org.jiritsu.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiritsu.Bundled;
import org.jiritsu.linear.Kernel;
import org.jiritsu.study.internal.StudyReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The studies that come with the product run on the worlds that come with it. */
class BundledStudiesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"japan-dependence, 7, wiod2011", "japan-2025, 9, icio2022", "taiwan-electronics, 3, icio2022"})
    void runs(String name, int steps, String world) throws IOException {
        Path target = folder.resolve(name);
        StudyResult result;
        try (Analysis analysis = new Analysis(Bundled.store(folder.resolve("own")), Kernel.best())) {
            result = new StudyRunner(analysis, "test", (done, all, what) -> {})
                    .run(Bundled.root().resolve("studies/" + name + ".yaml"), target);
        }
        assertEquals(steps, result.steps().size());
        assertEquals(world, result.worlds().getLast().id());
        result.steps().forEach(step -> {
            assertFalse(step.findings().isEmpty(), step.id());
            assertFalse(step.table().rows().isEmpty(), step.id());
            step.findings().forEach(f -> assertFalse(f.contains("NaN") || f.contains("null"), f));
        });
        assertTrue(Files.size(target.resolve("report.html")) > 100_000);
    }

    /** The others take minutes; every word of them is checked all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"electronics-stop", "long-war"})
    void reads(String name) throws IOException {
        Path file = Bundled.root().resolve("studies/" + name + ".yaml");
        try (Analysis analysis = new Analysis(Bundled.store(folder.resolve("own")), Kernel.best())) {
            assertFalse(StudyReader.read(file.toString(), Files.readString(file), analysis).steps().isEmpty());
        }
    }
}
