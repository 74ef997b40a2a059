package org.jiritsu.linear.internal;

import java.util.stream.IntStream;
import org.jiritsu.linear.Kernel;
import org.jiritsu.linear.Lu;
import org.jiritsu.linear.MatrixRows;
import org.jiritsu.linear.SingularMatrixException;

/**
 * Right-looking blocked LU with partial pivoting on an array of rows. Rows of the trailing matrix are updated in
 * parallel, each by one thread in a fixed order, so the answer does not depend on the number of threads.
 */
public final class JavaKernel implements Kernel {
    private static final int BLOCK = 48;

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Lu factor(int n, MatrixRows rows) {
        double[][] a = new double[n][n];
        RowBlocks.forEachPart(n, (part, from, to) -> {
            for (int i = from; i < to; i++) {
                rows.fill(i, a[i]);
            }
        });
        int[] order = IntStream.range(0, n).toArray();
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(from + BLOCK, n);
            factorPanel(a, order, from, to);
            finishPivotRows(a, from, to);
            updateTrailing(a, from, to);
        }
        return new Factors(a, order);
    }

    private static void factorPanel(double[][] a, int[] order, int from, int to) {
        int n = a.length;
        for (int k = from; k < to; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            swap(a, order, k, pivot);
            double[] pivotRow = a[k];
            if (pivotRow[k] == 0) {
                throw new SingularMatrixException("The matrix is singular: pivot %d is zero".formatted(k + 1), k);
            }
            for (int i = k + 1; i < n; i++) {
                double[] row = a[i];
                double factor = row[k] / pivotRow[k];
                row[k] = factor;
                subtract(row, pivotRow, factor, k + 1, to);
            }
        }
    }

    private static void swap(double[][] a, int[] order, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        int index = order[i];
        order[i] = order[j];
        order[j] = index;
    }

    private static void finishPivotRows(double[][] a, int from, int to) {
        for (int k = from + 1; k < to; k++) {
            for (int p = from; p < k; p++) {
                subtract(a[k], a[p], a[k][p], to, a.length);
            }
        }
    }

    private static void updateTrailing(double[][] a, int from, int to) {
        IntStream.range(to, a.length).parallel().forEach(i -> {
            double[] row = a[i];
            int p = from;
            for (; p + 3 < to; p += 4) {
                subtractFour(row, a, p, to);
            }
            for (; p < to; p++) {
                subtract(row, a[p], row[p], to, row.length);
            }
        });
    }

    private static void subtractFour(double[] row, double[][] a, int p, int from) {
        double f0 = row[p];
        double f1 = row[p + 1];
        double f2 = row[p + 2];
        double f3 = row[p + 3];
        double[] a0 = a[p];
        double[] a1 = a[p + 1];
        double[] a2 = a[p + 2];
        double[] a3 = a[p + 3];
        for (int j = from; j < row.length; j++) {
            row[j] -= f0 * a0[j] + f1 * a1[j] + f2 * a2[j] + f3 * a3[j];
        }
    }

    /** row[from, to) −= factor × other[from, to). */
    private static void subtract(double[] row, double[] other, double factor, int from, int to) {
        for (int j = from; j < to; j++) {
            row[j] -= factor * other[j];
        }
    }

    /** P M = L U: row i of the factors is row order[i] of M. */
    private record Factors(double[][] a, int[] order) implements Lu {
        @Override
        public int size() {
            return a.length;
        }

        @Override
        public void solve(double[] b, int columns) {
            IntStream.range(0, columns).parallel().forEach(c -> {
                int n = a.length;
                double[] x = new double[n];
                for (int i = 0; i < n; i++) {
                    x[i] = b[c * n + order[i]] - dot(a[i], x, 0, i);
                }
                for (int i = n - 1; i >= 0; i--) {
                    x[i] = (x[i] - dot(a[i], x, i + 1, n)) / a[i][i];
                }
                System.arraycopy(x, 0, b, c * n, n);
            });
        }

        @Override
        public void solveTransposed(double[] b, int columns) {
            IntStream.range(0, columns).parallel().forEach(c -> {
                int n = a.length;
                double[] x = new double[n];
                System.arraycopy(b, c * n, x, 0, n);
                for (int i = 0; i < n; i++) {
                    x[i] /= a[i][i];
                    subtract(x, a[i], x[i], i + 1, n);
                }
                for (int i = n - 1; i >= 0; i--) {
                    subtract(x, a[i], x[i], 0, i);
                }
                for (int i = 0; i < n; i++) {
                    b[c * n + order[i]] = x[i];
                }
            });
        }

        private static double dot(double[] row, double[] x, int from, int to) {
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += row[j] * x[j];
            }
            return sum;
        }

        @Override
        public void close() {}
    }
}
