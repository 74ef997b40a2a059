package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.SmallTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contracts of the command line: exit codes, names in its output, answers to mistakes, nothing half-written. */
class CommandLineTest {
    private static final String STUDY = """
            title: A short study
            home: JPN
            worlds: [wiod2011]
            steps: [partners: , sectors: ]
            """;

    @TempDir
    private Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** Asks WIOD 2011, whose figures do not move when the default world does. */
    private JsonNode json(String... args) throws IOException {
        Path file = folder.resolve("result.json");
        List<String> call = new ArrayList<>(List.of(args));
        call.addAll(List.of("--world", "wiod2011", "-o", file.toString()));
        CommandProcess.inProcess(call.toArray(String[]::new)).done();
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private static void assertFields(JsonNode json, String fields) {
        assertEquals(fields, String.join(" ", json.get("rows").get(0).propertyNames()));
    }

    private static void assertHead(JsonNode json, String home) {
        assertEquals("wiod2011", json.get("world").asString());
        assertEquals(home, json.get("home").asString());
        for (String key : List.of("unit", "method")) {
            assertFalse(json.get(key).asString().isBlank(), key);
        }
        assertTrue(json.get("sources").get(0).asString().contains("Licence"));
        assertTrue(json.get("sources").get(0).asString().contains("Value added"));
    }

    // what a command gives

    /** Excel takes a CSV file without the mark for the code page of the machine. */
    @Test
    void csvBeginsWithAByteOrderMarkIfAskedFor() throws IOException {
        Path plain = folder.resolve("plain.csv");
        Path marked = folder.resolve("marked.csv");
        CommandProcess.inProcess("worlds", "wiod2011", "--lang", "ja", "-o", plain.toString());
        CommandProcess.inProcess("worlds", "wiod2011", "--lang", "ja", "-o", marked.toString(), "--bom");
        assertEquals("\uFEFF" + Files.readString(plain), Files.readString(marked));
        CommandProcess.inProcess("worlds", "--bom").failed(2, "--bom is for CSV", "--format csv");
    }

    @Test
    void exposureGivesOneRowAPartner() throws IOException {
        JsonNode json = json("exposure", "JPN");
        assertHead(json, "JPN");
        assertFields(
                json,
                "home partner partner_name supply_direct supply_look_through consumption_look_through "
                        + "market_direct market_look_through hidden_ratio leverage_pp");
        assertEquals(41, json.get("rows").size());
    }

    @Test
    void exposureOfEveryHome() throws IOException {
        JsonNode json = json("exposure", "--all");
        assertHead(json, "all");
        assertEquals(41 * 41, json.get("rows").size());
    }

    @Test
    void exposureBySector() throws IOException {
        JsonNode json = json("exposure", "JPN", "--by", "sector");
        assertFields(
                json,
                "home partner partner_name sector sector_name supply_direct supply_look_through consumption_look_through "
                        + "market_direct market_look_through hidden_ratio leverage_pp");
        assertEquals(41 * 35, json.get("rows").size());
    }

    @Test
    void theDefaultWorldIsTheEstimateOf2022AndSaysHowFarItIsOff() throws IOException {
        Path file = folder.resolve("band.json");
        CommandProcess.inProcess("exposure", "JPN", "--band", "-o", file.toString())
                .done();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertEquals("icio2022", json.get("world").asString());
        assertTrue(json.get("sources").get(0).asString().startsWith("ESTIMATE"));
        assertEquals(7.4, json.get("median_error_supply_pct").asDouble());
        assertEquals(4.0, json.get("median_error_market_pct").asDouble());
        JsonNode first = json.get("rows").get(0);
        assertNotEquals(first.get("supply_look_through"), first.get("supply_look_through_other_split"));
        assertEquals(81, json.get("rows").size());
    }

    @Test
    void exposureOverSeveralWorlds() throws IOException {
        JsonNode json = json("exposure", "japan", "--worlds", "wiod1995,wiod2011");
        assertFields(
                json,
                "world year home partner partner_name supply_direct supply_look_through "
                        + "consumption_look_through market_direct market_look_through hidden_ratio leverage_pp");
        assertEquals(2 * 41, json.get("rows").size());
    }

    @Test
    void indicatorsOfHomeAndSectors() throws IOException {
        String indicators = "hhi_direct hhi_look_through exports_musd domestic_va_in_exports_musd "
                + "foreign_va_in_exports_musd vax_ratio upstreamness downstreamness upstreamness_net_inventory "
                + "downstreamness_net_inventory foreign_input_reliance foreign_market_reliance";
        assertFields(json("exposure", "JPN", "--indicators"), "world year home home_name " + indicators);
        assertFields(
                json("exposure", "JPN", "--indicators", "--by", "sector"), "home sector sector_name " + indicators);
    }

    @Test
    void pathsSayTheirThresholdAndCoverage() throws IOException {
        JsonNode json =
                json("exposure", "JPN", "--paths", "--from", "CHN", "--sector", "c14", "--into", "c15", "--top", "7");
        assertFields(json, "rank chain chain_names stages value_musd share cumulative_share");
        assertEquals(7, json.get("rows").size());
        assertEquals(0.0005, json.get("threshold").asDouble());
        assertEquals(
                json.get("coverage").asDouble(),
                json.get("rows").get(6).get("cumulative_share").asDouble(),
                1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "cutoff JPN --by CHN --sector c14,1",
        "cutoff JPN --by CHN,36",
        "cutoff JPN,40",
        "cutoff JPN --atlas,1400"
    })
    void cutoffGivesItsFields(String call, int rows) throws IOException {
        JsonNode json = json(call.split(" "));
        assertHead(json, "JPN");
        assertFields(
                json,
                "rank home partner partner_name sector sector_name flow_musd intermediate_musd final_musd "
                        + "share_of_home_purchases supplier_va_lost_musd supplier_va_lost_pct_gdp home_va_lost_musd "
                        + "world_va_lost_musd home_output_using_musd home_va_using_musd home_va_using_pct_gdp "
                        + "home_va_using_half_pct_gdp home_va_using_twice_pct_gdp industries_using industries_near "
                        + "most_exposed_sector most_exposed_sector_name largest_requirement stake_ratio");
        assertEquals(rows, json.get("rows").size());
        assertEquals(0.01, json.get("threshold").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposure", "cutoff", "paths"})
    void everyFieldOfACommandStandsOnItsPage(String page) throws IOException {
        String text = Files.readString(Bundled.root().resolve("docs/methods/" + page + ".md"));
        List<String> figures = switch (page) {
            case "exposure" ->
                List.of(
                        "supply_direct",
                        "supply_look_through",
                        "consumption_look_through",
                        "market_direct",
                        "market_look_through",
                        "hidden_ratio",
                        "leverage_pp",
                        "hhi_direct",
                        "vax_ratio",
                        "upstreamness");
            case "cutoff" -> List.of("flow_musd", "supplier_va_lost_musd", "home_va_using_musd", "stake_ratio");
            default -> List.of("total_musd", "coverage");
        };
        figures.forEach(field -> assertTrue(text.contains("`" + field + "`"), field));
    }

    @ParameterizedTest
    @CsvSource({"csv", "json", "parquet", "xlsx", "table"})
    void everyFormatIsWrittenToAFile(String format) throws IOException {
        CommandProcess.inProcess(
                        "worlds",
                        "--format",
                        format,
                        "-o",
                        folder.resolve("worlds").toString())
                .done();
        assertEquals(List.of("worlds"), names(folder));
        assertTrue(Files.size(folder.resolve("worlds")) > 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worlds.txt", "worlds.log", "worlds.2025", "a.b.c/worlds", "tmp.Ab3dEfGhIj", "v1.v2"})
    void aFileWithoutAKnownKindIsATextTable(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        CommandProcess.inProcess("worlds", "-o", file.toString()).done();
        assertTrue(Files.readString(file).lines().anyMatch(line -> line.startsWith("---")));
    }

    @Test
    void aFormatThatIsSaidMayHaveAnyName() throws IOException {
        Path file = folder.resolve("worlds.pdf");
        CommandProcess.inProcess("worlds", "--format", "csv", "-o", file.toString())
                .done();
        assertTrue(Files.readString(file).startsWith("id,year,"));
    }

    @Test
    void helpNamesEveryCommand() {
        CommandProcess help = CommandProcess.asProcess(folder, "--help").done();
        for (String command : List.of("worlds", "world", "exposure", "cutoff", "run")) {
            assertTrue(help.out().lines().anyMatch(line -> line.strip().startsWith(command)), command);
        }
    }

    @Test
    void aTableOnTheTerminalNamesUnitMethodAndSource() {
        CommandProcess called =
                CommandProcess.asProcess(folder, "exposure", "JPN", "--top", "5", "--world", "wiod2011");
        assertEquals("(36 more rows: --top 0 shows all)", called.err().strip());
        assertTrue(called.out().contains("China"));
        for (String line : List.of("World: wiod2011", "Method: ", "Source: ", "Note: Flows are whole")) {
            assertTrue(called.out().lines().anyMatch(l -> l.startsWith(line)), line);
        }
    }

    // wrong use: 2

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposure JAP|you meant JPN (Japan)",
                "exposure Chnia --world wiod2011|you meant CHN (China)",
                "exposure JPN --world wiod2010|you meant wiod20",
                "exposure JPN --worlds wiod1995,wiod2010|you meant wiod20",
                "exposure JPN --paths --from CHN --sector c144 --world wiod2011|you meant c1",
                "exposure JPN --paths --from CHN --threshold 0|from 0.000001",
                "exposure JPN --paths --from CHN --threshold 5|you meant 0.05",
                "exposure JPN --paths|no --from",
                "exposure JPN --from CHN|add --paths",
                "exposure|one HOME, or --all",
                "exposure JPN --all|JPN and --all",
                "exposure JPN --band --world wiod2011|no second estimate",
                "exposure JPN --band --indicators|--band and more",
                "exposure JPN --world wiod1995 --worlds wiod2005,wiod2011|'--worlds wiod1995,wiod2005,wiod2011'",
                "exposure JPN --by sector --worlds wiod1995,wiod2011|one world at a time",
                "worlds --top -3|you meant 3",
                "worlds --format parquet|add '-o result.parquet'",
                "worlds --format xlsx|add '-o result.xlsx'",
                "cutoff JPN --by JPN|two economies",
                "cutoff JPN --by CHM --world wiod2011|you meant CHN",
                "cutoff JPN --by CHN --atlas|--atlas and --by",
                "cutoff JPN --sector c14|--sector without --by",
                "cutoff JPN --by CHN --threshold 1|below 1",
                "worlds wiod2o11|you meant wiod2011",
                "world check wiod|wiod1995",
                "world import wide t.csv --as a --year 2020|'long'",
                "world import long t.csv --as wiod2011 --year 2020|wiod2011-own",
                "world import long t.csv --as a/b --year 2020|my-table",
                "world import long none.csv --as a --year 2020|none.csv",
                "world import long t.csv --as a --year=-5|1800 to 2199",
                "world import icio t.csv --as a --year 99999|1800 to 2199",
                "exposure JPN --world wiod2011 -o a.xlsx --format csv|--format can be left out",
                "worlds -o a.b/report.pdf|you meant '-o a.b/report.csv'",
                "worlds -o report.XLS|you meant '-o report.xlsx'",
                "worlds -o report.tsv|.csv, .json, .parquet, .xlsx, or .txt",
                "exposure NOBODY -o a.html|you meant '-o a.csv'",
                "exposure NOBODY --format xlsx|add '-o result.xlsx'",
                "run none.yaml|none.yaml"
            })
    void aWrongCallIsAnsweredWithTheLikeliestMend(String call, String hint) {
        CommandProcess.inProcess(call.split(" ")).answered(2, hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposur JPN|you meant exposure",
                "wrlds|you meant worlds",
                "world chek wiod2011|you meant check",
                "exposure JPN --wrld wiod2011|--world",
                "exposure JPN --foramt csv|--format",
                "exposure JPN --format xml|TABLE",
                "exposure JPN CHN|CHN",
                "exposure JPN --top many|many",
                "cutoff|HOME",
                "cutoff JPN --by|--by",
                "world|command",
                "world import long t.csv|--as",
                "world import long t.csv --as a --year now|now"
            })
    void aSlipInACommandOrOptionIsAnswered(String call, String hint) {
        CommandProcess.inProcess(call.split(" ")).failed(2, hint);
    }

    @Test
    void noCommandShowsTheUsage() {
        CommandProcess called = CommandProcess.inProcess();
        assertEquals(2, called.code());
        assertTrue(called.err().contains("Usage: jiritsu"));
    }

    @Test
    void aFolderForAResultIsRefusedAndLeftAlone() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        SmallTable.write(documents.resolve("letter.txt"), "dear");
        CommandProcess.inProcess("worlds", "-o", documents.toString()).answered(2, "names a folder");
        assertEquals(List.of("letter.txt"), names(documents));
    }

    // bad data: 3

    @Test
    void aStudyWithAMistakeIsBadData() {
        Path study = SmallTable.write(folder.resolve("study.yaml"), STUDY.replace("JPN", "JPM"));
        CommandProcess.inProcess(
                        "run", study.toString(), "-o", folder.resolve("out").toString())
                .answered(3, study + ", line 2, column 7", "you meant JPN");
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aBrokenTableIsBadDataAndLeavesNoWorld() throws IOException {
        SmallTable.write(folder.resolve("t.csv"), SmallTable.with(4, "JPN_c1,CHN_c2,NaN"));
        CommandProcess.asProcess(folder, "world", "import", "long", "t.csv", "--as", "mine", "--year", "2020")
                .answered(3, "t.csv, line 4");
        assertEquals(List.of("t.csv"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"code,name\nJPN,Japan\n", "", "file_code,code,name\nJPN\n", "file_code,code,name\n\"JPN,Japan\n"
            })
    void aBrokenListOfNamesIsBadData(String names) {
        Path table = SmallTable.write(folder.resolve("t.csv"), SmallTable.LINES);
        Path list = SmallTable.write(folder.resolve("names.csv"), names);
        CommandProcess.inProcess(
                        "world",
                        "import",
                        "long",
                        table.toString(),
                        "--as",
                        "mine-of-a-test",
                        "--year",
                        "2020",
                        "--economies",
                        list.toString())
                .answered(3, "names.csv");
    }

    // an own world, from import to answer

    @Test
    void anImportedWorldIsListedCheckedAndAnswers() {
        SmallTable.write(folder.resolve("t.csv"), SmallTable.LINES);
        CommandProcess imported =
                CommandProcess.asProcess(folder, "world", "import", "long", "t.csv", "--as", "mine", "--year", "2020");
        assertEquals(0, imported.code(), imported.err());
        assertTrue(imported.err().contains("2 economies x 2 sectors"));
        assertTrue(Files.exists(folder.resolve("home/worlds/mine.npz")));
        assertTrue(CommandProcess.asProcess(folder, "worlds", "--format", "csv")
                .done()
                .out()
                .contains("mine,2020,2,2,own,"));
        CommandProcess.asProcess(folder, "world", "check", "mine").done();
        CommandProcess answer = CommandProcess.asProcess(
                        folder, "exposure", "JPN", "--world", "mine", "--format", "csv")
                .done();
        assertTrue(answer.out().contains("JPN,CHN,CHN,0.4,"), answer.out());
    }

    @Test
    void aDamagedWorldIsBadData() throws IOException {
        Files.createDirectories(folder.resolve("home/worlds"));
        SmallTable.write(folder.resolve("home/worlds/mine.npz"), "not a zip");
        CommandProcess.asProcess(folder, "world", "check", "mine").answered(3, "mine.npz");
    }

    // failed: 1

    @Test
    void aPlaceThatCannotBeWrittenIsAFailure() throws IOException {
        Path file = SmallTable.write(folder.resolve("file"), "old");
        CommandProcess.inProcess("worlds", "-o", file.resolve("result.csv").toString())
                .failed(1, file.toString(), "Nothing was left half-written.");
        Path study = SmallTable.write(folder.resolve("study.yaml"), STUDY);
        CommandProcess.inProcess(
                        "run", study.toString(), "-o", file.resolve("report").toString())
                .failed(1, "Nothing was left half-written.");
        assertEquals(List.of("file", "study.yaml"), names(folder));
        assertEquals("old", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json"})
    @EnabledOnOs(OS.LINUX)
    void aFullDiskUnderTheTerminalIsAFailure(String format) {
        CommandProcess.asProcess(
                        folder,
                        CommandProcess.java("worlds", "--format", format),
                        Redirect.to(Path.of("/dev/full").toFile()))
                .failed(1, "No space left on device", "Maybe the disk is full");
    }

    /** A limit on the size of files stands for a disk that fills while a result is written. */
    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json", "xlsx"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDiskThatFillsLeavesTheOldResultAndNoPart(String format) throws IOException {
        Path result = SmallTable.write(folder.resolve("result"), "old");
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh"));
        limited.addAll(CommandProcess.java("worlds", "--format", format, "-o", "result"));
        // what the process says must not be cut by the limit: it goes through a pipe
        Process process = CommandProcess.process(folder, limited)
                .redirectOutput(Redirect.DISCARD)
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        new CommandProcess(process.onExit().join().exitValue(), "", err).failed(1, "Nothing was left half-written.");
        assertEquals("old", Files.readString(result));
        assertEquals(List.of("result"), names(folder));
    }

    @Test
    void aReaderThatGoesAwayIsNoDrama() throws Exception {
        Process process = CommandProcess.process(folder, CommandProcess.java("exposure", "--all", "--format", "csv"))
                .start();
        try (InputStream out = process.getInputStream()) {
            assertEquals('h', out.read());
        }
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertFalse(err.contains("Exception") || err.contains("\tat "), err);
    }

    /** The signal of Ctrl-C and this one run the same hooks; a shell may have made its children deaf to the former. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aRunThatIsStoppedWhileItWritesLeavesNoPart() throws Exception {
        SmallTable.write(folder.resolve("study.yaml"), STUDY);
        Process process = CommandProcess.process(folder, CommandProcess.java("run", "study.yaml", "-o", "report"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        boolean writing = false;
        while (process.isAlive() && !writing) {
            writing = names(folder).stream().anyMatch(name -> name.endsWith(".part"));
        }
        assertTrue(writing, "the run ended before a part was seen");
        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(128 + 15, process.exitValue());
        assertEquals(List.of("study.yaml"), names(folder));
    }
}
