package org.jiritsu.world;

import java.nio.file.Path;
import org.jiritsu.world.internal.tables.Exports;

/** Writes worlds for other tools. What is written is whole or not there; nothing is overwritten. */
public final class WorldExport {
    private WorldExport() {}

    /** The long form that {@link LongTable} reads back bit by bit; gzipped if the name ends in {@code .gz}. */
    public static void csv(World world, Path file) {
        Exports.csv(world, file);
    }

    /** The long form as parquet: columns {@code from}, {@code to} (text) and {@code value} (double). */
    public static void parquet(World world, Path file) {
        Exports.parquet(world, file);
    }

    /** A folder of tab-separated text that {@code pymrio.load_all} opens and {@link TableFormat#PYMRIO} reads back. */
    public static void pymrio(World world, Path folder) {
        Exports.pymrio(world, folder, false);
    }

    /** The same folder with parquet files, which pandas reads faster. */
    public static void pymrioParquet(World world, Path folder) {
        Exports.pymrio(world, folder, true);
    }
}
