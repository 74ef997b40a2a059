package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How each group of the seed's sectors divides into the sectors wanted, as seen in one national table.
 *
 * @param share [sector][use]: the sector's part in what the use buys of the sector's group; NaN where the table has
 *     none
 * @param columnRatio [group][sector]: what a sector buys of a group per unit of its output, over what the sector's own
 *     group buys
 * @param valueAddedShift [sector]: its value-added share less that of its group
 * @param finalRatio [sector]: the share of its use that is final, over that of its group
 */
record SectorSplit(double[] share, double[] columnRatio, double[] valueAddedShift, double[] finalRatio) {
    /** For sectors that are themselves the seed's groups. */
    static SectorSplit none(int sectors) {
        double[] one = new double[sectors * (sectors + 1)];
        Arrays.fill(one, 1);
        return new SectorSplit(one, one, new double[sectors], one);
    }

    static SectorSplit of(SectorTable table, int[] groupOf) {
        int sectors = groupOf.length;
        int groups = Arrays.stream(groupOf).max().orElseThrow() + 1;
        int[] all = IntStream.range(0, sectors).toArray();
        double[] share = new double[sectors * (sectors + 1)];
        double[] columnRatio = new double[groups * sectors];
        double[] shift = new double[sectors];
        double[] finalRatio = new double[sectors];
        for (int s = 0; s < sectors; s++) {
            int[] siblings = members(groupOf, groupOf[s]);
            for (int u = 0; u <= sectors; u++) {
                share[s * (sectors + 1) + u] = table.use()[s][u] / bought(table, siblings, u);
            }
            for (int g = 0; g < groups; g++) {
                int[] products = members(groupOf, g);
                columnRatio[g * sectors + s] =
                        ratioOrOne(coefficient(table, products, s), coefficient(table, products, siblings));
            }
            shift[s] = coefficient(table, all, siblings) - coefficient(table, all, s);
            finalRatio[s] = ratioOrOne(finalShare(table, s), finalShare(table, siblings));
        }
        return new SectorSplit(share, columnRatio, shift, finalRatio);
    }

    private static int[] members(int[] groupOf, int group) {
        return IntStream.range(0, groupOf.length)
                .filter(s -> groupOf[s] == group)
                .toArray();
    }

    private static double bought(SectorTable table, int[] products, int user) {
        return Arrays.stream(products).mapToDouble(s -> table.use()[s][user]).sum();
    }

    /** Purchases of products per unit of the users' output. */
    private static double coefficient(SectorTable table, int[] products, int... users) {
        double made = Arrays.stream(users).mapToDouble(j -> table.output()[j]).sum();
        double bought = Arrays.stream(users)
                .mapToDouble(j -> bought(table, products, j))
                .sum();
        return made > 0 ? bought / made : 0;
    }

    private static double finalShare(SectorTable table, int... products) {
        int finalUse = table.use().length;
        double all = IntStream.rangeClosed(0, finalUse)
                .mapToDouble(u -> bought(table, products, u))
                .sum();
        return all > 0 ? bought(table, products, finalUse) / all : 0;
    }

    private static double ratioOrOne(double a, double b) {
        return a > 0 && b > 0 ? a / b : 1;
    }
}
