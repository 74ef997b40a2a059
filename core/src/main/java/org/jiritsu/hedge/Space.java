package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The portfolios that can be chosen: between two levels of every hedge, allowed by the pairs, within a budget. */
final class Space {
    private static final double ROUNDING = 1e-12;

    private final Menu menu;
    private final double budget;
    private final double[][] yearly;

    Space(Menu menu, double budget) {
        this.menu = menu;
        this.budget = budget * (1 + ROUNDING) + ROUNDING;
        this.yearly = menu.hedges().stream()
                .map(hedge -> IntStream.rangeClosed(0, hedge.levels().size())
                        .mapToDouble(level -> hedge.cost(level).yearly())
                        .toArray())
                .toArray(double[][]::new);
    }

    int size() {
        return yearly.length;
    }

    /** A year's cost, summed in the menu's order. */
    double cost(int[] levels) {
        double cost = 0;
        for (int i = 0; i < levels.length; i++) {
            cost += yearly[i][levels[i]];
        }
        return cost;
    }

    double step(int hedge, int from, int to) {
        return yearly[hedge][to] - yearly[hedge][from];
    }

    /** All levels between these; both ends are in it. */
    record Part(int[] low, int[] high) {
        boolean single() {
            return Arrays.equals(low, high);
        }
    }

    Part whole() {
        int[] top = new int[yearly.length];
        for (int i = 0; i < top.length; i++) {
            top[i] = yearly[i].length - 1;
        }
        return new Part(new int[top.length], top);
    }

    /** Narrowed by what pairs and budget imply; empty if nothing is left. */
    Optional<Part> narrowed(Part part) {
        int[] low = part.low().clone();
        int[] high = part.high().clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Menu.Pair pair : menu.excluded()) {
                changed |= exclude(pair.first(), pair.second(), low, high)
                        | exclude(pair.second(), pair.first(), low, high);
            }
            for (Menu.Pair pair : menu.required()) {
                if (low[pair.first()] > 0 && low[pair.second()] == 0) {
                    low[pair.second()] = 1;
                    changed = true;
                }
                if (high[pair.second()] == 0 && high[pair.first()] > 0) {
                    high[pair.first()] = 0;
                    changed = true;
                }
            }
            double least = cost(low);
            if (least > budget) {
                return Optional.empty();
            }
            for (int i = 0; i < low.length; i++) {
                while (high[i] > low[i] && least + step(i, low[i], high[i]) > budget) {
                    high[i]--;
                    changed = true;
                }
                if (low[i] > high[i]) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Part(low, high));
    }

    private static boolean exclude(int held, int other, int[] low, int[] high) {
        if (low[held] > 0 && high[other] > 0) {
            high[other] = 0;
            return true;
        }
        return false;
    }

    boolean allows(int[] levels) {
        return cost(levels) <= budget && menu.allows(portfolio(levels));
    }

    static Portfolio portfolio(int[] levels) {
        return new Portfolio(Arrays.stream(levels).boxed().toList());
    }

    static int[] levels(Portfolio portfolio) {
        return portfolio.levels().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The number of portfolios, allowed or not; infinite beyond what a double counts. */
    static double count(Part part) {
        double count = 1;
        for (int i = 0; i < part.low().length; i++) {
            count *= part.high()[i] - part.low()[i] + 1;
        }
        return count;
    }

    /** Every portfolio between the two ends in rising order, allowed or not. */
    static List<int[]> all(Part part) {
        List<int[]> all = new ArrayList<>();
        int[] at = part.low().clone();
        while (true) {
            all.add(at.clone());
            int i = at.length - 1;
            while (i >= 0 && at[i] == part.high()[i]) {
                at[i] = part.low()[i];
                i--;
            }
            if (i < 0) {
                return all;
            }
            at[i]++;
        }
    }
}
