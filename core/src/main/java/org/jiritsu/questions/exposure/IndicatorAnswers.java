package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.Indicator;
import org.jiritsu.world.World;

/** The place of homes, or of the industries of homes, in world supply chains. */
record IndicatorAnswers(Told told) {
    private static final String INPUTS = "foreign_input_reliance";
    private static final String MARKETS = "foreign_market_reliance";
    private static final List<String> SHOWN = List.of(
            INPUTS,
            MARKETS,
            "hhi_direct",
            "hhi_look_through",
            "vax_ratio",
            "exports_musd",
            "foreign_va_in_exports_musd",
            "upstreamness",
            "downstreamness");

    /** A home in a world. */
    record Row(World world, Indicator indicator) {}

    /**
     * @param other of the home in the last world under its other assumption about origins; itself where there is no other
     * @param own the home's part, under both assumptions, of the value added in what it makes there
     */
    record Spread(Indicator other, Link own) {}

    private Words words() {
        return told.words();
    }

    /** One home, one row a world. */
    Answer home(List<Row> rows, Spread spread, Provenance from) {
        Chart chart = rows.size() < 2
                ? bars(rows, this::name)
                : new Chart.Lines(
                        "%",
                        rows.stream().map(r -> "" + r.world.about().year()).toList(),
                        List.of(
                                told.series(INPUTS, rows, r -> r.indicator.foreignInputReliance()),
                                told.series(MARKETS, rows, r -> r.indicator.foreignMarketReliance())));
        return new Answer(
                words().say(
                                "heading.indicators",
                                "home",
                                told.the(rows.getLast().indicator.home())),
                table(rows),
                findings(rows, spread),
                List.of(chart),
                shown("year", rows.size()),
                from);
    }

    /** Every home, in one world or several. */
    Answer homes(List<Row> rows, Provenance from) {
        List<Row> last = rows.stream()
                .filter(r -> r.world == told.world() && told.isNamed(r.indicator.home()))
                .sorted(byReliance(r -> r.indicator))
                .toList();
        return new Answer(
                words().say("heading.indicators.every"),
                table(rows),
                most(last, r -> r.indicator, r -> told.the(r.indicator.home()), rows, "find.indicators.every"),
                List.of(bars(last.stream().limit(Told.SHOWN).toList(), this::name)),
                shown("home_name", Math.min(rows.size(), 2 * Told.SHOWN)),
                from);
    }

    /** Every industry of these homes. */
    Answer industries(List<Integer> homes, List<Indicator> rows, Provenance from) {
        boolean one = homes.size() == 1;
        List<Indicator> ranked = rows.stream()
                .filter(i -> told.isNamed(i.home()))
                .sorted(byReliance(i -> i))
                .toList();
        List<Column<Indicator>> keys = List.of(
                new Column<>("home", i -> told.code(i.home())),
                new Column<>("sector", i -> told.sectorCode(i.sector())),
                new Column<>("sector_name", i -> told.sector(i.sector())));
        return new Answer(
                one
                        ? words().say("heading.industries", "home", told.the(homes.getFirst()))
                        : words().say("heading.industries.every"),
                Table.of(told.head(homes, "title.industries"), Told.columns(keys, Told.indicators(i -> i)), rows),
                most(
                        ranked,
                        i -> i,
                        i -> one ? words().within(told.sector(i.sector())) : industry(i),
                        rows,
                        one ? "find.industries" : "find.industries.every",
                        "home",
                        told.the(homes.getFirst())),
                List.of(bars(
                        ranked.stream()
                                .limit(Told.SHOWN)
                                .map(i -> new Row(told.world(), i))
                                .toList(),
                        r -> one ? told.sector(r.indicator.sector()) : Words.capital(industry(r.indicator)))),
                shown("sector_name", Math.min(rows.size(), 2 * Told.SHOWN)),
                from);
    }

    private String industry(Indicator industry) {
        return words().say(
                        "industry",
                        "economy",
                        told.name(industry.home()),
                        "sector",
                        words().within(told.sector(industry.sector())));
    }

    private String name(Row row) {
        return told.name(row.indicator.home());
    }

    private static Answer.Shown shown(String key, int rows) {
        return new Answer.Shown(Stream.concat(Stream.of(key), SHOWN.stream()).toList(), rows);
    }

    private Chart bars(List<Row> rows, java.util.function.Function<Row, String> label) {
        List<Row> drawn = rows.stream()
                .filter(r -> Double.isFinite(r.indicator.foreignInputReliance())
                        && Double.isFinite(r.indicator.foreignMarketReliance()))
                .toList();
        return told.bars(
                drawn.stream().map(label).toList(),
                told.series(INPUTS, drawn, r -> r.indicator.foreignInputReliance()),
                told.series(MARKETS, drawn, r -> r.indicator.foreignMarketReliance()));
    }

    private Table table(List<Row> rows) {
        List<World> worlds = rows.stream().map(Row::world).distinct().toList();
        String homes =
                String.join(" ", rows.stream().map(r -> code(r)).distinct().toList());
        List<Column<Row>> keys = List.of(
                new Column<>("world", r -> r.world.id()),
                new Column<>("year", r -> r.world.about().year()),
                new Column<>("home", IndicatorAnswers::code),
                new Column<>("home_name", r -> words().name(r.world.economies().get(r.indicator.home()))));
        return Table.of(
                told.head(worlds, homes, words().say("title.indicators"), "method.exposure", Map.of()),
                Told.columns(keys, Told.indicators(Row::indicator)),
                rows);
    }

    private static String code(Row row) {
        return row.world.economies().get(row.indicator.home()).code();
    }

    private static <R> Comparator<R> byReliance(java.util.function.Function<R, Indicator> of) {
        return Comparator.comparingDouble((R r) -> {
                    double reliance = of.apply(r).foreignInputReliance();
                    return Double.isFinite(reliance) ? reliance : -1;
                })
                .reversed();
    }

    /** Who relies most on inputs made abroad, and who on markets there. */
    private <R> List<Finding> most(
            List<R> ranked,
            java.util.function.Function<R, Indicator> of,
            java.util.function.Function<R, String> name,
            List<R> table,
            String key,
            Object... values) {
        List<Finding> found = new ArrayList<>();
        ranking(ranked, r -> of.apply(r).foreignInputReliance(), name, table, INPUTS)
                .map(f -> said(Finding.Role.HEADLINE, key + ".inputs", f, values))
                .ifPresent(found::add);
        ranking(ranked, r -> of.apply(r).foreignMarketReliance(), name, table, MARKETS)
                .map(f ->
                        said(found.isEmpty() ? Finding.Role.HEADLINE : Finding.Role.STORY, key + ".markets", f, values))
                .ifPresent(found::add);
        if (found.isEmpty()) {
            found.add(Finding.headline(words().say("find.indicators.none")));
        }
        found.addAll(told.estimate());
        return found;
    }

    private record Ranking(String said, List<Figure> figures) {}

    private Finding said(Finding.Role role, String key, Ranking ranking, Object... values) {
        Object[] all =
                Stream.concat(Stream.of("who", ranking.said), Stream.of(values)).toArray();
        return new Finding(role, words().begin(key, all), ranking.figures);
    }

    private <R> Optional<Ranking> ranking(
            List<R> all,
            ToDoubleFunction<R> share,
            java.util.function.Function<R, String> name,
            List<R> table,
            String field) {
        List<R> first = all.stream()
                .filter(r -> share.applyAsDouble(r) > 0)
                .sorted(Comparator.comparingDouble(share).reversed())
                .limit(Told.NAMED)
                .toList();
        return told.ranking(first.stream()
                        .map(r -> words().say(
                                        "item",
                                        "name",
                                        name.apply(r),
                                        "value",
                                        words().percent(share.applyAsDouble(r))))
                        .toList())
                .map(said -> new Ranking(
                        said,
                        first.stream()
                                .map(r -> new Figure(table.indexOf(r), field))
                                .toList()));
    }

    private List<Finding> findings(List<Row> rows, Spread spread) {
        Indicator last = rows.getLast().indicator;
        List<Finding> found = new ArrayList<>();
        if (Double.isFinite(last.foreignInputReliance())) {
            found.add(Finding.headline(
                    words().begin(
                                    "find.indicators.inputs",
                                    "home",
                                    told.the(last.home()),
                                    "year",
                                    rows.getLast().world.about().year(),
                                    "share",
                                    told.percent(last.foreignInputReliance(), spread.other.foreignInputReliance()),
                                    "before",
                                    before(rows, Indicator::foreignInputReliance)),
                    figures(rows, INPUTS)));
        } else {
            found.add(Finding.headline(words().say("find.indicators.none")));
        }
        if (Double.isFinite(last.foreignMarketReliance())) {
            found.add(Finding.story(
                    words().begin(
                                    "find.indicators.markets",
                                    "share",
                                    told.percent(last.foreignMarketReliance(), spread.other.foreignMarketReliance()),
                                    "before",
                                    before(rows, Indicator::foreignMarketReliance)),
                    figures(rows, MARKETS)));
        }
        if (Double.isFinite(last.hhiDirect()) && Double.isFinite(last.hhiLookThrough())) {
            found.add(concentration(last, rows.size() - 1));
        }
        double own = spread.own.share().supplyLookThrough();
        if (Double.isFinite(own)) {
            found.add(Finding.limit(words().begin(
                            "find.indicators.bridge",
                            "home",
                            told.the(last.home()),
                            "abroad",
                            told.percent(1 - own, 1 - spread.own.other().supplyLookThrough()))));
        }
        found.addAll(told.estimate());
        return found;
    }

    private Finding concentration(Indicator last, int row) {
        boolean spread = last.hhiLookThrough() < last.hhiDirect();
        return Finding.story(
                words().begin(
                                spread ? "find.indicators.spread" : "find.indicators.concentrated",
                                "through",
                                index(last.hhiLookThrough()),
                                "direct",
                                index(last.hhiDirect())),
                new Figure(row, "hhi_look_through"),
                new Figure(row, "hhi_direct"));
    }

    private static Figure[] figures(List<Row> rows, String field) {
        return Stream.of(0, rows.size() - 1)
                .distinct()
                .map(row -> new Figure(row, field))
                .toArray(Figure[]::new);
    }

    /** With the decimals of the table: the two often differ in the third alone. */
    private static String index(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private String before(List<Row> rows, ToDoubleFunction<Indicator> share) {
        double first = share.applyAsDouble(rows.getFirst().indicator);
        return rows.size() < 2 || !Double.isFinite(first)
                ? ""
                : words().say(
                                "find.indicators.before",
                                "year",
                                rows.getFirst().world.about().year(),
                                "share",
                                words().percent(first));
    }
}
