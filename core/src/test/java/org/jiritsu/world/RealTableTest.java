package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled WIOD 2011, with the rounding and the odd cells of a published table. */
class RealTableTest {
    private static final Map<String, String> USE_NUMBERS =
            Map.of("HFCE", "c37", "NPISH", "c38", "GGFC", "c39", "GFCF", "c41", "INVNT", "c42");

    private final World wiod =
            new WorldStore(Path.of(System.getProperty("jiritsu.root"), "data"), Path.of("none")).open("wiod2011");

    @TempDir
    private Path folder;

    @Test
    void readsItInThePublishedLayoutOf2013() throws IOException {
        Path file = folder.resolve("wiot11_row_apr12.csv");
        writeSheet(file);
        World back = TableFormat.WIOD.read(file, ImportOptions.of("back"));
        WorldDiff diff = WorldDiff.of(wiod, back, 3);
        assertTrue(diff.same(), diff.toString());
        assertEquals(2011, back.about().year());
    }

    /** Codes, names, economies and numbers above and beside; intermediate consumption, value added and output below. */
    private void writeSheet(Path file) throws IOException {
        int uses = wiod.finalUses().size();
        int columns = wiod.size() + wiod.economyCount() * uses;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("World Input-Output Table,,,\n(industry-by-industry),,,\n");
            String[] header = {",,,", ",,,", ",,,", ",,,"};
            for (int c = 0; c < columns; c++) {
                int use = c - wiod.size();
                Economy economy = wiod.economies().get(use < 0 ? wiod.economyOf(c) : use / uses);
                String number = use < 0
                        ? wiod.sectors().get(wiod.sectorOf(c)).code()
                        : USE_NUMBERS.get(wiod.finalUses().get(use % uses).code());
                header[2] += "," + economy.code();
                header[3] += "," + number;
            }
            out.write(header[0] + ",".repeat(columns + 1) + "\n" + header[1] + ",".repeat(columns + 1) + "\n"
                    + header[2] + ",TOT\n" + header[3] + ",c60\n");
            for (int i = 0; i < wiod.size(); i++) {
                Sector sector = wiod.sectors().get(wiod.sectorOf(i));
                int row = i;
                writeRow(
                        out,
                        "%s,\"%s\",%s,r%s"
                                .formatted(
                                        sector.classification(),
                                        sector.name(),
                                        wiod.economies().get(wiod.economyOf(i)).code(),
                                        sector.code().substring(1)),
                        columns,
                        c -> c < wiod.size()
                                ? wiod.z(row, c)
                                : wiod.y(row, (c - wiod.size()) / uses, (c - wiod.size()) % uses),
                        wiod.output(i));
            }
            writeRow(
                    out,
                    ",Total intermediate consumption,TOT,r60",
                    columns,
                    c -> c < wiod.size() ? wiod.output(c) - wiod.valueAdded(c) : 0,
                    0);
            writeRow(
                    out,
                    ",Value added at basic prices,TOT,r64",
                    columns,
                    c -> c < wiod.size() ? wiod.valueAdded(c) : 0,
                    0);
            writeRow(out, ",Output at basic prices,TOT,r69", columns, c -> c < wiod.size() ? wiod.output(c) : 0, 0);
        }
    }

    private static void writeRow(BufferedWriter out, String labels, int columns, IntToDoubleFunction cells, double last)
            throws IOException {
        out.write(labels);
        for (int c = 0; c < columns; c++) {
            out.write("," + (long) cells.applyAsDouble(c));
        }
        out.write("," + (long) last + "\n");
    }

    @Test
    void joinsItToThreeEconomies() {
        Aggregation aggregation = new Aggregation(
                new Aggregation.Mapping(Map.of("JPN", "JPN", "CHN", "CHN"), Optional.of("ROW"), Map.of()),
                Aggregation.Mapping.IDENTITY);
        World joined = aggregation.apply(wiod, "joined");
        assertEquals(3, joined.economyCount());
        assertEquals(wiod.gdp(wiod.economy("JPN")), joined.gdp(joined.economy("JPN")), 1e-6);
        double[] misses = new double[joined.size()]; // rounding leaves row sums off, and joined rows add that up
        for (int i = 0; i < wiod.size(); i++) {
            int economy = joined.economy(Map.of("JPN", "JPN", "CHN", "CHN")
                    .getOrDefault(wiod.economies().get(wiod.economyOf(i)).code(), "ROW"));
            misses[joined.industry(economy, wiod.sectorOf(i))] += wiod.output(i) - sales(wiod, i);
        }
        for (int i = 0; i < joined.size(); i++) {
            assertEquals(misses[i], joined.output(i) - sales(joined, i), 1e-6, joined.label(i));
        }
    }

    /** Japan's electronics make 10% more, and every other total is free. */
    @Test
    void balancesItToOneOutput() {
        int industry = wiod.industry(wiod.economy("JPN"), wiod.sector("c14"));
        double wanted = 1.1 * sales(wiod, industry);
        World balanced = Balance.of(wiod, new Balance.Controls(Map.of(wiod.label(industry), wanted), Map.of()), "b")
                .world();
        assertEquals(wanted, balanced.output(industry), 1e-6);
    }

    /** Intermediate and final sales of an industry. */
    private static double sales(World world, int industry) {
        double[] row = new double[world.size()];
        world.readZ(industry, row);
        double sum = world.finalOutput(industry);
        for (double flow : row) {
            sum += flow;
        }
        return sum;
    }
}
