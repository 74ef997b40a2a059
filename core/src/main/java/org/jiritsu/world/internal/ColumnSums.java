package org.jiritsu.world.internal;

/**
 * Compensated sums of the columns of a matrix. Each column is summed from the top by one thread, so the threads do not
 * change a bit; the error of each addition is Knuth's, which needs no comparison and is the one that
 * {@link org.jiritsu.base.CompensatedSum} finds.
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
            double[] row = new double[n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(matrix, i * n + from, row, from, to - from);
                subtract(row, left, lost, from, to);
            }
            for (int j = from; j < to; j++) {
                left[j] += lost[j];
            }
        });
        return left;
    }

    /** All at one index, so that the processor takes several columns at once. */
    private static void subtract(double[] row, double[] left, double[] lost, int from, int to) {
        for (int j = from; j < to; j++) {
            double before = left[j];
            double term = -row[j];
            double after = before + term;
            double taken = after - before;
            lost[j] += (before - (after - taken)) + (term - taken);
            left[j] = after;
        }
    }
}
