package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcioTest {
    private static final List<String> USES = List.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR");
    private static final ImportOptions OPTIONS = ImportOptions.of("test");

    @TempDir
    private Path folder;

    private static Fixture e2023() {
        return new Fixture(List.of("AUS", "JPN", "ROW"), List.of("A01_02", "C26", "T"), USES, 5);
    }

    private Path file(String name, List<List<String>> rows) throws IOException {
        return Files.writeString(folder.resolve(name), Fixture.text(rows, ","));
    }

    private World read(List<List<String>> rows) throws IOException {
        return TableFormat.ICIO.read(file("2022_SML.csv", rows), OPTIONS);
    }

    private String refusal(List<List<String>> rows) {
        String message = assertThrows(InputException.class, () -> read(rows)).getMessage();
        assertTrue(message.contains("\nMaybe "), message);
        return message;
    }

    static void assertHolds(Fixture fixture, World world) {
        for (int i = 0; i < fixture.n(); i++) {
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(fixture.z[i][j].doubleValue(), world.z(i, j));
            }
            for (int c = 0; c < fixture.y[i].length; c++) {
                int uses = fixture.uses.size();
                assertEquals(fixture.y[i][c].doubleValue(), world.y(i, c / uses, c % uses));
            }
            assertEquals(fixture.x[i].doubleValue(), world.output(i), 1e-9 * world.output(i));
            assertEquals(fixture.valueAdded[i].doubleValue(), world.valueAdded(i), 1e-9 * world.output(i));
        }
    }

    @Test
    void readsTheEditionOf2023() throws IOException {
        World world = read(e2023().icio("V1", "TLS", "VA", "OUT"));
        assertHolds(e2023(), world);
        assertEquals(2022, world.about().year());
        assertTrue(
                world.about().title().english().contains("2023 edition"),
                world.about().title().english());
        assertEquals("Japan", world.economies().get(1).name());
        assertEquals("C26", world.sectors().get(1).classification());
        assertTrue(world.finalUses().get(4).inventories());
    }

    @Test
    void readsTheEditionOf2025WithQuotedLabels() throws IOException {
        Fixture fixture = new Fixture(List.of("AUS", "ROW"), List.of("A01", "C302T309"), USES, 6);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : fixture.icio("V1", "TLS", "VA", "OUT")) {
            rows.add(row.stream()
                    .map(f -> Character.isLetter(f.charAt(0)) ? "\"" + f + "\"" : f)
                    .toList());
        }
        World world = read(rows);
        assertHolds(fixture, world);
        assertTrue(world.about().title().english().contains("2025 edition"));
    }

    @Test
    void mergesThePartsOfChinaAndMexicoInTheEditionOf2021() throws IOException {
        Fixture whole = new Fixture(List.of("AUS", "MEX", "CHN"), List.of("01T02", "97T98"), USES, 4);
        Path file = file("ICIO2021_2018.csv", split(whole));
        World world = TableFormat.ICIO.read(file, OPTIONS);
        assertEquals(2018, world.about().year());
        assertTrue(world.about().title().english().contains("2021 edition"));
        assertTrue(world.about().notes().stream().anyMatch(n -> n.english().contains("CN1, CN2, MX1, MX2")));
        assertEquals(
                List.of("AUS", "MEX", "CHN"),
                world.economies().stream().map(e -> e.code()).toList());
        for (int i = 0; i < whole.n(); i++) {
            assertEquals(whole.x[i].doubleValue(), world.output(i), 1e-9);
            for (int j = 0; j < whole.n(); j++) {
                assertEquals(whole.z[i][j].doubleValue(), world.z(i, j), 1e-9);
            }
        }
    }

    /** The layout of 2021: industries of MEX and CHN are empty, their parts stand behind; taxes by economy. */
    private static List<List<String>> split(Fixture whole) {
        Map<String, List<String>> parts =
                Map.of("MEX", List.of("MEX", "MX1", "MX2"), "CHN", List.of("CHN", "CN1", "CN2"));
        Map<String, String> weights =
                Map.of("MX1", "0.7", "MX2", "0.3", "CN1", "0.9", "CN2", "0.1", "MEX", "0", "CHN", "0");
        List<String> split = List.of("AUS", "MEX", "CHN", "MX1", "MX2", "CN1", "CN2");
        List<List<String>> source = whole.icio("", "AUS_TAXSUB", "VALU", "OUTPUT");
        int n = whole.n();
        List<String> header = new ArrayList<>(List.of(""));
        List<Integer> origin = new ArrayList<>();
        List<BigDecimal> weight = new ArrayList<>();
        for (String part : split) {
            String economy = parts.entrySet().stream()
                    .filter(e -> e.getValue().contains(part))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(part);
            for (String sector : whole.sectors) {
                header.add(part + "_" + sector);
                origin.add(whole.industries().indexOf(economy + "_" + sector));
                weight.add(new BigDecimal(weights.getOrDefault(part, "1")));
            }
        }
        header.addAll(whole.finalColumns());
        header.add("TOTAL");
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (int r = 0; r < origin.size(); r++) {
            rows.add(spread(header.get(r + 1), source.get(origin.get(r) + 1), weight.get(r), origin, weight, n));
        }
        for (int r = n + 1; r < source.size(); r++) {
            rows.add(spread(source.get(r).getFirst(), source.get(r), BigDecimal.ONE, origin, weight, n));
        }
        return rows;
    }

    private static List<String> spread(
            String label, List<String> row, BigDecimal share, List<Integer> origin, List<BigDecimal> weight, int n) {
        List<String> spread = new ArrayList<>(List.of(label));
        for (int c = 0; c < origin.size(); c++) {
            spread.add(new BigDecimal(row.get(origin.get(c) + 1))
                    .multiply(weight.get(c))
                    .multiply(share)
                    .toPlainString());
        }
        for (String value : row.subList(n + 1, row.size())) {
            spread.add(new BigDecimal(value).multiply(share).toPlainString());
        }
        return spread;
    }

    @Test
    void matchesColumnsByNameWhateverTheirOrder() throws IOException {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        List<List<String>> shuffled = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> turned = new ArrayList<>(row.subList(1, row.size()));
            Collections.swap(turned, 0, 4);
            Collections.swap(turned, 2, 15); // an industry with JPN_HFCE
            turned.addFirst(row.getFirst());
            shuffled.add(turned);
        }
        assertHolds(e2023(), read(shuffled));
    }

    @Test
    void keepsRenamedFinalUsesAndSaysSo() throws IOException {
        Fixture renamed = new Fixture(
                List.of("AUS", "JPN", "ROW"),
                List.of("A01_02", "C26", "T"),
                List.of("HOUSEHOLDS", "NPISH", "GGFC", "GFCF", "INVNT", "NONRES"),
                5);
        World world = read(renamed.icio("V1", "TLS", "VA", "OUT"));
        assertHolds(renamed, world);
        assertTrue(
                world.about().notes().stream().anyMatch(n -> n.english().contains("HOUSEHOLDS")),
                world.about().notes().toString());
    }

    @Test
    void sumsOutputWhereTheFileStatesNone() throws IOException {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        rows.removeLast();
        List<List<String>> bare =
                rows.stream().map(r -> r.subList(0, r.size() - 1)).toList();
        World world = read(bare);
        assertHolds(e2023(), world);
        assertTrue(world.about().notes().stream().anyMatch(n -> n.english().contains("no output")));
    }

    @Test
    void saysThatAnEconomyIsMoreThanPublished() throws IOException {
        World world = read(e2023().icio("V1", "TLS", "VA", "OUT"));
        assertTrue(
                world.about().notes().stream()
                        .anyMatch(n -> n.english().contains("3 economies and 3 sectors")
                                && n.english().contains("published with 77 and 45")),
                world.about().notes().toString());
    }

    @Test
    void refusesAnEconomyThatOnlyBuys() {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        List<List<String>> extra = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> longer = new ArrayList<>(row);
            longer.add(longer.size() - 1, row == rows.getFirst() ? "NZL_HFCE" : "1");
            extra.add(longer);
        }
        assertTrue(refusal(extra).contains("NZL"));
    }

    /** A copy of 2020_SML.csv circulates in which every number of three or four decimals has lost its point. */
    @Test
    void refusesLostDecimals() {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : e2023().icio("V1", "TLS", "VA", "OUT")) {
            rows.add(row.stream()
                    .map(f -> f.matches("[0-9]+\\.[0-9]+")
                            ? new BigDecimal(f).stripTrailingZeros().toPlainString()
                            : f)
                    .map(f -> f.matches("[0-9]+\\.[0-9]{3,4}") ? f.replace(".", "") : f)
                    .toList());
        }
        String message = refusal(rows);
        assertTrue(message.contains("decimal points were lost"), message);
    }

    @Test
    void refusesATotalThatContradictsItsCells() {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        List<String> wrong = new ArrayList<>(rows.get(5));
        wrong.set(
                wrong.size() - 1,
                new BigDecimal(wrong.getLast()).add(BigDecimal.ONE).toPlainString());
        rows.set(5, wrong);
        String message = refusal(rows);
        assertTrue(message.contains("contradict") && message.contains("JPN_C26"), message);
    }

    @Test
    void refusesValueAddedThatDoesNotClose() {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        List<String> wrong = new ArrayList<>(rows.get(11));
        wrong.set(3, "7");
        rows.set(11, wrong);
        assertTrue(refusal(rows).contains("value added"));
    }

    @Test
    void refusesAMissingRow() {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        rows.remove(4);
        assertTrue(refusal(rows).contains("JPN_A01_02"));
    }

    @Test
    void refusesARowTwice() {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        rows.add(5, rows.get(4));
        assertTrue(refusal(rows).contains("twice"));
    }

    @Test
    void namesLineAndColumnOfWhatIsNoNumber() {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        List<String> wrong = new ArrayList<>(rows.get(3));
        wrong.set(2, "n.a.");
        rows.set(3, wrong);
        String message = refusal(rows);
        assertTrue(message.contains("line 4") && message.contains("AUS_C26") && message.contains("'n.a.'"), message);
    }

    @Test
    void refusesAnEmptyCell() {
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        List<String> wrong = new ArrayList<>(rows.get(3));
        wrong.set(2, "");
        rows.set(3, wrong);
        assertTrue(refusal(rows).contains("empty"));
    }

    @Test
    void refusesAFileThatEndsInALine() throws IOException {
        String text = Fixture.text(e2023().icio("V1", "TLS", "VA", "OUT"), ",");
        Path file = Files.writeString(folder.resolve("2022_SML.csv"), text.substring(0, text.length() / 2));
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("line"), message);
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Path file = folder.resolve("2022_SML.csv");
        List<List<String>> rows = new ArrayList<>(e2023().icio("V1", "TLS", "VA", "OUT"));
        List<String> wrong = new ArrayList<>(rows.get(2));
        wrong.set(0, "AUS_C26\u00e9");
        rows.set(2, wrong);
        Files.write(file, Fixture.text(rows, ",").getBytes(StandardCharsets.ISO_8859_1));
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("UTF-8"), message);
    }

    @Test
    void readsAMarkAndWindowsLineEnds() throws IOException {
        Path file = folder.resolve("2022_SML.csv");
        Files.writeString(
                file,
                "\uFEFF"
                        + Fixture.text(e2023().icio("V1", "TLS", "VA", "OUT"), ",")
                                .replace("\n", "\r\n"));
        assertHolds(e2023(), TableFormat.ICIO.read(file, OPTIONS));
    }

    @Test
    void choosesTheYearInAZip() throws IOException {
        Path zip = zip(Map.of(
                "2020_SML.csv",
                Fixture.text(e2023().icio("V1", "TLS", "VA", "OUT"), ","),
                "2021_SML.csv",
                Fixture.text(e2023().icio("V1", "TLS", "VA", "OUT"), ",")));
        assertEquals(
                2020, TableFormat.ICIO.read(zip, OPTIONS.year(2020)).about().year());
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(zip, OPTIONS))
                .getMessage();
        assertTrue(message.contains("2021_SML.csv") && message.contains("--year"), message);
    }

    private Path zip(Map<String, String> members) throws IOException {
        Path zip = folder.resolve("table.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    @Test
    void stopsAZipThatSwells() throws IOException {
        Path zip = folder.resolve("2020_SML.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("2020_SML.csv"));
            out.write(Fixture.text(e2023().icio("V1", "TLS", "VA", "OUT").subList(0, 3), ",")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] zeros = ",0".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < 90; k++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(zip, OPTIONS))
                .getMessage();
        assertTrue(message.contains("swells"), message);
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        Path file = file("2022_SML.csv", e2023().icio("V1", "TLS", "VA", "OUT"));
        List<Double> parts = Collections.synchronizedList(new ArrayList<>());
        TableFormat.ICIO.read(file, OPTIONS.progress((name, part) -> {
            assertEquals("2022_SML.csv", name);
            parts.add(part);
        }));
        assertEquals(1, parts.getLast());
        assertTrue(parts.stream().allMatch(part -> part >= 0 && part <= 1));
    }

    @Test
    void refusesARateForMillionUsd() throws IOException {
        Path file = file("2022_SML.csv", e2023().icio("V1", "TLS", "VA", "OUT"));
        assertThrows(InputException.class, () -> TableFormat.ICIO.read(file, OPTIONS.rate(1.1, "somewhere")));
    }

    @Test
    void saysWhenASpreadsheetWroteSemicolons() throws IOException {
        Path file = folder.resolve("2022_SML.csv");
        Files.writeString(file, Fixture.text(e2023().icio("V1", "TLS", "VA", "OUT"), ";"));
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("';' between the fields"), message);
    }

    @Test
    void suggestsTheLayoutOfTheTableForANameThatIsNoFormat() throws IOException {
        Path file = file("2022_SML.csv", e2023().icio("V1", "TLS", "VA", "OUT"));
        String message = assertThrows(InputException.class, () -> TableFormat.of("oecd", file))
                .getMessage();
        assertTrue(message.endsWith("you meant icio: the table is laid out so."), message);
    }

    @Test
    void sniffsItself() throws IOException {
        assertEquals(
                Optional.of(TableFormat.ICIO), TableFormat.sniff(file("a.csv", e2023().icio("", "TLS", "VA", "OUT"))));
    }

    @Test
    void saysThatAZipHoldsAnotherZip() throws IOException {
        Path outer = zip(Map.of("2022_SML.zip", "PK", "ReadMe.txt", "hello"));
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(outer, OPTIONS))
                .getMessage();
        assertTrue(message.contains("holds another zip"), message);
        assertTrue(message.endsWith("Maybe unpack table.zip first, and name 2022_SML.zip then."), message);
    }

    @Test
    void namesAYearThatTheArchiveHolds() throws IOException {
        String text = Fixture.text(e2023().icio("V1", "TLS", "VA", "OUT"), ",");
        Path zip = zip(Map.of("2018_SML.csv", text, "2019_SML.csv", text));
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(zip, OPTIONS))
                .getMessage();
        assertTrue(message.endsWith("Maybe say which one: --year 2019."), message);
        assertEquals(
                2019, TableFormat.ICIO.read(zip, OPTIONS.year(2019)).about().year());
    }
}
