package org.jiritsu.questions.commodity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Distances;
import org.jiritsu.goods.sea.Flow;
import org.jiritsu.goods.sea.Port;
import org.jiritsu.goods.sea.Ports;
import org.jiritsu.goods.sea.SeaNetwork;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Terminal;

/** Kilometres between all ports for one class of ships, as usual or with straits closed, and an economy's imports on them. */
public final class Ways {
    private final Ports ports;
    private final Map<String, Integer> places;
    private final Distances km;

    private Ways(Ports ports, Map<String, Integer> places, Distances km) {
        this.ports = ports;
        this.places = places;
        this.km = km;
    }

    static Ways usual(SeaNetwork network, Ports ports, ShipClass ship) {
        List<Port> all = ports.all();
        Map<String, Integer> places = new HashMap<>();
        all.forEach(port -> places.put(port.code(), places.size()));
        return new Ways(ports, places, Distances.between(network, ship, Closure.usual(), all));
    }

    /** The same ports with these straits closed. */
    public Ways closing(Closure closure) {
        return new Ways(ports, places, km.closing(closure));
    }

    /** Kilometres, infinite where there is no way. */
    public double km(Port from, Port to) {
        return km.km(place(from), place(to));
    }

    private int place(Port port) {
        return Objects.requireNonNull(places.get(port.code()));
    }

    /**
     * A part of an economy's imports between two ports.
     *
     * @param share of all its imports of the good
     */
    public record Leg(String partner, Port from, Port to, double share) {}

    /** Imports by sea, port by port; what comes by land or from economies without a known port is left out. */
    public List<Leg> legs(Cargo cargo, List<Flow> flows) {
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
        return legs;
    }

    /** The share of imports that has a way as usual, and none on these. */
    public double cut(List<Leg> legs, Ways closed) {
        return legs.stream()
                .filter(leg -> Double.isFinite(km(leg.from(), leg.to()))
                        && Double.isInfinite(closed.km(leg.from(), leg.to())))
                .mapToDouble(Leg::share)
                .sum();
    }
}
