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

    /** Sum of {@code value * from[index]} over the entries of a line. */
    double product(int line, double[] from) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int e = start[line];
        int end = start[line + 1];
        for (; e + 3 < end; e += 4) {
            a = Math.fma(value[e], from[index[e]], a);
            b = Math.fma(value[e + 1], from[index[e + 1]], b);
            c = Math.fma(value[e + 2], from[index[e + 2]], c);
            d = Math.fma(value[e + 3], from[index[e + 3]], d);
        }
        for (; e < end; e++) {
            a += value[e] * from[index[e]];
        }
        return (a + b) + (c + d);
    }
}
