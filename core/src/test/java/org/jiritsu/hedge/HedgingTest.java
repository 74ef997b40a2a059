package org.jiritsu.hedge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search against enumeration, and what must hold whatever the numbers. */
class HedgingTest {
    private static final List<Criterion> CRITERIA = Criterion.all(0.9, 60, 400);

    @Test
    void searchAndEnumerationAgreeOnFiftyMenus() {
        for (int seed = 0; seed < 50; seed++) {
            int n = 3 + seed % 10;
            Menu menu = Examples.random(n, seed);
            List<Future> futures = Examples.futures(12);
            int[] setOf = IntStream.range(0, 12).map(f -> f % 3).toArray();
            Chances chances = seed % 2 == 0
                    ? Chances.unknown(List.of("a", "b", "c"), setOf)
                    : new Chances(
                            List.of("a", "b", "c"),
                            List.of(
                                    new Futures.Range(0.1, 0.6),
                                    new Futures.Range(0.2, 0.3),
                                    new Futures.Range(0, 0.5)),
                            setOf);
            LossModel model = Examples.covering(menu, futures, seed);
            double budget = 15 + 7 * (seed % 6);
            Hedging searched = new Hedging(menu, Losses.direct(futures, model), chances, Hedging.Settings.usual(3));
            Hedging all = new Hedging(menu, Losses.direct(futures, model), chances, Hedging.Settings.usual(3));
            assertArrayEquals(enumeratedHindsight(all), searched.hindsight(), 1e-9);
            for (Criterion criterion : CRITERIA) {
                if (criterion.monotone()) {
                    Optimum found = searched.optimum(criterion, budget);
                    Optimum known = all.enumerated(criterion, budget);
                    assertEquals(known.score(), found.score(), criterion.id() + " of menu " + seed);
                    assertEquals(known.portfolio(), found.portfolio(), criterion.id() + " of menu " + seed);
                    assertTrue(found.proved() && known.proved());
                    assertTrue(found.cost().yearly() <= budget + 1e-9 && menu.allows(found.portfolio()));
                }
            }
        }
    }

    private static double[] enumeratedHindsight(Hedging hedging) {
        Space space = new Space(hedging.menu(), Double.MAX_VALUE);
        double[] best = new double[hedging.futures().size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int[] levels : Space.all(space.whole())) {
            if (space.allows(levels)) {
                double[] totals = hedging.totals(Space.portfolio(levels));
                Arrays.setAll(best, f -> Math.min(best[f], totals[f]));
            }
        }
        return best;
    }

    @Test
    void nearBestPortfoliosAreAllThatEnumerationFinds() {
        Menu menu = Examples.random(7, 3);
        List<Future> futures = Examples.futures(10);
        Hedging hedging = hedging(menu, futures, Examples.covering(menu, futures, 3));
        Criterion regret = new Criterion.MinimaxRegret();
        Optimum best = hedging.optimum(regret, 60);
        NearBest near = hedging.near(best, 150, 10_000);
        Space space = new Space(menu, 60);
        long known = Space.all(space.whole()).stream()
                .filter(space::allows)
                .filter(one -> hedging.score(regret, Space.portfolio(one)) <= best.score() + 150)
                .count();
        assertTrue(near.complete() && known > 3, known + " " + near);
        assertEquals(known, near.portfolios().size());
        assertEquals(best.portfolio(), near.portfolios().getFirst());
        assertTrue(!hedging.near(best, 150, 2).complete());
    }

    @Test
    void oneFutureHasNoRegret() {
        Menu menu = Examples.random(6, 8);
        List<Future> one = Examples.futures(1);
        Hedging hedging = hedging(menu, one, Examples.covering(menu, one, 11));
        assertEquals(0, hedging.optimum(new Criterion.MinimaxRegret(), 1000).score(), 1e-9);
    }

    @Test
    void aFreeHarmlessHedgeNeverHurts() {
        for (int seed = 0; seed < 10; seed++) {
            Menu menu = Examples.random(6, seed);
            List<Hedge> more = new ArrayList<>(menu.hedges());
            more.add(Examples.hedge("free", 0));
            Menu larger = new Menu(menu.title(), "JPN", "USD", List.of(), more, menu.excluded(), menu.required());
            List<Future> futures = Examples.futures(8);
            LossModel model = Examples.covering(larger, futures, seed);
            LossModel without = new LossModel() {
                @Override
                public String version() {
                    return "without";
                }

                @Override
                public double[] losses(List<Input> batch) {
                    return model.losses(batch.stream()
                            .map(input -> new Input(extended(input.portfolio()), input.future()))
                            .toList());
                }
            };
            for (Criterion criterion :
                    List.of(new Criterion.Cvar(0.8), new Criterion.Maximin(), new Criterion.Laplace())) {
                double before =
                        hedging(menu, futures, without).optimum(criterion, 40).score();
                double after =
                        hedging(larger, futures, model).optimum(criterion, 40).score();
                assertTrue(after <= before + 1e-9, criterion.id());
            }
        }
    }

    private static Portfolio extended(Portfolio portfolio) {
        List<Integer> levels = new ArrayList<>(portfolio.levels());
        levels.add(0);
        return new Portfolio(levels);
    }

    @Test
    void pricesTimesTenNeverBuyMore() {
        for (int seed = 0; seed < 10; seed++) {
            Menu menu = Examples.random(7, seed);
            List<Hedge> dear = menu.hedges().stream()
                    .map(hedge -> new Hedge(
                            hedge.id(),
                            hedge.name(),
                            hedge.measure(),
                            hedge.levels(),
                            hedge.charges(),
                            hedge.costs().stream().map(cost -> cost.times(10)).toList(),
                            hedge.place()))
                    .toList();
            Menu dearer = new Menu(menu.title(), "JPN", "USD", List.of(), dear, menu.excluded(), menu.required());
            List<Future> futures = Examples.futures(8);
            LossModel model = Examples.covering(menu, futures, seed);
            Criterion mean = new Criterion.Laplace();
            Hedging cheap = hedging(menu, futures, model);
            double before = lost(cheap, cheap.optimum(mean, 1e6).portfolio());
            double after = lost(
                    cheap, hedging(dearer, futures, model).optimum(mean, 1e6).portfolio());
            assertTrue(after >= before - 1e-9, "less is avoided, not more");
        }
    }

    private static double lost(Hedging hedging, Portfolio portfolio) {
        return Arrays.stream(hedging.losses().of(portfolio)).sum();
    }

    @Test
    void losingMoreWithMoreIsSeenAndStillSolved() {
        Menu menu = Examples.random(8, 21);
        List<Future> futures = Examples.futures(6);
        LossModel smooth = Examples.covering(menu, futures, 21);
        LossModel rough = new LossModel() {
            @Override
            public String version() {
                return "rough";
            }

            @Override
            public double[] losses(List<Input> batch) {
                double[] losses = smooth.losses(batch);
                Arrays.setAll(
                        losses,
                        k -> losses[k]
                                + (batch.get(k).portfolio().level(3) > 0
                                                && batch.get(k).portfolio().level(5) > 0
                                        ? 25
                                        : 0));
                return losses;
            }
        };
        Hedging hedging = hedging(menu, futures, rough);
        Audit audit = hedging.audit();
        assertTrue(audit.violations() > 0 && audit.largest() > 0 && audit.largest() <= 25.001, audit.toString());
        for (Criterion criterion : CRITERIA) {
            if (criterion.monotone()) {
                assertEquals(
                        hedging(menu, futures, rough).enumerated(criterion, 70).score(),
                        hedging.optimum(criterion, 70).score(),
                        criterion.id());
            }
        }
        Losses disposing = Losses.direct(futures, rough).disposing(List.of(3, 5));
        Hedging free = new Hedging(menu, disposing, Chances.equal(6), Hedging.Settings.usual(3));
        assertEquals(0, free.audit().violations(), "one may leave either unused");
    }

    @Test
    void equalCellsAreComputedOnceAndAStoppedSearchSaysItsGap() {
        Menu menu = Examples.random(12, 5);
        List<Future> futures = Examples.futures(40);
        Hedging hedging = hedging(menu, futures, Examples.covering(menu, futures, 5));
        Optimum best = hedging.optimum(new Criterion.MinimaxRegret(), 60);
        assertTrue(
                hedging.losses().simulated() < best.possible() * 40 / 2,
                "cells " + hedging.losses().simulated());
        assertTrue(best.proved());
        for (int rounds = 1; rounds < 12; rounds++) {
            Hedging hasty = new Hedging(
                    menu,
                    Losses.direct(futures, Examples.covering(menu, futures, 5)),
                    Chances.equal(40),
                    new Hedging.Settings(3, 1, 0, rounds, 10));
            for (Criterion criterion : List.of(new Criterion.MinimaxRegret(), new Criterion.Laplace())) {
                double least = hedging.enumerated(criterion, 60).score();
                Optimum early = hasty.optimum(criterion, 60);
                double truly = hedging.score(criterion, early.portfolio());
                assertTrue(truly <= least + early.gap() + 1e-9, "after %d rounds %s".formatted(rounds, early));
                assertTrue(early.proved() == (early.gap() == 0));
                assertTrue(rounds > 1 || early.how() == Optimum.How.STOPPED && early.gap() > 0);
            }
        }
    }

    @Test
    void aBudgetBelowTheCheapestHedgeBuysNothing() {
        Menu menu = Examples.menu(List.of(Examples.hedge("a", 10), Examples.hedge("b", 7)));
        List<Future> futures = Examples.futures(3);
        Hedging hedging = hedging(menu, futures, Examples.covering(menu, futures, 2));
        Optimum optimum = hedging.optimum(new Criterion.MinimaxRegret(), 5);
        assertEquals(Portfolio.none(2), optimum.portfolio());
        assertEquals(7, menu.cost(menu.cheapest().orElseThrow()).yearly());
    }

    static Hedging hedging(Menu menu, List<Future> futures, LossModel model) {
        return new Hedging(
                menu, Losses.direct(futures, model), Chances.equal(futures.size()), Hedging.Settings.usual(3));
    }
}
