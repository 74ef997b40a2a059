package org.jiritsu.linear;

/**
 * A square matrix given row by row, so that the caller never has to hold a second copy of it. Rows are asked for from
 * several threads at once.
 */
@FunctionalInterface
public interface MatrixRows {
    /** Writes all n entries of row {@code row} into {@code target}. */
    void fill(int row, double[] target);
}
