package org.jiritsu.world.internal.estimate;

import org.jiritsu.linear.Kernel;
import org.jiritsu.linear.LinearSystem;
import org.jiritsu.world.World;

/**
 * Supply and market look-through of every pair (docs/methods/exposure.md), for the tests of the world room, which does
 * not know the exposure room.
 *
 * @param supply [home][partner]
 * @param market [home][partner]
 */
record LookThrough(double[][] supply, double[][] market) {
    static LookThrough of(World world) {
        int n = world.size();
        int g = world.economyCount();
        double[] right = new double[n * 2 * g];
        for (int i = 0; i < n; i++) {
            right[world.economyOf(i) * n + i] = world.finalOutput(i);
            for (int c = 0; c < g; c++) {
                right[(g + c) * n + i] = world.y(i, c);
            }
        }
        double[] made;
        try (LinearSystem system = LinearSystem.factor(Kernel.best(), n, (i, row) -> {
            world.readZ(i, row);
            for (int j = 0; j < n; j++) {
                row[j] = (i == j ? 1 : 0) - (world.output(j) == 0 ? 0 : row[j] / world.output(j));
            }
        })) {
            made = system.solve(right, 2 * g);
        }
        double[][] supply = new double[g][g];
        double[][] market = new double[g][g];
        for (int i = 0; i < n; i++) {
            double v = world.output(i) == 0 ? 0 : world.valueAdded(i) / world.output(i);
            int maker = world.economyOf(i);
            for (int c = 0; c < g; c++) {
                supply[c][maker] += v * made[c * n + i];
                market[maker][c] += v * made[(g + c) * n + i];
            }
        }
        for (int h = 0; h < g; h++) {
            double finalOutput = 0;
            for (int s = 0; s < world.sectorCount(); s++) {
                finalOutput += world.finalOutput(world.industry(h, s));
            }
            for (int c = 0; c < g; c++) {
                supply[h][c] /= finalOutput;
                market[h][c] /= world.gdp(h);
            }
        }
        return new LookThrough(supply, market);
    }
}
