package org.jiritsu.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.world.Industry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The bundled studies on WIOD 2011, all economies but theirs in one: what Japan loses of each supplier is the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelPresetsTest {
    private final Disruption disruption =
            new Disruption(TestWorlds.joined(TestWorlds.wiod2011(), "JPN", "CHN", "KOR", "TWN"));

    /** The joining changes little of what is told: the same figures from the whole table. */
    @Test
    void theJoinedWorldTellsWhatTheWholeOneTells() {
        DisruptionScenario stop = ModelPresets.inputStop("CHN", List.of("c14"), "JPN", 30);
        double whole = new Disruption(TestWorlds.wiod2011())
                .run(stop, Recorded.NOTHING)
                .economy("JPN")
                .valueAddedLostMusd();
        assertEquals(whole, stop(30).economy("JPN").valueAddedLostMusd(), 0.01 * whole);
    }

    private DisruptionRun stop(int days) {
        return disruption.run(ModelPresets.inputStop("CHN", List.of("c14"), "JPN", days), Recorded.NOTHING);
    }

    /** The convexity that Inoue & Todo (2023) report for firms: twice the time, more than twice the loss. */
    @Test
    void aStopOfElectronicsTwiceAsLongCostsMoreThanTwice() {
        double one = stop(30).economy("JPN").valueAddedLostMusd();
        DisruptionRun two = stop(60);
        assertTrue(two.economy("JPN").valueAddedLostMusd() > 2.2 * one, one + " and " + two.economy("JPN"));
        assertEquals(new Industry("JPN", "c33"), two.falls().getFirst().industry());
        assertEquals(
                new Industry("CHN", "c14"),
                two.falls().getFirst().supplier().orElseThrow().industry());
        assertEquals(10, two.falls().getFirst().day());
    }

    /** Without a supplier of 24% of its water transport an industry makes 76%, and goes on buying the rest: no spiral. */
    @Test
    void aYearWithoutTwoNeighboursSettlesAtTheScarcestInput() {
        DisruptionRun outcome = disruption.run(
                ModelPresets.longWar("JPN", List.of("CHN", "KOR")), new Recorded(List.of("JPN"), List.of(), List.of()));
        double[] made =
                outcome.series(DisruptionRun.Measure.PRODUCTION_MUSD, "JPN").values();
        assertEquals(made[60], made[364], 1e-3 * made[0]);
        assertEquals(0.775, outcome.economy("JPN").lowestShare(), 0.01);
    }

    @Test
    void losingTaiwansElectronicsCostsTaiwanMostOfItsOutputOfThem() {
        DisruptionRun outcome = disruption.run(ModelPresets.lossOfIndustry("TWN", List.of("c14")), Recorded.NOTHING);
        assertEquals(0, outcome.industry(new Industry("TWN", "c14")).lowestShare(), 1e-12);
        assertTrue(outcome.economy("JPN").valueAddedLostMusd() > 0);
        assertTrue(outcome.economy("TWN").valueAddedLostPercent() > 10);
    }

    /** While stocks do not outlast the stop; after that only lost orders are left, which no stock gives back. */
    @Test
    void moreInventoryNeverLosesMoreAndALongerStopNeverLosesLess() {
        List<DisruptionScenario> stocks = Stream.of(2, 5, 10, 20, 40, 55)
                .map(days -> {
                    DisruptionScenario stop = ModelPresets.inputStop("CHN", List.of("c14"), "JPN", 60);
                    return stop.with(stop.model().with(InventoryDays.of(days)));
                })
                .toList();
        assertFalling(losses(stocks));
        List<DisruptionScenario> times = Stream.of(120, 90, 60, 30, 15, 5)
                .map(days -> ModelPresets.inputStop("CHN", List.of("c14"), "JPN", days))
                .toList();
        assertFalling(losses(times));
        DisruptionModel partial = ModelPresets.partial(disruption.world());
        assertFalling(losses(times.stream().map(s -> s.with(partial)).toList()));
    }

    private double[] losses(List<DisruptionScenario> scenarios) {
        return disruption.runAll(scenarios, Recorded.NOTHING).stream()
                .mapToDouble(o -> o.economy("JPN").valueAddedLostMusd())
                .toArray();
    }

    private static void assertFalling(double[] losses) {
        for (int i = 1; i < losses.length; i++) {
            assertTrue(losses[i] <= losses[i - 1], java.util.Arrays.toString(losses));
        }
        assertTrue(losses[0] > 3 * losses[losses.length - 1], java.util.Arrays.toString(losses));
    }

    /** Japan's private households make nothing in this table. */
    @Test
    void losingAnIndustryThatMakesNothingChangesNothing() {
        DisruptionRun outcome = disruption.run(ModelPresets.lossOfIndustry("JPN", List.of("c35")), Recorded.NOTHING);
        assertEquals(0, outcome.valueAddedLostMusd(), 1e-6);
        assertEquals(List.of(new Warning.NoOutput(Selection.of("JPN", "c35"))), outcome.warnings());
    }

    /** Doing without what is not critical, finding others, and capacity to spare each lower the loss of a year. */
    @Test
    void milderAssumptionsLoseLess() {
        DisruptionScenario war = ModelPresets.longWar("JPN", List.of("CHN", "KOR"));
        DisruptionModel partial = ModelPresets.partial(disruption.world()).with(new Overproduction(1.1, 1.25, 365));
        double[] losses = losses(List.of(
                war,
                war.with(partial.with(new Substitution.Specific(180))),
                war.with(partial.with(new Substitution.Specific(30)))));
        assertTrue(losses[0] > losses[1] && losses[1] > losses[2] && losses[2] > 0, java.util.Arrays.toString(losses));
    }
}
