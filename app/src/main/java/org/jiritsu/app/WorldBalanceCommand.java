package org.jiritsu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Balance;
import org.jiritsu.world.WorldCheck;
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

    @Option(
            names = "--even-if-broken",
            description = "keep a balanced world that breaks an identity of 'jiritsu world check'")
    private boolean evenIfBroken;

    @Override
    public Integer call() throws IOException {
        WorldStore store = Places.store();
        store.requireFree(id);
        Balance balance = Balance.of(store.open(world), Balance.Controls.read(controls), id);
        Optional<InputException> broken = WorldCheck.broken(balance.world());
        if (broken.isPresent() && !evenIfBroken) {
            InputException e = broken.get();
            throw e.with(
                    "These totals make a world that is not kept. " + e.what(),
                    e.expected(),
                    e.found(),
                    e.maybe() + " --even-if-broken keeps it all the same.");
        }
        Path kept = store.keep(balance.world());
        broken.ifPresent(e -> System.err.printf("Broken all the same: %s: %s%n", e.what(), e.found()));
        System.err.printf(
                "World %s, kept in %s%n%s in %d passes; the worst total is met to %.1e%n",
                id, kept, balance.negativeCells() > 0 ? "GRAS" : "RAS", balance.iterations(), balance.worst());
        return 0;
    }
}
