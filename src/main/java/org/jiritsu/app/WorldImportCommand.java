package org.jiritsu.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.InputException;
import org.jiritsu.world.LongTable;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring in your own world table, whole or not at all.",
            "Format 'long': CSV lines from,to,value (docs/formats.md)."
        })
final class WorldImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FORMAT", description = "long")
    private String format = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "the file, plain or gzipped")
    private Path path = Path.of("");

    @Option(names = "--as", required = true, paramLabel = "ID", description = "the name to ask for it by")
    private String id = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "the year of the table")
    private int year;

    @Option(names = "--title", paramLabel = "TEXT", description = "what the table is (default: the file's name)")
    private Optional<String> title = Optional.empty();

    @Option(names = "--source", paramLabel = "TEXT", defaultValue = "not stated", description = "who published it")
    private String source = "";

    @Option(names = "--licence", paramLabel = "TEXT", defaultValue = "not stated", description = "terms of use")
    private String licence = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "a limit to print with every result; repeatable")
    private List<String> notes = List.of();

    @Option(names = "--economies", paramLabel = "CSV", description = "names: columns file_code,code,name")
    private Optional<Path> economies = Optional.empty();

    @Option(names = "--sectors", paramLabel = "CSV", description = "names: columns file_code,code,classification,name")
    private Optional<Path> sectors = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (!format.equals("long")) {
            throw InputException.use("Unknown format", "long", format, "your file is in lines of from,to,value: say 'long'.");
        }
        WorldStore store = Places.store();
        store.requireFree(id);
        About about = new About(id, title.orElse(path.getFileName().toString()), year, "million USD, current prices",
                source, licence,
                "gross output minus the column sum of intermediate purchases, so it holds taxes and margins too", notes);
        World world = LongTable.read(path, about, new LongTable.Names(economyNames(), sectorNames()));
        Path kept = store.keep(world);
        System.err.printf("World %s: %d economies x %d sectors, kept in %s%n",
                id, world.economyCount(), world.sectorCount(), kept);
        return 0;
    }

    private Map<String, Economy> economyNames() throws IOException {
        Map<String, Economy> names = new HashMap<>();
        for (NamedCsvRecord line : lines(economies, List.of("file_code", "code", "name"))) {
            names.put(line.getField("file_code"), new Economy(line.getField("code"), line.getField("name")));
        }
        return names;
    }

    private Map<String, Sector> sectorNames() throws IOException {
        Map<String, Sector> names = new HashMap<>();
        for (NamedCsvRecord line : lines(sectors, List.of("file_code", "code", "classification", "name"))) {
            names.put(line.getField("file_code"),
                    new Sector(line.getField("code"), line.getField("classification"), line.getField("name")));
        }
        return names;
    }

    private static List<NamedCsvRecord> lines(Optional<Path> file, List<String> columns) throws IOException {
        if (file.isEmpty()) {
            return List.of();
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file.get())) {
            List<NamedCsvRecord> lines = csv.stream().toList();
            if (lines.isEmpty() || !lines.getFirst().getHeader().containsAll(columns)) {
                throw InputException.data(file.get() + ", line 1", "the columns " + String.join(",", columns),
                        lines.isEmpty() ? "no lines" : String.join(",", lines.getFirst().getHeader()),
                        "a column has another name.");
            }
            return lines;
        }
    }
}
