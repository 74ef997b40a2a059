package org.jiritsu.questions.sea;

import java.util.ArrayList;
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
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Detour;
import org.jiritsu.goods.sea.Port;
import org.jiritsu.goods.sea.Route;
import org.jiritsu.goods.sea.Routes;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.questions.commodity.Commodities;

/** The shortest and nearly shortest ways between two ports, as usual and with straits closed. */
final class Voyage {
    private final Words words;
    private final Commodities at;
    private final Port from;
    private final Port to;
    private final Closure closure;
    private final ShipClass ship;
    private final double within;

    Voyage(Words words, Commodities at, Port from, Port to, Closure closure, ShipClass ship, double within) {
        this.words = words;
        this.at = at;
        this.from = from;
        this.to = to;
        this.closure = closure;
        this.ship = ship;
        this.within = within;
    }

    String title() {
        return words.begin("title.voyage", "from", from.name(), "to", to.name());
    }

    private record Row(int rank, Route route, boolean usual, double shortest) {}

    Answer answer() {
        List<Route> usual = Routes.of(at.network(), ship, Closure.usual()).near(from, to, within);
        List<Row> rows = new ArrayList<>(rows(usual, true));
        boolean closing = !closure.closed().isEmpty();
        Routes round = Routes.of(at.network(), ship, closure);
        List<Route> left = closing ? round.near(from, to, within) : List.of();
        rows.addAll(rows(left, false));
        List<Finding> found = new ArrayList<>();
        found.add(closing ? detour(round.detour(from, to), usual.size()) : shortest(usual));
        if (usual.size() > 1) {
            found.add(near(usual));
        }
        found.add(Finding.assumption(words.begin("assume.voyage", "ship", shipName(), "knots", ship.knots())));
        found.add(Finding.limit(words.begin("limit.voyage")));
        Table table = Table.of(head(), columns(), rows);
        return new Answer(
                title(),
                table,
                found,
                rows.isEmpty() ? List.of() : List.of(map(usual, left), chart(rows)),
                Answer.Shown.all(table),
                Provenance.of());
    }

    private static List<Row> rows(List<Route> routes, boolean usual) {
        return IntStream.range(0, routes.size())
                .mapToObj(k ->
                        new Row(k + 1, routes.get(k), usual, routes.getFirst().km()))
                .toList();
    }

    private Table.Head head() {
        return new Table.Head(
                title(),
                "",
                "",
                words.say("unit.voyage"),
                words.say("method"),
                closure.closed().isEmpty()
                        ? Map.of("ship_class", ship.code())
                        : Map.of("ship_class", ship.code(), "closed", String.join(" ", closure.closed())),
                List.of(words.say("source.lanes")),
                List.of(),
                words);
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("rank", Row::rank),
                new Column<>("closure", r -> words.say(r.usual ? "as.usual" : "as.closed")),
                new Column<>("from_port", _ -> from.name()),
                new Column<>("to_port", _ -> to.name()),
                new Column<>("way_km", r -> r.route.km()),
                new Column<>("way_days", r -> ship.days(r.route.km())),
                new Column<>("longer_by", r -> r.route.km() / r.shortest - 1),
                new Column<>("straits_on_way", r -> straits(r.route)));
    }

    private String straits(Route route) {
        return route.straits().isEmpty()
                ? words.say("no.strait")
                : route.straits().stream()
                        .map(code -> at.name(at.network().strait(code)))
                        .collect(Collectors.joining(words.say("comma")));
    }

    private String shipName() {
        return words.language() == Language.JA ? ship.nameJa() : words.within(ship.name());
    }

    private Finding shortest(List<Route> usual) {
        if (usual.isEmpty()) {
            return Finding.headline(words.begin("find.voyage.none", "from", from.name(), "to", to.name()));
        }
        Route route = usual.getFirst();
        return Finding.headline(
                words.begin(
                        "find.voyage",
                        "from",
                        from.name(),
                        "to",
                        to.name(),
                        "km",
                        words.count(Math.round(route.km())),
                        "sailing",
                        words.figure(ship.days(route.km())),
                        "straits",
                        straits(route)),
                new Figure(0, "way_km"),
                new Figure(0, "way_days"));
    }

    private Finding near(List<Route> usual) {
        Route second = usual.get(1);
        return Finding.story(
                words.begin(
                        "find.near",
                        "count",
                        usual.size(),
                        "within",
                        words.percent(within),
                        "straits",
                        straits(second),
                        "longer",
                        words.percent(second.km() / usual.getFirst().km() - 1)),
                new Figure(1, "longer_by"));
    }

    private Finding detour(Detour detour, int usual) {
        String closed = words.and(closure.closed().stream()
                .map(code -> at.the(at.network().strait(code)))
                .toList());
        Optional<Detour.Added> added = detour.added();
        if (added.isEmpty()) {
            return Finding.headline(words.begin(
                    detour.before().isEmpty() ? "find.voyage.none" : "find.cut",
                    "from",
                    from.name(),
                    "to",
                    to.name(),
                    "closed",
                    closed));
        }
        Detour.Added more = added.orElseThrow();
        return Finding.headline(
                words.begin(
                        more.km() == 0 ? "find.same" : "find.detour",
                        "from",
                        from.name(),
                        "to",
                        to.name(),
                        "closed",
                        closed,
                        "before",
                        words.count(Math.round(detour.before().orElseThrow().km())),
                        "after",
                        words.count(Math.round(detour.after().orElseThrow().km())),
                        "added",
                        words.count(Math.round(more.km())),
                        "straits",
                        straits(detour.after().orElseThrow()),
                        "sailing",
                        words.figure(more.days()),
                        "usd",
                        words.dollars(more.usd() / 1e6),
                        "low",
                        words.dollars(more.usdLow() / 1e6),
                        "high",
                        words.dollars(more.usdHigh() / 1e6)),
                new Figure(0, "way_km"),
                new Figure(usual, "way_km"));
    }

    private Chart map(List<Route> usual, List<Route> left) {
        List<Strait> closed =
                closure.closed().stream().map(at.network()::strait).toList();
        return new Maps(words, at).voyage(from, to, usual, left, closed);
    }

    private Chart chart(List<Row> rows) {
        return new Chart.Bars(
                "km",
                rows.stream()
                        .map(r -> words.say(
                                "chart.way",
                                "straits",
                                straits(r.route),
                                "closure",
                                words.say(r.usual ? "as.usual" : "as.closed")))
                        .toList(),
                List.of(new Chart.Series(
                        "km", rows.stream().map(r -> r.route.km()).toList())));
    }
}
