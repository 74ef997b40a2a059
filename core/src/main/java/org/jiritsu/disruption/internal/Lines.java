package org.jiritsu.disruption.internal;

/** A sparse matrix, line by line: entries of a line are start[line] .. start[line + 1]. */
record Lines(int[] start, char[] index, double[] value) {
    static Lines none() {
        return new Lines(new int[0], new char[0], new double[0]);
    }

    /** {@code out[index] += value * weight} over the entries of a line. */
    void scatter(int line, double weight, double[] out) {
        for (int e = start[line], end = start[line + 1]; e < end; e++) {
            int j = index[e];
            out[j] = Math.fma(value[e], weight, out[j]);
        }
    }

    void scatter(int line, double weightA, double[] outA, double weightB, double[] outB) {
        for (int e = start[line], end = start[line + 1]; e < end; e++) {
            int j = index[e];
            double one = value[e];
            outA[j] = Math.fma(one, weightA, outA[j]);
            outB[j] = Math.fma(one, weightB, outB[j]);
        }
    }

    /** Adds {@code value * from[index]} over the entries of a line to {@link EightSums}. */
    void addProducts(int line, double[] from, double[] sums) {
        for (int e = start[line], end = start[line + 1]; e < end; e++) {
            int j = index[e];
            int s = j % EightSums.COUNT;
            sums[s] = Math.fma(value[e], from[j], sums[s]);
        }
    }
}
