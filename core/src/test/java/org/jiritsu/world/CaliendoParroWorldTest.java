package org.jiritsu.world;

import static org.jiritsu.Mistakes.assertBadData;
import static org.jiritsu.Mistakes.assertWrongUse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jiritsu.Bundled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The world cp1993 against the authors' text files, which this test parses by itself, and mistakes in those files. */
class CaliendoParroWorldTest {
    private static final Path FOLDER = Bundled.root().resolve("data/cp1993");
    private static final World WORLD = Bundled.world("cp1993");
    private static final int TRADED = 20;
    private static final int N = 31;
    private static final int J = 40;

    @TempDir
    private Path folder;

    @Test
    void theBundledFileIsWhatTheReaderMakes() {
        World read = TableFormat.CP1993.read(FOLDER, ImportOptions.of("cp1993"));
        assertTrue(WorldDiff.of(WORLD, read, 3).same());
        assertEquals(read.about(), WORLD.about());
        assertEquals(N, read.economyCount());
        assertEquals(J, read.sectorCount());
        assertEquals(1993, read.about().year());
    }

    @Test
    void everyIdentityHoldsFarBelowTheTolerance() {
        for (WorldCheck.Finding finding : WorldCheck.of(WORLD)) {
            assertTrue(finding.informs() || finding.worst() < 1e-8, finding.toString());
        }
    }

    @Test
    void sellsThePublishedFlows() throws IOException {
        double[][] thousandUsd = numbers("xbilat1993.txt");
        double[] row = new double[WORLD.size()];
        for (int seller = 0; seller < WORLD.size(); seller++) {
            WORLD.readZ(seller, row);
            int exporter = WORLD.economyOf(seller);
            int k = WORLD.sectorOf(seller);
            for (int importer = 0; importer < N; importer++) {
                double published = k < TRADED ? thousandUsd[k * N + importer][exporter] / 1000 : 0;
                double sold = WORLD.y(seller, importer)
                        + Arrays.stream(row, importer * J, importer * J + J).sum();
                if (importer != exporter) {
                    assertEquals(published, sold, 1e-9 * Math.max(1, published), WORLD.label(seller));
                }
            }
        }
    }

    @Test
    void makesThePublishedOutputOrMoreWhereExportsAreMore() throws IOException {
        double[][] usd = numbers("GO.txt");
        int raised = 0;
        for (int i = 0; i < WORLD.size(); i++) {
            double published = usd[WORLD.sectorOf(i)][WORLD.economyOf(i)] / 1e6;
            double most = Math.max(published, exports(i));
            assertEquals(most, WORLD.output(i), 1e-9 * most, WORLD.label(i));
            raised += exports(i) > published * (1 + 1e-12) ? 1 : 0;
        }
        assertEquals(26, raised);
    }

    private static double exports(int seller) {
        double sum = 0;
        for (int buyer = 0; buyer < WORLD.size(); buyer++) {
            sum += WORLD.economyOf(buyer) == WORLD.economyOf(seller) ? 0 : WORLD.z(seller, buyer);
        }
        for (int e = 0; e < N; e++) {
            sum += e == WORLD.economyOf(seller) ? 0 : WORLD.y(seller, e);
        }
        return sum;
    }

    /** GDP less the tariffs paid on inputs is the authors' value added, Σ B · output. */
    @ParameterizedTest
    @ValueSource(strings = {"USA", "MEX", "CAN", "DEU", "ROW"})
    void gdpIsTheAuthorsValueAddedAndTariffsOnInputs(String code) throws IOException {
        double[][] share = numbers("B.txt");
        double[][] percent = numbers("tariffs1993.txt");
        int e = WORLD.economy(code);
        double expected = 0;
        for (int j = 0; j < J; j++) {
            int buyer = WORLD.industry(e, j);
            expected += share[j][e] * WORLD.output(buyer);
            for (int seller = 0; seller < WORLD.size(); seller++) {
                int k = WORLD.sectorOf(seller);
                double rate = k < TRADED ? percent[k * N + e][WORLD.economyOf(seller)] / 100 : 0;
                expected += rate * WORLD.z(seller, buyer);
            }
        }
        assertEquals(expected, WORLD.gdp(e), 1e-9 * expected);
    }

    /** The authors' own shares and output alone, in thousand million USD, as bench/peers/cp1993.py prints them. */
    @ParameterizedTest
    @CsvSource({"USA,6545.824,6556.464", "MEX,389.994,394.887", "CAN,565.308,567.503"})
    void gdpOfNorthAmerica(String code, double valueAdded, double gdp) {
        assertEquals(gdp, WORLD.gdp(WORLD.economy(code)) / 1000, 0.0005);
        assertTrue(gdp / valueAdded > 1 && gdp / valueAdded < 1.013); // tariffs on inputs are no more than that
    }

    @Test
    void saysWhatItDetected() {
        String notes = WORLD.about().notes().toString();
        assertTrue(notes.contains("In 185 of 1240 pairs"), notes);
        assertTrue(notes.contains("20 industries have an output of one USD"), notes);
        assertTrue(notes.contains("-892793 million USD"), notes);
        assertEquals(Optional.of(TableFormat.CP1993), TableFormat.sniff(FOLDER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GO.txt", "xbilat1993.txt", "IO.txt", "B.txt", "T.txt", "tariffs1993.txt", "economies.csv"})
    void aMissingFileIsNamed(String name) throws IOException {
        copy();
        Files.delete(folder.resolve(name));
        assertWrongUse(this::read, name);
    }

    @Test
    void driftIsAnswered() throws IOException {
        assertDrift("GO.txt", 3, line -> line.replaceFirst("\\S+", "-5"), "GO.txt, line 3", "at least 0", "-5");
        assertDrift("GO.txt", 3, line -> line + " 7", "GO.txt, line 3", "31 numbers", "32 numbers");
        assertDrift("xbilat1993.txt", 620, line -> "", "xbilat1993.txt has another size", "620 lines", "619 lines");
        assertDrift("xbilat1993.txt", 2, line -> line.replaceFirst("\\S+", "NaN"), "xbilat1993.txt, line 2", "NaN");
        assertDrift("B.txt", 9, line -> line.replaceFirst("\\S+", "1.2"), "B.txt, line 9", "1.2");
        assertDrift(
                "IO.txt", 41, line -> line.replaceFirst("\\S+", "0.9"), "IO.txt, column 1 below line 40", "sum to 1");
        assertDrift("tariffs2005.txt", 1, line -> line.replaceFirst("\\S+", "n.a."), "tariffs2005.txt, line 1", "n.a.");
        assertDrift("economies.csv", 4, line -> "ARG,Again", "economies.csv, line 4", "ARG");
        assertDrift("sectors.csv", 1, line -> "name,code", "sectors.csv, line 1", "name,code");
    }

    @Test
    void optionsThatDoNotFitAreAnswered() {
        assertWrongUse(
                () -> TableFormat.CP1993.read(FOLDER, ImportOptions.of("x").year(2005)), "1993", "2005");
        assertWrongUse(
                () -> TableFormat.CP1993.read(FOLDER, ImportOptions.of("x").rate(1.1, "a bank")), "no rate");
        assertWrongUse(() -> TableFormat.CP1993.read(FOLDER.resolve("GO.txt"), ImportOptions.of("x")), "a folder");
        assertWrongUse(() -> TableFormat.ICIO.read(FOLDER, ImportOptions.of("x")), "you meant format cp1993");
    }

    private void assertDrift(String name, int number, UnaryOperator<String> change, String... texts)
            throws IOException {
        copy();
        List<String> lines = Files.readAllLines(folder.resolve(name));
        lines.set(number - 1, change.apply(lines.get(number - 1)));
        Files.write(folder.resolve(name), lines);
        assertBadData(this::read, texts);
    }

    private void read() {
        TableFormat.CP1993.read(folder, ImportOptions.of("x"));
    }

    private void copy() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(txt|csv)")).toList()) {
                Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static double[][] numbers(String name) throws IOException {
        try (var lines = Files.lines(FOLDER.resolve(name))) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.strip().split("\\s+"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }
}
