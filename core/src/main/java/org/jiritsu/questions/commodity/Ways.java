package org.jiritsu.questions.commodity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Distances;
import org.jiritsu.goods.sea.Flow;
import org.jiritsu.goods.sea.Port;
import org.jiritsu.goods.sea.Ports;
import org.jiritsu.goods.sea.SeaNetwork;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Terminal;

/** An economy's imports of a good, port by port, and the kilometres that each part sails. */
public final class Ways {
    private final List<Leg> legs;
    private final Map<String, Integer> places;
    private final Distances km;

    private Ways(List<Leg> legs, Map<String, Integer> places, Distances km) {
        this.legs = legs;
        this.places = places;
        this.km = km;
    }

    /**
     * A part of an economy's imports between two ports.
     *
     * @param share of all its imports of the good
     */
    public record Leg(String partner, Port from, Port to, double share) {}

    static Ways usual(SeaNetwork network, Ports ports, ShipClass ship, Cargo cargo, List<Flow> flows) {
        List<Leg> legs = legs(ports, cargo, flows);
        List<Port> here = legs.stream().map(Leg::to).distinct().toList();
        List<Port> all = Stream.concat(here.stream(), legs.stream().map(Leg::from))
                .distinct()
                .toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        all.forEach(port -> places.put(port.code(), places.size()));
        return new Ways(legs, places, Distances.between(network, ship, Closure.usual(), all, here.size()));
    }

    /** What comes by land or from economies without a known port is left out. */
    private static List<Leg> legs(Ports ports, Cargo cargo, List<Flow> flows) {
        double all = flows.stream().mapToDouble(Flow::amount).sum();
        List<Leg> legs = new ArrayList<>();
        for (Flow flow : flows) {
            if (ports.overland(flow.importer(), flow.exporter(), cargo)) {
                continue;
            }
            for (Terminal there : ports.of(flow.exporter(), cargo, flow.importer())) {
                for (Terminal here : ports.of(flow.importer(), cargo, flow.exporter())) {
                    legs.add(new Leg(
                            flow.exporter(),
                            there.port(),
                            here.port(),
                            flow.amount() / all * here.share() * there.share()));
                }
            }
        }
        return List.copyOf(legs);
    }

    public List<Leg> legs() {
        return legs;
    }

    /** The same imports with straits closed. */
    public Ways closing(Closure closure) {
        return new Ways(legs, places, km.closing(closure));
    }

    /** Kilometres, infinite where there is no way. */
    public double km(Leg leg) {
        return km.km(place(leg.to()), place(leg.from()));
    }

    private int place(Port port) {
        return Objects.requireNonNull(places.get(port.code()));
    }

    /** The share of imports that has a way here, and none on those. */
    public double cut(Ways closed) {
        return legs.stream()
                .filter(leg -> Double.isFinite(km(leg)) && Double.isInfinite(closed.km(leg)))
                .mapToDouble(Leg::share)
                .sum();
    }
}
