package org.jiritsu.disruption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.world.Industry;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of shock, recovery and answer to it does what it is said to do, to the digit where that can be worked out. */
class ShocksTest {
    private static final World WORLD = TestWorlds.random(7, 4, 5, 0.3);
    private static final Disruption DISRUPTION = new Disruption(WORLD, 1);
    /** Inputs never bind and capacity never grows: what is made is orders or capacity. */
    private static final DisruptionModel CAPACITY = ModelPresets.lean()
            .with(InventoryDays.of(Double.POSITIVE_INFINITY))
            .with(new Substitution.None())
            .with(new Overproduction(1, 1, 365));

    private static final DisruptionModel STRICT = ModelPresets.lean().with(InventoryDays.of(15));

    private static DisruptionRun run(DisruptionModel model, Industry industry, Shock... shocks) {
        return DISRUPTION.run(
                DisruptionScenario.of("one", model, 120, shocks),
                new Recorded(List.of("EAA", "EAB"), List.of(industry), List.of(new Recorded.Stock(industry, "s0"))));
    }

    /** Production day by day, over that of before. */
    private static double[] made(DisruptionRun outcome, String industry) {
        double[] made = outcome.series(Measure.PRODUCTION_MUSD, industry).values();
        return Arrays.stream(made).map(value -> value / made[0]).toArray();
    }

    private static double lost(DisruptionModel model, Shock... shocks) {
        return run(model, new Industry("EAB", "s1"), shocks).economy("EAB").valueAddedLostMusd();
    }

    private static Shock cut(double share, String... sellers) {
        return new Shock.LinkCut(
                new Selection(List.of(sellers), List.of("s0", "s1")), Buyers.of("EAB"), share, Timing.of(5, 60));
    }

    @Test
    void aCoalitionHurtsMoreThanItsMembersAndAFullBanMoreThanAQuota() {
        double one = lost(STRICT, cut(1, "EAA"));
        double other = lost(STRICT, cut(1, "EAC"));
        double both = lost(
                STRICT, Shock.LinkCut.embargo(List.of("EAA", "EAC"), List.of("s0", "s1"), "EAB", Timing.of(5, 60)));
        assertTrue(both > Math.max(one, other), one + " and " + other + ", together " + both);
        assertTrue(
                lost(STRICT, cut(0.3, "EAA")) < lost(STRICT, cut(0.6, "EAA")) && lost(STRICT, cut(0.6, "EAA")) < one);
        assertEquals(both, lost(STRICT, cut(1, "EAA"), cut(1, "EAC")), 1e-9 * both, "said in one or in two");
    }

    /** What a seller loses is what the ban names: buyer by good. */
    @Test
    void aBanTouchesTheNamedBuyersAndGoodsOnly() {
        Shock ban = new Shock.LinkCut(
                Selection.of("EAA", "s0"), new Buyers(List.of("EAB"), List.of("s1"), false), 1, Timing.of(5, 60));
        double[] made = run(CAPACITY, new Industry("EAA", "s0"), ban)
                .series(Measure.PRODUCTION_MUSD, "EAA_s0")
                .values();
        double flow = WORLD.z(WORLD.industry(0, 0), WORLD.industry(1, 1)) / 365;
        assertTrue(flow > 0);
        assertEquals(made[4] - flow, made[5], 1e-9 * made[0]);
    }

    /** Without an input the share c of an industry stops, of several suppliers as much as the one who stopped had sent. */
    @Test
    void anIndustryLosesTheShareThatCannotDoWithoutTheInput() {
        DisruptionModel partial = STRICT.with(new InputRule.PartiallyBinding(Map.of(
                "s0",
                Map.of("", 0.22),
                "s1",
                Map.of("", 0.0),
                "s2",
                Map.of("", 0.0),
                "s3",
                Map.of("", 0.0),
                "s4",
                Map.of("", 0.0))));
        int hardest = IntStream.range(0, 5)
                .boxed()
                .max(Comparator.comparingDouble(ShocksTest::fromTheFirst))
                .orElseThrow();
        Shock cut = new Shock.LinkCut(Selection.of("EAA", "s0"), Buyers.of("EAB"), 1, Timing.of(5, 60));
        double lowest = Arrays.stream(made(run(partial, new Industry("EAB", "s" + hardest), cut), "EAB_s" + hardest))
                .min()
                .orElseThrow();
        assertTrue(fromTheFirst(hardest) > 0.1);
        assertEquals(1 - 0.22 * fromTheFirst(hardest), lowest, 1e-9);
    }

    /** Share of the first economy in what an industry of the second buys of the first good. */
    private static double fromTheFirst(int sector) {
        int buyer = WORLD.industry(1, sector);
        double all = IntStream.range(0, WORLD.economyCount())
                .mapToDouble(c -> WORLD.z(WORLD.industry(c, 0), buyer))
                .sum();
        return all > 0 ? WORLD.z(WORLD.industry(0, 0), buyer) / all : 0;
    }

    /** A link slowed by less than the inventory is not felt; slowed by more, for the days between. */
    @Test
    void aSlowedLinkIsFeltOnceItOutlastsTheInventory() {
        Shock.LinkDelay slow = new Shock.LinkDelay(Selection.of("EAA", "s0"), Buyers.of("EAB"), 14, Timing.of(5, 60));
        DisruptionRun mild = run(STRICT, new Industry("EAB", "s1"), slow);
        assertEquals(1, made(mild, "EAB_s1")[25], 1e-3);
        DisruptionRun hard = run(
                STRICT,
                new Industry("EAB", "s1"),
                new Shock.LinkDelay(slow.sellers(), slow.buyers(), 25, slow.timing()));
        double[] made = made(hard, "EAB_s1");
        assertEquals(1, made[19], 1e-3, "15 days after the last delivery");
        assertTrue(made[20] < 0.95 && made[29] < 0.95, Arrays.toString(made));
        assertEquals(1, made[45], 0.05, "what was under way has come");
        assertEquals(
                Optional.of(new Industry("EAA", "s0")),
                hard.series(Measure.SUPPLIER_INVENTORY_DAYS, "EAB_s1").supplier());
    }

    @ParameterizedTest
    @CsvSource({
        "AT_ONCE, 0, 0, 0",
        "LINEAR, 20, 0.75, 0.25",
        "CONCAVE, 20, 0.99, 0.05",
        "CONVEX, 20, 0.36, 0.05",
        "NEVER, 0, 1, 1"
    })
    void capacityComesBackAsItsRecoverySays(Recovery recovery, int days, double after5, double after15) {
        Timing timing = new Timing(10, 30, recovery, days);
        double[] made = made(
                run(
                        CAPACITY,
                        new Industry("EAB", "s3"),
                        wanted("s3"),
                        new Shock.CapacityLoss(Selection.of("EAB", "s3"), 0.8, timing)),
                "EAB_s3");
        assertEquals(1, made[9], 1e-12);
        assertEquals(0.2, made[10], 1e-12);
        assertEquals(0.2, made[39], 1e-12);
        assertEquals(1 - 0.8 * after5, made[44], 0.01);
        assertEquals(1 - 0.8 * after15, made[54], 0.01);
        for (int day = 1; day < made.length; day++) {
            assertEquals(1 - 0.8 * timing.strength(day), made[day], 1e-9, "day " + day);
        }
    }

    /** So many orders for a good that capacity alone decides what is made. */
    private static Shock wanted(String good) {
        return new Shock.DemandSurge(List.of(), List.of(good), 20, Timing.from(0));
    }

    /** Two losses of half leave a quarter while both last. */
    @Test
    void shocksWithDatesOfTheirOwnMultiply() {
        double[] made = made(
                run(
                        CAPACITY,
                        new Industry("EAB", "s3"),
                        wanted("s3"),
                        new Shock.CapacityLoss(Selection.of("EAB", "s3"), 0.5, Timing.of(10, 30)),
                        new Shock.CapacityLoss(Selection.of("EAB"), 0.5, Timing.of(20, 40))),
                "EAB_s3");
        assertEquals(
                List.of(1.0, 0.5, 0.25, 0.5, 1.0),
                List.of(round(made[9]), round(made[15]), round(made[30]), round(made[45]), round(made[60])));
    }

    /** A quota is what a link carries at most: of two the tighter holds, for industries and for final users. */
    @Test
    void ofTwoQuotasTheTighterHolds() {
        assertEquals(lost(STRICT, cut(0.6, "EAA")), lost(STRICT, cut(0.6, "EAA"), cut(0.4, "EAA")));
        assertEquals(lost(STRICT, cut(0.6, "EAA")), lost(STRICT, cut(0.4, "EAA"), cut(0.6, "EAA")));
        DisruptionRun once = run(STRICT, new Industry("EAB", "s1"), cut(0.5, "EAA"));
        DisruptionRun twice = run(STRICT, new Industry("EAB", "s1"), cut(0.5, "EAA"), cut(0.5, "EAA"));
        assertArrayEquals(
                once.series(Measure.UNMET_FINAL_ORDERS_MUSD, "EAB").values(),
                twice.series(Measure.UNMET_FINAL_ORDERS_MUSD, "EAB").values());
    }

    private static double round(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    /** Final users want twice as much: capacity is what is made, and it grows evenly to half as much again in ten days. */
    @Test
    void surgeCapacityRampsUp() {
        Shock more = new Shock.CapacitySurge(Selection.of("EAC", "s4"), 0.5, 10, Timing.from(20));
        double[] made = made(run(CAPACITY, new Industry("EAC", "s4"), wanted("s4"), more), "EAC_s4");
        for (int day = 1; day < made.length; day++) {
            assertEquals(1 + 0.5 * Math.clamp((day - 19) / 10.0, 0, 1), made[day], 1e-9, "day " + day);
        }
    }

    @Test
    void whatASurgeWantsAndDoesNotGetIsCounted() {
        DisruptionRun outcome = run(
                CAPACITY,
                new Industry("EAB", "s4"),
                new Shock.DemandSurge(List.of("EAB"), List.of("s4"), 0.5, Timing.of(10, 5)));
        double[] unmet = outcome.series(Measure.UNMET_FINAL_ORDERS_MUSD, "EAB").values();
        double expected = 0;
        for (int e = 0; e < WORLD.economyCount(); e++) {
            int seller = WORLD.industry(e, 4);
            double usual = WORLD.y(seller, 1) / 365;
            double made = DISRUPTION.output(seller);
            expected += 1.5 * usual * (1 - made / (made + 0.5 * usual));
        }
        assertEquals(0, unmet[9]);
        assertEquals(expected, unmet[10], 1e-9 * expected, "the shortage is shared with all who order");
        assertTrue(unmet[20] < 1e-2 * expected, "over with it: " + unmet[20]);
    }

    /** Users served first get their orders as long as there is enough for them; the others pay for it. */
    @Test
    void statedUsersAreServedFirst() {
        Shock loss = new Shock.CapacityLoss(new Selection(List.of(), List.of("s0")), 0.5, Timing.of(5, 60));
        DisruptionRun shared = run(CAPACITY, new Industry("EAC", "s0"), loss);
        DisruptionRun first = run(
                CAPACITY.with(new Rationing.Priority(List.of(new Buyers(List.of("EAA"), List.of("s0"), true)))),
                new Industry("EAC", "s0"),
                loss);
        assertEquals(0, unmet(first, "EAA"), 1e-9);
        assertTrue(unmet(shared, "EAA") > 0);
        assertTrue(unmet(first, "EAB") > unmet(shared, "EAB"));
    }

    private static double unmet(DisruptionRun outcome, String economy) {
        return outcome.series(Measure.UNMET_FINAL_ORDERS_MUSD, economy).values()[30];
    }

    /** None, slow, quick, free. */
    @Test
    void theSoonerOthersAreFoundTheLessIsLost() {
        DisruptionModel spare = STRICT.with(new Overproduction(1.3, 1.3, 365));
        double last = lost(spare, cut(1, "EAA"));
        for (double days : new double[] {120, 30, 5, 1}) {
            double lost = lost(spare.with(new Substitution.Specific(days)), cut(1, "EAA"));
            assertTrue(lost < last, days + " days lose " + lost + ", not less than " + last);
            last = lost;
        }
    }
}
