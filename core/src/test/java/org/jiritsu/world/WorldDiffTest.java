package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldDiffTest {
    private final World world = TestWorlds.random(5, 3, 2, false);

    @Test
    void aWorldIsTheSameAsItself() {
        WorldDiff diff = WorldDiff.of(world, world, 3);
        assertTrue(diff.same());
        assertEquals(6 * (6 + 6) + 6, diff.cellsCompared());
        assertEquals(0, diff.totalsA().largestDifference(diff.totalsB()));
    }

    @Test
    void findsTheCellThatDiffers() {
        WorldDiff diff = WorldDiff.of(world, TestWorlds.changed(world, 4, 1, 2.5), 3);
        assertFalse(diff.same());
        assertEquals(2, diff.cellsDiffering());
        assertEquals(2.5, diff.worst().getFirst().difference(), 1e-9);
        assertEquals(
                List.of("E2_s0"),
                diff.worst().stream().map(WorldDiff.Cell::from).distinct().toList());
        assertEquals(
                List.of("E0_s1", "OUT"),
                diff.worst().stream().map(WorldDiff.Cell::to).sorted().toList());
        assertEquals(2.5, diff.totalsB().intermediate() - diff.totalsA().intermediate(), 1e-9);
    }

    @Test
    void comparesWhatBothHaveAndNamesTheRest() {
        Aggregation.Mapping joined =
                new Aggregation.Mapping(Map.of("E1", "E9"), Optional.of(Aggregation.Mapping.SAME), Map.of());
        World other = new Aggregation(joined, Aggregation.Mapping.IDENTITY).apply(world, "other");
        WorldDiff diff = WorldDiff.of(world, other, 3);
        assertEquals(
                List.of(new WorldDiff.Label("economy", "E1", "random"), new WorldDiff.Label("economy", "E9", "other")),
                diff.labels());
        assertEquals(0, diff.cellsDiffering());
        assertEquals(4 * (4 + 4) + 4, diff.cellsCompared());
    }
}
