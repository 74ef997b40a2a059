package org.jiritsu.disruption;

import org.jiritsu.base.InputException;

/**
 * When a shock works. Day 0 is the first simulated day.
 *
 * @param firstDay the first day at full strength
 * @param days days at full strength, at least 1
 * @param recovery how it fades afterwards
 * @param recoveryDays τ of the recovery; ignored by {@link Recovery#AT_ONCE} and {@link Recovery#NEVER}
 */
public record Timing(int firstDay, int days, Recovery recovery, int recoveryDays) {
    public Timing {
        if (firstDay < 0) {
            throw InputException.use(
                    "A shock begins before the first day",
                    "day 0 or later",
                    "day " + firstDay,
                    "the dates of the shock and of the study are mixed up.");
        }
        if (days < 1) {
            throw InputException.use(
                    "A shock ends before it begins",
                    "at least one day at full strength",
                    days + " days from day " + firstDay,
                    "its first and last date are swapped.");
        }
        int least =
                recovery == Recovery.CONCAVE ? 3 : recovery == Recovery.LINEAR || recovery == Recovery.CONVEX ? 1 : 0;
        if (recoveryDays < least) {
            throw InputException.use(
                    "The recovery of a shock is too short",
                    "at least %d days for a %s recovery".formatted(least, recovery),
                    recoveryDays + " days",
                    "you want a recovery AT_ONCE.");
        }
    }

    /** At full strength for {@code days} from {@code firstDay}, then gone. */
    public static Timing of(int firstDay, int days) {
        return new Timing(firstDay, days, Recovery.AT_ONCE, 0);
    }

    /** From {@code firstDay} for good. */
    public static Timing from(int firstDay) {
        return new Timing(firstDay, 1, Recovery.NEVER, 0);
    }

    public Timing with(Recovery shape, int recoveryDays) {
        return new Timing(firstDay, days, shape, recoveryDays);
    }

    /** The same, at full strength for another number of days; if it was for good, it then ends. */
    public Timing lasting(int days) {
        return new Timing(firstDay, days, recovery == Recovery.NEVER ? Recovery.AT_ONCE : recovery, recoveryDays);
    }

    /** The first day after it and its recovery, had it any: of a shock for good there is no such day. */
    public int end() {
        return firstDay + days + (recovery == Recovery.AT_ONCE ? 0 : recoveryDays - 1);
    }

    /** Strength on a day, 0 to 1. */
    public double strength(int day) {
        if (day < firstDay) {
            return 0;
        }
        return day < firstDay + days ? 1 : recovery.left(day - firstDay - days + 1, recoveryDays);
    }
}
