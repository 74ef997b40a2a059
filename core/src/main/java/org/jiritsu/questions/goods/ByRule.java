package org.jiritsu.questions.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.goods.Assessment;
import org.jiritsu.goods.Criterion;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.EconomyGroup;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.Indicator;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.RuleSet;
import org.jiritsu.goods.Supplier;
import org.jiritsu.goods.Verdict;

/** What a published rule says of every good of an economy, with the distance to each threshold. */
final class ByRule {
    private static final int NAMED = 6;
    private static final int DRAWN = 15;

    private final Ground ground;
    private final RuleSet rule;
    private final Optional<EconomyGroup> group;
    private final List<GoodCode> only;

    ByRule(Ground ground, RuleSet rule, Optional<EconomyGroup> group, List<GoodCode> only) {
        this.ground = ground;
        this.rule = rule;
        this.group = group;
        this.only = only;
    }

    String title() {
        return ground.begin("title.rules", "rule", rule.name());
    }

    private record Row(GoodCode good, Assessment assessment, Verdict verdict) {
        Criterion.Test test(Indicator indicator) {
            return verdict.tests().stream()
                    .filter(test -> test.criterion().indicator() == indicator)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The most complete set of the year; for goods that were named, whichever holds them. */
    private List<Dataset> sets() {
        return only.isEmpty() ? List.of(ground.sets().getFirst()) : ground.sets();
    }

    Answer answer() {
        List<Row> rows = new ArrayList<>();
        for (Dataset set : sets()) {
            Assessment.of(ground.store(), set, ground.year(), ground.home(), List.of(rule), group).stream()
                    .filter(a -> only.isEmpty() || only.contains(a.good()))
                    .map(a -> new Row(a.good(), a, a.verdicts().getFirst()))
                    .forEach(rows::add);
        }
        rows.sort(Comparator.comparing((Row r) -> !r.verdict.flagged())
                .thenComparing(r -> -r.assessment.dependence().imports().kusd())
                .thenComparing(r -> r.good.code()));
        Table table = Table.of(ground.head(title(), thresholds(), sets()), columns(), rows);
        return new Answer(
                ground.say("heading.rules", "rule", rule.name()),
                table,
                findings(rows),
                rows.isEmpty() ? List.of() : List.of(chart(rows)),
                new Answer.Shown(shown(), 30),
                Provenance.of());
    }

    /** The thresholds, printed beside the result. */
    private Map<String, Object> thresholds() {
        Map<String, Object> facts = ground.facts("rule_version", rule.version(), "rule_source", rule.source());
        rule.criteria().forEach(c -> facts.put("threshold_" + lower(c.indicator()), c.threshold()));
        group.ifPresent(g -> facts.put("counted_as_one", g.name()));
        return facts;
    }

    private static String lower(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>(List.of("good_name", "flagged", "shipper_name", "shipper_share"));
        rule.criteria().forEach(c -> {
            shown.add("rule_" + lower(c.indicator()));
            shown.add("above_" + lower(c.indicator()));
        });
        return shown;
    }

    private List<Column<Row>> columns() {
        List<Column<Row>> columns = new ArrayList<>(List.of(
                new Column<>("home", _ -> ground.home()),
                new Column<>("year", _ -> ground.year()),
                new Column<>("hs", r -> r.good.toString()),
                new Column<>("good_name", r -> ground.at().name(r.good)),
                new Column<>("flagged", r -> yes(r.verdict.flagged())),
                new Column<>("flagged_this_year", r -> yes(r.verdict.thisYear())),
                new Column<>("years_met", r -> (long) r.verdict.yearsMet().size()),
                new Column<>("years_held", r -> (long) r.verdict.yearsHeld()),
                new Column<>("lasting", r -> r.verdict.lasting().map(this::yes).orElse("")),
                new Column<>(
                        "imports_of_good_musd",
                        r -> Ground.musd(r.assessment.dependence().imports().kusd())),
                new Column<>(
                        "shipper_name",
                        r -> largest(r).map(s -> ground.at().name(s.economy())).orElse("")),
                new Column<>(
                        "shipper_share",
                        r -> largest(r).map(Supplier::valueShare).orElse(0.0))));
        rule.criteria().forEach(c -> {
            columns.add(new Column<>(
                    "rule_" + lower(c.indicator()),
                    r -> finite(r.test(c.indicator()).value())));
            columns.add(new Column<>(
                    "above_" + lower(c.indicator()),
                    r -> finite(r.test(c.indicator()).distance())));
        });
        return columns;
    }

    /** Imports over exports are infinite where nothing is exported; a table says so by a blank. */
    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static Optional<Supplier> largest(Row row) {
        return row.assessment.dependence().largest(Measure.VALUE);
    }

    private String yes(boolean so) {
        return ground.words().say(so ? "yes" : "no");
    }

    private List<Finding> findings(List<Row> rows) {
        List<Row> flagged = rows.stream().filter(r -> r.verdict.flagged()).toList();
        List<Finding> found = new ArrayList<>();
        found.add(Finding.headline(
                ground.begin(
                        flagged.isEmpty() ? "find.flagged.none" : "find.flagged",
                        "rule",
                        rule.name(),
                        "version",
                        rule.version(),
                        "count",
                        flagged.size(),
                        "all",
                        rows.size(),
                        "goods",
                        ground.words()
                                .and(flagged.stream()
                                        .limit(NAMED)
                                        .map(r -> ground.say(
                                                "find.flagged.good",
                                                "good",
                                                ground.at().name(r.good),
                                                "supplier",
                                                largest(r)
                                                        .map(s -> ground.at().the(s.economy()))
                                                        .orElse(""),
                                                "share",
                                                ground.words()
                                                        .percent(largest(r)
                                                                .map(Supplier::valueShare)
                                                                .orElse(0.0))))
                                        .toList())),
                IntStream.range(0, Math.min(NAMED, flagged.size()))
                        .mapToObj(k -> new Figure(k, "flagged"))
                        .toArray(Figure[]::new)));
        closest(rows).ifPresent(found::add);
        found.add(Finding.assumption(ground.begin(
                "assume.rule",
                "rule",
                rule.name(),
                "source",
                rule.source(),
                "criteria",
                ground.words()
                        .and(rule.criteria().stream()
                                .map(c -> ground.say(
                                        "rule.criterion",
                                        "indicator",
                                        ground.say("indicator." + lower(c.indicator())),
                                        "threshold",
                                        ground.words().figure(c.threshold())))
                                .toList()),
                "years",
                rule.years(),
                "window",
                rule.window())));
        found.add(Finding.assumption(ground.begin(group.isPresent() ? "assume.eu.one" : "assume.eu.members")));
        if (group.isEmpty() && rule.criteria().stream().anyMatch(c -> c.indicator() == Indicator.OUTSIDE_SHARE)) {
            found.add(Finding.limit(ground.begin("limit.always")));
        }
        if (rows.stream().anyMatch(r -> r.verdict.lasting().isEmpty())) {
            found.add(Finding.limit(ground.begin("limit.years", "years", rule.years(), "window", rule.window())));
        }
        found.add(Finding.limit(ground.begin("limit.rules", "editions", ground.editions(sets()))));
        return found;
    }

    /** Whose verdict would turn with the least change. */
    private Optional<Finding> closest(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .filter(k -> Double.isFinite(rows.get(k).verdict.closest().distance()))
                .min(Comparator.comparingDouble(k -> Math.abs(
                                rows.get(k).verdict.closest().distance())
                        / Math.max(
                                1e-9, rows.get(k).verdict.closest().criterion().threshold())))
                .map(k -> {
                    Criterion.Test test = rows.get(k).verdict.closest();
                    return Finding.story(
                            ground.begin(
                                    "find.closest",
                                    "good",
                                    ground.at().name(rows.get(k).good),
                                    "indicator",
                                    ground.say("indicator."
                                            + lower(test.criterion().indicator())),
                                    "value",
                                    String.format(Locale.ROOT, "%.3f", test.value()),
                                    "threshold",
                                    ground.words().figure(test.criterion().threshold()),
                                    "distance",
                                    String.format(Locale.ROOT, "%+.3f", test.distance())),
                            new Figure(k, "above_" + lower(test.criterion().indicator())));
                });
    }

    private Chart chart(List<Row> rows) {
        List<Row> drawn = rows.stream().limit(DRAWN).toList();
        Indicator first = rule.criteria().getFirst().indicator();
        double threshold = rule.criteria().getFirst().threshold();
        return new Chart.Bars(
                ground.say("indicator." + lower(first)),
                drawn.stream().map(r -> ground.at().name(r.good)).toList(),
                List.of(
                        new Chart.Series(
                                ground.say("chart.indicator"),
                                drawn.stream().map(r -> r.test(first).value()).toList()),
                        new Chart.Series(
                                ground.say("chart.threshold"),
                                drawn.stream().map(_ -> threshold).toList())));
    }
}
