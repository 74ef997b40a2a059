package org.jiritsu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Aggregation;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        description = {
            "Join economies or sectors of a world into a new one.",
            "Maps are CSV lines from,to[,name]; a line *,ROW sends all others to ROW, *,* leaves them as they are."
        })
final class WorldAggregateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORLD", description = "the world to join")
    private String world = "";

    @Option(names = "--economies", paramLabel = "MAP", description = "where each economy goes")
    private Optional<Path> economies = Optional.empty();

    @Option(names = "--sectors", paramLabel = "MAP", description = "where each sector goes")
    private Optional<Path> sectors = Optional.empty();

    @Option(names = "--as", required = true, paramLabel = "ID", description = "the name of the new world")
    private String id = "";

    @Override
    public Integer call() throws IOException {
        if (economies.isEmpty() && sectors.isEmpty()) {
            throw InputException.use(
                    "Nothing to join", "--economies MAP or --sectors MAP", "neither", "name a map: lines of from,to.");
        }
        WorldStore store = Places.store();
        store.requireFree(id);
        Aggregation aggregation = new Aggregation(
                economies.map(Aggregation.Mapping::read).orElse(Aggregation.Mapping.IDENTITY),
                sectors.map(Aggregation.Mapping::read).orElse(Aggregation.Mapping.IDENTITY));
        Path kept = store.keep(aggregation.apply(store.open(world), id));
        System.err.printf("World %s, kept in %s%n", id, kept);
        return 0;
    }
}
