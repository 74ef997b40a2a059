package org.jiritsu.questions.tariffs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.trade.Effects.SectorRow;
import org.jiritsu.trade.TradeData;
import org.jiritsu.world.Sector;

/** What a policy does to the industries of each economy: one row each; it is told of one economy. */
record BySector(Told told, Policy policy, Policy.Solved solved) {
    private static final int SHOWN = 20;

    Answer answer() {
        int who = told.who(solved.effects());
        List<SectorRow> all = solved.effects().sectors();
        int sectors = told.model().baseline().sectorCount();
        List<SectorRow> rows = told.homeFirst().stream()
                .flatMap(e -> all.subList(e * sectors, (e + 1) * sectors).stream())
                .toList();
        Table table = Table.of(
                told.head(policy, solved.effects(), policy.scenario().title(), Map.of()),
                List.of(
                        new Column<>("economy", SectorRow::economy),
                        new Column<>("sector", SectorRow::sector),
                        new Column<>("sector_name", row -> told.words().name(sector(row))),
                        new Column<>("output_pct", SectorRow::outputPct),
                        new Column<>("output_volume_pct", SectorRow::outputVolumePct),
                        new Column<>("producer_price_pct", SectorRow::producerPricePct),
                        new Column<>("user_price_pct", SectorRow::userPricePct),
                        new Column<>("exports_pct", SectorRow::exportsPct),
                        new Column<>("imports_pct", SectorRow::importsPct)),
                rows);
        List<Finding> findings = new ArrayList<>(sentences(who, rows));
        findings.addAll(ByEconomy.assumptions(told, policy, solved.effects()));
        findings.add(told.limit());
        return new Answer(
                told.words()
                        .say(
                                "heading.industries",
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
                                "sector_name",
                                "output_volume_pct",
                                "output_pct",
                                "producer_price_pct",
                                "user_price_pct",
                                "exports_pct",
                                "imports_pct"),
                        Math.min(SHOWN, rows.size())),
                told.from(table));
    }

    private Sector sector(SectorRow row) {
        TradeData data = told.model().baseline();
        return data.sectors().get(data.sector(row.sector()));
    }

    /** By what they make more or less of, in money: in per cent the smallest industries would come first. */
    private List<SectorRow> ranked(int who, List<SectorRow> rows) {
        return rows.stream()
                .filter(row -> row.economy().equals(told.code(who)) && Math.abs(row.outputVolumePct()) >= Told.LEAST)
                .sorted(Comparator.comparingDouble(row -> -Math.abs(money(row))))
                .toList();
    }

    private static double money(SectorRow row) {
        return row.outputBefore() * row.outputVolumePct() / 100;
    }

    private List<Finding> sentences(int who, List<SectorRow> rows) {
        List<SectorRow> ranked = ranked(who, rows);
        List<Finding> found = Stream.of(
                        most("find.industries.fall", who, rows, ranked, row -> money(row) < 0),
                        most("find.industries.rise", who, rows, ranked, row -> money(row) > 0))
                .flatMap(Optional::stream)
                .toList();
        if (found.isEmpty()) {
            return List.of(Finding.headline(told.words().begin("find.industries.nothing", "home", told.the(who))));
        }
        Finding first = found.getFirst();
        return Stream.concat(
                        Stream.of(Finding.headline(first.said(), first.figures().toArray(Figure[]::new))),
                        found.stream().skip(1))
                .toList();
    }

    private Optional<Finding> most(
            String key, int who, List<SectorRow> rows, List<SectorRow> ranked, Predicate<SectorRow> which) {
        List<SectorRow> first = ranked.stream().filter(which).limit(Told.NAMED).toList();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<String> items = first.stream()
                .map(row -> told.words()
                        .say(
                                "find.industries.one",
                                "sector",
                                told.words().the(sector(row)),
                                "money",
                                told.words().dollars(Math.abs(money(row))),
                                "n",
                                told.words().figure(Math.abs(row.outputVolumePct()))))
                .toList();
        return Optional.of(Finding.story(
                told.words()
                        .begin(
                                key,
                                "home",
                                told.the(who),
                                "sectors",
                                told.words().and(items)),
                first.stream()
                        .map(row -> new Figure(rows.indexOf(row), "output_volume_pct"))
                        .toArray(Figure[]::new)));
    }

    private Chart chart(int who, List<SectorRow> rows) {
        List<SectorRow> drawn = ranked(who, rows).stream().limit(Told.SHOWN).toList();
        return new Chart.Bars(
                told.words().say("unit.pctchange"),
                drawn.stream().map(row -> told.words().name(sector(row))).toList(),
                List.of(
                        told.series("output_volume_pct", drawn, SectorRow::outputVolumePct),
                        told.series("exports_pct", drawn, SectorRow::exportsPct)));
    }
}
