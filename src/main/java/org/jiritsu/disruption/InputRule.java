package org.jiritsu.disruption;

import java.util.Map;
import org.jiritsu.world.InputException;

/** How a shortage of inputs limits production. */
public sealed interface InputRule {
    /** Production goes on at full rate until one input runs out (strict Leontief): x ≤ min over inputs of ω / a. */
    record Leontief() implements InputRule {}

    /**
     * Production is cut as soon as an inventory falls below the share ψ of its target (Hallegatte 2013):
     * x ≤ min over inputs of ω / (ψ s a), s the target in days.
     */
    record InventoryLimited(double psi) implements InputRule {
        public InventoryLimited {
            if (!(psi > 0 && psi <= 1)) {
                throw InputException.use("psi is not a share", "above 0, at most 1", String.valueOf(psi),
                        "it is meant as a percentage: divide it by 100.");
            }
        }
    }

    /**
     * Partially binding Leontief (Pichler et al. 2022): critical inputs bind as in {@link Leontief}; important ones halve
     * production when they run out, x ≤ (ω / a + x(0)) / 2; the others never bind.
     *
     * @param importance by good, then by buying sector; an absent buying sector falls back on {@code ""}, an absent good
     *     is critical
     */
    record PartiallyBinding(Map<String, Map<String, Importance>> importance) implements InputRule {
        public PartiallyBinding {
            importance = Map.copyOf(importance);
        }
    }

    /** What an industry does without an input. */
    enum Importance {
        CRITICAL,
        IMPORTANT,
        NON_CRITICAL
    }
}
