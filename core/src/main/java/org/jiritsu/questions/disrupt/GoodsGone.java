package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Session;
import org.jiritsu.disruption.Ensemble;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Timing;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.Dependence;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.GoodShock;
import org.jiritsu.goods.GoodsStore;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.Range;
import org.jiritsu.goods.Uses;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Flow;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.Ways;
import org.jiritsu.world.World;

/** Goods that no longer come, by a ban or through a closed strait, as losses of capacity between two bounds. */
final class GoodsGone {
    /** Which bound is followed day by day. */
    enum Bound {
        /** The value that is missing over all purchases: what a model of values sees. */
        PROPORTIONAL,
        /** Users stop as far as they need the good, at the low end, and stocks are at their high end. */
        LOW,
        /** Users stop as far as they usually need the good, after usual stocks. */
        ESSENTIAL,
        /** Users stop as far as they need the good, at the high end, and stocks are at their low end. */
        HIGH
    }

    /** Before an industry in the name of what it needs. */
    static final String NEED = "need_";

    private static final int NAMED = 4;

    /** Of a good's imports, to be missing at all. */
    private static final double LEAST = 0.001;

    private final Words words;
    private final Commodities at;
    private final World world;
    private final int home;
    private final String code;
    private final Bound bound;
    private final GoodShock shock;

    private GoodsGone(Session session, World world, int home, Arguments asked) {
        this.words = session.words();
        this.at = Commodities.of(session);
        this.world = world;
        this.home = home;
        this.code = world.economies().get(home).code();
        this.bound = asked.get(Options.BOUND);
        int year = at.store().datasets().stream()
                .filter(set ->
                        set.coverage() == Dataset.Coverage.ALL_GOODS || set.coverage() == Dataset.Coverage.SOME_GOODS)
                .mapToInt(Dataset::lastYear)
                .max()
                .orElseThrow();
        this.shock = GoodShock.of(at.store(), at.store().uses(), code, year, gone(asked, year), purchases());
    }

    static GoodsGone of(Session session, World world, int home, Arguments asked) {
        Set<String> needing = Commodities.of(session).store().uses().all().stream()
                .map(Uses.Use::industry)
                .collect(Collectors.toSet());
        if (world.sectors().stream().noneMatch(sector -> needing.contains(sector.code()))) {
            throw asked.wrong(
                    Common.WORLD,
                    "Which industries need a good is known by the sectors of icio2022 alone",
                    "a world with these sectors",
                    world.id(),
                    "icio2022 will do.");
        }
        return new GoodsGone(session, world, home, asked);
    }

    /** Each good once: a ban and a strait together take at most all of it. */
    private List<GoodShock.Missing> gone(Arguments asked, int year) {
        GoodsStore store = at.store();
        Map<String, GoodShock.Missing> gone = new LinkedHashMap<>();
        List<String> bans = asked.get(Options.BAN);
        for (int k = 0; k < bans.size(); k++) {
            String text = bans.get(k);
            GoodShock.Ban ban = asked.check(Options.BAN, k, () -> GoodShock.Ban.parse(store, year, text));
            ban.goods().stream()
                    .sorted(java.util.Comparator.comparing(GoodCode::toString))
                    .map(good -> GoodShock.missing(store, store.uses(), code, year, ban, good))
                    .forEach(m -> gone.merge(m.good().code(), m, GoodsGone::together));
        }
        List<Strait> closed = asked.get(Options.CLOSE).stream()
                .map(name -> asked.check(Options.CLOSE, () -> at.network().strait(name)))
                .toList();
        if (!closed.isEmpty()) {
            bulk(store, year).forEach(d -> gone.merge(d.good(), cut(d, closed), GoodsGone::together));
        }
        if (gone.values().stream().noneMatch(m -> m.kusd() > 0)) {
            throw asked.wrong(
                    asked.has(Options.BAN) ? Options.BAN : Options.CLOSE,
                    "Nothing that %s imports is missing then".formatted(code),
                    "a good that the supplier sells it, or a strait without a way round",
                    "'--ban CHN:850511', or '--close hormuz' for Japan, takes something.");
        }
        return List.copyOf(gone.values());
    }

    private static GoodShock.Missing together(GoodShock.Missing a, GoodShock.Missing b) {
        return new GoodShock.Missing(
                a.good(),
                Math.min(1, a.ofValue() + b.ofValue()),
                Math.min(1, a.ofTonnes() + b.ofTonnes()),
                a.kusd() + b.kusd(),
                a.stock());
    }

    /** The goods in bulk of which home's industries are known to need some; each from the first set that holds it. */
    private List<Dependence> bulk(GoodsStore store, int year) {
        Set<String> seen = new HashSet<>();
        List<Dependence> all = new ArrayList<>();
        for (Dataset set : store.inYear(year)) {
            store.table(set, year).of(code).stream()
                    .filter(d -> Cargo.of(d.good()) != Cargo.GENERAL)
                    .filter(d -> !store.uses()
                            .of(Commodities.code(set, d.good()), code)
                            .isEmpty())
                    .filter(d -> seen.add(d.good()))
                    .forEach(all::add);
        }
        return all;
    }

    private GoodShock.Missing cut(Dependence d, List<Strait> closed) {
        GoodCode good = Commodities.code(at.store().dataset(d.dataset()), d.good());
        double value = cut(d, closed, Measure.VALUE);
        return new GoodShock.Missing(
                good,
                value,
                cut(d, closed, Measure.TONNES),
                value * d.imports().kusd(),
                at.store().uses().stock(good, code));
    }

    private double cut(Dependence d, List<Strait> closed, Measure measure) {
        Cargo cargo = Cargo.of(d.good());
        List<Flow> flows = Commodities.flows(d, measure);
        if (flows.isEmpty()) {
            return 0;
        }
        Ways ways = at.ways(at.network().ship(cargo), cargo, flows);
        double cut = ways.cut(ways.closing(
                Closure.of(closed.stream().map(Strait::code).distinct().toArray(String[]::new))));
        return cut < LEAST ? 0 : cut;
    }

    /** What home's industries buy of each other and from abroad. */
    private GoodShock.Purchases purchases() {
        int sectors = world.sectorCount();
        double[][] bought = new double[sectors][sectors];
        for (int i = 0; i < world.size(); i++) {
            for (int s = 0; s < sectors; s++) {
                bought[world.sectorOf(i)][s] += world.z(i, world.industry(home, s));
            }
        }
        List<String> codes = world.sectors().stream().map(each -> each.code()).toList();
        return new GoodShock.Purchases() {
            @Override
            public List<String> industries() {
                return codes;
            }

            @Override
            public double all(String industry) {
                return from(industry, Set.copyOf(codes));
            }

            @Override
            public double from(String industry, Set<String> makers) {
                int buyer = codes.indexOf(industry);
                double sum = 0;
                for (int s = 0; s < sectors; s++) {
                    sum += makers.contains(codes.get(s)) ? bought[s][buyer] : 0;
                }
                return sum;
            }
        };
    }

    /** What is lost of each industry's capacity, from the day on which the stock of the good that binds is gone. */
    List<Shock.CapacityLoss> shocks(Timing whole) {
        List<Shock.CapacityLoss> shocks = new ArrayList<>();
        for (GoodShock.InputLoss loss : shock.losses()) {
            double share = share(loss);
            int covered = covered(loss);
            boolean ends = whole.recovery() != Recovery.NEVER;
            if (share > 0 && !(ends && covered >= whole.days())) {
                Timing timing = ends
                        ? Timing.of(whole.firstDay() + covered, whole.days() - covered)
                                .with(whole.recovery(), whole.recoveryDays())
                        : Timing.from(whole.firstDay() + covered);
                shocks.add(new Shock.CapacityLoss(of(loss), share, timing));
            }
        }
        return shocks;
    }

    /** What each industry that stops needs of the missing goods, to be drawn between its ends; by value nothing is judged. */
    List<Ensemble.Parameter> needs(List<Shock.CapacityLoss> lost) {
        return bound == Bound.PROPORTIONAL
                ? List.of()
                : shock.losses().stream()
                        .filter(loss ->
                                loss.essential().low() < loss.essential().high())
                        .filter(loss -> lost.stream().anyMatch(each -> of(loss).equals(each.industries())))
                        .map(loss -> Ensemble.Parameter.lostCapacity(
                                NEED + loss.industry(),
                                of(loss),
                                loss.essential().low(),
                                loss.essential().high()))
                        .toList();
    }

    private Selection of(GoodShock.InputLoss loss) {
        return new Selection(List.of(code), List.of(loss.industry()));
    }

    /** Days until the first industry stops, if any would. */
    OptionalInt firstStop() {
        return shock.losses().stream()
                .filter(loss -> share(loss) > 0)
                .mapToInt(this::covered)
                .min();
    }

    private double share(GoodShock.InputLoss loss) {
        return switch (bound) {
            case PROPORTIONAL -> loss.proportional();
            case LOW -> loss.essential().low();
            case ESSENTIAL -> loss.essential().usual();
            case HIGH -> loss.essential().high();
        };
    }

    private int covered(GoodShock.InputLoss loss) {
        if (bound == Bound.PROPORTIONAL) {
            return 0;
        }
        return loss.binding()
                .flatMap(good -> shock.missing().stream()
                        .filter(m -> m.good().equals(good))
                        .findFirst())
                .map(GoodShock.Missing::daysUntilShort)
                .map(days -> (int) Math.floor(
                        switch (bound) {
                            case LOW -> days.high();
                            case HIGH -> days.low();
                            default -> days.usual();
                        }))
                .orElse(0);
    }

    /** What is missing, the bounds beside each other, which is followed, and what they rest on. */
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        found.add(Finding.story(words.begin(
                "goods.missing",
                "home",
                at.the(code),
                "year",
                shock.year(),
                "goods",
                words.and(shock.missing().stream().limit(NAMED).map(this::told).toList()))));
        found.add(Finding.story(words.begin(
                "goods.bounds",
                "proportional",
                gdp(GoodShock.InputLoss::proportional),
                "usual",
                gdp(loss -> loss.essential().usual()),
                "low",
                gdp(loss -> loss.essential().low()),
                "high",
                gdp(loss -> loss.essential().high()),
                "bound",
                words.say("goods.bound." + bound.name().toLowerCase(java.util.Locale.ROOT)))));
        List<GoodShock.InputLoss> worst = shock.losses().stream()
                .filter(loss -> loss.essential().usual() > 0)
                .sorted(java.util.Comparator.comparingDouble(
                        (GoodShock.InputLoss loss) -> -loss.essential().usual()))
                .limit(NAMED)
                .toList();
        if (!worst.isEmpty()) {
            found.add(Finding.story(words.begin(
                    "goods.worst",
                    "industries",
                    words.and(worst.stream().map(this::told).toList()))));
        }
        found.add(Finding.assumption(words.begin("goods.assumed")));
        found.add(Finding.limit(words.begin("goods.later")));
        List<String> blind = blind();
        if (!blind.isEmpty()) {
            found.add(Finding.limit(words.begin("goods.blind", "industries", words.and(blind))));
        }
        return found;
    }

    private String told(GoodShock.Missing missing) {
        return words.say(
                missing.stock().isPresent() ? "goods.missing.stock" : "goods.missing.one",
                "good",
                at.name(missing.good()),
                "tonnes",
                words.percent(missing.ofTonnes()),
                "value",
                words.percent(missing.ofValue()),
                "usual",
                Math.round(missing.daysUntilShort().usual()),
                "low",
                Math.round(missing.daysUntilShort().low()),
                "high",
                Math.round(missing.daysUntilShort().high()));
    }

    private String told(GoodShock.InputLoss loss) {
        Range essential = loss.essential();
        return words.say(
                "goods.loss",
                "industry",
                at.industry(loss.industry()),
                "proportional",
                words.percent(loss.proportional()),
                "usual",
                words.percent(essential.usual()),
                "low",
                words.figure(100 * essential.low()),
                "high",
                words.percent(essential.high()));
    }

    /** Value added of what stands still, before anyone else is short. */
    private String gdp(ToDoubleFunction<GoodShock.InputLoss> share) {
        double lost = 0;
        for (GoodShock.InputLoss loss : shock.losses()) {
            lost += share.applyAsDouble(loss) * world.valueAdded(world.industry(home, world.sector(loss.industry())));
        }
        return words.say("goods.stands", "money", words.dollars(lost), "gdp", words.percent(lost / world.gdp(home)));
    }

    /** Industries that need a missing good and that the world table does not tell apart. */
    private List<String> blind() {
        List<String> codes = world.sectors().stream().map(each -> each.code()).toList();
        return shock.missing().stream()
                .flatMap(m -> at.store().uses().of(m.good(), code).stream())
                .map(Uses.Use::industry)
                .filter(industry -> !codes.contains(industry))
                .distinct()
                .map(at::industry)
                .toList();
    }
}
