package org.jiritsu.trade;

/** No equilibrium was found, or what was found does not satisfy its equations; it must not be shown as a result. */
public final class UnconvergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnconvergedException(String message) {
        super(message);
    }
}
