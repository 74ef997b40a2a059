package org.jiritsu.questions.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.Dependence;
import org.jiritsu.goods.DependenceTable;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.Supplier;
import org.jiritsu.questions.commodity.Commodities;

/** The goods of which an economy sends another more than half of all that it buys: where it is the one to be replaced. */
final class Mirror {
    private static final double MAJORITY = 0.5;
    private static final int NAMED = 5;
    private static final int DRAWN = 15;

    private final Ground ground;

    Mirror(Ground ground) {
        this.ground = ground;
    }

    String title() {
        return ground.begin("title.mirror");
    }

    /** A good that one economy buys; the share of the world's exports is NaN where only one importer is known. */
    private record Row(Dataset set, GoodCode good, Dependence buyer, double share, double musd, double ofWorld) {}

    Answer answer() {
        List<Row> rows = new ArrayList<>();
        for (Dataset set : ground.sets()) {
            DependenceTable table = ground.store().table(set, ground.year());
            table.onSupplier(ground.home(), MAJORITY).stream()
                    .filter(d -> rows.stream()
                            .noneMatch(r -> r.set != set
                                    && r.good.code().equals(d.good())
                                    && r.buyer.economy().equals(d.economy())))
                    .map(d -> row(set, table, d))
                    .toList()
                    .forEach(rows::add);
        }
        rows.sort(Comparator.comparingDouble((Row r) -> -r.musd)
                .thenComparing(r -> r.good.code())
                .thenComparing(r -> r.buyer.economy()));
        Table table = Table.of(ground.head(title(), ground.facts("least_share", MAJORITY)), columns(), rows);
        return new Answer(
                ground.say("heading.mirror"),
                table,
                findings(rows),
                rows.isEmpty() ? List.of() : List.of(chart(rows)),
                new Answer.Shown(
                        List.of("good_name", "buyer_name", "sold_musd", "share_of_buyer", "share_of_world"), 20),
                Provenance.of());
    }

    private Row row(Dataset set, DependenceTable table, Dependence d) {
        double share = d.share(ground.home(), Measure.VALUE);
        double ofWorld = set.coverage() == Dataset.Coverage.ONE_IMPORTER
                ? Double.NaN
                : table.worldExporters(d.good()).stream()
                        .filter(s -> s.economy().equals(ground.home()))
                        .mapToDouble(Supplier::valueShare)
                        .sum();
        return new Row(
                set,
                Commodities.code(set, d.good()),
                d,
                share,
                Ground.musd(share * d.imports().kusd()),
                ofWorld);
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("home", _ -> ground.home()),
                new Column<>("year", _ -> ground.year()),
                new Column<>("hs", r -> r.good.toString()),
                new Column<>("good_name", r -> ground.at().name(r.good)),
                new Column<>("buyer", r -> r.buyer.economy()),
                new Column<>("buyer_name", r -> ground.at().name(r.buyer.economy())),
                new Column<>("sold_musd", Row::musd),
                new Column<>("share_of_buyer", Row::share),
                new Column<>("share_of_world", Row::ofWorld),
                new Column<>("share_source", r -> r.set.id()));
    }

    private List<Finding> findings(List<Row> rows) {
        List<Finding> found = new ArrayList<>();
        List<Row> named = rows.stream().limit(NAMED).toList();
        found.add(Finding.headline(
                ground.begin(
                        rows.isEmpty() ? "find.mirror.none" : "find.mirror",
                        "count",
                        rows.size(),
                        "buyers",
                        rows.stream().map(r -> r.buyer.economy()).distinct().count(),
                        "goods",
                        ground.words()
                                .and(named.stream()
                                        .map(r -> ground.say(
                                                "find.mirror.good",
                                                "good",
                                                ground.at().name(r.good),
                                                "buyer",
                                                ground.at().the(r.buyer.economy()),
                                                "share",
                                                ground.words().percent(r.share),
                                                "money",
                                                ground.words().dollars(r.musd)))
                                        .toList())),
                IntStream.range(0, named.size())
                        .boxed()
                        .flatMap(k -> List.of(new Figure(k, "share_of_buyer"), new Figure(k, "sold_musd")).stream())
                        .toArray(Figure[]::new)));
        found.add(Finding.assumption(ground.begin("assume.mirror")));
        found.add(Finding.limit(ground.begin("limit.mirror", "editions", ground.editions(ground.sets()))));
        return found;
    }

    private Chart chart(List<Row> rows) {
        List<Row> drawn = rows.stream().limit(DRAWN).toList();
        return new Chart.Bars(
                ground.words().say("unit.musd"),
                drawn.stream()
                        .map(r -> ground.say(
                                "chart.good",
                                "good",
                                ground.at().name(r.good),
                                "holder",
                                ground.at().name(r.buyer.economy())))
                        .toList(),
                List.of(new Chart.Series(
                        ground.say("chart.sold"), drawn.stream().map(Row::musd).toList())));
    }
}
