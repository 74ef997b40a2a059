package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Session;
import org.jiritsu.disruption.Ensemble;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Timing;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.GoodShock;
import org.jiritsu.goods.Range;
import org.jiritsu.goods.Uses;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.GoodLosses;
import org.jiritsu.world.World;

/** Goods that no longer come, by a ban or through a closed strait, as losses of capacity between two bounds. */
final class GoodsGone {
    /** Before an industry in the name of what it needs. */
    static final String NEED = "need_";

    private static final int NAMED = 4;

    private final Words words;
    private final Commodities at;
    private final World world;
    private final int home;
    private final String code;
    private final GoodLosses.Bound bound;
    private final GoodLosses losses;
    private final GoodShock shock;

    private GoodsGone(Session session, World world, int home, Arguments asked) {
        this.words = session.words();
        this.at = Commodities.of(session);
        this.world = world;
        this.home = home;
        this.code = world.economies().get(home).code();
        this.bound = asked.get(Options.BOUND);
        this.losses = new GoodLosses(at, world, home);
        this.shock = losses.shock(gone(asked));
    }

    static GoodsGone of(Session session, World world, int home, Arguments asked) {
        if (!GoodLosses.know(Commodities.of(session), world)) {
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
    private List<GoodShock.Missing> gone(Arguments asked) {
        Map<String, GoodShock.Missing> gone = new LinkedHashMap<>();
        List<String> bans = asked.get(Options.BAN);
        for (int k = 0; k < bans.size(); k++) {
            String text = bans.get(k);
            GoodShock.Ban ban = asked.check(Options.BAN, k, () -> GoodShock.Ban.parse(at.store(), losses.year(), text));
            ban.goods().stream()
                    .sorted(java.util.Comparator.comparing(GoodCode::toString))
                    .map(good -> losses.banned(ban, good))
                    .forEach(m -> gone.merge(m.good().code(), m, GoodsGone::together));
        }
        List<Strait> closed = asked.get(Options.CLOSE).stream()
                .map(name -> asked.check(Options.CLOSE, () -> at.network().strait(name)))
                .toList();
        if (!closed.isEmpty()) {
            losses.closed(closed).forEach(m -> gone.merge(m.good().code(), m, GoodsGone::together));
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

    /** What is lost of each industry's capacity, from the day on which the stock of the good that binds is gone. */
    List<Shock.CapacityLoss> shocks(Timing whole) {
        return losses.shocks(shock, bound, whole);
    }

    /** What each industry that stops needs of the missing goods, to be drawn between its ends; by value nothing is judged. */
    List<Ensemble.Parameter> needs(List<Shock.CapacityLoss> lost) {
        return bound == GoodLosses.Bound.PROPORTIONAL
                ? List.of()
                : shock.losses().stream()
                        .filter(loss ->
                                loss.essential().low() < loss.essential().high())
                        .filter(loss ->
                                lost.stream().anyMatch(each -> losses.of(loss).equals(each.industries())))
                        .map(loss -> Ensemble.Parameter.lostCapacity(
                                NEED + loss.industry(),
                                losses.of(loss),
                                loss.essential().low(),
                                loss.essential().high()))
                        .toList();
    }

    /** Days until the first industry stops, if any would. */
    OptionalInt firstStop() {
        return shock.losses().stream()
                .filter(loss -> GoodLosses.share(loss, bound) > 0)
                .mapToInt(loss -> GoodLosses.covered(shock, loss, bound))
                .min();
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
