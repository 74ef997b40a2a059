package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.Indicator;
import org.jiritsu.world.World;

/** Concentration, value added in exports and position in chains: of homes over worlds, or of a home's industries. */
final class IndicatorAnswers {
    private static final int SHOWN = 20;

    private final Words words;
    private final Solved solved;

    private record Row(World world, int home, Indicator indicator) {}

    IndicatorAnswers(Words words, Solved solved) {
        this.words = words;
        this.solved = solved;
    }

    /** One row a home, for each world given. */
    Answer homes(List<World> worlds, List<Integer> homes) {
        World last = worlds.getLast();
        Naming naming = new Naming(words, last);
        List<Row> rows = new ArrayList<>();
        for (int home : homes) {
            for (World world : worlds) {
                int there = world.economy(naming.code(home));
                rows.add(new Row(world, there, solved.indicators(world).home(there)));
            }
        }
        String codes = homes.stream().map(naming::code).collect(Collectors.joining(" "));
        List<Column<Row>> keys = List.of(
                new Column<>("world", r -> r.world.id()),
                new Column<>("year", r -> r.world.about().year()),
                new Column<>("home", r -> r.world.economies().get(r.home).code()),
                new Column<>("home_name", r -> words.name(r.world.economies().get(r.home))));
        Table table = Table.of(
                naming.head(worlds, codes, words.say("title.indicators"), "method", Map.of()),
                Shares.together(keys, columns()),
                rows);
        String home = naming.the(homes.getFirst());
        return new Answer(
                words.say("heading.indicators", "home", home),
                table,
                findings(rows.subList(0, worlds.size()), home),
                rows.size() < 2 ? List.of() : List.of(homes.size() == 1 ? lines(rows) : bars(rows, worlds.size())),
                new Answer.Shown(
                        List.of(
                                homes.size() == 1 ? "year" : "home_name",
                                "foreign_input_reliance",
                                "foreign_market_reliance",
                                "hhi_direct",
                                "hhi_look_through",
                                "vax_ratio",
                                "exports_musd",
                                "foreign_va_in_exports_musd",
                                "upstreamness",
                                "downstreamness"),
                        Math.min(rows.size(), 2 * SHOWN)),
                solved.from(worlds));
    }

    /** One row a home industry. */
    Answer industries(World world, List<Integer> homes) {
        Naming naming = new Naming(words, world);
        List<Indicator> rows = homes.stream()
                .flatMap(home -> solved.indicators(world).homeSectors(home).stream())
                .toList();
        String title = naming.title("industries", homes);
        List<Column<Indicator>> keys = List.of(
                new Column<>("home", i -> naming.code(i.home())),
                new Column<>("sector", i -> naming.sectorCode(i.sector())),
                new Column<>("sector_name", i -> naming.sectorName(i.sector())));
        Table table = Table.of(
                naming.head(List.of(world), naming.codes(homes), title, "method", Shares.medianError(world)),
                Shares.together(keys, figures(i -> i)),
                rows);
        return new Answer(
                title,
                table,
                List.of(industryFinding(naming, rows, homes)),
                homes.size() == 1 ? List.of(industryBars(naming, rows)) : List.of(),
                new Answer.Shown(
                        List.of(
                                "sector_name",
                                "foreign_input_reliance",
                                "foreign_market_reliance",
                                "hhi_look_through",
                                "upstreamness",
                                "downstreamness"),
                        SHOWN),
                solved.from(List.of(world)));
    }

    private static List<Column<Row>> columns() {
        return figures(Row::indicator);
    }

    private static <R> List<Column<R>> figures(java.util.function.Function<R, Indicator> of) {
        return List.of(
                figure("hhi_direct", of, Indicator::hhiDirect),
                figure("hhi_look_through", of, Indicator::hhiLookThrough),
                figure("exports_musd", of, Indicator::exportsMusd),
                figure("domestic_va_in_exports_musd", of, Indicator::domesticVaInExportsMusd),
                figure("foreign_va_in_exports_musd", of, Indicator::foreignVaInExportsMusd),
                figure("vax_ratio", of, Indicator::vaxRatio),
                figure("upstreamness", of, Indicator::upstreamness),
                figure("downstreamness", of, Indicator::downstreamness),
                figure("upstreamness_net_inventory", of, Indicator::upstreamnessNetInventory),
                figure("downstreamness_net_inventory", of, Indicator::downstreamnessNetInventory),
                figure("foreign_input_reliance", of, Indicator::foreignInputReliance),
                figure("foreign_market_reliance", of, Indicator::foreignMarketReliance));
    }

    private static <R> Column<R> figure(
            String field, java.util.function.Function<R, Indicator> of, ToDoubleFunction<Indicator> value) {
        return new Column<>(field, row -> value.applyAsDouble(of.apply(row)));
    }

    /** @param rows of one home, earliest first */
    private List<Finding> findings(List<Row> rows, String home) {
        int last = rows.size() - 1;
        Indicator now = rows.get(last).indicator;
        boolean spread = now.hhiLookThrough() < now.hhiDirect();
        return List.of(
                Finding.headline(
                        words.begin(
                                "find.indicators.inputs",
                                "home",
                                home,
                                "share",
                                words.percent(now.foreignInputReliance()),
                                "before",
                                before(rows, Indicator::foreignInputReliance)),
                        new Figure(last, "foreign_input_reliance")),
                Finding.story(
                        words.begin(
                                "find.indicators.markets",
                                "share",
                                words.percent(now.foreignMarketReliance()),
                                "before",
                                before(rows, Indicator::foreignMarketReliance)),
                        new Figure(last, "foreign_market_reliance")),
                Finding.story(
                        words.begin(
                                spread ? "find.indicators.spread" : "find.indicators.concentrated",
                                "through",
                                index(now.hhiLookThrough()),
                                "direct",
                                index(now.hhiDirect())),
                        new Figure(last, "hhi_look_through"),
                        new Figure(last, "hhi_direct")));
    }

    /** With the decimals of the table: the two often differ in the third alone. */
    private static String index(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private String before(List<Row> rows, ToDoubleFunction<Indicator> of) {
        return rows.size() < 2
                ? ""
                : words.say(
                        "find.indicators.before",
                        "year",
                        rows.getFirst().world.about().year(),
                        "share",
                        words.percent(of.applyAsDouble(rows.getFirst().indicator)));
    }

    private Chart lines(List<Row> rows) {
        return new Chart.Lines(
                "%",
                rows.stream().map(r -> "" + r.world.about().year()).toList(),
                List.of(
                        series("foreign_input_reliance", rows, Indicator::foreignInputReliance),
                        series("foreign_market_reliance", rows, Indicator::foreignMarketReliance)));
    }

    /** The latest year of each home, the most reliant first. */
    private Chart bars(List<Row> rows, int worlds) {
        List<Row> latest = IntStream.range(0, rows.size() / worlds)
                .mapToObj(k -> rows.get((k + 1) * worlds - 1))
                .sorted(Comparator.comparingDouble((Row r) -> r.indicator.foreignInputReliance())
                        .reversed())
                .limit(SHOWN)
                .toList();
        return new Chart.Bars(
                "%",
                latest.stream()
                        .map(r -> words.name(r.world.economies().get(r.home)))
                        .toList(),
                List.of(
                        series("foreign_input_reliance", latest, Indicator::foreignInputReliance),
                        series("foreign_market_reliance", latest, Indicator::foreignMarketReliance)));
    }

    private Chart.Series series(String field, List<Row> rows, ToDoubleFunction<Indicator> of) {
        return new Chart.Series(
                words.field(field).label(),
                rows.stream().map(r -> 100 * of.applyAsDouble(r.indicator)).toList());
    }

    private Finding industryFinding(Naming naming, List<Indicator> rows, List<Integer> homes) {
        if (homes.size() > 1) {
            return Finding.headline(words.begin("find.industries.everyone", "count", words.count(rows.size())));
        }
        int most = IntStream.range(0, rows.size())
                .boxed()
                .filter(r -> !Double.isNaN(rows.get(r).foreignInputReliance()))
                .max(Comparator.comparingDouble(r -> rows.get(r).foreignInputReliance()))
                .orElse(0);
        return Finding.headline(
                words.begin(
                        "find.industries.most",
                        "home",
                        naming.the(homes.getFirst()),
                        "sector",
                        words.within(naming.sectorName(rows.get(most).sector())),
                        "share",
                        words.percent(rows.get(most).foreignInputReliance())),
                new Figure(most, "foreign_input_reliance"));
    }

    private Chart industryBars(Naming naming, List<Indicator> rows) {
        List<Indicator> most = rows.stream()
                .filter(i -> !Double.isNaN(i.foreignInputReliance()))
                .sorted(Comparator.comparingDouble(Indicator::foreignInputReliance)
                        .reversed())
                .limit(SHOWN)
                .toList();
        return new Chart.Bars(
                "%",
                most.stream().map(i -> naming.sectorName(i.sector())).toList(),
                List.of(new Chart.Series(
                        words.field("foreign_input_reliance").label(),
                        most.stream().map(i -> 100 * i.foreignInputReliance()).toList())));
    }
}
