package org.jiritsu.app;

import java.util.Optional;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.Table;
import org.jiritsu.study.WorldTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "worlds",
        mixinStandardHelpOptions = true,
        description = "List the worlds at hand, or the economies and sectors of one.")
final class WorldsCommand implements Question {
    @Parameters(paramLabel = "ID", arity = "0..1", description = "list the codes of this world")
    private Optional<String> id = Optional.empty();

    @Mixin
    private Output output = new Output();

    @Override
    public Table answer(Analysis analysis) {
        return id.isPresent() ? WorldTables.codes(analysis.world(id.get())) : WorldTables.list(analysis.store());
    }

    @Override
    public Output output() {
        return output;
    }
}
