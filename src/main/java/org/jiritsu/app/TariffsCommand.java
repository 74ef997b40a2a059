package org.jiritsu.app;

import java.util.List;
import java.util.Optional;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.Table;
import org.jiritsu.study.Tariffs;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Scenario;
import org.jiritsu.world.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tariffs",
        mixinStandardHelpOptions = true,
        description = {
            "What a change of trade policy costs once everyone has adjusted: one row an economy.",
            "Definitions: docs/methods/trade.md. Scenarios: data/scenarios/README.md."
        })
final class TariffsCommand implements Question {
    enum By {
        ECONOMY,
        SECTOR,
        PARTNER
    }

    @Parameters(paramLabel = "ECONOMY", arity = "0..*", description = "whose sectors, partners or bands (default: all)")
    private List<String> economies = List.of();

    @Option(names = "--scenario", paramLabel = "NAME", description = "a bundled scenario, or a YAML file")
    private Optional<String> scenario = Optional.empty();

    @Option(names = "--importer", paramLabel = "ECONOMY", description = "who changes its tariff: with --exporter and --tariff")
    private Optional<String> importer = Optional.empty();

    @Option(names = "--exporter", paramLabel = "ECONOMY", defaultValue = "*", description = "against whom (default: all)")
    private String exporter = "*";

    @Option(names = "--sector", paramLabel = "SECTOR", defaultValue = "goods",
            description = "on what: a sector, or a group such as goods, cars, metals (default: goods)")
    private String sector = "goods";

    @Option(names = "--tariff", paramLabel = "RATE", description = "the new tariff, such as 15%%")
    private Optional<String> tariff = Optional.empty();

    @Option(names = "--ban", description = "the trade ends")
    private boolean ban;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "economy", description = "economy (default), sector, partner")
    private By by = By.ECONOMY;

    @Option(names = "--deficits", paramLabel = "HOW", defaultValue = "observed",
            description = "observed (default), zero, or world_output_share")
    private Deficits deficits = Deficits.OBSERVED;

    @Option(names = "--elasticities", paramLabel = "SET", defaultValue = Tariffs.DEFAULT_ELASTICITIES,
            description = "BSY, CP, FGO, GYY, IS, LL, Shap, U4, or a number for all sectors (default: ${DEFAULT-VALUE})")
    private String elasticities = Tariffs.DEFAULT_ELASTICITIES;

    @Option(names = "--draws", paramLabel = "N", description = "bands over so many draws of the elasticities")
    private Optional<Integer> draws = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "of the draws (default: 1)")
    private long seed = 1;

    @Option(names = "--spread", paramLabel = "SD",
            description = "draw theta log-normally with this standard deviation (default: one of the published sets each)")
    private Optional<Double> spread = Optional.empty();

    @Option(names = "--optimum", paramLabel = "ECONOMY", description = "the tariffs it would choose for itself")
    private Optional<String> optimum = Optional.empty();

    @Option(names = "--nash", description = "the tariffs of all economies when no rules bind")
    private boolean nash;

    @Option(names = "--rates-by-sector", description = "for --optimum and --nash: one rate a sector, not one for all goods")
    private boolean ratesBySector;

    @Mixin
    private WorldOption world = new WorldOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Table answer(Analysis analysis) {
        requireOneQuestion();
        boolean usual = elasticities.equals(Tariffs.DEFAULT_ELASTICITIES) && deficits == Deficits.OBSERVED;
        return answer(usual ? Tariffs.of(analysis, world.id())
                : Tariffs.of(analysis.store(), world.id(), elasticities, deficits));
    }

    @Override
    public boolean isLong() {
        return nash || optimum.isPresent() || draws.isPresent();
    }

    @Override
    public Output output() {
        return output;
    }

    private void requireOneQuestion() {
        int asked = (scenario.isPresent() ? 1 : 0) + (importer.isPresent() ? 1 : 0) + (optimum.isPresent() ? 1 : 0)
                + (nash ? 1 : 0);
        if (asked != 1) {
            throw InputException.use("Which change of policy?",
                    "one of --scenario NAME, --importer ECONOMY --tariff RATE, --optimum ECONOMY, --nash",
                    asked == 0 ? "none" : asked + " of them", "'jiritsu tariffs --scenario us-2025-august' is what you want.");
        }
        if (importer.isPresent() && tariff.isPresent() == ban) {
            throw InputException.use("What does the importer do?", "--tariff RATE, or --ban", ban ? "both" : "neither",
                    "add '--tariff 15%'.");
        }
    }

    private Table answer(Tariffs tariffs) {
        if (nash || optimum.isPresent()) {
            return tariffs.optimum(optimum, ratesBySector, Progress::line);
        }
        Scenario change = scenario.isPresent()
                ? tariffs.scenario(scenario.get())
                : tariffs.change(importer.orElseThrow(), exporter, sector, ban ? "ban" : "tariff",
                        ban ? Boolean.TRUE : tariff.orElseThrow());
        if (draws.isPresent()) {
            return tariffs.bands(change, economies, draws.get(), seed, spread, done -> Progress.of(done, draws.get()));
        }
        return switch (by) {
            case ECONOMY -> tariffs.economies(change);
            case SECTOR -> tariffs.sectors(change, economies);
            case PARTNER -> tariffs.partners(change, economies);
        };
    }
}
