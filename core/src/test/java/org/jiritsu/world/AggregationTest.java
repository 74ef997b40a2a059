package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregationTest {
    private final World world = TestWorlds.random(3, 4, 3, true);

    @TempDir
    private Path folder;

    private static Aggregation.Mapping some(Map<String, String> to) {
        return new Aggregation.Mapping(to, Optional.of(Aggregation.Mapping.SAME), Map.of());
    }

    @Test
    void nothingJoinedChangesNothing() {
        World same = new Aggregation(Aggregation.Mapping.IDENTITY, Aggregation.Mapping.IDENTITY).apply(world, "same");
        assertTrue(WorldDiff.of(world, same, 5).same());
        assertEquals(world.sectors(), same.sectors());
    }

    @Test
    void sumsTheCellsOfWhatIsJoined() {
        World joined =
                new Aggregation(some(Map.of("E1", "BLOC", "E3", "BLOC")), some(Map.of("s2", "s0"))).apply(world, "j");
        assertEquals(
                List.of("E0", "BLOC", "E2"),
                joined.economies().stream().map(Economy::code).toList());
        assertEquals(
                List.of("s0", "s1"), joined.sectors().stream().map(Sector::code).toList());
        double expected = 0;
        for (int from :
                new int[] {world.industry(1, 0), world.industry(1, 2), world.industry(3, 0), world.industry(3, 2)}) {
            expected += world.z(from, world.industry(2, 1));
        }
        assertEquals(expected, joined.z(joined.industry(1, 0), joined.industry(2, 1)), 1e-12);
        assertEquals(
                world.y(world.industry(0, 1), 1, 1) + world.y(world.industry(0, 1), 3, 1),
                joined.y(joined.industry(0, 1), 1, 1),
                1e-12);
        assertEquals(world.gdp(1) + world.gdp(3), joined.gdp(1), 1e-9);
        WorldCheck.require(joined);
        assertTrue(joined.about().notes().getLast().english().contains("4 economies x 3 sectors to 3 x 2"));
    }

    @Test
    void twoStepsAreOne() {
        Aggregation first = new Aggregation(some(Map.of("E0", "A", "E1", "A")), Aggregation.Mapping.IDENTITY);
        Aggregation second = new Aggregation(some(Map.of("A", "B", "E2", "B")), some(Map.of("s1", "s0")));
        Aggregation both = new Aggregation(some(Map.of("E0", "B", "E1", "B", "E2", "B")), some(Map.of("s1", "s0")));
        WorldDiff diff = WorldDiff.of(second.apply(first.apply(world, "a"), "b"), both.apply(world, "c"), 1);
        assertTrue(diff.labels().isEmpty());
        assertTrue(diff.worst().isEmpty() || Math.abs(diff.worst().getFirst().difference()) < 1e-10);
    }

    @Test
    void readsAMapWithARestAndNames() throws IOException {
        Path map = Files.writeString(folder.resolve("map.csv"), "from,to,name\nE0,HOME,The home\n*,ROW,All others\n");
        World joined = new Aggregation(Aggregation.Mapping.read(map), Aggregation.Mapping.IDENTITY).apply(world, "j");
        assertEquals(List.of(new Economy("HOME", "The home"), new Economy("ROW", "All others")), joined.economies());
    }

    @Test
    void refusesAMapThatLeavesCodesOut() throws IOException {
        Path map = Files.writeString(folder.resolve("map.csv"), "from,to\nE0,HOME\n");
        Aggregation aggregation = new Aggregation(Aggregation.Mapping.read(map), Aggregation.Mapping.IDENTITY);
        String message = assertThrows(InputException.class, () -> aggregation.apply(world, "j"))
                .getMessage();
        assertTrue(message.contains("E1, E2, E3") && message.contains("'*,*'"), message);
    }

    @Test
    void refusesACodeThatTheWorldHasNot() {
        Aggregation aggregation = new Aggregation(some(Map.of("E9", "A")), Aggregation.Mapping.IDENTITY);
        assertTrue(assertThrows(InputException.class, () -> aggregation.apply(world, "j"))
                .getMessage()
                .contains("E9"));
    }

    @Test
    void refusesACodeThatGoesToTwo() throws IOException {
        Path map = Files.writeString(folder.resolve("map.csv"), "from,to\nE0,A\nE0,B\n*,*\n");
        String message = assertThrows(InputException.class, () -> Aggregation.Mapping.read(map))
                .getMessage();
        assertTrue(message.contains("line 3"), message);
    }
}
