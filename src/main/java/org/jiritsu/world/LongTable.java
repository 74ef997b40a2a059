package org.jiritsu.world;

import java.nio.file.Path;
import java.util.Map;
import org.jiritsu.world.internal.LongTableReader;

/**
 * The generic long form of a world table: CSV lines {@code from,to,value}, plain or gzipped, where {@code from} is an
 * industry {@code ECONOMY_SECTOR}, and {@code to} an industry or a final use {@code ECONOMY_USE}. A line from {@code OUT}
 * to an industry gives its published gross output; without such lines output is the row sum.
 */
public final class LongTable {
    private LongTable() {}

    /**
     * Names for the codes in the file: what is not named keeps its code.
     *
     * @param economies by the file's own economy code
     * @param sectors by the file's own sector code
     */
    public record Names(Map<String, Economy> economies, Map<String, Sector> sectors) {
        public static final Names NONE = new Names(Map.of(), Map.of());

        public Names {
            economies = Map.copyOf(economies);
            sectors = Map.copyOf(sectors);
        }
    }

    /**
     * Reads the file whole, or not at all, and holds it to the identities of {@link WorldCheck}.
     *
     * @throws InputException naming file, line and what is wrong
     */
    public static World read(Path file, About about, Names names) {
        World world = LongTableReader.read(file, about, names);
        WorldCheck.require(world);
        return world;
    }
}
