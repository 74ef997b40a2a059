package org.jiritsu.fuzz;

import static org.jiritsu.Mistakes.assertForm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jiritsu.Bundled;
import org.jiritsu.RandomWorlds;
import org.jiritsu.SmallTable;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.Questions;
import org.jiritsu.study.StudyRunner;
import org.jiritsu.world.LongTable;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken input ends in a result or in a clear answer, soon, and leaves nothing behind. */
class BrokenInputTest {
    private static final int CASES = 2000;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String STUDY = """
            title: A made-up question
            home: E0
            worlds: [early, late]
            summary: >
              Some words
              on two lines.
            steps:
              - partners:
                  show: 3
                  text: what it shows
              - trend:
                  partners: [E1, E2]
                  measure: market_direct
              - paths:
                  from: E1
                  sector: s0
                  into: s1
                  threshold: 0.05
              - cutoff: {by: E2, sector: s1, threshold: 0.02}
              - atlas:
            """;

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Attempt {
        void make() throws IOException;
    }

    /** Whether it succeeded. */
    private static boolean succeedsOrIsAnswered(long seed, byte[] input, Attempt attempt) {
        try {
            assertTimeoutPreemptively(SOON, attempt::make, "seed " + seed);
            return true;
        } catch (InputException e) {
            assertForm(e.getMessage());
            return false;
        } catch (Throwable e) {
            throw new AssertionError(
                    "seed " + seed + ":\n" + new String(input, java.nio.charset.StandardCharsets.UTF_8), e);
        }
    }

    private static void assertBothHappen(int sound) {
        assertTrue(
                sound > CASES / 100 && sound < CASES / 2,
                sound + " of " + CASES + " still sound: the corruption is off");
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void brokenTables() throws IOException {
        String table = String.join("\n", SmallTable.LINES) + "\n";
        Path own = folder.resolve("own");
        Path file = folder.resolve("table.csv");
        WorldStore store = Bundled.store(own);
        int sound = 0;
        for (int seed = 0; seed < CASES; seed++) {
            byte[] broken = new Corruption(seed).of(table);
            Files.write(file, broken);
            boolean kept = succeedsOrIsAnswered(
                    seed,
                    broken,
                    () -> store.keep(LongTable.read(file, SmallTable.about("fuzz"), LongTable.Names.NONE)));
            assertEquals(kept ? List.of("fuzz.npz") : List.of(), names(own));
            Files.deleteIfExists(own.resolve("fuzz.npz"));
            sound += kept ? 1 : 0;
        }
        assertBothHappen(sound);
    }

    @Test
    void brokenGzippedTables() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(String.join("\n", SmallTable.LINES).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("table.csv.gz");
        World whole = SmallTable.world(folder);
        java.util.Random random = new java.util.Random(3);
        for (int seed = 0; seed < CASES / 2; seed++) {
            byte[] broken = packed.toByteArray();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, broken);
            if (succeedsOrIsAnswered(seed, broken, () -> SmallTable.read(file))) {
                assertEquals(RandomWorlds.cell(whole, 2, 1), RandomWorlds.cell(SmallTable.read(file), 2, 1));
            }
        }
    }

    @Test
    void brokenStudies() throws IOException {
        WorldStore store = Bundled.store(folder.resolve("own"));
        store.keep(RandomWorlds.named(RandomWorlds.of(1, 4, 3), "early"));
        store.keep(RandomWorlds.named(RandomWorlds.of(2, 4, 3), "late"));
        Path study = folder.resolve("study.yaml");
        Path report = folder.resolve("report");
        int sound = 0;
        Session session = Bundled.session(store, Kernel.java());
        for (int seed = 0; seed < CASES; seed++) {
            byte[] broken = new Corruption(seed).of(STUDY);
            Files.write(study, broken);
            boolean whole = seed % 40 == 0; // most are stopped once read: a whole report takes longer
            boolean made = succeedsOrIsAnswered(seed, broken, () -> run(study, report, session, whole));
            assertEquals(made && whole, Files.exists(report), "seed " + seed);
            sound += made ? 1 : 0;
            assertTrue(List.of(List.of("own", "report", "study.yaml"), List.of("own", "study.yaml"))
                    .contains(names(folder)));
            delete(report);
        }
        assertBothHappen(sound);
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void run(Path study, Path report, Session session, boolean whole) throws IOException {
        try {
            Session stopping = session.toldTo((done, all, what) -> {
                if (!whole) {
                    throw new Stopped();
                }
            });
            new StudyRunner(Questions.ALL, stopping, "test").run(study, report);
        } catch (Stopped e) {
            // the study was read, and is not to be answered
        }
    }

    private static void delete(Path report) throws IOException {
        if (Files.exists(report)) {
            try (Stream<Path> files = Files.walk(report)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(f -> f.toFile().delete());
            }
        }
    }
}
