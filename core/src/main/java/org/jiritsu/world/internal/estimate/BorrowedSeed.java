package org.jiritsu.world.internal.estimate;

/** An economy's uses by the older world table, its groups split to sectors as in a national table. */
final class BorrowedSeed implements UseSeed {
    private static final double LARGEST_RATIO = 20;

    private final SeedTable table;
    private final int economy;
    private final int[] groupOf;
    private final SectorSplit split;
    private final double[] absorption;

    /**
     * @param economy the table's economy
     * @param absorption by sector, of the economy for which the seed is made
     */
    BorrowedSeed(SeedTable table, int economy, int[] groupOf, SectorSplit split, double[] absorption) {
        this.table = table;
        this.economy = economy;
        this.groupOf = groupOf;
        this.split = split;
        this.absorption = absorption;
    }

    @Override
    public double coefficient(int product, int user) {
        double ratio = split.columnRatio()[groupOf[product] * groupOf.length + user];
        double bounded = Math.clamp(ratio, 1 / LARGEST_RATIO, LARGEST_RATIO);
        return groupCoefficient(groupOf[product], groupOf[user]) * bounded * share(product, user);
    }

    @Override
    public double valueAdded(int sector) {
        double bought = 0;
        for (int g = 0; g < table.groups(); g++) {
            bought += groupCoefficient(g, groupOf[sector]);
        }
        return 1 - bought + split.valueAddedShift()[sector];
    }

    @Override
    public double finalShare(int product) {
        return groupFinalShare(groupOf[product]) * split.finalRatio()[product];
    }

    /** The sector's part of its group in one use: by the national table, else by what the economy absorbs. */
    private double share(int sector, int use) {
        double share = split.share()[sector * (groupOf.length + 1) + use];
        if (!Double.isNaN(share)) {
            return share;
        }
        double group = 0;
        for (int s = 0; s < groupOf.length; s++) {
            group += groupOf[s] == groupOf[sector] ? absorption[s] : 0;
        }
        return group > 0 ? absorption[sector] / group : 0;
    }

    /** Purchases of a group per unit of output; the world's, where the table's economy makes none. */
    private double groupCoefficient(int group, int user) {
        double made = table.output()[economy * table.groups() + user];
        double bought = table.use(economy, group, user);
        if (made <= 0) {
            made = 0;
            bought = 0;
            for (int e = 0; e < table.economies(); e++) {
                made += table.output()[e * table.groups() + user];
                bought += table.use(e, group, user);
            }
        }
        return made > 0 ? bought / made : 0;
    }

    /** The final part of a group's absorption; the world's, where the table's economy absorbs none. */
    private double groupFinalShare(int group) {
        double[] sums = finalAndAll(economy, group);
        if (sums[1] == 0) {
            for (int e = 0; e < table.economies(); e++) {
                double[] more = finalAndAll(e, group);
                sums[0] += more[0];
                sums[1] += more[1];
            }
        }
        return sums[1] == 0 ? 1 : sums[0] / sums[1];
    }

    private double[] finalAndAll(int e, int group) {
        double all = 0;
        for (int u = 0; u <= table.groups(); u++) {
            all += table.use(e, group, u);
        }
        return new double[] {table.use(e, group, table.groups()), all};
    }
}
