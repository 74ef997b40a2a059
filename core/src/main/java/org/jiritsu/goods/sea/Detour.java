package org.jiritsu.goods.sea;

import java.util.Optional;

/**
 * What a closure does to the way between two ports.
 *
 * @param before the way as usual, empty if this ship has none
 * @param after the way with the straits closed, empty if there is none
 * @param added what the voyage costs more, one way, empty unless there are both
 */
public record Detour(
        ShipClass ship, Closure closure, Optional<Route> before, Optional<Route> after, Optional<Added> added) {
    /** Kilometres, days at sea and US dollars a voyage, the last with its range. */
    public record Added(double km, double days, double usd, double usdLow, double usdHigh) {}

    static Detour of(ShipClass ship, Closure closure, Optional<Route> before, Optional<Route> after) {
        Optional<Added> added = before.flatMap(b -> after.map(a -> added(ship, a.km() - b.km())));
        return new Detour(ship, closure, before, after, added);
    }

    private static Added added(ShipClass ship, double km) {
        double days = ship.days(km);
        return new Added(km, days, days * ship.usdPerDay(), days * ship.usdPerDayLow(), days * ship.usdPerDayHigh());
    }
}
