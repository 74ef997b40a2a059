package org.jiritsu.disruption.internal;

/** A sparse matrix, line by line: entries of a line are start[line] .. start[line + 1]. */
record Lines(int[] start, char[] index, double[] value) {
    static Lines none() {
        return new Lines(new int[0], new char[0], new double[0]);
    }

    /** {@code out[index] += value * weight} over the entries of a line. */
    void scatter(int line, double weight, double[] out) {
        for (int e = start[line], end = start[line + 1]; e < end; e++) {
            out[index[e]] += value[e] * weight;
        }
    }

    void scatter(int line, double weightA, double[] outA, double weightB, double[] outB) {
        for (int e = start[line], end = start[line + 1]; e < end; e++) {
            int j = index[e];
            outA[j] += value[e] * weightA;
            outB[j] += value[e] * weightB;
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
            a += value[e] * from[index[e]];
            b += value[e + 1] * from[index[e + 1]];
            c += value[e + 2] * from[index[e + 2]];
            d += value[e + 3] * from[index[e + 3]];
        }
        for (; e < end; e++) {
            a += value[e] * from[index[e]];
        }
        return (a + b) + (c + d);
    }

    /** {@code out[k] += sum of value * from[index][k]} over the entries of a line, in their order, four at a time. */
    void add(int line, double[][] from, double[] out) {
        int e = start[line];
        int end = start[line + 1];
        for (; e + 3 < end; e += 4) {
            add(out, value[e], from[index[e]], value[e + 1], from[index[e + 1]], value[e + 2], from[index[e + 2]],
                    value[e + 3], from[index[e + 3]]);
        }
        for (; e < end; e++) {
            add(out, value[e], from[index[e]]);
        }
    }

    private static void add(double[] out, double z0, double[] a0, double z1, double[] a1, double z2, double[] a2,
            double z3, double[] a3) {
        for (int k = 0; k < out.length; k++) {
            out[k] += (z0 * a0[k] + z1 * a1[k]) + (z2 * a2[k] + z3 * a3[k]);
        }
    }

    private static void add(double[] out, double z, double[] a) {
        for (int k = 0; k < out.length; k++) {
            out[k] += z * a[k];
        }
    }
}
