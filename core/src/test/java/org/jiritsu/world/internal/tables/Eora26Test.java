package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Eora26Test {
    private static final ImportOptions OPTIONS = ImportOptions.of("eora");

    private final Fixture fixture = new Fixture(
            List.of("AFG", "SUD"),
            List.of("Agriculture", "Mining and Quarrying"),
            List.of("Household final consumption P.3h", "Acquisitions less disposals of valuables P.53"),
            3);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        put("Eora26_2015_bp_T.txt", numbers(fixture.z, 1, "7000"));
        put("Eora26_2015_bp_FD.txt", numbers(fixture.y, 2, "5000"));
        put(
                "labels_T.txt",
                labels("Industries", fixture.sectors) + "Statistical Discrepancies\tROW\tIndustries\tTOTAL\t");
        put(
                "labels_FD.txt",
                labels("Final Demand", fixture.uses)
                        + fixture.uses.stream()
                                .map(use -> "Statistical Discrepancies\tROW\tFinal Demand\t" + use + "\t\n")
                                .collect(Collectors.joining()));
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** The cells, with columns and a row of discrepancies behind them. */
    private static String numbers(BigDecimal[][] cells, int more, String discrepancy) {
        List<String> lines = new ArrayList<>();
        for (BigDecimal[] row : cells) {
            lines.add(Stream.concat(
                            Stream.of(row).map(BigDecimal::toPlainString),
                            Stream.generate(() -> discrepancy).limit(more))
                    .collect(Collectors.joining("\t")));
        }
        lines.add("1000\t".repeat(cells[0].length + more - 1) + "1000");
        return String.join("\n", lines) + "\n";
    }

    private String labels(String kind, List<String> items) {
        Map<String, String> names = Map.of("AFG", "Afghanistan", "SUD", "Sudan");
        return fixture.economies.stream()
                .flatMap(e -> items.stream().map(i -> "%s\t%s\t%s\t%s\t\n".formatted(names.get(e), e, kind, i)))
                .collect(Collectors.joining());
    }

    private void assertHolds(World world) {
        assertEquals(
                List.of("AFG", "SDN"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(
                List.of("HFCE", "VALUABLES"),
                world.finalUses().stream().map(FinalUse::code).toList());
        assertEquals("Eora26, basic prices, 2015", world.about().title().english());
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(fixture.x[i].doubleValue() / 1000, world.output(i), 1e-12 * fixture.x[i].doubleValue());
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(fixture.z[i][j].doubleValue() / 1000, world.z(i, j));
            }
            for (int c = 0; c < fixture.y[i].length; c++) {
                assertEquals(fixture.y[i][c].doubleValue() / 1000, world.y(i, c / 2, c % 2));
            }
        }
    }

    @Test
    void readsThousandsOfDollarsWithoutTheDiscrepancies() {
        assertEquals(Optional.of(TableFormat.EORA26), TableFormat.sniff(folder));
        World world = TableFormat.EORA26.read(folder, OPTIONS);
        assertHolds(world);
        // bought: 4 industries x (7,000 + 2 x 5,000); sold: (5 + 6) x 1,000
        String notes = world.about().notes().toString();
        assertTrue(notes.contains("purchases of 68 and sales of 11 million USD"), notes);
    }

    @Test
    void readsTheZipOfAYearWithTheLabelsInIndicesBesideIt() throws IOException {
        zip("Eora26_2015_bp.zip", "Eora26_2015_bp_T.txt", "Eora26_2015_bp_FD.txt");
        zip("indices.zip", "labels_T.txt", "labels_FD.txt");
        assertHolds(TableFormat.EORA26.read(folder.resolve("Eora26_2015_bp.zip"), OPTIONS));
        assertHolds(TableFormat.EORA26.read(folder, OPTIONS));
        Files.copy(folder.resolve("Eora26_2015_bp.zip"), folder.resolve("one.zip"));
        Files.delete(folder.resolve("indices.zip"));
        String message = assertThrows(
                        InputException.class, () -> TableFormat.EORA26.read(folder.resolve("one.zip"), OPTIONS))
                .getMessage();
        assertTrue(message.contains("labels_T.txt") && message.contains("indices.zip"), message);
    }

    /** Moves files into a zip. */
    private void zip(String name, String... files) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String file : files) {
                out.putNextEntry(new ZipEntry(file));
                out.write(Files.readAllBytes(folder.resolve(file)));
                out.closeEntry();
                Files.delete(folder.resolve(file));
            }
        }
    }

    @Test
    void wantsTheYearOfSeveral() throws IOException {
        put("Eora26_2016_bp_T.txt", "1\n");
        String message = assertThrows(InputException.class, () -> TableFormat.EORA26.read(folder, OPTIONS))
                .getMessage();
        assertTrue(message.contains("2015, 2016") && message.contains("--year 2016"), message);
        assertHolds(TableFormat.EORA26.read(folder, OPTIONS.year(2015)));
    }

    @Test
    void refusesFilesThatDoNotFitTheirLabels() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("Eora26_2015_bp_T.txt"), StandardCharsets.UTF_8);
        put("Eora26_2015_bp_T.txt", String.join("\n", lines.subList(0, 4)) + "\n");
        String rows = assertThrows(InputException.class, () -> TableFormat.EORA26.read(folder, OPTIONS))
                .getMessage();
        assertTrue(rows.contains("5 rows") && rows.contains("4 rows"), rows);
        put("Eora26_2015_bp_T.txt", "1\t2\n");
        String columns = assertThrows(InputException.class, () -> TableFormat.EORA26.read(folder, OPTIONS))
                .getMessage();
        assertTrue(columns.contains("line 1") && columns.contains("5 numbers"), columns);
    }
}
