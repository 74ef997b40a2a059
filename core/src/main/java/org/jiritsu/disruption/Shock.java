package org.jiritsu.disruption;

import java.util.List;
import org.jiritsu.base.InputException;

/** Something that happens to the economy at stated dates. Shocks combine freely: shares that remain are multiplied. */
public sealed interface Shock {
    Timing timing();

    /** How much is cut, lost or added, as a share; 1 for what has none. */
    default double share() {
        return 1;
    }

    /** The same shock at another time. */
    Shock at(Timing timing);

    /**
     * An export ban, quota or embargo, or a closed transport link: a share of what the sellers would sell to the buyers
     * is not sold. Buyers know it and order the rest only.
     *
     * @param share 0 to 1; 1 is a full ban
     */
    record LinkCut(Selection sellers, Buyers buyers, double share, Timing timing) implements Shock {
        public LinkCut {
            requireShare("A cut of a link", share);
        }

        /** Every member of a coalition stops selling these goods (all, if empty) to the target's industries and people. */
        public static LinkCut embargo(List<String> coalition, List<String> goods, String target, Timing timing) {
            return new LinkCut(new Selection(coalition, goods), Buyers.of(target), 1, timing);
        }

        @Override
        public LinkCut at(Timing timing) {
            return new LinkCut(sellers, buyers, share, timing);
        }
    }

    /** A slowed transport link: what is sent while it lasts arrives {@code days} later. Strength has no effect on it. */
    record LinkDelay(Selection sellers, Buyers buyers, int days, Timing timing) implements Shock {
        public LinkDelay {
            if (days < 1 || days > 3650) {
                throw InputException.use(
                        "A delay of a link is out of range",
                        "1 to 3650 days",
                        days + " days",
                        "it is given in hours or weeks: give it in days.");
            }
        }

        @Override
        public LinkDelay at(Timing timing) {
            return new LinkDelay(sellers, buyers, days, timing);
        }
    }

    /** An attack, earthquake or power cut: industries lose a share (0 to 1) of what they could make. */
    record CapacityLoss(Selection industries, double share, Timing timing) implements Shock {
        public CapacityLoss {
            requireShare("A loss of capacity", share);
        }

        @Override
        public CapacityLoss at(Timing timing) {
            return new CapacityLoss(industries, share, timing);
        }
    }

    /**
     * Surge capacity: industries can make {@code share} more than before, ramping up evenly over {@code rampDays} from
     * the first day of its timing.
     */
    record CapacitySurge(Selection industries, double share, int rampDays, Timing timing) implements Shock {
        public CapacitySurge {
            requireIncrease("Surge capacity", share);
            if (rampDays < 0) {
                throw InputException.use(
                        "A ramp ends before it begins", "0 days or more", rampDays + " days", "the sign is wrong.");
            }
        }

        @Override
        public CapacitySurge at(Timing timing) {
            return new CapacitySurge(industries, share, rampDays, timing);
        }
    }

    /**
     * Final users of these economies (all, if empty) want {@code share} more of these goods (all, if empty).
     *
     * @param share of what they ordered before; below zero they want less, at -1 nothing
     */
    record DemandSurge(List<String> economies, List<String> goods, double share, Timing timing) implements Shock {
        public DemandSurge {
            economies = List.copyOf(economies);
            goods = List.copyOf(goods);
            requireChange(share);
        }

        @Override
        public DemandSurge at(Timing timing) {
            return new DemandSurge(economies, goods, share, timing);
        }
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw InputException.use(
                    what + " is not a share",
                    "a number from 0 to 1",
                    String.valueOf(share),
                    share > 1 && share <= 100
                            ? "you meant %s, that is %s%%.".formatted(share / 100, share)
                            : "the sign is wrong.");
        }
    }

    private static void requireChange(double share) {
        if (!(share >= -1 && share <= 100)) {
            throw InputException.use(
                    "A surge in demand is out of range",
                    "an increase of up to 100 (1 is a doubling), or a fall down to -1 (nothing is wanted)",
                    String.valueOf(share),
                    "it is meant as a percentage: divide it by 100.");
        }
    }

    private static void requireIncrease(String what, double share) {
        if (!(share >= 0 && share <= 100)) {
            throw InputException.use(
                    what + " is out of range",
                    "an increase from 0 to 100 (1 is a doubling)",
                    String.valueOf(share),
                    "it is meant as a percentage: divide it by 100.");
        }
    }
}
