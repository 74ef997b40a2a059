package org.jiritsu.world;

import static org.jiritsu.Mistakes.assertBadData;
import static org.jiritsu.Mistakes.assertWrongUse;
import static org.jiritsu.SmallTable.LINES;
import static org.jiritsu.SmallTable.and;
import static org.jiritsu.SmallTable.with;
import static org.jiritsu.SmallTable.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiritsu.SmallTable;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a table can be broken is answered with its file and line. */
class LongTableReaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("table.csv");
    }

    private World read(List<String> lines) {
        return SmallTable.read(SmallTable.write(file, lines));
    }

    private World readBytes(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return SmallTable.read(file);
    }

    private void assertBadLine(int line, List<String> lines, String... texts) {
        InputException mistake = assertBadData(() -> read(lines), texts);
        assertEquals(file + ", line " + line, mistake.getMessage().split(":")[0]);
    }

    private static byte[] bytes(List<String> lines, Charset charset) {
        return (String.join("\n", lines) + "\n").getBytes(charset);
    }

    private static byte[] gzip(List<String> lines) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(lines, StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void aSoundTableIsReadCellByCell() {
        World world = read(LINES);
        assertEquals(
                List.of("JPN", "CHN"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(
                List.of("c1", "c2"), world.sectors().stream().map(Sector::code).toList());
        assertEquals(
                List.of("HFCE"), world.finalUses().stream().map(FinalUse::code).toList());
        assertEquals(30, world.z(world.industry(1, 0), world.industry(0, 1)));
        assertEquals(85, world.y(world.industry(0, 1), 1));
        assertEquals(50, world.valueAdded(world.industry(0, 1)));
    }

    @Test
    void aGzippedFileByteOrderMarkBlanksAndWindowsLineEndsMakeNoDifference() throws IOException {
        World plain = read(LINES);
        for (byte[] same : List.of(
                gzip(LINES),
                ("\uFEFF" + String.join("\r\n", LINES)).getBytes(StandardCharsets.UTF_8),
                (String.join("\n\n", LINES).replace(",", " , ")).getBytes(StandardCharsets.UTF_8))) {
            World world = readBytes(same);
            assertEquals(plain.z(2, 1), world.z(2, 1));
            assertEquals(plain.economies(), world.economies());
        }
    }

    @Test
    void withoutOutputLinesOutputIsTheRowSum() {
        World world = read(LINES.subList(0, 11));
        assertEquals(100, world.output(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "-Infinity", "1e999", "n/a", "", "12d", "0x1p3", "1.2.3", "--5", "1 000"})
    void aValueThatIsNoNumberIsRefused(String value) {
        assertBadLine(4, with(4, "JPN_c1,CHN_c2," + value), "is not a number", value.isEmpty() ? "nothing" : value);
    }

    @Test
    void aValueWithAThousandsCommaIsAFieldTooMany() {
        assertBadLine(4, with(4, "JPN_c1,CHN_c2,1,234"), "3 fields", "comma");
    }

    @Test
    void aLineCutShortIsRefused() {
        assertBadLine(15, with(15, "OUT,CHN"), "3 fields", "cut off");
    }

    @Test
    void aDuplicatedFlowIsRefusedWithBothItsLines() {
        assertBadLine(16, and("JPN_c1,JPN_c2,21"), "stands twice", "21.0 here, 20.0 in line 3");
    }

    @Test
    void aDuplicatedOutputIsRefused() {
        assertBadLine(16, and("OUT,JPN_c1,100"), "output of JPN_c1");
    }

    @Test
    void outputOfAFinalUseIsRefused() {
        assertBadLine(16, and("OUT,JPN_HFCE,100"), "a final use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPN_c1,JPN_c1,10", "von,nach,wert", "from,to", "von;nach;wert", "from\tto\tvalue"})
    void aMissingHeaderIsRefused(String header) {
        assertBadLine(1, with(1, header), "from,to,value");
    }

    private static List<String> withSemicolons(List<String> lines) {
        return lines.stream().map(line -> line.replace(',', ';')).toList();
    }

    @Test
    void semicolonsGoWithDecimalCommas() {
        List<String> lines = new ArrayList<>(withSemicolons(LINES));
        lines.set(1, "JPN_c1;JPN_c1;8,5E0");
        lines.set(3, "JPN_c1;CHN_c2;1.234,5");
        lines.set(4, "JPN_c1;JPN_HFCE;1066,25");
        lines.set(10, "CHN_c2;CHN_HFCE;1975");
        lines.set(11, "OUT;JPN_c1;2329,25");
        lines.set(14, "OUT;CHN_c2;2000,00");
        Map<Integer, Double> changed = Map.of(0, 8.5, 3, 1234.5);
        World plain = read(LINES);
        World world = read(lines);
        assertEquals(plain.economies(), world.economies());
        for (int j = 0; j < world.size(); j++) {
            assertEquals(changed.getOrDefault(j, plain.z(0, j)), world.z(0, j));
        }
        assertEquals(1066.25, world.y(0, 0));
        assertEquals(Optional.of(TableFormat.LONG), TableFormat.sniff(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1234.5", "1.23,4", "1,234.5", "1,2,3", "1.234.567"})
    void aPointThatMayPartThousandsOrDecimalsIsRefusedUnderSemicolons(String value) {
        List<String> lines = new ArrayList<>(withSemicolons(LINES));
        lines.set(3, "JPN_c1;CHN_c2;" + value);
        assertBadLine(4, lines, "is not a number", "such as 1234,5", value);
    }

    @Test
    void commasUnderAHeaderWithSemicolonsAreRefused() {
        assertBadLine(2, with(1, "from;to;value"), "a line of 1 fields", "a ';' is missing");
    }

    @Test
    void semicolonsUnderASoundHeaderAreRefusedWhereTheyBegin() {
        assertBadLine(2, with(2, "JPN_c1;JPN_c1;10"), "a line of 1 fields");
    }

    @Test
    void theWideFormIsNamedAsTheMistake() {
        assertBadLine(1, List.of("industry,JPN_c1,JPN_c2,CHN_c1", "JPN_c1,10,20,0"), "wide form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPNc1", "_c1", "JPN_", "JPN-c1", ""})
    void anIdWithoutTwoPartsIsRefused(String id) {
        assertBadLine(5, with(5, id + ",JPN_HFCE,65"), "ECONOMY_SECTOR", "'" + id + "'");
        assertBadLine(5, with(5, "JPN_c1," + id + ",65"), "ECONOMY_SECTOR", "'" + id + "'");
    }

    @Test
    void anEconomyThatOnlyBuysIsRefusedWithTheNearestSeller() {
        assertBadLine(7, with(7, "JPN_c2,CHM_HFCE,85"), "CHM buys but never sells", "misspelling of CHN");
    }

    @Test
    void outputForSomeIndustriesOnlyIsRefused() {
        assertBadData(() -> read(without(13)), file.toString(), "none for JPN_c2", "cut off");
    }

    @Test
    void anEmptyFileAndAHeaderAloneAreRefused() {
        assertBadData(() -> read(List.of()), file.toString(), "an empty file");
        assertBadData(() -> read(LINES.subList(0, 1)), file.toString(), "the header only");
        assertBadData(() -> read(List.of("from,to,value", "OUT,JPN_c1,100")), file.toString(), "lines from OUT only");
    }

    @Test
    void anOpenQuotationMarkIsRefused() {
        assertBadData(() -> read(with(4, "\"JPN_c1,CHN_c2,5")), file.toString(), "line 4");
    }

    @Test
    void aTableCutAtALineIsRefusedByItsIdentities() {
        List<String> cut = new ArrayList<>(LINES);
        cut.removeAll(LINES.subList(6, 11));
        assertBadData(() -> read(cut));
        assertBadData(() -> read(without(11)), "row sums", "CHN_c2", "75");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        List<String> accented = with(3, "JPN_c1,JPN_caf\u00e9,20");
        assertBadData(
                () -> readBytes(bytes(accented, StandardCharsets.ISO_8859_1)), file.toString(), "line 2", "not UTF-8");
        assertBadData(() -> readBytes(bytes(LINES, StandardCharsets.UTF_16)), file.toString(), "line 2", "not UTF-8");
        assertBadData(() -> readBytes(bytes(LINES, StandardCharsets.UTF_16LE)), file + ", line 1");
    }

    @Test
    void aZipInAZipIsToldToBeUnpacked() throws IOException {
        Path outer = folder.resolve("outer.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(outer))) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(gzip(LINES));
        }
        assertBadData(
                () -> TableFormat.LONG.read(outer, ImportOptions.of("t").year(2020)),
                "holds another zip",
                "unpack outer.zip first, and name inner.zip then");
    }

    @Test
    void aTruncatedGzipIsRefusedWhereverItEnds() throws IOException {
        byte[] whole = gzip(LINES);
        for (int length = 3; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            boolean inHeader = length < 10; // of gzip, before the first line
            assertBadData(() -> readBytes(cut), file.toString(), inHeader ? "to its end" : "line", "cut off");
        }
    }

    @Test
    void aGzipWithAWrongChecksumIsRefused() throws IOException {
        byte[] whole = gzip(LINES);
        whole[whole.length - 8] ^= 1;
        assertBadData(() -> readBytes(whole), file.toString(), "line");
    }

    @Test
    void anArchiveThatSwellsIsToldAsSuch() throws IOException {
        file = folder.resolve("table.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes(LINES, StandardCharsets.UTF_8));
            byte[] same = "JPN_c1,JPN_c1,10\n".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < 70; k++) {
                out.write(same);
            }
        }
        assertBadData(() -> SmallTable.read(file), "swells", "MiB");
    }

    @Test
    void aTableInAnotherLayoutIsAnsweredWithItsFormat() {
        List<String> wide =
                List.of("V1,JPN_A01,CHN_A01,JPN_HFCE,CHN_HFCE,OUT", "JPN_A01,1,2,3,4,10", "CHN_A01,1,2,3,4,10");
        assertWrongUse(() -> read(wide), file.toString(), "the layout of icio", "you meant format icio");
    }

    @Test
    void anIndustryWithZeroOutputIsAccepted() {
        World world = read(List.of(
                "from,to,value",
                "JPN_c1,JPN_c1,10",
                "JPN_c1,JPN_HFCE,90",
                "CHN_c2,CHN_HFCE,80",
                "CHN_c2,JPN_c1,20",
                "OUT,JPN_c1,100",
                "OUT,CHN_c2,100"));
        assertEquals(0, world.output(world.industry(0, 1)));
        assertEquals(70, world.valueAdded(0));
    }

    @Test
    void negativeValuesAreKept() {
        World world = read(and("JPN_c2,JPN_INVNT,-7", "JPN_c2,JPN_HFCE,7"));
        assertEquals(-7, world.y(1, 0, world.finalUses().indexOf(FinalUse.of("INVNT"))));
    }

    @Test
    void namesAreTakenWhereGiven() {
        SmallTable.write(file, LINES);
        World world = LongTable.read(
                file,
                SmallTable.about("small"),
                new LongTable.Names(
                        Map.of("JPN", new Economy("JAP", "Japan")), Map.of("c1", new Sector("01", "A", "Farms"))));
        assertEquals("JAP_01", world.label(0));
        assertEquals("CHN_c2", world.label(3));
    }

    @Test
    void aTableTooLargeForThisMachineIsRefusedBeforeRoomIsMade() {
        List<String> lines = new ArrayList<>(List.of("from,to,value"));
        for (int k = 0; k < 2000; k++) {
            lines.add("E%d_s%d,E%d_HFCE,1".formatted(k, k, k));
        }
        assertBadData(() -> read(lines), file.toString(), "2000 economies x 2000 sectors");
    }

    @Test
    void noFileAndAFolderAreWrongUse() {
        assertWrongUse(() -> SmallTable.read(folder.resolve("other.csv")), "other.csv");
        assertWrongUse(() -> SmallTable.read(folder), "folder");
    }

    @Test
    void aFileThatMayNotBeReadIsAnErrorOfTheFileSystem() throws IOException {
        // a symbolic link to itself cannot be opened even by an administrator
        Files.createSymbolicLink(file, file);
        assertThrows(UncheckedIOException.class, () -> SmallTable.read(file));
    }

    @Test
    void columnsMayStandInAnyOrderAndThousandsBeQuoted() {
        List<String> swapped = new ArrayList<>();
        for (String line : LINES) {
            String[] parts = line.split(",", -1);
            swapped.add(parts[1] + "," + parts[0] + "," + parts[2]);
        }
        World whole = read(LINES);
        World world = read(swapped);
        for (int i = 0; i < whole.size(); i++) {
            for (int j = 0; j < whole.size(); j++) {
                assertEquals(whole.z(i, j), world.z(i, j));
            }
        }
        List<String> quoted = new ArrayList<>(LINES);
        quoted.removeIf(line -> line.startsWith("OUT,"));
        quoted.add("CHN_c2,JPN_INVNT,\"1,234.5\"");
        assertEquals(1234.5, read(quoted).y(3, 0, 1));
    }

    @Test
    void threeColumnsOfOtherNamesAreNotTakenForALineOfFlows() {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(0, "to,seller,value");
        assertBadLine(1, lines, "its columns are to be called from, to and value");
    }
}
