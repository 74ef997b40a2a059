package org.jiritsu.disruption;

import java.util.List;
import org.jiritsu.base.InputException;

/**
 * A stock of one good held beside the inventories that industries aim for: public, or an industry's own reserve. It is
 * released to its users whenever their inventory of the good is below a share of its target, in proportion to what each
 * lacks, and is not refilled.
 *
 * @param users the industries that may draw on it
 * @param daysOfUse its size, in days of all users' normal use of the good
 * @param trigger release begins below this share of the inventory target, 0 to 1
 * @param dailyRelease most that leaves it in a day, in days of normal use; infinite for no limit
 */
public record Stockpile(String good, Selection users, double daysOfUse, double trigger, double dailyRelease) {
    public Stockpile {
        if (!(daysOfUse >= 0 && Double.isFinite(daysOfUse) && trigger > 0 && trigger <= 1 && dailyRelease > 0)) {
            throw InputException.use(
                    "A stockpile of " + good + " cannot work like this",
                    "days of use 0 or more, trigger above 0 and at most 1, daily release above 0",
                    "days of use %s, trigger %s, daily release %s".formatted(daysOfUse, trigger, dailyRelease),
                    "the trigger is a share of the inventory target, not days.");
        }
    }

    /** Released without limit as soon as an inventory is below its target. */
    public static Stockpile of(String good, String economy, double daysOfUse) {
        return new Stockpile(good, new Selection(List.of(economy), List.of()), daysOfUse, 1, Double.POSITIVE_INFINITY);
    }

    public Stockpile holding(double days) {
        return new Stockpile(good, users, days, trigger, dailyRelease);
    }
}
