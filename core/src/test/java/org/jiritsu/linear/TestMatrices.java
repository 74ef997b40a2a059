package org.jiritsu.linear;

import java.util.Random;

final class TestMatrices {
    private TestMatrices() {}

    /** I − A with every column sum of A at 0.6, as in a world table. */
    static double[][] leontief(int n, long seed) {
        Random random = new Random(seed);
        double[][] m = new double[n][n];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                m[i][j] = random.nextDouble();
                sum += m[i][j];
            }
            for (int i = 0; i < n; i++) {
                m[i][j] = (i == j ? 1 : 0) - 0.6 * m[i][j] / sum;
            }
        }
        return m;
    }

    static double[] random(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    static MatrixRows rows(double[][] m) {
        return (i, row) -> System.arraycopy(m[i], 0, row, 0, m.length);
    }

    static double[][] copy(double[][] m) {
        double[][] copy = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            copy[i] = m[i].clone();
        }
        return copy;
    }
}
