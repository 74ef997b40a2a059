package org.jiritsu.disruption;

import java.util.List;
import org.jiritsu.world.World;

/** Nobody may sell one good to one of four small economies. */
public final class TestBan {
    public static final World WORLD = TestWorlds.random(7, 4, 5, 0.3);
    public static final DisruptionModel STRICT = DisruptionModel.ario()
            .with(new InputRule.Leontief())
            .with(InventoryDays.of(15))
            .with(new Substitution.None());

    private TestBan() {}

    public static DisruptionScenario ban(int days) {
        return DisruptionScenario.of(
                "ban",
                STRICT,
                90,
                new Shock.LinkCut(new Selection(List.of(), List.of("s0")), Buyers.of("EAB"), 1, Timing.of(5, days)));
    }
}
