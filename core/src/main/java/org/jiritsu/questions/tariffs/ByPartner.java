package org.jiritsu.questions.tariffs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.trade.Effects.PartnerRow;

/** What a policy does to the trade of each economy with each other: one row a pair; it is told of one economy. */
record ByPartner(Told told, Policy policy, Policy.Solved solved) {
    /** Less than this, in million USD, is not worth a sentence. */
    private static final double LEAST = 1;

    private static final ToDoubleFunction<PartnerRow> EXPORTS = row -> row.exportsAfter() - row.exportsBefore();
    private static final ToDoubleFunction<PartnerRow> IMPORTS = row -> row.importsAfter() - row.importsBefore();

    Answer answer() {
        int who = told.who(solved.effects());
        List<PartnerRow> all = solved.effects().partners();
        int partners = all.size() / solved.effects().economyCount();
        List<PartnerRow> rows = told.homeFirst().stream()
                .flatMap(e -> all.subList(e * partners, (e + 1) * partners).stream())
                .toList();
        Table table = Table.of(
                told.head(policy, solved.effects(), policy.scenario().title(), Map.of()),
                List.of(
                        new Column<>("economy", PartnerRow::economy),
                        new Column<>("partner", PartnerRow::partner),
                        new Column<>("exports_before_musd", PartnerRow::exportsBefore),
                        new Column<>("exports_after_musd", PartnerRow::exportsAfter),
                        new Column<>("exports_pct", PartnerRow::exportsPct),
                        new Column<>("imports_before_musd", PartnerRow::importsBefore),
                        new Column<>("imports_after_musd", PartnerRow::importsAfter),
                        new Column<>("imports_pct", PartnerRow::importsPct)),
                rows);
        List<Finding> findings = new ArrayList<>(sentences(who, rows));
        findings.addAll(ByEconomy.assumptions(told, policy, solved.effects()));
        findings.add(told.limit());
        return new Answer(
                told.words()
                        .say(
                                "heading.trade",
                                "who",
                                told.the(who),
                                "policy",
                                policy.scenario().title()),
                table,
                findings,
                List.of(chart(who, rows)),
                new Answer.Shown(
                        List.of(
                                "economy",
                                "partner",
                                "exports_before_musd",
                                "exports_after_musd",
                                "exports_pct",
                                "imports_before_musd",
                                "imports_after_musd",
                                "imports_pct"),
                        Math.min(Told.SHOWN, rows.size())),
                told.from(table));
    }

    private List<PartnerRow> of(int who, List<PartnerRow> rows) {
        return rows.stream().filter(row -> row.economy().equals(told.code(who))).toList();
    }

    private List<Finding> sentences(int who, List<PartnerRow> rows) {
        List<Finding> found = new ArrayList<>();
        moves("find.trade.exports", "exports_after_musd", who, rows, EXPORTS, PartnerRow::exportsPct)
                .ifPresent(found::add);
        moves("find.trade.imports", "imports_after_musd", who, rows, IMPORTS, PartnerRow::importsPct)
                .ifPresent(found::add);
        if (found.isEmpty()) {
            return List.of(Finding.headline(told.words().begin("find.trade.nothing", "home", told.the(who))));
        }
        Finding first = found.getFirst();
        found.set(0, new Finding(Finding.Role.HEADLINE, first.said(), first.figures()));
        return found;
    }

    private Optional<Finding> moves(
            String key,
            String field,
            int who,
            List<PartnerRow> rows,
            ToDoubleFunction<PartnerRow> change,
            ToDoubleFunction<PartnerRow> percent) {
        List<PartnerRow> first = of(who, rows).stream()
                .filter(row -> Math.abs(change.applyAsDouble(row)) >= LEAST)
                .sorted(Comparator.comparingDouble(row -> -Math.abs(change.applyAsDouble(row))))
                .limit(Told.NAMED)
                .toList();
        List<String> items = first.stream()
                .map(row -> told.words()
                        .say(
                                "find.trade.one",
                                "partner",
                                told.the(partner(row)),
                                "change",
                                told.change(percent.applyAsDouble(row)),
                                "money",
                                told.words().dollars(Math.abs(change.applyAsDouble(row)))))
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.story(
                        told.words()
                                .begin(
                                        key,
                                        "home",
                                        told.the(who),
                                        "partners",
                                        told.words().and(items)),
                        first.stream()
                                .map(row -> new Figure(rows.indexOf(row), field))
                                .toArray(Figure[]::new)));
    }

    private int partner(PartnerRow row) {
        return told.at().full().economy(row.partner());
    }

    private Chart chart(int who, List<PartnerRow> rows) {
        List<PartnerRow> drawn = of(who, rows).stream()
                .sorted(Comparator.comparingDouble(
                        row -> -Math.abs(EXPORTS.applyAsDouble(row)) - Math.abs(IMPORTS.applyAsDouble(row))))
                .limit(Told.SHOWN)
                .toList();
        return new Chart.Bars(
                told.words().say("unit.musd"),
                drawn.stream().map(row -> told.name(partner(row))).toList(),
                Stream.of(EXPORTS, IMPORTS)
                        .map(of -> new Chart.Series(
                                told.words().say(of == EXPORTS ? "chart.exports" : "chart.imports"),
                                drawn.stream().map(of::applyAsDouble).toList()))
                        .toList());
    }
}
