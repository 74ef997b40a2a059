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
import java.util.Optional;
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

class AdbTest {
    private static final ImportOptions OPTIONS = ImportOptions.of("adb");
    private static final int HEADER = 7;

    private final Fixture fixture = new Fixture(
            List.of("PRC", "INO", "RoW"), List.of("c1", "c2", "c3"), List.of("F1", "F2", "F3", "F4", "F5"), 3);

    @TempDir
    private Path folder;

    /** The sheet as published: five title lines, economies, codes; r60 to r69 below, a note at the end. */
    private List<List<String>> sheet() {
        List<List<String>> source = fixture.icio("", "tax", "added", "out");
        int width = 4 + source.getFirst().size() - 1;
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < HEADER; k++) {
            rows.add(new ArrayList<>(Collections.nCopies(width + 1, "")));
        }
        rows.getFirst().set(0, "Multiregional Input-Output Table");
        for (int c = 4; c < width - 1; c++) {
            Label.Cell cell = Label.split(source.getFirst().get(c - 3), "test");
            rows.get(4).set(c, "Name of " + cell.item());
            rows.get(5).set(c, cell.economy());
            rows.get(6).set(c, cell.item());
        }
        rows.get(5).set(width - 1, "ToT");
        rows.get(6).set(width, "check"); // what stands behind the table
        for (int i = 0; i < fixture.n(); i++) {
            Label.Cell cell = Label.split(source.get(i + 1).getFirst(), "test");
            rows.add(row(List.of("", "Name of " + cell.item(), cell.economy(), cell.item()), source.get(i + 1)));
        }
        List<String> intermediate = new ArrayList<>(source.get(fixture.n() + 1));
        for (int j = 0; j < fixture.n(); j++) {
            intermediate.set(j + 1, fixture.x[j].subtract(fixture.valueAdded[j]).toPlainString());
        }
        rows.add(row(List.of("", "Intermediate input total", "ToT", "r60"), intermediate));
        rows.add(row(List.of("", "taxes less subsidies on products", "ToT", "r99"), source.get(fixture.n() + 1)));
        rows.add(row(List.of("", "value added at basic prices", "ToT", "r64"), source.get(fixture.n() + 2)));
        rows.add(row(List.of("", "TOTAL", "ToT", "r69"), source.get(fixture.n() + 3)));
        List<String> note = new ArrayList<>(Collections.nCopies(width + 1, ""));
        note.set(1, "Note: preliminary");
        rows.add(note);
        return rows;
    }

    private static List<String> row(List<String> labels, List<String> cells) {
        List<String> all = new ArrayList<>(labels);
        all.addAll(cells.subList(1, cells.size()));
        all.add("0.5");
        return all;
    }

    private Path workbook(List<List<String>> rows) throws IOException {
        Path file = folder.resolve("ADB-MRIO-2022.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("ADB MRIO 2022");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    String text = rows.get(r).get(c);
                    if (text.matches("-?[0-9.]+")) {
                        sheet.value(r, c, new BigDecimal(text));
                    } else if (!text.isEmpty()) {
                        sheet.value(r, c, text);
                    }
                }
            }
        }
        return file;
    }

    private void assertHolds(World world) {
        assertEquals(
                List.of("CHN", "IDN", "ROW"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(
                List.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT"),
                world.finalUses().stream().map(FinalUse::code).toList());
        assertEquals(new Sector("c2", "", "Name of c2"), world.sectors().get(1));
        assertEquals(2022, world.about().year());
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(fixture.x[i].doubleValue(), world.output(i), 1e-9);
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(fixture.z[i][j].doubleValue(), world.z(i, j), 1e-12);
            }
            for (int c = 0; c < fixture.y[i].length; c++) {
                assertEquals(fixture.y[i][c].doubleValue(), world.y(i, c / 5, c % 5), 1e-12);
            }
        }
    }

    @Test
    void readsTheWorkbook() throws IOException {
        Path file = workbook(sheet());
        assertEquals(Optional.of(TableFormat.ADB), TableFormat.sniff(file));
        assertHolds(TableFormat.ADB.read(file, OPTIONS));
    }

    @Test
    void readsTheSheetSavedAsCsv() throws IOException {
        Path file = Files.writeString(folder.resolve("ADB-MRIO-2022.csv"), Fixture.text(sheet(), ","));
        assertHolds(TableFormat.ADB.read(file, OPTIONS));
    }

    @Test
    void countsBlanksAsZero() throws IOException {
        fixture.z[0][1] = BigDecimal.ZERO;
        fixture.close();
        List<List<String>> rows = sheet();
        rows.get(HEADER).set(5, " ");
        World world = TableFormat.ADB.read(workbook(rows), OPTIONS);
        assertHolds(world);
        assertTrue(world.about().notes().stream().anyMatch(n -> n.english().contains("1 cells are blank")));
    }

    @Test
    void holdsTheTotalsAgainstTheCells() throws IOException {
        List<List<String>> rows = sheet();
        rows.get(HEADER + fixture.n() + 2).set(4, "1");
        String message = assertThrows(InputException.class, () -> TableFormat.ADB.read(workbook(rows), OPTIONS))
                .getMessage();
        assertTrue(message.contains("output = purchases + value added and taxes"), message);
    }

    @Test
    void isNotReadAsWiod() throws IOException {
        Path file = workbook(sheet());
        String message = assertThrows(InputException.class, () -> TableFormat.WIOD.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("you meant format adb"), message);
    }
}
