package org.jiritsu.disruption;

import java.util.List;
import org.jiritsu.world.Industry;

/**
 * What to record day by day, beside the totals.
 *
 * @param economies whose production and unmet final orders are recorded; empty for none
 * @param industries whose production and shortage are recorded
 * @param inventories recorded in days of use
 */
public record Recorded(List<String> economies, List<Industry> industries, List<Stock> inventories) {
    public static final Recorded NOTHING = new Recorded(List.of(), List.of(), List.of());

    public Recorded {
        economies = List.copyOf(economies);
        industries = List.copyOf(industries);
        inventories = List.copyOf(inventories);
    }

    /** The inventory of a good in an industry. */
    public record Stock(Industry industry, String good) {}
}
