package org.jiritsu.disruption;

import java.util.Map;
import org.jiritsu.base.InputException;

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
                throw InputException.use(
                        "psi is not a share",
                        "above 0, at most 1",
                        String.valueOf(psi),
                        "it is meant as a percentage: divide it by 100.");
            }
        }
    }

    /**
     * Partially binding Leontief (Pichler et al. 2022): without an input the share c of production stops,
     * x ≤ min over inputs with c > 0 of c ω / a + (1 − c) x(0). Their critical inputs have c = 1, important ones 0.5, the
     * others 0; where a sector joins industries of several kinds c is between.
     *
     * @param criticality c by good, then by buying sector; an absent buying sector falls back on {@code ""}, an absent good
     *     is critical
     */
    record PartiallyBinding(Map<String, Map<String, Double>> criticality) implements InputRule {
        public PartiallyBinding {
            criticality = Map.copyOf(criticality);
            criticality.forEach((good, byBuyer) -> byBuyer.values().forEach(c -> requireShare(good, c)));
        }

        private static void requireShare(String good, double c) {
            if (!(c >= 0 && c <= 1)) {
                throw InputException.use(
                        "The criticality of %s is not a share".formatted(good),
                        "0 to 1",
                        String.valueOf(c),
                        "it is meant as a percentage: divide it by 100.");
            }
        }
    }
}
