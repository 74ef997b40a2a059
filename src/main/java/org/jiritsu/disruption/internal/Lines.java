package org.jiritsu.disruption.internal;

/** A sparse matrix, line by line: entries of a line are start[line] .. start[line + 1]. */
record Lines(int[] start, char[] index, double[] value) {
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
