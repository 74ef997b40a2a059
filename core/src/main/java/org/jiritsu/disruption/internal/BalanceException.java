package org.jiritsu.disruption.internal;

/** Goods were made or lost: the answer of the model is refused. */
final class BalanceException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BalanceException(int good, int day, double made, double delivered) {
        super(
                "Day %d, good %d: %.15g was made and %.15g delivered; the result is refused. This is a fault of the program."
                        .formatted(day, good, made, delivered));
    }
}
