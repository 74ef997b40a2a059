package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.world.World;

/**
 * Who buys what in one economy of an older year, home goods and imports apart. Only proportions of it are used, so that
 * its unit and year do not matter.
 *
 * @param home [product][use], the final use after the sectors
 * @param imports [product][use]
 * @param exports of home products
 * @param output by sector
 */
record NationalTable(double[][] home, double[][] imports, double[] exports, double[] output) {
    static NationalTable empty(int sectors) {
        return new NationalTable(
                new double[sectors][sectors + 1],
                new double[sectors][sectors + 1],
                new double[sectors],
                new double[sectors]);
    }

    /** What one economy's own table would be, as a world has it; negative flows count as zero. */
    static NationalTable of(World world, int economy) {
        int sectors = world.sectorCount();
        NationalTable table = empty(sectors);
        for (int i = 0; i < world.size(); i++) {
            int product = world.sectorOf(i);
            boolean own = world.economyOf(i) == economy;
            double[] row = (own ? table.home : table.imports)[product];
            double bought = 0;
            for (int u = 0; u < sectors; u++) {
                double z = Math.max(0, world.z(i, world.industry(economy, u)));
                row[u] += z;
                bought += z;
            }
            double y = Math.max(0, world.y(i, economy));
            row[sectors] += y;
            if (own) {
                table.output[product] = world.output(i);
                table.exports[product] = Math.max(0, world.output(i) - bought - y);
            }
        }
        return table;
    }

    /** The sum of tables of one unit: what stands in where a table says nothing. */
    static NationalTable sum(List<NationalTable> tables) {
        NationalTable sum = empty(tables.getFirst().output.length);
        tables.forEach(sum::add);
        return sum;
    }

    private void add(NationalTable other) {
        for (int s = 0; s < output.length; s++) {
            add(home[s], other.home[s]);
            add(imports[s], other.imports[s]);
        }
        add(exports, other.exports);
        add(output, other.output);
    }

    private static void add(double[] to, double[] values) {
        Arrays.setAll(to, k -> to[k] + values[k]);
    }

    /** The table with its sectors summed. @param sectorOf the new sector of each old one */
    NationalTable merged(int[] sectorOf, int sectors) {
        NationalTable merged = empty(sectors);
        for (int s = 0; s < output.length; s++) {
            int to = sectorOf[s];
            for (int u = 0; u <= output.length; u++) {
                int use = u < output.length ? sectorOf[u] : sectors;
                merged.home[to][use] += home[s][u];
                merged.imports[to][use] += imports[s][u];
            }
            merged.exports[to] += exports[s];
            merged.output[to] += output[s];
        }
        return merged;
    }
}
