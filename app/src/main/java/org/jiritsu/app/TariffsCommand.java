package org.jiritsu.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.BestTariffs;
import org.jiritsu.study.Draws;
import org.jiritsu.study.Tariffs;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.TradeScenario;
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

    @Parameters(paramLabel = "ECONOMY", arity = "0..*", description = "whose rows (default: all)")
    private List<String> economies = List.of();

    @Option(names = "--scenario", paramLabel = "NAME", description = "a bundled scenario: data/scenarios")
    private Optional<String> scenario = Optional.empty();

    @Option(names = "--scenario-file", paramLabel = "FILE", description = "a scenario of your own, as YAML")
    private Optional<Path> scenarioFile = Optional.empty();

    @Option(
            names = "--importer",
            paramLabel = "ECONOMIES",
            split = ",",
            description = "who buys: economies or groups, with one of the measures below (default: all)")
    private List<String> importers = List.of();

    @Option(names = "--exporter", paramLabel = "ECONOMIES", split = ",", description = "who sells (default: all)")
    private List<String> exporters = List.of();

    @Option(
            names = "--sector",
            paramLabel = "SECTORS",
            split = ",",
            description = "on what: sectors, or a group such as goods, cars, metals (default: goods)")
    private List<String> sectors = List.of();

    @Option(names = "--tariff", paramLabel = "RATE", description = "measure: the new tariff, such as 15%%")
    private Optional<String> tariff = Optional.empty();

    @Option(names = "--tariff-add", paramLabel = "RATE", description = "measure: on top of today's tariff")
    private Optional<String> tariffAdd = Optional.empty();

    @Option(
            names = "--tariff-floor",
            paramLabel = "RATE",
            description = "measure: the new tariff where it is higher than today's")
    private Optional<String> tariffFloor = Optional.empty();

    @Option(names = "--export-tax", paramLabel = "RATE", description = "measure: the new tax of the exporter")
    private Optional<String> exportTax = Optional.empty();

    @Option(
            names = "--trade-cost",
            paramLabel = "RATE",
            description = "measure: growth of real (non-tariff) costs of trading")
    private Optional<String> tradeCost = Optional.empty();

    @Option(names = "--ban", description = "measure: the trade ends, by either side")
    private boolean ban;

    @Option(
            names = "--retaliate",
            paramLabel = "HOW",
            description = "those who are hit answer: mirror, with the same measure; best, with their best tariff "
                    + "on goods")
    private Optional<Tariffs.Answer> retaliate = Optional.empty();

    @Option(names = "--by", paramLabel = "WHAT", description = "economy (default), sector, partner")
    private Optional<By> by = Optional.empty();

    @Option(names = "--deficits", paramLabel = "HOW", description = "observed (default), zero, or world_output_share")
    private Deficits deficits = Deficits.OBSERVED;

    @Option(
            names = "--elasticities",
            paramLabel = "SET",
            description = "BSY, CP, FGO, GYY, IS, LL, Shap, U4, or a number for all sectors (default: "
                    + Tariffs.DEFAULT_ELASTICITIES + ", for cp1993 its authors' own)")
    private Optional<String> elasticities = Optional.empty();

    @Option(names = "--no-io", description = "without input-output links")
    private boolean noInputOutput;

    @Option(names = "--one-sector", description = "all sectors summed into one")
    private boolean oneSector;

    @Option(names = "--draws", paramLabel = "N", description = "bands over so many draws")
    private Optional<Integer> draws = Optional.empty();

    @Option(
            names = "--vary",
            paramLabel = "WHAT",
            split = ",",
            description = "for --draws: elasticities (default), deficits, inputs")
    private List<Draws.Parameter> vary = List.of();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "of the draws (default: 1)")
    private long seed = 1;

    @Option(
            names = "--spread",
            paramLabel = "SD",
            description =
                    "draw theta log-normally with this standard deviation (default: one of the published sets each)")
    private Optional<Double> spread = Optional.empty();

    @Option(
            names = "--optimum",
            paramLabel = "ECONOMIES",
            split = ",",
            description = "the tariffs on goods that it, or several as one, would choose")
    private List<String> optimum = List.of();

    @Option(
            names = "--nash",
            description = "the value of rules: the tariffs of all when no rules bind, against today's, or a scenario "
                    + "or measure")
    private boolean nash;

    @Option(
            names = "--coalition",
            paramLabel = "ECONOMIES",
            description = "for --nash: these act as one, such as EU27, or USA,CAN")
    private List<String> coalitions = List.of();

    @Option(
            names = "--rates-by-sector",
            description = "for --optimum and --nash: one rate a sector, not one for all goods")
    private boolean ratesBySector;

    @Mixin
    private WorldOption world = new WorldOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private Output output = new Output();

    @Override
    public boolean isLong() {
        return nash || !optimum.isEmpty() || draws.isPresent() || retaliate.equals(Optional.of(Tariffs.Answer.BEST));
    }

    @Override
    public Output output() {
        return output;
    }

    @Override
    public Language language() {
        return language.language();
    }

    /** Reads no file but {@code --scenario-file}. */
    @Override
    public Plan plan(Analysis analysis) {
        requireOneQuestion();
        Tariffs tariffs =
                Tariffs.of(analysis, world.id(), new Tariffs.Setup(elasticities, deficits, !noInputOutput, oneSector));
        Words words = analysis.words();
        Optional<TradeScenario> change = change(tariffs).map(tariffs::require);
        economies.forEach(tariffs::requireEconomies);
        if (nash) {
            List<List<String>> acting =
                    coalitions.stream().map(c -> List.of(c.split(","))).toList();
            BestTariffs.players(tariffs, acting);
            return new Plan(
                    words.say("rules.title"),
                    () -> BestTariffs.rules(tariffs, change, acting, ratesBySector, Progress::line));
        }
        if (!optimum.isEmpty()) {
            optimum.forEach(tariffs::requireEconomies);
            return new Plan(
                    words.say("best.title", "who", words.and(optimum)),
                    () -> BestTariffs.optimum(tariffs, optimum, ratesBySector));
        }
        TradeScenario policy = change.orElseThrow();
        if (draws.isPresent()) {
            Draws drawn = new Draws(
                    draws.get(),
                    seed,
                    spread,
                    vary.isEmpty() ? Set.of(Draws.Parameter.ELASTICITIES) : Set.copyOf(vary));
            return new Plan(
                    tariffs.title(policy, tariffs.require(drawn)),
                    () -> tariffs.bands(policy, retaliate, economies, drawn, done -> Progress.of(done, draws.get())));
        }
        return new Plan(policy.title(), () -> switch (by.orElse(By.ECONOMY)) {
            case ECONOMY -> tariffs.economies(policy, retaliate, economies, Progress::line);
            case SECTOR -> tariffs.sectors(policy, retaliate, economies, Progress::line);
            case PARTNER -> tariffs.partners(policy, retaliate, economies, Progress::line);
        });
    }

    private Optional<TradeScenario> change(Tariffs tariffs) {
        Map<String, Object> measures = measures();
        if (scenarioFile.isPresent() || measures.isEmpty()) {
            return scenarioFile.map(TradeScenario::read).or(() -> scenario.map(tariffs::scenario));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("importer", importers.isEmpty() ? "*" : importers);
        line.put("exporter", exporters.isEmpty() ? "*" : exporters);
        line.put("sector", sectors.isEmpty() ? "goods" : sectors);
        line.putAll(measures);
        return Optional.of(tariffs.changes(List.of(line)));
    }

    private Map<String, Object> measures() {
        Map<String, Object> measures = new LinkedHashMap<>();
        tariff.ifPresent(rate -> measures.put("tariff", rate));
        tariffAdd.ifPresent(rate -> measures.put("tariff_add", rate));
        tariffFloor.ifPresent(rate -> measures.put("tariff_floor", rate));
        exportTax.ifPresent(rate -> measures.put("export_tax", rate));
        tradeCost.ifPresent(rate -> measures.put("trade_cost", rate));
        if (ban) {
            measures.put("ban", true);
        }
        return measures;
    }

    private void requireOneQuestion() {
        boolean measured = !measures().isEmpty();
        boolean named = !importers.isEmpty() || !exporters.isEmpty();
        int changes = (scenario.isPresent() ? 1 : 0) + (scenarioFile.isPresent() ? 1 : 0) + (measured || named ? 1 : 0);
        int best = (optimum.isEmpty() ? 0 : 1) + (nash ? 1 : 0);
        if (changes > 1 || best > 1 || changes + best == 0 || !optimum.isEmpty() && changes > 0) {
            throw InputException.use(
                    "Which change of policy?",
                    "one of --scenario NAME, --importer ECONOMY --tariff RATE, --optimum ECONOMY, --nash",
                    changes + best == 0 ? "none" : changes + best + " of them",
                    "'jiritsu tariffs --scenario us-2025-august' is what you want.");
        }
        if (named != measured || measures().size() > 1) {
            throw InputException.use(
                    "Who does what?",
                    "--importer or --exporter, with one of --tariff, --tariff-add, --tariff-floor, --export-tax, "
                            + "--trade-cost RATE, --ban",
                    !named
                            ? "no --importer or --exporter"
                            : measured ? String.join(" and ", measures().keySet()) : "no measure",
                    named ? "add '--tariff 15%'." : "add '--importer USA'.");
        }
        requireFits();
    }

    /** Options that would change nothing are refused. */
    private void requireFits() {
        boolean change = optimum.isEmpty() && !nash;
        requireFit(measures().isEmpty() && !sectors.isEmpty(), "--sector", "a measure such as --tariff");
        requireFit(!change && retaliate.isPresent(), "--retaliate", "a change of policy, not --optimum or --nash");
        requireFit(!change && draws.isPresent(), "--draws", "a change of policy, not --optimum or --nash");
        requireFit((!change || draws.isPresent()) && by.isPresent(), "--by", "a change of policy without --draws");
        requireFit(!change && !economies.isEmpty(), "ECONOMY", "a change of policy, not --optimum or --nash");
        requireFit(draws.isEmpty() && !vary.isEmpty(), "--vary", "--draws N");
        boolean fixed = draws.isEmpty() || !vary.isEmpty() && !vary.contains(Draws.Parameter.ELASTICITIES);
        requireFit(spread.isPresent() && fixed, "--spread", "--draws N over elasticities");
        requireFit(change && ratesBySector, "--rates-by-sector", "--optimum or --nash");
        requireFit(!nash && !coalitions.isEmpty(), "--coalition", "--nash");
    }

    private static void requireFit(boolean wrong, String option, String with) {
        if (wrong) {
            throw InputException.use(
                    "These options do not go together",
                    option + " with " + with,
                    option + " without it",
                    "leave out " + option + ".");
        }
    }
}
