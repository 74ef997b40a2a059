package org.jiritsu.disruption.internal;

/**
 * What the lanes of one engine share.
 *
 * @param days inventory targets in days, [good][buyer]; infinite days never bind
 * @param criticality [good][buyer], the share of production that stops without the good; 1 but for the partially binding rule
 * @param gradual whether a low inventory already limits production (ARIO), or only an empty one (Leontief)
 * @param criticalFirst whether those who would stop without a good are served first
 */
public record Rules(
        double[][] days, double[][] criticality, boolean gradual, boolean criticalFirst, Substitutes substitutes) {
    /** How orders are spread over suppliers. */
    public enum Substitutes {
        NONE,
        BY_PRODUCTION,
        SEEKING
    }

    /** From here on a user is nearer to one who stops without the good than to one who makes half. */
    private static final double CRITICAL = 0.75;

    /** Whether a buyer is served first because he would stop without the good. */
    boolean isFirst(int good, int buyer) {
        return criticalFirst && criticality[good][buyer] >= CRITICAL;
    }
}
