package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether two hedges stand for each other or help each other: what both avoid together less what each avoids alone, mean
 * over the futures, millions. Below 0 substitutes, above 0 complements.
 *
 * @param together mean loss avoided by both
 * @param first by the first alone
 * @param second by the second alone
 */
public record Interaction(Menu.Pair pair, double together, double first, double second) {
    public double value() {
        return together - first - second;
    }

    /** Share of the smaller one's worth that is lost (below 0) or won (above 0) by having both; 0 if it is worth nothing. */
    public double share() {
        double smaller = Math.min(first, second);
        return smaller > 0 ? value() / smaller : 0;
    }

    /** Of all pairs of these hedges, at the levels of a portfolio. */
    public static List<Interaction> of(Hedging hedging, List<Integer> hedges, Portfolio levels) {
        Portfolio none = Portfolio.none(hedging.menu().size());
        List<Menu.Pair> pairs = new ArrayList<>();
        List<Portfolio> needed = new ArrayList<>(List.of(none));
        for (int i : hedges) {
            needed.add(none.with(i, levels.level(i)));
            for (int j : hedges) {
                if (i < j) {
                    pairs.add(new Menu.Pair(i, j));
                    needed.add(none.with(i, levels.level(i)).with(j, levels.level(j)));
                }
            }
        }
        hedging.losses().prepare(needed);
        double nothing = mean(hedging, none);
        return pairs.stream()
                .map(pair -> {
                    Portfolio first = none.with(pair.first(), levels.level(pair.first()));
                    Portfolio second = none.with(pair.second(), levels.level(pair.second()));
                    Portfolio both = first.with(pair.second(), levels.level(pair.second()));
                    return new Interaction(
                            pair,
                            nothing - mean(hedging, both),
                            nothing - mean(hedging, first),
                            nothing - mean(hedging, second));
                })
                .toList();
    }

    private static double mean(Hedging hedging, Portfolio portfolio) {
        return Robustness.laplace(hedging.losses().of(portfolio));
    }
}
