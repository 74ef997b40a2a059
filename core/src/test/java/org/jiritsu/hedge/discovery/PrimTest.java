package org.jiritsu.hedge.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against ema_workbench 2.5.3 on the data of Bryant & Lempert (2010), and on boxes known beforehand. */
class PrimTest {
    private static final int COST = 0;

    private final Cases cases = BryantLempert.cases();
    private final Prim prim = Prim.USUAL;

    @Test
    void everyBoxOfThePublishedTrajectoryIsFound() {
        List<String> published = BryantLempert.lines("peeling.csv");
        List<Box> boxes = prim.trajectory(cases);
        assertEquals(published.size() - 1, boxes.size());
        for (int b = 0; b < boxes.size(); b++) {
            String[] row = published.get(b + 1).split(",");
            Box.Score score = boxes.get(b).on(cases);
            assertEquals(Double.parseDouble(row[1]), score.coverage(), 1e-12, "coverage of box " + b);
            assertEquals(Double.parseDouble(row[2]), score.density(), 1e-12, "density of box " + b);
            assertEquals(Double.parseDouble(row[5]), score.mass(), 1e-12, "mass of box " + b);
            assertEquals(Integer.parseInt(row[8]), boxes.get(b).asked().size(), "conditions of box " + b);
        }
    }

    @Test
    void box21HasThePublishedLimits() {
        Map<String, Double> limits = new TreeMap<>();
        Box box = prim.trajectory(cases).get(21);
        for (Limit limit : box.asked()) {
            assertTrue(limit.hasLow() ^ limit.hasHigh());
            limits.put(
                    cases.factors().get(limit.factor()).name() + (limit.hasLow() ? " >=" : " <="),
                    limit.hasLow() ? limit.low() : limit.high());
        }
        assertEquals(4, limits.size());
        assertEquals(755.8, limits.getOrDefault("Total biomass <=", 0.0), 0.05);
        assertEquals(-0.422, limits.getOrDefault("Demand elasticity >=", 0.0), 0.0005);
        assertEquals(150.05, limits.getOrDefault("Biomass backstop price >=", 0.0), 0.005);
        assertEquals(72.65, limits.getOrDefault("Cellulosic cost >=", 0.0), 0.005);
    }

    @Test
    void quasiPAndTheBoxWithoutCostAreThePublishedOnes() {
        Box box = prim.trajectory(cases).get(21);
        double p = QuasiP.of(box, cases).stream()
                .filter(one -> one.factor() == COST)
                .findFirst()
                .orElseThrow()
                .value();
        assertEquals(0.157, p, 0.0005);
        Box.Score without = box.without(COST).on(cases);
        assertEquals(0.764045, without.coverage(), 5e-7);
        assertEquals(0.715789, without.density(), 5e-7);
    }

    @Test
    void aSecondBoxIsNotDenseEnough() {
        Cases left = cases.outside(prim.trajectory(cases).get(21).without(COST));
        double densest = prim.trajectory(left, cases.size()).stream()
                .mapToDouble(box -> box.on(left).density())
                .max()
                .orElseThrow();
        assertEquals(0.354, densest, 0.0005);
        assertEquals(1, prim.cover(cases, 0.7, 0.05, 4).size());
    }

    @Test
    void whatIsFoundHoldsInHalvesAndOnFreshCases() {
        Cases known = square(2000, 1);
        Prim.Discovered found = prim.find(known, 0.9, 0.05).orElseThrow();
        Box.Score fresh = found.box().on(square(2000, 2));
        assertTrue(fresh.density() > 0.85 && fresh.coverage() > 0.8, fresh.toString());
        assertEquals(2, found.box().asked().size());
        List<Prim.Reproduced> reproduced = prim.reproduced(known, found.box(), 10, 3);
        assertTrue(
                reproduced.get(0).byCoverage() >= 0.8 && reproduced.get(2).byCoverage() >= 0.8, reproduced.toString());
        assertTrue(reproduced.get(1).byDensity() <= 0.5, reproduced.toString());
    }

    @Test
    void wordsArePeeledOneByOne() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] values = new double[600][2];
        boolean[] hit = new boolean[600];
        for (int i = 0; i < hit.length; i++) {
            values[i] = new double[] {random.nextInt(4), random.nextDouble()};
            hit[i] = values[i][0] == 2 && values[i][1] > 0.4;
        }
        Cases words = new Cases(
                List.of(new Factor("rule", List.of("a", "b", "strict", "d")), Factor.number("share")), values, hit);
        Prim.Discovered found = prim.find(words, 0.95, 0.05).orElseThrow();
        assertEquals(Set.of(2), found.box().limits().get(0).words());
        Box.Condition rule = found.box().conditions().getFirst();
        assertEquals("rule", rule.factor());
        assertEquals(List.of("strict"), rule.words());
        assertTrue(rule.least().isEmpty() && rule.most().isEmpty());
        assertTrue(found.box().conditions().getLast().least().isPresent());
        assertEquals(0.4, found.box().limits().get(1).low(), 0.05);
    }

    @Test
    void nothingIsFoundWhereNothingFails() {
        Cases none = new Cases(cases.factors(), cases.values(), new boolean[cases.size()]);
        assertTrue(prim.find(none, 0.8, 0.05).isEmpty());
        assertFalse(prim.find(cases, 0.8, 0.05).isEmpty());
    }

    /** Interesting where the first condition is above 0.6 and the third below 0.5. */
    private static Cases square(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[n][3];
        boolean[] hit = new boolean[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.doubles(3).toArray();
            hit[i] = values[i][0] > 0.6 && values[i][2] < 0.5;
        }
        return new Cases(List.of(Factor.number("a"), Factor.number("b"), Factor.number("c")), values, hit);
    }
}
