package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import org.jiritsu.world.World;

/**
 * The table that lends its pattern of trade: the imports of a world, summed to groups of its sectors, with one final
 * use. Negative flows count as zero.
 *
 * @param cells [origin][group][destination][use], the final use after the groups; zero where an economy buys at home
 */
public record SeedTable(int economies, int groups, double[] cells) {
    /** Rounding of the source's cells: half of a whole million. */
    static final double HALF_UNIT = 0.5;

    private static final double LARGEST_BIAS = 20;

    /** @param groupOf the group of each of the world's sectors */
    static SeedTable of(World world, int[] groupOf) {
        int groups = Arrays.stream(groupOf).max().orElseThrow() + 1;
        int economies = world.economyCount();
        int uses = groups + 1;
        double[] cells = new double[economies * groups * economies * uses];
        for (int i = 0; i < world.size(); i++) {
            int origin = world.economyOf(i);
            int row = (origin * groups + groupOf[world.sectorOf(i)]) * economies * uses;
            for (int j = 0; j < world.size(); j++) {
                if (world.economyOf(j) != origin) {
                    cells[row + world.economyOf(j) * uses + groupOf[world.sectorOf(j)]] += Math.max(0, world.z(i, j));
                }
            }
            for (int d = 0; d < economies; d++) {
                cells[row + d * uses + groups] += d == origin ? 0 : Math.max(0, world.y(i, d));
            }
        }
        return new SeedTable(economies, groups, cells);
    }

    /** Sales of a group to another economy, for any use; to all others if the destination is the origin itself. */
    double exports(int origin, int group, int destination) {
        if (origin != destination) {
            int from = ((origin * groups + group) * economies + destination) * (groups + 1);
            return Arrays.stream(cells, from, from + groups + 1).sum();
        }
        int from = (origin * groups + group) * economies * (groups + 1);
        return Arrays.stream(cells, from, from + economies * (groups + 1)).sum();
    }

    /**
     * How much more of an origin's goods goes to a use than in proportion to all imports, between 1/20 and 20, laid out
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
