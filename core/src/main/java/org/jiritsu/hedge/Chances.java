package org.jiritsu.hedge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;

/**
 * Ranges of probability of sets of futures; within a set every future is equally likely.
 *
 * @param ranges by set; from 0 to 1 where nothing is known
 * @param setOf by future, the index of its set
 */
public record Chances(List<String> sets, List<Futures.Range> ranges, int[] setOf) {
    private static final double ROUNDING = 1e-9;

    public Chances {
        sets = List.copyOf(sets);
        ranges = List.copyOf(ranges);
        double least = ranges.stream().mapToDouble(Futures.Range::low).sum();
        double most = ranges.stream().mapToDouble(Futures.Range::high).sum();
        if (least > 1 + ROUNDING || most < 1 - ROUNDING) {
            throw InputException.data(
                    "The probabilities of the futures cannot sum to 1",
                    "ranges whose lower ends sum to at most 1 and whose upper ends to at least 1",
                    "%s to %s".formatted(Numbers.plain(least), Numbers.plain(most)),
                    "per cent was meant: write 0.05 for 5%; or leave them out, for none is needed.");
        }
    }

    /** Every future equally likely, and nothing else. */
    public static Chances equal(int futures) {
        return new Chances(List.of("all"), List.of(new Futures.Range(1, 1)), new int[futures]);
    }

    /** Nothing known of any set. */
    public static Chances unknown(List<String> sets, int[] setOf) {
        return new Chances(sets, sets.stream().map(_ -> new Futures.Range(0, 1)).toList(), setOf);
    }

    /**
     * The conditional value at risk at level beta, the worst over all probabilities in the ranges: the minimum over a
     * threshold eta of eta + max_q sum_s q_s m_s(eta) / (1 - beta), m_s the set's mean of (x - eta)+ (Rockafellar &amp; Uryasev
     * 2000, theorem 1, after minimum and maximum are exchanged). Exact: the function is convex and made of straight pieces,
     * which meet at the values and where two sets' means cross.
     */
    public double cvar(double beta, double[] values) {
        double[] knots = IntStream.range(0, values.length)
                .filter(f -> ranges.get(setOf[f]).high() > 0)
                .mapToDouble(f -> values[f])
                .sorted()
                .distinct()
                .toArray();
        Tail tail = new Tail(beta, values);
        int low = 0;
        int high = knots.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tail.at(knots[middle]) <= tail.at(knots[middle + 1])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double best = tail.at(knots[low]);
        for (int side = Math.max(0, low - 1); side < Math.min(low + 1, knots.length - 1); side++) {
            best = Math.min(best, tail.between(knots[side], knots[side + 1]));
        }
        return best;
    }

    /** The threshold that {@link #cvar} chooses: the value at risk, the smallest of several. */
    public double var(double beta, double[] values) {
        double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
        Tail tail = new Tail(beta, values);
        double var = sorted[0];
        for (double knot : sorted) {
            if (tail.at(knot) < tail.at(var)) {
                var = knot;
            }
        }
        return var;
    }

    private final class Tail {
        private final double beta;
        private final double[] values;

        Tail(double beta, double[] values) {
            if (!(beta >= 0 && beta < 1)) {
                throw InputException.use(
                        "The level of the conditional value at risk is out of range",
                        "from 0, the mean, to below 1, the worst",
                        String.valueOf(beta),
                        "per cent was meant: write 0.9 for 90%.");
            }
            this.beta = beta;
            this.values = values;
        }

        double at(double eta) {
            return eta + worst(means(eta)) / (1 - beta);
        }

        private double[] means(double eta) {
            double[] sums = new double[sets.size()];
            int[] count = new int[sets.size()];
            for (int f = 0; f < values.length; f++) {
                sums[setOf[f]] += Math.max(0, values[f] - eta);
                count[setOf[f]]++;
            }
            for (int s = 0; s < sums.length; s++) {
                sums[s] = count[s] == 0 ? 0 : sums[s] / count[s];
            }
            return sums;
        }

        /** The greatest mean over the ranges: what is left above the lower ends goes to the greatest first. */
        private double worst(double[] means) {
            Integer[] order = IntStream.range(0, means.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(s -> -means[s]));
            double left = 1 - ranges.stream().mapToDouble(Futures.Range::low).sum();
            CompensatedSum worst = new CompensatedSum();
            for (int s : order) {
                double more =
                        Math.min(left, ranges.get(s).high() - ranges.get(s).low());
                left -= Math.max(0, more);
                worst.add((ranges.get(s).low() + Math.max(0, more)) * means[s]);
            }
            return worst.value();
        }

        /** The least where two sets' means cross between two neighbouring values. */
        double between(double a, double b) {
            double[] atA = means(a);
            double[] atB = means(b);
            double best = Double.POSITIVE_INFINITY;
            for (int s = 0; s < atA.length; s++) {
                for (int t = s + 1; t < atA.length; t++) {
                    double before = atA[s] - atA[t];
                    double after = atB[s] - atB[t];
                    if (before * after < 0) {
                        best = Math.min(best, at(a + (b - a) * before / (before - after)));
                    }
                }
            }
            return best;
        }
    }
}
