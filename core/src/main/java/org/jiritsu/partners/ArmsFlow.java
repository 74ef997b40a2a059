package org.jiritsu.partners;

/**
 * Weapons from one supplier to one recipient, added up.
 *
 * @param recipient ISO 3166 alpha-3
 * @param window years of delivery as 2020-2024, or {@link Arms#ORDERED} for what is ordered and not delivered
 * @param kind SIPRI's category
 * @param supplier ISO 3166 alpha-3; SUN for the Soviet Union, ZZZ where the register names no state
 * @param tiv SIPRI trend-indicator value, millions: capability, not money
 */
public record ArmsFlow(String recipient, String window, String kind, Route route, String supplier, double tiv) {}
