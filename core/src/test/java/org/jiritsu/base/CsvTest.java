package org.jiritsu.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    private static final List<String> COLUMNS = List.of("code", "value");

    @TempDir
    private Path folder;

    @Test
    void readsColumnsInAnyOrderBelowAByteOrderMarkAndComments() throws IOException {
        List<Csv.Row> rows = read("\uFEFF# who\nvalue , code,more\n 1.5, JPN ,x\n\"1,234.5\",\"a, b\",\n");
        assertEquals("JPN", rows.getFirst().text("code"));
        assertEquals(1.5, rows.getFirst().number("value"));
        assertEquals(1234.5, rows.getLast().number("value"));
        assertEquals("a, b", rows.getLast().text("code"));
        assertEquals(4, rows.getLast().line());
        assertEquals("", rows.getLast().text("of another file"));
    }

    @Test
    void readsGzipWhateverItIsCalled() throws IOException {
        assertEquals(
                2,
                Csv.read(write(packed("code,value\nJPN,2\n")), COLUMNS)
                        .getFirst()
                        .number("value"));
    }

    @Test
    void readsNumbersAsPeopleWriteThem() {
        assertEquals(Optional.of(-1234567.5), Csv.number("-1,234,567.5"));
        assertEquals(Optional.of(1.2e6), Csv.number("1.2e6"));
        assertEquals(Optional.of(.5), Csv.number(".5"));
        for (String no : List.of("", "12d", "0x1p3", "NaN", "1,23", "12,34,567", "1.234,5", "1e999", "1 234", "-")) {
            assertEquals(Optional.empty(), Csv.number(no), no);
        }
    }

    @Test
    void saysFileLineAndColumnOfWhatIsNoNumber() {
        assertRefused("code,value\nJPN,1\nCHN,n/a\n", "t.csv, line 3, column 2 (value)", "'n/a'");
        assertRefused("code,value\nJPN,\"1,5\"\n", "line 2, column 2 (value)", "decimal comma");
        assertRefused("code,value\nJPN,\n", "line 2, column 2 (value): the cell is empty");
    }

    @Test
    void saysWhatColumnIsMissing() {
        assertRefused("code,valu\nJPN,1\n", "line 1: the header has no column value", "'valu' is meant to be 'value'");
        assertRefused("code;value\nJPN;1\n", "the file uses ';'");
        assertRefused("JPN,1\n", "the line with the names of the columns is missing");
        assertRefused("code,value,code\nJPN,1,2\n", "column code stands twice");
        assertRefused("", "is empty", "a header code,value");
    }

    @Test
    void saysWhichLineHasAnotherNumberOfCells() {
        assertRefused("code,value\nJPN,1\nCHN\n", "line 3: a line of 1 cells", "2 cells: code,value", "cut off here");
        assertRefused("code,value\nJPN,1,234.5\n", "line 2: a line of 3 cells", "without quotation marks");
    }

    @Test
    void letsOptionalColumnsAndEmptyCellsBehindTheLastGo() throws IOException {
        Path file = write("code,value,name\nJPN,1\nCHN,2,China,,\n".getBytes(StandardCharsets.UTF_8));
        List<Csv.Row> rows = Csv.read(file, COLUMNS, List.of("name"));
        assertEquals(
                List.of("", "China"), rows.stream().map(r -> r.text("name")).toList());
        assertThrows(InputException.class, () -> rows.getFirst().filled("name"));
    }

    @Test
    void saysWhatTheBytesAre() throws IOException {
        assertRefused("code,value\nJPN,1\n\"CHN,2\n", "a quotation mark is open");
        assertRefused(write("code,value\nTürkiye,1\n".getBytes(StandardCharsets.ISO_8859_1)), "is not UTF-8 text");
        byte[] packed = packed("code,value\n" + "JPN,1\n".repeat(9000));
        assertRefused(write(Arrays.copyOf(packed, packed.length / 2)), "cannot be read to its end");
        assertRefused(folder.resolve("none.csv"), "There is no such file");
    }

    @Test
    void offersTheNearestWord() throws IOException {
        Csv.Row row = read("code,value\nrwo,1\n").getFirst();
        InputException e = assertThrows(InputException.class, () -> row.oneOf("code", List.of("row", "column")));
        assertTrue(e.getMessage().endsWith("Maybe you meant 'row'."), e.getMessage());
        assertThrows(InputException.class, () -> row.number("value", 2, 3));
        assertEquals(1, row.whole("value"));
    }

    private List<Csv.Row> read(String text) throws IOException {
        return Csv.read(write(text.getBytes(StandardCharsets.UTF_8)), COLUMNS);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("t.csv"), bytes);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void assertRefused(String text, String... told) {
        try {
            assertRefused(write(text.getBytes(StandardCharsets.UTF_8)), told);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(Path file, String... told) {
        InputException e =
                assertThrows(InputException.class, () -> Csv.read(file, COLUMNS).forEach(row -> row.number("value")));
        for (String words : told) {
            assertTrue(e.getMessage().contains(words), e.getMessage());
        }
    }
}
