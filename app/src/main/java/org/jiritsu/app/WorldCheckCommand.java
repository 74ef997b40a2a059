package org.jiritsu.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Print every accounting identity with its worst residual; exit code 3 if one is broken.")
final class WorldCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "the world to check")
    private String id = "";

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        World world = Places.store().open(id);
        List<WorldCheck.Finding> findings = WorldCheck.of(world);
        output.give(WorldTables.check(world, findings));
        return findings.stream().allMatch(WorldCheck.Finding::holds) ? 0 : Failures.BAD_DATA;
    }
}
