package org.jiritsu.disruption;

import org.jiritsu.base.InputException;

/**
 * Capacity α beyond the output of before (Hallegatte 2013, eq. 14): α rises to {@code max} while demand goes unmet, in
 * proportion to the unmet share, and falls back to {@code base}, both with the characteristic time {@code days}.
 *
 * @param base capacity in quiet times over output, at least 1
 */
public record Overproduction(double base, double max, double days) {
    public Overproduction {
        if (!(base >= 1 && max >= base && Double.isFinite(max) && days >= 1)) {
            throw InputException.use(
                    "Overproduction cannot work like this",
                    "base at least 1, max at least base, days at least 1",
                    "base %s, max %s, days %s".formatted(base, max, days),
                    "base and max are swapped.");
        }
    }
}
