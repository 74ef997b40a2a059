package org.jiritsu.hedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.jiritsu.ensemble.CellEngine;
import org.jiritsu.ensemble.CellStore;
import org.jiritsu.ensemble.LocalEngine;
import org.junit.jupiter.api.Test;

/** Answers through an engine and a store are those of the model alone. */
class StoredTest {
    private static final Criterion REGRET = new Criterion.MinimaxRegret();

    @Test
    void theStoreAndTheThreadsChangeNoDigit() {
        Menu menu = Examples.random(7, 3);
        List<Future> futures = Examples.futures(12);
        LossModel model = Examples.covering(menu, futures, 3);
        Optimum plain = HedgingTest.hedging(menu, futures, model).optimum(REGRET, 50);
        CellStore store = CellStore.inMemory();
        for (int threads : new int[] {1, 3}) {
            Losses losses =
                    Losses.stored(menu, futures, model, new LocalEngine(threads, 4), store, CellEngine.Progress.NONE);
            assertEquals(
                    plain, new Hedging(menu, losses, Chances.equal(12), Hedging.Settings.usual(3)).optimum(REGRET, 50));
        }
        int cells = store.size();
        assertTrue(cells > 0);
        Losses again = Losses.stored(menu, futures, model, new LocalEngine(1, 4), store, CellEngine.Progress.NONE);
        new Hedging(menu, again, Chances.equal(12), Hedging.Settings.usual(3)).optimum(REGRET, 50);
        assertEquals(cells, store.size(), "a second run computes nothing");
    }

    @Test
    void aCellCanBeHandedToAnotherMachine() throws IOException, ClassNotFoundException {
        LossModel.Input input = new LossModel.Input(new Portfolio(List.of(2, 0)), Examples.future("x", 5));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(input);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(input, in.readObject());
        }
    }

    @Test
    void aCellIsNamedByWhatItsLossDependsOn() {
        Menu menu = Examples.menu(List.of(Examples.hedge("a", 1, 2), Examples.hedge("b", 1)));
        Menu other = Examples.menu(List.of(Examples.hedge("b", 9), Examples.hedge("a", 7, 8)));
        LossModel model = Examples.covering(menu, Examples.futures(1), 1);
        Future future = Examples.future("x", 5);
        String one = Losses.identity(menu, model, new LossModel.Input(new Portfolio(List.of(2, 0)), future));
        assertEquals(
                one,
                Losses.identity(other, model, new LossModel.Input(new Portfolio(List.of(0, 2)), future)),
                "not by its place on the menu or its price");
        assertNotEquals(one, Losses.identity(menu, model, new LossModel.Input(new Portfolio(List.of(1, 0)), future)));
        assertNotEquals(
                one,
                Losses.identity(
                        menu, model, new LossModel.Input(new Portfolio(List.of(2, 0)), Examples.future("x", 6))));
    }
}
