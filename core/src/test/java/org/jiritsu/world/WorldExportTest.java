package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldExportTest {
    private final World world = TestWorlds.random(9, 3, 4, true);

    @TempDir
    private Path folder;

    private void assertSame(World back) {
        WorldDiff diff = WorldDiff.of(world, back, 3);
        assertTrue(diff.same(), diff.toString());
        assertEquals(
                world.economies().stream().map(Economy::code).toList(),
                back.economies().stream().map(Economy::code).toList());
    }

    @Test
    void theLongFormReadsBackBitByBit() {
        WorldExport.csv(world, folder.resolve("w.csv"));
        assertSame(LongTable.read(folder.resolve("w.csv"), TestWorlds.about("back"), LongTable.Names.NONE));
    }

    @Test
    void theLongFormMayBeGzipped() {
        WorldExport.csv(world, folder.resolve("w.csv.gz"));
        assertSame(TableFormat.LONG.read(
                folder.resolve("w.csv.gz"), ImportOptions.of("back").year(2020)));
    }

    @Test
    void pymrioFoldersReadBackBitByBit() throws IOException {
        WorldExport.pymrio(world, folder.resolve("system"));
        assertSame(TableFormat.PYMRIO.read(
                folder.resolve("system"), ImportOptions.of("back").year(2020)));
        assertTrue(Files.readString(folder.resolve("system/file_parameters.json"))
                .contains("\"systemtype\" : \"IOSystem\""));
    }

    @Test
    void pymrioFoldersOfParquetReadBackBitByBit() throws IOException {
        WorldExport.pymrioParquet(world, folder.resolve("system"));
        assertSame(TableFormat.PYMRIO.read(
                folder.resolve("system"), ImportOptions.of("back").year(2020)));
        try (Stream<Path> files = Files.list(folder.resolve("system"))) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".txt")));
        }
    }

    @Test
    void parquetHoldsTheSameCells() throws SQLException {
        WorldExport.parquet(world, folder.resolve("w.parquet"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT \"from\", \"to\", value FROM '%s'".formatted(folder.resolve("w.parquet")))) {
            int count = 0;
            while (rows.next()) {
                int to = world.economyCount() * world.sectorCount();
                String from = rows.getString(1);
                for (int i = 0; i < to && !from.equals("OUT"); i++) {
                    for (int j = 0; j < to; j++) {
                        if (world.label(i).equals(from) && world.label(j).equals(rows.getString(2))) {
                            assertEquals(world.z(i, j), rows.getDouble(3));
                            count++;
                        }
                    }
                }
            }
            assertTrue(count > 100, "only " + count);
        }
    }

    @Test
    void nothingIsOverwrittenAndNothingIsLeftBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("w.csv"), "mine");
        assertThrows(InputException.class, () -> WorldExport.csv(world, file));
        assertEquals("mine", Files.readString(file));
        WorldExport.parquet(world, folder.resolve("w.parquet"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }
}
