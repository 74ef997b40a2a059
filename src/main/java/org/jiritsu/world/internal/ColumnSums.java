package org.jiritsu.world.internal;

/**
 * Compensated sums of the columns of a matrix. Each column is summed from the top by one thread, so the threads do not
 * change a bit; the error of each addition is Knuth's, which needs no comparison and is the one that
 * {@link org.jiritsu.world.CompensatedSum} finds.
 */
public final class ColumnSums {
    private static final int PARTS = 4; // few, so that a part of a row is long enough to be fetched ahead

    private ColumnSums() {}

    /**
     * @param start n numbers
     * @param matrix n × n row-major
     * @return start minus the sum of each column
     */
    public static double[] lessColumns(double[] start, double[] matrix) {
        int n = start.length;
        double[] left = start.clone();
        double[] lost = new double[n];
        Parts.forEach(n, PARTS, (from, to) -> {
            for (int i = 0; i < n; i++) {
                subtract(matrix, i * n, left, lost, from, to);
            }
            for (int j = from; j < to; j++) {
                left[j] += lost[j];
            }
        });
        return left;
    }

    private static void subtract(double[] matrix, int row, double[] left, double[] lost, int from, int to) {
        for (int j = from; j < to; j++) {
            double before = left[j];
            double term = -matrix[row + j];
            double after = before + term;
            double taken = after - before;
            lost[j] += (before - (after - taken)) + (term - taken);
            left[j] = after;
        }
    }
}
