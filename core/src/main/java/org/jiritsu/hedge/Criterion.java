package org.jiritsu.hedge;

import java.util.Arrays;
import java.util.List;

/** How portfolios are compared when no probability is known. A score is better the smaller it is. */
public sealed interface Criterion {
    /** A short name for tables. */
    String id();

    /**
     * @param totals what a portfolio costs and loses in each future over the planning period
     * @param best the least total of any portfolio in each future
     */
    double score(double[] totals, double[] best, Chances chances);

    /** Whether a total that rises in one future never lowers the score: then an optimum can be proved by bounds. */
    default boolean monotone() {
        return true;
    }

    /** All that are compared, with the usual parameters and thresholds in the unit of the totals. */
    static List<Criterion> all(double beta, double tolerance, double threshold) {
        return List.of(
                new MinimaxRegret(),
                new Cvar(beta),
                new Satisficing(tolerance),
                new Maximin(),
                new Maximax(),
                new Hurwicz(0.75),
                new Laplace(),
                new RegretPercentile(0.9),
                new Starr(threshold),
                new MeanVariance(),
                new UndesirableDeviations(),
                new Skewness(),
                new Peakedness());
    }

    /** The greatest regret (Savage 1951). */
    record MinimaxRegret() implements Criterion {
        @Override
        public String id() {
            return "minimax-regret";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            double most = Double.NEGATIVE_INFINITY;
            for (int f = 0; f < totals.length; f++) {
                most = Math.max(most, totals[f] - best[f]);
            }
            return most;
        }
    }

    /** Mean of the worst 1 - beta of totals, the worst over the ranges of probability. */
    record Cvar(double beta) implements Criterion {
        @Override
        public String id() {
            return "cvar";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return chances.cvar(beta, totals);
        }
    }

    /** Share of futures whose regret is above the tolerance. */
    record Satisficing(double tolerance) implements Criterion {
        @Override
        public String id() {
            return "satisficing";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            int above = 0;
            for (int f = 0; f < totals.length; f++) {
                above += totals[f] - best[f] > tolerance ? 1 : 0;
            }
            return (double) above / totals.length;
        }
    }

    /** The greatest total (Wald 1950). */
    record Maximin() implements Criterion {
        @Override
        public String id() {
            return "maximin";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return -Robustness.maximin(negative(totals));
        }
    }

    /** The least total. */
    record Maximax() implements Criterion {
        @Override
        public String id() {
            return "maximax";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return -Robustness.maximax(negative(totals));
        }
    }

    /** Between the two. @param alpha weight of the worst */
    record Hurwicz(double alpha) implements Criterion {
        @Override
        public String id() {
            return "hurwicz";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return -Robustness.hurwicz(negative(totals), alpha);
        }
    }

    /** The mean, every future alike. */
    record Laplace() implements Criterion {
        @Override
        public String id() {
            return "laplace";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return Robustness.laplace(totals);
        }
    }

    /** A percentile of regret, so that the last tenth of futures does not decide alone. */
    record RegretPercentile(double share) implements Criterion {
        @Override
        public String id() {
            return "regret-p" + Math.round(100 * share);
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            double[] regret = new double[totals.length];
            Arrays.setAll(regret, f -> totals[f] - best[f]);
            return Robustness.percentile(regret, share);
        }
    }

    /** Share of futures whose total is above a threshold (Starr 1963). */
    record Starr(double threshold) implements Criterion {
        @Override
        public String id() {
            return "starr";
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return 1 - Robustness.starr(negative(totals), -threshold);
        }
    }

    /** (mean + 1) (standard deviation + 1), McPhail's form for what is to be small. */
    record MeanVariance() implements Criterion {
        @Override
        public String id() {
            return "mean-variance";
        }

        @Override
        public boolean monotone() {
            return false;
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return (Robustness.laplace(totals) + 1) * (Robustness.deviation(totals) + 1);
        }
    }

    record UndesirableDeviations() implements Criterion {
        @Override
        public String id() {
            return "undesirable-deviations";
        }

        @Override
        public boolean monotone() {
            return false;
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return -Robustness.undesirableDeviations(negative(totals));
        }
    }

    record Skewness() implements Criterion {
        @Override
        public String id() {
            return "skewness";
        }

        @Override
        public boolean monotone() {
            return false;
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return -Robustness.percentileSkewness(negative(totals));
        }
    }

    record Peakedness() implements Criterion {
        @Override
        public String id() {
            return "peakedness";
        }

        @Override
        public boolean monotone() {
            return false;
        }

        @Override
        public double score(double[] totals, double[] best, Chances chances) {
            return Robustness.percentilePeakedness(negative(totals));
        }
    }

    private static double[] negative(double[] totals) {
        return Arrays.stream(totals).map(total -> -total).toArray();
    }
}
