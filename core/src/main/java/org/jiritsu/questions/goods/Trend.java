package org.jiritsu.questions.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.Dependence;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.Irreplaceable;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.Supplier;
import org.jiritsu.questions.commodity.Commodities;

/** How the dependence for goods came about, year by year: on the largest supplier of the last year, or on one supplier. */
final class Trend {
    private static final int GOODS = 6;

    private final Ground ground;
    private final List<GoodCode> goods;
    private final Optional<String> from;

    Trend(Ground ground, List<GoodCode> goods, Optional<String> from) {
        this.ground = ground;
        this.goods = goods;
        this.from = from;
    }

    String title() {
        return ground.begin("title.trend");
    }

    /** One good's years. */
    private record Run(GoodCode good, Dataset set, String supplier, List<Dependence> years) {}

    private record Row(Run run, Dependence year) {}

    Answer answer() {
        List<Run> runs = new ArrayList<>();
        for (GoodCode good : goods.isEmpty() ? hardest() : goods) {
            run(good).ifPresent(runs::add);
        }
        List<Row> rows = runs.stream()
                .flatMap(run -> run.years.stream().map(year -> new Row(run, year)))
                .toList();
        List<Dataset> sets = runs.stream().map(Run::set).distinct().toList();
        Table table = Table.of(ground.head(title(), ground.facts(), sets), columns(), rows);
        return new Answer(
                ground.say("heading.trend"),
                table,
                findings(runs, rows, sets),
                charts(runs),
                new Answer.Shown(
                        List.of("good_name", "year", "part_name", "part_share", "part_tonnes_share", "hhi_of_imports"),
                        30),
                Provenance.of());
    }

    private List<GoodCode> hardest() {
        return Irreplaceable.of(
                        ground.store(),
                        ground.sets(),
                        ground.home(),
                        ground.year(),
                        holder -> !holder.equals(ground.home())
                                && from.map(holder::equals).orElse(true))
                .stream()
                .limit(GOODS)
                .map(Irreplaceable::good)
                .toList();
    }

    /** From the set that holds most years of the good. */
    private Optional<Run> run(GoodCode good) {
        return ground.sets().stream()
                .sorted(Comparator.comparingInt((Dataset set) -> -set.years().size()))
                .map(set -> new Run(
                        Commodities.code(set, good.code()),
                        set,
                        "",
                        ground.store().trend(set, good.code(), ground.home()).stream()
                                .filter(d -> d.year() <= ground.year())
                                .toList()))
                .filter(run -> !run.years.isEmpty())
                .findFirst()
                .map(run -> new Run(
                        run.good,
                        run.set,
                        from.orElseGet(() -> run.years
                                .getLast()
                                .largest(Measure.VALUE)
                                .map(Supplier::economy)
                                .orElse("")),
                        run.years));
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("home", _ -> ground.home()),
                new Column<>("hs", r -> r.run.good.toString()),
                new Column<>("good_name", r -> ground.at().name(r.run.good)),
                new Column<>("year", r -> r.year.year()),
                new Column<>("part", r -> r.run.supplier),
                new Column<>("part_name", r -> ground.at().name(r.run.supplier)),
                new Column<>("part_share", r -> r.year.share(r.run.supplier, Measure.VALUE)),
                new Column<>("part_tonnes_share", r -> r.year.share(r.run.supplier, Measure.TONNES)),
                new Column<>(
                        "shipper_name",
                        r -> r.year.largest(Measure.VALUE)
                                .map(s -> ground.at().name(s.economy()))
                                .orElse("")),
                new Column<>(
                        "shipper_share",
                        r -> r.year.largest(Measure.VALUE)
                                .map(Supplier::valueShare)
                                .orElse(0.0)),
                new Column<>("hhi_of_imports", r -> r.year.hhiImports()),
                new Column<>("hhi_of_tonnes", r -> r.year.hhiImportsTonnes()),
                new Column<>(
                        "imports_of_good_musd",
                        r -> Ground.musd(r.year.imports().kusd())),
                new Column<>("imports_of_good_tonnes", r -> r.year.imports().tonnes()));
    }

    private List<Finding> findings(List<Run> runs, List<Row> rows, List<Dataset> sets) {
        List<Finding> found = new ArrayList<>();
        if (runs.isEmpty()) {
            found.add(Finding.headline(ground.begin("find.none")));
        }
        for (Run run : runs) {
            Dependence first = run.years.getFirst();
            Dependence last = run.years.getLast();
            Dependence peak = run.years.stream()
                    .max(Comparator.comparingDouble(d -> d.share(run.supplier, Measure.VALUE)))
                    .orElseThrow();
            found.add(new Finding(
                    run == runs.getFirst() ? Finding.Role.HEADLINE : Finding.Role.STORY,
                    ground.begin(
                            "find.trend",
                            "good",
                            ground.at().name(run.good),
                            "supplier",
                            ground.at().the(run.supplier),
                            "first",
                            first.year(),
                            "was",
                            percent(first, run),
                            "last",
                            last.year(),
                            "is",
                            percent(last, run),
                            "tonnes",
                            ground.words().percent(last.share(run.supplier, Measure.TONNES)),
                            "peak",
                            percent(peak, run),
                            "at",
                            peak.year()),
                    List.of(at(rows, run, first), at(rows, run, last), at(rows, run, peak))));
        }
        found.add(Finding.limit(ground.begin("limit.trend", "editions", ground.editions(sets))));
        return found;
    }

    private String percent(Dependence year, Run run) {
        return ground.words().percent(year.share(run.supplier, Measure.VALUE));
    }

    private static Figure at(List<Row> rows, Run run, Dependence year) {
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).run == run && rows.get(k).year == year) {
                return new Figure(k, "part_share");
            }
        }
        throw new IllegalArgumentException("no row of " + year.year());
    }

    private List<Chart> charts(List<Run> runs) {
        TreeSet<Integer> years = new TreeSet<>();
        runs.forEach(run -> run.years.forEach(d -> years.add(d.year())));
        if (years.isEmpty()) {
            return List.of();
        }
        return List.of(
                lines(runs, years, Measure.VALUE, "chart.trend.value"),
                lines(runs, years, Measure.TONNES, "chart.trend.tonnes"));
    }

    private Chart lines(List<Run> runs, TreeSet<Integer> years, Measure measure, String unit) {
        return new Chart.Lines(
                ground.say(unit),
                years.stream().map(String::valueOf).toList(),
                runs.stream()
                        .map(run -> new Chart.Series(
                                ground.say(
                                        "chart.good",
                                        "good",
                                        ground.at().name(run.good),
                                        "holder",
                                        ground.at().name(run.supplier)),
                                years.stream()
                                        .map(year -> run.years.stream()
                                                .filter(d -> d.year() == year)
                                                .mapToDouble(d -> 100 * d.share(run.supplier, measure))
                                                .findFirst()
                                                .orElse(Double.NaN))
                                        .toList()))
                        .toList());
    }
}
