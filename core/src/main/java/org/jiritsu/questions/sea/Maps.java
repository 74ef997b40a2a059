package org.jiritsu.questions.sea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Words;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.LaneFlow;
import org.jiritsu.goods.sea.Point;
import org.jiritsu.goods.sea.Port;
import org.jiritsu.goods.sea.Route;
import org.jiritsu.goods.sea.Routes;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.goods.sea.StraitShares;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.Ways;

/** Maps of the lanes: a good's imports laid on their shortest ways, or the ways between two ports. */
final class Maps {
    /** Of the imports, to be drawn. */
    private static final double DRAWN = 0.0005;

    /** Of the imports, for a port or a strait to be marked. */
    private static final double MARKED = 0.01;

    private static final int PORTS = 12;

    private final Words words;
    private final Commodities at;

    Maps(Words words, Commodities at) {
        this.words = words;
        this.at = at;
    }

    /** Everything as usual. */
    Chart usual(Carried good, ShipClass ship, Ways ways, StraitShares shares) {
        Routes routes = Routes.of(at.network(), ship, Closure.usual());
        return imports(good, ways, shares, List.of(), List.of(layer(Chart.Way.OPEN, ways.legs(), routes)));
    }

    /** Who still sails as usual, who has to sail round, and who has no way left. */
    Chart closing(Carried good, ShipClass ship, Ways usual, Ways after, StraitShares shares, List<Strait> closed) {
        Closure closure = closure(closed);
        Map<Chart.Way, List<Ways.Leg>> legs = usual.legs().stream()
                .filter(leg -> Double.isFinite(usual.km(leg)))
                .collect(Collectors.groupingBy(leg -> fate(usual.km(leg), after.km(leg))));
        Routes before = Routes.of(at.network(), ship, Closure.usual());
        Routes then = Routes.of(at.network(), ship, closure);
        List<Ways.Leg> round = legs.getOrDefault(Chart.Way.ROUND, List.of());
        List<Chart.Layer> layers = List.of(
                layer(Chart.Way.LEFT, round, before),
                layer(Chart.Way.OPEN, legs.getOrDefault(Chart.Way.OPEN, List.of()), before),
                layer(Chart.Way.ROUND, round, then),
                layer(Chart.Way.CUT, legs.getOrDefault(Chart.Way.CUT, List.of()), before));
        return imports(good, usual, shares, closed, layers);
    }

    /** The ways between two ports. */
    Chart voyage(Port from, Port to, List<Route> usual, List<Route> round, List<Strait> closed) {
        Chart.Way before = closed.isEmpty() ? Chart.Way.OPEN : round.isEmpty() ? Chart.Way.CUT : Chart.Way.LEFT;
        List<Chart.Layer> layers =
                List.of(layer(before, ways(usual)), layer(Chart.Way.ROUND, ways(closed.isEmpty() ? List.of() : round)));
        Stream<Strait> passed = Stream.of(usual, round)
                .flatMap(List::stream)
                .flatMap(route -> route.straits().stream())
                .map(at.network()::strait);
        List<Chart.Place> places = new ArrayList<>();
        Stream.concat(closed.stream(), passed)
                .distinct()
                .map(strait -> strait(strait, closed, Double.NaN))
                .forEach(places::add);
        Stream.of(from, to).map(port -> port(port, Double.NaN)).forEach(places::add);
        return new Chart.LaneMap(words.say("chart.map.ways"), layers, places);
    }

    private static Closure closure(List<Strait> closed) {
        return Closure.of(closed.stream().map(Strait::code).toArray(String[]::new));
    }

    private static Chart.Way fate(double before, double then) {
        return Double.isInfinite(then) ? Chart.Way.CUT : then == before ? Chart.Way.OPEN : Chart.Way.ROUND;
    }

    private Chart imports(Carried good, Ways ways, StraitShares shares, List<Strait> closed, List<Chart.Layer> layers) {
        List<Chart.Place> places = new ArrayList<>();
        closed.forEach(strait ->
                places.add(strait(strait, closed, 100 * shares.of(strait).shortest())));
        shares.straits().stream()
                .filter(share -> share.shortest() >= MARKED && !closed.contains(share.strait()))
                .map(share -> strait(share.strait(), closed, 100 * share.shortest()))
                .forEach(places::add);
        places.addAll(ports(ways.legs(), Ways.Leg::to));
        places.addAll(ports(ways.legs(), Ways.Leg::from));
        String name = good.name(at, words);
        return new Chart.LaneMap(words.say("chart.map", "good", name), layers, places);
    }

    private static List<LaneFlow.Load> ways(List<Route> routes) {
        return routes.stream().map(route -> new LaneFlow.Load(route, 0)).toList();
    }

    private Chart.Layer layer(Chart.Way way, List<Ways.Leg> legs, Routes routes) {
        List<LaneFlow.Load> loads = new ArrayList<>();
        Map<Port, List<Ways.Leg>> byHome = legs.stream()
                .filter(leg -> leg.share() >= DRAWN)
                .collect(Collectors.groupingBy(Ways.Leg::to, LinkedHashMap::new, Collectors.toList()));
        byHome.forEach((here, all) -> {
            List<Optional<Route>> found =
                    routes.between(here, all.stream().map(Ways.Leg::from).toList());
            for (int k = 0; k < all.size(); k++) {
                double share = 100 * all.get(k).share();
                found.get(k).ifPresent(route -> loads.add(new LaneFlow.Load(route, share)));
            }
        });
        return layer(way, loads);
    }

    private Chart.Layer layer(Chart.Way way, List<LaneFlow.Load> loads) {
        List<Chart.Line> lines = LaneFlow.of(loads).stream()
                .map(flow -> new Chart.Line(
                        flow.amount(), flow.line().stream().map(Maps::spot).toList()))
                .toList();
        return new Chart.Layer(words.say("chart.way." + way.name().toLowerCase(java.util.Locale.ROOT)), way, lines);
    }

    private static Chart.Spot spot(Point point) {
        return new Chart.Spot(point.lon(), point.lat());
    }

    private Chart.Place strait(Strait strait, List<Strait> closed, double percent) {
        Chart.Sign sign = closed.contains(strait) ? Chart.Sign.CLOSED : Chart.Sign.STRAIT;
        return new Chart.Place(at.name(strait), sign, spot(strait.at()), percent);
    }

    private static Chart.Place port(Port port, double percent) {
        return new Chart.Place(port.name(), Chart.Sign.PORT, spot(port.at()), percent);
    }

    /** The ports at one end that handle most. */
    private static List<Chart.Place> ports(List<Ways.Leg> legs, Function<Ways.Leg, Port> end) {
        Map<Port, Double> shares = legs.stream()
                .collect(Collectors.groupingBy(end, LinkedHashMap::new, Collectors.summingDouble(Ways.Leg::share)));
        return shares.entrySet().stream()
                .filter(port -> port.getValue() >= MARKED)
                .sorted(Comparator.comparingDouble((Map.Entry<Port, Double> port) -> -port.getValue()))
                .limit(PORTS)
                .map(port -> port(port.getKey(), 100 * port.getValue()))
                .toList();
    }
}
