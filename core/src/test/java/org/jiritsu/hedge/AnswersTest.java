package org.jiritsu.hedge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.ensemble.LatinHypercube;
import org.jiritsu.hedge.discovery.Box;
import org.junit.jupiter.api.Test;

/** What is said of a menu beside its best portfolio. */
class AnswersTest {
    private static final Criterion REGRET = new Criterion.MinimaxRegret();

    @Test
    void theFrontierNeverScoresWorseWithMoreMoney() {
        for (int seed = 0; seed < 10; seed++) {
            Menu menu = Examples.random(7, seed);
            List<Future> futures = Examples.futures(9);
            Hedging hedging = HedgingTest.hedging(menu, futures, Examples.covering(menu, futures, seed));
            Frontier frontier = Frontier.of(hedging, REGRET, Frontier.axis(1, 1000, 10));
            for (int k = 1; k < frontier.points().size(); k++) {
                assertTrue(frontier.points().get(k).score()
                        <= frontier.points().get(k - 1).score());
            }
            assertTrue(frontier.saturates().orElse(Double.POSITIVE_INFINITY) < 1000);
        }
    }

    @Test
    void theAxisIsLogarithmicWithBothEnds() {
        assertArrayEquals(new double[] {1, 10, 100}, Frontier.axis(1, 100, 3), 1e-9);
        assertThrows(InputException.class, () -> Frontier.axis(10, 1, 3));
    }

    @Test
    void breakEvenIsCostOverLossAvoided() {
        BreakEven even = new BreakEven("a", 20, 1000, 500, 2000);
        assertEquals(0.02, even.yearly(), 1e-12);
        assertEquals(0.04, even.atLeast(), 1e-12);
        assertEquals(0.01, even.atMost(), 1e-12);
        assertEquals(1 - Math.pow(0.98, 5), even.over(5), 1e-12);
        assertEquals(BreakEven.Band.FROM_1_TO_5, even.band(2));
        assertEquals(BreakEven.Band.FROM_5_TO_25, even.band(5));
        assertEquals(BreakEven.Band.NEVER, new BreakEven("b", 20, 0, 0, 0).band(5));
    }

    @Test
    void aHedgeBoughtLastIsWorthLessThanFirstWhereAnotherStandsForIt() {
        Menu menu = Examples.menu(List.of(Examples.hedge("stock", 10), Examples.hedge("supplier", 20)));
        List<Future> futures = Examples.futures(2);
        Hedging hedging = HedgingTest.hedging(
                menu, futures, given((levels, f) -> levels.level(0) + levels.level(1) > 0 ? 100 : 500 + 100 * f));
        Portfolio both = new Portfolio(List.of(1, 1));
        assertEquals(10 / 450.0, BreakEven.boughtFirst(hedging, 0, 1).getFirst().yearly(), 1e-12);
        assertTrue(Double.isInfinite(
                BreakEven.boughtLast(hedging, both, 0).getFirst().yearly()));
        assertEquals(30 / 450.0, BreakEven.ofPortfolio(hedging, both).getFirst().yearly(), 1e-12);
        Interaction pair = Interaction.of(hedging, List.of(0, 1), both).getFirst();
        assertEquals(-450, pair.value(), 1e-9);
        assertEquals(-1, pair.share(), 1e-12);
        NearBest near = hedging.near(hedging.optimum(REGRET, 100), 40, 100);
        assertEquals(List.of(new Menu.Pair(0, 1)), near.eitherOr());
        assertTrue(near.always().isEmpty());
    }

    @Test
    void whatWasLeftOutAndWhatMoreMoneyBuysAgreeWithEnumeration() {
        Menu menu = Examples.random(7, 2);
        List<Future> futures = Examples.futures(9);
        Hedging hedging = HedgingTest.hedging(menu, futures, Examples.covering(menu, futures, 2));
        Optimum now = hedging.optimum(REGRET, 40);
        Frontier.Next next = Frontier.next(hedging, now, 20);
        assertEquals(hedging.enumerated(REGRET, 60).score(), next.best().score(), 1e-9);
        next.steps()
                .forEach(step ->
                        assertTrue(now.score() - step.gain() >= next.best().score() - 1e-9));
        List<Frontier.LeftOut> left = Frontier.leftOut(hedging, now);
        assertFalse(left.isEmpty());
        Space space = new Space(menu, 40);
        for (Frontier.LeftOut one : left) {
            double least = Space.all(space.whole()).stream()
                    .filter(levels -> space.allows(levels) && levels[one.hedge()] > 0)
                    .mapToDouble(levels -> hedging.score(REGRET, Space.portfolio(levels)))
                    .min()
                    .orElseThrow();
            assertEquals(least - now.score(), one.loss(), 1e-9);
        }
    }

    @Test
    void criteriaAreComparedWithEachOther() {
        Menu menu = Examples.random(6, 4);
        List<Future> futures = Examples.futures(9);
        Hedging hedging = HedgingTest.hedging(menu, futures, Examples.covering(menu, futures, 4));
        List<Criterion> criteria = Criterion.all(0.9, 50, 300);
        Comparison comparison = Comparison.of(hedging, criteria, 50);
        assertEquals(
                criteria, comparison.optima().stream().map(Optimum::criterion).toList());
        for (int c = 0; c < criteria.size(); c++) {
            for (int other = 0; other < criteria.size(); other++) {
                assertTrue(comparison.scores()[c][c] <= comparison.scores()[other][c] + 1e-9, "judged by " + c);
            }
        }
        assertEquals(
                criteria.size(),
                comparison.choices().values().stream().mapToInt(List::size).sum());
    }

    @Test
    void whatBreaksAPortfolioIsSaidAndHoldsOnFreshFutures() {
        Menu menu = Examples.menu(List.of(Examples.hedge("stock", 10)));
        LossModel model = new LossModel() {
            @Override
            public String version() {
                return "long bans";
            }

            @Override
            public double[] losses(List<Input> batch) {
                return batch.stream()
                        .mapToDouble(input -> !input.portfolio().holds(0)
                                        && input.future().values().getOrDefault("ban.days", 0.0) > 140
                                ? 1000
                                : 0)
                        .toArray();
            }
        };
        Hedging known = HedgingTest.hedging(menu, banned(400, 1), model);
        Hedging fresh = HedgingTest.hedging(menu, banned(400, 2), model);
        Portfolio none = Portfolio.none(1);
        WhatBreaks breaks = WhatBreaks.of(known, fresh, none, 100, WhatBreaks.Settings.USUAL);
        assertEquals(225 / 365.0, breaks.failing(), 0.01);
        assertEquals(225 / 365.0, breaks.failingFresh(), 0.01);
        WhatBreaks.Found found = breaks.boxes().getFirst();
        List<Box.Condition> conditions = found.box().box().conditions();
        assertEquals(1, conditions.size());
        assertEquals("ban.days", conditions.getFirst().factor());
        assertEquals(140, conditions.getFirst().least().orElseThrow(), 40);
        assertTrue(found.fresh().density() > 0.8 && found.fresh().coverage() > 0.95, found.toString());
        Box.Score leaf = breaks.leaves().getFirst().fresh();
        assertTrue(leaf.density() > 0.98 && leaf.coverage() > 0.98, leaf.toString());
        assertTrue(WhatBreaks.of(known, fresh, new Portfolio(List.of(1)), 100, WhatBreaks.Settings.USUAL)
                .boxes()
                .isEmpty());
    }

    private static List<Future> banned(int n, long seed) {
        double[][] draws = LatinHypercube.draw(n, 2, seed);
        return IntStream.range(0, n)
                .mapToObj(f -> {
                    Future plain = Examples.future("f" + f, 365 * draws[f][0]);
                    return new Future(
                            plain.id(),
                            "all",
                            false,
                            plain.events(),
                            plain.rules(),
                            plain.keeps(),
                            List.of(),
                            new TreeMap<>(Map.of("ban.days", 365 * draws[f][0], "ban.breadth", draws[f][1])));
                })
                .toList();
    }

    @Test
    void waitingForASignIsWorthWhatItSavesInQuietFutures() {
        Menu menu = Examples.menu(List.of(Examples.hedge("stock", 10)));
        List<Future> futures = List.of(signed("calm", true, 0.2, 0), signed("war", false, 0.9, 50));
        Hedging hedging = HedgingTest.hedging(menu, futures, given((levels, f) -> f == 0 || levels.holds(0) ? 0 : 400));
        Optimum atOnce = hedging.optimum(REGRET, 100);
        assertEquals(30, atOnce.score(), 1e-9);
        Adaptive adaptive = Adaptive.of(hedging, atOnce, List.of(), 5, 3);
        assertEquals(30, adaptive.optionValue(), 1e-9);
        assertEquals(Portfolio.none(1), adaptive.best().now());
        assertEquals(new Adaptive.Tally(1, 0, 0, 0, 50), adaptive.tally());
        List<Future> nervous = List.of(signed("calm", true, 0.95, 0), signed("war", false, 0.9, 50));
        Hedging fooled = HedgingTest.hedging(menu, nervous, given((levels, f) -> f == 0 || levels.holds(0) ? 0 : 400));
        Adaptive useless = Adaptive.of(fooled, fooled.optimum(REGRET, 100), List.of(), 5, 3);
        assertEquals(0, useless.optionValue(), 1e-9);
        assertEquals(1, useless.tally().falseAlarms());
    }

    @Test
    void theSameHistoryGivesTheSameAction() {
        Adaptive.Trigger trigger = new Adaptive.Trigger("sorties", 3, 2);
        assertEquals(OptionalInt.of(4), trigger.crossing(new double[] {1, 3, 2, 4, 3, 9}));
        assertEquals(OptionalInt.empty(), trigger.crossing(new double[] {9, 1, 9, 1}));
    }

    private static Future signed(String id, boolean quiet, double level, double lead) {
        Future plain = Examples.future(id, quiet ? 1 : 2);
        return new Future(
                id,
                id,
                quiet,
                plain.events(),
                plain.rules(),
                plain.keeps(),
                List.of(new Future.Sign("sorties", level, lead)),
                new TreeMap<>());
    }

    @Test
    void budgetsAreReadAsPeopleWriteThem() {
        assertEquals(100_000, Budget.parse("100bn/yr", 0));
        assertEquals(2500, Budget.parse("2500m", 0));
        assertEquals(2500, Budget.parse("2500", 0));
        assertEquals(8000, Budget.parse("0.2%", 4_000_000), 1e-9);
        assertThrows(InputException.class, () -> Budget.parse("USD 3bn", 0));
        assertThrows(InputException.class, () -> Budget.parse("-3bn", 0));
    }

    private interface Given {
        double loss(Portfolio levels, int future);
    }

    /** Losses by the number of the future, told from the length of its ban. */
    private static LossModel given(Given given) {
        return new LossModel() {
            @Override
            public String version() {
                return "given";
            }

            @Override
            public double[] losses(List<Input> batch) {
                return batch.stream()
                        .mapToDouble(input -> given.loss(
                                input.portfolio(),
                                (int) input.future().events().getFirst().days() - 1))
                        .toArray();
            }
        };
    }
}
