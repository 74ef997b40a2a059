package org.jiritsu.hedge;

import java.util.Arrays;
import org.jiritsu.base.CompensatedSum;

/**
 * Robustness metrics of McPhail et al. (2018), Table 2, of what one decision gains in each scenario: more is better, of the
 * gains and of the metric. For losses give their negatives.
 */
public final class Robustness {
    private Robustness() {}

    public static double maximin(double[] gains) {
        return Arrays.stream(gains).min().orElseThrow();
    }

    public static double maximax(double[] gains) {
        return Arrays.stream(gains).max().orElseThrow();
    }

    /** @param alpha weight of the worst, 0 to 1 */
    public static double hurwicz(double[] gains, double alpha) {
        return alpha * maximin(gains) + (1 - alpha) * maximax(gains);
    }

    /** Laplace's principle of insufficient reason: the mean. */
    public static double laplace(double[] gains) {
        CompensatedSum sum = new CompensatedSum();
        for (double gain : gains) {
            sum.add(gain);
        }
        return sum.value() / gains.length;
    }

    /** (mean + 1) / (standard deviation + 1); for gains near 1, or it hangs on their unit. */
    public static double meanVariance(double[] gains) {
        return (laplace(gains) + 1) / (deviation(gains) + 1);
    }

    /** Sample standard deviation; 0 for one value. */
    static double deviation(double[] gains) {
        double mean = laplace(gains);
        CompensatedSum squares = new CompensatedSum();
        for (double gain : gains) {
            squares.add((gain - mean) * (gain - mean));
        }
        return gains.length < 2 ? 0 : Math.sqrt(squares.value() / (gains.length - 1));
    }

    /** Mean distance from the median in the worse half of scenarios, median included; 0 at best. */
    public static double undesirableDeviations(double[] gains) {
        double[] sorted = sorted(gains);
        int half = (sorted.length + 1) / 2;
        double median = median(sorted);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < half; i++) {
            sum.add(Math.min(0, sorted[i] - median));
        }
        return sum.value() / half;
    }

    /** Skewness of the 10th, 50th and 90th percentile: above 0 where the median is nearer to the best. */
    public static double percentileSkewness(double[] gains) {
        double[] sorted = sorted(gains);
        double low = quantile(sorted, 0.1);
        double high = quantile(sorted, 0.9);
        return high == low ? 0 : (median(sorted) - (high + low) / 2) / ((high - low) / 2);
    }

    /** Peakedness: the 10th to 90th percentile over the 25th to 75th; 1 where nothing differs. */
    public static double percentilePeakedness(double[] gains) {
        double[] sorted = sorted(gains);
        double middle = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        double wide = quantile(sorted, 0.9) - quantile(sorted, 0.1);
        return wide == 0 ? 1 : wide / middle;
    }

    /** Starr's domain criterion: share of scenarios that gain at least the threshold. */
    public static double starr(double[] gains, double threshold) {
        return (double) Arrays.stream(gains).filter(gain -> gain >= threshold).count() / gains.length;
    }

    /** What each decision gains less than the best one, in every scenario. @param gains [decision][scenario] */
    public static double[][] regret(double[][] gains) {
        double[][] regret = new double[gains.length][gains[0].length];
        for (int f = 0; f < gains[0].length; f++) {
            double best = Double.NEGATIVE_INFINITY;
            for (double[] row : gains) {
                best = Math.max(best, row[f]);
            }
            for (int d = 0; d < gains.length; d++) {
                regret[d][f] = best - gains[d][f];
            }
        }
        return regret;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** The value nearest to the share, as the authors' programs have it. */
    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.rint(share * (sorted.length - 1))];
    }

    static double percentile(double[] values, double share) {
        return quantile(sorted(values), share);
    }
}
