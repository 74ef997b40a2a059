package org.jiritsu.ensemble;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * A Latin hypercube on the unit cube (McKay, Beckman &amp; Conover 1979): each axis is cut into as many equal parts as there
 * are runs, and each part is drawn once.
 */
public final class LatinHypercube {
    private LatinHypercube() {}

    /** Values from 0 to below 1, [run][axis]; they depend on the seed alone, and an axis only on those before it. */
    public static double[][] draw(int runs, int axes, long seed) {
        if (runs < 1 || axes < 0) {
            throw InputException.use(
                    "There is nothing to draw",
                    "at least one run",
                    runs + " runs of " + axes + " values",
                    "the number of runs was forgotten.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[runs][axes];
        for (int axis = 0; axis < axes; axis++) {
            int[] part = shuffled(runs, random);
            for (int run = 0; run < runs; run++) {
                values[run][axis] = (part[run] + random.nextDouble()) / runs;
            }
        }
        return values;
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        return order;
    }
}
