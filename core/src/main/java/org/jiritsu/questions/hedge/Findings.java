package org.jiritsu.questions.hedge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Words;
import org.jiritsu.hedge.Adaptive;
import org.jiritsu.hedge.BreakEven;
import org.jiritsu.hedge.Frontier;
import org.jiritsu.hedge.Futures;
import org.jiritsu.hedge.Hedge;
import org.jiritsu.hedge.Interaction;
import org.jiritsu.hedge.Measure;
import org.jiritsu.hedge.NearBest;
import org.jiritsu.hedge.Optimum;
import org.jiritsu.hedge.Portfolio;
import org.jiritsu.hedge.WhatBreaks;

/** The sentences of an answer. */
final class Findings {
    /** From this part of the smaller one's worth on two hedges stand for or help each other. */
    private static final double TOGETHER = 0.1;

    private static final int NAMED = 3;

    /** With fewer futures than this an answer shows how the question works, and not what to buy. */
    private static final int ENOUGH = 20;

    private final Naming names;
    private final Words words;
    private final Inquiry inquiry;
    private final Solved solved;
    private final Tables tables;
    private final boolean figures;

    /** @param figures whether the table has a row a criterion, so that sentences may point at it */
    Findings(Naming names, Solved solved, Tables tables, boolean figures) {
        this.names = names;
        this.words = names.words();
        this.inquiry = names.inquiry();
        this.solved = solved;
        this.tables = tables;
        this.figures = figures;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        all.add(best());
        all.add(proof());
        all.add(agreement());
        all.addAll(breakEvens());
        all.addAll(frontier());
        all.addAll(near());
        all.addAll(together());
        all.addAll(next());
        all.addAll(breaks());
        all.add(curse());
        all.add(waiting());
        all.addAll(assumed());
        all.addAll(limits());
        return all;
    }

    private Optimum chosen() {
        return solved.chosen();
    }

    private boolean isNothing() {
        return chosen().portfolio().levels().stream().allMatch(level -> level == 0);
    }

    private Figure[] figures(String... fields) {
        return figures
                ? java.util.Arrays.stream(fields).map(f -> new Figure(0, f)).toArray(Figure[]::new)
                : new Figure[0];
    }

    private Finding best() {
        Optional<Portfolio> cheapest = inquiry.menu().cheapest();
        double least = cheapest.map(p -> inquiry.menu().cost(p).yearly()).orElse(0.0);
        if (isNothing() && least > inquiry.budget()) {
            return Finding.headline(words.begin(
                    "find.cheapest",
                    "budget",
                    names.money(inquiry.budget()),
                    "cheapest",
                    names.told(cheapest.orElseThrow()),
                    "cost",
                    names.money(least)));
        }
        int futures = solved.hedging().futures().size();
        String sketch = futures < ENOUGH ? words.begin("find.sketch", "count", words.count(futures)) : "";
        return Finding.headline(
                sketch
                        + words.begin(
                                isNothing() ? "find.nothing" : "find.best",
                                "home",
                                names.home(),
                                "budget",
                                names.money(inquiry.budget()),
                                "gdp",
                                names.gdp(inquiry.budget()),
                                "portfolio",
                                names.told(chosen().portfolio()),
                                "cost",
                                names.money(chosen().cost().yearly()),
                                "regret",
                                names.money(chosen().score()),
                                "without",
                                names.money(tables.worst(
                                        Portfolio.none(inquiry.menu().size()))),
                                "futures",
                                futures),
                figures("hedge_cost_musd", "hedge_regret_musd"));
    }

    private Finding proof() {
        boolean proved = chosen().proved();
        return Finding.story(
                words.begin(
                        proved ? "find.proved" : "find.gap",
                        "gap",
                        Double.isFinite(chosen().gap()) ? names.money(chosen().gap()) : words.say("unknown"),
                        "possible",
                        words.rounded(chosen().possible()),
                        "cells",
                        words.count(solved.hedging().losses().simulated()),
                        "all",
                        words.rounded(
                                chosen().possible() * solved.hedging().futures().size()),
                        "comparisons",
                        words.count(solved.audit().comparisons()),
                        "violations",
                        words.count(solved.audit().violations()),
                        "largest",
                        names.money(solved.audit().largest())),
                figures("hedge_gap"));
    }

    private Finding agreement() {
        if (solved.comparison().agreed()) {
            return Finding.story(words.begin("find.agree"));
        }
        List<String> choices = solved.comparison().choices().entrySet().stream()
                .map(this::choice)
                .flatMap(Optional::stream)
                .toList();
        return Finding.story(
                words.begin("find.disagree", "choices", Words.capital(String.join(words.say("semicolon"), choices))));
    }

    /** Of criteria with a bound alone: the others choose among what those have looked at. */
    private Optional<String> choice(Map.Entry<Portfolio, List<String>> one) {
        List<String> by = solved.comparison().optima().stream()
                .filter(o -> o.criterion().monotone() && o.portfolio().equals(one.getKey()))
                .map(o -> words.say("criterion." + o.criterion().id()))
                .toList();
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say("choice", "criteria", words.and(by), "portfolio", names.told(one.getKey())));
    }

    private List<BreakEven> loud(List<BreakEven> all) {
        return all.stream().filter(one -> !tables.isQuiet(one.set())).toList();
    }

    private List<Finding> breakEvens() {
        List<Finding> found = new ArrayList<>();
        if (!isNothing()) {
            List<BreakEven> whole = loud(BreakEven.ofPortfolio(solved.hedging(), chosen().portfolio()));
            found.add(Finding.story(words.begin(
                    "find.even",
                    "sets",
                    words.and(whole.stream()
                            .map(even -> words.say(
                                    even.yearly() >= 1 ? "even.never" : "even.set",
                                    "set",
                                    names.set(even.set()),
                                    "chance",
                                    names.chance(even),
                                    "band",
                                    names.band(even)))
                            .toList()))));
        }
        List<Solved.OfHedge> paying = solved.hedges().stream()
                .filter(one -> cheapest(one).filter(e -> e.yearly() < 1).isPresent())
                .sorted(Comparator.comparingDouble(
                        one -> cheapest(one).orElseThrow().yearly()))
                .limit(NAMED)
                .toList();
        if (!paying.isEmpty()) {
            found.add(Finding.story(words.begin(
                    "find.easiest",
                    "hedges",
                    words.and(paying.stream()
                            .map(one -> words.say(
                                    "easiest",
                                    "name",
                                    names.name(one.hedge()),
                                    "chance",
                                    names.chance(cheapest(one).orElseThrow()),
                                    "set",
                                    names.set(cheapest(one).orElseThrow().set())))
                            .toList()))));
        }
        List<Integer> never = solved.hedges().stream()
                .filter(one -> one.judged()
                        && cheapest(one).filter(e -> e.yearly() < 1).isEmpty()
                        && !tables.unjudged().contains(one.hedge()))
                .map(Solved.OfHedge::hedge)
                .toList();
        if (!never.isEmpty()) {
            found.add(Finding.story(words.begin("find.never", "hedges", names.names(never))));
        }
        return found;
    }

    private Optional<BreakEven> cheapest(Solved.OfHedge one) {
        return loud(one.first()).stream().min(Comparator.comparingDouble(BreakEven::yearly));
    }

    private List<Finding> frontier() {
        return solved.frontier().saturates().stream()
                .filter(cost -> cost > 0)
                .map(cost -> Finding.story(words.begin(
                        "find.saturates",
                        "cost",
                        names.money(cost),
                        "gdp",
                        names.gdp(cost),
                        "least",
                        names.money(solved.frontier().points().getLast().score()))))
                .toList();
    }

    private List<Finding> near() {
        NearBest near = solved.near();
        List<Finding> found = new ArrayList<>();
        if (near.portfolios().size() > 1) {
            List<Integer> always = near.always();
            List<Integer> never = near.never();
            found.add(Finding.story(words.begin(
                    near.complete() ? "find.near" : "find.near.some",
                    "count",
                    near.portfolios().size(),
                    "tolerance",
                    names.money(near.tolerance()),
                    "always",
                    always.isEmpty() ? words.say("none") : names.names(always),
                    "never",
                    never.isEmpty() ? words.say("none") : names.names(never))));
        }
        return found;
    }

    private List<Finding> together() {
        return List.of(true, false).stream()
                .flatMap(helps -> solved.pairs().stream()
                        .filter(pair -> helps ? pair.share() > TOGETHER : pair.share() < -TOGETHER)
                        .max(Comparator.comparingDouble(pair -> Math.abs(pair.share())))
                        .map(pair -> together(helps, pair))
                        .stream())
                .toList();
    }

    private Finding together(boolean helps, Interaction pair) {
        return Finding.story(words.begin(
                helps ? "find.complements" : "find.substitutes",
                "first",
                names.name(pair.pair().first()),
                "second",
                names.name(pair.pair().second()),
                "share",
                words.percent(Math.abs(pair.share()))));
    }

    private List<Finding> next() {
        List<Finding> found = new ArrayList<>();
        Frontier.Next next = solved.next();
        double gain = chosen().score() - next.best().score();
        found.add(Finding.story(
                gain > 0
                        ? words.begin(
                                "find.next",
                                "more",
                                names.money(next.more()),
                                "portfolio",
                                names.told(next.best().portfolio()),
                                "gain",
                                names.money(gain))
                        : words.begin("find.next.none", "more", names.money(next.more()))));
        solved.leftOut().stream()
                .findFirst()
                .ifPresent(out -> found.add(Finding.story(words.begin(
                        "find.leftout", "name", names.name(out.hedge()), "loss", names.money(out.loss())))));
        return found;
    }

    private List<Finding> breaks() {
        WhatBreaks breaks = solved.breaks();
        List<Finding> found = new ArrayList<>();
        found.add(Finding.story(words.begin(
                "find.fails",
                "tolerance",
                names.money(breaks.tolerance()),
                "share",
                words.percent(breaks.failing()),
                "fresh",
                words.percent(breaks.failingFresh()))));
        for (WhatBreaks.Found one : breaks.boxes()) {
            found.add(Finding.story(words.begin(
                    "find.breaks",
                    "conditions",
                    names.conditions(one.box().box()),
                    "density",
                    words.percent(one.box().score().density()),
                    "coverage",
                    words.percent(one.box().score().coverage()),
                    "inside",
                    one.fresh().in(),
                    "hits",
                    one.fresh().hits())));
        }
        if (breaks.boxes().isEmpty() && breaks.failing() > 0) {
            found.add(Finding.limit(words.begin("find.breaks.none")));
        }
        return found;
    }

    private Finding curse() {
        return Finding.story(words.begin(
                "find.curse",
                "fitted",
                names.money(solved.holdout().fitted()),
                "fresh",
                names.money(solved.holdout().fresh()),
                "possible",
                names.money(solved.holdout().freshBest())));
    }

    private Finding waiting() {
        Adaptive adaptive = solved.adaptive();
        if (adaptive.optionValue() <= 0) {
            return Finding.story(words.begin("find.waiting.none"));
        }
        return Finding.story(words.begin(
                "find.waiting",
                "now",
                names.told(adaptive.best().now()),
                "then",
                names.told(adaptive.best().then()),
                "sign",
                adaptive.best().trigger().sign(),
                "threshold",
                words.rounded(adaptive.best().trigger().threshold()),
                "value",
                names.money(adaptive.optionValue()),
                "alarms",
                adaptive.tally().alarms(),
                "wrong",
                adaptive.tally().falseAlarms(),
                "missed",
                adaptive.tally().missed(),
                "late",
                adaptive.tally().late()));
    }

    private List<Finding> assumed() {
        Futures futures = inquiry.futures();
        List<Finding> found = new ArrayList<>(List.of(
                Finding.assumption(words.begin(
                        "assume.futures",
                        "sets",
                        words.and(futures.sets().stream()
                                .map(set -> names.label(set.name()))
                                .toList()),
                        "each",
                        inquiry.each(),
                        "seed",
                        inquiry.seed())),
                Finding.assumption(words.begin(
                        "assume.once", "years", words.rounded(futures.years()), "days", futures.horizonDays())),
                Finding.assumption(words.begin("assume.hedges")),
                Finding.assumption(words.begin("assume.rules"))));
        return found;
    }

    private List<Finding> limits() {
        List<Finding> found = new ArrayList<>();
        List<Integer> unjudged = tables.unjudged();
        if (!unjudged.isEmpty()) {
            found.add(Finding.limit(words.begin("limit.unjudged", "hedges", names.names(unjudged))));
        }
        if (!solved.tariffsKnown()) {
            found.add(Finding.limit(
                    words.begin("limit.tariffs", "world", inquiry.world().id())));
        }
        if (inquiry.menu().hedges().stream()
                .anyMatch(h -> h.measure() instanceof Measure.SupplyAgreement m && m.servedFirst())) {
            found.add(Finding.limit(words.begin("limit.served")));
        }
        List<String> beyond = inquiry.futures().sets().stream()
                .flatMap(set -> set.events().stream())
                .filter(e ->
                        e.from().high() + e.days().high() > inquiry.futures().horizonDays())
                .map(e -> e.id().replace('-', ' '))
                .distinct()
                .toList();
        if (!beyond.isEmpty()) {
            found.add(Finding.limit(words.begin(
                    "limit.beyond",
                    "events",
                    words.and(beyond),
                    "days",
                    inquiry.futures().horizonDays())));
        }
        List<Integer> weak = IntStream.range(0, inquiry.menu().size())
                .filter(i -> inquiry.menu().hedges().get(i).weak())
                .boxed()
                .toList();
        if (!weak.isEmpty()) {
            found.add(Finding.limit(words.begin(
                    "limit.weak", "count", weak.size(), "all", inquiry.menu().size(), "hedges", names.names(weak))));
        }
        found.add(Finding.limit(words.begin("limit.prices", "years", years())));
        found.add(Finding.limit(words.begin("limit.surge")));
        return found;
    }

    private String years() {
        List<Integer> years = inquiry.menu().hedges().stream()
                .map(Hedge::charges)
                .flatMap(List::stream)
                .map(charge -> charge.price().year())
                .sorted()
                .toList();
        return years.getFirst().equals(years.getLast())
                ? String.valueOf(years.getFirst())
                : words.say("span", "low", years.getFirst(), "high", years.getLast());
    }
}
