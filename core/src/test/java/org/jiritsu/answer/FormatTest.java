package org.jiritsu.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jiritsu.questions.disrupt.DisruptQuestion;
import org.jiritsu.questions.exposure.ExposureQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One table in every form: the same figures to the last bit, nothing where a figure has no meaning. */
class FormatTest {
    private static final String NASTY = "C\u00f4te d'Ivoire, \"a & b\" <c>\n\u65e5\u672c \ud83d\uddfe; =1+1";
    private static final double THIRD = 1.0 / 3;
    private static final Table TABLE = new Table.Builder(
                    new Table.Head(
                            "Title: it's",
                            "w1",
                            "JPN",
                            "shares",
                            "method \u2014 'x'",
                            Map.of("threshold", 0.01),
                            List.of("source \"one\""),
                            List.of("note"),
                            Words.in(Language.EN)
                                    .of(ExposureQuestion.class.getPackage())
                                    .of(DisruptQuestion.class.getPackage())),
                    "rank",
                    "partner_name",
                    "supply_direct",
                    "flow_musd",
                    "hidden_ratio")
            .row(1, NASTY, THIRD, 1e15 + 0.125, Double.NaN)
            .row(2, "", -0.0, Double.MIN_VALUE, 1e300)
            .row(3, "null", 0.1 + 0.2, -1.5e-7, 2.0)
            .build();

    private static Answer answer(Table table) {
        return Answer.of(table, Provenance.of("w1"));
    }

    @TempDir
    private Path folder;

    private static String print(Format format, Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.print(answer(table), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertSameFigure(double expected, double actual) {
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual));
    }

    @Test
    void csvHoldsEveryCell() throws IOException {
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(print(Format.CSV, TABLE)).stream()
                .toList();
        assertEquals(
                TABLE.fields().stream().map(Field::name).toList(),
                rows.getFirst().getHeader());
        for (int r = 0; r < TABLE.rows().size(); r++) {
            assertEquals(TABLE.text(r, "partner_name"), rows.get(r).getField("partner_name"));
            assertEquals(r + 1, Long.parseLong(rows.get(r).getField("rank")));
            assertSameFigure(
                    TABLE.number(r, "supply_direct"),
                    Double.parseDouble(rows.get(r).getField("supply_direct")));
            assertSameFigure(
                    TABLE.number(r, "flow_musd"), Double.parseDouble(rows.get(r).getField("flow_musd")));
        }
        assertEquals("", rows.getFirst().getField("hidden_ratio"));
        assertSameFigure(1e300, Double.parseDouble(rows.get(1).getField("hidden_ratio")));
    }

    @Test
    void jsonIsOneObjectThatHoldsEveryCell() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(print(Format.JSON, TABLE));
        assertEquals("w1", json.get("world").asString());
        assertEquals("JPN", json.get("home").asString());
        assertEquals("shares", json.get("unit").asString());
        assertEquals("method \u2014 'x'", json.get("method").asString());
        assertEquals("source \"one\"", json.get("sources").get(0).asString());
        assertSameFigure(0.01, json.get("threshold").asDouble());
        assertEquals(3, json.get("rows").size());
        for (int r = 0; r < 3; r++) {
            JsonNode row = json.get("rows").get(r);
            assertEquals(TABLE.text(r, "partner_name"), row.get("partner_name").asString());
            assertEquals(r + 1, row.get("rank").asLong());
            assertSameFigure(
                    TABLE.number(r, "supply_direct"), row.get("supply_direct").asDouble());
            assertSameFigure(TABLE.number(r, "flow_musd"), row.get("flow_musd").asDouble());
        }
        assertTrue(json.get("rows").get(0).get("hidden_ratio").isNull());
    }

    @Test
    void parquetHoldsEveryCellAndItsWorking() throws IOException, SQLException {
        Path file = folder.resolve("it's a table.parquet");
        Format.PARQUET.write(answer(TABLE), file);
        String quoted = "'" + file.toString().replace("'", "''") + "'";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            try (ResultSet rows = sql.executeQuery("SELECT * FROM read_parquet(" + quoted + ")")) {
                for (int r = 0; r < 3; r++) {
                    assertTrue(rows.next());
                    assertEquals(r + 1, rows.getLong("rank"));
                    assertEquals(TABLE.text(r, "partner_name"), rows.getString("partner_name"));
                    assertSameFigure(TABLE.number(r, "supply_direct"), rows.getDouble("supply_direct"));
                    assertSameFigure(TABLE.number(r, "flow_musd"), rows.getDouble("flow_musd"));
                    assertEquals(r == 0, rows.getObject("hidden_ratio") == null);
                }
                assertFalse(rows.next());
            }
            try (ResultSet facts = sql.executeQuery(
                    "SELECT decode(value) FROM parquet_kv_metadata(" + quoted + ") WHERE decode(key) = 'title'")) {
                assertTrue(facts.next());
                assertEquals("Title: it's", facts.getString(1));
            }
        }
    }

    @Test
    void xlsxHoldsFiguresAsNumbersAndNothingWhereThereIsNone() throws IOException {
        Path file = folder.resolve("table.xlsx");
        Format.XLSX.write(answer(TABLE), file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet = text(zip, "xl/worksheets/sheet1.xml");
            String strings = text(zip, "xl/sharedStrings.xml");
            assertEquals(Double.toString(THIRD), value(sheet, "C2"));
            assertSameFigure(TABLE.number(0, "flow_musd"), Double.parseDouble(value(sheet, "D2")));
            assertSameFigure(1e300, Double.parseDouble(value(sheet, "E3")));
            assertNull(value(sheet, "E2"));
            assertTrue(strings.contains("C&#xf4;te d&apos;Ivoire, &quot;a &amp; b&quot; &lt;c&gt;"), strings);
            assertTrue(strings.contains("&#x65e5;&#x672c; &#x1f5fe;; =1+1"), strings);
            assertFalse(sheet.contains("<f>"), "a text that begins with '=' must not become a formula");
            assertTrue(text(zip, "xl/workbook.xml").contains("Working"));
        }
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static @org.jspecify.annotations.Nullable String value(String sheet, String cell) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile("<c r=\"" + cell + "\"[^>]*><v>([^<]*)</v>")
                .matcher(sheet);
        return found.find() ? found.group(1) : null;
    }

    @Test
    void theTextTableIsAlignedWithUnitsAndItsWorking() throws IOException {
        Table plain = new Table.Builder(TABLE.head(), "partner", "supply_direct", "flow_musd")
                .row("CHN", THIRD, 1234.4)
                .row("USA", Double.NaN, 1.25)
                .build();
        List<String> lines = print(Format.TABLE, plain).lines().toList();
        assertEquals(List.of("Title: it's", ""), lines.subList(0, 2));
        int rule = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("---"))
                .findFirst()
                .orElseThrow());
        assertTrue(lines.get(rule - 1).matches(" +% +million USD"), lines.get(rule - 1));
        assertTrue(lines.get(rule + 1).matches("CHN +33.33 +1,234"), lines.get(rule + 1));
        assertTrue(lines.get(rule + 2).matches("USA +\u2013 +1.3"), lines.get(rule + 2));
        for (String line : lines.subList(rule - 1, rule + 3)) {
            assertEquals(lines.get(rule).length(), line.length());
        }
        assertTrue(lines.containsAll(List.of("threshold: 0.01", "World: w1", "Source: source \"one\"", "Note: note")));
    }

    @Test
    void daysAreToldAsDaysWholeOnesWithoutDecimals() throws IOException {
        Table table = new Table.Builder(TABLE.head(), "days_lasted")
                .row(10.0)
                .row(9.5)
                .row(Double.NaN)
                .build();
        List<String> lines =
                print(Format.TABLE, table).lines().map(String::strip).toList();
        assertEquals(List.of("days_lasted", "days", "-----------", "10", "9.50", "\u2013"), lines.subList(2, 8));
        Table japanese = new Table.Builder(
                        new Table.Head(
                                "t",
                                "w1",
                                "JPN",
                                "u",
                                "m",
                                Map.of(),
                                List.of(),
                                List.of(),
                                Words.in(Language.JA).of(DisruptQuestion.class.getPackage())),
                        "days_lasted")
                .row(10.0)
                .build();
        assertEquals(
                "\u65e5", print(Format.TABLE, japanese).lines().toList().get(3).strip());
    }

    @Test
    void aLineBreakInATextDoesNotBreakTheTextTable() throws IOException {
        Table one = new Table.Builder(TABLE.head(), "partner_name")
                .row("two\nlines")
                .build();
        assertTrue(print(Format.TABLE, one).lines().anyMatch(line -> line.equals("two lines")));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anEmptyTableCanBeWritten(Format format) throws IOException {
        Path file = folder.resolve("empty");
        format.write(answer(TABLE.top(0)), file);
        assertTrue(Files.size(file) > 0);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameTableGivesTheSameBytes(Format format) throws IOException {
        if (format == Format.XLSX) {
            return; // its property sheet holds the time of writing
        }
        format.write(answer(TABLE), folder.resolve("one"));
        format.write(answer(TABLE), folder.resolve("two"));
        assertEquals(-1, Files.mismatch(folder.resolve("one"), folder.resolve("two")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TABLE", "CSV", "JSON"})
    void aFullDiskIsAnIoException(Format format) {
        IOException failure = assertThrows(
                IOException.class,
                () -> format.print(answer(TABLE), new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                }));
        assertTrue(failure.getMessage().contains("No space left"), failure.getMessage());
    }
}
