package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BalanceTest {
    @TempDir
    private Path folder;

    /** All row and column totals of a world, each times a factor. */
    private static Balance.Controls totals(World world, double factor) {
        Map<String, Double> rows = new HashMap<>();
        Map<String, Double> columns = new HashMap<>();
        for (int j = 0; j < world.size(); j++) {
            rows.put(world.label(j), factor * world.output(j));
            columns.put(world.label(j), factor * (world.output(j) - world.valueAdded(j)));
        }
        for (int e = 0; e < world.economyCount(); e++) {
            for (int u = 0; u < world.finalUses().size(); u++) {
                int economy = e;
                int use = u;
                columns.put(
                        world.economies().get(e).code() + "_"
                                + world.finalUses().get(u).code(),
                        factor
                                * IntStream.range(0, world.size())
                                        .mapToDouble(i -> world.y(i, economy, use))
                                        .sum());
            }
        }
        return new Balance.Controls(rows, columns);
    }

    @Test
    void aWorldThatMeetsItsTotalsStaysAsItIs() {
        World world = TestWorlds.random(1, 3, 3, true);
        Balance balance = Balance.of(world, totals(world, 1), "same");
        WorldDiff diff = WorldDiff.of(world, balance.world(), 1);
        assertTrue(diff.worst().isEmpty() || Math.abs(diff.worst().getFirst().difference()) < 1e-6, diff.toString());
    }

    @Test
    void meetsTheTotalsOfAnotherWorldByScalingRowsAndColumns() {
        World start = TestWorlds.random(1, 3, 3, false);
        World other = TestWorlds.random(1, 3, 3, false);
        for (int k = 0; k < 9; k++) { // other cells, same zeros
            other = TestWorlds.changed(other, k, (4 * k + 1) % 9, start.z(k, (4 * k + 1) % 9) * 0.5);
        }
        Balance balance = Balance.of(start, totals(other, 1.1), "balanced");
        assertMeets(other, balance.world(), 1.1);
        assertEquals(0, balance.negativeCells());
        assertTrue(balance.world().about().notes().getLast().english().contains("RAS (Stone 1961)"));
        double[] factor = new double[4]; // each cell is r·c·a: the factors of rows 0, 3 and columns E1, E2
        for (int k = 0; k < 4; k++) {
            factor[k] = balance.world().y(3 * (k / 2), 1 + k % 2, 0) / start.y(3 * (k / 2), 1 + k % 2, 0);
        }
        assertEquals(factor[0] * factor[3], factor[1] * factor[2], 1e-12);
        WorldCheck.require(balance.world());
    }

    private static void assertMeets(World totals, World balanced, double factor) {
        for (int j = 0; j < totals.size(); j++) {
            assertEquals(factor * totals.output(j), balanced.output(j), 1e-8 * totals.output(j));
            double purchases = totals.output(j) - totals.valueAdded(j);
            assertEquals(factor * purchases, balanced.output(j) - balanced.valueAdded(j), 1e-7 * purchases);
        }
    }

    @Test
    void keepsSignsWhereCellsAreNegative() {
        World start = TestWorlds.random(2, 3, 3, true);
        World target = TestWorlds.changed(start, 4, 2, 3);
        Balance balance = Balance.of(start, totals(target, 1), "balanced");
        assertMeets(target, balance.world(), 1);
        assertTrue(balance.negativeCells() > 0);
        assertTrue(balance.world().about().notes().getLast().english().contains("GRAS"));
        for (int i = 0; i < start.size(); i++) {
            for (int e = 0; e < 3; e++) {
                assertEquals(
                        Math.signum(start.y(i, e, 1)),
                        Math.signum(balance.world().y(i, e, 1)));
            }
        }
    }

    /** Reference: bench/peers/balance.py, an implementation in numpy from the formulas. */
    @Test
    void agreesWithAnIndependentImplementation() {
        List<FinalUse> uses = List.of(FinalUse.of("HFCE"), FinalUse.of("INVNT"));
        World start = new World(
                TestWorlds.about("tiny"),
                List.of(new Economy("A", "A"), new Economy("B", "B")),
                List.of(new Sector("s", "", "s")),
                uses,
                new double[] {7, 3, 2, 9},
                new double[] {5, -3, 4, 2, 8, 1, 6, -2},
                new double[] {18, 24});
        World balanced = Balance.of(
                        start,
                        new Balance.Controls(
                                Map.of("A_s", 20.0, "B_s", 26.0),
                                Map.of(
                                        "A_s", 10.0, "B_s", 13.0, "A_HFCE", 14.5, "A_INVNT", -2.5, "B_HFCE", 11.5,
                                        "B_INVNT", -0.5)),
                        "b")
                .world();
        double[] reference = {
            7.836691826992986,
            3.334606648811109,
            5.695493568028429,
            -3.362110506048708,
            4.695304550124425,
            1.800013912091757,
            2.1633081730070143,
            9.665393351188891,
            8.80450643197157,
            0.86211050604871,
            6.804695449875573,
            -2.300013912091757
        };
        for (int i = 0; i < 2; i++) {
            for (int c = 0; c < 6; c++) {
                double cell = c < 2 ? balanced.z(i, c) : balanced.y(i, (c - 2) / 2, c % 2);
                assertEquals(reference[6 * i + c], cell, 1e-8);
            }
        }
    }

    @Test
    void aFreeTotalIsFree() {
        World start = TestWorlds.random(2, 3, 3, false);
        double wanted = 2 * start.output(0);
        Balance balance = Balance.of(start, new Balance.Controls(Map.of("E0_s0", wanted), Map.of()), "balanced");
        assertEquals(wanted, balance.world().output(0), 1e-9 * wanted);
        assertEquals(2 * start.z(0, 4), balance.world().z(0, 4), 1e-9);
        assertEquals(start.z(1, 4), balance.world().z(1, 4), 1e-12);
    }

    @Test
    void refusesTotalsThatContradictEachOther() {
        World start = TestWorlds.random(2, 3, 3, false);
        Balance.Controls whole = totals(start, 1);
        Map<String, Double> rows = new HashMap<>(whole.rows());
        rows.merge("E0_s0", 10.0, Double::sum);
        String message = assertThrows(
                        InputException.class, () -> Balance.of(start, new Balance.Controls(rows, whole.columns()), "b"))
                .getMessage();
        assertTrue(message.contains("contradict"), message);
    }

    @Test
    void refusesATotalOfARowThatIsEmptyOrOfAnotherSign() {
        World start = TestWorlds.random(2, 3, 3, false);
        String message = assertThrows(
                        InputException.class,
                        () -> Balance.of(start, new Balance.Controls(Map.of("E0_s0", -5.0), Map.of()), "b"))
                .getMessage();
        assertTrue(message.contains("row E0_s0 cannot be met"), message);
    }

    /** Two economies of one sector: row E0 sells to its industry only, which is asked for another sum. */
    @Test
    void refusesTotalsThatWantTheSameCells() {
        List<FinalUse> uses = List.of(FinalUse.of("HFCE"));
        World start = new World(
                TestWorlds.about("tiny"),
                List.of(new Economy("A", "A"), new Economy("B", "B")),
                List.of(new Sector("s", "", "s")),
                uses,
                new double[] {5, 0, 0, 4},
                new double[] {0, 0, 3, 3},
                new double[] {5, 10});
        Balance.Controls controls = new Balance.Controls(Map.of("A_s", 6.0), Map.of("A_s", 7.0));
        String message = assertThrows(InputException.class, () -> Balance.of(start, controls, "b"))
                .getMessage();
        assertTrue(message.contains("cannot all be met"), message);
    }

    @Test
    void readsTotalsAndNamesWhatIsUnknown() throws IOException {
        World start = TestWorlds.random(2, 3, 3, false);
        Path file = Files.writeString(
                folder.resolve("totals.csv"), "total,label,value\nrow,E0_s0,500\ncolumn,E1_HFCE,300.5\n");
        Balance.Controls controls = Balance.Controls.read(file);
        assertEquals(new Balance.Controls(Map.of("E0_s0", 500.0), Map.of("E1_HFCE", 300.5)), controls);
        Balance balance = Balance.of(start, controls, "b");
        assertEquals(500, balance.world().output(0), 1e-6);
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "total,label,value\nrow,E0_s7,500\n");
        String message = assertThrows(InputException.class, () -> Balance.of(start, Balance.Controls.read(wrong), "b"))
                .getMessage();
        assertTrue(message.contains("E0_s7") && message.contains("you meant"), message);
    }

    @Test
    void aTotalOfZeroMakesItsCellsZero() {
        World world = TestWorlds.random(1, 3, 3, false);
        Balance balance = Balance.of(
                world, new Balance.Controls(Map.of("E0_s0", 0.0), Map.of("E0_s0", 0.0, "E1_HFCE", 500.0)), "zero");
        for (int j = 0; j < world.size(); j++) {
            assertEquals(0, balance.world().z(0, j));
            assertEquals(0, balance.world().z(j, 0));
        }
        assertEquals(0, balance.world().output(0));
        assertTrue(balance.world().output(1) > 0);
        assertTrue(balance.iterations() < 100);
        WorldCheck.require(balance.world());
    }

    @Test
    void aTotalOfZeroWithoutItsPurchasesIsTold() {
        World world = TestWorlds.random(1, 3, 3, false);
        Balance balance = Balance.of(world, new Balance.Controls(Map.of("E0_s0", 0.0), Map.of()), "zero");
        InputException broken = WorldCheck.broken(balance.world()).orElseThrow();
        assertTrue(broken.getMessage().contains("E0_s0"), broken.getMessage());
    }

    @Test
    void refusesAFileThatStatesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.csv"), "total,label,value\n");
        String message = assertThrows(InputException.class, () -> Balance.Controls.read(file))
                .getMessage();
        assertTrue(message.contains("states no total"), message);
    }
}
