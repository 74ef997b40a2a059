package org.jiritsu.linear;

/** A solution, put back into its equations, does not satisfy them; it must not be shown as a result. */
public final class ResidualException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ResidualException(double residual, double tolerance) {
        super("A linear solve left a relative residual of %.2e; at most %.0e is accepted, so the result is withheld."
                .formatted(residual, tolerance));
    }
}
