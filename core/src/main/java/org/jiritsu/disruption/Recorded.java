package org.jiritsu.disruption;

import java.util.List;

/**
 * What to record day by day, beside the totals.
 *
 * @param economies whose production and unmet final orders are recorded; empty for none
 * @param industries such as {@code JPN_c15}, whose production and shortage are recorded
 * @param inventories such as {@code JPN_c15} and the good, recorded in days of use
 */
public record Recorded(List<String> economies, List<String> industries, List<Stock> inventories) {
    public static final Recorded NOTHING = new Recorded(List.of(), List.of(), List.of());

    public Recorded {
        economies = List.copyOf(economies);
        industries = List.copyOf(industries);
        inventories = List.copyOf(inventories);
    }

    /** The inventory of a good in an industry. */
    public record Stock(String industry, String good) {}
}
