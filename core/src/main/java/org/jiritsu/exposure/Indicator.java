package org.jiritsu.exposure;

/**
 * Indicators of one home or one home industry; definitions in {@code docs/methods/exposure.md}. NaN where one has no
 * meaning, as for an industry with zero output.
 *
 * @param sector the home sector, or {@link PartnerShare#ALL_SECTORS}
 */
public record Indicator(
        int home,
        int sector,
        double hhiDirect,
        double hhiLookThrough,
        double exportsMusd,
        double domesticVaInExportsMusd,
        double foreignVaInExportsMusd,
        double vaxRatio,
        double upstreamness,
        double downstreamness,
        double upstreamnessNetInventory,
        double downstreamnessNetInventory,
        double foreignInputReliance,
        double foreignMarketReliance) {}
