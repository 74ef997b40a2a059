package org.jiritsu.questions.goods;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Type;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.EconomyGroup;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.GoodsStore;
import org.jiritsu.goods.Indicator;
import org.jiritsu.goods.RuleSet;
import org.jiritsu.questions.commodity.Commodities;

/** Which goods an economy cannot replace; one good from mine to shipper; what rules say; the years; the mirror. */
public final class GoodsQuestion implements Question {
    private static final Type<RuleSet> RULE = new Type<>(
            Type.Kind.CHOICE,
            RuleSet.ALL.stream().map(RuleSet::name).toList(),
            RuleSet.class,
            RuleSet::of,
            "one of "
                    + String.join(", ", RuleSet.ALL.stream().map(RuleSet::name).toList()));

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<Optional<String>> FROM =
            Param.maybe("from", Types.ECONOMY).as("SUPPLIER");
    private static final Param<List<String>> GOOD =
            Param.list("good", Types.TEXT).as("CODES");
    private static final Param<Optional<RuleSet>> RULES = Param.maybe("rules", RULE);
    private static final Param<List<String>> THRESHOLD =
            Param.many("threshold", Types.TEXT).as("NAME=VALUE");
    private static final Param<Boolean> EU_AS_ONE = Param.flag("eu-as-one");
    private static final Param<Boolean> TREND = Param.flag("trend");
    private static final Param<Boolean> MIRROR = Param.flag("mirror");
    private static final Param<Optional<Integer>> YEAR = Param.maybe("year", Types.whole(1, 9999));
    private static final Param<Optional<String>> DATASET =
            Param.maybe("dataset", Types.TEXT).as("ID");

    @Override
    public Spec spec() {
        return new Spec(
                "goods",
                List.of(HOME, FROM, GOOD, RULES, THRESHOLD, EU_AS_ONE, TREND, MIRROR, YEAR, DATASET),
                Cost.QUICK,
                List.of(new Spec.Form("chokepoints", List.of()), new Spec.Form("good", List.of())),
                List.of(
                        List.of("JPN"),
                        List.of("JPN", "--good", "850511"),
                        List.of("JPN", "--from", "CHN", "--top", "10"),
                        List.of("JPN", "--rules", "ec-2021")),
                "docs/methods/goods.md");
    }

    @Override
    public Plan plan(Session session, Arguments asked) {
        requireOneView(asked);
        Commodities at = Commodities.of(session);
        String home = asked.look(HOME, at::economy);
        boolean mirror = asked.get(MIRROR);
        List<Dataset> sets = sets(asked, at.store(), mirror);
        int year = asked.get(YEAR)
                .orElseGet(() -> sets.stream().mapToInt(Dataset::lastYear).max().orElseThrow());
        Ground ground = new Ground(session.words(), at, home, year, asked.check(YEAR, () -> holding(sets, year)));
        requireTrade(asked, ground);
        return plan(ground, asked);
    }

    private static void requireOneView(Arguments asked) {
        List<Param<?>> views =
                Stream.<Param<?>>of(RULES, TREND, MIRROR).filter(asked::has).toList();
        boolean clash = views.size() > 1
                || asked.has(MIRROR) && (asked.has(FROM) || asked.has(GOOD))
                || asked.has(RULES) && asked.has(FROM)
                || asked.has(FROM) && asked.has(GOOD) && !asked.has(TREND);
        if (clash) {
            throw asked.wrong(
                    views.isEmpty() ? FROM : views.getLast(),
                    "Which view of the goods?",
                    "one of --from, --good, --rules and --mirror; --good may stand with --rules, and --from or --good"
                            + " with --trend",
                    "several",
                    "leave out one of them.");
        }
        if (asked.get(RULES).isEmpty() && (asked.has(THRESHOLD) || asked.has(EU_AS_ONE))) {
            throw asked.wrong(
                    asked.has(THRESHOLD) ? THRESHOLD : EU_AS_ONE,
                    "Thresholds, and the European Union as one, belong to a rule",
                    "--rules ec-2021, cepii-geodep or concentration",
                    "no rule",
                    "add --rules ec-2021.");
        }
    }

    /** The set that was named, or all in which every pair stands; the mirror sees those of one importer too. */
    private static List<Dataset> sets(Arguments asked, GoodsStore store, boolean mirror) {
        Optional<String> named = asked.get(DATASET);
        if (named.isPresent()) {
            return List.of(pairs(asked, store, named.orElseThrow(), mirror));
        }
        return store.datasets().stream()
                .filter(set -> sees(set, mirror))
                .sorted((a, b) -> a.coverage() != b.coverage()
                        ? a.coverage().compareTo(b.coverage())
                        : b.revision().orElseThrow().compareTo(a.revision().orElseThrow()))
                .toList();
    }

    private static Dataset pairs(Arguments asked, GoodsStore store, String named, boolean mirror) {
        Dataset set = asked.check(DATASET, () -> store.dataset(named));
        if (!sees(set, mirror)) {
            throw asked.wrong(
                    DATASET,
                    "This set does not hold every pair of economies, good by good",
                    "a set that does",
                    "'baci-hs92-raw74' does.");
        }
        return set;
    }

    private static boolean sees(Dataset set, boolean mirror) {
        return switch (set.coverage()) {
            case ALL_GOODS, SOME_GOODS -> true;
            case ONE_IMPORTER -> mirror;
            case TOTAL -> false;
        };
    }

    private static List<Dataset> holding(List<Dataset> sets, int year) {
        List<Dataset> held =
                sets.stream().filter(set -> set.files().containsKey(year)).toList();
        if (held.isEmpty()) {
            List<Integer> years = sets.stream()
                    .flatMap(set -> set.years().stream())
                    .distinct()
                    .sorted()
                    .toList();
            throw InputException.use(
                    "No data at hand hold this year",
                    "a year from %d to %d".formatted(years.getFirst(), years.getLast()),
                    "" + year,
                    "leave out --year: the newest year is taken.");
        }
        return held;
    }

    private static void requireTrade(Arguments asked, Ground ground) {
        boolean known = ground.sets().stream()
                .map(set -> ground.store().table(set, ground.year()).trade().economies())
                .anyMatch(all -> all.contains(ground.home())
                        || ground.home().equals(EconomyGroup.EU27.name()) && asked.has(RULES));
        if (!known) {
            throw asked.wrong(
                    HOME,
                    "The goods data of %d hold no trade of this economy".formatted(ground.year()),
                    "an economy that trades in one of "
                            + ground.sets().stream().map(Dataset::id).toList(),
                    ground.home().equals(EconomyGroup.EU27.name())
                            ? "'--rules ec-2021' counts the European Union as one."
                            : "JPN will do.");
        }
    }

    private static Plan plan(Ground ground, Arguments asked) {
        List<GoodCode> goods = goods(ground, asked);
        Optional<String> from = asked.check(FROM, () -> asked.get(FROM).map(ground.at()::economy));
        if (asked.get(RULES).isPresent()) {
            RuleSet rule = rule(asked);
            boolean one = asked.get(EU_AS_ONE) || ground.home().equals(EconomyGroup.EU27.name());
            if (asked.get(EU_AS_ONE) && EconomyGroup.EU27.members().contains(ground.home())) {
                throw asked.wrong(
                        EU_AS_ONE,
                        "%s is inside EU27, which was to be counted as one".formatted(ground.home()),
                        "EU27 as HOME, or an economy outside it",
                        ground.home(),
                        "EU27 is meant.");
            }
            ByRule view = new ByRule(ground, rule, one ? Optional.of(EconomyGroup.EU27) : Optional.empty(), goods);
            return new Plan(view.title(), Cost.QUICK, view::answer);
        }
        if (asked.get(TREND)) {
            Trend view = new Trend(ground, goods, from);
            return new Plan(view.title(), Cost.QUICK, view::answer);
        }
        if (asked.get(MIRROR)) {
            Mirror view = new Mirror(ground);
            return new Plan(view.title(), Cost.QUICK, view::answer);
        }
        if (!goods.isEmpty()) {
            OneGood view = new OneGood(ground, goods);
            return new Plan(view.title(), Cost.QUICK, view::answer);
        }
        HardToReplace view = new HardToReplace(ground, from);
        return new Plan(view.title(), Cost.QUICK, view::answer);
    }

    private static List<GoodCode> goods(Ground ground, Arguments asked) {
        if (asked.get(GOOD).isEmpty()) {
            return List.of();
        }
        if (asked.get(DATASET).isPresent()) {
            Dataset set = ground.sets().getFirst();
            return asked.get(GOOD).stream()
                    .map(code -> asked.check(
                            GOOD,
                            () -> Commodities.code(
                                    set,
                                    ground.store()
                                            .requireGood(set, ground.year(), code.replaceFirst("^HS\\d\\d:", "")))))
                    .toList();
        }
        return asked.get(GOOD).stream()
                .map(code -> asked.check(GOOD, () -> ground.store().resolve(code, ground.year())))
                .toList();
    }

    private static RuleSet rule(Arguments asked) {
        Map<Indicator, Double> changed = new EnumMap<>(Indicator.class);
        List<String> said = asked.get(THRESHOLD);
        for (int k = 0; k < said.size(); k++) {
            String text = said.get(k);
            asked.check(THRESHOLD, k, () -> {
                String[] parts = text.split("=", -1);
                Optional<Indicator> indicator = Arrays.stream(Indicator.values())
                        .filter(each ->
                                each.name().equalsIgnoreCase(parts[0].strip().replace('-', '_')))
                        .findFirst();
                if (parts.length != 2 || indicator.isEmpty()) {
                    throw InputException.use(
                            "This is no threshold",
                            "an indicator and a number, such as hhi_imports=0.4; indicators are "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(Indicator.values())
                                                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                                                    .toList()),
                            text,
                            "hhi_imports=0.4 will do.");
                }
                changed.put(indicator.orElseThrow(), Types.number(parts[1]));
                return text;
            });
        }
        RuleSet rule = asked.get(RULES).orElseThrow();
        return changed.isEmpty() ? rule : asked.check(THRESHOLD, () -> rule.with(changed));
    }
}
