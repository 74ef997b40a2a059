package org.jiritsu.app;

import java.util.Optional;
import org.jiritsu.answer.Language;
import org.jiritsu.study.Analysis;
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
    private LanguageOption language = new LanguageOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Plan plan(Analysis analysis) {
        return id.map(world ->
                        new Plan(analysis.world(world).about().title(), () -> WorldTables.codes(analysis, world)))
                .orElseGet(() -> new Plan(analysis.words().say("worlds.title"), () -> WorldTables.list(analysis)));
    }

    @Override
    public Output output() {
        return output;
    }

    @Override
    public Language language() {
        return language.language();
    }
}
