package org.jiritsu.world.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrasTest {
    /** Junius & Oosterhaven (2003), the example of their table 1. */
    private static final double[] EXAMPLE = {7, 3, 5, -3, 2, 9, 8, 1, -2, 0, 2, 1};

    private static final double[] ROWS = {15, 26, -1};
    private static final double[] COLUMNS = {9, 16, 17, -2};

    @Test
    void meetsTheSumsOfThePublishedExample() {
        Gras.Balanced balanced = Gras.balance(EXAMPLE, ROWS, COLUMNS, 1e-12, 1000);
        assertSums(balanced.cells(), ROWS, COLUMNS, 1e-10);
        assertOptimal(EXAMPLE, balanced.cells(), 3, 4);
    }

    /** By scipy's constrained minimiser on the same objective, see bench/peers/gras.py; it stops at about 1e-6. */
    @Test
    void agreesWithAnotherSolver() {
        double[] scipy = {
            8.976440309,
            3.743160245,
            5.721728441,
            -3.441328995,
            2.799335404,
            12.256839755,
            9.992313663,
            0.951511178,
            -2.775775713,
            0,
            1.285957896,
            0.489817817
        };
        assertArrayEquals(
                scipy, Gras.balance(EXAMPLE, ROWS, COLUMNS, 1e-12, 1000).cells(), 1e-5);
    }

    @Test
    void isOptimalForRandomTablesWithNegativeCells() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            int rows = 2 + random.nextInt(6);
            int columns = 2 + random.nextInt(6);
            double[] cells = random.doubles(rows * columns)
                    .map(u -> u < 0.2 ? 0 : Math.exp(6 * u) * (u < 0.3 ? -1 : 1))
                    .toArray();
            double[] other = Arrays.stream(cells)
                    .map(c -> c * (0.5 + random.nextDouble()))
                    .toArray();
            double[] rowSums = new double[rows];
            double[] columnSums = new double[columns];
            addSums(other, rowSums, columnSums);
            if (hasNearlyNothing(rowSums) || hasNearlyNothing(columnSums)) {
                continue;
            }
            double[] balanced =
                    Gras.balance(cells, rowSums, columnSums, 1e-9, 100_000).cells();
            assertSums(
                    balanced,
                    rowSums,
                    columnSums,
                    1e-6 * Arrays.stream(rowSums).map(Math::abs).max().orElseThrow());
            assertOptimal(cells, balanced, rows, columns);
        }
    }

    @Test
    void leavesTheRowsAndColumnsThatAreFreeToTheOthers() {
        double[] cells = {4, 6, 2, 3, 5, 1};
        double[] rows = {20, Gras.FREE};
        double[] columns = {9, 10, Gras.FREE};
        double[] balanced = Gras.balance(cells, rows, columns, 1e-12, 1000).cells();
        assertEquals(20, balanced[0] + balanced[1] + balanced[2], 1e-9);
        assertEquals(9, balanced[0] + balanced[3], 1e-9);
        assertEquals(10, balanced[1] + balanced[4], 1e-9);
        assertEquals(1, balanced[5], 0, "a cell of a free row and a free column stays");
        assertOptimal(cells, balanced, 2, 3);
    }

    @Test
    void keepsZerosAndEmptiesWhatShouldBeEmpty() {
        double[] cells = {0, 3, 2, 5};
        double[] balanced = Gras.balance(cells, new double[] {4, 0}, new double[] {0, 4}, 1e-12, 100)
                .cells();
        assertArrayEquals(new double[] {0, 4, 0, 0}, balanced, 1e-12);
    }

    @Test
    void refusesSumsThatCannotBeMetAndNamesTheWorst() {
        Gras.UnbalancedException e = assertThrows(
                Gras.UnbalancedException.class,
                () -> Gras.balance(new double[] {1, 0, 0, 1}, new double[] {3, 4}, new double[] {4, 3}, 1e-9, 1000));
        assertEquals(1.0 / 3, e.worst().relative(), 0.1);
        assertThrows(
                Gras.UnbalancedException.class,
                () -> Gras.balance(new double[] {1, 2}, new double[] {3}, new double[] {-1, 4}, 1e-9, 1000));
        assertThrows(
                Gras.UnbalancedException.class,
                () -> Gras.balance(new double[] {Double.NaN, 2}, new double[] {3}, new double[] {1, 2}, 1e-9, 10));
    }

    @Test
    void doesNotStopAfterAFirstPassThatHappensToFit() {
        double[] cells = {1, 3, 2, 1};
        double[] balanced = Gras.balance(cells, new double[] {5, 2}, new double[] {3, 4}, 1e-12, 1000)
                .cells();
        assertSums(balanced, new double[] {5, 2}, new double[] {3, 4}, 1e-10);
    }

    /**
     * The minimum of the entropy is the one table of the form r·c·a or a / (r·c): the logarithms of all changes are
     * sums of a row's and a column's part, so they cancel around every rectangle of cells.
     */
    private static void assertOptimal(double[] before, double[] after, int rows, int columns) {
        for (int i = 1; i < rows; i++) {
            for (int j = 1; j < columns; j++) {
                int[] corners = {0, j, i * columns, i * columns + j};
                if (Arrays.stream(corners).allMatch(c -> before[c] != 0)) {
                    double around = change(before, after, corners[0])
                            - change(before, after, corners[1])
                            - change(before, after, corners[2])
                            + change(before, after, corners[3]);
                    assertEquals(0, around, 1e-9);
                }
            }
        }
        for (int c = 0; c < before.length; c++) {
            assertTrue(Math.signum(before[c]) == Math.signum(after[c]), "signs stay");
        }
    }

    private static double change(double[] before, double[] after, int cell) {
        return Math.signum(before[cell]) * Math.log(after[cell] / before[cell]);
    }

    private static void assertSums(double[] cells, double[] rows, double[] columns, double tolerance) {
        double[] rowSums = new double[rows.length];
        double[] columnSums = new double[columns.length];
        addSums(cells, rowSums, columnSums);
        assertArrayEquals(rows, rowSums, tolerance);
        assertArrayEquals(columns, columnSums, tolerance);
    }

    private static void addSums(double[] cells, double[] rows, double[] columns) {
        for (int c = 0; c < cells.length; c++) {
            rows[c / columns.length] += cells[c];
            columns[c % columns.length] += cells[c];
        }
    }

    private static boolean hasNearlyNothing(double[] sums) {
        return Arrays.stream(sums).anyMatch(s -> Math.abs(s) < 1e-3);
    }

    @Test
    void sumsOfZeroMakeCellsOfOneSignZero() {
        double[] cells = {-2, -1, 0, 3, 4, 5, -1, 2, 3};
        Gras.Balanced balanced = Gras.balance(
                cells, new double[] {0, 10, 5}, new double[] {Gras.FREE, Gras.FREE, Gras.FREE}, 1e-12, 1000);
        for (int j = 0; j < 3; j++) {
            assertEquals(0.0, balanced.cells()[j]);
        }
        double[] columns = Gras.balance(
                        cells, new double[] {Gras.FREE, 10, 8}, new double[] {Gras.FREE, Gras.FREE, 0}, 1e-12, 1000)
                .cells();
        assertEquals(0.0, columns[5]);
        assertEquals(0.0, columns[8]);
        assertEquals(10, columns[3] + columns[4], 1e-9);
    }
}
