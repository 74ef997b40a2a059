package org.jiritsu.partners;

import java.util.OptionalDouble;
import java.util.function.IntBinaryOperator;

/**
 * How alike two states' portfolios of pacts are: 1 - observed disagreement / disagreement that would be expected (Haege
 * 2011, eq. 1), with three ideas of what to expect.
 *
 * @param s expects half of the greatest distance (Signorino and Ritter 1999, unweighted): high for any two states with few
 *     pacts, however unlike the pacts are
 * @param kappa expects what chance gives each state's own mix of pacts (Cohen 1960); empty if that is no disagreement
 * @param pi expects what chance gives the two states' pooled mix (Scott 1955); empty if that is no disagreement
 * @param states over how many states the portfolios run
 */
public record Similarity(double s, OptionalDouble kappa, OptionalDouble pi, int states) {
    /** How far two levels are apart. */
    public enum Distance {
        ABSOLUTE((a, b) -> Math.abs(a - b)),
        SQUARED((a, b) -> (a - b) * (a - b));

        private final IntBinaryOperator of;

        Distance(IntBinaryOperator of) {
            this.of = of;
        }

        int of(int a, int b) {
            return of.applyAsInt(a, b);
        }
    }

    /**
     * @param a one state's level towards each state
     * @param b the other's towards the same states
     * @param highest of the levels, which run from 0
     */
    public static Similarity of(int[] a, int[] b, int highest, Distance distance) {
        int n = a.length;
        if (n == 0 || n != b.length) {
            throw new IllegalArgumentException("portfolios of %d and %d states".formatted(n, b.length));
        }
        double observed = 0;
        double[] ofA = new double[highest + 1];
        double[] ofB = new double[highest + 1];
        for (int i = 0; i < n; i++) {
            observed += distance.of(a[i], b[i]) / (double) n;
            ofA[a[i]] += 1.0 / n;
            ofB[b[i]] += 1.0 / n;
        }
        double[] pooled = new double[highest + 1];
        for (int level = 0; level <= highest; level++) {
            pooled[level] = (ofA[level] + ofB[level]) / 2;
        }
        return new Similarity(
                1 - observed / (distance.of(0, highest) / 2.0),
                corrected(observed, expected(ofA, ofB, distance)),
                corrected(observed, expected(pooled, pooled, distance)),
                n);
    }

    private static double expected(double[] a, double[] b, Distance distance) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += a[i] * b[j] * distance.of(i, j);
            }
        }
        return sum;
    }

    private static OptionalDouble corrected(double observed, double expected) {
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - observed / expected);
    }
}
