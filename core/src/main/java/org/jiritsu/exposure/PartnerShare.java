package org.jiritsu.exposure;

/**
 * What one partner means to one home; definitions in {@code docs/methods/exposure.md}. Shares are fractions of one.
 *
 * @param sector the selling sector, or {@link #ALL_SECTORS}
 * @param supplyDirect share of home's purchases of intermediate goods
 * @param supplyLookThrough share of the value added in home's final output, at any stage
 * @param consumptionLookThrough share of the value added in what home consumes and invests
 * @param marketDirect share of home's output sold there
 * @param marketLookThrough share of home's GDP that is in the end absorbed there
 * @param hiddenRatio foreign look-through share over foreign direct share; NaN where it has no meaning
 * @param leveragePp our share in them minus theirs in us, percentage points
 */
public record PartnerShare(
        int home,
        int partner,
        int sector,
        double supplyDirect,
        double supplyLookThrough,
        double consumptionLookThrough,
        double marketDirect,
        double marketLookThrough,
        double hiddenRatio,
        double leveragePp) {
    /** In place of a sector: the row sums over all of them. */
    public static final int ALL_SECTORS = -1;
}
