package org.jiritsu.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jiritsu.exposure.CutLink;
import org.jiritsu.exposure.Cutoff;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.Industry;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** What the daily model tends to when time goes on, against the static accounting of one broken link. */
class StaticLimitTest {
    /** Nobody needs what is cut and nobody orders it elsewhere: only the sellers' lost orders are left. */
    private static final DisruptionModel ORDERS_ONLY =
            ModelPresets.lean().with(InventoryDays.of(Double.POSITIVE_INFINITY));

    private static CutLink cutoff(World world, String home, String partner, int sector) {
        try (Leontief leontief = Leontief.of(world, Kernel.best())) {
            return Cutoff.into(leontief, world.economy(home), 1e-9).link(world.economy(partner), sector);
        }
    }

    private static DisruptionRun limit(World world, String home, Selection sellers) {
        Shock cut = new Shock.LinkCut(sellers, Buyers.of(home), 1, Timing.from(0));
        return new Disruption(world, 2)
                .run(
                        DisruptionScenario.of("limit", ORDERS_ONLY, 120, cut),
                        new Recorded(
                                world.economies().stream().map(e -> e.code()).toList(), List.of(), List.of()));
    }

    /** A year of the last day's loss of value added. */
    private static double lost(DisruptionRun outcome, String economy) {
        return 365
                * outcome.series(DisruptionRun.Measure.VALUE_ADDED_LOST_MUSD, economy)
                        .values()[outcome.scenario().days() - 1];
    }

    @Test
    void lostOrdersTendToHypotheticalExtraction() {
        World world = TestWorlds.random(7, 4, 5, 0.3);
        CutLink link = cutoff(world, "EAB", "EAA", PartnerShare.ALL_SECTORS);
        DisruptionRun outcome = limit(world, "EAB", Selection.of("EAA"));
        assertEquals(link.supplierVaLostMusd(), lost(outcome, "EAA"), 1e-9 * link.supplierVaLostMusd());
        assertEquals(link.homeVaLostMusd(), lost(outcome, "EAB"), 1e-9 * link.supplierVaLostMusd());
    }

    /**
     * Final users of one economy want half as much for good: as v L = 1, the world loses value added of half of what they
     * ordered, wherever it was made.
     */
    @Test
    void fallingDemandCostsTheWorldWhatIsNoLongerOrdered() {
        World world = TestWorlds.random(7, 4, 5, 0.3);
        Shock fall = new Shock.DemandSurge(List.of("EAB"), List.of(), -0.5, Timing.from(0));
        DisruptionRun outcome = new Disruption(world, 2)
                .run(
                        DisruptionScenario.of("fall", ORDERS_ONLY, 200, fall),
                        new Recorded(
                                world.economies().stream().map(e -> e.code()).toList(), List.of(), List.of()));
        double ordered = 0;
        for (int i = 0; i < world.size(); i++) {
            ordered += world.y(i, world.economy("EAB"));
        }
        double lost = world.economies().stream()
                .mapToDouble(e -> lost(outcome, e.code()))
                .sum();
        assertEquals(0.5 * ordered, lost, 1e-9 * ordered);
    }

    /** The daily model leaves out negative flows, which WIOD 2011 has in its changes of stocks: hence the tolerance. */
    @Test
    void lostOrdersTendToHypotheticalExtractionInTheWorldOf2011() {
        World world = TestWorlds.wiod2011();
        CutLink link = cutoff(world, "JPN", "CHN", world.sector("c14"));
        DisruptionRun outcome = limit(world, "JPN", Selection.of("CHN", "c14"));
        assertEquals(link.supplierVaLostMusd(), lost(outcome, "CHN"), 2e-3 * link.supplierVaLostMusd());
        double worldLost = world.economies().stream()
                .mapToDouble(e -> lost(outcome, e.code()))
                .sum();
        assertEquals(link.worldVaLostMusd(), worldLost, 2e-3 * link.worldVaLostMusd());
    }

    /** Where every good has one maker, strict Leontief stops just the industries that use the link at any stage. */
    @Test
    void strictLeontiefStopsWhoUsesTheLinkAtAnyStage() {
        int n = 8;
        double[] z = new double[n * n];
        double[] y = new double[n * 2];
        z[0 * n + 5] = 10; // EAA_s0, the only maker of s0, sells to EAB_s1
        z[5 * n + 6] = 10; // whose product EAB_s2 needs
        z[7 * n + 4] = 10; // EAB_s3 sells to EAB_s0, which has nothing to do with it
        for (int i = 0; i < n; i++) {
            y[i * 2 + 1] = i >= 4 ? 20 : 0;
        }
        y[0] = 20;
        World world = TestWorlds.of(2, 4, z, y);
        CutLink link = cutoff(world, "EAB", "EAA", world.sector("s0"));
        Shock cut = new Shock.LinkCut(
                Selection.of("EAA", "s0"), new Buyers(List.of("EAB"), List.of(), false), 1, Timing.from(0));
        DisruptionRun outcome = new Disruption(world, 1)
                .run(DisruptionScenario.of("strict", ModelPresets.lean(), 200, cut), Recorded.NOTHING);
        assertEquals(0, outcome.industry(new Industry("EAB", "s1")).lowestShare(), 1e-9);
        assertEquals(0, outcome.industry(new Industry("EAB", "s2")).lowestShare(), 1e-9);
        assertEquals(1, outcome.industry(new Industry("EAB", "s3")).lowestShare(), 1e-9);
        long stopped = outcome.industries().stream()
                .filter(i -> i.industry().economy().equals("EAB") && i.lowestShare() < 1e-9)
                .count();
        assertEquals(link.industriesUsing(), stopped);
        assertTrue(stopped == 2);
    }
}
