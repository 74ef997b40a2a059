package org.jiritsu.goods.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jiritsu.goods.sea.StraitShares.StraitShare;
import org.junit.jupiter.api.Test;

/** Shares of trade through straits, on flows of BACI. */
class StraitSharesTest {
    private static final List<Flow> CRUDE = Sea.flows("270900", false);
    private static final List<Flow> LNG = Sea.flows("271111", false);

    private static StraitShares japan(Cargo cargo, List<Flow> flows, Closure closure) {
        return SeaTrade.of(Sea.NETWORK, Sea.PORTS, cargo, Sea.NETWORK.ship(cargo), closure)
                .shares("JPN", SeaTrade.Side.IMPORTS, flows);
    }

    private static StraitShare share(StraitShares shares, String strait) {
        return shares.of(Sea.NETWORK.strait(strait));
    }

    @Test
    void japansCrudeAndGas() {
        StraitShares crude = japan(Cargo.CRUDE, CRUDE, Closure.usual());
        assertEquals(0.95, share(crude, "malacca").shortest(), 0.02);
        assertEquals(
                0.06, share(japan(Cargo.LNG, LNG, Closure.usual()), "hormuz").shortest(), 0.01);
        StraitShare hormuz = share(crude, "hormuz");
        assertTrue(hormuz.low() > 0.55 && hormuz.high() < 0.85 && hormuz.low() < hormuz.high(), hormuz.toString());
        StraitShare taiwan = share(crude, "taiwan");
        assertTrue(taiwan.low() < 0.05 && taiwan.high() > 0.9, "either Taiwan or Luzon: " + taiwan);
    }

    @Test
    void tonnesAreLaidLikeValue() {
        StraitShares tonnes = japan(Cargo.CRUDE, Sea.flows("270900", true), Closure.usual());
        assertEquals(0.95, share(tonnes, "malacca").shortest(), 0.02);
    }

    /** With Hormuz closed what passed it has no way left, and the rest keeps its own. */
    @Test
    void whatPassedAClosedStraitWithoutAWayRoundIsCounted() {
        StraitShares usual = japan(Cargo.CRUDE, CRUDE, Closure.usual());
        StraitShares closed = japan(Cargo.CRUDE, CRUDE, Closure.of("hormuz"));
        assertEquals(share(usual, "hormuz").shortest() * usual.total(), closed.noRoute(), 1e-9 * usual.total());
        assertEquals(0, share(closed, "hormuz").high());
        assertEquals(closed.total(), closed.bySea() + closed.noRoute(), 1e-9 * closed.total());
    }

    @Test
    void bandsAreInOrderAndSumsClose() {
        List<Flow> all = Sea.flows("all", false);
        StraitShares china =
                SeaTrade.of(Sea.NETWORK, Sea.PORTS, Cargo.GENERAL).shares("CHN", SeaTrade.Side.EXPORTS, all);
        assertEquals(
                china.total(),
                china.bySea() + china.overland() + china.unplaced() + china.noRoute(),
                1e-9 * china.total());
        for (StraitShare share : china.straits()) {
            assertTrue(0 <= share.low() && share.low() <= share.shortest(), share.toString());
            assertTrue(share.shortest() <= share.high() && share.high() <= 1 + 1e-12, share.toString());
        }
        assertTrue(china.unplaced() < 0.01 * china.total());
    }

    @Test
    void everyEconomyAtOnceIsTheSameAsOneByOne() {
        List<Flow> flows = new ArrayList<>(Sea.flows("all", false));
        flows.add(new Flow("XXX", "DEU", 1000));
        SeaTrade trade = SeaTrade.of(Sea.NETWORK, Sea.PORTS, Cargo.GENERAL);
        List<StraitShares> all = trade.shares(SeaTrade.Side.IMPORTS, flows);
        for (StraitShares one :
                all.stream().filter(s -> s.total() > 0).limit(25).toList()) {
            assertEquals(one, trade.shares(one.economy(), SeaTrade.Side.IMPORTS, flows));
        }
        StraitShares germany =
                all.stream().filter(s -> s.economy().equals("DEU")).findFirst().orElseThrow();
        assertEquals(1000, germany.unplaced());
    }

    /** The band of the ways within 1% holds each strait of each such way that the routes name. */
    @Test
    void bandsHoldTheNearlyShortestRoutes() {
        Port from = Sea.port("SAYNB");
        Port to = Sea.port("JPOIT");
        List<Flow> one = List.of(new Flow("SAU", "JPN", 1));
        StraitShares shares = japan(Cargo.CRUDE, one, Closure.usual());
        for (Route route : Routes.of(Sea.NETWORK, Sea.NETWORK.ship("vlcc"), Closure.usual())
                .near(from, to, 0.01)) {
            for (String strait : route.straits()) {
                assertTrue(share(shares, strait).high() > 0, strait);
            }
        }
    }

    @Test
    void rangesOfTerminalsOpenTheBand() {
        StraitShares saudi = japan(Cargo.CRUDE, List.of(new Flow("SAU", "JPN", 100)), Closure.usual());
        StraitShare hormuz = share(saudi, "hormuz");
        assertEquals(0.80, hormuz.low(), 1e-9);
        assertEquals(0.88, hormuz.shortest(), 1e-9);
        assertEquals(0.90, hormuz.high(), 1e-9);
    }

    @Test
    void neighboursByLandPassNoStrait() {
        SeaTrade trade = SeaTrade.of(Sea.NETWORK, Sea.PORTS, Cargo.GENERAL);
        StraitShares shares = trade.shares(
                "DEU", SeaTrade.Side.IMPORTS, List.of(new Flow("POL", "DEU", 5), new Flow("CHN", "DEU", 5)));
        assertEquals(5, shares.overland());
        assertEquals(0.5, share(shares, "suez").shortest(), 1e-9);
    }
}
