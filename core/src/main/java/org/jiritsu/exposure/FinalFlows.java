package org.jiritsu.exposure;

import org.jiritsu.world.World;

/**
 * Gross output of every industry needed, at all stages, for the final output of each economy (L f_h) and for the final
 * demand of each (L y_h): two blocks of G columns from one pass of solves.
 */
record FinalFlows(World world, double[] forOutput, double[] forDemand) {
    static FinalFlows of(Leontief leontief) {
        World world = leontief.world();
        int n = world.size();
        int economies = world.economyCount();
        double[] demand = new double[n * economies * 2];
        for (int i = 0; i < n; i++) {
            demand[world.economyOf(i) * n + i] = world.finalOutput(i);
            for (int e = 0; e < economies; e++) {
                demand[(economies + e) * n + i] = world.y(i, e);
            }
        }
        double[] solved = leontief.solve(demand, economies * 2);
        double[] forOutput = java.util.Arrays.copyOf(solved, n * economies);
        double[] forDemand = java.util.Arrays.copyOfRange(solved, n * economies, n * economies * 2);
        return new FinalFlows(world, forOutput, forDemand);
    }

    /** Output of industry i embodied in the final output of economy h's industries. */
    double forOutput(int i, int h) {
        return forOutput[h * world.size() + i];
    }

    /** Output of industry i embodied in the final demand of economy h. */
    double forDemand(int i, int h) {
        return forDemand[h * world.size() + i];
    }
}
