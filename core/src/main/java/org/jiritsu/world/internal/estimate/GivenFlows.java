package org.jiritsu.world.internal.estimate;

import java.util.Arrays;

/**
 * What is known of a year: sales of every industry to every economy, for any use, its own included.
 *
 * @param cells million USD, [origin][sector][destination]
 */
public record GivenFlows(int economies, int sectors, double[] cells) {
    public double flow(int origin, int sector, int destination) {
        return cells[(origin * sectors + sector) * economies + destination];
    }

    /** Gross output: the sales to all destinations. */
    double output(int origin, int sector) {
        double sum = 0;
        for (int d = 0; d < economies; d++) {
            sum += flow(origin, sector, d);
        }
        return sum;
    }

    /** Gross output by sector. */
    double[] output(int origin) {
        double[] output = new double[sectors];
        Arrays.setAll(output, s -> output(origin, s));
        return output;
    }

    /** What an economy uses of each sector's goods, from all origins. */
    double[] absorption(int destination) {
        double[] absorption = new double[sectors];
        for (int o = 0; o < economies; o++) {
            for (int s = 0; s < sectors; s++) {
                absorption[s] += flow(o, s, destination);
            }
        }
        return absorption;
    }
}
