package org.jiritsu.goods.sea;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiritsu.base.InputException;

/** Ways by sea for one class of ships under one closure. A closed strait is never on them, nor land. */
public final class Routes {
    private final SeaNetwork network;
    private final Lanes lanes;
    private final ShipClass ship;
    private final Closure closure;
    private final long closed;

    private Routes(SeaNetwork network, ShipClass ship, Closure closure) {
        this.network = network;
        this.lanes = network.lanes();
        this.ship = ship;
        this.closure = closure;
        this.closed = network.closed(closure, ship);
    }

    /** @throws InputException if the closure names a strait that does not exist */
    public static Routes of(SeaNetwork network, ShipClass ship, Closure closure) {
        return new Routes(network, ship, closure);
    }

    /**
     * The shortest way; empty if there is none.
     *
     * @throws InputException if a port lies on land
     */
    public Optional<Route> between(Port from, Port to) {
        return between(from, to, closed);
    }

    /**
     * The shortest ways from one port to several, in their order; empty where there is none.
     *
     * @throws InputException if a port lies on land
     */
    public List<Optional<Route>> between(Port from, List<Port> to) {
        Tree tree = Tree.from(lanes, network.snap(from), closed);
        return to.stream().map(port -> between(from, port, tree)).toList();
    }

    /** The way as usual and under this closure. */
    public Detour detour(Port from, Port to) {
        Optional<Route> usual = between(from, to, network.closed(new Closure(Set.of(), closure.opened()), ship));
        return Detour.of(ship, closure, usual, between(from, to));
    }

    /**
     * The shortest way and those nearly as short that pass other straits: for each strait the shortest way through it and
     * the shortest way round it, each set of straits once, shortest first. Ways that differ only in open water count as
     * one.
     *
     * @param within by how much longer a way may be, 0.01 for 1%
     */
    public List<Route> near(Port from, Port to, double within) {
        if (!(within >= 0 && within <= 1)) {
            throw InputException.use(
                    "How much longer a way may be", "a share from 0 to 1", String.valueOf(within), "0.01 is meant.");
        }
        Optional<Route> shortest = between(from, to);
        if (shortest.isEmpty()) {
            return List.of();
        }
        double most = shortest.get().km() * (1 + within);
        Map<String, Route> found = new HashMap<>();
        shortest.ifPresent(route -> found.put(key(route), route));
        for (int strait = 0; strait < network.straits().size(); strait++) {
            long bit = 1L << strait;
            if ((closed & bit) == 0) {
                between(from, to, closed | bit).ifPresent(route -> keep(found, route, most));
                through(from, to, strait).ifPresent(route -> keep(found, route, most));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Route::km).thenComparing(Routes::key))
                .toList();
    }

    private static void keep(Map<String, Route> found, Route route, double most) {
        if (route.km() <= most) {
            found.merge(key(route), route, (a, b) -> b.km() < a.km() ? b : a);
        }
    }

    private static String key(Route route) {
        return String.join("+", route.straits());
    }

    private Optional<Route> between(Port from, Port to, long shut) {
        return between(from, to, Tree.from(lanes, network.snap(from), shut));
    }

    private Optional<Route> between(Port from, Port to, Tree tree) {
        Snap a = network.snap(from);
        Snap b = network.snap(to);
        double along = Trace.along(a, b);
        double km = Math.min(tree.to(b), along);
        if (!Double.isFinite(km)) {
            return Optional.empty();
        }
        Trace trace = new Trace(network, from, a);
        if (along <= tree.to(b)) {
            return Optional.of(trace.direct(to, b, km));
        }
        return Optional.of(trace.route(to, b, tree, km));
    }

    /** The shortest way that passes one strait once, if it meets no place twice. */
    private Optional<Route> through(Port from, Port to, int strait) {
        long shut = closed | 1L << strait;
        Snap a = network.snap(from);
        Snap b = network.snap(to);
        Tree here = Tree.from(lanes, a, shut);
        Tree there = Tree.from(lanes, b, shut);
        double best = Double.POSITIVE_INFINITY;
        int gate = 0;
        boolean forward = true;
        for (int lane = 0; lane < lanes.km.length; lane++) {
            if (lanes.strait[lane] == strait) {
                double one = here.km()[lanes.from[lane]] + lanes.km[lane] + there.km()[lanes.to[lane]];
                double other = here.km()[lanes.to[lane]] + lanes.km[lane] + there.km()[lanes.from[lane]];
                if (Math.min(one, other) < best) {
                    best = Math.min(one, other);
                    gate = lane;
                    forward = one <= other;
                }
            }
        }
        return Double.isFinite(best)
                ? new Trace(network, from, a).through(to, b, here, there, gate, forward, best)
                : Optional.empty();
    }
}
