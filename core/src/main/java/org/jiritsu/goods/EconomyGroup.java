package org.jiritsu.goods;

import java.util.Set;
import java.util.TreeSet;

/** Economies that are counted as one: what they sell one another is no trade then. */
public record EconomyGroup(String name, Set<String> members) {
    /** The European Union since 2020. */
    public static final EconomyGroup EU27 = new EconomyGroup(
            "EU27",
            Set.of(
                    "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL",
                    "ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE"));

    public EconomyGroup {
        members = Set.copyOf(new TreeSet<>(members));
    }
}
