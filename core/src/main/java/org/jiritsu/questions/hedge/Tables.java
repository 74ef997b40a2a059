package org.jiritsu.questions.hedge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Table;
import org.jiritsu.hedge.BreakEven;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.Measure;
import org.jiritsu.hedge.Optimum;
import org.jiritsu.hedge.Portfolio;
import org.jiritsu.hedge.Price;
import org.jiritsu.hedge.Robustness;
import org.jiritsu.hedge.WhatBreaks;
import org.jiritsu.hedge.discovery.Box;
import org.jiritsu.hedge.discovery.Prim;
import org.jiritsu.hedge.discovery.QuasiP;

/** The answer as a table, one a form. All money is in million USD. */
final class Tables {
    private final Naming names;
    private final Inquiry inquiry;
    private final Solved solved;
    private final Table.Head head;

    Tables(Naming names, Solved solved, Table.Head head) {
        this.names = names;
        this.inquiry = names.inquiry();
        this.solved = solved;
        this.head = head;
    }

    Table of(HedgeQuestion.By by) {
        return switch (by) {
            case CRITERION -> criteria();
            case HEDGE -> hedges();
            case FUTURE -> futures();
            case BUDGET -> budgets();
            case CONDITION -> conditions();
        };
    }

    private double usd(double millions) {
        return millions * inquiry.usd();
    }

    private String word(String key) {
        return names.words().say(key);
    }

    /** A score that is money in dollars; others as they are. */
    private double score(Optimum optimum, double value) {
        return switch (optimum.criterion().id()) {
            case "satisficing", "starr", "mean-variance", "skewness", "peakedness" -> value;
            default -> usd(value);
        };
    }

    private Table criteria() {
        return Table.of(
                head,
                List.of(
                        new Column<Optimum>(
                                "hedge_criterion",
                                o -> word("criterion." + o.criterion().id())),
                        new Column<>("hedge_portfolio", o -> names.told(o.portfolio())),
                        new Column<>("hedge_cost_musd", o -> usd(o.cost().yearly())),
                        new Column<>("hedge_score", o -> score(o, o.score())),
                        new Column<>("hedge_gap", o -> Double.isFinite(o.gap()) ? score(o, o.gap()) : Double.NaN),
                        new Column<>(
                                "hedge_how", o -> word("how." + o.how().name().toLowerCase(Locale.ROOT))),
                        new Column<>("hedge_regret_musd", o -> usd(worst(o.portfolio()))),
                        new Column<>("hedge_mean_loss_musd", o -> usd(meanLoss(o.portfolio()))),
                        new Column<>("hedge_failing", o -> failing(o.portfolio()))),
                solved.comparison().optima());
    }

    double worst(Portfolio portfolio) {
        return Robustness.maximax(solved.hedging().regrets(portfolio));
    }

    private double meanLoss(Portfolio portfolio) {
        return Robustness.laplace(solved.hedging().losses().of(portfolio));
    }

    private double failing(Portfolio portfolio) {
        boolean[] fails = solved.hedging().fails(portfolio, inquiry.tolerance());
        return (double) IntStream.range(0, fails.length).filter(f -> fails[f]).count() / fails.length;
    }

    private record Even(Solved.OfHedge hedge, BreakEven first, double last) {}

    private Table hedges() {
        List<Even> rows = solved.hedges().stream()
                .flatMap(one -> IntStream.range(0, one.first().size())
                        .filter(s -> !isQuiet(one.first().get(s).set()))
                        .mapToObj(s -> new Even(
                                one,
                                one.first().get(s),
                                one.last().isEmpty()
                                        ? Double.NaN
                                        : finite(one.last().get(s).yearly()))))
                .toList();
        return Table.of(
                head,
                List.of(
                        new Column<Even>(
                                "hedge_id", e -> names.hedge(e.hedge().hedge()).id()),
                        new Column<>("hedge_name", e -> names.name(e.hedge().hedge())),
                        new Column<>(
                                "hedge_level",
                                e -> names.amount(e.hedge().hedge(), e.hedge().level())),
                        new Column<>(
                                "hedge_held",
                                e -> word(
                                        solved.chosen()
                                                        .portfolio()
                                                        .holds(e.hedge().hedge())
                                                ? "yes"
                                                : "no")),
                        new Column<>("hedge_set", e -> names.set(e.first().set())),
                        new Column<>("hedge_cost_musd", e -> usd(e.first().yearlyCost())),
                        new Column<>("hedge_avoided_musd", e -> usd(e.first().avoided())),
                        new Column<>("hedge_break_even", e -> finite(e.first().yearly())),
                        new Column<>("hedge_break_even_last", Even::last),
                        new Column<>("hedge_band", e -> names.band(e.first())),
                        new Column<>(
                                "hedge_near", e -> solved.near().share(e.hedge().hedge())),
                        new Column<>("hedge_prices", e -> prices(e.hedge().hedge()))),
                rows);
    }

    boolean isQuiet(String set) {
        return solved.hedging().futures().stream().anyMatch(f -> f.set().equals(set) && f.quiet());
    }

    /** A probability; none is high enough from 1 on. */
    private static double finite(double chance) {
        return chance < 1 ? chance : Double.NaN;
    }

    /** Every price as it was published. */
    private String prices(int hedge) {
        return String.join(
                "; ",
                names.hedge(hedge).charges().stream()
                        .map(charge -> charge.price())
                        .map(this::price)
                        .toList());
    }

    private String price(Price price) {
        return "%s m %s (%d): %s"
                .formatted(names.words().rounded(price.amount()), price.currency(), price.year(), price.source());
    }

    private record Cell(int future, Portfolio portfolio) {}

    /** Nothing, then what the criteria with a bound choose. */
    List<Portfolio> portfolios() {
        return Stream.concat(
                        Stream.of(
                                Portfolio.none(inquiry.menu().size()),
                                solved.chosen().portfolio()),
                        solved.comparison().optima().stream()
                                .filter(o -> o.criterion().monotone())
                                .map(Optimum::portfolio))
                .distinct()
                .toList();
    }

    private Table futures() {
        Map<Portfolio, double[]> regrets = new LinkedHashMap<>();
        portfolios().forEach(one -> regrets.put(one, solved.hedging().regrets(one)));
        double[] best = solved.hedging().hindsight();
        List<Future> futures = solved.hedging().futures();
        List<Cell> cells = regrets.keySet().stream()
                .flatMap(one -> IntStream.range(0, futures.size()).mapToObj(f -> new Cell(f, one)))
                .toList();
        return Table.of(
                head,
                List.of(
                        new Column<Cell>(
                                "hedge_future", c -> futures.get(c.future()).id()),
                        new Column<>(
                                "hedge_set",
                                c -> names.set(futures.get(c.future()).set())),
                        new Column<>("hedge_portfolio", c -> names.told(c.portfolio())),
                        new Column<>(
                                "hedge_loss_musd",
                                c -> usd(solved.hedging().losses().of(c.portfolio())[c.future()])),
                        new Column<>(
                                "hedge_regret_musd",
                                c -> usd(java.util.Objects.requireNonNull(regrets.get(c.portfolio()))[c.future()])),
                        new Column<>("hedge_hindsight_musd", c -> usd(best[c.future()])),
                        new Column<>("hedge_drawn", c -> drawn(futures.get(c.future())))),
                cells);
    }

    private String drawn(Future future) {
        return String.join(
                " ",
                future.values().entrySet().stream()
                        .map(one -> one.getKey() + "=" + names.words().rounded(one.getValue()))
                        .toList());
    }

    private Table budgets() {
        return Table.of(
                head,
                List.of(
                        new Column<Optimum>("hedge_budget_musd", o -> usd(o.budget())),
                        new Column<>("hedge_budget_gdp", o -> o.budget() / inquiry.gdp()),
                        new Column<>("hedge_portfolio", o -> names.told(o.portfolio())),
                        new Column<>("hedge_cost_musd", o -> usd(o.cost().yearly())),
                        new Column<>("hedge_regret_musd", o -> usd(o.score())),
                        new Column<>("hedge_gap", o -> usd(o.gap())),
                        new Column<>(
                                "hedge_how", o -> word("how." + o.how().name().toLowerCase(Locale.ROOT)))),
                solved.frontier().points());
    }

    private record Limited(
            String method, int box, Box.Condition condition, Box.Score score, Box.Score fresh, double p) {}

    private Table conditions() {
        List<Limited> rows = new ArrayList<>();
        WhatBreaks breaks = solved.breaks();
        for (int b = 0; b < breaks.boxes().size(); b++) {
            Prim.Discovered found = breaks.boxes().get(b).box();
            int box = b;
            found.box()
                    .conditions()
                    .forEach(condition -> rows.add(new Limited(
                            "PRIM",
                            box + 1,
                            condition,
                            found.score(),
                            breaks.boxes().get(box).fresh(),
                            quasiP(found, condition.factor()))));
        }
        for (int b = 0; b < breaks.leaves().size(); b++) {
            WhatBreaks.Checked leaf = breaks.leaves().get(b);
            int box = b;
            leaf.box()
                    .conditions()
                    .forEach(condition ->
                            rows.add(new Limited("CART", box + 1, condition, leaf.score(), leaf.fresh(), Double.NaN)));
        }
        return Table.of(
                head,
                List.of(
                        new Column<Limited>("hedge_method", Limited::method),
                        new Column<>("hedge_box", Limited::box),
                        new Column<>("hedge_condition", l -> names.condition(l.condition())),
                        new Column<>("hedge_coverage", l -> l.score().coverage()),
                        new Column<>("hedge_density", l -> l.score().density()),
                        new Column<>("hedge_coverage_fresh", l -> l.fresh().coverage()),
                        new Column<>("hedge_density_fresh", l -> l.fresh().density()),
                        new Column<>("hedge_quasi_p", Limited::p)),
                rows);
    }

    private static double quasiP(Prim.Discovered found, String factor) {
        return found.quasiP().stream()
                .filter(p -> found.box().factors().get(p.factor()).name().equals(factor))
                .mapToDouble(QuasiP::value)
                .max()
                .orElse(Double.NaN);
    }

    /** Hedges that change nothing in any future, or of which the models see a part alone. */
    List<Integer> unjudged() {
        return solved.hedges().stream()
                .filter(one -> !one.judged()
                        || !solved.tariffsKnown()
                                && names.hedge(one.hedge()).measure() instanceof Measure.TariffBinding)
                .map(Solved.OfHedge::hedge)
                .toList();
    }
}
