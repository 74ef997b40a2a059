package org.jiritsu.questions.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.questions.standing.Break;
import org.jiritsu.questions.standing.State;
import org.jiritsu.world.World;

/** The next agreement as an answer. */
final class AgreementAnswer {
    private static final int DRAWN = 15;

    private final Words words;
    private final World world;
    private final String home;
    private final List<Candidate> candidates;
    private final Bargain bargain;
    private final Optional<Break> broken;

    AgreementAnswer(
            Words words,
            World world,
            String home,
            List<Candidate> candidates,
            Bargain bargain,
            Optional<Break> broken) {
        this.words = words;
        this.world = world;
        this.home = home;
        this.candidates = candidates;
        this.bargain = bargain;
        this.broken = broken;
    }

    String title() {
        return words.begin("title", "home", the(home));
    }

    private record Row(Candidate with, Bargain.Change change, Pacts.Standing pacts, Optional<Worked.Avoided> avoided) {
        double avoided(ToDoubleFunction<Worked.Avoided> of) {
            return avoided.map(of::applyAsDouble).orElse(Double.NaN);
        }
    }

    Answer of(Worked worked) {
        List<Row> rows = IntStream.range(0, candidates.size())
                .mapToObj(k -> new Row(
                        candidates.get(k),
                        worked.changes().get(k),
                        worked.pacts().get(k),
                        worked.avoided().isEmpty()
                                ? Optional.empty()
                                : Optional.of(worked.avoided().get(k))))
                .sorted(Comparator.comparing((Row r) -> -r.change().incomeMusd())
                        .thenComparing(r -> r.with().code()))
                .toList();
        List<String> shown = new ArrayList<>(List.of(
                "partner_name",
                "tariff_levied",
                "tariff_met",
                "gain_pct",
                "gain_musd",
                "partner_gain_musd",
                "rest_gain_musd",
                "security_agreements",
                "pairs_joined"));
        if (broken.isPresent()) {
            shown.addAll(List.of("avoided_low_musd", "avoided_high_musd"));
        }
        return new Answer(
                words.begin("heading", "home", the(home)),
                table(rows),
                findings(rows),
                charts(rows),
                new Answer.Shown(shown, Math.min(DRAWN, rows.size())),
                Provenance.of(world.id())
                        .checked(
                                "residual",
                                rows.stream()
                                        .mapToDouble(r -> r.change().residual())
                                        .max()
                                        .orElse(0)));
    }

    private List<Finding> findings(List<Row> rows) {
        List<Finding> found = new ArrayList<>(List.of(gain(rows), both(rows.getFirst())));
        loser(rows.getFirst()).ifPresent(found::add);
        joined(rows).ifPresent(found::add);
        avoided(rows).ifPresent(found::add);
        found.add(Finding.assumption(words.begin(
                bargain.side().size() > 1 ? "assume.free.side" : "assume.free",
                "home",
                the(home),
                "side",
                words.and(bargain.side().stream()
                        .filter(code -> !code.equals(home))
                        .map(this::the)
                        .toList()))));
        found.add(Finding.assumption(words.begin(bargain.between() ? "assume.between" : "assume.apart")));
        if (bargain.cheaper() > 0) {
            found.add(Finding.assumption(words.begin("assume.cheaper", "share", words.percent(bargain.cheaper()))));
        }
        broken.ifPresent(b -> found.add(Finding.assumption(words.begin(
                "assume.break",
                "cut",
                b.said(words),
                "days",
                b.days(),
                "spare",
                b.does(words, State.SPARE, true, 0),
                "stocks",
                b.does(words, State.STOCKS, b.stocks() > 0, 0)))));
        found.add(Finding.limit(words.begin("limit.tariffs")));
        List<String> free = rows.stream()
                .filter(r -> r.pacts().free() > 0)
                .map(r -> the(r.with()))
                .toList();
        if (!free.isEmpty()) {
            found.add(Finding.limit(words.begin("limit.force", "who", words.and(free))));
        }
        found.add(Finding.limit(words.begin("limit.vintage")));
        found.add(Finding.limit(words.begin("limit.columns")));
        return found;
    }

    private Finding gain(List<Row> rows) {
        Row first = rows.getFirst();
        return Finding.headline(
                words.begin(
                        rows.size() > 1 ? "find.most" : "find.one",
                        "count",
                        rows.size(),
                        "home",
                        the(home),
                        "with",
                        the(first.with()),
                        "gain",
                        words.dollars(first.change().incomeMusd()),
                        "share",
                        words.figure(first.change().incomePct()) + "%"),
                new Figure(0, "gain_musd"),
                new Figure(0, "gain_pct"));
    }

    private Finding both(Row first) {
        return Finding.story(
                words.begin(
                        "find.both",
                        "home",
                        the(home),
                        "with",
                        the(first.with()),
                        "levied",
                        words.percent(first.change().levied()),
                        "met",
                        words.percent(first.change().met()),
                        "partner",
                        words.dollars(first.change().partnerMusd()),
                        "rest",
                        words.dollars(first.change().restMusd())),
                new Figure(0, "tariff_levied"),
                new Figure(0, "tariff_met"),
                new Figure(0, "partner_gain_musd"),
                new Figure(0, "rest_gain_musd"));
    }

    private Optional<Finding> loser(Row first) {
        return first.change()
                .loser()
                .map(l -> Finding.story(
                        words.begin("find.loser", "who", the(l.code()), "loss", words.dollars(-l.musd()))));
    }

    private Optional<Finding> joined(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .max(Comparator.comparingInt(k -> rows.get(k).pacts().joined()))
                .filter(k -> rows.get(k).pacts().joined() > 0)
                .map(k -> Finding.story(
                        words.begin(
                                "find.joined",
                                "home",
                                the(home),
                                "with",
                                the(rows.get(k).with()),
                                "pairs",
                                rows.get(k).pacts().joined()),
                        new Figure(k, "pairs_joined")));
    }

    private Optional<Finding> avoided(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .filter(k -> Double.isFinite(rows.get(k).avoided(Worked.Avoided::high)))
                .max(Comparator.comparingDouble(k -> rows.get(k).avoided(Worked.Avoided::partial)))
                .map(k -> Finding.story(
                        words.begin(
                                "find.avoided",
                                "home",
                                the(home),
                                "with",
                                the(rows.get(k).with()),
                                "low",
                                words.dollars(rows.get(k).avoided(Worked.Avoided::low)),
                                "high",
                                words.dollars(rows.get(k).avoided(Worked.Avoided::high))),
                        new Figure(k, "avoided_low_musd"),
                        new Figure(k, "avoided_high_musd")));
    }

    private Table table(List<Row> rows) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("side", String.join(", ", bargain.side()));
        Table.Head head =
                Table.Head.of(words, List.of(world), home, title(), words.say("unit.year"), words.say("method"), facts);
        List<Column<Row>> columns = new ArrayList<>(List.of(
                new Column<Row>("partner", r -> r.with().code()),
                new Column<>("partner_name", r -> name(r.with())),
                new Column<>("sign_together", r -> String.join(", ", r.with().members())),
                new Column<>("tariff_levied", r -> r.change().levied()),
                new Column<>("tariff_met", r -> r.change().met()),
                new Column<>("gain_pct", r -> r.change().incomePct()),
                new Column<>("gain_musd", r -> r.change().incomeMusd()),
                new Column<>("partner_gain_pct", r -> r.change().partnerPct()),
                new Column<>("partner_gain_musd", r -> r.change().partnerMusd()),
                new Column<>("side_gain_musd", r -> r.change().sideMusd()),
                new Column<>("rest_gain_musd", r -> r.change().restMusd()),
                new Column<>("exports_change_pct", r -> r.change().exportsPct()),
                new Column<>("free_members", r -> r.pacts().free()),
                new Column<>("security_agreements", r -> r.pacts().security()),
                new Column<>("pairs_joined", r -> r.pacts().joined()),
                new Column<>("centralisation_change", r -> r.pacts().centralisation()),
                new Column<>("avoided_low_musd", r -> r.avoided(Worked.Avoided::low)),
                new Column<>("avoided_high_musd", r -> r.avoided(Worked.Avoided::high))));
        return Table.of(head, columns, rows);
    }

    private List<Chart> charts(List<Row> rows) {
        List<Row> drawn = rows.stream().limit(DRAWN).toList();
        List<String> labels = drawn.stream().map(r -> name(r.with())).toList();
        Chart gains = new Chart.Bars(
                words.say("unit.year"),
                labels,
                List.of(
                        series("chart.home", drawn, r -> r.change().incomeMusd()),
                        series("chart.partner", drawn, r -> r.change().partnerMusd())));
        if (broken.isEmpty()) {
            return List.of(gains);
        }
        List<Row> known = drawn.stream()
                .filter(r -> Double.isFinite(r.avoided(Worked.Avoided::high)))
                .toList();
        Chart avoided = new Chart.Bars(
                words.say("unit.avoided"),
                known.stream().map(r -> name(r.with())).toList(),
                List.of(new Chart.Series(
                        words.say("chart.avoided"),
                        known.stream()
                                .map(r -> r.avoided(Worked.Avoided::partial))
                                .toList(),
                        known.stream().map(r -> r.avoided(Worked.Avoided::low)).toList(),
                        known.stream().map(r -> r.avoided(Worked.Avoided::high)).toList())));
        return known.isEmpty() ? List.of(gains) : List.of(gains, avoided);
    }

    private Chart.Series series(String key, List<Row> rows, ToDoubleFunction<Row> of) {
        return new Chart.Series(
                words.say(key, "home", words.name(world.economies().get(world.economy(home)))),
                rows.stream().map(of::applyAsDouble).toList());
    }

    private String name(Candidate with) {
        return words.and(with.parts().stream().map(words::name).toList());
    }

    private String the(Candidate with) {
        return words.and(with.parts().stream()
                .map(part -> words.text("the." + part.code()).orElseGet(() -> words.the(part)))
                .toList());
    }

    private String the(String code) {
        return words.the(world.economies().get(world.economy(code)));
    }
}
