package org.jiritsu.exposure;

/**
 * What both sides have at stake if one supplier stops selling to one home; definitions in {@code docs/methods/cutoff.md}.
 * Money in million USD.
 *
 * @param sector the supplier's sector, or {@link PartnerShare#ALL_SECTORS}
 * @param shareOfHomePurchases this supplier's part of home's purchases of the same sectors from abroad; NaN if it buys none
 * @param threshold from which requirement on an industry counts as using the input
 * @param mostExposedSector home sector with the largest requirement
 * @param stakeRatio home's value added using the input over the supplier's value added lost; NaN if nothing is lost
 */
public record CutLink(
        int home,
        int partner,
        int sector,
        double intermediateMusd,
        double finalMusd,
        double shareOfHomePurchases,
        double supplierVaLostMusd,
        double supplierVaLostPctGdp,
        double homeVaLostMusd,
        double worldVaLostMusd,
        double homeOutputUsingMusd,
        double homeVaUsingMusd,
        double homeVaUsingPctGdp,
        int industriesUsing,
        int mostExposedSector,
        double largestRequirement,
        double stakeRatio,
        double threshold) {
    public double flowMusd() {
        return intermediateMusd + finalMusd;
    }
}
