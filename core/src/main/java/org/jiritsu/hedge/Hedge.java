package org.jiritsu.hedge;

import java.util.List;

/**
 * Something that can be bought, at none or one of its levels.
 *
 * @param levels rising amounts, without none
 * @param costs of each level, the home's part, in millions of the menu's currency
 * @param place where it stands in its file
 */
public record Hedge(
        String id,
        Label name,
        Measure measure,
        List<Double> levels,
        List<Charge> charges,
        List<Cost> costs,
        String place) {
    public Hedge {
        levels = List.copyOf(levels);
        charges = List.copyOf(charges);
        costs = List.copyOf(costs);
    }

    /** The amount of a level; 0 for none. */
    public double amount(int level) {
        return level == 0 ? 0 : levels.get(level - 1);
    }

    public Cost cost(int level) {
        return level == 0 ? Cost.NONE : costs.get(level - 1);
    }

    /** Whether a price behind it is from a weak source. */
    public boolean weak() {
        return charges.stream().anyMatch(charge -> charge.price().weak());
    }
}
