package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.Bundled;
import org.jiritsu.RandomWorlds;
import org.jiritsu.base.InputException;
import org.jiritsu.world.internal.WorldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rounding can do to the row identities is granted to the last half unit, and no more. */
class RoundingTest {
    private static final double UNIT_OFF = 1;

    /** 3 economies of 4 sectors with 2 final uses: 12 + 6 sales and the output a row. */
    private static final double BOUND = 0.5 * (12 + 6 + 1);

    private final World fractions = RandomWorlds.of(5, 3, 4);
    private final Aggregation pairs = new Aggregation(
            new Aggregation.Mapping(Map.of("E1", "E0"), Optional.of(Aggregation.Mapping.SAME), Map.of()),
            new Aggregation.Mapping(Map.of("s1", "s0", "s3", "s2"), Optional.of(Aggregation.Mapping.SAME), Map.of()));

    @TempDir
    private Path folder;

    /** Whole cells, and an output as far from their sum as {@code off} says. */
    private World whole(double off) {
        World cells = RandomWorlds.withFlows(fractions, (i, j) -> Math.rint(RandomWorlds.cell(fractions, i, j)));
        double[] x = RandomWorlds.output(cells);
        Arrays.setAll(x, i -> x[i] + off);
        return RandomWorlds.withFlows(cells, (i, j) -> RandomWorlds.cell(cells, i, j), x);
    }

    private static boolean rowsHold(World world) {
        return WorldCheck.of(world).stream()
                .filter(f -> f.check().startsWith("row sums"))
                .allMatch(WorldCheck.Finding::holds);
    }

    @Test
    void wholeNumbersMayMissHalfAUnitACellAndNoMore() {
        assertTrue(rowsHold(whole(BOUND)));
        assertFalse(rowsHold(whole(BOUND + UNIT_OFF)));
        assertFalse(rowsHold(whole(-BOUND - UNIT_OFF)));
    }

    @Test
    void joinedRowsCarryTheRoundingOfTheirParts() {
        World joined = pairs.apply(whole(BOUND), "joined");
        assertArrayEquals(new double[] {4 * BOUND, 4 * BOUND, 2 * BOUND, 2 * BOUND}, joined.rounding());
        assertTrue(rowsHold(joined));
        assertFalse(rowsHold(pairs.apply(whole(BOUND + UNIT_OFF), "joined")));
        Aggregation rest = new Aggregation(
                Aggregation.Mapping.IDENTITY,
                new Aggregation.Mapping(Map.of("s2", "s0"), Optional.of(Aggregation.Mapping.SAME), Map.of()));
        assertArrayEquals(
                new double[] {8 * BOUND, 4 * BOUND}, rest.apply(joined, "twice").rounding());
    }

    @Test
    void fractionsCarryNone() {
        assertEquals(0, pairs.apply(fractions, "joined").rounding().length);
    }

    @Test
    void theBoundGoesWithTheWorld() throws IOException {
        World joined = pairs.apply(whole(BOUND), "joined");
        WorldFile.write(joined, folder.resolve("joined.npz"));
        assertSame(joined, WorldFile.read(folder.resolve("joined.npz")));
        WorldExport.csv(joined, folder.resolve("joined.csv"));
        assertSame(
                joined,
                TableFormat.LONG.read(
                        folder.resolve("joined.csv"), ImportOptions.of("back").year(2020)));
        WorldExport.pymrio(joined, folder.resolve("text"));
        assertSame(
                joined,
                TableFormat.PYMRIO.read(
                        folder.resolve("text"), ImportOptions.of("back").year(2020)));
        WorldExport.pymrioParquet(joined, folder.resolve("parquet"));
        assertSame(
                joined,
                TableFormat.PYMRIO.read(
                        folder.resolve("parquet"), ImportOptions.of("back").year(2020)));
    }

    private static void assertSame(World expected, World found) {
        assertTrue(WorldDiff.of(expected, found, 3).same());
        assertArrayEquals(expected.rounding(), found.rounding());
    }

    @Test
    void aRateConvertsTheBoundToo() throws IOException {
        WorldExport.pymrio(whole(BOUND - UNIT_OFF), folder.resolve("euro"));
        Path units = folder.resolve("euro/unit.txt");
        Files.writeString(units, Files.readString(units).replace("million USD", "million EUR"));
        World converted = TableFormat.PYMRIO.read(
                folder.resolve("euro"), ImportOptions.of("usd").year(2020).rate(1.1, "a test"));
        assertEquals(1.1 * BOUND, converted.rounding()[3], 1e-12);
    }

    @Test
    void aBoundForSomeIndustriesOnlyIsRefused() throws IOException {
        Path file = folder.resolve("joined.csv");
        WorldExport.csv(pairs.apply(whole(BOUND), "joined"), file);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        InputException refusal = assertThrows(
                InputException.class, () -> LongTable.read(file, TestWorlds.about("back"), LongTable.Names.NONE));
        assertTrue(refusal.getMessage().contains("no line ROUNDING"), refusal.getMessage());
    }

    /** The largest real case: a few industries of WIOD joined from hundreds. */
    @Test
    void wiodJoinedToTwoEconomiesHoldsAndComesBack() {
        World joined = new Aggregation(
                        new Aggregation.Mapping(Map.of("JPN", "JPN"), Optional.of("ROW"), Map.of()),
                        Aggregation.Mapping.IDENTITY)
                .apply(Bundled.world("wiod2011"), "two");
        assertDoesNotThrow(() -> WorldCheck.require(joined));
        WorldExport.pymrio(joined, folder.resolve("two"));
        assertSame(
                joined,
                TableFormat.PYMRIO.read(
                        folder.resolve("two"), ImportOptions.of("back").year(2011)));
    }
}
