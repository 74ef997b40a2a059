package org.jiritsu.goods.sea;

import java.util.List;

/**
 * A strait, canal or cape that a route may pass.
 *
 * @param code as a person writes it, such as {@code hormuz}
 * @param name in English
 * @param nameJa in Japanese
 * @param at where a map writes the name
 * @param gate the two ends of the line that ships cross; empty where the published network tags the lanes itself
 * @param usuallyOpen false for ice, inland waterways and canals for small ships
 * @param note why it is closed, or for whom it is too shallow; may be blank
 */
public record Strait(
        String code, String name, String nameJa, Point at, List<Point> gate, boolean usuallyOpen, String note) {
    public Strait {
        gate = List.copyOf(gate);
    }
}
