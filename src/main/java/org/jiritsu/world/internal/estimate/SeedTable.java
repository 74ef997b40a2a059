package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import org.jiritsu.world.World;

/**
 * The table that lends its pattern: a world summed to groups of its sectors, with one final use. Negative flows count as
 * zero.
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

    double cell(int origin, int group, int destination, int use) {
        return cells[index(origin, group, destination, use)];
    }

    private int index(int origin, int group, int destination, int use) {
        return ((origin * groups + group) * economies + destination) * (groups + 1) + use;
    }

    /** What an economy uses of a group's goods for one use, from all origins. */
    double use(int destination, int group, int use) {
        double sum = 0;
        for (int o = 0; o < economies; o++) {
            sum += cell(o, group, destination, use);
        }
        return sum;
    }

    /**
     * How much more of an origin's goods goes to a use than proportionality would give, between 1/20 and 20, laid out as
     * {@link #cells}. Half a unit on both sides keeps cells that were rounded to nothing from saying much.
     */
    public double[] bias() {
        double[] bias = new double[cells.length];
        for (int d = 0; d < economies; d++) {
            for (int g = 0; g < groups; g++) {
                double[] byUse = uses(d, g);
                double all = Arrays.stream(byUse).sum();
                for (int o = 0; o < economies; o++) {
                    fillBias(bias, index(o, g, d, 0), byUse, all);
                }
            }
        }
        return bias;
    }

    private double[] uses(int destination, int group) {
        double[] uses = new double[groups + 1];
        Arrays.setAll(uses, u -> use(destination, group, u));
        return uses;
    }

    private void fillBias(double[] bias, int from, double[] byUse, double all) {
        double flow = 0;
        for (int u = 0; u < byUse.length; u++) {
            flow += cells[from + u];
        }
        for (int u = 0; u < byUse.length; u++) {
            double proportional = all > 0 ? flow * byUse[u] / all : 0;
            double ratio = (cells[from + u] + HALF_UNIT) / (proportional + HALF_UNIT);
            bias[from + u] = Math.clamp(ratio, 1 / LARGEST_BIAS, LARGEST_BIAS);
        }
    }
}
