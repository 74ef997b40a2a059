package org.jiritsu.disruption;

import java.util.List;
import org.jiritsu.base.InputException;
import org.jiritsu.world.World;

/** The bundled questions: their shocks and assumptions, for any world whose codes are given. */
public final class ModelPresets {
    private ModelPresets() {}

    /**
     * The assumptions of the bundled studies: an industry goes on until an input runs out; inventories of 10 days, as
     * Inoue &amp; Todo (2019) have on average as far as we recall; restocking within 6 days, theirs as well; inputs are specific to
     * their suppliers. The other assumptions are ARIO's.
     */
    public static DisruptionModel lean() {
        return DisruptionModel.ario()
                .with(new InputRule.Leontief())
                .with(InventoryDays.of(10))
                .restocking(6)
                .with(new Substitution.Specific());
    }

    /**
     * The same, but industries can do without inputs that are not critical, and hold what industries of their kind hold
     * ({@link BundledAssumptions}); who would stop without a good is served first.
     */
    public static DisruptionModel partial(World world) {
        BundledAssumptions bundled = new BundledAssumptions(world);
        return lean().with(bundled.inputs()).with(bundled.inventories()).with(new Rationing.CriticalFirst());
    }

    /**
     * One economy stops selling some goods to the industries of another; final users are not cut off.
     *
     * @param inputs the goods' sector codes
     * @param days how long
     */
    public static DisruptionScenario inputStop(String seller, List<String> inputs, String buyer, int days) {
        requireGoods(inputs);
        Shock stop = new Shock.LinkCut(
                new Selection(List.of(seller), inputs),
                new Buyers(List.of(buyer), List.of(), false),
                1,
                Timing.of(0, days));
        return DisruptionScenario.of(
                "%s stops %s inputs to %s for %d days".formatted(seller, String.join(", ", inputs), buyer, days),
                lean(),
                365,
                stop);
    }

    /** An economy's industries of these goods stop for good, for everyone. */
    public static DisruptionScenario lossOfIndustry(String economy, List<String> goods) {
        requireGoods(goods);
        return DisruptionScenario.of(
                "Loss of %s in %s".formatted(String.join(", ", goods), economy),
                lean(),
                365,
                new Shock.CapacityLoss(new Selection(List.of(economy), goods), 1, Timing.from(0)));
    }

    /** A year without imports from some neighbours, of anything, for industries and final users. */
    public static DisruptionScenario longWar(String home, List<String> neighbours) {
        return DisruptionScenario.of(
                "%s a year without imports from %s".formatted(home, String.join(", ", neighbours)),
                lean(),
                365,
                Shock.LinkCut.embargo(neighbours, List.of(), home, Timing.from(0)));
    }

    private static void requireGoods(List<String> goods) {
        if (goods.isEmpty()) {
            throw InputException.use(
                    "The study names no goods", "at least one sector code", "none", "you want c14 in a WIOD world.");
        }
    }
}
