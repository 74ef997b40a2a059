package org.jiritsu.questions.sea;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.Dependence;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.GoodsStore;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Port;
import org.jiritsu.goods.sea.Ports;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.questions.commodity.Commodities;

/** Through which straits imports come, what a closure does to them, and the ways between two ports. */
public final class SeaQuestion implements Question {
    private static final String ALL = "all";
    private static final double MOST_LONGER = 0.5;

    /** Words for goods, in the order in which they are told. */
    private static final Map<String, String> KINDS = kinds();

    private static final Param<Optional<String>> HOME = Param.positionalMaybe("home", Types.ECONOMY);
    private static final Param<List<String>> GOOD =
            Param.list("good", Types.TEXT).as("GOODS");
    private static final Param<List<String>> CLOSE =
            Param.list("close", Types.TEXT).as("STRAITS");
    private static final Param<Optional<String>> FROM =
            Param.maybe("from", Types.TEXT).as("PORT");
    private static final Param<Optional<String>> TO =
            Param.maybe("to", Types.TEXT).as("PORT");
    private static final Param<Optional<String>> SHIP =
            Param.maybe("ship", Types.TEXT).as("CLASS");
    private static final Param<Double> WITHIN =
            Param.one("within", Types.SHARE, 0.01).as("SHARE");
    private static final Param<Optional<Integer>> YEAR = Param.maybe("year", Types.whole(1995, 2100));

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("crude", "270900");
        kinds.put("lng", "271111");
        kinds.put("coal", "270112");
        kinds.put("iron-ore", "260111");
        kinds.put(ALL, "");
        return kinds;
    }

    @Override
    public Spec spec() {
        return new Spec(
                "sea",
                List.of(HOME, GOOD, CLOSE, FROM, TO, SHIP, WITHIN, YEAR),
                Cost.MODEL,
                List.of(new Spec.Form("straits", List.of())),
                List.of(
                        List.of("JPN", "--good", "crude,lng"),
                        List.of("JPN", "--close", "hormuz", "--good", "crude"),
                        List.of("--from", "Yokohama", "--to", "Ras Tanura", "--close", "malacca")),
                "docs/methods/sea.md");
    }

    @Override
    public Plan plan(Session session, Arguments asked) {
        Commodities at = Commodities.of(session);
        List<Strait> closed = asked.get(CLOSE).stream()
                .map(name -> asked.check(CLOSE, () -> at.network().strait(name)))
                .distinct()
                .toList();
        Optional<ShipClass> ship = asked.check(SHIP, () -> asked.get(SHIP).map(at.network()::ship));
        if (asked.has(FROM) || asked.has(TO)) {
            return between(session, at, asked, closed, ship);
        }
        String home = asked.get(HOME)
                .map(_ -> asked.look(HOME, named -> at.economy(named.orElseThrow())))
                .orElseThrow(() -> asked.wrong(
                        HOME,
                        "Whose imports, or which way?",
                        "HOME, or --from PORT and --to PORT",
                        "neither",
                        "JPN will do."));
        List<Carried> goods = goods(at, asked, home);
        if (closed.isEmpty()) {
            Straits view = new Straits(session.words(), at, home, goods, ship);
            return new Plan(view.title(), Cost.MODEL, view::answer);
        }
        Closing view = new Closing(session.words(), at, home, goods, closed, ship);
        return new Plan(view.title(), Cost.MODEL, view::answer);
    }

    private static Plan between(
            Session session, Commodities at, Arguments asked, List<Strait> closed, Optional<ShipClass> ship) {
        if (!asked.has(FROM) || !asked.has(TO)) {
            throw asked.wrong(
                    asked.has(FROM) ? FROM : TO,
                    "A way has two ends",
                    "--from PORT and --to PORT",
                    "only one of them",
                    "add the other end, such as --to Yokohama.");
        }
        double within = asked.get(WITHIN);
        if (!(within >= 0 && within <= MOST_LONGER)) {
            throw asked.wrong(WITHIN, "How much longer a way may be", "a share from 0 to 0.5", "0.01 is meant.");
        }
        Ports ports = at.ports();
        Port from = asked.look(FROM, named -> ports.port(named.orElseThrow()));
        Port to = asked.look(TO, named -> ports.port(named.orElseThrow()));
        Cargo cargo = asked.get(GOOD).stream()
                .findFirst()
                .map(good -> Cargo.of(KINDS.getOrDefault(good, good)))
                .orElse(Cargo.GENERAL);
        Voyage view = new Voyage(
                session.words(),
                at,
                from,
                to,
                Closure.of(closed.stream().map(Strait::code).toArray(String[]::new)),
                ship.orElseGet(() -> at.network().ship(cargo)),
                within);
        return new Plan(view.title(), Cost.QUICK, view::answer);
    }

    /** The goods asked for, each from the data set that holds it, as far as home imports them. */
    private static List<Carried> goods(Commodities at, Arguments asked, String home) {
        List<Carried> goods = new ArrayList<>();
        List<String> named = asked.get(GOOD).isEmpty() ? List.copyOf(KINDS.keySet()) : asked.get(GOOD);
        for (String good : named) {
            Optional<Carried> one = asked.check(
                    GOOD,
                    () -> good.toLowerCase(Locale.ROOT).equals(ALL)
                            ? everything(at, asked, home)
                            : one(at, asked, home, KINDS.getOrDefault(good.toLowerCase(Locale.ROOT), good)));
            if (one.isEmpty() && asked.has(GOOD)) {
                throw asked.wrong(
                        GOOD,
                        "%s imports none of this good in the data at hand".formatted(home),
                        "a good that it imports, or one of " + String.join(", ", KINDS.keySet()),
                        good,
                        "crude will do.");
            }
            one.ifPresent(goods::add);
        }
        if (goods.isEmpty()) {
            throw asked.wrong(
                    HOME,
                    "The data at hand hold no imports of this economy to lay on the sea lanes",
                    "an economy with trade in one of " + String.join(", ", KINDS.keySet()),
                    "JPN will do.");
        }
        return goods;
    }

    /** All goods together, from the newest such set, else that of the year. */
    private static Optional<Carried> everything(Commodities at, Arguments asked, String home) {
        Optional<Integer> year = asked.get(YEAR);
        return at.store().datasets().stream()
                .filter(set -> set.coverage() == Dataset.Coverage.TOTAL)
                .filter(set -> year.isEmpty() || !asked.has(GOOD) || set.files().containsKey(year.orElseThrow()))
                .findFirst()
                .flatMap(set -> at.store().table(set, set.lastYear()).of(home).stream()
                        .findFirst()
                        .map(imports ->
                                new Carried(ALL, Optional.empty(), set, imports, Cargo.GENERAL, Measure.VALUE)));
    }

    private static Optional<Carried> one(Commodities at, Arguments asked, String home, String code) {
        GoodsStore store = at.store();
        if (!code.matches("(HS\\d\\d:)?\\d{6}")) {
            throw InputException.use(
                    "This is no good",
                    "an HS code of six digits, or one of " + String.join(", ", KINDS.keySet()),
                    code,
                    "you meant " + NearestWord.of(code, KINDS.keySet()).orElse("crude") + ".");
        }
        int year = asked.get(YEAR).orElseGet(() -> lastYear(store));
        GoodCode good = store.resolve(code, year);
        Optional<Dependence> imports = store.holding(good, year).flatMap(table -> table.of(good.code(), home));
        return imports.map(d -> new Carried(
                good.code(),
                Optional.of(good),
                store.dataset(d.dataset()),
                d,
                Cargo.of(good.code()),
                d.imports().tonnes() > 0 ? Measure.TONNES : Measure.VALUE));
    }

    private static int lastYear(GoodsStore store) {
        OptionalInt last = store.datasets().stream()
                .filter(set ->
                        set.coverage() == Dataset.Coverage.ALL_GOODS || set.coverage() == Dataset.Coverage.SOME_GOODS)
                .mapToInt(Dataset::lastYear)
                .max();
        return last.orElseThrow(() -> InputException.use(
                "No goods trade is at hand", "a data set of pairs", "none", "'jiritsu goods-import' brings one in."));
    }
}
