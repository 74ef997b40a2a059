package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a set of futures must be for a hedge to be worth its price: no probability is assumed, this one is asked for.
 *
 * @param set the futures' set
 * @param yearlyCost of the hedge or portfolio, millions
 * @param avoided mean over the set's futures of the loss it avoids, millions
 * @param least over the set's futures
 * @param most over the set's futures
 */
public record BreakEven(String set, double yearlyCost, double avoided, double least, double most) {
    /** The yearly probability at which the mean loss avoided pays for it; above 1 where it never does, infinite if 0. */
    public double yearly() {
        return probability(avoided);
    }

    /** The same if the loss avoided is the set's greatest. */
    public double atMost() {
        return probability(most);
    }

    /** The same if it is the set's least. */
    public double atLeast() {
        return probability(least);
    }

    private double probability(double loss) {
        return yearlyCost == 0 ? 0 : loss <= 0 ? Double.POSITIVE_INFINITY : yearlyCost / loss;
    }

    /** The chance of one or more in some years at that yearly probability; 1 where it never pays. */
    public double over(double years) {
        return yearly() >= 1 ? 1 : -Math.expm1(years * Math.log1p(-yearly()));
    }

    /** The bands of likelihood of the UK National Risk Register (2023): per cent within the years it assesses, 2 to 5. */
    public enum Band {
        BELOW_0_2(0.002),
        FROM_0_2_TO_1(0.01),
        FROM_1_TO_5(0.05),
        FROM_5_TO_25(0.25),
        ABOVE_25(1),
        NEVER(Double.POSITIVE_INFINITY);

        private final double below;

        Band(double below) {
            this.below = below;
        }
    }

    /** The band of the chance within these years, 2 for malicious risks and 5 for others in the register. */
    public Band band(double years) {
        if (yearly() >= 1) {
            return Band.NEVER;
        }
        double chance = over(years);
        for (Band band : Band.values()) {
            if (chance < band.below) {
                return band;
            }
        }
        return Band.ABOVE_25;
    }

    /** Of a portfolio against another one that is part of it, by set in the order of the futures. */
    static List<BreakEven> of(Hedging hedging, Portfolio without, Portfolio with) {
        hedging.losses().prepare(List.of(without, with));
        double[] before = hedging.losses().of(without);
        double[] after = hedging.losses().of(with);
        double cost = hedging.menu().cost(with).yearly()
                - hedging.menu().cost(without).yearly();
        Map<String, List<Double>> bySet = new LinkedHashMap<>();
        List<Future> futures = hedging.futures();
        for (int f = 0; f < before.length; f++) {
            bySet.computeIfAbsent(futures.get(f).set(), _ -> new ArrayList<>()).add(before[f] - after[f]);
        }
        return bySet.entrySet().stream()
                .map(entry -> new BreakEven(
                        entry.getKey(),
                        cost,
                        Robustness.laplace(array(entry.getValue())),
                        Robustness.maximin(array(entry.getValue())),
                        Robustness.maximax(array(entry.getValue()))))
                .toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Of everything in the portfolio together. */
    public static List<BreakEven> ofPortfolio(Hedging hedging, Portfolio portfolio) {
        return of(hedging, Portfolio.none(hedging.menu().size()), portfolio);
    }

    /**
     * Of one hedge at a level: bought first, when nothing else is held. It is worth least or most there; see
     * {@link #boughtLast} for the other end.
     */
    public static List<BreakEven> boughtFirst(Hedging hedging, int hedge, int level) {
        Portfolio none = Portfolio.none(hedging.menu().size());
        return of(hedging, none, none.with(hedge, level));
    }

    /** Of one hedge at the level the portfolio holds: bought last, when the rest of the portfolio is held. */
    public static List<BreakEven> boughtLast(Hedging hedging, Portfolio portfolio, int hedge) {
        return of(hedging, portfolio.with(hedge, 0), portfolio);
    }
}
