package org.jiritsu.questions.hedge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.ask.Session;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.ensemble.Cell;
import org.jiritsu.ensemble.CellEngine;
import org.jiritsu.ensemble.CellStore;
import org.jiritsu.ensemble.LocalEngine;
import org.jiritsu.hedge.Adaptive;
import org.jiritsu.hedge.Audit;
import org.jiritsu.hedge.BreakEven;
import org.jiritsu.hedge.Comparison;
import org.jiritsu.hedge.Criterion;
import org.jiritsu.hedge.Frontier;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.Futures;
import org.jiritsu.hedge.Hedging;
import org.jiritsu.hedge.Holdout;
import org.jiritsu.hedge.Interaction;
import org.jiritsu.hedge.Losses;
import org.jiritsu.hedge.Menu;
import org.jiritsu.hedge.NearBest;
import org.jiritsu.hedge.Optimum;
import org.jiritsu.hedge.Portfolio;
import org.jiritsu.hedge.WhatBreaks;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.GoodLosses;

/**
 * All that is said of a menu within a budget.
 *
 * @param chosen by the greatest regret
 * @param near within the tolerance of it
 * @param hedges one a hedge of the menu
 * @param tariffsKnown whether tariffs of the futures, if any, were counted
 */
record Solved(
        Hedging hedging,
        Comparison comparison,
        Optimum chosen,
        Frontier frontier,
        NearBest near,
        List<OfHedge> hedges,
        List<Interaction> pairs,
        Frontier.Next next,
        List<Frontier.LeftOut> leftOut,
        WhatBreaks breaks,
        Holdout holdout,
        Adaptive adaptive,
        Audit audit,
        boolean tariffsKnown) {
    /** To be told apart in what is kept of earlier runs; another figure whenever the same cell would lose otherwise. */
    private static final String MODEL = "hedge 1";

    /** Cells that are kept together, so that a stopped run loses no more. */
    private static final int BATCH = 64;

    private static final int AUDIT_PAIRS = 2;
    private static final int BUDGETS = 7;
    private static final double LEAST_BUDGET = 1e-4;
    private static final double MOST_BUDGET = 0.035;
    private static final int NEAR_MOST = 200;
    private static final double NEXT_MUSD = 1000;
    private static final int THRESHOLDS = 3;
    private static final double HELD_YEARS = 3;

    /** Of Starr's criterion: the share of a year's GDP that nobody should lose. */
    static final double THRESHOLD = 0.01;

    /**
     * A hedge by itself.
     *
     * @param level that the best portfolio holds, or its first
     * @param first by set, bought before all others
     * @param last by set, bought after all others of the best portfolio; empty if that does not hold it
     * @param judged whether it can change anything in any future
     */
    record OfHedge(int hedge, int level, List<BreakEven> first, List<BreakEven> last, boolean judged) {}

    static Solved of(Session at, Inquiry inquiry) {
        Menu menu = inquiry.menu();
        List<Future> futures = inquiry.futures().draw(inquiry.each(), inquiry.seed());
        List<Future> unseen = inquiry.futures().draw(inquiry.each(), inquiry.seed() + 1);
        SimulatedLosses model = model(at, inquiry);
        Losses losses = Losses.stored(
                menu, futures, model, new LocalEngine(1, BATCH), store(at, model.version()), progress(at));
        Hedging hedging = hedging(inquiry, losses, futures);
        Hedging fresh = hedging(inquiry, losses.on(unseen), unseen);
        at.tell(at.words().say("tell.compare", "count", futures.size()));
        Comparison comparison = Comparison.of(
                hedging,
                Criterion.all(inquiry.beta(), inquiry.tolerance(), THRESHOLD * inquiry.gdp()),
                inquiry.budget());
        Optimum chosen = comparison.optima().getFirst();
        at.tell(at.words().say("tell.frontier"));
        Frontier frontier = Frontier.of(
                hedging,
                chosen.criterion(),
                Frontier.axis(LEAST_BUDGET * inquiry.gdp(), MOST_BUDGET * inquiry.gdp(), BUDGETS));
        at.tell(at.words().say("tell.fresh"));
        List<Integer> held = IntStream.range(0, menu.size())
                .filter(chosen.portfolio()::holds)
                .boxed()
                .toList();
        return new Solved(
                hedging,
                comparison,
                chosen,
                frontier,
                hedging.near(chosen, inquiry.tolerance(), NEAR_MOST),
                ofHedges(hedging, model, chosen.portfolio()),
                Interaction.of(hedging, held, chosen.portfolio()),
                Frontier.next(hedging, chosen, NEXT_MUSD / inquiry.usd()),
                Frontier.leftOut(hedging, chosen),
                WhatBreaks.of(hedging, fresh, chosen.portfolio(), inquiry.tolerance(), WhatBreaks.Settings.USUAL),
                Holdout.of(chosen, fresh),
                Adaptive.of(hedging, chosen, List.of(), THRESHOLDS, HELD_YEARS),
                hedging.audit(),
                model.tariffs().isPresent() || !tariffs(inquiry.futures()));
    }

    static Hedging hedging(Inquiry inquiry, Losses losses, List<Future> futures) {
        return new Hedging(
                inquiry.menu(),
                losses,
                inquiry.futures().chances(futures),
                new Hedging.Settings(inquiry.futures().years(), inquiry.seed(), AUDIT_PAIRS, Long.MAX_VALUE, 1));
    }

    private static CellEngine.Progress progress(Session at) {
        return (done, of) ->
                at.progress().at((int) done, (int) of, at.words().say("tell.cells", "done", done, "all", of));
    }

    /** In the user's folder, one for each version, so that what no longer holds can be thrown away. */
    private static CellStore store(Session at, String version) {
        return at.shared(
                "cells of hedges " + version,
                CellStore.class,
                () -> CellStore.in(at.home().resolve("hedges").resolve(Cell.hash(version))));
    }

    static SimulatedLosses model(Session at, Inquiry inquiry) {
        String world = inquiry.world().id();
        int horizon = inquiry.futures().horizonDays();
        Commodities goods = Commodities.of(at);
        Optional<Missing> missing = GoodLosses.know(goods, inquiry.world())
                ? Optional.of(
                        new Missing(goods, new GoodLosses(goods, inquiry.world(), inquiry.home()), inquiry.code()))
                : Optional.empty();
        return new SimulatedLosses(
                String.join(
                        " ",
                        MODEL,
                        world,
                        Objects.requireNonNullElse(at.store().versions().get(world), ""),
                        inquiry.code(),
                        String.valueOf(horizon),
                        String.valueOf(inquiry.usd())),
                inquiry.menu(),
                inquiry.code(),
                horizon,
                inquiry.usd(),
                at.once(world, "disruption", Disruption.class, () -> new Disruption(inquiry.world())),
                new Scenarios(inquiry.menu(), inquiry.world(), inquiry.home(), horizon, missing),
                tariffs(inquiry.futures()) ? TariffLosses.of(at, inquiry.world(), inquiry.code()) : Optional.empty());
    }

    private static boolean tariffs(Futures futures) {
        return futures.sets().stream()
                .flatMap(set -> set.events().stream())
                .anyMatch(event -> event.kind() == Futures.Kind.TARIFF);
    }

    private static List<OfHedge> ofHedges(Hedging hedging, SimulatedLosses model, Portfolio best) {
        Portfolio none = Portfolio.none(best.levels().size());
        List<Portfolio> needed = new ArrayList<>(List.of(none, best));
        for (int i = 0; i < best.levels().size(); i++) {
            needed.add(none.with(i, Math.max(1, best.level(i))));
            needed.add(best.with(i, 0));
        }
        hedging.losses().prepare(needed);
        return IntStream.range(0, best.levels().size())
                .mapToObj(i -> new OfHedge(
                        i,
                        Math.max(1, best.level(i)),
                        BreakEven.boughtFirst(hedging, i, Math.max(1, best.level(i))),
                        best.holds(i) ? BreakEven.boughtLast(hedging, best, i) : List.of(),
                        hedging.futures().stream()
                                .anyMatch(future -> model.scenarios()
                                        .matters(hedging.menu().hedges().get(i).measure(), future))))
                .toList();
    }
}
