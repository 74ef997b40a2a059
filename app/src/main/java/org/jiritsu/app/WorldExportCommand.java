package org.jiritsu.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a world for other tools; what is there already is never overwritten.")
final class WorldExportCommand implements Callable<Integer> {
    enum To {
        CSV,
        PARQUET,
        PYMRIO,
        PYMRIO_PARQUET
    }

    @Parameters(paramLabel = "WORLD", description = "the world to write")
    private String world = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORM",
            description = "csv or parquet (long form), pymrio or pymrio_parquet (a folder that pymrio opens)")
    private To to = To.CSV;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PATH",
            description = "a new file or folder")
    private Path path = Path.of("");

    @Override
    public Integer call() {
        World opened = Places.store().open(world);
        switch (to) {
            case CSV -> WorldExport.csv(opened, path);
            case PARQUET -> WorldExport.parquet(opened, path);
            case PYMRIO -> WorldExport.pymrio(opened, path);
            case PYMRIO_PARQUET -> WorldExport.pymrioParquet(opened, path);
        }
        System.err.println("Written: " + path);
        return 0;
    }
}
