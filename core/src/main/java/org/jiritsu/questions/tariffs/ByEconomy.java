package org.jiritsu.questions.tariffs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Table;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.Effects.EconomyRow;

/** What a policy does to each economy: one row each, the largest change of real income first. */
record ByEconomy(Told told, Policy policy, Policy.Solved solved) {
    private static final String USA = "USA";

    Answer answer() {
        Effects effects = solved.effects();
        List<Integer> rows = told.wanted(Told.order(effects));
        Table table = Table.of(
                told.head(policy, effects, policy.scenario().title(), Map.of()),
                columns(),
                rows.stream().map(effects::economy).toList());
        List<Finding> findings = new ArrayList<>(sentences(rows));
        findings.addAll(assumptions(told, policy, solved.effects()));
        findings.add(told.limit());
        return new Answer(
                told.words().say("heading.tariffs", "policy", policy.scenario().title()),
                table,
                findings,
                List.of(chart(rows)),
                new Answer.Shown(
                        List.of(
                                "economy_name",
                                "real_income_pct",
                                "real_income_musd",
                                "real_wage_pct",
                                "first_order_welfare_pct",
                                "terms_of_trade_pct",
                                "exports_pct",
                                "imports_pct",
                                "tariff_revenue_pct_of_income"),
                        Math.min(Told.SHOWN, rows.size())),
                told.from(table));
    }

    private List<Column<EconomyRow>> columns() {
        List<Column<EconomyRow>> columns = new ArrayList<>(List.of(
                new Column<>("economy", EconomyRow::economy),
                new Column<>("economy_name", row -> told.name(told.at().full().economy(row.economy()))),
                new Column<>("real_wage_pct", EconomyRow::realWagePct),
                new Column<>("real_income_pct", EconomyRow::realIncomePct),
                new Column<>("real_income_musd", EconomyRow::realIncomeMusd),
                new Column<>("first_order_welfare_pct", EconomyRow::firstOrderWelfarePct),
                new Column<>("terms_of_trade_pct", EconomyRow::termsOfTradePct),
                new Column<>("volume_of_trade_pct", EconomyRow::volumeOfTradePct),
                new Column<>("exports_pct", EconomyRow::exportsPct),
                new Column<>("imports_pct", EconomyRow::importsPct),
                new Column<>("tariff_revenue_pct_of_income", EconomyRow::tariffRevenuePctOfIncome),
                new Column<>("price_index_pct", EconomyRow::priceIndexPct)));
        if (solved.effects().economies().stream().anyMatch(row -> row.tradeCostPct() != 0)) {
            columns.add(new Column<>("trade_cost_pct", EconomyRow::tradeCostPct));
        }
        if (!solved.chosen().isEmpty()) {
            Function<EconomyRow, Object> rate =
                    row -> solved.chosen().getOrDefault(told.at().full().economy(row.economy()), Double.NaN);
            columns.add(new Column<>("mean_tariff_pct", rate));
        }
        return columns;
    }

    static List<Finding> assumptions(Told told, Policy policy, Effects effects) {
        return Stream.concat(
                        policy.reply().stream().map(how -> Finding.assumption(Policy.replies(how, told.words()))),
                        told.assumptions(effects).stream())
                .toList();
    }

    /** The headline is of whom it is told for, or else of those whom it costs or brings most. */
    private List<Finding> sentences(List<Integer> rows) {
        List<Finding> found = new ArrayList<>();
        Optional<Integer> who =
                told.home().or(() -> rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty());
        who.map(e -> home(rows, e)).ifPresent(found::add);
        boolean agreement = told.at().all().stream()
                        .mapToDouble(solved.effects()::realIncomeMusd)
                        .sum()
                > 0;
        Stream.of(
                        agreement ? most(rows, true) : Optional.<Finding>empty(),
                        most(rows, false),
                        usa(rows, who),
                        answers(rows))
                .flatMap(Optional::stream)
                .forEach(found::add);
        if (found.isEmpty()) {
            found.add(Finding.headline(told.words().begin("find.tariffs.nothing")));
        }
        Finding first = found.getFirst();
        found.set(0, new Finding(Finding.Role.HEADLINE, first.said(), first.figures()));
        return found;
    }

    private Finding home(List<Integer> rows, int e) {
        EconomyRow row = solved.effects().economy(e);
        return Finding.headline(
                told.words()
                        .begin(
                                "find.tariffs.home",
                                "home",
                                told.the(e),
                                "income",
                                told.change(row.realIncomePct(), row.realIncomeMusd(), e),
                                "wages",
                                told.change(row.realWagePct()),
                                "exports",
                                told.change(row.exportsPct())),
                Told.figures(rows, e, "real_income_pct", "real_income_musd", "real_wage_pct", "exports_pct"));
    }

    /** Whom it costs or brings most, by money: by per cent the first would be the smallest economies, whatever happens. */
    private Optional<Finding> most(List<Integer> rows, boolean gain) {
        Effects effects = solved.effects();
        int sign = gain ? 1 : -1;
        List<Integer> who = told.at().all().stream()
                .filter(e -> told.isNamed(e) && sign * effects.realIncomePct(e) >= Told.LEAST)
                .sorted(Comparator.comparingDouble(e -> -Math.abs(effects.realIncomeMusd(e))))
                .limit(Told.NAMED)
                .toList();
        List<String> items = who.stream()
                .map(e -> told.words()
                        .say(
                                "find.tariffs.loser",
                                "name",
                                told.the(e),
                                "money",
                                told.words().dollars(Math.abs(effects.realIncomeMusd(e))),
                                "n",
                                told.words().figure(Math.abs(effects.realIncomePct(e)))))
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.story(
                        told.words()
                                .begin(
                                        gain ? "find.tariffs.first" : "find.tariffs.worst",
                                        "who",
                                        told.words().and(items)),
                        Told.figures(rows, who, "real_income_musd", "real_income_pct")));
    }

    private Optional<Finding> usa(List<Integer> rows, Optional<Integer> who) {
        return told.at().all().stream()
                .filter(e -> told.code(e).equals(USA)
                        && !who.equals(Optional.of(e))
                        && Math.abs(solved.effects().realIncomePct(e)) >= Told.LEAST)
                .findFirst()
                .map(e -> {
                    EconomyRow row = solved.effects().economy(e);
                    return Finding.story(
                            told.words()
                                    .begin(
                                            "find.tariffs.usa",
                                            "income",
                                            told.words().figure(row.realIncomePct()),
                                            "revenue",
                                            told.words().figure(row.tariffRevenuePctOfIncome())),
                            Told.figures(rows, e, "real_income_pct", "tariff_revenue_pct_of_income"));
                });
    }

    /** The tariffs that those whom it hits chose. */
    private Optional<Finding> answers(List<Integer> rows) {
        List<Integer> who = solved.chosen().keySet().stream()
                .filter(told::isNamed)
                .sorted(Comparator.comparingDouble(e -> -solved.effects().incomeBefore(e)))
                .limit(Told.NAMED)
                .toList();
        return who.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.story(
                        told.words()
                                .begin(
                                        "find.tariffs.answers",
                                        "who",
                                        told.words()
                                                .and(who.stream()
                                                        .map(e -> told.words()
                                                                .say(
                                                                        "item",
                                                                        "name",
                                                                        told.the(e),
                                                                        "value",
                                                                        told.words()
                                                                                        .figure(Objects.requireNonNull(
                                                                                                solved.chosen()
                                                                                                        .get(e)))
                                                                                + "%"))
                                                        .toList())),
                        Told.figures(rows, who, "mean_tariff_pct")));
    }

    private Chart chart(List<Integer> rows) {
        List<EconomyRow> drawn =
                rows.stream().limit(Told.SHOWN).map(solved.effects()::economy).toList();
        return new Chart.Bars(
                told.words().say("unit.pctchange"),
                rows.stream().limit(Told.SHOWN).map(told::name).toList(),
                List.of(
                        told.series("real_income_pct", drawn, EconomyRow::realIncomePct),
                        told.series("real_wage_pct", drawn, EconomyRow::realWagePct)));
    }
}
