package org.jiritsu.questions.sea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Detour;
import org.jiritsu.goods.sea.Route;
import org.jiritsu.goods.sea.Routes;
import org.jiritsu.goods.sea.SeaTrade;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.goods.sea.StraitShares;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.Ways;

/** What closing straits does to imports: for which share no way is left, and how much longer the others sail. */
final class Closing {
    /** Of a good's imports, to have a row of its own. */
    private static final double LEAST = 0.001;

    private static final int NAMED = 3;
    private static final int DRAWN = 12;

    private final Words words;
    private final Commodities at;
    private final String home;
    private final List<Carried> goods;
    private final List<Strait> closed;
    private final Optional<ShipClass> ship;
    private final Closure closure;

    Closing(
            Words words,
            Commodities at,
            String home,
            List<Carried> goods,
            List<Strait> closed,
            Optional<ShipClass> ship) {
        this.words = words;
        this.at = at;
        this.home = home;
        this.goods = goods;
        this.closed = closed;
        this.ship = ship;
        this.closure = Closure.of(closed.stream().map(Strait::code).toArray(String[]::new));
    }

    private String straits() {
        return words.and(closed.stream().map(at::the).toList());
    }

    String title() {
        return words.begin("title.closing", "straits", straits(), "home", at.the(home));
    }

    /** A leg that has to sail otherwise, with its way before and after. */
    private record Row(Carried good, Ways.Leg leg, Detour detour) {
        boolean cut() {
            return detour.after().isEmpty();
        }
    }

    /**
     * A good's imports under the closure, in shares of all of them.
     *
     * @param km on average, of what sails round
     */
    private record Sum(
            Carried good, double touched, double low, double high, double cut, double km, ShipClass ship, Chart map) {}

    Answer answer() {
        List<Row> rows = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        for (Carried good : goods) {
            sums.add(lay(good, rows));
        }
        Table table = Table.of(head(), columns(), rows);
        return new Answer(
                words.say("heading.closing", "straits", straits()),
                table,
                findings(sums, rows),
                List.of(sums.getFirst().map(), chart(sums), detours(rows)),
                new Answer.Shown(
                        List.of(
                                "good_name",
                                "partner_name",
                                "leg_share",
                                "from_port",
                                "to_port",
                                "km_before",
                                "km_after",
                                "km_added",
                                "days_added",
                                "voyage_usd_added",
                                "straits_after"),
                        25),
                Provenance.of());
    }

    private Table.Head head() {
        return new Table.Head(
                title(),
                goods.stream().map(each -> each.set().id()).distinct().collect(Collectors.joining(" ")),
                home,
                words.say("unit.sea"),
                words.say("method"),
                Map.of("closed", closed.stream().map(Strait::code).collect(Collectors.joining(" "))),
                Carried.sources(goods, words),
                List.of(),
                words);
    }

    private Sum lay(Carried good, List<Row> rows) {
        ShipClass on = ship.orElseGet(() -> at.network().ship(good.cargo()));
        Ways usual = at.ways(on, good.cargo(), good.flows());
        Ways after = usual.closing(closure);
        Routes routes = Routes.of(at.network(), on, closure);
        double cut = 0;
        double round = 0;
        double km = 0;
        List<Ways.Leg> touched = new ArrayList<>();
        for (Ways.Leg leg : usual.legs()) {
            double before = usual.km(leg);
            double then = after.km(leg);
            if (!Double.isFinite(before) || then == before) {
                continue;
            }
            touched.add(leg);
            if (Double.isInfinite(then)) {
                cut += leg.share();
            } else {
                round += leg.share();
                km += leg.share() * (then - before);
            }
        }
        touched.stream()
                .filter(leg -> leg.share() >= LEAST)
                .sorted(Comparator.comparingDouble((Ways.Leg leg) -> -leg.share())
                        .thenComparing(leg -> leg.from().code())
                        .thenComparing(leg -> leg.to().code()))
                .map(leg -> new Row(good, leg, routes.detour(leg.from(), leg.to())))
                .forEach(rows::add);
        StraitShares shares = shares(good);
        double[] band = band(shares, cut + round);
        // One map is enough for a reader: that of the good named first.
        Chart map = good == goods.getFirst()
                ? new Maps(words, at).closing(good, on, usual, after, shares, closed)
                : new Chart.None();
        return new Sum(good, cut + round, band[0], band[1], cut, round > 0 ? km / round : 0, on, map);
    }

    private StraitShares shares(Carried good) {
        SeaTrade lanes = ship.map(each -> SeaTrade.of(at.network(), at.ports(), good.cargo(), each, Closure.usual()))
                .orElseGet(() -> at.lanes(good.cargo()));
        return lanes.shares(home, SeaTrade.Side.IMPORTS, good.flows());
    }

    /** At least what the strait with the most must carry, at most all of them together. */
    private double[] band(StraitShares shares, double touched) {
        double low = closed.stream().mapToDouble(s -> shares.of(s).low()).max().orElse(0);
        double high = closed.stream().mapToDouble(s -> shares.of(s).high()).sum();
        return new double[] {Math.min(low, touched), Math.max(Math.min(1, high), touched)};
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("home", _ -> home),
                new Column<>("year", r -> r.good.imports().year()),
                new Column<>("hs", r -> r.good.code()),
                new Column<>("good_name", r -> r.good.name(at, words)),
                new Column<>("partner", r -> r.leg.partner()),
                new Column<>("partner_name", r -> at.name(r.leg.partner())),
                new Column<>("leg_share", r -> r.leg.share()),
                new Column<>("from_port", r -> r.leg.from().name()),
                new Column<>("to_port", r -> r.leg.to().name()),
                new Column<>("ship_class", r -> r.detour.ship().code()),
                new Column<>("km_before", r -> r.detour.before().map(Route::km).orElse(Double.NaN)),
                new Column<>("km_after", r -> r.detour.after().map(Route::km).orElse(Double.NaN)),
                new Column<>("km_added", r -> added(r, Detour.Added::km)),
                new Column<>("days_added", r -> added(r, Detour.Added::days)),
                new Column<>("voyage_usd_low", r -> added(r, Detour.Added::usdLow)),
                new Column<>("voyage_usd_added", r -> added(r, Detour.Added::usd)),
                new Column<>("voyage_usd_high", r -> added(r, Detour.Added::usdHigh)),
                new Column<>("straits_before", r -> named(r.detour.before())),
                new Column<>("straits_after", r -> r.cut() ? words.say("no.way") : named(r.detour.after())));
    }

    private static double added(Row row, java.util.function.ToDoubleFunction<Detour.Added> of) {
        return row.detour.added().map(of::applyAsDouble).orElse(Double.NaN);
    }

    private String named(Optional<Route> route) {
        return route.map(r -> r.straits().stream()
                        .map(code -> at.name(at.network().strait(code)))
                        .collect(Collectors.joining(words.say("comma"))))
                .orElse("");
    }

    private List<Finding> findings(List<Sum> sums, List<Row> rows) {
        List<Finding> found = new ArrayList<>();
        for (Sum sum : sums) {
            found.add(new Finding(
                    found.isEmpty() ? Finding.Role.HEADLINE : Finding.Role.STORY, told(sum), figures(sum, rows)));
        }
        rows.stream().filter(r -> !r.cut()).findFirst().ifPresent(r -> found.add(round(r, rows.indexOf(r))));
        found.add(Finding.assumption(words.begin("assume.band")));
        found.add(Finding.assumption(words.begin("assume.terminals")));
        found.add(Finding.limit(words.begin("limit.closing", "editions", Carried.editions(goods, words))));
        return found;
    }

    private List<Figure> figures(Sum sum, List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(k -> rows.get(k).good == sum.good)
                .limit(NAMED)
                .mapToObj(k -> new Figure(k, "leg_share"))
                .toList();
    }

    private String told(Sum sum) {
        String key = sum.touched < LEAST
                ? "find.closing.none"
                : sum.cut < LEAST
                        ? "find.closing.round"
                        : sum.cut >= sum.touched - LEAST ? "find.closing.cut" : "find.closing.both";
        return words.begin(
                key,
                "straits",
                straits(),
                "home",
                at.the(home),
                "good",
                sum.good.name(at, words),
                "touched",
                words.percent(sum.touched),
                "low",
                words.figure(100 * sum.low),
                "high",
                words.percent(sum.high),
                "cut",
                words.percent(sum.cut),
                "km",
                words.count(Math.round(sum.km)),
                "sailing",
                words.figure(sum.ship.days(sum.km)));
    }

    private Finding round(Row row, int at) {
        Detour.Added added = row.detour.added().orElseThrow();
        return Finding.story(
                words.begin(
                        "find.round",
                        "from",
                        row.leg.from().name(),
                        "to",
                        row.leg.to().name(),
                        "good",
                        row.good.name(this.at, words),
                        "share",
                        words.percent(row.leg.share()),
                        "before",
                        words.count(Math.round(row.detour.before().orElseThrow().km())),
                        "after",
                        words.count(Math.round(row.detour.after().orElseThrow().km())),
                        "sailing",
                        words.figure(added.days()),
                        "usd",
                        words.dollars(added.usd() / 1e6),
                        "low",
                        words.dollars(added.usdLow() / 1e6),
                        "high",
                        words.dollars(added.usdHigh() / 1e6),
                        "ship",
                        words.language() == org.jiritsu.answer.Language.JA
                                ? row.detour.ship().nameJa()
                                : words.within(row.detour.ship().name())),
                new Figure(at, "km_before"),
                new Figure(at, "km_after"),
                new Figure(at, "days_added"),
                new Figure(at, "voyage_usd_added"));
    }

    private Chart chart(List<Sum> sums) {
        return new Chart.Bars(
                words.say("chart.closing"),
                sums.stream().map(s -> s.good.name(at, words)).toList(),
                List.of(
                        new Chart.Series(
                                words.say("chart.cut"),
                                sums.stream().map(s -> 100 * s.cut).toList()),
                        new Chart.Series(
                                words.say("chart.longer"),
                                sums.stream()
                                        .map(s -> 100 * (s.touched - s.cut))
                                        .toList())));
    }

    /** Longest detours by partner and good. */
    private Chart detours(List<Row> rows) {
        Map<String, Double> km = new LinkedHashMap<>();
        rows.stream()
                .filter(r -> !r.cut())
                .forEach(r -> km.merge(
                        words.say("chart.leg", "good", r.good.name(at, words), "partner", at.name(r.leg.partner())),
                        added(r, Detour.Added::km),
                        Math::max));
        List<String> labels = km.keySet().stream().limit(DRAWN).toList();
        return new Chart.Bars(
                words.say("chart.km.added"),
                labels,
                labels.isEmpty()
                        ? List.of()
                        : List.of(new Chart.Series(
                                words.say("chart.km.added"),
                                km.values().stream().limit(DRAWN).toList())));
    }
}
