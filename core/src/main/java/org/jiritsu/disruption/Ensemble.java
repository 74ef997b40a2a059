package org.jiritsu.disruption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * Many runs over uncertain parameters by a Latin hypercube (McKay, Beckman &amp; Conover 1979): each parameter's range is cut
 * into as many equal parts as there are runs, and each part is drawn once. The draw depends on the seed alone.
 */
public final class Ensemble {
    /** With fewer, percentiles and rank correlations say nothing. */
    private static final int FEWEST = 10;

    private static final int MOST = 10_000;

    private final Disruption disruption;

    public Ensemble(Disruption disruption) {
        this.disruption = disruption;
    }

    /**
     * An uncertain parameter, uniform between two bounds.
     *
     * @param set the scenario with a drawn value
     */
    public record Parameter(
            String name, double low, double high, BiFunction<DisruptionScenario, Double, DisruptionScenario> set) {
        public Parameter {
            if (!(low < high && Double.isFinite(high - low))) {
                throw InputException.use(
                        "The range of " + name + " is not usable",
                        "low below high",
                        low + " to " + high,
                        "the bounds are swapped.");
            }
        }

        /** Multiplies all inventory targets. */
        public static Parameter inventoryScale(double low, double high) {
            return new Parameter(
                    "inventory_scale",
                    low,
                    high,
                    (scenario, value) -> scenario.with(
                            scenario.model().with(scenario.model().inventories().scaled(value))));
        }

        /** Days until buyers find other suppliers; inputs that are specific stay so until then. */
        public static Parameter seekingDays(double low, double high) {
            return new Parameter(
                    "seeking_days",
                    low,
                    high,
                    (scenario, value) -> scenario.with(scenario.model()
                            .with(
                                    scenario.model().substitution() instanceof Substitution.Specific
                                            ? new Substitution.Specific(value)
                                            : new Substitution.Seeking(value))));
        }

        /** Days at full strength, rounded, of every shock. */
        public static Parameter duration(double low, double high) {
            return new Parameter(
                    "duration_days",
                    low,
                    high,
                    (scenario, value) -> scenario.shocked(scenario.shocks().stream()
                            .map(shock -> shock.at(shock.timing().lasting((int) Math.round(value))))
                            .toList()));
        }

        /** The share of their capacity that these industries lose, where a shock takes some. */
        public static Parameter lostCapacity(String name, Selection industries, double low, double high) {
            return new Parameter(
                    name,
                    low,
                    high,
                    (scenario, value) -> scenario.shocked(scenario.shocks().stream()
                            .map(shock -> shock instanceof Shock.CapacityLoss lost
                                            && lost.industries().equals(industries)
                                    ? new Shock.CapacityLoss(industries, value, lost.timing())
                                    : shock)
                            .toList()));
        }

        /** Characteristic time of restocking. */
        public static Parameter restockDays(double low, double high) {
            return new Parameter(
                    "restock_days",
                    low,
                    high,
                    (scenario, value) -> scenario.with(scenario.model().restocking(value)));
        }
    }

    /** One run: the drawn values in the order of the parameters, and what came out. */
    public record Run(List<Double> values, double result) {
        public Run {
            values = List.copyOf(values);
        }
    }

    /** A parameter's rank correlation with the result, −1 to 1 (Spearman): how much it matters, and which way. */
    public record Influence(String parameter, double rankCorrelation) {}

    /** All runs; percentiles are read from them by linear interpolation. */
    public record Spread(List<Run> runs, List<Influence> influences) {
        public Spread {
            runs = List.copyOf(runs);
            influences = List.copyOf(influences);
        }

        /** The result that {@code percent} of the runs stay below. */
        public double percentile(double percent) {
            double[] sorted = runs.stream().mapToDouble(Run::result).sorted().toArray();
            double at = percent / 100 * (sorted.length - 1);
            int below = (int) Math.floor(at);
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }
    }

    /** @throws InputException if so many runs make no ensemble */
    public static void requireSeveral(int runs) {
        if (runs < FEWEST || runs > MOST) {
            throw InputException.use(
                    "An ensemble needs several runs, but not for ever",
                    "%d to %,d".formatted(FEWEST, MOST),
                    String.valueOf(runs),
                    "64 is a good beginning.");
        }
    }

    /**
     * Runs the ensemble.
     *
     * @param result the figure of interest, such as the value added that a home loses
     */
    public Spread run(
            DisruptionScenario base,
            List<Parameter> parameters,
            int runs,
            long seed,
            ToDoubleFunction<DisruptionRun> result) {
        requireSeveral(runs);
        for (Parameter parameter : parameters) {
            disruption.require(parameter.set().apply(base, parameter.low()));
            disruption.require(parameter.set().apply(base, parameter.high()));
        }
        double[][] values = latinHypercube(parameters, runs, seed);
        List<DisruptionScenario> scenarios = new ArrayList<>();
        for (int r = 0; r < runs; r++) {
            DisruptionScenario scenario = base;
            for (int p = 0; p < parameters.size(); p++) {
                scenario = parameters.get(p).set().apply(scenario, values[p][r]);
            }
            scenarios.add(scenario);
        }
        double[] results = disruption.runAll(scenarios, Recorded.NOTHING).stream()
                .mapToDouble(result)
                .toArray();
        List<Run> drawn = IntStream.range(0, runs)
                .mapToObj(r -> new Run(Arrays.stream(values).map(v -> v[r]).toList(), results[r]))
                .toList();
        List<Influence> influences = IntStream.range(0, parameters.size())
                .mapToObj(p -> new Influence(parameters.get(p).name(), rankCorrelation(values[p], results)))
                .toList();
        return new Spread(drawn, influences);
    }

    /** [parameter][run]. */
    static double[][] latinHypercube(List<Parameter> parameters, int runs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[parameters.size()][runs];
        for (int p = 0; p < parameters.size(); p++) {
            int[] part = IntStream.range(0, runs).toArray();
            for (int r = runs - 1; r > 0; r--) {
                int other = random.nextInt(r + 1);
                int swap = part[r];
                part[r] = part[other];
                part[other] = swap;
            }
            double width = (parameters.get(p).high() - parameters.get(p).low()) / runs;
            for (int r = 0; r < runs; r++) {
                values[p][r] = parameters.get(p).low() + (part[r] + random.nextDouble()) * width;
            }
        }
        return values;
    }

    /** Spearman's; 0 if either is constant. */
    static double rankCorrelation(double[] a, double[] b) {
        double[] ranksA = ranks(a);
        double[] ranksB = ranks(b);
        double mean = (a.length - 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (ranksA[i] - mean) * (ranksB[i] - mean);
            aa += (ranksA[i] - mean) * (ranksA[i] - mean);
            bb += (ranksB[i] - mean) * (ranksB[i] - mean);
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    /** Ranks from 0; equal values share their mean rank. */
    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }
}
