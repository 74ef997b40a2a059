package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PymrioTest {
    private static final List<String> USES = List.of(
            "Final consumption expenditure by households",
            "Final consumption expenditure by non-profit organisations serving households (NPISH)",
            "Final consumption expenditure by government",
            "Gross fixed capital formation",
            "Changes in inventories",
            "Changes in valuables",
            "Exports: Total (fob)");
    private static final ImportOptions EUR = ImportOptions.of("exio").rate(1.25, "made up");

    private final Fixture fixture =
            new Fixture(List.of("AT", "WA"), List.of("Cultivation of wheat, spelt", "Extraction of oil"), USES, 5);

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectory(temporary.resolve("IOT_2019_ixi"));
        unit("M.EUR");
        matrix("Z", fixture.sectors, "sector", fixture.z);
        matrix("Y", fixture.uses, "category", fixture.y);
        StringBuilder x = new StringBuilder("region\tsector\tindout\n");
        for (int i = 0; i < fixture.n(); i++) {
            x.append(label(i)).append('\t').append(fixture.x[i].toPlainString()).append('\n');
        }
        Files.writeString(folder.resolve("x.txt"), x);
        Files.writeString(folder.resolve("file_parameters.json"), "{\"systemtype\": \"IOSystem\", \"files\": {}}");
    }

    private void unit(String unit) throws IOException {
        StringBuilder text = new StringBuilder("region\tsector\tunit\n");
        for (int i = 0; i < fixture.n(); i++) {
            text.append(label(i)).append('\t').append(unit).append('\n');
        }
        Files.writeString(folder.resolve("unit.txt"), text);
    }

    private String label(int i) {
        return fixture.economies.get(i / fixture.sectors.size()) + "\t"
                + fixture.sectors.get(i % fixture.sectors.size());
    }

    private void matrix(String name, List<String> items, String level, BigDecimal[][] values) throws IOException {
        List<String> regions = new ArrayList<>(List.of("region", ""));
        List<String> second = new ArrayList<>(List.of(level, ""));
        for (String economy : fixture.economies) {
            regions.addAll(Collections.nCopies(items.size(), economy));
            second.addAll(items);
        }
        StringBuilder text = new StringBuilder();
        text.append(String.join("\t", regions))
                .append('\n')
                .append(String.join("\t", second))
                .append('\n');
        text.append("region\tsector").append("\t".repeat(regions.size() - 2)).append('\n');
        for (int i = 0; i < values.length; i++) {
            text.append(label(i));
            for (BigDecimal value : values[i]) {
                text.append('\t').append(value.toPlainString());
            }
            text.append('\n');
        }
        Files.writeString(folder.resolve(name + ".txt"), text);
    }

    private void assertHolds(World world, double factor) {
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(fixture.x[i].doubleValue() * factor, world.output(i), 1e-9 * world.output(i));
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(fixture.z[i][j].doubleValue() * factor, world.z(i, j), 1e-9);
            }
            for (int c = 0; c < fixture.y[i].length; c++) {
                assertEquals(fixture.y[i][c].doubleValue() * factor, world.y(i, c / 7, c % 7), 1e-12);
            }
        }
    }

    @Test
    void readsExiobaseFromAFolder() {
        World world = TableFormat.EXIOBASE.read(folder, EUR);
        assertHolds(world, 1.25);
        assertEquals(
                List.of("AUT", "WWA"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(
                List.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "VALUABLES", "EXPORT"),
                world.finalUses().stream().map(FinalUse::code).toList());
        assertEquals(2019, world.about().year());
        assertTrue(world.about().title().english().contains("industry by industry"));
    }

    @Test
    void readsExiobaseFromAZipWithCoefficientsOnly() throws IOException {
        BigDecimal[][] a = new BigDecimal[fixture.n()][fixture.n()];
        for (int i = 0; i < fixture.n(); i++) {
            for (int j = 0; j < fixture.n(); j++) {
                a[i][j] = fixture.z[i][j].divide(fixture.x[j], 18, RoundingMode.HALF_EVEN);
            }
        }
        Files.delete(folder.resolve("Z.txt"));
        matrix("A", fixture.sectors, "sector", a);
        Path zip = temporary.resolve("IOT_2018_pxp.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Source source : Source.in(folder)) {
                out.putNextEntry(new ZipEntry("IOT_2018_pxp/" + source.name()));
                out.write(Files.readAllBytes(source.file()));
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("IOT_2018_pxp/satellite/unit.txt"));
            out.write("stressor\tunit\nCO2\tkg\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        World world = TableFormat.EXIOBASE.read(zip, EUR);
        assertHolds(world, 1.25);
        assertEquals(2018, world.about().year());
        assertTrue(world.about().title().english().contains("product by product"));
        assertTrue(world.about().notes().stream().anyMatch(n -> n.english().contains("A times")));
    }

    @Test
    void asksForARate() {
        String message = assertThrows(
                        InputException.class, () -> TableFormat.EXIOBASE.read(folder, ImportOptions.of("exio")))
                .getMessage();
        assertTrue(message.contains("--rate"), message);
    }

    @Test
    void refusesAHybridTable() throws IOException {
        Path unit = folder.resolve("unit.txt");
        Files.writeString(unit, Files.readString(unit).replaceFirst("M.EUR", "tonnes"));
        String message = assertThrows(InputException.class, () -> TableFormat.EXIOBASE.read(folder, EUR))
                .getMessage();
        assertTrue(message.contains("tonnes"), message);
    }

    @Test
    void refusesATableOfAnotherYearBesideIt() throws IOException {
        Path x = folder.resolve("x.txt");
        Files.writeString(x, Files.readString(x).replaceFirst("\t[0-9.]+\n", "\t123.5\n"));
        String message = assertThrows(InputException.class, () -> TableFormat.EXIOBASE.read(folder, EUR))
                .getMessage();
        assertTrue(message.contains("contradict"), message);
    }

    @Test
    void readsASystemInMillionUsdWithItsOwnCodes() throws IOException {
        unit("Mill USD");
        World world = TableFormat.PYMRIO.read(folder, ImportOptions.of("mine").year(2017));
        assertHolds(world, 1);
        assertEquals(
                List.of("AT", "WA"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(2017, world.about().year());
        assertTrue(world.finalUses().get(4).inventories());
        assertEquals(Optional.of(TableFormat.PYMRIO), TableFormat.sniff(folder));
    }

    /** As pandas writes it: columns ('AT', 'Extraction of oil'), the index columns region and sector behind. */
    @Test
    void readsParquet() throws IOException, SQLException {
        unit("million USD");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            frame(statement, "Z", fixture.sectors, fixture.z);
            frame(statement, "Y", fixture.uses, fixture.y);
            for (String name : List.of("x", "unit")) {
                statement.execute(
                        "COPY (SELECT %s, region, sector FROM read_csv('%s', delim = '\t')) TO '%s' (FORMAT parquet)"
                                .formatted(
                                        name.equals("x") ? "indout" : "unit",
                                        folder.resolve(name + ".txt"),
                                        folder.resolve(name + ".parquet")));
            }
        }
        for (String name : List.of("Z", "Y", "x", "unit")) {
            Files.delete(folder.resolve(name + ".txt"));
        }
        assertHolds(TableFormat.PYMRIO.read(folder, ImportOptions.of("mine")), 1);
    }

    private void frame(Statement statement, String name, List<String> items, BigDecimal[][] values)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < values[i].length; c++) {
                String column =
                        "('%s', '%s')".formatted(fixture.economies.get(c / items.size()), items.get(c % items.size()));
                cells.add("%s::DOUBLE AS \"%s\"".formatted(values[i][c].toPlainString(), column));
            }
            String[] labels = label(i).split("\t");
            rows.add("SELECT %s, '%s' AS region, '%s' AS sector"
                    .formatted(String.join(", ", cells), labels[0], labels[1]));
        }
        statement.execute("COPY (%s) TO '%s' (FORMAT parquet)"
                .formatted(String.join(" UNION ALL ", rows), folder.resolve(name + ".parquet")));
    }

    @Test
    void takesARateForAnyOtherUnit() throws IOException {
        unit("M.JPY");
        World world = TableFormat.PYMRIO.read(folder, ImportOptions.of("mine").rate(0.0071, "BoJ, average of 2023"));
        assertHolds(world, 0.0071);
    }

    @Test
    void refusesAFolderWithoutFinalDemand() throws IOException {
        Files.delete(folder.resolve("Y.txt"));
        assertThrows(InputException.class, () -> TableFormat.PYMRIO.read(folder, EUR));
    }

    @Test
    void readsCoefficientsAndFinalDemandWithoutOutput() throws IOException {
        World whole = TableFormat.EXIOBASE.read(folder, EUR);
        BigDecimal[][] a = new BigDecimal[fixture.n()][fixture.n()];
        for (int i = 0; i < fixture.n(); i++) {
            for (int j = 0; j < fixture.n(); j++) {
                a[i][j] = fixture.z[i][j].divide(fixture.x[j], java.math.MathContext.DECIMAL128);
            }
        }
        matrix("A", fixture.sectors, "sector", a);
        Files.delete(folder.resolve("Z.txt"));
        Files.delete(folder.resolve("x.txt"));
        World world = TableFormat.EXIOBASE.read(folder, EUR);
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(whole.output(i), world.output(i), 1e-12 * whole.output(i));
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(whole.z(i, j), world.z(i, j), 1e-12 * whole.output(i));
            }
        }
        assertTrue(
                world.about().notes().toString().contains("x = L y"),
                world.about().notes().toString());
        matrix("A", fixture.sectors, "sector", fixture.z); // flows, which are no coefficients
        String message = assertThrows(InputException.class, () -> TableFormat.EXIOBASE.read(folder, EUR))
                .getMessage();
        assertTrue(message.contains("grows without end"), message);
    }

    @Test
    void convertsThousandsOfDollarsWithoutARate() throws IOException {
        unit("million USD");
        ImportOptions options = ImportOptions.of("mine").year(2017);
        World millions = TableFormat.PYMRIO.read(folder, options);
        unit("'000 USD");
        World thousands = TableFormat.PYMRIO.read(folder, options);
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(millions.output(i) / 1000, thousands.output(i), 0);
        }
        assertTrue(thousands.about().notes().contains(Said.of("Converted from thousand USD to million USD.")));
        String message = assertThrows(
                        InputException.class, () -> TableFormat.PYMRIO.read(folder, options.rate(0.001, "")))
                .getMessage();
        assertTrue(message.contains("no rate: the table is in thousand USD"), message);
    }

    @Test
    void takesARateForOneUnitOfTheCurrencyWhateverItsPowerOfTen() throws IOException {
        unit("M.EUR");
        World millions = TableFormat.EXIOBASE.read(folder, EUR);
        unit("1000 EUR");
        World thousands = TableFormat.PYMRIO.read(folder, EUR.year(2019));
        assertEquals(millions.output(0) / 1000, thousands.output(0), 1e-15 * millions.output(0));
        assertTrue(thousands
                .about()
                .notes()
                .contains(Said.of("Converted from thousand EUR at 1.25 USD for one EUR (made up).")));
    }

    @Test
    void readsATinyIndustryWithANote() throws IOException {
        for (int j = 0; j < fixture.n(); j++) {
            fixture.z[0][j] = BigDecimal.ZERO;
            fixture.z[j][0] = j == 1 ? new BigDecimal("1e-5") : BigDecimal.ZERO;
        }
        java.util.Arrays.fill(fixture.y[0], BigDecimal.ZERO);
        fixture.y[0][0] = new BigDecimal("2.8e-6");
        fixture.close();
        write2();
        World world = TableFormat.EXIOBASE.read(folder, EUR);
        String note = world.about().notes().getLast().english();
        assertTrue(
                note.startsWith("1 industry buys more than twice the output") && note.contains(world.label(0)), note);
        fixture.y[0][0] = BigDecimal.ZERO;
        fixture.close();
        write2();
        assertEquals(0, TableFormat.EXIOBASE.read(folder, EUR).output(0));
    }

    private void write2() throws IOException {
        Files.walk(folder)
                .filter(Files::isRegularFile)
                .forEach(file -> file.toFile().delete());
        Files.delete(folder);
        write();
    }
}
