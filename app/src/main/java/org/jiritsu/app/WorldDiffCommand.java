package org.jiritsu.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "What differs between two worlds: codes, totals, and the cells that differ most.")
final class WorldDiffCommand implements Callable<Integer> {
    private static final int CELLS = 30;

    @Parameters(index = "0", paramLabel = "A")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B")
    private String b = "";

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        WorldStore store = Places.store();
        output.give(WorldTables.diff(store.open(a), store.open(b), CELLS));
        return 0;
    }
}
