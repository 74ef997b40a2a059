package org.jiritsu.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jiritsu.base.InputException;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Mistakes are refused with a mend, before anything runs. */
class BadInputTest {
    private static void refused(String word, Executable call) {
        InputException e = assertThrows(InputException.class, call);
        assertTrue(e.getMessage().contains(word) && e.getMessage().contains("\nMaybe "), e.getMessage());
    }

    private static DisruptionRun run(DisruptionModel model, Shock... shocks) {
        return new Disruption(TestWorlds.random(1, 2, 3, 0), 1)
                .run(DisruptionScenario.of("bad", model, 20, shocks), Recorded.NOTHING);
    }

    @Test
    void datesSharesAndSizes() {
        refused("ends before it begins", () -> Timing.of(5, -3));
        refused("before the first day", () -> Timing.of(-1, 3));
        refused("1.5", () -> new Shock.CapacityLoss(Selection.of("EAA"), 1.5, Timing.of(1, 1)));
        refused("not a share", () -> new Shock.LinkCut(Selection.of("EAA"), Buyers.of("EAB"), 50, Timing.of(1, 1)));
        refused("percentage", () -> new InputRule.InventoryLimited(80));
        refused("stockpile", () -> new Stockpile("s0", Selection.of("EAA"), 10, 30, 1));
    }

    @Test
    void unknownNames() {
        refused(
                "Unknown economy",
                () -> run(DisruptionModel.ario(), new Shock.CapacityLoss(Selection.of("XYZ"), 0.5, Timing.of(1, 1))));
        refused(
                "Unknown sector",
                () -> run(
                        DisruptionModel.ario(),
                        new Shock.CapacityLoss(Selection.of("EAA", "steel"), 0.5, Timing.of(1, 1))));
    }

    @Test
    void inventoriesBelowADayAreUnstable() {
        refused("unstable", () -> run(DisruptionModel.ario().with(InventoryDays.of(1))));
        run(DisruptionModel.ario().with(InventoryDays.of(1)).with(new InputRule.Leontief()));
    }

    @Test
    void aShockOnAnEmptyLinkOrAfterTheEndWarns() {
        double[] z = new double[36];
        z[1] = 5;
        double[] y = new double[12];
        y[2] = 5;
        World world = TestWorlds.of(2, 3, z, y);
        DisruptionRun outcome = new Disruption(world, 1)
                .run(
                        DisruptionScenario.of(
                                "empty",
                                DisruptionModel.ario(),
                                20,
                                new Shock.LinkCut(Selection.of("EAB", "s0"), Buyers.of("EAA"), 1, Timing.of(50, 2))),
                        Recorded.NOTHING);
        assertEquals(2, outcome.warnings().size(), outcome.warnings().toString());
        assertTrue(
                outcome.warnings().stream().anyMatch(Warning.NoFlow.class::isInstance),
                outcome.warnings().toString());
        assertEquals(List.of(), run(DisruptionModel.ario()).warnings());
    }
}
