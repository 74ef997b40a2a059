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
        int from = (origin * sectors + sector) * economies;
        return Arrays.stream(cells, from, from + economies).sum();
    }

    /** Gross output by sector. */
    double[] output(int origin) {
        double[] output = new double[sectors];
        Arrays.setAll(output, s -> output(origin, s));
        return output;
    }

    /** What an economy uses of its own products. */
    double[] home(int economy) {
        double[] home = new double[sectors];
        Arrays.setAll(home, s -> flow(economy, s, economy));
        return home;
    }

    /** What an economy uses of each sector's products from abroad. */
    double[] imports(int destination) {
        double[] imports = new double[sectors];
        for (int o = 0; o < economies; o++) {
            for (int s = 0; s < sectors && o != destination; s++) {
                imports[s] += flow(o, s, destination);
            }
        }
        return imports;
    }
}
