package org.jiritsu.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ObjDoubleConsumer;
import org.jiritsu.base.InputException;
import org.jiritsu.world.About;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.LongTable;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring in a world table as it was downloaded, whole or not at all (docs/formats.md).",
            "FORMAT: icio, wiod, adb, figaro, exiobase, eora26, pymrio, cp1993, or long (CSV lines from,to,value)."
        })
final class WorldImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FORMAT", description = "the layout of the table")
    private String format = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "a file, plain or gzipped, a zip, or a folder")
    private Path path = Path.of("");

    @Option(names = "--as", required = true, paramLabel = "ID", description = "the name to ask for it by")
    private String id = "";

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "the year, if the file does not say it or holds several")
    private Optional<Integer> year = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "USD",
            description = {
                "USD for one unit of the table's currency, such as 1.0530 for one EUR, if it is not in USD;",
                "whether the table is in thousands or millions is seen from the table"
            })
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--rate-source",
            paramLabel = "TEXT",
            defaultValue = "not stated",
            description = "where the rate comes from")
    private String rateSource = "";

    @Option(
            names = "--keep-parts",
            description = {
                "format icio: keep CN1, CN2, MX1 and MX2 apart through the inverse, as sectors of their own;",
                "indicators then agree with the OECD's, and the table is up to four times as large"
            })
    private boolean keepParts;

    @Option(names = "--title", paramLabel = "TEXT", description = "format long: what the table is")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            defaultValue = "not stated",
            description = "format long: who published it")
    private String source = "";

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            defaultValue = "not stated",
            description = "format long: terms of use")
    private String licence = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "format long: a limit to print with every result; repeatable")
    private List<String> notes = List.of();

    @Option(names = "--economies", paramLabel = "CSV", description = "format long: names, columns file_code,code,name")
    private Optional<Path> economies = Optional.empty();

    @Option(
            names = "--sectors",
            paramLabel = "CSV",
            description = "format long: names, columns file_code,code,classification,name")
    private Optional<Path> sectors = Optional.empty();

    @Override
    public Integer call() {
        TableFormat layout = TableFormat.of(format, path);
        if (keepParts && layout != TableFormat.ICIO) {
            throw InputException.use(
                    "Format %s has no parts to keep".formatted(layout),
                    "--keep-parts with format icio only",
                    "--keep-parts",
                    "it reads without --keep-parts.");
        }
        WorldStore store = Places.store();
        store.requireFree(id);
        Progress.Meter meter = new Progress.Meter("Reading");
        World world;
        try {
            world = layout == TableFormat.LONG
                    ? longTable(meter)
                    : layout.read(path, options().progress(meter));
        } finally {
            meter.done();
        }
        Path kept = store.keep(world, path);
        System.err.printf(
                "World %s: %s, %d economies x %d sectors, kept in %s%n",
                id, world.about().title(), world.economyCount(), world.sectorCount(), kept);
        world.about().notes().forEach(note -> System.err.println("Note: " + note));
        return 0;
    }

    private ImportOptions options() {
        ImportOptions options = ImportOptions.of(id).keepParts(keepParts);
        options = year.isPresent() ? options.year(year.get()) : options;
        return rate.isPresent() ? options.rate(rate.get(), rateSource) : options;
    }

    private World longTable(ObjDoubleConsumer<String> progress) {
        if (year.isEmpty() || rate.isPresent()) {
            throw InputException.use(
                    "The long form is lines of million USD and says no year",
                    "--year YEAR, and no --rate",
                    year.isEmpty() ? "no --year" : "--rate",
                    "add '--year 2020'.");
        }
        int stated = options().year().orElseThrow();
        About about = new About(
                id,
                title.orElse(String.valueOf(path.getFileName())),
                stated,
                About.MILLION_USD.english(),
                source,
                licence,
                "gross output minus the column sum of intermediate purchases, so it holds taxes and margins too",
                notes);
        return LongTable.read(path, about, LongTable.Names.read(economies, sectors), progress);
    }
}
