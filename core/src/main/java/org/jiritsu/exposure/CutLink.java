package org.jiritsu.exposure;

import java.util.Comparator;

/**
 * What both sides have at stake if one supplier stops selling to one home; definitions in {@code docs/methods/cutoff.md}.
 * Money in million USD.
 *
 * @param sector the supplier's sector, or {@link PartnerShare#ALL_SECTORS}
 * @param shareOfHomePurchases this supplier's part of home's purchases of the same sectors from abroad; NaN if it buys none
 * @param threshold from which requirement on an industry counts as using the input
 * @param homeVaUsingHalfMusd home's value added using the input at half the threshold
 * @param homeVaUsingTwiceMusd the same at twice the threshold
 * @param industriesNear of the industries using it, those whose requirement passes the threshold by less than a tenth of it
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
        double homeVaUsingHalfMusd,
        double homeVaUsingTwiceMusd,
        int industriesUsing,
        int industriesNear,
        int mostExposedSector,
        double largestRequirement,
        double stakeRatio,
        double threshold) {
    /**
     * The most at stake first: by value added that uses the input even at twice the threshold, so that a requirement that
     * only just passes does not lead; then by that at the threshold, then by the flow.
     */
    public static final Comparator<CutLink> BY_STAKE = Comparator.comparingDouble(CutLink::homeVaUsingTwiceMusd)
            .thenComparingDouble(CutLink::homeVaUsingMusd)
            .thenComparingDouble(CutLink::flowMusd)
            .reversed();

    public double flowMusd() {
        return intermediateMusd + finalMusd;
    }
}
