package org.jiritsu.disruption.internal;

import java.util.List;
import org.jiritsu.disruption.Timing;

/** A scenario in the indices of a {@link SupplyTable}: names are resolved and checked before. */
public record Compiled(
        double psi,
        double inventoryScale,
        double restockDays,
        double overBase,
        double overMax,
        double overDays,
        double seekingDays,
        List<Capacity> capacities,
        List<Demand> demands,
        List<Link> links,
        boolean specific,
        boolean[] priorityIndustries,
        boolean[] priorityEconomies,
        List<Pile> piles,
        double level) {

    /** Whether some users are served before others by the scenario's own word. */
    boolean hasPriorities() {
        return any(priorityIndustries) || any(priorityEconomies);
    }

    private static boolean any(boolean[] those) {
        for (boolean one : those) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Capacity is multiplied by 1 + change · strength; a ramp of 0 days is immediate. */
    public record Capacity(int[] industries, double change, int rampDays, Timing timing) {
        double factor(int day) {
            double ramp = rampDays == 0 ? 1 : Math.clamp((day - timing.firstDay() + 1.0) / rampDays, 0, 1);
            return 1 + change * ramp * timing.strength(day);
        }
    }

    /** Final users of these economies want more of these goods. */
    public record Demand(boolean[] economies, boolean[] goods, double increase, Timing timing) {
        double factor(int day) {
            return 1 + increase * timing.strength(day);
        }
    }

    /** Sales of sellers to buying industries, and to final users of economies: cut by a share, or delayed. */
    public record Link(
            boolean[] sellers, boolean[] buyers, boolean[] finalEconomies, double cut, int delay, Timing timing) {
        double open(int day) {
            return 1 - cut * timing.strength(day);
        }

        int delay(int day) {
            return timing.strength(day) > 0 ? delay : 0;
        }
    }

    /** A stockpile; amounts are what its users use in a day times days. */
    public record Pile(int good, int[] users, double days, double trigger, double dailyDays) {}
}
