package org.jiritsu.disruption;

/** What looks like a mistake in a scenario that can be run. */
public sealed interface Warning {
    /** A shock of which nothing is cut, lost or added. */
    record NoShock() implements Warning {}

    /** A shock that begins after the last day that is followed. */
    record TooLate(int firstDay, int lastDay) implements Warning {}

    /** The days followed, so many, end before the shock is over, on day {@code end}: what it costs later is not counted. */
    record CutShort(int days, int end) implements Warning {}

    /** Added capacity that nobody looks for. */
    record IdleCapacity() implements Warning {}

    /** Nothing flows on a link. */
    record NoFlow(Selection sellers, Selection buyers) implements Warning {}

    /** None of these industries makes anything. */
    record NoOutput(Selection industries) implements Warning {}

    /** None of the users of a stockpile uses the good. */
    record UnusedStock(Selection users, String good) implements Warning {}
}
