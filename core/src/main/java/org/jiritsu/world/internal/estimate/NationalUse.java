package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import org.jiritsu.world.internal.Gras;

/**
 * One economy's uses by product, home products and imports apart: an older table's coefficients at this year's output,
 * balanced so that each product's uses add up to what the economy uses of it and each industry's purchases and value
 * added to its output. Final uses are the table's parts of each product, their odds shifted by one factor so that value
 * added is the one given.
 */
final class NationalUse {
    private static final double LEAST_VALUE_ADDED = 0.05;
    private static final double LARGEST_VALUE_ADDED = 0.98;
    private static final double LEAST_FINAL = 0.001;
    private static final double LARGEST_FINAL = 0.999;
    /** So that a product whose only user shrank still has others. */
    private static final double PART_OF_OTHERS = 0.01;

    private static final double LARGEST_SHIFT = 10;
    private static final int HALVINGS = 80;

    private final double[][] table;
    private final double[][] instead;
    private final double[] tableOutput;
    private final double[] insteadOutput;

    /** @param instead stands in for products without a user and industries without output in the table */
    NationalUse(NationalTable table, NationalTable instead) {
        this.table = stacked(table);
        this.instead = stacked(instead);
        this.tableOutput = table.output();
        this.insteadOutput = instead.output();
    }

    private static double[][] stacked(NationalTable table) {
        double[][] rows = Arrays.copyOf(table.home(), 2 * table.home().length);
        System.arraycopy(table.imports(), 0, rows, table.home().length, table.imports().length);
        return rows;
    }

    /**
     * @param balanced of rows (home products, imports, value added) × industries
     * @param finalUse of home products, then of imports
     */
    record Uses(Gras.Balanced balanced, double[] finalUse) {
        /** Uses of one row by industries and, last, final users. */
        double[] row(int row, int sectors) {
            double[] uses = Arrays.copyOfRange(balanced.cells(), row * sectors, (row + 1) * sectors + 1);
            uses[sectors] = finalUse[row];
            return uses;
        }
    }

    /**
     * @param absorbed home products by sector, then imports by sector
     * @param output by industry
     * @param valueAdded of all industries, or {@link Gras#FREE}
     */
    Uses balance(double[] absorbed, double[] output, double valueAdded, double tolerance, int limit) {
        int sectors = output.length;
        double made = Arrays.stream(output).sum();
        double[] finalUse = finalUse(absorbed, Arrays.stream(absorbed).sum() - made + valueAdded);
        double[] rows = new double[absorbed.length + 1];
        Arrays.setAll(rows, r -> r < absorbed.length ? absorbed[r] - finalUse[r] : Gras.FREE);
        double[] cells = new double[rows.length * sectors];
        for (int j = 0; j < sectors; j++) {
            double[] column = column(absorbed, j);
            double bought = Arrays.stream(column).sum();
            double share = Math.clamp(1 - coefficients(j), LEAST_VALUE_ADDED, LARGEST_VALUE_ADDED);
            for (int r = 0; r < column.length; r++) {
                cells[r * sectors + j] = bought > 0 ? column[r] / bought * (1 - share) * output[j] : 0;
            }
            cells[column.length * sectors + j] = share * output[j];
        }
        return new Uses(Gras.balance(cells, rows, output, tolerance, limit), finalUse);
    }

    private double[] column(double[] absorbed, int user) {
        double[] column = new double[absorbed.length];
        Arrays.setAll(column, r -> absorbed[r] > 0 ? coefficient(r, user) : 0);
        return column;
    }

    private double coefficients(int user) {
        double sum = 0;
        for (int r = 0; r < table.length; r++) {
            sum += coefficient(r, user);
        }
        return sum;
    }

    /** Purchases per unit of output: the table's and, for a small part, those that stand in. */
    private double coefficient(int row, int user) {
        double other = insteadOutput[user] > 0 ? instead[row][user] / insteadOutput[user] : 0;
        return tableOutput[user] > 0 && inputs(table[row]) > 0
                ? (1 - PART_OF_OTHERS) * table[row][user] / tableOutput[user] + PART_OF_OTHERS * other
                : other;
    }

    private static double inputs(double[] row) {
        return Arrays.stream(row, 0, row.length - 1).sum();
    }

    /**
     * φ e^κ / (1 − φ + φ e^κ) of each row, where φ is the table's final part and κ one number for all, so that the sum
     * is the one wanted; κ = 0 if none is.
     */
    private double[] finalUse(double[] absorbed, double wanted) {
        double[] odds = new double[absorbed.length];
        Arrays.setAll(odds, r -> finalOdds(r));
        if (Double.isNaN(wanted)) {
            return shifted(absorbed, odds, 0);
        }
        double low = -LARGEST_SHIFT;
        double high = LARGEST_SHIFT;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            boolean more = Arrays.stream(shifted(absorbed, odds, middle)).sum() > wanted;
            low = more ? low : middle;
            high = more ? middle : high;
        }
        return shifted(absorbed, odds, low);
    }

    private static double[] shifted(double[] absorbed, double[] odds, double shift) {
        double[] use = new double[absorbed.length];
        Arrays.setAll(use, r -> absorbed[r] * odds[r] * Math.exp(shift) / (1 + odds[r] * Math.exp(shift)));
        return use;
    }

    private double finalOdds(int row) {
        double[] from = inputs(table[row]) > 0 ? table[row] : instead[row];
        double all = Arrays.stream(from).sum();
        double part = Math.clamp(all > 0 ? from[from.length - 1] / all : 1, LEAST_FINAL, LARGEST_FINAL);
        return part / (1 - part);
    }
}
