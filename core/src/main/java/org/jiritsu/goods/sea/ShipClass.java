package org.jiritsu.goods.sea;

import java.util.Set;

/**
 * A class of ships: its speed, what a day costs, and where it cannot pass.
 *
 * @param knots nautical miles an hour at sea
 * @param usdPerDay hire and fuel, US dollars a day, with the range {@code usdPerDayLow} to {@code usdPerDayHigh}
 * @param barred codes of straits that it cannot pass laden
 * @param note how the figures are made up
 */
public record ShipClass(
        String code,
        String name,
        String nameJa,
        double knots,
        double usdPerDay,
        double usdPerDayLow,
        double usdPerDayHigh,
        Set<String> barred,
        String note) {
    private static final double KM_PER_NAUTICAL_MILE = 1.852;

    public ShipClass {
        barred = Set.copyOf(barred);
    }

    /** Days at sea for a distance in kilometres. */
    public double days(double km) {
        return km / (knots * KM_PER_NAUTICAL_MILE * 24);
    }
}
