package org.jiritsu.goods.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must hold of every way at sea, looked at on ports drawn with a stated seed. */
class SeaPropertiesTest {
    private static final List<Port> PORTS = Sea.some(60, 11);
    private static final Distances OPEN = Distances.between(Sea.NETWORK, Sea.CONTAINER, Closure.usual(), PORTS);
    private static final LandMask LAND = LandMask.read(Sea.FOLDER.resolve("land.bin.gz"));

    @Test
    void thereAndBackAreAsLong() {
        for (int i = 0; i < OPEN.size(); i++) {
            assertEquals(0, OPEN.km(i, i));
            for (int j = 0; j < i; j++) {
                assertEquals(OPEN.km(i, j), OPEN.km(j, i), 1e-9 * OPEN.km(i, j));
            }
        }
    }

    /** Off the lanes a port's own way to its lane counts in each leg, so a stop is never shorter. */
    @Test
    void aStopOnTheWayIsNeverShorter() {
        for (int i = 0; i < OPEN.size(); i++) {
            for (int j = 0; j < OPEN.size(); j++) {
                for (int k = 0; k < OPEN.size(); k++) {
                    assertTrue(OPEN.km(i, j) <= OPEN.km(i, k) + OPEN.km(k, j) + 1e-6);
                }
            }
        }
    }

    @Test
    void closingNeverShortensAndRepairEqualsStartingAfresh() {
        for (Strait strait : Sea.NETWORK.straits()) {
            Closure closure = Closure.of(strait.code());
            Distances closed = OPEN.closing(closure);
            Distances afresh = Distances.between(Sea.NETWORK, Sea.CONTAINER, closure, PORTS);
            for (int i = 0; i < OPEN.size(); i++) {
                for (int j = 0; j < OPEN.size(); j++) {
                    assertTrue(closed.km(i, j) >= OPEN.km(i, j), strait.code());
                    assertEquals(afresh.km(i, j), closed.km(i, j), strait.code());
                }
            }
        }
    }

    @Test
    void distancesAreThoseOfRoutes() {
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < i; j++) {
                double km = Sea.routes()
                        .between(PORTS.get(i), PORTS.get(j))
                        .orElseThrow()
                        .km();
                assertEquals(OPEN.km(i, j), km, 1e-9 * km);
            }
        }
    }

    @Test
    void aRoutesLineIsAsLongAsTheRoute() {
        for (int i = 1; i < PORTS.size(); i++) {
            Route route = Sea.routes().between(PORTS.get(i - 1), PORTS.get(i)).orElseThrow();
            assertEquals(route.km(), length(route.line()), 0.002 * route.km() + 1, route.from() + " " + route.to());
            assertEquals(route.from().at(), route.line().getFirst());
            assertEquals(route.to().at(), route.line().getLast());
        }
    }

    private static double length(List<Point> line) {
        double km = 0;
        for (int i = 1; i < line.size(); i++) {
            km += Globe.km(vector(line.get(i - 1)), vector(line.get(i)));
        }
        return km;
    }

    private static double[] vector(Point at) {
        return Globe.vector(at.lon(), at.lat());
    }

    @Test
    void noRouteNamesOrCrossesAClosedGate() {
        for (Strait strait : Sea.NETWORK.straits()) {
            Routes routes = Sea.routes(strait.code());
            for (int i = 1; i < 25; i++) {
                routes.between(PORTS.get(i - 1), PORTS.get(i)).ifPresent(route -> assertClear(route, strait));
            }
        }
    }

    private static void assertClear(Route route, Strait strait) {
        assertTrue(!route.straits().contains(strait.code()), strait.code() + route.straits());
        for (int i = 1; i < route.line().size() && !strait.gate().isEmpty(); i++) {
            assertTrue(
                    !Snapper.crosses(
                            route.line().get(i - 1),
                            route.line().get(i),
                            strait.gate().get(0),
                            strait.gate().get(1)),
                    () -> strait.code() + " is crossed by " + route.from() + " to " + route.to() + route.straits());
        }
    }

    /** The bundled ways: rivers and canals apart, no way lies more than 60 km inside the land (Suez 110 km). */
    @Test
    void routesKeepToTheWater() {
        Set<String> canals = Set.of("suez", "panama");
        for (int i = 1; i < PORTS.size(); i++) {
            Route route = Sea.routes().between(PORTS.get(i - 1), PORTS.get(i)).orElseThrow();
            double onLand = 0;
            for (int k = 2; k + 1 < route.line().size(); k++) {
                onLand += onLand(route.line().get(k - 1), route.line().get(k));
            }
            double most = 60 + (new HashSet<>(route.straits()).removeAll(canals) ? 110 : 0);
            assertTrue(onLand <= most, onLand + " km over land from " + route.from() + " to " + route.to());
        }
    }

    private static double onLand(Point a, Point b) {
        double km = Globe.km(vector(a), vector(b));
        int steps = (int) Math.max(1, km / 2);
        int dry = 0;
        for (int i = 0; i < steps; i++) {
            dry += LAND.land(Globe.point(Globe.between(vector(a), vector(b), (i + 0.5) / steps))) ? 1 : 0;
        }
        return km * dry / steps;
    }

    @Test
    void everyPortJoinsALane() {
        for (Port port : Sea.PORTS.all()) {
            Snap snap = Sea.NETWORK.snap(port);
            assertTrue(snap.off() < 500, port + " " + snap);
            assertEquals(Lanes.NO_STRAIT, Sea.NETWORK.lanes().strait[snap.lane()], port.toString());
        }
    }

    @Test
    void aMapGetsLanesThinnedButWhole() {
        List<List<Point>> lines = Sea.NETWORK.drawing(PORTS, Sea.CONTAINER);
        int points = lines.stream().mapToInt(List::size).sum();
        assertTrue(lines.size() > 100 && points < 8000, lines.size() + " lines, " + points + " points");
        assertTrue(lines.stream().allMatch(line -> line.size() >= 2));
    }
}
