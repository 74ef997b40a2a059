package org.jiritsu.linear;

import org.jiritsu.linear.internal.JavaKernel;
import org.jiritsu.linear.internal.OpenBlasKernel;

/** Factors dense matrices. The same input gives the same bytes on every run, whatever the number of processors. */
public interface Kernel {
    /** The name printed in the working of a result, such as {@code openblas}. */
    String name();

    /**
     * Factors the n × n matrix given by {@code rows}.
     *
     * @throws SingularMatrixException if a pivot is exactly zero
     */
    Lu factor(int n, MatrixRows rows);

    /**
     * The same for a matrix whose every column is strictly diagonally dominant, such as I − A of a world with value added
     * everywhere: elimination is then stable without a search for pivots (Higham, Accuracy and Stability (2002), theorem
     * 9.9), and a kernel may use that to be faster.
     */
    default Lu factorDominant(int n, MatrixRows rows) {
        return factor(n, rows);
    }

    /** Plain Java: works everywhere, several times slower. */
    static Kernel java() {
        return new JavaKernel();
    }

    /**
     * OpenBLAS.
     *
     * @throws UnsatisfiedLinkError if the native library cannot be loaded on this machine
     */
    static Kernel openBlas() {
        return OpenBlasKernel.load();
    }

    /** OpenBLAS where it loads, else plain Java. */
    static Kernel best() {
        try {
            return openBlas();
        } catch (LinkageError e) {
            return java();
        }
    }
}
