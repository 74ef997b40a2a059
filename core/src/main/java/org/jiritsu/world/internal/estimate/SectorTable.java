package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * A national table summed or divided to the sectors wanted.
 *
 * @param use [sector][use], the final use last
 * @param output [sector]; of sectors that share an industry of the table, each has the whole of it
 */
record SectorTable(double[][] use, double[] output) implements UseSeed {
    /**
     * @param industries the table's industries of each sector; sectors may share them
     * @param handShares [sector][use]: the sector's part of its row in the table, 1 where it has one to itself
     */
    static SectorTable of(NationalTable table, List<int[]> industries, double[][] handShares) {
        int sectors = industries.size();
        double[][] use = new double[sectors][sectors + 1];
        double[] output = new double[sectors];
        for (int u = 0; u <= sectors; u++) {
            int[] columns = u < sectors ? industries.get(u) : new int[] {NationalTable.INDUSTRIES};
            for (int s = 0; s < sectors; s++) {
                use[s][u] = Math.max(0, sum(table.cells(), industries.get(s), columns)) * handShares[s][u];
            }
            if (u < sectors) {
                output[u] = Arrays.stream(columns)
                        .mapToDouble(c -> table.output()[c])
                        .sum();
            }
        }
        return new SectorTable(use, output);
    }

    private static double sum(double[][] cells, int[] rows, int[] columns) {
        return Arrays.stream(rows)
                .mapToDouble(i ->
                        Arrays.stream(columns).mapToDouble(j -> cells[i][j]).sum())
                .sum();
    }

    @Override
    public double coefficient(int product, int user) {
        return output[user] > 0 ? use[product][user] / output[user] : 0;
    }

    @Override
    public double valueAdded(int sector) {
        double bought = 0;
        for (int s = 0; s < use.length; s++) {
            bought += coefficient(s, sector);
        }
        return 1 - bought;
    }

    @Override
    public double finalShare(int product) {
        double all = Arrays.stream(use[product]).sum();
        return all > 0 ? use[product][use.length] / all : 0;
    }
}
