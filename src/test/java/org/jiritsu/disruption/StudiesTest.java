package org.jiritsu.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The bundled studies on WIOD 2011. */
class StudiesTest {
    private final Disruption disruption = new Disruption(TestWorlds.wiod2011());

    private Outcome stop(int days) {
        return disruption.run(Studies.inputStop("CHN", List.of("c14"), "JPN", days), Watch.NOTHING);
    }

    /** The convexity that Inoue & Todo report for firms: twice the time, more than twice the loss. */
    @Test
    void aStopOfElectronicsTwiceAsLongCostsMoreThanTwice() {
        double one = stop(30).economy("JPN").valueAddedLostMusd();
        Outcome two = stop(60);
        assertTrue(two.economy("JPN").valueAddedLostMusd() > 2.2 * one, one + " and " + two.economy("JPN"));
        assertEquals("JPN_c33", two.falls().getFirst().industry());
        assertEquals("CHN_c14", two.falls().getFirst().supplier().orElseThrow().industry());
        assertEquals(10, two.falls().getFirst().day());
    }

    /** Without a supplier of 24% of its water transport an industry makes 76%, and goes on buying the rest: no spiral. */
    @Test
    void aYearWithoutTwoNeighboursSettlesAtTheScarcestInput() {
        Outcome outcome = disruption.run(Studies.longWar("JPN", List.of("CHN", "KOR")),
                new Watch(List.of("JPN"), List.of(), List.of()));
        double[] made = outcome.series(Outcome.Measure.PRODUCTION_MUSD, "JPN").values();
        assertEquals(made[60], made[364], 1e-3 * made[0]);
        assertEquals(0.775, outcome.economy("JPN").lowestShare(), 0.01);
    }

    @Test
    void losingTaiwansElectronicsCostsTaiwanMostOfItsOutputOfThem() {
        Outcome outcome = disruption.run(Studies.lossOfIndustry("TWN", List.of("c14")), Watch.NOTHING);
        assertEquals(0, outcome.industry("TWN_c14").lowestShare(), 1e-12);
        assertTrue(outcome.economy("JPN").valueAddedLostMusd() > 0);
        assertTrue(outcome.economy("TWN").valueAddedLostPercent() > 10);
    }
}
