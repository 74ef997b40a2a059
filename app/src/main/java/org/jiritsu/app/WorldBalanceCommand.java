package org.jiritsu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jiritsu.world.Balance;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "balance",
        mixinStandardHelpOptions = true,
        description = {
            "Bring a world to stated totals with the least change, by RAS or GRAS (docs/methods/balance.md).",
            "Totals are CSV lines total,label,value, where total is row or column."
        })
final class WorldBalanceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORLD", description = "the world to balance")
    private String world = "";

    @Option(names = "--controls", required = true, paramLabel = "CSV", description = "the totals to meet")
    private Path controls = Path.of("");

    @Option(names = "--as", required = true, paramLabel = "ID", description = "the name of the new world")
    private String id = "";

    @Override
    public Integer call() throws IOException {
        WorldStore store = Places.store();
        store.requireFree(id);
        Balance balance = Balance.of(store.open(world), Balance.Controls.read(controls), id);
        Path kept = store.keep(balance.world());
        System.err.printf(
                "World %s, kept in %s%n%s in %d passes; the worst total is met to %.1e%n",
                id, kept, balance.negativeCells() > 0 ? "GRAS" : "RAS", balance.iterations(), balance.worst());
        return 0;
    }
}
