package org.jiritsu.linear;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenBlasKernelTest extends KernelContract {
    @Override
    Kernel kernel() {
        return Kernel.openBlas();
    }

    /** OpenBLAS once crashed the JVM at these sizes on a thread with the default stack. */
    @ParameterizedTest
    @ValueSource(ints = {3465, 4500})
    void largeTablesDoNotCrashADefaultJvm(int n) {
        double[] b = TestMatrices.random(n, 2);
        MatrixRows rows = (i, row) -> {
            for (int j = 0; j < n; j++) {
                row[j] = (i == j ? 1 : 0) - 0.9 / n * (1 + ((i * 31 + j * 17) % 7 - 3) / 10.0);
            }
        };
        try (LinearSystem system = LinearSystem.factor(kernel(), n, rows)) {
            system.solve(b, 1);
            system.solveTransposed(b, 1);
            assertTrue(system.worstResidual() < 1e-14);
        }
    }

    @Test
    void agreesWithPlainJava() {
        int n = 700;
        double[][] m = TestMatrices.leontief(n, 21);
        double[] b = TestMatrices.random(n * 5, 22);
        try (LinearSystem nativeOne = LinearSystem.factor(kernel(), n, TestMatrices.rows(m));
                LinearSystem javaOne = LinearSystem.factor(Kernel.java(), n, TestMatrices.rows(m))) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(javaOne.solve(b, 5), nativeOne.solve(b, 5), 1e-12);
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                    javaOne.solveTransposed(b, 5), nativeOne.solveTransposed(b, 5), 1e-12);
        }
    }
}
