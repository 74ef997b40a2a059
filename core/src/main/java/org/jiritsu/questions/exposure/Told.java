package org.jiritsu.questions.exposure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.Indicator;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/** What every answer of this question shares: names, figures, columns and the head of its table. */
record Told(Words words, World world) {
    /** Bars of a picture, and rows of its table, that a reader is shown. */
    static final int SHOWN = 15;

    static final int NAMED = 3;

    private static final String REST = "ROW";

    String code(int economy) {
        return world.economies().get(economy).code();
    }

    String name(int economy) {
        return words.name(world.economies().get(economy));
    }

    /** In a sentence. */
    String the(int economy) {
        return words.the(world.economies().get(economy));
    }

    /** Whether it is an economy, not all the others together. */
    boolean isNamed(int economy) {
        return !code(economy).equals(REST);
    }

    String sectorCode(int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? "all"
                : world.sectors().get(sector).code();
    }

    String sector(int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? words.say("all.named")
                : words.name(world.sectors().get(sector));
    }

    /** Two figures of the same thing, as one where they read the same. */
    String span(double a, double b, DoubleFunction<String> text) {
        String low = text.apply(Math.min(a, b));
        String high = text.apply(Math.max(a, b));
        return low.equals(high) ? low : words.say("span", "low", low, "high", high);
    }

    String percent(double a, double b) {
        return span(a, b, words::percent);
    }

    /** Of every 100 dollars. */
    String dollars(double a, double b) {
        return span(100 * a, 100 * b, words::figure);
    }

    String tenths(double a, double b) {
        return span(100 * a, 100 * b, value -> String.format(Locale.ROOT, "%.1f", value));
    }

    /** "a, then b and c". */
    Optional<String> ranking(List<String> items) {
        return items.size() < 2
                ? items.stream().findFirst()
                : Optional.of(words.say(
                        "list.then", "first", items.getFirst(), "others", words.and(items.subList(1, items.size()))));
    }

    /** What must be known of an estimated world to read its figures; nothing of a published table. */
    List<Finding> estimate() {
        return EstimatedWorld.isEstimate(world) ? List.of(Finding.assumption(words.say("find.estimate"))) : List.of();
    }

    Table.Head head(List<World> worlds, String home, String title, String method, Map<String, Object> facts) {
        String unit = words.data(world.about().unit());
        return Table.Head.of(
                words, worlds, home, title, words.say("unit.shares", "unit", unit), words.say(method), facts);
    }

    /** Of a table of partners or industries of these homes, with how far the figures of an estimate are off. */
    Table.Head head(List<Integer> homes, String title) {
        boolean all = homes.size() == world.economyCount();
        String who = all
                ? words.say("title.everyone")
                : words.and(homes.stream().map(this::name).toList());
        Map<String, Object> facts = new LinkedHashMap<>();
        EstimatedWorld.medianError(world).ifPresent(error -> {
            facts.put("median_error_supply_pct", error.supplyPercent());
            facts.put("median_error_market_pct", error.marketPercent());
        });
        return head(
                List.of(world),
                all ? "all" : String.join(" ", homes.stream().map(this::code).toList()),
                words.say(title, "who", who, "year", world.about().year()),
                "method.exposure",
                facts);
    }

    Chart bars(List<String> labels, Chart.Series... series) {
        return new Chart.Bars("%", labels, List.of(series));
    }

    /** Shares in per cent, under the label of their field. */
    <R> Chart.Series series(String field, List<R> rows, Function<R, Double> share) {
        return new Chart.Series(
                words.field(field).label(),
                rows.stream().map(r -> 100 * share.apply(r)).toList());
    }

    static <R> List<Column<R>> columns(List<Column<R>> keys, List<Column<R>> figures) {
        return Stream.concat(keys.stream(), figures.stream()).toList();
    }

    static <R> List<Column<R>> shares(Function<R, PartnerShare> of) {
        return List.of(
                new Column<>("supply_direct", of.andThen(PartnerShare::supplyDirect)),
                new Column<>("supply_look_through", of.andThen(PartnerShare::supplyLookThrough)),
                new Column<>("consumption_look_through", of.andThen(PartnerShare::consumptionLookThrough)),
                new Column<>("market_direct", of.andThen(PartnerShare::marketDirect)),
                new Column<>("market_look_through", of.andThen(PartnerShare::marketLookThrough)),
                new Column<>("hidden_ratio", of.andThen(PartnerShare::hiddenRatio)),
                new Column<>("leverage_pp", of.andThen(PartnerShare::leveragePp)));
    }

    static <R> List<Column<R>> indicators(Function<R, Indicator> of) {
        return List.of(
                new Column<>("hhi_direct", of.andThen(Indicator::hhiDirect)),
                new Column<>("hhi_look_through", of.andThen(Indicator::hhiLookThrough)),
                new Column<>("exports_musd", of.andThen(Indicator::exportsMusd)),
                new Column<>("domestic_va_in_exports_musd", of.andThen(Indicator::domesticVaInExportsMusd)),
                new Column<>("foreign_va_in_exports_musd", of.andThen(Indicator::foreignVaInExportsMusd)),
                new Column<>("vax_ratio", of.andThen(Indicator::vaxRatio)),
                new Column<>("upstreamness", of.andThen(Indicator::upstreamness)),
                new Column<>("downstreamness", of.andThen(Indicator::downstreamness)),
                new Column<>("upstreamness_net_inventory", of.andThen(Indicator::upstreamnessNetInventory)),
                new Column<>("downstreamness_net_inventory", of.andThen(Indicator::downstreamnessNetInventory)),
                new Column<>("foreign_input_reliance", of.andThen(Indicator::foreignInputReliance)),
                new Column<>("foreign_market_reliance", of.andThen(Indicator::foreignMarketReliance)));
    }

    static List<Integer> rows(List<?> all) {
        return IntStream.range(0, all.size()).boxed().toList();
    }
}
