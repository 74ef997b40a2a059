package org.jiritsu.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.disruption.BundledAssumptions;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Endurance;
import org.jiritsu.disruption.Ensemble;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.InventoryDays;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Overproduction;
import org.jiritsu.disruption.Rationing;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.world.World;

/**
 * What is asked of the daily model. The words are those of the command line and of a study's step, which differ only in how
 * they are written down; each is read and checked here.
 *
 * @param start the date of day 0, if dates were said
 * @param ask which table answers it
 * @param assumptions what was assumed, in sentences
 */
public record DisruptQuestion(
        DisruptionScenario scenario, String home, Optional<LocalDate> start, Ask ask, List<String> assumptions) {
    public DisruptQuestion {
        assumptions = List.copyOf(assumptions);
    }

    /** Every word, in the order in which they are explained. */
    public static final List<String> WORDS = List.of(
            "cut",
            "to",
            "inputs-only",
            "lose",
            "slow",
            "surge",
            "expand",
            "share",
            "start",
            "from",
            "until",
            "days",
            "recovery",
            "recovery-days",
            "horizon",
            "rule",
            "inventory",
            "substitute",
            "seek-days",
            "spare",
            "restock-days",
            "priority",
            "stock",
            "reserve",
            "trigger",
            "level",
            "by",
            "watch",
            "endure",
            "curve",
            "within",
            "durations",
            "draws",
            "seed",
            "vary");

    /** Words that are so or not. */
    public static final List<String> FLAGS = List.of("inputs-only", "endure");

    private static final List<String> VARIED = List.of("inventory", "days", "seek-days", "restock-days");

    private static final List<Double> SIZES = List.of(0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0);

    /** Which table is wanted. */
    public sealed interface Ask {
        /** Losses by economy. */
        record Economies() implements Ask {}

        /** Losses by industry at home. */
        record Industries() implements Ask {}

        /** The home economy day by day, or what is watched. */
        record Days(Recorded watch) implements Ask {}

        /** How long each industry lasts. */
        record Endure() implements Ask {}

        /** Loss by size of a stockpile, and the size that keeps it within a percentage. */
        record Curve(Stockpile kind, List<Double> sizes, double withinPercent) implements Ask {
            public Curve {
                sizes = List.copyOf(sizes);
            }
        }

        /** Loss by duration. */
        record Durations(List<Integer> days) implements Ask {
            public Durations {
                days = List.copyOf(days);
            }
        }

        /** Percentiles of the loss over uncertain parameters. */
        record Draws(List<Ensemble.Parameter> parameters, int runs, long seed) implements Ask {
            public Draws {
                parameters = List.copyOf(parameters);
            }
        }
    }

    private enum Rule {
        STRICT,
        PARTIAL,
        ARIO
    }

    private enum Substitutes {
        SPECIFIC,
        NONE,
        SEEKING,
        PRODUCTION
    }

    private enum By {
        ECONOMY,
        INDUSTRY,
        DAY
    }

    /**
     * Reads the words.
     *
     * @param language in which it is told
     * @param words each with its values, as text
     * @throws InputException if a word cannot be read, names nobody, or nothing happens
     */
    public static DisruptQuestion of(Words language, World world, String home, Map<String, List<String>> words) {
        return new Reader(language, world, home, new DisruptWords(words)).question();
    }

    /** What would only be met in the midst of the work. */
    private void require() {
        switch (ask) {
            case Ask.Curve curve -> Endurance.requireSizes(curve.sizes(), curve.withinPercent());
            case Ask.Durations durations -> durations.days().forEach(this::requireFollowed);
            case Ask.Draws draws -> {
                Ensemble.requireSeveral(draws.runs());
                draws.parameters().stream()
                        .filter(p -> p.name().equals("duration_days"))
                        .forEach(p -> requireFollowed(p.high()));
            }
            case Ask.Economies _, Ask.Industries _, Ask.Days _, Ask.Endure _ -> {}
        }
    }

    /** A loss of fewer days than the shock lasts must not stand beside whole ones. */
    private void requireFollowed(double longest) {
        int last = scenario.shocks().stream()
                .mapToInt(shock ->
                        shock.timing().lasting((int) Math.round(longest)).end())
                .max()
                .orElse(0);
        if (last > scenario.days()) {
            throw InputException.use(
                    "The longest duration ends after the days that are followed",
                    "a horizon of at least %d days".formatted(last),
                    "%d days".formatted(scenario.days()),
                    "add --horizon %d.".formatted(last));
        }
    }

    private record Reader(Words language, World world, String home, DisruptWords words) {
        DisruptQuestion question() {
            String code = world.economies().get(world.economy(home)).code();
            List<Shock> shocks = shocks(code);
            requireSomething(shocks);
            DisruptionScenario scenario = new DisruptionScenario(
                    title(shocks),
                    model(),
                    shocks,
                    piles(code),
                    words.whole("horizon", 365),
                    words.share("level", 0.9));
            List<String> said = new ArrayList<>();
            words.start().ifPresent(date -> said.add(language.say("disrupt.start", "date", language.date(date))));
            said.addAll(assumptions(scenario.model()));
            DisruptQuestion question = new DisruptQuestion(scenario, code, words.start(), ask(code, scenario), said);
            question.require();
            return question;
        }

        private void requireSomething(List<Shock> shocks) {
            if (shocks.isEmpty()) {
                throw InputException.use(
                        "Nothing happens",
                        "--cut SELLER[:GOODS], --lose ECONOMY[:SECTORS], --slow SELLER[:GOODS]=DAYS or --surge GOODS",
                        "none of them",
                        "'jiritsu disrupt JPN --cut CHN:C26 --days 60' is what you want.");
            }
            if (shocks.stream().allMatch(shock -> shock instanceof Shock.CapacitySurge)) {
                throw InputException.use(
                        "Nothing happens",
                        "a break that the expansion answers",
                        "only an expansion",
                        "add --cut, --lose, --slow or --surge.");
            }
        }

        /** A country that cuts itself off from itself is a slip of the pen. */
        private static Selection abroad(Selection seller, Buyers to, String code) {
            if (to.economies().equals(List.of(code))
                    && seller.economies().stream().anyMatch(code::equalsIgnoreCase)) {
                throw InputException.use(
                        "A cut of what %s sells to itself".formatted(code),
                        "another economy that stops selling",
                        code,
                        "it loses the capacity to make it: --lose %s:GOODS.".formatted(code));
            }
            return seller;
        }

        private List<Shock> shocks(String code) {
            double share = words.share("share", 1);
            Buyers to = words.one("to")
                    .map(DisruptWords::selection)
                    .map(s ->
                            new Buyers(s.economies(), s.sectors(), s.sectors().isEmpty() && !words.flag("inputs-only")))
                    .orElse(new Buyers(List.of(code), List.of(), !words.flag("inputs-only")));
            List<Shock> shocks = new ArrayList<>();
            words.specs("cut")
                    .forEach(s -> shocks.add(new Shock.LinkCut(
                            abroad(DisruptWords.selection(s.who()), to, code), to, share(s, "cut", share), timing(s))));
            words.specs("lose")
                    .forEach(s -> shocks.add(new Shock.CapacityLoss(
                            DisruptWords.selection(s.who()), share(s, "lose", share), timing(s))));
            words.specs("slow")
                    .forEach(s -> shocks.add(new Shock.LinkDelay(
                            DisruptWords.selection(s.who()),
                            to,
                            DisruptWords.whole("slow " + s.who(), amount(s, "slow", "CHN:C26=14")),
                            timing(s))));
            words.specs("surge")
                    .forEach(s -> shocks.add(new Shock.DemandSurge(
                            List.of(code), DisruptWords.goods(s.who()), share(s, "surge", share), timing(s))));
            words.specs("expand").forEach(s -> shocks.add(expansion(code, s)));
            return shocks;
        }

        /** SECTORS=SHARE[/DAYS]. */
        private Shock expansion(String code, DisruptWords.Spec spec) {
            String[] parts = amount(spec, "expand", "C26=0.3/60").split("/", 2);
            return new Shock.CapacitySurge(
                    new Selection(List.of(code), DisruptWords.goods(spec.who())),
                    DisruptWords.share("expand", parts[0]),
                    parts.length > 1 ? DisruptWords.whole("expand", parts[1]) : 0,
                    timing(spec));
        }

        private static double share(DisruptWords.Spec spec, String word, double otherwise) {
            return spec.amount()
                    .map(text -> DisruptWords.share(word + " " + spec.who(), text))
                    .orElse(otherwise);
        }

        private static String amount(DisruptWords.Spec spec, String word, String example) {
            return spec.amount()
                    .orElseThrow(() -> InputException.use(
                            "How much?",
                            "--" + word + " " + example,
                            spec.who() + " alone",
                            "the part from '=' on is missing."));
        }

        private Timing timing(DisruptWords.Spec spec) {
            return recovering(words.timing(spec.when()));
        }

        /** Its end may be slow, or never come. */
        private Timing recovering(Timing timing) {
            if (!words.has("recovery") && !words.has("recovery-days")) {
                return timing;
            }
            Recovery shape = words.among("recovery", Recovery.class, Recovery.LINEAR);
            int days = words.whole("recovery-days", 0);
            boolean slow = shape != Recovery.AT_ONCE && shape != Recovery.NEVER;
            if (days < 0 || days > 0 && !slow || days == 0 && slow && words.has("recovery")) {
                throw InputException.use(
                        "The recovery cannot be read",
                        "linear, concave or convex with recovery-days of at least 1; at_once or never without",
                        "%s with %d days".formatted(shape.name().toLowerCase(java.util.Locale.ROOT), days),
                        slow ? "its time is missing: add --recovery-days 30." : "leave recovery-days out.");
            }
            if (timing.recovery() == Recovery.NEVER && shape != Recovery.NEVER && (words.has("recovery") || days > 0)) {
                throw InputException.use(
                        "What lasts for good does not recover",
                        "days or until with a recovery",
                        "a recovery without an end",
                        "say how long it lasts at full strength: --days 60.");
            }
            return slow && days == 0 ? timing : timing.with(shape, days);
        }

        private DisruptionModel model() {
            Rule rule = words.among("rule", Rule.class, Rule.STRICT);
            DisruptionModel model = switch (rule) {
                case STRICT -> ModelPresets.lean();
                case PARTIAL -> ModelPresets.partial(world);
                case ARIO -> DisruptionModel.ario();
            };
            model = model.with(inventories(model.inventories()))
                    .restocking(words.number("restock-days", model.restockDays()));
            if (words.has("spare")) {
                double base = 1 + words.share("spare", 0);
                if (base < 1) {
                    throw InputException.use(
                            "spare is below zero",
                            "capacity above output, such as 0.1",
                            words.all("spare").getFirst(),
                            "the sign is wrong; capacity is lost with --lose.");
                }
                model = model.with(new Overproduction(
                        base,
                        Math.max(base, model.overproduction().max()),
                        model.overproduction().days()));
            }
            if (words.has("priority")) {
                model = model.with(rationing(words.all("priority")));
            }
            return model.with(substitution(model.substitution()));
        }

        private static Rationing rationing(List<String> users) {
            return users.equals(List.of("critical"))
                    ? new Rationing.CriticalFirst()
                    : users.equals(List.of("nobody"))
                            ? new Rationing.Proportional()
                            : new Rationing.Priority(
                                    users.stream().map(Reader::priority).toList());
        }

        /** ECONOMY, ECONOMY:SECTORS, or ECONOMY:final. */
        private static Buyers priority(String text) {
            Selection users = DisruptWords.selection(text.strip());
            boolean finals = users.sectors().equals(List.of("final"));
            return new Buyers(
                    users.economies(),
                    finals ? List.of() : users.sectors(),
                    finals || users.sectors().isEmpty());
        }

        private InventoryDays inventories(InventoryDays otherwise) {
            InventoryDays days = otherwise;
            Map<String, Double> goods = new HashMap<>();
            for (DisruptWords.Spec spec : words.undated("inventory")) {
                if (spec.amount().isPresent()) {
                    double one = DisruptWords.number(
                            "inventory of " + spec.who(), spec.amount().get());
                    DisruptWords.goods(spec.who()).forEach(good -> goods.put(good, one));
                } else if (spec.who().equals("sourced")) {
                    days = new BundledAssumptions(world).inventories();
                } else {
                    days = InventoryDays.of(DisruptWords.number("inventory", spec.who()));
                }
            }
            return days.with(goods);
        }

        private Substitution substitution(Substitution otherwise) {
            OptionalDouble days =
                    words.has("seek-days") ? OptionalDouble.of(words.number("seek-days", 30)) : OptionalDouble.empty();
            Substitutes usual =
                    otherwise instanceof Substitution.ByProduction ? Substitutes.PRODUCTION : Substitutes.SPECIFIC;
            Substitutes chosen = words.among("substitute", Substitutes.class, usual);
            if (days.isPresent() && (chosen == Substitutes.NONE || chosen == Substitutes.PRODUCTION)) {
                throw InputException.use(
                        "Nobody seeks other suppliers under this rule",
                        "seek-days with specific or seeking",
                        "seek-days with " + chosen.name().toLowerCase(java.util.Locale.ROOT),
                        "add '--substitute specific'.");
            }
            return switch (chosen) {
                case SPECIFIC -> new Substitution.Specific(days.orElse(Double.POSITIVE_INFINITY));
                case NONE -> new Substitution.None();
                case SEEKING -> new Substitution.Seeking(days.orElse(30));
                case PRODUCTION -> new Substitution.ByProduction();
            };
        }

        private List<Stockpile> piles(String code) {
            Selection everyone = new Selection(List.of(code), List.of());
            Stream<Stockpile> common = words.undated("stock").stream().flatMap(s -> piles(s, "stock", everyone));
            Stream<Stockpile> own = words.undated("reserve").stream()
                    .flatMap(s -> world.sectors().stream()
                            .flatMap(sector ->
                                    piles(s, "reserve", new Selection(List.of(code), List.of(sector.code())))));
            return Stream.concat(common, own).toList();
        }

        /** GOODS=DAYS[/DAILY]. */
        private Stream<Stockpile> piles(DisruptWords.Spec spec, String word, Selection users) {
            String[] parts = amount(spec, word, "C26=30").split("/", 2);
            double days = DisruptWords.number(word, parts[0]);
            double daily = parts.length > 1 ? DisruptWords.number(word, parts[1]) : Double.POSITIVE_INFINITY;
            if (days < 0 || !(daily > 0)) {
                throw InputException.use(
                        "No such stockpile of " + spec.who(),
                        "DAYS of 0 or more, a release above 0 a day",
                        String.join("/", parts),
                        "the sign is wrong, or the release is left out: --%s C26=30.".formatted(word));
            }
            return DisruptWords.goods(spec.who()).stream()
                    .map(good -> new Stockpile(good, users, days, words.share("trigger", 1), daily));
        }

        private Ask ask(String code, DisruptionScenario scenario) {
            List<String> asked = Stream.of("by", "endure", "curve", "durations", "draws")
                    .filter(words::has)
                    .toList();
            if (asked.size() > 1) {
                throw InputException.use(
                        "Which answer?",
                        "one of by, endure, curve, durations, draws",
                        String.join(" and ", asked),
                        "ask twice.");
            }
            requireWith("within", words.has("curve"), "curve");
            requireWith("seed", words.has("draws"), "draws");
            requireWith("vary", words.has("draws"), "draws");
            boolean linked = words.has("cut") || words.has("slow");
            requireWith("to", linked, "cut");
            requireWith("inputs-only", linked || !words.flag("inputs-only"), "cut");
            requireWith("trigger", words.has("stock") || words.has("reserve") || words.has("curve"), "stock");
            requireWith(
                    "watch",
                    asked.isEmpty()
                            || words.one("by").filter("day"::equalsIgnoreCase).isPresent(),
                    "by day");
            if (words.flag("endure")) {
                return new Ask.Endure();
            }
            if (words.has("curve")) {
                return curve(code);
            }
            if (words.has("durations")) {
                if (!lastAlike(scenario.shocks())) {
                    throw differentLengths("ask for each length apart: leave durations out.");
                }
                return new Ask.Durations(words.parts("durations").stream()
                        .map(text -> DisruptWords.whole("durations", text))
                        .toList());
            }
            if (words.has("draws")) {
                return new Ask.Draws(parameters(scenario), words.whole("draws", 64), words.whole("seed", 1));
            }
            Recorded watch = watch(code);
            return switch (words.among("by", By.class, words.has("watch") ? By.DAY : By.ECONOMY)) {
                case ECONOMY -> new Ask.Economies();
                case INDUSTRY -> new Ask.Industries();
                case DAY -> new Ask.Days(watch);
            };
        }

        /** A word that would change nothing is refused. */
        private void requireWith(String word, boolean fits, String with) {
            if (words.has(word) && !fits) {
                throw InputException.use(
                        "'%s' changes nothing here".formatted(word),
                        "%s with %s".formatted(word, with),
                        "%s without it".formatted(word),
                        "add '%s', or leave out '%s'.".formatted(with, word));
            }
        }

        /** GOOD[=SIZE,SIZE,...]. */
        private Ask curve(String code) {
            DisruptWords.Spec spec = words.undated("curve").getFirst();
            List<Double> sizes = spec.amount()
                    .map(text -> DisruptWords.goods(text).stream()
                            .map(size -> DisruptWords.number("curve", size))
                            .toList())
                    .orElse(SIZES);
            return new Ask.Curve(
                    new Stockpile(
                            spec.who(),
                            new Selection(List.of(code), List.of()),
                            0,
                            words.share("trigger", 1),
                            Double.POSITIVE_INFINITY),
                    sizes,
                    words.percent("within", 0.1));
        }

        /** ECONOMY:SECTOR[/GOOD]; without an economy, home. */
        private Recorded watch(String code) {
            List<String> industries = new ArrayList<>();
            List<Recorded.Stock> stocks = new ArrayList<>();
            for (String text : words.parts("watch")) {
                String[] parts = text.split("/", 2);
                String industry = parts[0].contains(":") ? parts[0].replace(':', '_') : code + "_" + parts[0];
                industries.add(industry);
                if (parts.length > 1) {
                    stocks.add(new Recorded.Stock(industry, parts[1]));
                }
            }
            return new Recorded(List.of(code), industries.stream().distinct().toList(), stocks);
        }

        private List<Ensemble.Parameter> parameters(DisruptionScenario scenario) {
            boolean ends = scenario.shocks().stream().allMatch(s -> s.timing().recovery() != Recovery.NEVER);
            boolean seeks = words.has("seek-days")
                    || words.one("substitute").filter("seeking"::equals).isPresent();
            Map<String, double[]> ranges = new java.util.LinkedHashMap<>();
            ranges.put("inventory", new double[] {0.5, 2});
            boolean alike = lastAlike(scenario.shocks());
            if (ends && alike) {
                int days = scenario.shocks().getFirst().timing().days();
                ranges.put("days", new double[] {0.5 * days, 1.5 * days});
            }
            if (seeks) {
                double days = words.number("seek-days", 30);
                ranges.put("seek-days", new double[] {Math.max(1, days / 3), 3 * days});
            }
            words.specs("vary").forEach(spec -> ranges.put(spec.who(), DisruptWords.range(spec)));
            if (!ends && ranges.containsKey("days")) {
                throw InputException.use(
                        "The duration cannot vary",
                        "shocks that end",
                        "a shock for good",
                        "say --days, or leave 'days' out of --vary.");
            }
            if (!alike && ranges.containsKey("days")) {
                throw differentLengths("leave 'days' out of --vary.");
            }
            return ranges.entrySet().stream()
                    .map(e -> parameter(e.getKey(), e.getValue()))
                    .toList();
        }

        private static boolean lastAlike(List<Shock> shocks) {
            return shocks.stream()
                            .map(shock -> shock.timing().days())
                            .distinct()
                            .count()
                    == 1;
        }

        private static InputException differentLengths(String mend) {
            return InputException.use(
                    "One duration for shocks that last differently long",
                    "shocks of one length",
                    "several lengths",
                    mend);
        }

        private static Ensemble.Parameter parameter(String name, double[] range) {
            return switch (name) {
                case "inventory" -> Ensemble.Parameter.inventoryScale(range[0], range[1]);
                case "days" -> Ensemble.Parameter.duration(range[0], range[1]);
                case "seek-days" -> Ensemble.Parameter.seekingDays(range[0], range[1]);
                case "restock-days" -> Ensemble.Parameter.restockDays(range[0], range[1]);
                default ->
                    throw InputException.use(
                            "This cannot be varied",
                            String.join(", ", VARIED),
                            name,
                            NearestWord.of(name, VARIED)
                                    .map(n -> "you meant " + n + ".")
                                    .orElse("it is certain here."));
            };
        }

        private List<String> assumptions(DisruptionModel model) {
            List<String> said = new ArrayList<>();
            said.add(language.say(
                    "disrupt.assumed",
                    "inputs",
                    switch (model.inputs()) {
                        case InputRule.Leontief _ -> language.say("disrupt.inputs.all");
                        case InputRule.InventoryLimited limited ->
                            language.say("disrupt.inputs.limited", "psi", limited.psi());
                        case InputRule.PartiallyBinding _ -> language.say("disrupt.inputs.partial");
                    },
                    "suppliers",
                    switch (model.substitution()) {
                        case Substitution.None _ -> language.say("disrupt.suppliers.none");
                        case Substitution.ByProduction _ -> language.say("disrupt.suppliers.production");
                        case Substitution.Seeking seeking ->
                            language.say("disrupt.suppliers.seeking", "days", language.rounded(seeking.days()));
                        case Substitution.Specific specific ->
                            Double.isInfinite(specific.days())
                                    ? language.say("disrupt.suppliers.specific")
                                    : language.say(
                                            "disrupt.suppliers.found", "days", language.rounded(specific.days()));
                    },
                    "shortages",
                    switch (model.rationing()) {
                        case Rationing.Proportional _ -> language.say("disrupt.shortages.shared");
                        case Rationing.CriticalFirst _ -> language.say("disrupt.shortages.critical");
                        case Rationing.Priority _ -> language.say("disrupt.shortages.stated");
                    },
                    "inventories",
                    inventories(model),
                    "restock",
                    language.rounded(model.restockDays()),
                    "spare",
                    language.rounded(100 * (model.overproduction().base() - 1)),
                    "over",
                    over(model.overproduction())));
            List<String> unknown = new BundledAssumptions(world).unknown();
            if (model.inputs() instanceof InputRule.PartiallyBinding && !unknown.isEmpty()) {
                said.add(language.say("disrupt.unknown", "sectors", language.and(unknown)));
            }
            return said;
        }

        private String over(Overproduction over) {
            return over.max() > over.base()
                    ? language.say(
                            "disrupt.over",
                            "days",
                            language.rounded(over.days()),
                            "most",
                            language.rounded(100 * (over.max() - 1)))
                    : "";
        }

        private String inventories(DisruptionModel model) {
            String goods = model.inventories().byGood().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> language.say(
                            "disrupt.inventories.good", "days", language.rounded(e.getValue()), "good", e.getKey()))
                    .collect(Collectors.joining());
            return model.inventories().byBuyer().isEmpty()
                    ? language.say(
                            "disrupt.inventories.days",
                            "days",
                            language.rounded(model.inventories().others()),
                            "goods",
                            goods)
                    : language.say("disrupt.inventories.kind", "goods", goods);
        }

        /** Without the days where each row has its own. */
        private String title(List<Shock> shocks) {
            String what = shocks.stream()
                    .map(shock -> Narrative.what(language, world, shock))
                    .distinct()
                    .reduce((a, b) -> language.say("disrupt.several", "a", a, "b", b))
                    .orElse("");
            List<Timing> timings = shocks.stream().map(Shock::timing).distinct().toList();
            return Words.capital(
                    !words.has("durations")
                                    && timings.size() == 1
                                    && timings.getFirst().recovery() != Recovery.NEVER
                            ? language.say(
                                    "disrupt.for",
                                    "what",
                                    what,
                                    "days",
                                    timings.getFirst().days())
                            : what);
        }
    }
}
