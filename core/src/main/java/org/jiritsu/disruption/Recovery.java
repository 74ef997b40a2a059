package org.jiritsu.disruption;

/** How the effect of a shock fades after its days at full strength. */
public enum Recovery {
    /** Gone on the first day after. */
    AT_ONCE,
    /** 1 − k/τ on day k after. */
    LINEAR,
    /** Slow, then fast, then slow: 1 / (1 + (2k/τ)^p), p = ln(10⁶ τ) / ln(τ/2); half is left after τ/2 days. */
    CONCAVE,
    /** Fast, then slow: (1 − 1/τ)^(4k); some 2% is left after τ days. */
    CONVEX,
    /** Stays for good. */
    NEVER;

    /** What is left, 1 to 0, on day {@code k} = 1, 2, ... after the last day at full strength. */
    double left(int k, int recoveryDays) {
        return switch (this) {
            case AT_ONCE -> 0;
            case LINEAR -> Math.max(0, 1 - (double) k / recoveryDays);
            case CONCAVE -> {
                double half = recoveryDays / 2.0;
                yield 1 / (1 + Math.pow(k / half, Math.log(1e6 * recoveryDays) / Math.log(half)));
            }
            case CONVEX -> Math.pow(1 - 1.0 / recoveryDays, 4.0 * k);
            case NEVER -> 1;
        };
    }
}
