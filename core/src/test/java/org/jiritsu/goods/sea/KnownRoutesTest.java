package org.jiritsu.goods.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lengths within 1% of those worked out apart on the same network, and the straits that anyone would name. */
class KnownRoutesTest {
    private static final Port YOKOHAMA = Sea.port("JPYOK");
    private static final Port RAS_TANURA = Sea.port("SARTA");
    private static final Port ROTTERDAM = Sea.port("NLRTM");

    private static Route route(Port from, Port to, String... closed) {
        return Sea.routes(closed).between(from, to).orElseThrow();
    }

    private static void assertKm(double expected, Route route) {
        assertEquals(expected, route.km(), expected * 0.01, route.straits().toString());
    }

    @Test
    void crudeFromTheGulf() {
        assertKm(12_453, route(YOKOHAMA, RAS_TANURA));
        assertTrue(route(YOKOHAMA, RAS_TANURA).straits().containsAll(List.of("malacca", "hormuz")));
        assertKm(13_512, route(YOKOHAMA, RAS_TANURA, "malacca"));
        assertTrue(route(YOKOHAMA, RAS_TANURA, "malacca").straits().contains("sunda"));
        assertKm(14_291, route(YOKOHAMA, RAS_TANURA, "malacca", "sunda"));
        assertTrue(route(YOKOHAMA, RAS_TANURA, "malacca", "sunda").straits().contains("lombok"));
        assertEquals(Optional.empty(), Sea.routes("hormuz").between(YOKOHAMA, RAS_TANURA));
    }

    @Test
    void europe() {
        assertKm(21_154, route(YOKOHAMA, ROTTERDAM));
        assertTrue(route(YOKOHAMA, ROTTERDAM).straits().contains("suez"));
        assertKm(23_572, route(YOKOHAMA, ROTTERDAM, "suez"));
        assertTrue(route(YOKOHAMA, ROTTERDAM, "suez").straits().contains("panama"));
        assertKm(27_241, route(YOKOHAMA, ROTTERDAM, "suez", "panama"));
        assertTrue(route(YOKOHAMA, ROTTERDAM, "suez", "panama").straits().contains("goodhope"));
    }

    @Test
    void acrossThePacific() {
        assertKm(9_176, route(YOKOHAMA, Sea.port("USLAX")));
    }

    @Test
    void pipelinesLeadRoundHormuz() {
        for (String outside : List.of("AEFJR", "SAYNB", "OMMFH")) {
            assertTrue(Sea.routes("hormuz").between(YOKOHAMA, Sea.port(outside)).isPresent(), outside);
        }
        for (String inside : List.of("IRBND", "AEJEA", "KWMEA", "QARLF", "IQBSR", "BHKBS", "SADMM", "IRKHK", "AEDAS")) {
            assertTrue(Sea.routes("hormuz").between(YOKOHAMA, Sea.port(inside)).isEmpty(), inside);
        }
    }

    @Test
    void closedSeas() {
        assertTrue(Sea.routes("bosporus").between(Sea.port("UAODS"), ROTTERDAM).isEmpty());
        assertTrue(
                Sea.routes("dardanelles").between(Sea.port("ROCND"), ROTTERDAM).isEmpty());
        assertTrue(Sea.routes("oresund_belts")
                .between(Sea.port("PLGDN"), ROTTERDAM)
                .isEmpty());
        assertTrue(Sea.routes("gibraltar", "suez")
                .between(Sea.port("FRFOS"), ROTTERDAM)
                .isEmpty());
        assertTrue(Sea.routes("babelmandeb", "suez")
                .between(Sea.port("SAJED"), YOKOHAMA)
                .isEmpty());
    }

    @Test
    void theArcticIsClosedUnlessOpened() {
        assertTrue(route(YOKOHAMA, ROTTERDAM).straits().stream().noneMatch("northeast"::equals));
        Closure summer = Closure.usual().opening("northeast");
        Route route = Routes.of(Sea.NETWORK, Sea.CONTAINER, summer)
                .between(YOKOHAMA, ROTTERDAM)
                .orElseThrow();
        assertTrue(
                route.straits().contains("northeast") && route.km() < 15_000,
                route.straits().toString());
    }

    @Test
    void largeShipsDoNotPassPanama() {
        Routes bulk = Routes.of(Sea.NETWORK, Sea.NETWORK.ship("capesize"), Closure.usual());
        Route round = bulk.between(Sea.port("USHOU"), YOKOHAMA).orElseThrow();
        assertTrue(!round.straits().contains("panama"), round.straits().toString());
        assertTrue(route(Sea.port("USHOU"), YOKOHAMA).straits().contains("panama"));
        Strait panama = Sea.NETWORK.strait("panama");
        assertFalse(Sea.NETWORK.passable(panama, Sea.NETWORK.ship("capesize"), Closure.usual()));
        assertTrue(Sea.NETWORK.passable(panama, Sea.CONTAINER, Closure.usual()));
        assertFalse(Sea.NETWORK.passable(panama, Sea.CONTAINER, Closure.of("panama")));
    }

    @Test
    void aDetourCostsDaysAndMoney() {
        Detour detour = Routes.of(Sea.NETWORK, Sea.NETWORK.ship("vlcc"), Closure.of("malacca"))
                .detour(YOKOHAMA, RAS_TANURA);
        Detour.Added added = detour.added().orElseThrow();
        assertEquals(13_512 - 12_453, added.km(), 15);
        assertEquals(added.km() / (12.5 * 1.852 * 24), added.days(), 1e-9);
        assertEquals(added.days() * 75_000, added.usd(), 1e-6);
        assertTrue(added.usdLow() < added.usd() && added.usd() < added.usdHigh());
        Detour none = Sea.routes("hormuz").detour(YOKOHAMA, RAS_TANURA);
        assertTrue(none.before().isPresent()
                && none.after().isEmpty()
                && none.added().isEmpty());
    }

    @Test
    void nearlyShortestWaysDifferInStraits() {
        List<Route> near = Sea.routes().near(YOKOHAMA, RAS_TANURA, 0.01);
        assertTrue(near.stream().anyMatch(route -> route.straits().contains("taiwan")));
        assertTrue(near.stream().anyMatch(route -> route.straits().contains("luzon")));
        assertTrue(near.stream().allMatch(route -> route.km() <= near.getFirst().km() * 1.01));
        assertEquals(near.size(), near.stream().map(Route::straits).distinct().count());
        Route taiwan = near.stream()
                .filter(route -> route.straits().contains("taiwan"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.003, taiwan.km() / near.getFirst().km() - 1, 0.001);
    }
}
