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

    /** {@code out[k] += sum of value * from[index][k]} over the entries of a line, in their order, eight at a time. */
    void add(int line, double[][] from, double[] out) {
        int e = start[line];
        int end = start[line + 1];
        for (; e + 7 < end; e += 8) {
            add(out, value[e], from[index[e]], value[e + 1], from[index[e + 1]], value[e + 2], from[index[e + 2]],
                    value[e + 3], from[index[e + 3]], value[e + 4], from[index[e + 4]], value[e + 5], from[index[e + 5]],
                    value[e + 6], from[index[e + 6]], value[e + 7], from[index[e + 7]]);
        }
        for (; e + 1 < end; e += 2) {
            add(out, value[e], from[index[e]], value[e + 1], from[index[e + 1]]);
        }
        if (e < end) {
            add(out, value[e], from[index[e]]);
        }
    }

    private static void add(double[] out, double z0, double[] a0, double z1, double[] a1, double z2, double[] a2,
            double z3, double[] a3, double z4, double[] a4, double z5, double[] a5, double z6, double[] a6, double z7,
            double[] a7) {
        for (int k = 0; k < out.length; k++) {
            double even = Math.fma(z0, a0[k], Math.fma(z2, a2[k], Math.fma(z4, a4[k], z6 * a6[k])));
            out[k] = even + Math.fma(z1, a1[k], Math.fma(z3, a3[k], Math.fma(z5, a5[k], Math.fma(z7, a7[k], out[k]))));
        }
    }

    private static void add(double[] out, double z0, double[] a0, double z1, double[] a1) {
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.fma(z0, a0[k], Math.fma(z1, a1[k], out[k]));
        }
    }

    private static void add(double[] out, double z, double[] a) {
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.fma(z, a[k], out[k]);
        }
    }
}
