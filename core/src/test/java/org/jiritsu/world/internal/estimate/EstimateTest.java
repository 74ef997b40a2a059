package org.jiritsu.world.internal.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiritsu.world.internal.Gras;
import org.junit.jupiter.api.Test;

/** The estimate on small tables whose answer is known. */
class EstimateTest {
    private static final int ECONOMIES = 4;
    private static final int SECTORS = 3;
    private static final int USES = SECTORS + 1;
    /** A hundredth of every coefficient is that of the mean of all tables. */
    private static final double ONE_PER_CENT = 30_000;

    private static final int[] SAME = {0, 1, 2, 3};
    private static final int[] GROUPS = {0, 1, 2};

    @Test
    void givesBackATableThatIsItsOwnSeed() {
        double[] truth = randomTable(1);
        FactoredTable.Arrays found =
                estimate(truth, truth, free(), true).table().multiplyOut();
        assertArrayEquals(truth, merged(found), ONE_PER_CENT, "of up to five million each");
    }

    @Test
    void meetsFlowsAndOutputFromAnySeedAndLeavesValueAdded() {
        for (int run = 0; run < 20; run++) {
            double[] truth = randomTable(run);
            Estimate.Result result = estimate(truth, randomTable(1000 + run), free(), run % 2 == 0);
            FactoredTable.Arrays found = result.table().multiplyOut();
            double[] merged = merged(found);
            GivenFlows flows = flows(truth);
            for (int block = 0; block < flows.cells().length; block++) {
                double sum =
                        Arrays.stream(merged, block * USES, (block + 1) * USES).sum();
                assertEquals(flows.cells()[block], sum, 1e-12 * sum);
            }
            for (int j = 0; j < found.x().length; j++) {
                double bought = 0;
                for (int i = 0; i < found.x().length; i++) {
                    bought += found.z()[i * found.x().length + j];
                }
                assertTrue(bought < found.x()[j], "value added is left");
            }
        }
    }

    @Test
    void givesEveryUseTheSameOriginsWhenProportional() {
        FactoredTable.Arrays found =
                estimate(randomTable(3), randomTable(4), free(), false).table().multiplyOut();
        double[] merged = merged(found);
        double[] expected = shares(merged, 0, 1, 0);
        for (int u = 1; u < USES; u++) {
            assertArrayEquals(expected, shares(merged, 0, 1, u), 1e-6);
        }
    }

    @Test
    void meetsAGivenGdp() {
        double[] gdp = free();
        double[] truth = randomTable(5);
        gdp[2] = 0.4 * Arrays.stream(flows(truth).output(2)).sum();
        Estimate.Result result = estimate(truth, randomTable(6), gdp, true);
        assertEquals(gdp[2], result.closures().get(2).gdp(), 1e-6 * gdp[2]);
    }

    @Test
    void meetsAGdpThatCannotBeTrueOnlyInPart() {
        double[] gdp = free();
        double[] truth = randomTable(7);
        double output = Arrays.stream(flows(truth).output(1)).sum();
        gdp[1] = 1.2 * output;
        Estimate.Result result = estimate(truth, randomTable(8), gdp, true);
        assertEquals(0.72 * output, result.closures().get(1).gdp(), 1e-6 * output);
    }

    @Test
    void knownPartsThatAreTrueChangeNothing() {
        double[] truth = randomTable(11);
        Map<Estimate.Flow, Double> known = new HashMap<>();
        for (int o = 0; o < ECONOMIES; o++) {
            int from = (o * SECTORS * ECONOMIES + 1) * USES;
            double all = Arrays.stream(truth, from, from + USES).sum();
            known.put(new Estimate.Flow(o, 0, 1), 1 - truth[from + SECTORS] / all);
        }
        FactoredTable.Arrays found =
                estimate(flows(truth), truth, free(), known, true).table().multiplyOut();
        assertArrayEquals(truth, merged(found), ONE_PER_CENT, "of up to five million each");
    }

    @Test
    void aKnownPartOfInputsMovesAFlowTowardsIt() {
        double[] truth = randomTable(12);
        FactoredTable.Arrays before =
                estimate(truth, truth, free(), true).table().multiplyOut();
        FactoredTable.Arrays after = estimate(
                        flows(truth), truth, free(), Map.of(new Estimate.Flow(0, 0, 1), 0.2), true)
                .table()
                .multiplyOut();
        assertTrue(after.y()[1] > 1.2 * before.y()[1], "final use of what economy 0 sells to economy 1");
    }

    @Test
    void dividesABlockExactlyWithOutputAsInTheTables() {
        double[] truth = randomTable(13);
        double[] other = randomTable(14);
        GivenFlows apart = flows(truth);
        GivenFlows block = new GivenFlows(ECONOMIES, 1, new double[ECONOMIES * ECONOMIES]);
        for (int c = 0; c < apart.cells().length; c++) {
            block.cells()[c / (SECTORS * ECONOMIES) * ECONOMIES + c % ECONOMIES] += apart.cells()[c];
        }
        List<NationalTable> tables = tables(other);
        GivenFlows found = new BlockFlows(block, new int[SECTORS], seed(other), SAME, GROUPS).divide(tables);
        for (int o = 0; o < ECONOMIES; o++) {
            double made = Arrays.stream(found.output(o)).sum();
            double madeThen = Arrays.stream(tables.get(o).output()).sum();
            for (int d = 0; d < ECONOMIES; d++) {
                double sum = 0;
                for (int s = 0; s < SECTORS; s++) {
                    sum += found.flow(o, s, d);
                }
                assertEquals(block.flow(o, 0, d), sum, 1e-12 * sum);
            }
            for (int s = 0; s < SECTORS; s++) {
                assertEquals(tables.get(o).output()[s] / madeThen, found.output(o, s) / made, 1e-8);
            }
        }
    }

    @Test
    void leavesAnIndustryWithoutOutputEmpty() {
        double[] truth = randomTable(9);
        double[] flows = flows(truth).cells().clone();
        Arrays.fill(flows, (1 * SECTORS + 2) * ECONOMIES, (1 * SECTORS + 3) * ECONOMIES, 0);
        FactoredTable.Arrays found = estimate(
                        new GivenFlows(ECONOMIES, SECTORS, flows), randomTable(10), free(), Map.of(), true)
                .table()
                .multiplyOut();
        int n = ECONOMIES * SECTORS;
        int idle = SECTORS + 2;
        for (int i = 0; i < n; i++) {
            assertEquals(0, found.z()[i * n + idle], 0);
            assertEquals(0, found.z()[idle * n + i], 0);
        }
    }

    private static Estimate.Result estimate(double[] truth, double[] older, double[] gdp, boolean biased) {
        return estimate(flows(truth), older, gdp, Map.of(), biased);
    }

    private static Estimate.Result estimate(
            GivenFlows flows, double[] older, double[] gdp, Map<Estimate.Flow, Double> known, boolean biased) {
        List<String> economies = List.of("E0", "E1", "E2", "ROW");
        List<String> sectors = List.of("S0", "S1", "S2");
        return Estimate.of(new Estimate.Problem(
                economies, sectors, flows, GROUPS, tables(older), gdp, seed(older), SAME, GROUPS, known, biased));
    }

    /** Flows of about a million each, so that half a unit is nothing; a third of them to final use. */
    private static double[] randomTable(int key) {
        Random random = new Random(key);
        double[] cells = new double[ECONOMIES * SECTORS * ECONOMIES * USES];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = 1e6 * Math.exp(random.nextGaussian() / 3) * (c % USES == SECTORS ? 3 : 1);
        }
        return cells;
    }

    private static List<NationalTable> tables(double[] cells) {
        List<NationalTable> tables = new ArrayList<>();
        for (int e = 0; e < ECONOMIES; e++) {
            NationalTable table = NationalTable.empty(SECTORS);
            for (int c = 0; c < cells.length; c++) {
                int destination = c / USES % ECONOMIES;
                int sector = c / (USES * ECONOMIES) % SECTORS;
                boolean own = c / (USES * ECONOMIES * SECTORS) == e;
                if (destination == e) {
                    (own ? table.home() : table.imports())[sector][c % USES] += cells[c];
                } else if (own) {
                    table.exports()[sector] += cells[c];
                }
                table.output()[sector] += own ? cells[c] : 0;
            }
            tables.add(table);
        }
        return tables;
    }

    private static SeedTable seed(double[] cells) {
        double[] imports = cells.clone();
        for (int c = 0; c < cells.length; c++) {
            imports[c] *= c / USES % ECONOMIES == c / (USES * ECONOMIES * SECTORS) ? 0 : 1;
        }
        return new SeedTable(ECONOMIES, SECTORS, imports);
    }

    private static GivenFlows flows(double[] cells) {
        double[] flows = new double[cells.length / USES];
        for (int c = 0; c < cells.length; c++) {
            flows[c / USES] += cells[c];
        }
        return new GivenFlows(ECONOMIES, SECTORS, flows);
    }

    /** [origin][sector][destination][use], as a random table has it. */
    private static double[] merged(FactoredTable.Arrays arrays) {
        int n = ECONOMIES * SECTORS;
        double[] merged = new double[n * ECONOMIES * USES];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < ECONOMIES; d++) {
                int at = (i * ECONOMIES + d) * USES;
                System.arraycopy(arrays.z(), i * n + d * SECTORS, merged, at, SECTORS);
                merged[at + SECTORS] = arrays.y()[i * ECONOMIES + d];
            }
        }
        return merged;
    }

    /** The foreign origins' shares in what one use of an economy buys of a sector's goods. */
    private static double[] shares(double[] merged, int sector, int destination, int use) {
        double[] shares = new double[ECONOMIES];
        for (int o = 0; o < ECONOMIES; o++) {
            shares[o] = o == destination ? 0 : merged[((o * SECTORS + sector) * ECONOMIES + destination) * USES + use];
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(s -> s / sum).toArray();
    }

    private static double[] free() {
        double[] free = new double[ECONOMIES];
        Arrays.fill(free, Gras.FREE);
        return free;
    }
}
