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
import org.jiritsu.disruption.DisruptionRun.IndustryLoss;
import org.jiritsu.world.Industry;

/** Losses by industry at home, the largest first. */
final class ByIndustry {
    private ByIndustry() {}

    static Answer of(Work work) {
        DisruptionRun run = work.run();
        List<IndustryLoss> rows = run.industries().stream()
                .filter(i -> i.industry().economy().equals(work.home()))
                .sorted(Comparator.comparingDouble(IndustryLoss::valueAddedLostMusd)
                        .reversed())
                .toList();
        List<Column<IndustryLoss>> columns = List.of(
                new Column<>("economy", _ -> work.home()),
                new Column<>("sector", i -> i.industry().sector()),
                new Column<>("sector_name", i -> name(work, i)),
                new Column<>("va_lost_musd", IndustryLoss::valueAddedLostMusd),
                new Column<>("production_lost_musd", IndustryLoss::productionLostMusd),
                new Column<>("lowest_production", IndustryLoss::lowestShare),
                new Column<>("lowest_day", IndustryLoss::lowestDay));
        Pictures pictures = new Pictures(work);
        return work.answer(
                run,
                work.story(run, cells(rows)).all(Role.HEADLINE),
                work.caution(run),
                new Work.Form(
                        "days",
                        head -> Table.of(head, columns, rows),
                        List.of(
                                pictures.daily(run),
                                pictures.bars(
                                        "unit.musd",
                                        "va_lost_musd",
                                        rows,
                                        i -> name(work, i),
                                        IndustryLoss::valueAddedLostMusd)),
                        columns.stream().skip(2).map(Column::field).toList()));
    }

    private static String name(Work work, IndustryLoss loss) {
        return work.names().sectorName(loss.industry().sector());
    }

    private static Cells cells(List<IndustryLoss> rows) {
        return new Cells() {
            @Override
            public List<Figure> industry(Industry industry) {
                return at(industry, "va_lost_musd");
            }

            private List<Figure> at(Industry industry, String field) {
                return IntStream.range(0, rows.size())
                        .filter(r -> rows.get(r).industry().equals(industry))
                        .mapToObj(r -> new Figure(r, field))
                        .toList();
            }
        };
    }
}
