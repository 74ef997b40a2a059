package org.jiritsu.study;

import static org.jiritsu.Mistakes.assertWrongUse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.RandomWorlds;
import org.jiritsu.SmallTable;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.Questions;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A study's folder is whole, the same in every run, and never takes the place of anything else. */
class StudyRunnerTest {
    private static final List<String> STEPS =
            List.of("01-partners", "02-sectors", "03-trend", "04-indicators", "05-paths", "06-cutoff", "07-atlas");
    private static final String STUDY = """
            title: A made-up question
            home: E0
            worlds: [early, late]
            steps:
              - partners:
              - sectors:
              - trend:
              - indicators:
              - paths: {from: E1, threshold: 0.01}
              - cutoff: {by: E2}
              - atlas:
            """;

    @TempDir
    private Path folder;

    private Path study;
    private Path target;
    private WorldStore store;

    @BeforeEach
    void prepare() {
        store = Bundled.store(folder.resolve("own"));
        keep("early", 1);
        keep("late", 2);
        study = SmallTable.write(folder.resolve("study.yaml"), STUDY);
        target = folder.resolve("report");
    }

    private void keep(String id, long seed) {
        World world = RandomWorlds.of(seed, 4, 3);
        store.keep(RandomWorlds.named(world, id));
    }

    private StudyResult run(Path into) throws IOException {
        return new StudyRunner(Questions.ALL, Bundled.session(store, Kernel.java()), "test").run(study, into);
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(f -> folder.relativize(f) + " "
                            + (Files.isRegularFile(f) ? f.toFile().lastModified() : ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thePromisedFilesAreThereAndNoOthers() throws IOException {
        run(target);
        try (Stream<Path> files = Files.walk(target)) {
            assertEquals(
                    Stream.concat(
                                    Stream.of("manifest.json", "report.html", "results.json"),
                                    STEPS.stream()
                                            .flatMap(
                                                    s -> Stream.of("tables/" + s + ".csv", "tables/" + s + ".parquet")))
                            .sorted()
                            .toList(),
                    files.filter(Files::isRegularFile)
                            .map(f -> target.relativize(f).toString())
                            .sorted()
                            .toList());
        }
    }

    /** Two concentrations that differ in the third decimal are not told as the same figure. */
    @Test
    void concentrationIsToldWithTheDecimalsOfTheTable() throws IOException {
        run(target);
        String results = Files.readString(target.resolve("results.json"));
        assertTrue(java.util.regex.Pattern.compile("concentration 0\\.\\d{3} on look-through, 0\\.\\d{3} on direct")
                .matcher(results)
                .find());
    }

    @Test
    void theManifestSaysHowToRunItAgain() throws IOException {
        run(target);
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(target.resolve("manifest.json")));
        assertEquals(STUDY, manifest.get("study").asString());
        assertEquals(
                store.sha256("early"),
                manifest.get("datasets_sha256").get("early").asString());
        assertEquals(
                store.sha256("late"),
                manifest.get("datasets_sha256").get("late").asString());
        assertEquals("test", manifest.get("versions").get("jiritsu").asString());
        assertEquals(STEPS.size(), manifest.get("milliseconds").size());
        assertEquals(
                "E1",
                manifest.get("arguments").get("05-paths").get("from").get(0).asString());
    }

    @Test
    void csvParquetAndResultsHoldTheSameFigures() throws IOException, SQLException {
        run(target);
        JsonNode steps = JsonMapper.shared()
                .readTree(Files.readString(target.resolve("results.json")))
                .get("steps");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            for (int k = 0; k < STEPS.size(); k++) {
                List<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(target.resolve("tables/" + STEPS.get(k) + ".csv")).stream()
                                .toList();
                JsonNode json = steps.get(k).get("answer").get("rows");
                assertEquals(STEPS.get(k), steps.get(k).get("id").asString());
                assertEquals(csv.size(), json.size());
                try (ResultSet parquet = sql.executeQuery("SELECT * FROM read_parquet('%s')"
                        .formatted(target.resolve("tables/" + STEPS.get(k) + ".parquet")))) {
                    for (int r = 0; r < csv.size(); r++) {
                        assertTrue(parquet.next());
                        assertSameRow(csv.get(r), json.get(r), parquet);
                    }
                    assertTrue(!csv.isEmpty() && !parquet.next());
                }
            }
        }
    }

    private static void assertSameRow(NamedCsvRecord csv, JsonNode json, ResultSet parquet) throws SQLException {
        for (String field : csv.getHeader()) {
            String text = csv.getField(field);
            Object cell = parquet.getObject(field);
            if (text.isEmpty()) {
                assertTrue(cell == null || cell.equals(""), field);
                assertTrue(
                        json.get(field).isNull() || json.get(field).asString().isEmpty(), field);
            } else if (cell instanceof Double d) {
                assertEquals(Double.parseDouble(text), d.doubleValue(), field);
                assertEquals(Double.parseDouble(text), json.get(field).asDouble(), field);
            } else {
                assertEquals(text, String.valueOf(cell), field);
                assertEquals(text, json.get(field).asString(), field);
            }
        }
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        run(target);
        Path again = folder.resolve("again");
        run(again);
        assertEquals(-1, Files.mismatch(target.resolve("results.json"), again.resolve("results.json")));
        for (String step : STEPS) {
            for (String ending : List.of(".csv", ".parquet")) {
                assertEquals(
                        -1,
                        Files.mismatch(
                                target.resolve("tables/" + step + ending), again.resolve("tables/" + step + ending)),
                        step + ending);
            }
        }
    }

    @Test
    void anEarlierRunIsReplaced() throws IOException {
        run(target);
        SmallTable.write(study, STUDY.replace("  - atlas:\n", ""));
        run(target);
        try (Stream<Path> tables = Files.list(target.resolve("tables"))) {
            assertEquals(2 * (STEPS.size() - 1), tables.count());
        }
    }

    @Test
    void aForeignFolderIsRefusedAndLeftUntouched() throws IOException {
        Files.createDirectories(target);
        SmallTable.write(target.resolve("thesis.txt"), "years of work");
        assertUntouched(() -> assertWrongUse(() -> run(target), "thesis.txt", "name a new one"));
    }

    @Test
    void aForeignFolderWithAManifestOfItsOwnIsRefusedAndLeftUntouched() throws IOException {
        Files.createDirectories(target);
        SmallTable.write(target.resolve("manifest.json"), "{}");
        SmallTable.write(target.resolve("index.html"), "a web page");
        assertUntouched(() -> assertWrongUse(() -> run(target), "index.html"));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        SmallTable.write(target, "a file");
        assertUntouched(() -> assertWrongUse(() -> run(target), "is a file"));
    }

    @Test
    void aStudyWithAMistakeLeavesTheOldResult() throws IOException {
        run(target);
        SmallTable.write(study, STUDY.replace("E2", "E9"));
        assertUntouched(() -> assertThrows(InputException.class, () -> run(target)));
    }

    /** A world that disappears between the steps and the manifest stands for any failure while writing. */
    @Test
    void aFailureWhileWritingLeavesTheOldResultAndNoPart() throws IOException {
        run(target);
        List<String> before = everything();
        Session session = Bundled.session(store, Kernel.java()).toldTo((done, all, what) -> {
            if (what.startsWith("writing")) {
                folder.resolve("own/early.npz").toFile().delete();
            }
        });
        assertThrows(InputException.class, () -> new StudyRunner(Questions.ALL, session, "test").run(study, target));
        assertEquals(
                before.stream().filter(f -> !f.startsWith("own")).toList(),
                everything().stream().filter(f -> !f.startsWith("own")).toList());
    }

    @Test
    void aMissingStudyAndAnotherEncodingAreAnswered() throws IOException {
        study = folder.resolve("none.yaml");
        assertUntouched(() -> assertWrongUse(() -> run(target), "none.yaml"));
        study = folder.resolve("latin.yaml");
        Files.write(study, new byte[] {'t', ':', ' ', (byte) 0xe9});
        assertUntouched(() -> assertThrows(InputException.class, () -> run(target)));
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws IOException;
    }

    private void assertUntouched(Attempt attempt) throws IOException {
        List<String> before = everything();
        attempt.make();
        assertEquals(before, everything());
    }
}
