package org.jiritsu.exposure;

import java.util.Arrays;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;

/**
 * Upstreamness and downstreamness of every industry (Antràs &amp; Chor 2018): U = x̂⁻¹ L x and D' = 1'L. NaN for an industry
 * with zero output.
 */
record Position(double[] upstreamness, double[] downstreamness) {
    /** From the table as it is. */
    static Position plain(Leontief leontief) {
        World world = leontief.world();
        int n = world.size();
        double[] output = new double[n];
        Arrays.setAll(output, world::output);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] up = leontief.solve(output, 1);
        double[] down = leontief.solveTransposed(ones, 1);
        for (int i = 0; i < n; i++) {
            up[i] = output[i] == 0 ? Double.NaN : up[i] / output[i];
            down[i] = output[i] == 0 ? Double.NaN : down[i];
        }
        return new Position(up, down);
    }

    /**
     * As published: each industry's sales are first scaled by x / (x − N), N being its net inventory change, as if the
     * goods put in stock were used like the others.
     */
    static Position netOfInventories(World world, Kernel kernel) {
        double[] factor = new double[world.size()];
        for (int i = 0; i < factor.length; i++) {
            double used = world.output(i) - inventories(world, i);
            factor[i] = used > 0 ? world.output(i) / used : 1;
        }
        try (Leontief scaled = Leontief.of(world, kernel, factor)) {
            return plain(scaled);
        }
    }

    private static double inventories(World world, int i) {
        double sum = 0;
        for (int use = 0; use < world.finalUses().size(); use++) {
            if (world.finalUses().get(use).inventories()) {
                for (int e = 0; e < world.economyCount(); e++) {
                    sum += world.y(i, e, use);
                }
            }
        }
        return sum;
    }
}
