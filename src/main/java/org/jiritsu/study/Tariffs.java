package org.jiritsu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.ElasticityDraws;
import org.jiritsu.trade.ElasticitySets;
import org.jiritsu.trade.Retaliation;
import org.jiritsu.trade.Scenario;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.Uncertainty;
import org.jiritsu.world.InputException;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/** Trade policy on one world, as tables: one method a question. */
public final class Tariffs {
    /** The published elasticities taken unless others are named. */
    public static final String DEFAULT_ELASTICITIES = "GYY";

    private static final String METHOD =
            "Quantitative trade model in exact hat algebra, Caliendo & Parro (2015) (docs/methods/trade.md)";
    private static final double DEFAULT_SPREAD = 0.25;
    private static final int DRIVERS = 3;

    private final TradeLibrary library;
    private final TradeData world;
    private final TradeModel model;
    private final Optional<ElasticitySets> sets;
    private final String elasticities;
    private final String source;

    private Tariffs(
            TradeLibrary library,
            TradeData world,
            Deficits deficits,
            Optional<ElasticitySets> sets,
            String elasticities,
            String source) {
        this.library = library;
        this.world = world;
        this.model = TradeModel.of(world, deficits);
        this.sets = sets;
        this.elasticities = elasticities;
        this.source = source;
    }

    /**
     * How the model is set up.
     *
     * @param elasticities a published set, or a number: theta of every sector; by default {@link #DEFAULT_ELASTICITIES}, or
     * the authors' own for {@code cp1993}
     */
    public record Setup(Optional<String> elasticities, Deficits deficits) {
        /** What is taken unless something else is asked for. */
        public static final Setup USUAL = new Setup(Optional.empty(), Deficits.OBSERVED);
    }

    /** The trade model on a world that an analysis has at hand, its baseline solved; the usual setup at most once. */
    public static Tariffs of(Analysis analysis, String worldId, Setup setup) {
        return setup.equals(Setup.USUAL) ? analysis.tariffs(worldId) : on(analysis.store(), analysis.world(worldId), setup);
    }

    static Tariffs on(WorldStore store, World world, Setup setup) {
        TradeLibrary library = new TradeLibrary(store.bundled());
        boolean authors = world.id().equals(TradeLibrary.CALIENDO_PARRO);
        if (authors && setup.elasticities().isEmpty()) {
            return new Tariffs(library, library.caliendoParro(), setup.deficits(), Optional.empty(), "the authors' own",
                    ExposureTables.sourceLine(world));
        }
        String elasticities = setup.elasticities().orElse(DEFAULT_ELASTICITIES);
        double[] theta = library.theta(world, elasticities);
        Optional<ElasticitySets> sets =
                elasticities.matches("[-+.0-9].*") ? Optional.empty() : Optional.of(library.elasticitySets(world));
        TradeData data = authors ? library.caliendoParro().withTheta(theta) : library.data(world, theta);
        return new Tariffs(library, data, setup.deficits(), sets, elasticities,
                ExposureTables.sourceLine(world));
    }

    /**
     * A bundled scenario.
     *
     * @throws InputException with the nearest name, if there is none
     */
    public Scenario scenario(String name) {
        return library.scenario(name);
    }

    /**
     * One change put together on the command line.
     *
     * @param instrument a key of {@code data/scenarios/README.md}, such as {@code tariff}
     */
    public Scenario change(String importer, String exporter, String sector, String instrument, Object rate) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("importer", importer);
        line.put("exporter", exporter);
        line.put("sector", sector);
        line.put(instrument, rate);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("title", "%s: %s %s on %s from %s".formatted(importer, instrument.replace('_', ' '), rate, sector, exporter));
        content.put("sources", List.of("stated on the command line"));
        content.put("worlds", "*");
        content.put("changes", List.of(line));
        return Scenario.of("change", content, Path.of("the command line"));
    }

    /** One row an economy, the largest change of real income first. */
    public Table economies(Scenario scenario) {
        Scenario.Applied applied = applied(scenario);
        Effects effects = model.effects(applied.policy());
        Table.Builder table = new Table.Builder(head(scenario.title(), scenario, applied, residual(effects)),
                "economy", "economy_name", "real_wage_pct", "real_income_pct", "first_order_welfare_pct",
                "terms_of_trade_pct", "volume_of_trade_pct", "exports_pct", "imports_pct",
                "tariff_revenue_pct_of_income", "price_index_pct");
        order(effects).forEach(e -> {
            Effects.EconomyRow row = effects.economy(e);
            table.row(row.economy(), world.economies().get(e).name(), row.realWagePct(), row.realIncomePct(),
                    row.firstOrderWelfarePct(), row.termsOfTradePct(), row.volumeOfTradePct(), row.exportsPct(),
                    row.importsPct(), row.tariffRevenuePctOfIncome(), row.priceIndexPct());
        });
        return table.build();
    }

    /** One row an economy and sector, of the economies named, or of all. */
    public Table sectors(Scenario scenario, List<String> of) {
        Scenario.Applied applied = applied(scenario);
        Effects effects = model.effects(applied.policy());
        Table.Builder table = new Table.Builder(head(scenario.title(), scenario, applied, residual(effects)),
                "economy", "sector", "sector_name", "output_pct", "output_volume_pct", "producer_price_pct",
                "user_price_pct", "exports_pct", "imports_pct");
        List<String> wanted = codes(of);
        effects.sectors().stream().filter(row -> wanted.contains(row.economy())).forEach(row -> table.row(
                row.economy(), row.sector(), world.sectors().get(world.sector(row.sector())).name(), row.outputPct(),
                row.outputVolumePct(), row.producerPricePct(), row.userPricePct(), row.exportsPct(), row.importsPct()));
        return table.build();
    }

    /** One row an economy and partner, of the economies named, or of all. */
    public Table partners(Scenario scenario, List<String> of) {
        Scenario.Applied applied = applied(scenario);
        Effects effects = model.effects(applied.policy());
        Table.Builder table = new Table.Builder(head(scenario.title(), scenario, applied, residual(effects)),
                "economy", "partner", "exports_before_musd", "exports_after_musd", "exports_pct", "imports_before_musd",
                "imports_after_musd", "imports_pct");
        List<String> wanted = codes(of);
        effects.partners().stream().filter(row -> wanted.contains(row.economy())).forEach(row -> table.row(
                row.economy(), row.partner(), row.exportsBefore(), row.exportsAfter(), row.exportsPct(),
                row.importsBefore(), row.importsAfter(), row.importsPct()));
        return table.build();
    }

    /**
     * Medians and 5-95% bands over drawn elasticities, and which elasticity drives each figure.
     *
     * @param spread standard deviation of ln θ; without it every sector draws one of the published sets
     * @param progress told how many draws are done
     */
    public Table bands(
            Scenario scenario, List<String> of, int draws, long seed, Optional<Double> spread, IntConsumer progress) {
        Scenario.Applied applied = applied(scenario);
        Effects effects = model.effects(applied.policy());
        ElasticityDraws drawn = spread.isPresent() || sets.isEmpty()
                ? ElasticityDraws.logNormal(model.baseline(), spread.orElse(DEFAULT_SPREAD))
                : ElasticityDraws.ofSets(sets.get(), world.sectors());
        Uncertainty run = Uncertainty.run(model.baseline(), model.deficits(), applied.policy(), drawn, draws, seed, progress);
        Map<String, Object> facts = residual(effects);
        facts.put("draws", draws);
        facts.put("seed", seed);
        Table.Builder table = new Table.Builder(head(scenario.title() + ", over drawn elasticities", scenario, applied, facts),
                "economy", "measure", "point", "median", "low_5", "high_95", "drivers");
        List<String> wanted = codes(of);
        run.bands().stream().filter(band -> wanted.contains(band.economy())).forEach(band -> {
            int e = world.economy(band.economy());
            String drivers = run.drivers(e, band.measure()).stream().limit(DRIVERS)
                    .map(d -> "%s (%+.2f)".formatted(d.factor(), d.rankCorrelation()))
                    .collect(java.util.stream.Collectors.joining(", "));
            table.row(band.economy(), band.measure().field(), band.measure().of(effects.economy(e)), band.median(),
                    band.low5(), band.high95(), drivers);
        });
        return table.build();
    }

    /**
     * The tariffs an economy would choose for itself, or all of them at once until nobody moves, and what they do.
     *
     * @param player the economy that chooses; nobody named: all of them (Nash)
     * @param bySector one rate a sector rather than one for all goods
     */
    public Table optimum(Optional<String> player, boolean bySector, Consumer<String> progress) {
        Retaliation retaliation = new Retaliation(model, library.groups().sectorsOf(world, "goods"));
        Retaliation.Shape shape = bySector ? Retaliation.Shape.BY_SECTOR : Retaliation.Shape.UNIFORM;
        Retaliation.Outcome outcome = player.isPresent()
                ? retaliation.unilateral(retaliation.everyone().get(world.economy(player.get())), shape)
                : retaliation.nash(retaliation.everyone(), shape, progress);
        String title = player.map(p -> "The best tariffs of %s while all others keep theirs"
                        .formatted(world.economies().get(world.economy(p)).name()))
                .orElse("Nash tariffs: every economy answers every other, and no rules bind");
        Map<String, Object> facts = residual(outcome.effects());
        facts.put("rounds", outcome.rounds());
        Table.Builder table = new Table.Builder(
                new Table.Head(title, world.id(), player.orElse("all"), "per cent", METHOD + "; Ossa (2014)", facts,
                        List.of(source), world.notes()),
                "economy", "economy_name", "mean_tariff_pct", "real_income_pct", "real_wage_pct", "exports_pct",
                "imports_pct");
        Map<String, Double> rates = new LinkedHashMap<>();
        outcome.choices().forEach(choice -> rates.put(choice.player().name(), 100 * choice.meanRate()));
        order(outcome.effects()).forEach(e -> {
            Effects.EconomyRow row = outcome.effects().economy(e);
            table.row(row.economy(), world.economies().get(e).name(), rates.getOrDefault(row.economy(), Double.NaN),
                    row.realIncomePct(), row.realWagePct(), row.exportsPct(), row.importsPct());
        });
        return table.build();
    }

    private Scenario.Applied applied(Scenario scenario) {
        return scenario.applyTo(model.baseline(), library.groups());
    }

    private List<String> codes(List<String> of) {
        return of.isEmpty()
                ? world.economies().stream().map(e -> e.code()).toList()
                : of.stream().map(text -> world.economies().get(world.economy(text)).code()).toList();
    }

    private static List<Integer> order(Effects effects) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, effects.economies().size()).boxed().toList());
        Collections.sort(order, (a, b) -> Double.compare(
                Math.abs(effects.economy(b).realIncomePct()), Math.abs(effects.economy(a).realIncomePct())));
        return order;
    }

    private Map<String, Object> residual(Effects effects) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("worst_residual", effects.equilibrium().residual().size());
        facts.put("elasticities", elasticities);
        facts.put("deficits", model.deficits().name().toLowerCase(java.util.Locale.ROOT));
        return facts;
    }

    private Table.Head head(String title, Scenario scenario, Scenario.Applied applied, Map<String, Object> facts) {
        List<String> notes = Stream.of(scenario.notes(), applied.notes(), world.notes()).flatMap(List::stream).distinct().toList();
        List<String> sources = Stream.concat(Stream.of(source), scenario.sources().stream()).toList();
        return new Table.Head(title, world.id(), "all", "per cent change; money in million USD", METHOD, facts, sources, notes);
    }
}
