package org.jiritsu.questions.hedge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Chart;
import org.jiritsu.hedge.BreakEven;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.Futures;
import org.jiritsu.hedge.Optimum;
import org.jiritsu.hedge.Portfolio;

/** Regrets, the frontier, and what must be how likely. */
final class Pictures {
    private static final double BILLION = 1000;
    private static final int NAMED = 6;

    private final Naming names;
    private final Solved solved;
    private final Tables tables;

    Pictures(Naming names, Solved solved, Tables tables) {
        this.names = names;
        this.solved = solved;
        this.tables = tables;
    }

    List<Chart> all() {
        List<Chart> all = new ArrayList<>(List.of(regrets(), frontier()));
        if (solved.hedges().stream().anyMatch(one -> least(one) < 1)) {
            all.add(breakEvens());
        }
        return all;
    }

    private double billions(double millions) {
        return Math.round(millions * names.inquiry().usd() / BILLION * 100) / 100.0;
    }

    /** The greatest regret of each portfolio in each set of futures. */
    private Chart regrets() {
        List<Futures.Set> sets = names.inquiry().futures().sets();
        List<Portfolio> rows = tables.portfolios().stream().limit(NAMED).toList();
        return new Chart.HeatMap(
                names.words().say("chart.regret"),
                rows.stream().map(this::named).toList(),
                sets.stream().map(set -> names.label(set.name())).toList(),
                rows.stream()
                        .map(row -> {
                            double[] regrets = solved.hedging().regrets(row);
                            return sets.stream()
                                    .map(set -> billions(worst(regrets, set.id())))
                                    .toList();
                        })
                        .toList());
    }

    private double worst(double[] regrets, String set) {
        List<Future> futures = solved.hedging().futures();
        return IntStream.range(0, regrets.length)
                .filter(f -> futures.get(f).set().equals(set))
                .mapToDouble(f -> regrets[f])
                .max()
                .orElse(0);
    }

    /** By the criteria that choose it. */
    private String named(Portfolio portfolio) {
        if (portfolio.equals(Portfolio.none(names.inquiry().menu().size()))) {
            return names.words().say("chart.nothing");
        }
        List<String> by = solved.comparison().choices().getOrDefault(portfolio, List.of()).stream()
                .map(id -> names.words().say("criterion." + id))
                .toList();
        return by.getFirst() + (by.size() > 1 ? " +" + (by.size() - 1) : "");
    }

    private Chart frontier() {
        List<Optimum> points = solved.frontier().points();
        return new Chart.Lines(
                names.words().say("chart.billion"),
                names.words().say("chart.budget"),
                points.stream().map(point -> names.gdp(point.budget())).toList(),
                List.of(
                        new Chart.Series(
                                names.words().say("chart.frontier"),
                                points.stream()
                                        .map(point -> billions(point.score()))
                                        .toList()),
                        new Chart.Series(
                                names.words().say("chart.spent"),
                                points.stream()
                                        .map(point -> billions(point.cost().yearly()
                                                * names.inquiry().futures().years()))
                                        .toList())));
    }

    private static double least(Solved.OfHedge one) {
        return one.first().stream().mapToDouble(BreakEven::yearly).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The lowest over the sets, in per cent, of hedges that pay in some set. */
    private Chart breakEvens() {
        List<Solved.OfHedge> paying = solved.hedges().stream()
                .filter(one -> least(one) < 1)
                .sorted(java.util.Comparator.comparingDouble(Pictures::least))
                .toList();
        return new Chart.Bars(
                names.words().say("chart.chance"),
                paying.stream().map(one -> names.name(one.hedge())).toList(),
                List.of(new Chart.Series(
                        names.words().say("chart.break"),
                        Arrays.stream(paying.stream()
                                        .mapToDouble(one -> Math.round(1e4 * least(one)) / 100.0)
                                        .toArray())
                                .boxed()
                                .toList())));
    }
}
