package org.jiritsu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.EstimatedWorld.Services;
import org.jiritsu.world.EstimatedWorld.Split;
import org.jiritsu.world.WorldStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Estimate a world of 2018 to 2022 from its bilateral flows and an older table (docs/methods/world-2022.md).",
            "icio2022 comes built; the others are made on demand and kept with your own worlds."
        })
final class WorldBuildCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("icio(20(?:18|19|20|21|22))");
    private static final String SEED = "wiod2011";

    @Parameters(paramLabel = "ID", description = "icio2018, icio2019, icio2020, icio2021 or icio2022")
    private String id = "";

    @Option(
            names = "--split",
            paramLabel = "HOW",
            defaultValue = "seeded",
            description = "how uses draw on origins: seeded (default) by the older table's pattern, or proportional")
    private Split split = Split.SEEDED;

    @Option(
            names = "--services",
            paramLabel = "HOW",
            defaultValue = "apart",
            description = "18 service industries (apart, default), or one block as the given flows have them (one)")
    private Services services = Services.APART;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write the world to this file instead")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Matcher year = ID.matcher(id);
        if (!year.matches()) {
            throw InputException.use(
                    "There are no flows to build this world from", "icio2018 to icio2022", id, "you meant icio2022.");
        }
        WorldStore store = Places.store();
        int number = Integer.parseInt(year.group(1));
        if (file.isEmpty()) {
            store.requireFree(EstimatedWorld.id(number, split, services));
        }
        EstimatedWorld built = EstimatedWorld.build(
                Places.root().resolve("data/icio2022"),
                store.open(SEED),
                store.inputFile(SEED),
                number,
                split,
                services);
        if (file.isPresent()) {
            built.write(file.get());
        }
        Path kept = file.isPresent() ? file.get() : store.keep(built);
        EstimatedWorld.Closure worst = built.closures().stream()
                .max(Comparator.comparingDouble(EstimatedWorld.Closure::relative))
                .orElseThrow();
        System.err.printf(
                "World %s: %d economies x %d sectors, in %s%n",
                built.world().id(), built.world().economyCount(), built.world().sectorCount(), kept);
        System.err.printf("Balances closed; the worst sum is met to %.1e (%s)%n", worst.relative(), worst.where());
        return 0;
    }
}
