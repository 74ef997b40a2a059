package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
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
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.disruption.DisruptionRun.Series;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.world.Industry;

/** One row a day: what home's industries together made, and which final orders went unmet; or what is watched. */
final class ByDay {
    private ByDay() {}

    static Answer of(Work work, Recorded watch) {
        DisruptionRun run = work.run(work.inquiry().scenario(), watch);
        return watch.industries().isEmpty() ? home(work, run) : watched(work, run, watch);
    }

    private static Answer home(Work work, DisruptionRun run) {
        double[] made = run.series(Measure.PRODUCTION_MUSD, work.home()).values();
        double[] lost = run.series(Measure.VALUE_ADDED_LOST_MUSD, work.home()).values();
        double[] unmet =
                run.series(Measure.UNMET_FINAL_ORDERS_MUSD, work.home()).values();
        double usual = work.usual(work.home());
        List<Column<Integer>> columns = List.of(
                new Column<>("day", d -> d),
                new Column<>("date", d -> work.days().date(d)),
                new Column<>("production_musd", d -> made[d]),
                new Column<>("production_of_usual", d -> made[d] / usual),
                new Column<>("va_lost_musd", d -> lost[d]),
                new Column<>("unmet_final_orders_musd", d -> unmet[d]),
                new Column<>("world_production_musd", d -> run.worldProduction()[d]));
        Cells cells = new Cells() {
            @Override
            public List<Figure> worst() {
                return List.of(new Figure(run.economy(work.home()).lowestDay(), "production_of_usual"));
            }
        };
        return work.answer(
                run,
                work.story(run, cells).all(Role.HEADLINE),
                work.caution(run),
                new Work.Form(
                        "days",
                        head -> Table.of(
                                head,
                                columns,
                                IntStream.range(0, made.length).boxed().toList()),
                        List.of(new Pictures(work).daily(run)),
                        List.of()));
    }

    /** A day of an industry, and of its inventory of a good and of the supplier of whose goods it sinks lowest. */
    private record Day(
            int day,
            Industry industry,
            double made,
            double usual,
            double unfilled,
            Optional<Series> stock,
            Optional<Series> scarcest) {
        double ofUsual() {
            return usual > 0 ? made / usual : Double.NaN;
        }

        double held(Optional<Series> series) {
            return series.map(s -> s.values()[day]).orElse(Double.NaN);
        }
    }

    private static Answer watched(Work work, DisruptionRun run, Recorded watch) {
        List<Column<Day>> columns = List.of(
                new Column<>("day", Day::day),
                new Column<>("date", d -> work.days().date(d.day())),
                new Column<>("economy", d -> d.industry().economy()),
                new Column<>("sector", d -> d.industry().sector()),
                new Column<>(
                        "sector_name", d -> work.names().sectorName(d.industry().sector())),
                new Column<>("production_musd", Day::made),
                new Column<>("production_of_usual", Day::ofUsual),
                new Column<>("unfilled_orders_musd", Day::unfilled),
                new Column<>("good", d -> d.stock().map(Series::good).orElse("")),
                new Column<>("inventory_days", d -> d.held(d.stock())),
                new Column<>(
                        "scarcest_supplier",
                        d -> d.scarcest()
                                .flatMap(Series::supplier)
                                .map(Industry::toString)
                                .orElse("")),
                new Column<>("scarcest_days", d -> d.held(d.scarcest())));
        List<Day> rows = watch.industries().stream()
                .flatMap(industry -> rows(work, run, industry).stream())
                .toList();
        List<Finding> told = new ArrayList<>(work.story(run, Cells.NONE).all(Role.HEADLINE));
        watch.industries().forEach(industry -> told.add(lowest(work, rows, industry)));
        return work.answer(
                run,
                told,
                work.caution(run),
                new Work.Form(
                        "days",
                        head -> Table.of(head, columns, rows),
                        List.of(new Pictures(work).watched(run, watch.industries())),
                        List.of()));
    }

    /** The worst day of what is watched. */
    private static Finding lowest(Work work, List<Day> rows, Industry industry) {
        Day least = rows.stream()
                .filter(row -> row.industry().equals(industry))
                .min(Comparator.comparingDouble(Day::made))
                .orElseThrow();
        return Finding.story(
                work.words()
                        .begin(
                                "account.watched",
                                "industry",
                                work.names().industry(industry),
                                "economy",
                                work.names().economy(industry.economy()),
                                "day",
                                work.days().day(least.day()),
                                "share",
                                Naming.tenth(least.usual() > 0 ? 100 * least.ofUsual() : 0)),
                new Figure(rows.indexOf(least), "production_of_usual"));
    }

    /** An industry once for each good of which its inventory is watched, or once. */
    private static List<Day> rows(Work work, DisruptionRun run, Industry industry) {
        List<Series> stocks = of(run, Measure.INVENTORY_DAYS, industry);
        List<Optional<Series>> goods = stocks.isEmpty()
                ? List.of(Optional.empty())
                : stocks.stream().map(Optional::of).toList();
        double[] made = run.series(Measure.PRODUCTION_MUSD, industry.toString()).values();
        double[] unfilled =
                run.series(Measure.UNFILLED_ORDERS_MUSD, industry.toString()).values();
        double usual = work.usual(industry);
        List<Day> rows = new ArrayList<>();
        for (Optional<Series> stock : goods) {
            Optional<Series> scarcest = of(run, Measure.SUPPLIER_INVENTORY_DAYS, industry).stream()
                    .filter(s ->
                            stock.isPresent() && s.good().equals(stock.get().good()))
                    .findFirst();
            for (int d = 0; d < made.length; d++) {
                rows.add(new Day(d, industry, made[d], usual, unfilled[d], stock, scarcest));
            }
        }
        return rows;
    }

    private static List<Series> of(DisruptionRun run, Measure measure, Industry industry) {
        return run.series().stream()
                .filter(s -> s.measure() == measure && s.whose().equals(industry.toString()))
                .toList();
    }
}
