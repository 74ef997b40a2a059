package org.jiritsu.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.world.internal.tables.TableReaders;

/** The published layouts of world tables that can be read; each is described in docs/formats.md. */
public enum TableFormat {
    /** OECD inter-country input-output tables, CSV, editions 2021, 2023 and 2025. */
    ICIO,
    /** World Input-Output Database, releases 2013 and 2016, CSV or xlsx. */
    WIOD,
    /** Multiregional tables of the Asian Development Bank, xlsx or CSV. */
    ADB,
    /** Eurostat FIGARO, industry by industry, matrix or flat CSV. */
    FIGARO,
    /** EXIOBASE 1, 2 and 3, folder or zip. */
    EXIOBASE,
    /** Eora26 at basic prices, folder or zip. */
    EORA26,
    /** A system that pymrio saved as text or parquet, folder or zip. */
    PYMRIO,
    /** The replication files of Caliendo and Parro (2015), folder: see {@link CaliendoParroFiles}. */
    CP1993,
    /** Lines of {@code from,to,value}: see {@link LongTable}. */
    LONG;

    /**
     * @param path the table, whose layout is suggested where the name is none
     * @throws InputException naming the formats, if there is none of this name
     */
    public static TableFormat of(String name, Path path) {
        List<String> names = Arrays.stream(values()).map(TableFormat::toString).toList();
        int at = names.indexOf(name.strip().toLowerCase(Locale.ROOT));
        if (at < 0) {
            Optional<String> laidOut = Files.exists(path) ? sniff(path).map(TableFormat::toString) : Optional.empty();
            throw InputException.use(
                    "Unknown format",
                    "one of " + String.join(", ", names),
                    name,
                    laidOut.map(found -> "you meant " + found + ": the table is laid out so.")
                            .or(() -> NearestWord.of(name, names).map(near -> "you meant " + near + "."))
                            .orElse("the table can be brought into lines of from,to,value: format long."));
        }
        return values()[at];
    }

    /**
     * Reads a table whole or not at all, holds it against the totals that it states and against {@link WorldCheck}.
     *
     * @param path a file, a gzipped file or a zip; for {@code EXIOBASE}, {@code EORA26} and {@code PYMRIO} a folder or a zip,
     *     for {@code CP1993} a folder
     * @throws InputException naming place, what was expected and what was found; if the file is in another format than
     *     this, the last line says in which
     */
    public World read(Path path, ImportOptions options) {
        World world = TableReaders.read(this, path, options);
        return WorldCheck.checked(world);
    }

    /** The format in which a table is laid out, as far as its first lines tell. */
    public static Optional<TableFormat> sniff(Path path) {
        return TableReaders.sniff(path);
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
