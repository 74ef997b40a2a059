package org.jiritsu.hedge;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Portfolios nearly as good as the best.
 *
 * @param tolerance above the best score
 * @param portfolios in order of score, the best one first
 * @param complete whether these are all
 */
public record NearBest(Optimum best, double tolerance, List<Portfolio> portfolios, boolean complete) {
    public NearBest {
        portfolios = List.copyOf(portfolios);
    }

    /** Share of the portfolios that hold a hedge, at whatever level. */
    public double share(int hedge) {
        return portfolios.isEmpty()
                ? 0
                : (double) portfolios.stream().filter(one -> one.holds(hedge)).count() / portfolios.size();
    }

    /** Hedges that all of them hold. */
    public List<Integer> always() {
        return hedges().filter(i -> share(i) == 1).boxed().toList();
    }

    /** Hedges that none of them holds. */
    public List<Integer> never() {
        return hedges().filter(i -> share(i) == 0).boxed().toList();
    }

    /** Pairs of hedges of which each is in some and no portfolio is without both, nor holds both: one stands for the other. */
    public List<Menu.Pair> eitherOr() {
        return hedges().boxed()
                .flatMap(i -> hedges().filter(j -> j > i && swap(i, j)).mapToObj(j -> new Menu.Pair(i, j)))
                .toList();
    }

    private boolean swap(int i, int j) {
        return !portfolios.isEmpty()
                && share(i) < 1
                && share(j) < 1
                && portfolios.stream().allMatch(one -> one.holds(i) != one.holds(j));
    }

    private IntStream hedges() {
        return IntStream.range(0, best.portfolio().levels().size());
    }
}
