package org.jiritsu.questions.tariffs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Retaliation;
import org.jiritsu.trade.TradeScenario;
import org.jiritsu.trade.Uncertainty;

/**
 * What a change of trade policy costs once everyone has adjusted, by economy, sector or partner, with bands; the tariffs that
 * governments would choose, and what binding rules are worth.
 */
public final class TariffsQuestion implements Question {
    private enum By {
        ECONOMY,
        SECTOR,
        PARTNER
    }

    private static final Param<List<String>> ECONOMIES = Param.positionalList("economy", Types.ECONOMY);
    private static final Param<Optional<String>> SCENARIO =
            Param.maybe("scenario", Types.TEXT).as("NAME");
    private static final Param<Optional<Path>> SCENARIO_FILE =
            Param.maybe("scenario-file", Types.FILE).as("FILE");
    private static final Param<List<String>> CHANGE = Param.many("change", Types.TEXT);
    private static final Param<List<String>> IMPORTER =
            Param.list("importer", Types.ECONOMY).as("ECONOMIES");
    private static final Param<List<String>> EXPORTER =
            Param.list("exporter", Types.ECONOMY).as("ECONOMIES");
    private static final Param<List<String>> SECTOR =
            Param.list("sector", Types.SECTOR).as("SECTORS");
    private static final Param<Optional<String>> TARIFF =
            Param.maybe("tariff", Types.TEXT).as("RATE");
    private static final Param<Optional<String>> TARIFF_ADD =
            Param.maybe("tariff-add", Types.TEXT).as("RATE");
    private static final Param<Optional<String>> TARIFF_FLOOR =
            Param.maybe("tariff-floor", Types.TEXT).as("RATE");
    private static final Param<Optional<String>> EXPORT_TAX =
            Param.maybe("export-tax", Types.TEXT).as("RATE");
    private static final Param<Optional<String>> TRADE_COST =
            Param.maybe("trade-cost", Types.TEXT).as("RATE");
    private static final Param<Boolean> BAN = Param.flag("ban");
    private static final Param<Optional<Reply>> RETALIATE =
            Param.maybe("retaliate", Types.among(Reply.class)).as("HOW");
    private static final Param<Optional<By>> BY =
            Param.maybe("by", Types.among(By.class)).as("WHAT");
    private static final Param<Deficits> DEFICITS = Param.one(
                    "deficits", Types.among(Deficits.class), Deficits.OBSERVED)
            .as("HOW");
    private static final Param<Optional<String>> ELASTICITIES =
            Param.maybe("elasticities", Types.TEXT).as("SET");
    private static final Param<Boolean> NO_IO = Param.flag("no-io");
    private static final Param<Boolean> ONE_SECTOR = Param.flag("one-sector");
    private static final Param<Optional<Integer>> DRAWS =
            Param.maybe("draws", Types.whole(0, Integer.MAX_VALUE)).as("N").costing(Cost.LONG);
    private static final Param<List<Draws.Parameter>> VARY =
            Param.list("vary", Types.among(Draws.Parameter.class)).as("WHAT");
    private static final Param<Long> SEED = Param.one("seed", Types.SEED, 1L).as("S");
    private static final Param<Optional<Double>> SPREAD =
            Param.maybe("spread", Types.NUMBER).as("SD");
    private static final Param<List<String>> OPTIMUM =
            Param.list("optimum", Types.ECONOMY).as("ECONOMIES").costing(Cost.LONG);
    private static final Param<Boolean> NASH = Param.flag("nash").costing(Cost.LONG);
    private static final Param<List<String>> COALITION =
            Param.many("coalition", Types.TEXT).as("ECONOMIES");
    private static final Param<Boolean> RATES_BY_SECTOR = Param.flag("rates-by-sector");
    private static final Param<On> ON =
            Param.one("on", Types.among(On.class), On.GOODS).as("WHAT");
    private static final Param<Optional<String>> HOME = Param.maybe("home", Types.ECONOMY);

    /** The measures that are rates, by the key of a scenario file. */
    private static final Map<String, Param<Optional<String>>> RATES = rates();

    private static Map<String, Param<Optional<String>>> rates() {
        Map<String, Param<Optional<String>>> rates = new LinkedHashMap<>();
        List.of(TARIFF, TARIFF_ADD, TARIFF_FLOOR, EXPORT_TAX, TRADE_COST)
                .forEach(param -> rates.put(param.name().replace('-', '_'), param));
        return rates;
    }

    @Override
    public Spec spec() {
        return new Spec(
                "tariffs",
                List.of(
                        ECONOMIES,
                        SCENARIO,
                        SCENARIO_FILE,
                        CHANGE,
                        IMPORTER,
                        EXPORTER,
                        SECTOR,
                        TARIFF,
                        TARIFF_ADD,
                        TARIFF_FLOOR,
                        EXPORT_TAX,
                        TRADE_COST,
                        BAN,
                        RETALIATE,
                        BY,
                        DEFICITS,
                        ELASTICITIES,
                        NO_IO,
                        ONE_SECTOR,
                        DRAWS,
                        VARY,
                        SEED,
                        SPREAD,
                        OPTIMUM,
                        NASH,
                        COALITION,
                        RATES_BY_SECTOR,
                        ON,
                        HOME),
                Cost.MODEL,
                List.of(new Spec.Form("rules", List.of(new Spec.Preset("nash", "true")))),
                List.of(
                        List.of("--scenario", "us-2025-august"),
                        List.of("--importer", "USA", "--exporter", "JPN", "--tariff", "15%", "--home", "JPN"),
                        List.of(
                                "JPN",
                                "--change",
                                "importer=USA exporter=JPN,KOR sector=cars tariff_floor=15%",
                                "--by",
                                "sector"),
                        List.of("--nash", "--world", "wiod2011", "--one-sector")),
                "docs/methods/trade.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        requireOneQuestion(asked);
        Words words = at.words();
        asked.look(Common.WORLD, at::world);
        Setup setup = new Setup(asked.get(ELASTICITIES), asked.get(DEFICITS), !asked.get(NO_IO), asked.get(ONE_SECTOR));
        TariffWorld world = asked.check(ELASTICITIES, () -> TariffWorld.of(at, asked.get(Common.WORLD), setup));
        Optional<Policy> policy = policy(asked, world, words);
        List<Integer> rows = asked.look(ECONOMIES, world::economies);
        Optional<Integer> home = asked.check(HOME, () -> asked.get(HOME).map(world.full()::economy));
        Asked question = new Asked(at, world, home, rows);
        Retaliation.Shape shape = asked.get(RATES_BY_SECTOR) ? Retaliation.Shape.BY_SECTOR : Retaliation.Shape.UNIFORM;
        if (asked.get(NASH)) {
            return nash(question, policy, players(asked, world), shape, asked.get(ON));
        }
        return asked.get(OPTIMUM).isEmpty()
                ? change(question, asked, policy.orElseThrow())
                : optimum(question, asked, shape);
    }

    /** Everything but the policy. */
    private record Asked(Session at, TariffWorld world, Optional<Integer> home, List<Integer> rows) {
        Told told() {
            return new Told(world, world.model(at), at.words(), home, rows, at.progress());
        }
    }

    private static Plan nash(
            Asked question, Optional<Policy> today, List<Retaliation.Player> players, Retaliation.Shape shape, On on) {
        return new Plan(
                question.at().words().say("rules.title"),
                Cost.LONG,
                () -> new Best(question.told(), shape, on).rules(today, players));
    }

    private static Plan optimum(Asked question, Arguments asked, Retaliation.Shape shape) {
        List<String> who = asked.get(OPTIMUM);
        asked.check(OPTIMUM, () -> question.world().economies(who));
        On on = asked.get(ON);
        question.world().taxed(on);
        Words words = question.at().words();
        return new Plan(
                words.say("best.title", "who", words.and(who)),
                Cost.LONG,
                () -> new Best(question.told(), shape, on).optimum(who));
    }

    private static Plan change(Asked question, Arguments asked, Policy policy) {
        boolean best = policy.reply().equals(Optional.of(Reply.BEST));
        if (best) {
            question.world().taxed(On.GOODS);
        }
        if (asked.get(DRAWS).isPresent()) {
            Draws draws = draws(asked, question.world());
            return new Plan(
                    Bands.title(policy, draws, question.at().words()),
                    Cost.LONG,
                    () -> Bands.answer(question.told(), policy, draws));
        }
        By by = asked.get(BY).orElse(By.ECONOMY);
        return new Plan(
                policy.scenario().title(), best ? Cost.LONG : Cost.MODEL, () -> answer(question.told(), by, policy));
    }

    private static Answer answer(Told told, By by, Policy policy) {
        Policy.Solved solved = policy.solve(told);
        return switch (by) {
            case ECONOMY -> new ByEconomy(told, policy, solved).answer();
            case SECTOR -> new BySector(told, policy, solved).answer();
            case PARTNER -> new ByPartner(told, policy, solved).answer();
        };
    }

    private static Draws draws(Arguments asked, TariffWorld world) {
        int count = asked.get(DRAWS).orElseThrow();
        asked.check(DRAWS, () -> {
            Uncertainty.requireEnough(count);
            return count;
        });
        Set<Draws.Parameter> over =
                asked.get(VARY).isEmpty() ? Set.of(Draws.Parameter.ELASTICITIES) : Set.copyOf(asked.get(VARY));
        Draws draws = new Draws(count, asked.get(SEED), asked.get(SPREAD), over);
        asked.check(SPREAD, () -> draws.over(world.solved(), world.sets()));
        return draws;
    }

    private static List<Retaliation.Player> players(Arguments asked, TariffWorld world) {
        world.taxed(asked.get(ON));
        List<List<Integer>> acting = new ArrayList<>();
        List<String> texts = asked.get(COALITION);
        for (int i = 0; i < texts.size(); i++) {
            List<String> names =
                    Arrays.stream(texts.get(i).split(",")).map(String::strip).toList();
            acting.add(asked.check(COALITION, i, () -> world.economies(names)));
        }
        return asked.check(COALITION, () -> Retaliation.players(world.solved(), acting));
    }

    /** The scenario and the changes after it, or the measure. */
    private static Optional<Policy> policy(Arguments asked, TariffWorld world, Words words) {
        Changes changes = new Changes(world.full(), words);
        Map<String, Object> measures = measures(asked);
        if (!measures.isEmpty()) {
            return Optional.of(measure(asked, world, changes, measures, words));
        }
        Optional<TradeScenario> named = asked.check(
                        SCENARIO, () -> asked.get(SCENARIO).map(name -> require(world, bundled(world, name, words))))
                .or(() -> asked.check(
                        SCENARIO_FILE,
                        () -> asked.get(SCENARIO_FILE).map(file -> require(world, TradeScenario.read(file)))));
        List<String> texts = asked.get(CHANGE);
        List<Map<String, Object>> lines = IntStream.range(0, texts.size())
                .mapToObj(i -> asked.check(CHANGE, i, () -> line(world, changes, texts.get(i))))
                .toList();
        Optional<TradeScenario> own = lines.isEmpty() ? Optional.empty() : Optional.of(changes.scenario(lines));
        return named.map(scenario -> own.map(scenario::with).orElse(scenario))
                .or(() -> own)
                .map(scenario -> asked.check(RETALIATE, () -> Policy.of(world, scenario, asked.get(RETALIATE), words)));
    }

    private static TradeScenario bundled(TariffWorld world, String name, Words words) {
        TradeScenario scenario = world.library().scenario(name);
        return scenario.called(words.text("scenario." + scenario.id()).orElse(scenario.title()));
    }

    private static TradeScenario require(TariffWorld world, TradeScenario scenario) {
        world.rates(world.applied(scenario, Optional.empty()).policy());
        return scenario;
    }

    private static Map<String, Object> line(TariffWorld world, Changes changes, String text) {
        Map<String, Object> line = Changes.read(text);
        require(world, changes.scenario(List.of(line)));
        return line;
    }

    private static Policy measure(
            Arguments asked, TariffWorld world, Changes changes, Map<String, Object> measures, Words words) {
        if (asked.get(SECTOR).isEmpty() && !world.knowsGoods()) {
            throw asked.wrong(
                    SECTOR,
                    "Which sectors of this world are goods is not known",
                    "--sector with codes of the world, or --sector '*' for all",
                    "add --sector '*'.");
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("importer", orAll(asked.get(IMPORTER), "*"));
        line.put("exporter", orAll(asked.get(EXPORTER), "*"));
        line.put("sector", orAll(asked.get(SECTOR), "goods"));
        line.putAll(measures);
        Param<?> said = asked.has(BAN)
                ? BAN
                : Objects.requireNonNull(RATES.get(measures.keySet().iterator().next()));
        TradeScenario scenario = asked.check(said, () -> changes.scenario(List.of(line)));
        return asked.check(said, () -> Policy.of(world, scenario, asked.get(RETALIATE), words));
    }

    private static List<String> orAll(List<String> names, String all) {
        return names.isEmpty() ? List.of(all) : names;
    }

    private static Map<String, Object> measures(Arguments asked) {
        Map<String, Object> measures = new LinkedHashMap<>();
        RATES.forEach((key, param) -> asked.get(param).ifPresent(rate -> measures.put(key, rate)));
        if (asked.get(BAN)) {
            measures.put("ban", "true");
        }
        return measures;
    }

    private static void requireOneQuestion(Arguments asked) {
        boolean measured = !measures(asked).isEmpty();
        boolean named = !asked.get(IMPORTER).isEmpty() || !asked.get(EXPORTER).isEmpty();
        boolean listed = asked.get(SCENARIO).isPresent() || !asked.get(CHANGE).isEmpty();
        int changes = count(listed) + count(asked.get(SCENARIO_FILE).isPresent()) + count(measured || named);
        int best = count(!asked.get(OPTIMUM).isEmpty()) + count(asked.get(NASH));
        if (changes > 1
                || best > 1
                || changes + best == 0
                || !asked.get(OPTIMUM).isEmpty() && changes > 0) {
            throw asked.wrong(
                    NASH,
                    "Which change of policy?",
                    "one of --scenario NAME, --importer ECONOMY --tariff RATE, --optimum ECONOMY, --nash",
                    changes + best == 0 ? "none" : changes + best + " of them",
                    "'--scenario us-2025-august' is what you want.");
        }
        if (measures(asked).size() > 1) {
            throw asked.wrong(
                    IMPORTER,
                    "Two measures at once",
                    "one measure, or --change said again for each",
                    String.join(" and ", measures(asked).keySet()),
                    "leave out one of them.");
        }
        if (named != measured) {
            throw asked.wrong(
                    IMPORTER,
                    "Who does what?",
                    "--importer or --exporter, with one of --tariff, --tariff-add, --tariff-floor, --export-tax, "
                            + "--trade-cost RATE, --ban",
                    !named ? "no --importer or --exporter" : "no measure",
                    named ? "add '--tariff 15%'." : "add '--importer USA'.");
        }
        requireFits(asked);
    }

    private static int count(boolean so) {
        return so ? 1 : 0;
    }

    /** Options that would change nothing are refused. */
    private static void requireFits(Arguments asked) {
        boolean change = asked.get(OPTIMUM).isEmpty() && !asked.get(NASH);
        boolean drawn = asked.has(DRAWS);
        List<Draws.Parameter> vary = asked.get(VARY);
        boolean fixed = !drawn || !vary.isEmpty() && !vary.contains(Draws.Parameter.ELASTICITIES);
        requireFit(asked, SECTOR, measures(asked).isEmpty(), "a measure such as --tariff");
        requireFit(asked, RETALIATE, !change, "a change of policy, not --optimum or --nash");
        requireFit(asked, DRAWS, !change, "a change of policy, not --optimum or --nash");
        requireFit(asked, BY, !change || drawn, "a change of policy without --draws");
        requireFit(asked, ECONOMIES, !change, "a change of policy, not --optimum or --nash");
        requireFit(asked, VARY, !drawn, "--draws N");
        requireFit(asked, SPREAD, fixed, "--draws N over elasticities");
        requireFit(asked, RATES_BY_SECTOR, change, "--optimum or --nash");
        requireFit(asked, ON, change, "--optimum or --nash");
        requireFit(asked, ON, asked.get(ONE_SECTOR), "sectors apart, not --one-sector");
        requireFit(asked, COALITION, !asked.get(NASH), "--nash");
    }

    private static void requireFit(Arguments asked, Param<?> param, boolean alone, String with) {
        if (alone && asked.has(param)) {
            throw asked.wrong(
                    param,
                    "These options do not go together",
                    param.option() + " with " + with,
                    param.option() + " without it",
                    "leave out " + param.option() + ".");
        }
    }
}
