package org.jiritsu.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiritsu.study.WorldTables;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "worlds",
        mixinStandardHelpOptions = true,
        description = "List the worlds at hand, or the economies and sectors of one.")
final class WorldsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", description = "list the codes of this world")
    private Optional<String> id = Optional.empty();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        WorldStore store = Places.store();
        output.give(id.isPresent() ? WorldTables.codes(store.open(id.get())) : WorldTables.list(store));
        return 0;
    }
}
