package org.jiritsu.app;

import java.util.Optional;
import org.jiritsu.answer.Language;
import org.jiritsu.base.InputException;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.CutoffTables;
import org.jiritsu.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cutoff",
        mixinStandardHelpOptions = true,
        description = {
            "What both sides have at stake if a supply link into HOME stops and nothing is substituted.",
            "Without --by: one row a partner. Definitions: docs/methods/cutoff.md."
        })
final class CutoffCommand implements Question {
    @Parameters(paramLabel = "HOME", description = "the economy that buys, such as JPN")
    private String home = "";

    @Option(names = "--by", paramLabel = "PARTNER", description = "who stops selling")
    private Optional<String> by = Optional.empty();

    @Option(names = "--sector", paramLabel = "SECTOR", description = "which of the partner's sectors (default: all)")
    private Optional<String> sector = Optional.empty();

    @Option(names = "--atlas", description = "every supplier economy and sector, ranked")
    private boolean atlas;

    @Option(
            names = "--threshold",
            paramLabel = "SHARE",
            description =
                    "a home industry uses the input if it needs at least this share of the value of its output, at "
                            + "any stage (default: " + CutoffTables.DEFAULT_THRESHOLD + ")")
    private double threshold = CutoffTables.DEFAULT_THRESHOLD;

    @Mixin
    private WorldOption world = new WorldOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Output output() {
        return output;
    }

    @Override
    public Language language() {
        return language.language();
    }

    @Override
    public Plan plan(Analysis analysis) {
        if (!(threshold >= 0 && threshold < 1)) {
            throw InputException.use(
                    "--threshold is a share of the value of output",
                    "at least 0 and below 1, such as 0.01",
                    Double.toString(threshold),
                    "you meant " + Math.abs(threshold) / 100 + ".");
        }
        if (atlas && by.isPresent() || sector.isPresent() && by.isEmpty()) {
            throw InputException.use(
                    "Which link?",
                    "--by PARTNER [--sector S], or --atlas alone",
                    atlas ? "--atlas and --by" : "--sector without --by",
                    "leave out one of them.");
        }
        World at = analysis.world(world.id());
        int homeIndex = at.economy(home);
        String buyer = analysis.words().the(at.economies().get(homeIndex));
        if (by.isEmpty()) {
            return new Plan(
                    analysis.words()
                            .begin(
                                    "ask.cutoff",
                                    "home",
                                    buyer,
                                    "year",
                                    at.about().year()),
                    () -> atlas
                            ? CutoffTables.atlas(analysis, world.id(), homeIndex, threshold)
                            : CutoffTables.byPartner(analysis, world.id(), homeIndex, threshold));
        }
        int partner = at.economy(by.get());
        if (partner == homeIndex) {
            throw InputException.use(
                    "Home and partner are the same",
                    "two economies",
                    home + " and " + by.get(),
                    "you meant another partner, such as "
                            + at.economies().get(partner == 0 ? 1 : 0).code() + ".");
        }
        int sold = ExposureCommand.sectorOf(at, sector);
        String seller = analysis.words().the(at.economies().get(partner));
        return new Plan(
                analysis.words()
                        .begin(
                                "cutoff.link",
                                "partner",
                                seller,
                                "home",
                                buyer,
                                "year",
                                at.about().year()),
                () -> CutoffTables.link(analysis, world.id(), homeIndex, partner, sold, threshold));
    }
}
