package org.jiritsu.disruption;

import java.util.List;

/**
 * Who buys: industries, final users of the same economies, or both.
 *
 * @param economies empty for all
 * @param sectors buying industries, empty for all
 * @param finalUsers whether the final users of these economies belong to it
 */
public record Buyers(List<String> economies, List<String> sectors, boolean finalUsers) {
    public Buyers {
        economies = List.copyOf(economies);
        sectors = List.copyOf(sectors);
    }

    /** Every industry and every final user of these economies. */
    public static Buyers of(String... economies) {
        return new Buyers(List.of(economies), List.of(), true);
    }

    Selection industries() {
        return new Selection(economies, sectors);
    }
}
