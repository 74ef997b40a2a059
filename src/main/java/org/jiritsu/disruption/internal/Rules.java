package org.jiritsu.disruption.internal;

import org.jiritsu.disruption.InputRule.Importance;

/**
 * What the lanes of one engine share.
 *
 * @param days inventory targets in days, [good][buyer]; infinite days never bind
 * @param importance [good][buyer], for the partially binding rule; else everything is critical
 * @param gradual whether a low inventory already limits production (ARIO), or only an empty one (Leontief)
 * @param criticalFirst whether those who would stop without a good are served first
 */
public record Rules(
        double[][] days, Importance[][] importance, boolean gradual, boolean criticalFirst, Substitutes substitutes) {
    /** How orders are spread over suppliers. */
    public enum Substitutes {
        NONE,
        BY_PRODUCTION,
        SEEKING
    }

    /** Whether a buyer is served first because he would stop without the good. */
    boolean isFirst(int good, int buyer) {
        return criticalFirst && importance[good][buyer] == Importance.CRITICAL;
    }

    boolean hasImportant() {
        for (Importance[] row : importance) {
            for (Importance one : row) {
                if (one == Importance.IMPORTANT) {
                    return true;
                }
            }
        }
        return false;
    }
}
