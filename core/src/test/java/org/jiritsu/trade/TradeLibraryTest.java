package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jiritsu.base.InputException;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeLibraryTest {
    private static final TradeLibrary LIBRARY = new TradeLibrary(Worlds.DATA);
    private static final WorldStore STORE = new WorldStore(Worlds.DATA, Path.of("none"));

    @ParameterizedTest
    @CsvSource({"wiod1995", "wiod2000", "wiod2005", "wiod2008", "wiod2011", "icio2022"})
    void everyBundledWorldIsAnExactEquilibrium(String id) {
        TradeData data = data(id, "GYY");
        TradeModel model = TradeModel.of(data, Deficits.OBSERVED);
        assertEquals(0, model.calibration().steps());
        assertTrue(
                model.calibration().residual().size() < 1e-12,
                model.calibration().residual().toString());
        assertTrue(data.notes().stream().anyMatch(n -> n.english().contains("section 301")));
    }

    /** Every published set, the extreme ones too (θ from 0.6 to 65), on a large change. */
    @ParameterizedTest
    @CsvSource({"BSY", "CP", "FGO", "IS", "LL", "Shap", "U4"})
    void everySetSolves(String set) {
        TradeModel model = TradeModel.of(data("icio2022", set), Deficits.ZERO);
        TradePolicy policy = LIBRARY.scenario("us-retaliation")
                .applyTo(model.baseline(), LIBRARY.groups())
                .policy();
        assertTrue(model.effects(policy).realIncomePct(model.baseline().economy("USA")) < 0);
    }

    /** The estimate has no negative cells, and a few industries with hardly any value added; WIOD 2011 has both. */
    @Test
    void repairsAreToldWhereThereWereAny() {
        assertTrue(data("wiod2011", "4.5").notes().stream()
                .anyMatch(n -> n.english().contains("exact equilibrium")));
        assertTrue(data("icio2022", "4.5").notes().stream()
                .anyMatch(n -> n.english().contains(", 0 negative cells")));
    }

    @Test
    void aNumberIsOneElasticityForAll() {
        assertEquals(4.5, data("wiod2011", "4.5").theta(7));
    }

    @Test
    void badInputIsAClearError() {
        assertMessage("you meant nafta", () -> LIBRARY.scenario("naftta"));
        assertMessage("No elasticities are known", () -> LIBRARY.theta(Worlds.random(1, 3, 1, 2), "GYY"));
        assertMessage("above 0", () -> data("wiod2011", "-2"));
    }

    private static TradeData data(String id, String set) {
        World world = STORE.open(id);
        return LIBRARY.data(world, LIBRARY.theta(world, set));
    }

    private static void assertMessage(String part, Runnable call) {
        String message = assertThrows(InputException.class, call::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
