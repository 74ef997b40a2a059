package org.jiritsu.hedge.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against ema_workbench 2.5.3 (scikit-learn's tree) on the data of Bryant & Lempert (2010). */
class CartTest {
    private final Cases cases = BryantLempert.cases();

    @Test
    void theLeafOfThePublishedTreeIsFound() {
        List<Box> leaves = new Cart(0.05).leaves(cases);
        Box.Score densest = new Cart(0.05).find(cases, 0.5).getFirst().on(cases);
        assertEquals(0.606742, densest.coverage(), 5e-7);
        assertEquals(0.642857, densest.density(), 5e-7);
    }

    @Test
    void leavesPartTheCases() {
        List<Box> leaves = new Cart(0.05).leaves(cases);
        for (double[] values : cases.values()) {
            assertEquals(1, leaves.stream().filter(box -> box.contains(values)).count());
        }
        assertTrue(leaves.stream().allMatch(box -> box.on(cases).in() >= 44));
    }
}
