package org.jiritsu.disruption;

import static org.jiritsu.disruption.TestBan.WORLD;
import static org.jiritsu.disruption.TestBan.ban;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** Endurance, stock curves, chains and ensembles on a small world. */
class EnduranceTest {
    @Test
    void anIndustryWithoutSupplyLastsAsLongAsItsInventory() {
        List<Endurance.Lasts> lasts =
                Endurance.of(WORLD, new Disruption(WORLD, 1).run(ban(80), Recorded.NOTHING), "EAB");
        // The seller of the good itself falls at once: nobody at home may buy it.
        assertEquals(0, lasts.getFirst().days().orElseThrow());
        assertEquals(
                DisruptionRun.Cause.DEMAND,
                lasts.getFirst().chain().falls().getFirst().cause());
        assertEquals(15, lasts.get(1).days().orElseThrow(), 1.0);
        DisruptionRun.Fall fall = lasts.get(1).chain().falls().getFirst();
        assertEquals("s0", fall.input().orElseThrow());
        assertTrue(fall.supplier().orElseThrow().linkCut());
    }

    @Test
    void enoughStockKeepsTheLossWithinTheLimitAndLessDoesNot() {
        Endurance endurance = new Endurance(new Disruption(WORLD, 1));
        Stockpile kind = Stockpile.of("s0", "EAB", 0);
        Endurance.StockAnswer answer = endurance.stock(ban(60), "EAB", kind, List.of(0.0, 15.0, 30.0, 40.0), 10);
        for (int i = 1; i < answer.curve().size(); i++) {
            assertTrue(
                    answer.curve().get(i).lossMusd()
                            <= answer.curve().get(i - 1).lossMusd() + 1e-9,
                    answer.toString());
        }
        double enough = answer.enoughDays().orElseThrow();
        List<Endurance.Point> around = endurance
                .stock(ban(60), "EAB", kind, List.of(enough - 0.5, enough), 10)
                .curve();
        assertTrue(around.get(0).lossPercent() > 10 && around.get(1).lossPercent() <= 10, around.toString());
        assertTrue(answer.curve().getFirst().oneMoreDayMusd() > 0);
    }

    /**
     * A stock of a good at home stands in for what each cut supplier would have sent. Once it outlasts the stop, what is
     * still lost is what China no longer orders, less what refilling adds: stock does not change that.
     */
    @Test
    void stockHelpsWhereInputsAreSpecificToTheirSuppliers() {
        Disruption disruption = new Disruption(TestWorlds.wiod2011());
        DisruptionScenario stop = ModelPresets.inputStop("CHN", List.of("c14"), "JPN", 60);
        Endurance.StockAnswer answer = new Endurance(disruption)
                .stock(stop, "JPN", Stockpile.of("c14", "JPN", 0), List.of(0.0, 1.0, 2.0, 3.0, 8.0), 0.01);
        List<Endurance.Point> curve = answer.curve();
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.get(i).lossMusd() < curve.get(i - 1).lossMusd(), answer.toString());
        }
        assertTrue(curve.getLast().lossMusd() < 0.01 * curve.getFirst().lossMusd(), answer.toString());
        assertTrue(answer.enoughDays().orElseThrow() > 2, answer.toString());
        // A stock of one day's use of the good from everywhere is one of 15 days of what China sends, so 15 days are
        // won.
        double sent = sentByChina(disruption.world());
        Endurance.Point later = new Endurance(disruption)
                .stock(
                        ModelPresets.inputStop("CHN", List.of("c14"), "JPN", 60 - (int) Math.round(1 / sent)),
                        "JPN",
                        Stockpile.of("c14", "JPN", 0),
                        List.of(0.0),
                        1)
                .curve()
                .getFirst();
        assertEquals(later.lossMusd(), curve.get(1).lossMusd(), 0.05 * later.lossMusd());
    }

    private static double sentByChina(World world) {
        double all = 0;
        double china = 0;
        int good = world.sector("c14");
        for (int s = 0; s < world.sectorCount(); s++) {
            int buyer = world.industry(world.economy("JPN"), s);
            for (int e = 0; e < world.economyCount(); e++) {
                double flow = world.z(world.industry(e, good), buyer);
                all += flow;
                china += e == world.economy("CHN") ? flow : 0;
            }
        }
        return china / all;
    }

    @Test
    void anEnsembleIsRepeatableAndKnowsThatInventoriesHelpAndDurationHurts() {
        Ensemble ensemble = new Ensemble(new Disruption(WORLD, 1));
        List<Ensemble.Parameter> parameters =
                List.of(Ensemble.Parameter.inventoryScale(0.5, 2), Ensemble.Parameter.duration(10, 60));
        Ensemble.Spread spread = ensemble.run(
                ban(30), parameters, 24, 42, outcome -> outcome.economy("EAB").valueAddedLostMusd());
        Ensemble.Spread again = ensemble.run(
                ban(30), parameters, 24, 42, outcome -> outcome.economy("EAB").valueAddedLostMusd());
        assertEquals(spread, again);
        assertTrue(
                spread.influences().get(0).rankCorrelation() < -0.2,
                spread.influences().toString());
        assertTrue(
                spread.influences().get(1).rankCorrelation() > 0.2,
                spread.influences().toString());
        assertTrue(spread.percentile(5) <= spread.percentile(50) && spread.percentile(50) <= spread.percentile(95));
    }

    @Test
    void aLatinHypercubeDrawsEveryPartOnce() {
        double[][] values = Ensemble.latinHypercube(
                List.of(Ensemble.Parameter.inventoryScale(1, 2), Ensemble.Parameter.restockDays(10, 20)), 50, 7);
        for (int p = 0; p < 2; p++) {
            boolean[] hit = new boolean[50];
            for (double value : values[p]) {
                hit[(int) ((p == 0 ? value - 1 : (value - 10) / 10) * 50)] = true;
            }
            for (boolean one : hit) {
                assertTrue(one);
            }
        }
        assertEquals(1, Ensemble.rankCorrelation(new double[] {1, 2, 3, 9}, new double[] {0, 5, 6, 7}), 1e-12);
        assertEquals(-1, Ensemble.rankCorrelation(new double[] {1, 2, 3}, new double[] {3, 2, 1}), 1e-12);
    }
}
