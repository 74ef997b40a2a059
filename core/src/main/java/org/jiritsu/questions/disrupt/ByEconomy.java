package org.jiritsu.questions.disrupt;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Finding.Role;
import org.jiritsu.answer.Table;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.EconomyLoss;
import org.jiritsu.disruption.InputRule;

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
                told(work, run, cells(rows)),
                work.caution(run),
                new Work.Form(
                        "days",
                        head -> Table.of(head, columns, rows),
                        List.of(new Pictures(work).daily(run)),
                        columns.stream().skip(1).map(Column::field).toList()));
    }

    /** The story, whose total has both ends. */
    private static List<Finding> told(Work work, DisruptionRun run, Cells cells) {
        List<Finding> told = work.story(run, cells).all(Role.HEADLINE);
        return ends(work, run)
                .map(ends -> told.stream()
                        .map(f -> isTotal(f) ? new Finding(f.role(), f.said() + ends, f.figures()) : f)
                        .toList())
                .orElse(told);
    }

    /** Not the headline that a run has left its ground, which speaks of no cells. */
    private static boolean isTotal(Finding finding) {
        return finding.role() == Role.HEADLINE && !finding.figures().isEmpty();
    }

    /** What home loses under both rules, where neither run has left its ground. */
    private static Optional<String> ends(Work work, DisruptionRun run) {
        return work.inquiry()
                .otherEnd()
                .filter(_ -> work.takesAway() && !isLost(work, run))
                .map(scenario -> work.run(scenario, work.inquiry().homeOnly()))
                .filter(other -> !isLost(work, other))
                .map(other -> {
                    boolean strict = run.scenario().model().inputs() instanceof InputRule.Leontief;
                    return work.words()
                            .say(
                                    "account.ends",
                                    "home",
                                    work.names().economy(work.home()),
                                    "partial",
                                    lost(work, strict ? other : run),
                                    "strict",
                                    lost(work, strict ? run : other));
                });
    }

    private static boolean isLost(Work work, DisruptionRun run) {
        return work.ground(run).filter(Ground::isLost).isPresent();
    }

    private static String lost(Work work, DisruptionRun run) {
        return work.names().moneyAtHome(Math.max(0, run.economy(work.home()).valueAddedLostMusd()), work.home());
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
