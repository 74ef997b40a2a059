package org.jiritsu.linear;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jiritsu.linear.internal.RowBlocks;

/**
 * A factored square system that checks every answer: the solution is put back into the equations, in plain Java and
 * from the matrix itself rather than its factors, and refused when they do not hold.
 *
 * <p>The check works on one random combination of the right-hand sides, each first scaled to size one, so it costs one
 * pass over the matrix however many columns are solved and still notices an error in any of them. Weights are ±[½, 1)
 * from a fixed seed, the same in every run; they are drawn anew where columns cancel, and the residual is held against
 * the largest column that went in rather than what is left of it.
 */
public final class LinearSystem implements AutoCloseable {
    /** Largest accepted normwise relative backward error, ‖b − Mx‖ / (‖M‖‖x‖ + ‖b‖) in the maximum norm. */
    public static final double RESIDUAL_TOLERANCE = 1e-12;

    /** Smallest accepted reciprocal condition number in the 1-norm. */
    public static final double SMALLEST_RCOND = 1e-12;

    private final Lu lu;
    private final MatrixRows rows;
    private final int n;
    private final double normInf;
    private final double normOne;
    private double worstResidual;

    private LinearSystem(Lu lu, int n, MatrixRows rows, double normInf, double normOne) {
        this.lu = lu;
        this.n = n;
        this.rows = rows;
        this.normInf = normInf;
        this.normOne = normOne;
    }

    /**
     * Factors the n × n matrix given by {@code rows}, which must give the same matrix for as long as the system lives.
     *
     * @throws SingularMatrixException if it has no usable inverse
     */
    public static LinearSystem factor(Kernel kernel, int n, MatrixRows rows) {
        Size size = size(n, rows);
        Lu lu = size.gap > 0 ? kernel.factorDominant(n, rows) : kernel.factor(n, rows);
        LinearSystem system = new LinearSystem(lu, n, rows, size.normInf, size.normOne);
        double bound = size.gap / size.normOne;
        double rcond = bound >= SMALLEST_RCOND ? bound : system.reciprocalCondition();
        if (!(rcond >= SMALLEST_RCOND)) {
            lu.close();
            throw new SingularMatrixException(
                    "The matrix is singular to working precision (reciprocal condition "
                            + "number %.1e, at least %.0e is needed)".formatted(rcond, SMALLEST_RCOND),
                    -1);
        }
        return system;
    }

    public int size() {
        return n;
    }

    /** The largest residual met so far, see {@link #RESIDUAL_TOLERANCE}. */
    public double worstResidual() {
        return worstResidual;
    }

    /** Solves M X = B; {@code b} is n × columns, column-major, and is left as it is. */
    public double[] solve(double[] b, int columns) {
        double[] x = b.clone();
        lu.solve(x, columns);
        Combination all = Combination.of(b, x, n, columns);
        double[] worst = new double[RowBlocks.PARTS];
        RowBlocks.forEachPart(n, (part, from, to) -> {
            double[] row = new double[n];
            for (int i = from; i < to; i++) {
                rows.fill(i, row);
                worst[part] = Math.max(worst[part], absOrInfinite(all.b[i] - dot(row, all.x)));
            }
        });
        accept(largest(worst), normInf, all);
        return x;
    }

    /** Solves M' X = B; {@code b} is n × columns, column-major, and is left as it is. */
    public double[] solveTransposed(double[] b, int columns) {
        double[] x = b.clone();
        lu.solveTransposed(x, columns);
        Combination all = Combination.of(b, x, n, columns);
        double[] residual = all.b.clone();
        double[][] products = sumsByPart(n, rows, (row, i, sums) -> {
            double xi = all.x[i];
            for (int j = 0; j < n; j++) {
                sums[j] += row[j] * xi;
            }
        });
        for (double[] part : products) {
            for (int j = 0; j < n; j++) {
                residual[j] -= part[j];
            }
        }
        double worst = 0;
        for (double r : residual) {
            worst = Math.max(worst, absOrInfinite(r));
        }
        accept(worst, normOne, all);
        return x;
    }

    @Override
    public void close() {
        lu.close();
    }

    @FunctionalInterface
    private interface RowSum {
        void add(double[] row, int i, double[] sums);
    }

    private static double[][] sumsByPart(int n, MatrixRows rows, RowSum sum) {
        double[][] sums = new double[RowBlocks.PARTS][n];
        RowBlocks.forEachPart(n, (part, from, to) -> {
            double[] row = new double[n];
            for (int i = from; i < to; i++) {
                rows.fill(i, row);
                sum.add(row, i, sums[part]);
            }
        });
        return sums;
    }

    /**
     * The norms of the matrix, and the least by which a diagonal entry exceeds the others of its column together. Above
     * zero every column is strictly diagonally dominant, and the 1-norm of the inverse is at most 1 / gap (Varah 1975).
     */
    private record Size(double normInf, double normOne, double gap) {}

    private static Size size(int n, MatrixRows rows) {
        double[] rowSums = new double[n];
        double[] diagonal = new double[n];
        double[][] columnSums = sumsByPart(n, rows, (row, i, sums) -> {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double a = Math.abs(row[j]);
                sum += a;
                sums[j] += a;
            }
            rowSums[i] = sum;
            diagonal[i] = Math.abs(row[i]);
        });
        double[] columns = new double[n];
        double gap = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            for (double[] part : columnSums) {
                columns[j] += part[j];
            }
            gap = Math.min(gap, 2 * diagonal[j] - columns[j]);
        }
        return new Size(largest(rowSums), largest(columns), gap);
    }

    /**
     * One weighted sum of the columns of B and of X.
     *
     * @param largestB size of the largest weighted column of B, and so on
     */
    private record Combination(double[] b, double[] x, double largestB, double largestX) {
        private static final long SEED = 20260213;
        private static final int DRAWS = 8;

        static Combination of(double[] b, double[] x, int n, int columns) {
            double[] sizes = new double[columns];
            double[] answers = new double[columns];
            for (int c = 0; c < columns; c++) {
                sizes[c] = largest(b, c * n, (c + 1) * n);
                answers[c] = largest(x, c * n, (c + 1) * n);
            }
            SplittableRandom random = new SplittableRandom(SEED);
            Combination best = draw(random, b, x, n, sizes, answers);
            for (int k = 1; k < DRAWS && best.left() < 0.5; k++) {
                Combination next = draw(random, b, x, n, sizes, answers);
                best = next.left() > best.left() ? next : best;
            }
            return best;
        }

        private static Combination draw(
                SplittableRandom random, double[] b, double[] x, int n, double[] sizes, double[] answers) {
            double[] sumB = new double[n];
            double[] sumX = new double[n];
            double largestB = 0;
            double largestX = 0;
            for (int c = 0; c < sizes.length; c++) {
                double weight =
                        (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.5, 1) / (sizes[c] == 0 ? 1 : sizes[c]);
                for (int i = 0; i < n; i++) {
                    sumB[i] += weight * b[c * n + i];
                    sumX[i] += weight * x[c * n + i];
                }
                largestB = Math.max(largestB, Math.abs(weight) * sizes[c]);
                largestX = Math.max(largestX, Math.abs(weight) * answers[c]);
            }
            return new Combination(sumB, sumX, largestB, largestX);
        }

        /** How much of the columns is left in their sum: near 0 where they cancel. */
        private double left() {
            return Math.min(ratio(largest(b), largestB), ratio(largest(x), largestX));
        }

        private static double ratio(double sum, double largest) {
            return largest == 0 ? 1 : sum / largest;
        }
    }

    private void accept(double residual, double norm, Combination all) {
        double scale = norm * all.largestX + all.largestB;
        double relative = residual == 0 ? 0 : residual / scale;
        worstResidual = Math.max(worstResidual, relative);
        if (!(relative <= RESIDUAL_TOLERANCE)) {
            throw new ResidualException(relative, RESIDUAL_TOLERANCE);
        }
    }

    /**
     * Hager's estimate of 1 / (‖M‖₁‖M⁻¹‖₁), Higham, Accuracy and Stability (2002), algorithm 15.1. A Leontief inverse has
     * no negative entry: its column sums are then one transposed solve away and the estimate is exact.
     */
    private double reciprocalCondition() {
        double[] x = new double[n];
        Arrays.fill(x, 1.0 / n);
        double estimate = 0;
        for (int step = 0; step < 5; step++) {
            lu.solve(x, 1);
            double norm = 0;
            boolean nonNegative = true;
            for (int i = 0; i < n; i++) {
                norm += Math.abs(x[i]);
                nonNegative &= x[i] >= 0;
                x[i] = x[i] < 0 ? -1 : 1;
            }
            if (!(norm > estimate)) {
                return Double.isNaN(norm) ? 0 : 1 / (estimate * normOne);
            }
            lu.solveTransposed(x, 1);
            int at = 0;
            for (int i = 1; i < n; i++) {
                at = Math.abs(x[i]) > Math.abs(x[at]) ? i : at;
            }
            estimate = Math.max(norm, Math.abs(x[at]));
            if (nonNegative) {
                break;
            }
            Arrays.fill(x, 0);
            x[at] = 1;
        }
        return 1 / (estimate * normOne);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] values) {
        return largest(values, 0, values.length);
    }

    private static double largest(double[] values, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    private static double absOrInfinite(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.abs(value);
    }
}
