package org.jiritsu.linear;

/**
 * The LU factors of a square matrix M with partial pivoting. Right-hand sides are n × columns, column-major, and are
 * overwritten by the solution. Holds memory of the size of M until closed.
 */
public interface Lu extends AutoCloseable {
    /** The order n of M. */
    int size();

    /** Solves M X = B in place. */
    void solve(double[] b, int columns);

    /** Solves M' X = B in place. */
    void solveTransposed(double[] b, int columns);

    @Override
    void close();
}
