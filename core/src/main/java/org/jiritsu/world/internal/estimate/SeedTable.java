package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import org.jiritsu.world.World;

/**
 * The table that lends its pattern: a world summed to groups of its sectors, with one final use. Negative flows count
 * as zero.
 *
 * @param cells [origin][group][destination][use], the final use after the groups
 * @param output [economy][group], as published
 */
public record SeedTable(int economies, int groups, double[] cells, double[] output) {
    /** Rounding of the source's cells: half of a whole million. */
    private static final double HALF_UNIT = 0.5;

    private static final double LARGEST_BIAS = 20;

    /** @param groupOf the group of each of the world's sectors */
    static SeedTable of(World world, int[] groupOf) {
        int groups = Arrays.stream(groupOf).max().orElseThrow() + 1;
        int economies = world.economyCount();
        int uses = groups + 1;
        double[] cells = new double[economies * groups * economies * uses];
        double[] output = new double[economies * groups];
        for (int i = 0; i < world.size(); i++) {
            int seller = world.economyOf(i) * groups + groupOf[world.sectorOf(i)];
            output[seller] += world.output(i);
            int row = seller * economies * uses;
            for (int j = 0; j < world.size(); j++) {
                cells[row + world.economyOf(j) * uses + groupOf[world.sectorOf(j)]] += Math.max(0, world.z(i, j));
            }
            for (int d = 0; d < economies; d++) {
                cells[row + d * uses + groups] += Math.max(0, world.y(i, d));
            }
        }
        return new SeedTable(economies, groups, cells, output);
    }

    /** What an economy uses of a group's goods for one use, from all origins. */
    double use(int destination, int group, int use) {
        double sum = 0;
        for (int o = 0; o < economies; o++) {
            sum += cells[((o * groups + group) * economies + destination) * (groups + 1) + use];
        }
        return sum;
    }

    /**
     * How much more of an origin's goods goes to a use than proportionality would give, between 1/20 and 20, laid out
     * as {@link #cells}. Half a unit on both sides keeps cells that were rounded to nothing from saying much.
     */
    public double[] bias() {
        int uses = groups + 1;
        double[] byUse = new double[groups * economies * uses];
        for (int c = 0; c < cells.length; c++) {
            byUse[c % byUse.length] += cells[c];
        }
        double[] bias = new double[cells.length];
        for (int from = 0; from < cells.length; from += uses) {
            int base = from % byUse.length;
            double share = ratio(sum(cells, from, uses), sum(byUse, base, uses));
            for (int u = 0; u < uses; u++) {
                double proportional = share * byUse[base + u];
                bias[from + u] = Math.clamp(
                        (cells[from + u] + HALF_UNIT) / (proportional + HALF_UNIT), 1 / LARGEST_BIAS, LARGEST_BIAS);
            }
        }
        return bias;
    }

    private static double sum(double[] values, int from, int count) {
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            sum += values[k];
        }
        return sum;
    }

    private static double ratio(double a, double b) {
        return b > 0 ? a / b : 0;
    }
}
