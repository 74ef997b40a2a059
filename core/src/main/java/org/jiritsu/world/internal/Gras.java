package org.jiritsu.world.internal;

import java.util.Arrays;
import org.jiritsu.base.CompensatedSum;

/**
 * GRAS: the matrix nearest to a given one, in relative entropy, that has given row and column sums (Junius &amp;
 * Oosterhaven 2003, in the form of Lenzen, Wood &amp; Gallego 2007). A positive cell becomes r·c·a, a negative one a /
 * (r·c), so signs and zeros stay; cells of one sign whose sum is to be zero become zero; without negative cells this is RAS (Stone 1961). Rows are met last, to rounding
 * error.
 */
public final class Gras {
    /** A sum that is not given: its row or column keeps the multiplier one. */
    public static final double FREE = Double.NaN;

    private final double[] cells;
    private final double[] rowSums;
    private final double[] columnSums;
    private final double largest;
    private final double[] r;
    private final double[] c;

    private Gras(double[] cells, double[] rowSums, double[] columnSums) {
        if (cells.length != rowSums.length * columnSums.length) {
            throw new IllegalArgumentException(
                    "%d cells are not %d rows x %d columns".formatted(cells.length, rowSums.length, columnSums.length));
        }
        this.cells = cells;
        this.rowSums = rowSums;
        this.columnSums = columnSums;
        this.largest = Math.max(largest(rowSums), largest(columnSums));
        this.r = ones(rowSums.length);
        this.c = ones(columnSums.length);
    }

    /**
     * The balanced matrix.
     *
     * @param cells row-major
     * @param columnMultipliers c, on the scale at which the multiplier of a free row is one
     * @param iterations passes over columns and rows
     * @param worst the sum that is met worst
     */
    public record Balanced(double[] cells, double[] columnMultipliers, int iterations, Worst worst) {}

    /** The sum met worst: which one, what was asked and what the matrix holds. */
    public record Worst(boolean row, int index, double target, double found, double relative) {
        @Override
        public String toString() {
            return "%s %d, %.6g wanted".formatted(row ? "row" : "column", index, target);
        }
    }

    /** The sums cannot be met, or not within the allowed passes. */
    public static final class UnbalancedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Worst worst;

        UnbalancedException(Worst worst, int iterations) {
            super("%s %d should sum to %.8g and sums to %.8g after %d iterations"
                    .formatted(worst.row ? "row" : "column", worst.index, worst.target, worst.found, iterations));
            this.worst = worst;
        }

        public Worst worst() {
            return worst;
        }
    }

    /**
     * @param cells rows × columns, row-major; left as they are
     * @param rowSums wanted sums, or {@link #FREE}
     * @param columnSums wanted sums, or {@link #FREE}
     * @param tolerance largest accepted error of a sum, relative to the sum itself (of a zero sum: to the largest one)
     * @throws UnbalancedException if the sums do not hold to the tolerance after {@code limit} iterations
     */
    public static Balanced balance(double[] cells, double[] rowSums, double[] columnSums, double tolerance, int limit) {
        Gras gras = new Gras(cells, rowSums, columnSums);
        gras.scaleColumns();
        gras.scaleRows();
        int iterations = 1;
        for (double error = Double.MAX_VALUE; !(error <= tolerance / 4) && iterations < limit; iterations++) {
            error = gras.scaleColumns();
            gras.scaleRows();
        }
        double[] balanced = gras.result();
        Worst worst = gras.worst(balanced);
        if (!(worst.relative <= tolerance)) {
            throw new UnbalancedException(worst, iterations);
        }
        return new Balanced(balanced, gras.c, iterations, worst);
    }

    /** Returns the largest relative error the columns had before. */
    private double scaleColumns() {
        double[] positive = new double[c.length];
        double[] negative = new double[c.length];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < c.length; j++) {
                double cell = cells[i * c.length + j];
                if (cell > 0) {
                    positive[j] += cell * r[i];
                } else if (cell < 0) {
                    negative[j] -= cell / r[i];
                }
            }
        }
        double error = 0;
        for (int j = 0; j < c.length; j++) {
            double found = (positive[j] == 0 ? 0 : positive[j] * c[j]) - (negative[j] == 0 ? 0 : negative[j] / c[j]);
            error = Math.max(error, relative(columnSums[j], found));
            c[j] = multiplier(columnSums[j], positive[j], negative[j]);
        }
        return error;
    }

    private void scaleRows() {
        for (int i = 0; i < r.length; i++) {
            double positive = 0;
            double negative = 0;
            for (int j = 0; j < c.length; j++) {
                double cell = cells[i * c.length + j];
                if (cell > 0) {
                    positive += cell * c[j];
                } else if (cell < 0) {
                    negative -= cell / c[j];
                }
            }
            r[i] = multiplier(rowSums[i], positive, negative);
        }
    }

    /** The positive root m of positive·m − negative/m = sum, written so that nothing cancels. */
    private static double multiplier(double sum, double positive, double negative) {
        if (Double.isNaN(sum) || (positive == 0 && negative == 0)) {
            return 1;
        }
        if (negative == 0) {
            return Math.max(0, sum) / positive;
        }
        double root = Math.sqrt(sum * sum + 4 * positive * negative);
        return sum > 0 && positive > 0 ? (sum + root) / (2 * positive) : 2 * negative / (root - sum);
    }

    private double[] result() {
        double[] balanced = new double[cells.length];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < c.length; j++) {
                double cell = cells[i * c.length + j];
                double factor = r[i] * c[j];
                balanced[i * c.length + j] = cell > 0 ? cell * factor : cell < 0 ? cell / factor + 0.0 : 0; // no −0
            }
        }
        return balanced;
    }

    private Worst worst(double[] balanced) {
        CompensatedSum[] rows = sums(r.length);
        CompensatedSum[] columns = sums(c.length);
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < c.length; j++) {
                rows[i].add(balanced[i * c.length + j]);
                columns[j].add(balanced[i * c.length + j]);
            }
        }
        Worst worst = new Worst(true, 0, 0, 0, 0);
        for (int i = 0; i < r.length; i++) {
            worst = worse(worst, true, i, rowSums[i], rows[i].value());
        }
        for (int j = 0; j < c.length; j++) {
            worst = worse(worst, false, j, columnSums[j], columns[j].value());
        }
        return worst;
    }

    private double relative(double target, double found) {
        return Double.isNaN(target) || target == found
                ? 0
                : Math.abs(found - target) / (target == 0 ? largest : Math.abs(target));
    }

    private Worst worse(Worst worst, boolean row, int index, double target, double found) {
        double relative = relative(target, found);
        return relative <= worst.relative ? worst : new Worst(row, index, target, found, relative);
    }

    private static double largest(double[] sums) {
        return Arrays.stream(sums)
                .filter(s -> !Double.isNaN(s))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static CompensatedSum[] sums(int length) {
        CompensatedSum[] sums = new CompensatedSum[length];
        Arrays.setAll(sums, i -> new CompensatedSum());
        return sums;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
