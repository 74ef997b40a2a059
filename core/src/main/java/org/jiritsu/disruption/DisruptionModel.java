package org.jiritsu.disruption;

import org.jiritsu.base.InputException;

/**
 * The parameters of the adaptive regional input-output model (see {@code docs/methods/disruption.md}).
 *
 * @param restockDays characteristic time of closing the gap between an inventory and its target, τ, in days
 */
public record DisruptionModel(
        InputRule inputs,
        InventoryDays inventories,
        double restockDays,
        Overproduction overproduction,
        Substitution substitution,
        Rationing rationing) {
    public DisruptionModel {
        if (!(restockDays >= 1)) {
            throw InputException.use(
                    "Restocking is too fast for daily steps",
                    "at least 1 day",
                    restockDays + " days",
                    "the time is given in weeks or years: give it in days.");
        }
    }

    /**
     * The usual ARIO parameters with ψ: Hallegatte (2013), Guan et al. (2020), as BoARIO sets them by default. Targets of
     * 90 days, ψ = 0.8, restocking 60 days, overproduction up to 1.25 within a year, orders by suppliers' production.
     */
    public static DisruptionModel ario() {
        return new DisruptionModel(
                new InputRule.InventoryLimited(0.8),
                InventoryDays.of(90),
                60,
                new Overproduction(1, 1.25, 365),
                new Substitution.ByProduction(),
                new Rationing.Proportional());
    }

    public DisruptionModel with(InputRule rule) {
        return new DisruptionModel(rule, inventories, restockDays, overproduction, substitution, rationing);
    }

    public DisruptionModel with(InventoryDays days) {
        return new DisruptionModel(inputs, days, restockDays, overproduction, substitution, rationing);
    }

    public DisruptionModel with(Substitution rule) {
        return new DisruptionModel(inputs, inventories, restockDays, overproduction, rule, rationing);
    }

    public DisruptionModel with(Rationing rule) {
        return new DisruptionModel(inputs, inventories, restockDays, overproduction, substitution, rule);
    }

    public DisruptionModel with(Overproduction rule) {
        return new DisruptionModel(inputs, inventories, restockDays, rule, substitution, rationing);
    }

    public DisruptionModel restocking(double days) {
        return new DisruptionModel(inputs, inventories, days, overproduction, substitution, rationing);
    }
}
