package org.jiritsu.goods.sea;

import java.util.Comparator;
import java.util.List;

/**
 * What part of an economy's trade in a good passes each strait.
 *
 * @param economy whose trade
 * @param total all of it, in the unit of the flows
 * @param bySea of it by sea on a way that is open
 * @param overland of it with neighbours by land or pipe
 * @param unplaced of it with economies without a known port
 * @param noRoute of it between ports with no way left open
 * @param straits those that it may pass, largest share first
 */
public record StraitShares(
        String economy,
        double total,
        double bySea,
        double overland,
        double unplaced,
        double noRoute,
        List<StraitShare> straits) {
    /**
     * Shares of {@code total}, 0 to 1.
     *
     * @param low only what would sail further by more than the tolerance to pass elsewhere, with the terminals' shares
     *     at the end of their ranges that makes it least
     * @param shortest what passes on the shortest way, with the terminals' shares as stated
     * @param high all that may pass on a way no longer than the shortest by more than the tolerance, with the terminals'
     *     shares at the end of their ranges that makes it most
     */
    public record StraitShare(Strait strait, double low, double shortest, double high) {}

    public StraitShares {
        straits = straits.stream()
                .sorted(Comparator.comparingDouble(StraitShare::shortest)
                        .thenComparingDouble(StraitShare::high)
                        .reversed()
                        .thenComparing(s -> s.strait().code()))
                .toList();
    }

    /** The share of a strait, zero where nothing passes it. */
    public StraitShare of(Strait strait) {
        return straits.stream()
                .filter(share -> share.strait().equals(strait))
                .findFirst()
                .orElse(new StraitShare(strait, 0, 0, 0));
    }
}
