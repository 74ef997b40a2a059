package org.jiritsu.questions.burden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.questions.burden.Surge.Outcome;

/** Levels of defence spending as surges of demand, as an answer. */
final class SurgeAnswer {
    private static final int PARTIAL = 0;
    private static final int STRICT = 1;

    private final Words words;
    private final Surge surge;
    /** Where spending of today is taken from, as it stands in a sentence. */
    private final String nowFrom;

    SurgeAnswer(Words words, Surge surge, String nowFrom) {
        this.words = words;
        this.surge = surge;
        this.nowFrom = nowFrom;
    }

    String title() {
        return words.begin("title.surge", "home", the());
    }

    Answer of(List<Outcome> outcomes) {
        return new Answer(
                words.begin("heading.surge", "home", the()),
                table(outcomes),
                findings(outcomes),
                List.of(
                        chart(outcomes, "unit.output", "chart.output", o -> scaled(o.output())),
                        chart(outcomes, "unit.unmet", "chart.unmet", o -> scaled(o.unmet()))),
                new Answer.Shown(
                        List.of(
                                "spending_level",
                                "spending_change_musd",
                                "surge_musd",
                                "surge_share",
                                "surge_output",
                                "surge_output_strict",
                                "surge_unmet",
                                "surge_unmet_strict"),
                        outcomes.size()),
                Provenance.of(surge.money().world().id())
                        .checked(
                                "imbalance",
                                outcomes.stream()
                                        .mapToDouble(Outcome::imbalance)
                                        .max()
                                        .orElse(0)));
    }

    private static double[] scaled(double[] shares) {
        return new double[] {100 * shares[PARTIAL], 100 * shares[STRICT]};
    }

    private List<Finding> findings(List<Outcome> outcomes) {
        int last = outcomes.size() - 1;
        List<Finding> found = new ArrayList<>(List.of(said(Finding.Role.HEADLINE, outcomes.get(last), last)));
        for (int k = 0; k < last; k++) {
            found.add(said(Finding.Role.STORY, outcomes.get(k), k));
        }
        Surge.Supply supply = surge.supply();
        supply.other()
                .ifPresent(other -> found.add(Finding.story(words.begin(
                        "find.supply",
                        "home",
                        the(),
                        "own",
                        words.percent(supply.own()),
                        "other",
                        words.the(surge.money().world().economies().get(other)),
                        "share",
                        words.percent(supply.share())))));
        found.add(Finding.assumption(words.begin(
                "assume.surge",
                "now",
                words.rounded(surge.now()) + "%",
                "from",
                nowFrom,
                "bought",
                words.percent(surge.bought()),
                "goods",
                words.and(surge.goods().stream()
                        .map(g -> words.goods(surge.money().world().sectors().get(g)))
                        .toList()),
                "days",
                surge.days())));
        found.add(Finding.assumption(words.begin("assume.rules")));
        found.add(Finding.limit(words.begin("limit.surge")));
        return found;
    }

    private Finding said(Finding.Role role, Outcome outcome, int row) {
        return new Finding(
                role,
                words.begin(
                        outcome.orderedMusd() < 0 ? "find.surge.less" : "find.surge",
                        "level",
                        words.rounded(outcome.level()) + "%",
                        "home",
                        the(),
                        "ordered",
                        words.dollars(Math.abs(outcome.orderedMusd())),
                        "share",
                        words.percent(Math.abs(outcome.increase())),
                        "low",
                        words.percent(low(outcome.output())),
                        "high",
                        words.percent(high(outcome.output())),
                        "unmetlow",
                        words.percent(low(outcome.unmet())),
                        "unmethigh",
                        words.percent(high(outcome.unmet()))),
                List.of(new Figure(row, "surge_musd"), new Figure(row, "surge_output")));
    }

    private static double low(double[] both) {
        return Math.min(both[PARTIAL], both[STRICT]);
    }

    private static double high(double[] both) {
        return Math.max(both[PARTIAL], both[STRICT]);
    }

    private Table table(List<Outcome> outcomes) {
        Table.Head head = Table.Head.of(
                words,
                List.of(surge.money().world()),
                surge.money().world().economies().get(surge.money().economy()).code(),
                title(),
                words.say("unit.musd"),
                words.say("method.surge"),
                Map.of("spending_now_pct", surge.now(), "bought_share", surge.bought(), "days", surge.days()));
        return Table.of(
                head,
                List.of(
                        new Column<Outcome>("spending_level", Outcome::level),
                        new Column<>("spending_change_musd", Outcome::changeMusd),
                        new Column<>("surge_musd", Outcome::orderedMusd),
                        new Column<>("surge_share", Outcome::increase),
                        new Column<>("surge_output", o -> o.output()[PARTIAL]),
                        new Column<>("surge_output_strict", o -> o.output()[STRICT]),
                        new Column<>("surge_unmet", o -> o.unmet()[PARTIAL]),
                        new Column<>("surge_unmet_strict", o -> o.unmet()[STRICT]),
                        new Column<>("others_lost_musd", o -> o.othersMusd()[PARTIAL])),
                outcomes);
    }

    private Chart chart(List<Outcome> outcomes, String unit, String name, Function<Outcome, double[]> of) {
        return new Chart.Bars(
                words.say(unit),
                outcomes.stream()
                        .map(o -> words.say("level", "level", words.rounded(o.level()) + "%"))
                        .toList(),
                List.of(new Chart.Series(
                        words.say(name),
                        values(outcomes, o -> of.apply(o)[PARTIAL]),
                        values(outcomes, o -> low(of.apply(o))),
                        values(outcomes, o -> high(of.apply(o))))));
    }

    private static List<Double> values(List<Outcome> outcomes, ToDoubleFunction<Outcome> of) {
        return outcomes.stream().map(of::applyAsDouble).toList();
    }

    private String the() {
        return words.the(surge.money().world().economies().get(surge.money().economy()));
    }
}
