package org.jiritsu.exposure;

/**
 * The gross exports of one economy to one partner and of one sector, in million USD, by the value in them:
 * Borin &amp; Mancini (2023). {@code docs/methods/exports.md} has the equations.
 *
 * @param partner who buys first
 * @param sector the sector that exports
 * @param domestic value added of the exporter, counted once (DVA)
 * @param absorbedAbroad what of it final users abroad take (VAX)
 * @param absorbedDirectly what of that the partner itself takes, sending nothing on (DAVAX)
 * @param domesticTwice domestic value that was exported before (DDC)
 * @param foreign value added of others, counted once (FVA)
 * @param foreignTwice foreign value that was in the exports before (FDC)
 */
public record ExportedValue(
        int partner,
        int sector,
        double exports,
        double domestic,
        double absorbedAbroad,
        double absorbedDirectly,
        double domesticTwice,
        double foreign,
        double foreignTwice) {
    /** Domestic value added that comes home in imports (REF). */
    public double returned() {
        return domestic - absorbedAbroad;
    }

    /** What crossed a border before these exports: backward participation in supply chains (GVCB). */
    public double backward() {
        return domesticTwice + foreign + foreignTwice;
    }

    /** Domestic value added that the partner sends on: forward participation in supply chains (GVCF). */
    public double forward() {
        return domestic - absorbedDirectly;
    }
}
