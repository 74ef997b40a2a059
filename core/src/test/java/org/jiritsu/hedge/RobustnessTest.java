package org.jiritsu.hedge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;

/** Against values that the authors' program RAPID publishes, textbook regret, and Rockafellar & Uryasev (2000). */
class RobustnessTest {
    private static final double[] A = {0.99, 1.0, 0.5};
    private static final double[] B = {0.69, 0.6, 0.6};

    @Test
    void metricsHaveThePublishedValues() {
        assertEquals(0.5, Robustness.maximin(A));
        assertEquals(0.6, Robustness.maximin(B));
        assertEquals(1.0, Robustness.maximax(A));
        assertEquals(0.69, Robustness.maximax(B));
        assertEquals(0.625, Robustness.hurwicz(A, 0.75), 1e-12);
        assertEquals(0.6225, Robustness.hurwicz(B, 0.75), 1e-12);
        assertEquals(0.83, Robustness.laplace(A), 1e-12);
        assertEquals(0.63, Robustness.laplace(B), 1e-12);
        assertEquals(1.42320289996384, Robustness.meanVariance(A), 1e-12);
        assertEquals(1.54948632859709, Robustness.meanVariance(B), 1e-12);
        assertEquals(-0.245, Robustness.undesirableDeviations(A), 1e-12);
        assertEquals(0, Robustness.undesirableDeviations(B), 1e-12);
        assertEquals(0.96, Robustness.percentileSkewness(A), 1e-12);
        assertEquals(-0.777777777777779, Robustness.percentileSkewness(new double[] {0.69, 0.6, 0.61}), 1e-12);
        assertEquals(1.06382979, Robustness.percentilePeakedness(new double[] {0.99, 1.0, 0.5, 0.52}), 1e-8);
        assertEquals(5, Robustness.percentilePeakedness(new double[] {0.69, 0.6, 0.61, 1.0}), 1e-8);
        assertEquals(2 / 3.0, Robustness.starr(new double[] {0.5, 0.99, 1.0}, 0.65), 1e-12);
        assertEquals(2 / 3.0, Robustness.starr(new double[] {0.6, 0.65, 0.69}, 0.65), 1e-12);
        assertEquals(1 / 3.0, Robustness.starr(new double[] {0.6, 0.65, 0.69}, Math.nextUp(0.65)), 1e-12);
    }

    @Test
    void regretsHaveThePublishedValues() {
        double[][] regret = Robustness.regret(new double[][] {A, B});
        assertArrayEquals(new double[] {0, 0, 0.1}, regret[0], 1e-12);
        assertArrayEquals(new double[] {0.3, 0.4, 0}, regret[1], 1e-12);
        assertEquals(0, Robustness.percentile(regret[0], 0.5), 1e-12);
        assertEquals(0.3, Robustness.percentile(regret[1], 0.5), 1e-12);
        double[][] returns = {{-4, 4, 12}, {-2, 3, 8}, {3, 2, 1}};
        double[] most = Arrays.stream(Robustness.regret(returns))
                .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
                .toArray();
        assertArrayEquals(new double[] {7, 5, 11}, most, 1e-12);
        assertEquals(1, Robustness.maximin(returns[2]));
    }

    @Test
    void cvarOfRockafellarAndUryasevsPortfolio() {
        double[] weights = {0.452013, 0.115573, 0.432414};
        double[] mean = {0.0101110, 0.0043532, 0.0137058};
        double[][] covariance = {
            {0.00324625, 0.00022983, 0.00420395},
            {0.00022983, 0.00049937, 0.00019247},
            {0.00420395, 0.00019247, 0.00764097}
        };
        double mu = 0;
        double variance = 0;
        for (int i = 0; i < 3; i++) {
            mu += weights[i] * mean[i];
            for (int j = 0; j < 3; j++) {
                variance += weights[i] * weights[j] * covariance[i][j];
            }
        }
        double[] losses = normal(200_000, -mu, Math.sqrt(variance));
        double[][] published = {{0.90, 0.067847, 0.096975}, {0.95, 0.090200, 0.115908}, {0.99, 0.132128, 0.152977}};
        Chances equal = Chances.equal(losses.length);
        for (double[] row : published) {
            assertEquals(row[2], equal.cvar(row[0], losses), 5e-5, "CVaR at " + row[0]);
            double var = losses[(int) (row[0] * losses.length)];
            assertEquals(row[1], var, 5e-5, "VaR at " + row[0]);
        }
    }

    /** Midpoints of equally likely slices, by bisection on the error function's series. */
    private static double[] normal(int n, double mean, double deviation) {
        double[] values = new double[n];
        double z = -6;
        for (int i = 0; i < n; i++) {
            double aim = (i + 0.5) / n;
            for (int newton = 0; newton < 60; newton++) {
                double step = (distribution(z) - aim) / Math.max(1e-12, Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
                z -= Math.clamp(step, -0.5, 0.5);
                if (Math.abs(step) < 1e-13) {
                    break;
                }
            }
            values[i] = mean + deviation * z;
        }
        return values;
    }

    /** Marsaglia's (2004) series. */
    private static double distribution(double z) {
        if (z < -7) {
            return 0;
        }
        double sum = z;
        double term = z;
        for (int k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void cvarGoesFromTheMeanToTheWorst() {
        double[] values = {5, 1, 9, 3, 3, 8};
        Chances equal = Chances.equal(6);
        assertEquals(29 / 6.0, equal.cvar(0, values), 1e-12);
        assertEquals(9, equal.cvar(0.999999, values), 1e-9);
        assertEquals(8.5, equal.cvar(4 / 6.0, values), 1e-9);
        assertEquals(8, equal.var(0.7, values), 1e-12);
    }

    @Test
    void theWorstOverRangesIsTheWorstOfManyProbabilities() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 20; round++) {
            int[] setOf = {0, 0, 0, 1, 1, 1, 2, 2, 2};
            double[] values = random.doubles(9, 0, 100).toArray();
            List<Futures.Range> ranges =
                    List.of(new Futures.Range(0.1, 0.5), new Futures.Range(0.2, 0.7), new Futures.Range(0, 0.4));
            double worst = new Chances(List.of("a", "b", "c"), ranges, setOf).cvar(0.6, values);
            double met = 0;
            for (double a = 0.1; a < 0.5001; a += 0.01) {
                for (double b = 0.2; b < 0.7001; b += 0.01) {
                    double c = 1 - a - b;
                    if (c > -1e-9 && c < 0.4 + 1e-9) {
                        double fixed = new Chances(
                                        List.of("a", "b", "c"),
                                        List.of(range(a), range(b), range(Math.max(0, c))),
                                        setOf)
                                .cvar(0.6, values);
                        met = Math.max(met, fixed);
                        assertTrue(fixed <= worst + 1e-6, fixed + " above " + worst);
                    }
                }
            }
            assertEquals(met, worst, 0.5, "a probability near the worst is met on the grid");
        }
    }

    private static Futures.Range range(double p) {
        return new Futures.Range(p, p);
    }

    @Test
    void probabilitiesThatCannotSumAreRefused() {
        InputException refused = assertThrows(
                InputException.class,
                () -> new Chances(
                        List.of("a", "b"),
                        List.of(new Futures.Range(0, 0.3), new Futures.Range(0.1, 0.4)),
                        new int[0]));
        assertTrue(refused.getMessage().contains("cannot sum to 1"));
    }
}
