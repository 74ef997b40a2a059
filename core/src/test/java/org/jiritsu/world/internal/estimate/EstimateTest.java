package org.jiritsu.world.internal.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jiritsu.base.InputException;
import org.jiritsu.world.internal.Gras;
import org.junit.jupiter.api.Test;

/** The estimate on small tables whose answer is known. */
class EstimateTest {
    private static final int ECONOMIES = 4;
    private static final int SECTORS = 3;
    private static final int USES = SECTORS + 1;

    @Test
    void givesBackATableThatIsItsOwnSeed() {
        SeedTable truth = randomTable(1);
        FactoredTable.Arrays found =
                estimate(truth, truth, free(), true).table().multiplyOut();
        assertArrayEquals(truth.cells(), merged(found), 10, "of about a million each");
    }

    @Test
    void meetsFlowsAndOutputFromAnySeedAndLeavesValueAdded() {
        for (int run = 0; run < 20; run++) {
            SeedTable truth = randomTable(run);
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
            assertArrayEquals(expected, shares(merged, 0, 1, u), 1e-9);
        }
    }

    @Test
    void meetsAGivenGdp() {
        double[] gdp = free();
        SeedTable truth = randomTable(5);
        gdp[2] = 0.4 * Arrays.stream(flows(truth).output(2)).sum();
        Estimate.Result result = estimate(truth, randomTable(6), gdp, true);
        assertEquals(gdp[2], result.closures().get(2).gdp(), 1e-6 * gdp[2]);
    }

    @Test
    void refusesAGdpLargerThanOutput() {
        double[] gdp = free();
        SeedTable truth = randomTable(7);
        gdp[1] = 1.2 * Arrays.stream(flows(truth).output(1)).sum();
        InputException e = assertThrows(InputException.class, () -> estimate(truth, randomTable(8), gdp, true));
        assertTrue(e.getMessage().contains("The uses of E1 cannot be balanced"), e.getMessage());
    }

    @Test
    void leavesAnIndustryWithoutOutputEmpty() {
        SeedTable truth = randomTable(9);
        double[] flows = flows(truth).cells().clone();
        Arrays.fill(flows, (1 * SECTORS + 2) * ECONOMIES, (1 * SECTORS + 3) * ECONOMIES, 0);
        FactoredTable.Arrays found = estimate(new GivenFlows(ECONOMIES, SECTORS, flows), randomTable(10), free(), true)
                .table()
                .multiplyOut();
        int n = ECONOMIES * SECTORS;
        int idle = SECTORS + 2;
        for (int i = 0; i < n; i++) {
            assertEquals(0, found.z()[i * n + idle], 0);
            assertEquals(0, found.z()[idle * n + i], 0);
        }
    }

    private static Estimate.Result estimate(SeedTable truth, SeedTable seed, double[] gdp, boolean biased) {
        return estimate(flows(truth), seed, gdp, biased);
    }

    private static Estimate.Result estimate(GivenFlows flows, SeedTable seed, double[] gdp, boolean biased) {
        int[] same = {0, 1, 2, 3};
        int[] groups = {0, 1, 2};
        boolean[] own = {true, true, true, true};
        List<UseSeed> uses = new ArrayList<>();
        for (int e = 0; e < ECONOMIES; e++) {
            uses.add(new BorrowedSeed(seed, e, groups, SectorSplit.none(SECTORS), flows.absorption(e)));
        }
        List<String> economies = List.of("E0", "E1", "E2", "ROW");
        List<String> sectors = List.of("S0", "S1", "S2");
        return Estimate.of(new Estimate.Problem(economies, sectors, flows, seed, same, own, groups, gdp, uses, biased));
    }

    /** Flows of about a million each, so that half a unit is nothing; a third of them to final use. */
    private static SeedTable randomTable(int key) {
        Random random = new Random(key);
        double[] cells = new double[ECONOMIES * SECTORS * ECONOMIES * USES];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = 1e6 * Math.exp(random.nextGaussian() / 3) * (c % USES == SECTORS ? 3 : 1);
        }
        double[] output = new double[ECONOMIES * SECTORS];
        for (int c = 0; c < cells.length; c++) {
            output[c / (ECONOMIES * USES)] += cells[c];
        }
        return new SeedTable(ECONOMIES, SECTORS, cells, output);
    }

    private static GivenFlows flows(SeedTable table) {
        double[] flows = new double[table.cells().length / USES];
        for (int c = 0; c < table.cells().length; c++) {
            flows[c / USES] += table.cells()[c];
        }
        return new GivenFlows(ECONOMIES, SECTORS, flows);
    }

    /** [origin][sector][destination][use], as a seed table has it. */
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

    /** The origins' shares in what one use of an economy buys of a sector's goods. */
    private static double[] shares(double[] merged, int sector, int destination, int use) {
        double[] shares = new double[ECONOMIES];
        for (int o = 0; o < ECONOMIES; o++) {
            shares[o] = merged[((o * SECTORS + sector) * ECONOMIES + destination) * USES + use];
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
