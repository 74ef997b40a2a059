package org.jiritsu.world;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.world.internal.tables.TableReaders;

/**
 * The generic long form of a world table: CSV lines {@code from,to,value}, plain, gzipped or in a zip, where {@code from} is an
 * industry {@code ECONOMY_SECTOR}, and {@code to} an industry or a final use {@code ECONOMY_USE}. A line from {@code OUT}
 * to an industry gives its published gross output; without such lines output is the row sum. Under the header
 * {@code from;to;value} decimals stand behind a comma.
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

        /**
         * @param economies CSV with the columns {@code file_code,code,name}
         * @param sectors CSV with the columns {@code file_code,code,name} and, where there is one, {@code classification}
         * @throws InputException naming file, line and what is wrong
         */
        public static Names read(Optional<Path> economies, Optional<Path> sectors) {
            Map<String, Economy> economyNames = new HashMap<>();
            Map<String, Sector> sectorNames = new HashMap<>();
            lines(economies, List.of())
                    .forEach(line -> economyNames.put(
                            line.filled("file_code"), new Economy(line.filled("code"), line.filled("name"))));
            lines(sectors, List.of("classification"))
                    .forEach(line -> sectorNames.put(
                            line.filled("file_code"),
                            new Sector(line.filled("code"), line.text("classification"), line.filled("name"))));
            return new Names(economyNames, sectorNames);
        }

        private static List<Csv.Row> lines(Optional<Path> file, List<String> optional) {
            return file.isEmpty() ? List.of() : Csv.read(file.get(), List.of("file_code", "code", "name"), optional);
        }
    }

    /**
     * Reads the file whole, or not at all, and holds it to the identities of {@link WorldCheck}.
     *
     * @throws InputException naming file, line and what is wrong
     */
    public static World read(Path file, About about, Names names) {
        return read(file, about, names, ImportOptions.UNWATCHED);
    }

    /** @param progress as in {@link ImportOptions} */
    public static World read(Path file, About about, Names names, ObjDoubleConsumer<String> progress) {
        World world = TableReaders.readLong(file, about, names, progress);
        return WorldCheck.checked(world);
    }
}
