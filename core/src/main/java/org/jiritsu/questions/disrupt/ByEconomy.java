package org.jiritsu.questions.disrupt;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Finding.Role;
import org.jiritsu.answer.Table;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.EconomyLoss;

/** Losses by economy: home, whose story it is, then the others by what they lose. */
final class ByEconomy {
    private ByEconomy() {}

    static Answer of(Work work) {
        DisruptionRun run = work.run();
        List<EconomyLoss> rows = run.economies().stream()
                .sorted(Comparator.comparing((EconomyLoss e) -> !e.economy().equals(work.home()))
                        .thenComparing(Comparator.comparingDouble(EconomyLoss::valueAddedLostMusd)
                                .reversed()))
                .toList();
        List<Column<EconomyLoss>> columns = List.of(
                new Column<>("economy", EconomyLoss::economy),
                new Column<>(
                        "economy_name",
                        e -> work.words()
                                .name(work.world().economies().get(work.world().economy(e.economy())))),
                new Column<>("va_lost_musd", EconomyLoss::valueAddedLostMusd),
                new Column<>("va_lost_pct_gdp", EconomyLoss::valueAddedLostPercent),
                new Column<>("production_lost_musd", EconomyLoss::productionLostMusd),
                new Column<>("lowest_production", EconomyLoss::lowestShare),
                new Column<>("lowest_day", EconomyLoss::lowestDay));
        return work.answer(
                run,
                work.story(run, cells(rows)).all(Role.HEADLINE),
                work.caution(run),
                new Work.Form(
                        "days",
                        head -> Table.of(head, columns, rows),
                        List.of(new Pictures(work).daily(run)),
                        columns.stream().skip(1).map(Column::field).toList()));
    }

    private static Cells cells(List<EconomyLoss> rows) {
        return new Cells() {
            @Override
            public List<Figure> total() {
                return List.of(new Figure(0, "va_lost_musd"), new Figure(0, "va_lost_pct_gdp"));
            }

            @Override
            public List<Figure> worst() {
                return List.of(new Figure(0, "lowest_production"), new Figure(0, "lowest_day"));
            }

            @Override
            public List<Figure> economy(String code) {
                return IntStream.range(0, rows.size())
                        .filter(r -> rows.get(r).economy().equals(code))
                        .boxed()
                        .flatMap(r -> List.of(new Figure(r, "va_lost_musd"), new Figure(r, "va_lost_pct_gdp")).stream())
                        .toList();
            }
        };
    }
}
