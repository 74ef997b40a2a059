package org.jiritsu.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.exposure.SupplyChains;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.ExposureTables;
import org.jiritsu.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exposure",
        mixinStandardHelpOptions = true,
        description = {
            "On whom HOME depends and who depends on it: one row a partner.",
            "Definitions: docs/methods/exposure.md, paths.md."
        })
final class ExposureCommand implements Question {
    enum By {
        PARTNER,
        SECTOR
    }

    @Parameters(paramLabel = "HOME", arity = "0..1", description = "the economy that asks, such as JPN")
    private Optional<String> home = Optional.empty();

    @Option(names = "--all", description = "every economy as home")
    private boolean all;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "partner",
            description = "partner (default), or sector: one row a partner and selling sector")
    private By by = By.PARTNER;

    @Option(
            names = "--band",
            description =
                    "for an estimated world: beside each look-through figure the one under its other " + "assumption")
    private boolean band;

    @Option(
            names = "--indicators",
            description = "concentration, value added in exports, position in chains: one row a "
                    + "home, or with --by sector one a home industry")
    private boolean indicators;

    @Option(
            names = "--worlds",
            split = ",",
            paramLabel = "IDS",
            description = "the trend over these worlds, in place of --world")
    private List<String> worlds = List.of();

    @Option(
            names = "--paths",
            description = "the strongest supply chains; with --from, and --sector and --into if wanted")
    private boolean paths;

    @Option(names = "--from", paramLabel = "PARTNER", description = "for --paths: whose value added")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--sector",
            paramLabel = "SECTOR",
            description = "for --paths: of which of its sectors (default: all)")
    private Optional<String> sector = Optional.empty();

    @Option(names = "--into", paramLabel = "SECTOR", description = "for --paths: into which home sector (default: all)")
    private Optional<String> into = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "SHARE",
            defaultValue = "0.0005",
            description = "for --paths: leave out chains below this share of the total (default: ${DEFAULT-VALUE})")
    private double threshold = 0.0005;

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
        requireOneQuestion();
        List<String> ids = worlds.isEmpty() ? List.of(world.id()) : worlds;
        World last = analysis.world(ids.getLast());
        List<Integer> homes = all ? ExposureTables.everyHome(last) : List.of(last.economy(home.orElseThrow()));
        ids.forEach(id -> home.ifPresent(analysis.world(id)::economy));
        Words words = analysis.words();
        String title = words.begin(
                "ask.exposure",
                "home",
                all ? words.say("ask.everyone") : words.the(last.economies().get(homes.getFirst())),
                "year",
                last.about().year());
        return new Plan(title, paths ? paths(analysis) : () -> table(analysis, ids, homes));
    }

    private Table table(Analysis analysis, List<String> ids, List<Integer> homes) {
        World last = analysis.world(ids.getLast());
        if (indicators && by == By.PARTNER) {
            return ExposureTables.indicators(
                    analysis,
                    ids,
                    homes.stream().map(h -> last.economies().get(h).code()).toList());
        }
        if (indicators) {
            return ExposureTables.indicatorsBySector(analysis, last.id(), homes);
        }
        if (worlds.size() > 1) {
            return ExposureTables.trend(analysis, worlds, home.orElseThrow());
        }
        if (band) {
            return ExposureTables.partnersWithBand(analysis, last.id(), homes);
        }
        return by == By.SECTOR
                ? ExposureTables.partnersBySector(analysis, last.id(), homes)
                : ExposureTables.partners(analysis, last.id(), homes);
    }

    private void requireOneQuestion() {
        if (home.isPresent() == all) {
            throw InputException.use(
                    "Whose exposure?",
                    "one HOME, or --all",
                    all ? home.orElseThrow() + " and --all" : "neither",
                    "'jiritsu exposure JPN' is what you want.");
        }
        if (!worlds.isEmpty() && world.isGiven() && !worlds.contains(world.id())) {
            throw InputException.use(
                    "Which worlds?",
                    "--world for one of them, or --worlds for the trend over several",
                    "--world %s and --worlds %s".formatted(world.id(), String.join(",", worlds)),
                    "you meant '--worlds %s,%s'.".formatted(world.id(), String.join(",", worlds)));
        }
        if (worlds.size() > 1 && (by == By.SECTOR || (all && !indicators))) {
            throw InputException.use(
                    "--worlds gives the trend of one home by partner",
                    "HOME --worlds A,B,C",
                    by == By.SECTOR ? "--by sector" : "--all",
                    "ask one world at a time with --world.");
        }
        if (band && (by == By.SECTOR || indicators || paths || worlds.size() > 1)) {
            throw InputException.use(
                    "--band goes with the partner measures of one world",
                    "HOME --band",
                    "--band and more",
                    "ask for the two worlds in turn with --world.");
        }
        if (!paths && (from.isPresent() || sector.isPresent() || into.isPresent())) {
            throw InputException.use(
                    "--from, --sector and --into belong to --paths",
                    "--paths --from PARTNER [--sector S] [--into T]",
                    "no --paths",
                    "add --paths.");
        }
        if (paths && (from.isEmpty() || all || indicators || !worlds.isEmpty())) {
            throw InputException.use(
                    "--paths asks for the chains from one partner into one home",
                    "HOME --paths --from PARTNER [--sector S] [--into T]",
                    from.isEmpty() ? "no --from" : "--all, --indicators or --worlds beside it",
                    "add '--from CHN'.");
        }
    }

    private Supplier<Table> paths(Analysis analysis) {
        if (!(threshold >= ExposureTables.SMALLEST_CHAIN && threshold < 1)) {
            throw InputException.use(
                    "--threshold is a share of the total",
                    "from " + ExposureTables.SMALLEST_CHAIN + " and below 1, such as 0.0005",
                    Double.toString(threshold),
                    "you meant " + (threshold >= 1 ? threshold / 100 : 0.0005) + ".");
        }
        World at = analysis.world(world.id());
        SupplyChains.Query query = new SupplyChains.Query(
                at.economy(home.orElseThrow()),
                at.economy(from.orElseThrow()),
                sectorOf(at, sector),
                sectorOf(at, into),
                threshold,
                output.top(ExposureTables.DEFAULT_CHAINS));
        return () -> ExposureTables.paths(analysis, world.id(), query);
    }

    static int sectorOf(World world, Optional<String> text) {
        return text.map(world::sector).orElse(PartnerShare.ALL_SECTORS);
    }
}
