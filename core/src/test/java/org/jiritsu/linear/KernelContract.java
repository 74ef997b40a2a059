package org.jiritsu.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kernel must do; one subclass a kernel. */
abstract class KernelContract {
    abstract Kernel kernel();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 47, 48, 49, 200, 1435})
    void bothSolvesSatisfyTheirEquations(int n) {
        double[][] m = TestMatrices.leontief(n, 7);
        double[] b = TestMatrices.random(n * 3, 8);
        try (LinearSystem system = LinearSystem.factor(kernel(), n, TestMatrices.rows(m))) {
            double[] x = system.solve(b, 3);
            double[] t = system.solveTransposed(b, 3);
            assertTrue(system.worstResidual() < 1e-14, () -> "residual " + system.worstResidual());
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < n; i++) {
                    double forward = 0;
                    double transposed = 0;
                    for (int j = 0; j < n; j++) {
                        forward += m[i][j] * x[c * n + j];
                        transposed += m[j][i] * t[c * n + j];
                    }
                    assertEquals(b[c * n + i], forward, 1e-11);
                    assertEquals(b[c * n + i], transposed, 1e-11);
                }
            }
        }
    }

    @Test
    void pivotsWhereTheDiagonalIsZero() {
        double[][] m = {{0, 2, 0}, {1, 0, 0}, {0, 0, 4}};
        try (LinearSystem system = LinearSystem.factor(kernel(), 3, TestMatrices.rows(m))) {
            assertArrayEquals(new double[] {3, 1, 0.5}, system.solve(new double[] {2, 3, 2}, 1), 1e-15);
            assertArrayEquals(new double[] {1, 3, 0.5}, system.solveTransposed(new double[] {3, 2, 2}, 1), 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 95, 96, 97, 500})
    void dominantMatricesGiveTheSameAnswerWithoutASearchForPivots(int n) {
        double[][] m = TestMatrices.leontief(n, 13);
        double[] plain = TestMatrices.random(n * 2, 14);
        double[] dominant = plain.clone();
        double[] plainTransposed = plain.clone();
        double[] dominantTransposed = plain.clone();
        try (Lu with = kernel().factor(n, TestMatrices.rows(m));
                Lu without = kernel().factorDominant(n, TestMatrices.rows(m))) {
            with.solve(plain, 2);
            without.solve(dominant, 2);
            with.solveTransposed(plainTransposed, 2);
            without.solveTransposed(dominantTransposed, 2);
        }
        assertArrayEquals(plain, dominant, 1e-13);
        assertArrayEquals(plainTransposed, dominantTransposed, 1e-13);
    }

    @Test
    void repeatsItselfToTheLastBit() {
        double[][] m = TestMatrices.leontief(300, 3);
        double[] b = TestMatrices.random(300, 4);
        double[] first;
        double[] second;
        try (Lu lu = kernel().factor(300, TestMatrices.rows(m))) {
            lu.solve(first = b.clone(), 1);
        }
        try (Lu lu = kernel().factor(300, TestMatrices.rows(m))) {
            lu.solve(second = b.clone(), 1);
        }
        assertArrayEquals(first, second, 0);
    }

    @Test
    void refusesASingularMatrix() {
        double[][] zeroRow = {{1, 2}, {2, 4}};
        assertThrows(SingularMatrixException.class, () -> LinearSystem.factor(kernel(), 2, TestMatrices.rows(zeroRow)));
        double[][] m = TestMatrices.leontief(60, 5);
        m[17] = m[4].clone();
        assertThrows(SingularMatrixException.class, () -> LinearSystem.factor(kernel(), 60, TestMatrices.rows(m)));
    }

    @Test
    void withholdsAnswersThatAreNotNumbers() {
        double[][] m = TestMatrices.leontief(10, 1);
        try (LinearSystem system = LinearSystem.factor(kernel(), 10, TestMatrices.rows(m))) {
            double[] b = new double[10];
            b[3] = Double.NaN;
            assertThrows(ResidualException.class, () -> system.solve(b, 1));
            assertThrows(ResidualException.class, () -> system.solveTransposed(b, 1));
        }
    }

    @Test
    void noticesAnErrorInOneOfManyColumns() {
        int n = 40;
        double[][] m = TestMatrices.leontief(n, 1);
        Kernel faulty = faulty((x, columns) -> x[5 * n + 7] *= columns > 1 ? 1 + 1e-8 : 1);
        double[] b = TestMatrices.random(n * 9, 2);
        for (int i = 0; i < n; i++) {
            b[5 * n + i] *= 1e-6; // a small column must count as much as a large one
        }
        try (LinearSystem system = LinearSystem.factor(faulty, n, TestMatrices.rows(m))) {
            assertThrows(ResidualException.class, () -> system.solve(b, 9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 31})
    void columnsThatAreMultiplesOfOneAnotherDoNotCancel(int columns) {
        int n = 3;
        double[][] m = TestMatrices.leontief(n, 1);
        double[] first = TestMatrices.random(n, 2);
        double[] b = new double[n * columns];
        for (int k = 0; k < b.length; k++) {
            b[k] = first[k % n] * (k / n % 3 == 0 ? 1 : k / n % 3 == 1 ? -3e5 : 7e-9);
        }
        try (LinearSystem system = LinearSystem.factor(kernel(), n, TestMatrices.rows(m))) {
            system.solve(b, columns);
            system.solveTransposed(b, columns);
            assertTrue(system.worstResidual() < 1e-14, () -> "residual " + system.worstResidual());
        }
    }

    @Test
    void noticesTheSameErrorInTwoColumnsWhateverItsSigns() {
        int n = 40;
        double[][] m = TestMatrices.leontief(n, 1);
        double[] b = TestMatrices.random(n * 2, 2);
        System.arraycopy(b, 0, b, n, n);
        for (double sign : new double[] {1, -1}) {
            Kernel faulty = faulty((x, columns) -> {
                for (int c = 0; c < columns; c++) {
                    x[c * n + 7] += columns > 1 ? (c == 1 ? sign : 1) * 1e-8 : 0;
                }
            });
            try (LinearSystem system = LinearSystem.factor(faulty, n, TestMatrices.rows(m))) {
                assertThrows(ResidualException.class, () -> system.solve(b, 2));
            }
        }
    }

    @Test
    void noticesAnAnswerToNothing() {
        double[][] m = TestMatrices.leontief(4, 1);
        Kernel faulty = faulty((x, columns) -> x[0] += columns > 1 ? 1 : 0);
        try (LinearSystem system = LinearSystem.factor(faulty, 4, TestMatrices.rows(m))) {
            assertThrows(ResidualException.class, () -> system.solve(new double[8], 2));
        }
    }

    /** This kernel with a fault in what it solves. */
    private Kernel faulty(ObjIntConsumer<double[]> fault) {
        return new Kernel() {
            @Override
            public String name() {
                return "faulty";
            }

            @Override
            public Lu factor(int size, MatrixRows rows) {
                Lu sound = kernel().factor(size, rows);
                return new Lu() {
                    @Override
                    public int size() {
                        return sound.size();
                    }

                    @Override
                    public void solve(double[] b, int columns) {
                        sound.solve(b, columns);
                        fault.accept(b, columns);
                    }

                    @Override
                    public void solveTransposed(double[] b, int columns) {
                        sound.solveTransposed(b, columns);
                    }

                    @Override
                    public void close() {
                        sound.close();
                    }
                };
            }
        };
    }

    @Test
    void lowRankUpdateAgreesWithFactoringAgain() {
        int n = 120;
        int[] changed = {3, 50, 119};
        Random random = new Random(11);
        double[][] m = TestMatrices.leontief(n, 9);
        double[][] added = new double[changed.length][n];
        double[][] whole = TestMatrices.copy(m);
        for (int c = 0; c < changed.length; c++) {
            for (int j = 20; j < 60; j++) {
                added[c][j] = random.nextDouble() / n;
                whole[changed[c]][j] += added[c][j];
            }
        }
        double[] b = TestMatrices.random(n, 10);
        try (LinearSystem before = LinearSystem.factor(kernel(), n, TestMatrices.rows(m));
                LinearSystem after = LinearSystem.factor(kernel(), n, TestMatrices.rows(whole))) {
            double[] units = new double[n * changed.length];
            for (int c = 0; c < changed.length; c++) {
                units[c * n + changed[c]] = 1;
            }
            double[] w = before.solve(units, changed.length);
            double[] z = before.solve(b, 1);
            int k = changed.length;
            double[] vw = new double[k * k];
            double[] vz = new double[k];
            for (int r = 0; r < k; r++) {
                for (int j = 0; j < n; j++) {
                    vz[r] += added[r][j] * z[j];
                    for (int c = 0; c < k; c++) {
                        vw[r * k + c] += added[r][j] * w[c * n + j];
                    }
                }
            }
            double[] s = LowRankUpdate.weights(k, vw, vz);
            for (int c = 0; c < k; c++) {
                for (int i = 0; i < n; i++) {
                    z[i] -= w[c * n + i] * s[c];
                }
            }
            assertArrayEquals(after.solve(b, 1), z, 1e-12);
        }
    }
}
