package org.jiritsu.world;

import static org.jiritsu.Mistakes.assertBadData;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.Bundled;
import org.jiritsu.RandomWorlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each identity, broken on purpose, is found where it was broken. */
class WorldCheckTest {
    private static final String NUMBERS = "every flow is a number";
    private static final String ROWS = "row sums: output = intermediate + final sales";
    private static final String COLUMNS = "column sums: purchases at most twice output";
    private static final String EMPTY = "an industry with purchases has output";
    private static final String TOTAL = "world total: value added = final demand";
    private static final String GDP = "GDP of every economy is above zero";

    private final World sound = RandomWorlds.of(11, 3, 2);

    private World with(int row, int column, double value) {
        return RandomWorlds.withFlows(
                sound,
                (i, j) -> i == row && j == column ? value : RandomWorlds.cell(sound, i, j),
                RandomWorlds.output(sound));
    }

    private World withOutput(int industry, double value) {
        double[] x = RandomWorlds.output(sound);
        x[industry] = value;
        return RandomWorlds.withFlows(sound, (i, j) -> RandomWorlds.cell(sound, i, j), x);
    }

    private static WorldCheck.Finding finding(World world, String check) {
        return WorldCheck.of(world).stream()
                .filter(f -> f.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static void assertBroken(World world, String check, String where) {
        WorldCheck.Finding finding = finding(world, check);
        assertFalse(finding.holds(), finding.toString());
        assertEquals(where, finding.where());
    }

    @Test
    void everyIdentityHoldsOnASoundWorld() {
        assertDoesNotThrow(() -> WorldCheck.require(sound));
        for (String check : List.of(NUMBERS, ROWS, COLUMNS, EMPTY, TOTAL, GDP)) {
            assertTrue(finding(sound, check).holds(), check);
        }
    }

    @Test
    void aFlowThatIsNotANumberIsFound() {
        assertBroken(with(4, 1, Double.NaN), NUMBERS, "E2_s0");
        assertBroken(with(3, sound.size(), Double.POSITIVE_INFINITY), NUMBERS, "E1_s1");
        assertBadData(() -> WorldCheck.require(with(4, 1, Double.NaN)), NUMBERS, "E2_s0");
    }

    @Test
    void aRowThatDoesNotAddUpIsFound() {
        World broken = with(2, 3, sound.z(2, 3) + 1);
        assertBroken(broken, ROWS, "E1_s0");
        assertEquals(1, finding(broken, ROWS).worst(), 1e-9);
        assertBadData(() -> WorldCheck.require(broken), ROWS, "E1_s0");
    }

    @Test
    void purchasesAboveTwiceTheOutputAreFound() {
        World broken = with(0, 5, 3 * sound.output(5));
        assertBroken(broken, COLUMNS, "E2_s1");
    }

    @Test
    void purchasesWithoutOutputAreFound() {
        assertBroken(withOutput(1, 0), EMPTY, "E0_s1");
        assertBroken(withOutput(1, -5), EMPTY, "E0_s1");
    }

    @Test
    void whatIsTooSmallToMatterRefusesNoWorld() {
        double largest = Arrays.stream(RandomWorlds.output(sound)).max().orElseThrow();
        for (double size : new double[] {1e-8, 1e-5}) {
            World tiny = RandomWorlds.withFlows(
                    sound,
                    (i, j) -> i == 1 ? 0 : j == 1 ? (i == 2 ? size * largest : 0) : RandomWorlds.cell(sound, i, j));
            assertEquals(0, tiny.output(1));
            assertEquals(size * largest, finding(tiny, EMPTY).worst());
            assertEquals(size < 1e-6, finding(tiny, EMPTY).holds());
            if (size < 1e-6) {
                assertTrue(WorldCheck.checked(tiny)
                        .about()
                        .notes()
                        .getLast()
                        .english()
                        .contains("E0_s1"));
            }
        }
    }

    @Test
    void aTotalThatDoesNotCloseIsFound() {
        assertFalse(finding(with(2, sound.size(), sound.y(2, 0, 0) + 1), TOTAL).holds());
    }

    @Test
    void anEconomyWithoutValueAddedIsFound() {
        double[] x = RandomWorlds.output(sound);
        x[2] -= sound.valueAdded(2);
        x[3] -= sound.valueAdded(3) + 1;
        assertBroken(RandomWorlds.withFlows(sound, (i, j) -> RandomWorlds.cell(sound, i, j), x), GDP, "E1");
    }

    @Test
    void whatIsNoErrorIsCountedAndPlaced() {
        World odd = with(1, 4, -2);
        WorldCheck.Finding note = finding(odd, "negative intermediate flows");
        assertTrue(note.holds() && note.informs());
        assertEquals(1, note.worst());
        assertEquals("E0_s1 to E2_s0 (2.00000)", note.where());
        long drawnDown = Arrays.stream(new int[] {0, 1, 2, 3, 4, 5})
                .mapToLong(i -> java.util.stream.IntStream.range(0, 3)
                        .filter(e -> sound.y(i, e, 1) < 0)
                        .count())
                .sum();
        assertEquals(
                drawnDown, finding(sound, "negative changes of inventories").worst());
        World idle = RandomWorlds.withFlows(sound, (i, j) -> i == 3 || j == 3 ? 0 : RandomWorlds.cell(sound, i, j));
        assertEquals(1, finding(idle, "industries with zero output").worst());
        assertDoesNotThrow(() -> WorldCheck.require(idle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiod1995", "wiod2000", "wiod2005", "wiod2008", "wiod2011"})
    void theBundledWorldsHold(String id) {
        assertDoesNotThrow(() -> WorldCheck.require(Bundled.world(id)));
    }
}
