package org.jiritsu.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.ElasticitySets;
import org.jiritsu.trade.Groups;
import org.jiritsu.trade.Retaliation;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.trade.TradeScenario;
import org.jiritsu.trade.Uncertainty;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import org.jspecify.annotations.Nullable;

/**
 * Trade policy on one world, as tables: one method a question. What governments would choose is {@link BestTariffs}.
 */
public final class Tariffs {
    /** The published elasticities taken unless others are named. */
    public static final String DEFAULT_ELASTICITIES = "GYY";

    private static final String GOODS = "goods";
    private static final int DRIVERS = 3;

    private static final Map<String, ToDoubleFunction<Effects.EconomyRow>> FIGURES = figures();

    private final TradeLibrary library;
    private final Groups groups;
    private final Setup setup;

    /** With all its sectors, in which scenarios are told. */
    private final TradeData world;

    private final TradeModel model;
    private final Optional<ElasticitySets> sets;
    private final String elasticities;
    private final String source;
    private final Words words;

    private Tariffs(
            TradeLibrary library,
            Setup setup,
            TradeData data,
            Optional<ElasticitySets> sets,
            String elasticities,
            String source,
            Words words) {
        this.library = library;
        this.groups = library.groups();
        this.setup = setup;
        this.world = setup.inputOutput() ? data : data.withoutInputOutput();
        this.model = TradeModel.of(
                setup.oneSector() ? world.oneSector(world.importWeightedTheta()) : world, setup.deficits());
        this.sets = setup.oneSector() ? Optional.empty() : sets;
        this.elasticities = elasticities;
        this.source = source;
        this.words = words;
    }

    private Tariffs(Tariffs other, Words words) {
        this.library = other.library;
        this.groups = other.groups;
        this.setup = other.setup;
        this.world = other.world;
        this.model = other.model;
        this.sets = other.sets;
        this.elasticities = other.elasticities;
        this.source = other.source;
        this.words = words;
    }

    /** The same model, told in another language. */
    Tariffs in(Words language) {
        return new Tariffs(this, language);
    }

    Words words() {
        return words;
    }

    private static Map<String, ToDoubleFunction<Effects.EconomyRow>> figures() {
        Map<String, ToDoubleFunction<Effects.EconomyRow>> figures = new LinkedHashMap<>();
        figures.put("real_wage_pct", Effects.EconomyRow::realWagePct);
        figures.put("real_income_pct", Effects.EconomyRow::realIncomePct);
        figures.put("real_income_musd", Effects.EconomyRow::realIncomeMusd);
        figures.put("first_order_welfare_pct", Effects.EconomyRow::firstOrderWelfarePct);
        figures.put("terms_of_trade_pct", Effects.EconomyRow::termsOfTradePct);
        figures.put("volume_of_trade_pct", Effects.EconomyRow::volumeOfTradePct);
        figures.put("exports_pct", Effects.EconomyRow::exportsPct);
        figures.put("imports_pct", Effects.EconomyRow::importsPct);
        figures.put("tariff_revenue_pct_of_income", Effects.EconomyRow::tariffRevenuePctOfIncome);
        figures.put("price_index_pct", Effects.EconomyRow::priceIndexPct);
        return figures;
    }

    /**
     * How the model is set up.
     *
     * @param elasticities a published set, or a number: theta of every sector; by default
     * {@link #DEFAULT_ELASTICITIES}, or the authors' own for {@code cp1993}
     * @param inputOutput with links between industries, or each producing from factors alone
     * @param oneSector all sectors summed into one, with the import-weighted mean of theta
     */
    public record Setup(Optional<String> elasticities, Deficits deficits, boolean inputOutput, boolean oneSector) {
        /** What is taken unless something else is asked for. */
        public static final Setup USUAL = new Setup(Optional.empty(), Deficits.OBSERVED, true, false);
    }

    /** How those answer whom a policy hits. */
    public enum Answer {
        /** With the same measure on the same goods. */
        MIRROR,
        /** With the tariff on goods that is best for each, given those of the others. */
        BEST
    }

    /**
     * A policy and its equilibrium.
     *
     * @param rates of those who choose their own tariff on goods, in percent by code
     */
    record Solved(
            TradeScenario scenario,
            TradePolicy policy,
            Effects effects,
            Map<String, Double> rates,
            List<String> notes) {}

    /** The trade model on a world that an analysis has at hand, its baseline solved; the usual setup at most once. */
    public static Tariffs of(Analysis analysis, String worldId, Setup setup) {
        return setup.equals(Setup.USUAL)
                ? analysis.tariffs(worldId)
                : on(analysis.store(), analysis.world(worldId), setup, analysis.words());
    }

    static Tariffs on(WorldStore store, World world, Setup setup, Words words) {
        TradeLibrary library = new TradeLibrary(store.bundled());
        boolean authors = world.id().equals(TradeLibrary.CALIENDO_PARRO);
        String source = ExposureTables.sourceLine(world);
        if (authors && setup.elasticities().isEmpty()) {
            return new Tariffs(
                    library, setup, library.caliendoParro(), Optional.empty(), "the authors' own", source, words);
        }
        String elasticities = setup.elasticities().orElse(DEFAULT_ELASTICITIES);
        double[] theta = library.theta(world, elasticities);
        Optional<ElasticitySets> sets =
                elasticities.matches("[-+.0-9].*") ? Optional.empty() : Optional.of(library.elasticitySets(world));
        TradeData data = authors ? library.caliendoParro().withTheta(theta) : library.data(world, theta);
        return new Tariffs(library, setup, data, sets, elasticities, source, words);
    }

    /**
     * A bundled scenario.
     *
     * @throws InputException with the nearest name, if there is none
     */
    public TradeScenario scenario(String name) {
        TradeScenario scenario = library.scenario(name);
        return scenario.called(words.text("scenario." + scenario.id()).orElse(scenario.title()));
    }

    /**
     * Changes put together outside a scenario file.
     *
     * @param lines each as in a scenario file, with importer, exporter and sector
     * @throws InputException naming what in them cannot be used
     */
    public TradeScenario changes(List<Map<String, Object>> lines) {
        List<TradeScenario.Change> changes =
                lines.stream().map(TradeScenario::change).toList();
        String title = IntStream.range(0, lines.size())
                .mapToObj(i -> title(lines.get(i), changes.get(i)))
                .collect(Collectors.joining("; "));
        return new TradeScenario("changes", title, List.of(words.say("tariffs.stated")), List.of(), "*", changes);
    }

    private String title(Map<String, Object> line, TradeScenario.Change change) {
        List<String> what = line.keySet().stream()
                .filter(key -> !Set.of("importer", "exporter", "sector").contains(key))
                .map(key ->
                        words.say("measure." + key, "rate", rate(line.get(key).toString(), change)))
                .toList();
        return words.begin(
                "measure.on",
                "what",
                words.and(what),
                "sectors",
                named(line.get("sector"), "goods", this::sector),
                "from",
                named(line.get("exporter"), "economies", this::economy),
                "into",
                named(line.get("importer"), "economies", this::economy));
    }

    /** As it was written, if that is in per cent: whoever wrote 1 for 1% must see that it is 100%. */
    private static String rate(String text, TradeScenario.Change change) {
        return text.endsWith("%") || !(change.rates() instanceof TradeScenario.Flat flat)
                ? text
                : new BigDecimal(100 * flat.rate(), MathContext.DECIMAL32)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
    }

    private String named(@Nullable Object names, String all, UnaryOperator<String> name) {
        List<?> each = names instanceof List<?> list ? list : names == null ? List.of("*") : List.of(names);
        return words.and(each.stream()
                .map(text -> text.equals("*") ? words.say("all." + all) : name.apply(text.toString()))
                .toList());
    }

    /** By its name in a sentence, if it is one economy by its code; so for a sector. */
    private String economy(String text) {
        return world.economies().stream()
                .filter(e -> e.code().equalsIgnoreCase(text))
                .findFirst()
                .map(words::the)
                .orElse(text);
    }

    private String sector(String text) {
        return world.sectors().stream()
                .filter(s -> s.code().equals(text))
                .findFirst()
                .map(words::goods)
                .orElseGet(() -> words.text("group." + text).orElse(text));
    }

    /**
     * Brings a scenario to this world without solving it, to meet what is wrong with it early.
     *
     * @return the scenario
     * @throws InputException if it does not fit
     */
    public TradeScenario require(TradeScenario scenario) {
        applied(scenario, Optional.empty());
        return scenario;
    }

    /**
     * Meets an unknown economy or group early.
     *
     * @return the name
     * @throws InputException with the nearest name, if there is none
     */
    public String requireEconomies(String name) {
        economies(List.of(name));
        return name;
    }

    /**
     * Meets draws that cannot be made early.
     *
     * @return the draws
     * @throws InputException if they are too few, or their spread cannot be used
     */
    public Draws require(Draws draws) {
        Uncertainty.requireEnough(draws.count());
        draws.over(model, sets);
        return draws;
    }

    /** What {@link #bands} shows. */
    public String title(TradeScenario scenario, Draws draws) {
        return words.say("tariffs.bands", "policy", scenario.title(), "what", draws.said(words));
    }

    /** One row an economy, of those named, or of all, the largest change of real income first. */
    public Table economies(
            TradeScenario scenario, Optional<Answer> answer, List<String> of, Consumer<String> progress) {
        Solved solved = solve(scenario, answer, progress);
        Effects effects = solved.effects();
        Map<String, ToDoubleFunction<Effects.EconomyRow>> measures = new LinkedHashMap<>(FIGURES);
        if (effects.economies().stream().anyMatch(row -> row.tradeCostPct() != 0)) {
            measures.put("trade_cost_pct", Effects.EconomyRow::tradeCostPct);
        }
        if (!solved.rates().isEmpty()) {
            measures.put("mean_tariff_pct", row -> solved.rates().getOrDefault(row.economy(), Double.NaN));
        }
        Table.Builder table = new Table.Builder(
                head(solved, scenario.title(), Map.of()),
                Stream.concat(Stream.of("economy", "economy_name"), measures.keySet().stream())
                        .toArray(String[]::new));
        List<String> wanted = codes(of);
        order(effects).stream().filter(e -> wanted.contains(code(e))).forEach(e -> {
            Effects.EconomyRow row = effects.economy(e);
            Stream<Object> cells = measures.values().stream().map(measure -> measure.applyAsDouble(row));
            table.row(Stream.concat(Stream.of(code(e), name(e)), cells).toArray());
        });
        return table.build();
    }

    /** One row an economy and sector, of the economies named, or of all. */
    public Table sectors(TradeScenario scenario, Optional<Answer> answer, List<String> of, Consumer<String> progress) {
        Solved solved = solve(scenario, answer, progress);
        Table.Builder table = new Table.Builder(
                head(solved, scenario.title(), Map.of()),
                "economy",
                "sector",
                "sector_name",
                "output_pct",
                "output_volume_pct",
                "producer_price_pct",
                "user_price_pct",
                "exports_pct",
                "imports_pct");
        TradeData data = model.baseline();
        List<String> wanted = codes(of);
        solved.effects().sectors().stream()
                .filter(row -> wanted.contains(row.economy()))
                .forEach(row -> table.row(
                        row.economy(),
                        row.sector(),
                        words.name(data.sectors().get(data.sector(row.sector()))),
                        row.outputPct(),
                        row.outputVolumePct(),
                        row.producerPricePct(),
                        row.userPricePct(),
                        row.exportsPct(),
                        row.importsPct()));
        return table.build();
    }

    /** One row an economy and partner, of the economies named, or of all. */
    public Table partners(TradeScenario scenario, Optional<Answer> answer, List<String> of, Consumer<String> progress) {
        Solved solved = solve(scenario, answer, progress);
        Table.Builder table = new Table.Builder(
                head(solved, scenario.title(), Map.of()),
                "economy",
                "partner",
                "exports_before_musd",
                "exports_after_musd",
                "exports_pct",
                "imports_before_musd",
                "imports_after_musd",
                "imports_pct");
        List<String> wanted = codes(of);
        solved.effects().partners().stream()
                .filter(row -> wanted.contains(row.economy()))
                .forEach(row -> table.row(
                        row.economy(),
                        row.partner(),
                        row.exportsBefore(),
                        row.exportsAfter(),
                        row.exportsPct(),
                        row.importsBefore(),
                        row.importsAfter(),
                        row.importsPct()));
        return table.build();
    }

    /**
     * Medians and 5-95% bands over drawn parameters, and which of them drives each figure. Answers to the policy are
     * those of the figures taken.
     *
     * @param progress told how many draws are done
     */
    public Table bands(
            TradeScenario scenario, Optional<Answer> answer, List<String> of, Draws draws, IntConsumer progress) {
        Solved solved = solve(scenario, answer, line -> {});
        Uncertainty run = Uncertainty.run(
                model.baseline(),
                model.deficits(),
                solved.policy(),
                draws.over(model, sets),
                draws.count(),
                draws.seed(),
                progress);
        Table.Builder table = new Table.Builder(
                head(solved, title(scenario, draws), draws.facts()),
                "economy",
                "measure",
                "point",
                "median",
                "low_5",
                "high_95",
                "drivers");
        List<String> wanted = codes(of);
        run.bands().stream().filter(band -> wanted.contains(band.economy())).forEach(band -> {
            int e = world.economy(band.economy());
            String drivers = run.drivers(e, band.measure()).stream()
                    .limit(DRIVERS)
                    .map(d -> "%s (%+.2f)".formatted(d.factor(), d.rankCorrelation()))
                    .collect(Collectors.joining(", "));
            table.row(
                    band.economy(),
                    band.measure().field(),
                    band.measure().of(solved.effects().economy(e)),
                    band.median(),
                    band.low5(),
                    band.high95(),
                    drivers);
        });
        return table.build();
    }

    Solved solve(TradeScenario scenario, Optional<Answer> answer, Consumer<String> progress) {
        TradeScenario.Applied applied = applied(scenario, answer);
        if (!answer.equals(Optional.of(Answer.BEST))) {
            return new Solved(scenario, applied.policy(), model.effects(applied.policy()), Map.of(), applied.notes());
        }
        Retaliation.Outcome outcome = new Retaliation(model, taxed()).answers(applied.policy(), progress);
        return new Solved(scenario, outcome.policy(), outcome.effects(), rates(outcome), applied.notes());
    }

    private TradeScenario.Applied applied(TradeScenario scenario, Optional<Answer> answer) {
        TradeData data = setup.oneSector() ? world : model.baseline();
        TradeScenario.Applied applied = answer.equals(Optional.of(Answer.MIRROR))
                ? scenario.mirrored(data, groups)
                : scenario.applyTo(data, groups);
        List<String> notes = new ArrayList<>(applied.notes());
        answer.map(a -> words.say(a == Answer.MIRROR ? "tariffs.mirror" : "tariffs.best"))
                .ifPresent(notes::add);
        subsidies(applied.policy()).forEach(notes::add);
        return new TradeScenario.Applied(
                setup.oneSector() ? world.oneSector(applied.policy(), model.baseline()) : applied.policy(), notes);
    }

    /** Rates below zero are what the model takes them for; whoever slipped in the sign must see it. */
    private List<String> subsidies(TradePolicy policy) {
        List<String> said = new ArrayList<>();
        if (policy.lowestTariff() < 0) {
            said.add(words.say("tariffs.subsidy.imports", "rate", words.rounded(100 * policy.lowestTariff())));
        }
        if (policy.lowestExportTax() < 0) {
            said.add(words.say("tariffs.subsidy.exports", "rate", words.rounded(100 * policy.lowestExportTax())));
        }
        return said;
    }

    /** By code, in percent. */
    static Map<String, Double> rates(Retaliation.Outcome outcome) {
        Map<String, Double> rates = new LinkedHashMap<>();
        outcome.choices()
                .forEach(choice -> choice.player()
                        .members()
                        .forEach(e -> rates.put(outcome.effects().code(e), 100 * choice.meanRate())));
        return rates;
    }

    TradeModel model() {
        return model;
    }

    /** What governments choose tariffs on: goods, or the one sector. */
    List<Integer> taxed() {
        if (setup.oneSector()) {
            return List.of(0);
        }
        try {
            return groups.sectorsOf(world, GOODS);
        } catch (InputException e) {
            throw InputException.use(
                    "Which sectors of world %s are goods is not known".formatted(world.id()),
                    "a line for it in data/scenarios/sector-groups.csv",
                    world.sectors().getFirst().code() + " and others",
                    "--one-sector answers without it.");
        }
    }

    /** Economies and groups of them, by index, each once. */
    List<Integer> economies(List<String> names) {
        return names.stream()
                .flatMap(name -> groups.economiesOf(world, name).stream())
                .distinct()
                .toList();
    }

    List<String> codes(List<String> of) {
        return (of.isEmpty() ? IntStream.range(0, world.economyCount()).boxed().toList() : economies(of))
                .stream().map(this::code).toList();
    }

    String code(int e) {
        return world.economies().get(e).code();
    }

    String name(int e) {
        return words.name(world.economies().get(e));
    }

    static List<Integer> order(Effects effects) {
        double[] size = IntStream.range(0, effects.economyCount())
                .mapToDouble(e -> Math.abs(effects.realIncomePct(e)))
                .toArray();
        return IntStream.range(0, size.length)
                .boxed()
                .sorted(Comparator.comparingDouble(e -> -size[e]))
                .toList();
    }

    private Table.Head head(Solved solved, String title, Map<String, Object> more) {
        List<String> sources = Stream.concat(Stream.of(source), solved.scenario().sources().stream())
                .toList();
        return head(
                title,
                words.say("unit.change"),
                words.say("method.trade"),
                solved.effects(),
                more,
                sources,
                Stream.concat(solved.scenario().notes().stream(), solved.notes().stream())
                        .toList());
    }

    Table.Head head(String title, String method, Effects effects, Map<String, Object> more, List<String> notes) {
        return head(title, words.say("unit.percent"), method, effects, more, List.of(source), notes);
    }

    private Table.Head head(
            String title,
            String unit,
            String method,
            Effects effects,
            Map<String, Object> more,
            List<String> sources,
            List<String> notes) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("worst_residual", effects.equilibrium().residual().size());
        facts.put("elasticities", elasticities);
        facts.put("deficits", model.deficits().name().toLowerCase(Locale.ROOT));
        facts.putAll(more);
        return new Table.Head(
                title,
                world.id(),
                "all",
                unit,
                method,
                facts,
                sources,
                Stream.of(notes, setupNotes(), world.notes())
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                words);
    }

    private List<String> setupNotes() {
        List<String> notes = new ArrayList<>();
        if (!setup.inputOutput()) {
            notes.add(words.say("tariffs.noio"));
        }
        if (setup.oneSector()) {
            notes.add(words.say(
                    "tariffs.onesector",
                    "theta",
                    String.format(Locale.ROOT, "%.2f", model.baseline().theta(0))));
        }
        return notes;
    }
}
