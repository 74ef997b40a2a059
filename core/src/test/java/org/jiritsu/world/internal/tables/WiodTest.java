package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.Sector;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiodTest {
    private static final ImportOptions OPTIONS = ImportOptions.of("wiod");
    private static final List<String> ECONOMIES = List.of("AUS", "ROM", "RoW");

    @TempDir
    private Path folder;

    private static Fixture fixture(int sectors, int decimals) {
        List<String> codes = new ArrayList<>();
        for (int s = 1; s <= sectors; s++) {
            codes.add("c" + s);
        }
        return new Fixture(ECONOMIES, codes, List.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT"), decimals);
    }

    /** The sheet of either release: four header lines below the title, four label columns, totals below. */
    private static List<List<String>> sheet(Fixture fixture, int first, int titles) {
        List<Integer> uses = first == 37 ? List.of(37, 38, 39, 41, 42) : List.of(57, 58, 59, 60, 61);
        int sectors = fixture.sectors.size();
        int width = 4 + fixture.n() + 15 + 1;
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < titles + 4; k++) {
            rows.add(new ArrayList<>(Collections.nCopies(width, "")));
        }
        rows.get(0).set(0, "Intercountry Input-Output Table, 2014");
        for (int c = 0; c < width - 4; c++) {
            boolean total = c == width - 5;
            boolean industry = c < fixture.n();
            String economy = total ? "TOT" : ECONOMIES.get(industry ? c / sectors : (c - fixture.n()) / 5);
            int number = total
                    ? first + 5 + (first == 37 ? 18 : 0)
                    : industry ? c % sectors + 1 : uses.get((c - fixture.n()) % 5);
            rows.get(titles).set(4 + c, total ? "GO" : "code" + number);
            rows.get(titles + 1).set(4 + c, total ? "Total output" : "\"Name, " + number + "\"");
            rows.get(titles + 2).set(4 + c, economy);
            rows.get(titles + 3).set(4 + c, "c" + number);
        }
        List<List<String>> source = fixture.icio("", "tax", "added", "out");
        for (int i = 0; i < fixture.n(); i++) {
            rows.add(labelled(
                    List.of(
                            "code" + (i % sectors + 1),
                            "\"Name, " + (i % sectors + 1) + "\"",
                            ECONOMIES.get(i / sectors),
                            "r" + (i % sectors + 1)),
                    source.get(i + 1)));
        }
        List<String> intermediate = new ArrayList<>(source.get(fixture.n() + 1));
        for (int j = 0; j < fixture.n(); j++) {
            intermediate.set(j + 1, fixture.x[j].subtract(fixture.valueAdded[j]).toPlainString());
        }
        rows.add(labelled(List.of("II_fob", "Total intermediate consumption", "TOT", "r65"), intermediate));
        rows.add(labelled(
                List.of("TXSP", "taxes less subsidies on products", "TOT", "r66"), source.get(fixture.n() + 1)));
        rows.add(labelled(List.of("VA", "Value added at basic prices", "TOT", "r70"), source.get(fixture.n() + 2)));
        rows.add(labelled(List.of("GO", "Output at basic prices", "TOT", "r73"), source.get(fixture.n() + 3)));
        return rows;
    }

    private static List<String> labelled(List<String> labels, List<String> row) {
        List<String> all = new ArrayList<>(labels);
        all.addAll(row.subList(1, row.size()));
        return all;
    }

    private static void assertHolds(Fixture fixture, World world, double tolerance) {
        assertEquals(
                List.of("AUS", "ROU", "ROW"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(
                List.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT"),
                world.finalUses().stream().map(FinalUse::code).toList());
        assertEquals(new Sector("c2", "code2", "Name, 2"), world.sectors().get(1));
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(fixture.x[i].doubleValue(), world.output(i), tolerance);
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(fixture.z[i][j].doubleValue(), world.z(i, j));
            }
            for (int c = 0; c < fixture.y[i].length; c++) {
                assertEquals(fixture.y[i][c].doubleValue(), world.y(i, c / 5, c % 5));
            }
        }
    }

    @Test
    void readsTheSheetOf2016SavedAsCsv() throws IOException {
        Fixture fixture = fixture(56, 3);
        Path file =
                Files.writeString(folder.resolve("WIOT2014_Nov16_ROW.csv"), Fixture.text(sheet(fixture, 57, 2), ","));
        World world = TableFormat.WIOD.read(file, OPTIONS);
        assertHolds(fixture, world, 1e-9);
        assertEquals(2014, world.about().year());
        assertTrue(world.about().title().english().contains("2016 release"));
    }

    @Test
    void readsTheSheetOf2013InWholeNumbers() throws IOException {
        Fixture fixture = fixture(35, 0);
        Path file = Files.writeString(folder.resolve("wiot11_row_apr12.csv"), Fixture.text(sheet(fixture, 37, 2), ","));
        World world = TableFormat.WIOD.read(file, OPTIONS);
        assertHolds(fixture, world, 1e-9);
        assertEquals(2011, world.about().year());
        assertTrue(world.about().title().english().contains("2013 release"));
    }

    @Test
    void readsTheTableOfTheRFilesSavedAsCsv() throws IOException {
        Fixture fixture = fixture(56, 4);
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> sheet = sheet(fixture, 57, 2);
        List<String> header =
                new ArrayList<>(List.of("", "IndustryCode", "IndustryDescription", "Country", "RNr", "Year"));
        for (int c = 4; c < sheet.getFirst().size() - 1; c++) {
            header.add(sheet.get(4).get(c) + sheet.get(5).get(c).substring(1));
        }
        header.add("TOT");
        rows.add(header);
        for (List<String> row : sheet.subList(6, sheet.size())) {
            List<String> line = new ArrayList<>(List.of(
                    "\"1\"", row.get(0), row.get(1), row.get(2), row.get(3).substring(1), "2014"));
            line.addAll(row.subList(4, row.size()));
            rows.add(line);
        }
        Path file = Files.writeString(folder.resolve("WIOT2014_October16_ROW.csv"), Fixture.text(rows, ","));
        World world = TableFormat.WIOD.read(file, OPTIONS);
        assertHolds(fixture, world, 1e-9);
        assertEquals(2014, world.about().year());
    }

    @Test
    void readsTheWorkbook() throws IOException {
        Fixture fixture = fixture(4, 2);
        Path file = folder.resolve("WIOT2014_Nov16_ROW.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("2014");
            List<List<String>> rows = sheet(fixture, 57, 2);
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    String text = rows.get(r).get(c).replace("\"", "");
                    if (text.isEmpty()) {
                        continue;
                    }
                    if (r >= 6 && c >= 4) {
                        sheet.value(r, c, new BigDecimal(text));
                    } else {
                        sheet.value(r, c, text);
                    }
                }
            }
        }
        World world = TableFormat.WIOD.read(file, OPTIONS);
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(fixture.x[i].doubleValue(), world.output(i), 1e-9);
            assertEquals(fixture.z[i][0].doubleValue(), world.z(i, 0), 1e-12);
        }
        assertEquals("Name, 2", world.sectors().get(1).name());
        assertTrue(world.about().notes().stream().anyMatch(n -> n.english().contains("4 sectors")));
    }

    @Test
    void takesNoOtherWorkbookForWiod() throws IOException {
        Path file = folder.resolve("ADB-MRIO-2022.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Legend");
            sheet.value(0, 0, "Multiregional table");
            sheet.value(1, 0, "c1");
        }
        assertEquals(java.util.Optional.empty(), TableFormat.sniff(file));
        String other = assertThrows(InputException.class, () -> TableFormat.ICIO.read(file, OPTIONS))
                .getMessage();
        assertTrue(other.contains("a workbook that is laid out in another way") && !other.contains("wiod"), other);
        String wiod = assertThrows(InputException.class, () -> TableFormat.WIOD.read(file, OPTIONS))
                .getMessage();
        assertTrue(wiod.contains("the first sheet is not laid out as WIOD"), wiod);
        assertTrue(!assertThrows(InputException.class, () -> TableFormat.of("mrio", file))
                .getMessage()
                .contains("wiod."));
    }

    @Test
    void refusesABinaryWorkbook() throws IOException {
        Path file = Files.writeString(folder.resolve("WIOT2014_Nov16_ROW.xlsb"), "PK");
        String message = assertThrows(InputException.class, () -> TableFormat.WIOD.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("xlsx"), message);
    }

    @Test
    void stopsAWorkbookThatSwells() throws IOException {
        Path file = folder.resolve("WIOT2014_Nov16_ROW.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int k = 0; k < 90; k++) {
                out.write(blanks);
            }
            out.closeEntry();
        }
        String message = assertThrows(InputException.class, () -> TableFormat.WIOD.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("swells"), message);
    }

    @Test
    void refusesAWorkbookThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("WIOT2014_Nov16_ROW.xlsx"), "PK but no workbook");
        assertThrows(InputException.class, () -> TableFormat.WIOD.read(file, OPTIONS));
    }
}
