package org.jiritsu.goods;

import static org.jiritsu.goods.GoodsAtHand.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrreplaceableTest {
    private static final List<Irreplaceable> JAPAN = Irreplaceable.of(STORE, "JPN", 2024);

    private static Irreplaceable good(String code) {
        return JAPAN.stream()
                .filter(i -> i.good().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What no rule flags stands among the ten: China behind the magnets that the Philippines and Viet Nam ship. */
    @Test
    void magnetsAreAmongTheTenThatNoRuleFlags() {
        assertTrue(JAPAN.indexOf(good("850511")) < 10);
        Irreplaceable.Hold hold = good("850511").hold();
        assertEquals("CHN", hold.holder());
        assertEquals(Optional.of(Stage.REFINE), hold.stage());
        assertEquals(0.913, hold.ofWorld(), 1e-12);
    }

    @Test
    void holdersAsAnyoneInTheTradeWouldName() {
        assertEquals("ZAF", good("711011").hold().holder());
        assertEquals("CHN", good("810411").hold().holder());
        assertEquals("CHN", good("250410").hold().holder());
        assertEquals("BRA", good("720293").hold().holder());
        assertEquals("AUS", good("260111").hold().holder());
    }

    @Test
    void sortedByWhatStopsAndEachCodeOnce() {
        assertEquals(
                JAPAN.size(),
                JAPAN.stream().map(i -> i.good().code()).distinct().count());
        IntStream.range(1, JAPAN.size())
                .forEach(i -> assertTrue(
                        JAPAN.get(i - 1).stops().usual() >= JAPAN.get(i).stops().usual()));
        for (Irreplaceable i : JAPAN) {
            Irreplaceable.Hold h = i.hold();
            assertTrue(
                    h.ofImports() > 0 && h.ofImports() <= 1 + 1e-9 && h.ofWorld() > 0 && h.ofWorld() <= 1,
                    i.toString());
            assertTrue(i.stops().high() <= h.grip() + 1e-12, i.toString());
        }
    }

    @Test
    void aTrendIsTheYearsOneByOne() {
        Dataset set = STORE.dataset("baci-hs92-raw74");
        List<Dependence> trend = STORE.trend(set, "284690", "JPN");
        assertEquals(
                IntStream.rangeClosed(1995, 2024).boxed().toList(),
                trend.stream().map(Dependence::year).toList());
        Dependence one = GoodsAtHand.raw(2012).of("284690", "JPN").orElseThrow();
        Dependence same = trend.get(2012 - 1995);
        assertEquals(one.suppliers(), same.suppliers());
        assertEquals(one.hhiImports(), same.hhiImports(), 1e-15);
        assertEquals(one.hhiWorldExports(), same.hhiWorldExports(), 1e-12);
    }
}
