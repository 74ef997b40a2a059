package org.jiritsu.linear;

/** A matrix has no usable inverse: a zero pivot, or a reciprocal condition number near the rounding error. */
public final class SingularMatrixException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int index;

    /** @param index the row at which it was noticed, or -1 if no single row is to blame */
    public SingularMatrixException(String message, int index) {
        super(message);
        this.index = index;
    }

    public int index() {
        return index;
    }
}
