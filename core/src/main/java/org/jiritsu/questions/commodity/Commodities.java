package org.jiritsu.questions.commodity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.Dependence;
import org.jiritsu.goods.EconomyGroup;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.GoodsStore;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Flow;
import org.jiritsu.goods.sea.Ports;
import org.jiritsu.goods.sea.SeaNetwork;
import org.jiritsu.goods.sea.SeaTrade;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.world.Economy;

/** The goods trade and the sea lanes at hand, opened once in a session, with names in its language. */
public final class Commodities {
    private final Session at;
    private final Words words;
    private final GoodsStore store;

    private Commodities(Session at) {
        this.at = at;
        this.words = at.words().of(Commodities.class.getPackage());
        this.store = at.shared(GoodsStore.class, GoodsStore.class, () -> GoodsStore.open(at.data(), at.home()));
    }

    public static Commodities of(Session at) {
        return new Commodities(at);
    }

    public GoodsStore store() {
        return store;
    }

    public SeaNetwork network() {
        return at.shared(
                SeaNetwork.class,
                SeaNetwork.class,
                () -> SeaNetwork.open(at.data().resolve("sea")));
    }

    public Ports ports() {
        return at.shared(Ports.class, Ports.class, () -> Ports.open(at.data().resolve("sea")));
    }

    private record LanesOf(Set<String> barred) {}

    /** The lanes for a kind of goods with everything as usual, whose ways are kept once found. */
    public SeaTrade lanes(Cargo cargo) {
        ShipClass ship = network().ship(cargo);
        return at.shared(
                        new LanesOf(ship.barred()),
                        SeaTrade.class,
                        () -> SeaTrade.of(network(), ports(), cargo, ship, Closure.usual()))
                .carrying(cargo);
    }

    /** An economy's imports of a good port by port, for a class of ships. */
    public Ways ways(ShipClass ship, Cargo cargo, List<Flow> flows) {
        return Ways.usual(network(), ports(), ship, cargo, flows);
    }

    /** The imports of a good as flows, in tonnes or value. */
    public static List<Flow> flows(Dependence imports, Measure measure) {
        return imports.suppliers().stream()
                .map(s -> new Flow(s.economy(), imports.economy(), s.amount().in(measure)))
                .filter(flow -> flow.amount() > 0)
                .toList();
    }

    /**
     * The code of an economy that the goods data know.
     *
     * @throws InputException if there is none of this code or English name
     */
    public String economy(String named) {
        Map<String, String> known = store.names().economyNames();
        String code = named.strip().toUpperCase(java.util.Locale.ROOT);
        if (known.containsKey(code) || code.equals(EconomyGroup.EU27.name())) {
            return code;
        }
        return known.keySet().stream()
                .filter(each -> english(each).equalsIgnoreCase(named.strip()))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> all = new ArrayList<>(new TreeSet<>(known.keySet()));
                    known.keySet().forEach(each -> all.add(english(each)));
                    return InputException.use(
                            "The goods data know no such economy",
                            "an alpha-3 code or English name, or EU27",
                            named,
                            "you meant " + NearestWord.of(named, all).orElse("JPN") + ".");
                });
    }

    /** An economy's name by itself. */
    public String name(String economy) {
        return words.text("region." + economy).orElseGet(() -> words.name(called(economy)));
    }

    /** An economy's name in a sentence. */
    public String the(String economy) {
        return words.text("region.the." + economy)
                .or(() -> words.text("region." + economy))
                .orElseGet(() -> words.the(called(economy)));
    }

    private Economy called(String code) {
        return new Economy(code, english(code));
    }

    private String english(String code) {
        return Words.in(Language.EN)
                .of(Commodities.class.getPackage())
                .text("economy." + code)
                .orElseGet(() -> store.names().economyNames().getOrDefault(code, code));
    }

    /** What a good is called. */
    public String name(GoodCode good) {
        return store.names()
                .shortName(good.code())
                .map(name -> words.language() == Language.JA ? name.japanese() : name.english())
                .or(() -> store.names().name(good.revision(), good.code()))
                .orElse(good.code());
    }

    /** A good of a data set. */
    public static GoodCode code(Dataset set, String good) {
        return new GoodCode(set.revision().orElse(org.jiritsu.goods.HsRevision.HS17), good);
    }

    /** An industry of the table of uses, in a sentence. */
    public String industry(String code) {
        return words.text("industry." + code).orElse(code);
    }

    /** A strait's name in a sentence. */
    public String the(Strait strait) {
        return words.language() == Language.JA ? strait.nameJa() : "the " + strait.name();
    }

    /** A strait's name by itself. */
    public String name(Strait strait) {
        return words.language() == Language.JA ? strait.nameJa() : strait.name();
    }
}
