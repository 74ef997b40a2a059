package org.jiritsu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Aggregation;
import org.jiritsu.world.EconomyGroup;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldCheck;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        description = {
            "Join economies or sectors of a world into a new one.",
            "Maps are CSV lines from,to[,name]; a line *,ROW sends all others to ROW, *,* leaves them as they are.",
            "For one question '--world icio2022+EU27' joins a group too, and keeps nothing."
        })
final class WorldAggregateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORLD", description = "the world to join")
    private String world = "";

    @Option(
            names = "--economies",
            paramLabel = "MAP",
            description = "where each economy goes; or a group such as EU27, ASEAN or G7")
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
        World opened = store.open(world);
        Optional<EconomyGroup> group =
                economies.filter(path -> !Files.exists(path)).flatMap(path -> EconomyGroup.find(path.toString()));
        if (group.isPresent()) {
            opened = group.get().joinedIn(opened, id);
            economies = Optional.empty();
        }
        Aggregation aggregation = new Aggregation(
                economies.map(Aggregation.Mapping::read).orElse(Aggregation.Mapping.IDENTITY),
                sectors.map(Aggregation.Mapping::read).orElse(Aggregation.Mapping.IDENTITY));
        World joined = aggregation.apply(opened, id);
        WorldCheck.require(joined);
        Path kept = store.keep(joined);
        System.err.printf("World %s, kept in %s%n", id, kept);
        return 0;
    }
}
