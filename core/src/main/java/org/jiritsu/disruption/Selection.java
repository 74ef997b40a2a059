package org.jiritsu.disruption;

import java.util.List;

/**
 * Industries: those of the named economies and the named sectors. An empty list means all of them.
 *
 * @param economies ISO 3166 alpha-3 codes or names of the world
 * @param sectors sector codes, classification codes or names of the world
 */
public record Selection(List<String> economies, List<String> sectors) {
    public Selection {
        economies = List.copyOf(economies);
        sectors = List.copyOf(sectors);
    }

    public static Selection of(String economy, String... sectors) {
        return new Selection(List.of(economy), List.of(sectors));
    }
}
