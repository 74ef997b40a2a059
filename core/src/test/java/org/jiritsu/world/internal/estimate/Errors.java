package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Relative errors of look-through figures over pairs of home and partner, in per cent: medians and 90th percentiles
 * over all pairs and over one home's.
 */
record Errors(Spread supply, Spread supplyOfHome, Spread market, Spread marketOfHome) {
    record Spread(double median, double p90) {}

    static Errors of(LookThrough truth, LookThrough estimate, int home) {
        return new Errors(
                all(truth.supply(), estimate.supply()),
                spread(pairs(truth.supply(), estimate.supply(), home)),
                all(truth.market(), estimate.market()),
                spread(pairs(truth.market(), estimate.market(), home)));
    }

    private static Spread all(double[][] truth, double[][] estimate) {
        return spread(IntStream.range(0, truth.length).boxed().flatMapToDouble(h -> pairs(truth, estimate, h)));
    }

    private static DoubleStream pairs(double[][] truth, double[][] estimate, int home) {
        return IntStream.range(0, truth.length)
                .filter(c -> c != home)
                .mapToDouble(c -> 100 * Math.abs(estimate[home][c] / truth[home][c] - 1));
    }

    static Spread spread(DoubleStream errors) {
        double[] sorted = errors.sorted().toArray();
        return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.9));
    }

    private static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Median and 90th percentile of supply, supply of the home, market, market of the home. */
    double[] figures() {
        return Arrays.stream(new Spread[] {supply, supplyOfHome, market, marketOfHome})
                .flatMapToDouble(s -> DoubleStream.of(s.median(), s.p90()))
                .toArray();
    }
}
