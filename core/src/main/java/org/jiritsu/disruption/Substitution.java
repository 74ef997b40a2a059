package org.jiritsu.disruption;

import org.jiritsu.base.InputException;

/** How industries spread their orders for a good over its suppliers. Final users never change theirs. */
public sealed interface Substitution {
    /** Suppliers keep their shares (Hallegatte 2013); what a supplier cannot send is lost. */
    record None() implements Substitution {}

    /**
     * Suppliers keep their shares, and what comes over a link that is cut or slowed, or from a seller who lost capacity,
     * is not the same as what others make: the inventory of it is kept apart, and once it is used up, production falls by
     * its share in the good. Goods of others stand in for it once they are found, as under {@link Seeking}.
     *
     * @param days characteristic time of finding them; infinite for never
     */
    record Specific(double days) implements Substitution {
        public Specific {
            requireTime(days);
        }

        /** Never replaced. */
        public Specific() {
            this(Double.POSITIVE_INFINITY);
        }
    }

    /**
     * Shares follow the capacity that suppliers have relative to before (Guan et al. 2020, as BoARIO computes it): at
     * once, and without a look at who has capacity to spare.
     */
    record ByProduction() implements Substitution {}

    /**
     * Buyers keep their suppliers, and seek the part that does not come from those with capacity to spare, in proportion
     * to what they sold them before, and never more than they can spare.
     *
     * @param days characteristic time of finding them; 1 is free substitution
     */
    record Seeking(double days) implements Substitution {
        public Seeking {
            requireTime(days);
        }
    }

    private static void requireTime(double days) {
        if (!(days >= 1)) {
            throw InputException.use(
                    "The time to find other suppliers is too short",
                    "at least 1 day",
                    days + " days",
                    "you want free substitution: 1 day.");
        }
    }
}
