package org.jiritsu.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * The effects of one policy under many draws of uncertain parameters. Keeps 8 figures a draw and economy, about 5 kB a
 * draw for 81 economies; the equilibria themselves are let go.
 */
public final class Uncertainty {
    private final TradeData data;
    private final ParameterDraws draws;
    private final double[][] drawn;
    private final double[][] figures;

    private Uncertainty(TradeData data, ParameterDraws draws, double[][] drawn, double[][] figures) {
        this.data = data;
        this.draws = draws;
        this.drawn = drawn;
        this.figures = figures;
    }

    /** Median and 5-95% band of one figure. */
    public record Band(String economy, Measure measure, double median, double low5, double high95) {}

    /**
     * What drives a figure.
     *
     * @param factor the sectors whose elasticity it is, or another parameter by name
     * @param rankCorrelation Spearman's, between the parameter and the figure
     */
    public record Driver(String economy, Measure measure, String factor, double rankCorrelation) {}

    /**
     * Solves the policy once a draw, on all processors; the same seed gives the same figures on any number of them.
     *
     * @param policy made for the baseline of {@code data}; tariffs do not depend on what is drawn
     * @param progress told how many draws are done, by any thread
     * @throws UnconvergedException if a draw has no equilibrium; none is left out silently
     */
    public static Uncertainty run(
            TradeData data,
            Deficits deficits,
            TradePolicy policy,
            ParameterDraws draws,
            int count,
            long seed,
            IntConsumer progress) {
        requireEnough(count);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] drawn = new double[count][];
        Arrays.setAll(drawn, d -> draws.draw(random));
        double[][] figures = new double[count][];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, count).parallel().forEach(d -> {
            Effects effects =
                    TradeModel.of(draws.applyTo(data, drawn[d]), deficits).effects(policy);
            figures[d] = figures(effects);
            progress.accept(done.incrementAndGet());
        });
        return new Uncertainty(data, draws, drawn, figures);
    }

    /** @throws InputException if so many draws make no band */
    public static void requireEnough(int count) {
        if (count < 2) {
            throw InputException.use(
                    "Too few draws", "at least 2, better 200", String.valueOf(count), "--draws 200 was meant.");
        }
    }

    private static double[] figures(Effects effects) {
        return effects.economies().stream()
                .flatMapToDouble(row -> Arrays.stream(Measure.values()).mapToDouble(m -> m.of(row)))
                .toArray();
    }

    /** Bands of every economy and measure. */
    public List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (int e = 0; e < data.economyCount(); e++) {
            for (Measure measure : Measure.values()) {
                double[] sorted = figure(e, measure);
                Arrays.sort(sorted);
                bands.add(new Band(
                        data.economies().get(e).code(),
                        measure,
                        quantile(sorted, 0.5),
                        quantile(sorted, 0.05),
                        quantile(sorted, 0.95)));
            }
        }
        return bands;
    }

    /** The parameters by how strongly they move one figure of an economy, the strongest first. */
    public List<Driver> drivers(int economy, Measure measure) {
        double[] ranks = ranks(figure(economy, measure));
        List<Driver> drivers = new ArrayList<>();
        List<String> factors = draws.factors();
        for (int f = 0; f < factors.size(); f++) {
            int factor = f;
            double[] values = Arrays.stream(drawn).mapToDouble(d -> d[factor]).toArray();
            drivers.add(new Driver(
                    data.economies().get(economy).code(), measure, factors.get(f), correlation(ranks(values), ranks)));
        }
        drivers.sort(Comparator.comparingDouble(d -> -Math.abs(d.rankCorrelation())));
        return drivers;
    }

    private double[] figure(int economy, Measure measure) {
        int at = economy * Measure.values().length + measure.ordinal();
        return Arrays.stream(figures).mapToDouble(f -> f[at]).toArray();
    }

    /** Linear between the order statistics (Hyndman and Fan 1996, type 7). */
    static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Ranks; equal values share their mean rank. */
    static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** Pearson's correlation; 0 where one side does not vary. */
    static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
