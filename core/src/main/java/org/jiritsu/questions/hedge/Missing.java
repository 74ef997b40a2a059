package org.jiritsu.questions.hedge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiritsu.base.Said;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Timing;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.GoodShock;
import org.jiritsu.goods.Range;
import org.jiritsu.goods.Uses;
import org.jiritsu.hedge.Event;
import org.jiritsu.hedge.Future;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.GoodLosses;

/** Goods by their codes of six digits that a ban or a closed strait takes, and what industries then lose. */
final class Missing {
    private final Commodities at;
    private final GoodLosses losses;
    private final String home;
    private final Map<String, List<GoodShock.Missing>> closed = new ConcurrentHashMap<>();

    Missing(Commodities at, GoodLosses losses, String home) {
        this.at = at;
        this.losses = losses;
        this.home = home;
    }

    /** What an event takes, before any hedge. */
    List<GoodShock.Missing> of(Event event) {
        return switch (event) {
            case Event.Ban ban -> banned(ban, ban.by());
            case Event.StraitClosed strait ->
                closed
                        .computeIfAbsent(
                                strait.strait(),
                                name -> losses.closed(List.of(at.network().strait(name))).stream()
                                        .filter(m -> m.kusd() > 0)
                                        .toList())
                        .stream()
                        .map(m -> times(m, strait.share()))
                        .toList();
            default -> List.of();
        };
    }

    private List<GoodShock.Missing> banned(Event.Ban ban, List<String> sellers) {
        if (sellers.isEmpty() || ban.breadth() == 0) {
            return List.of();
        }
        return codes(ban.goods()).stream()
                .map(code -> at.store().resolve(code, losses.year()))
                .map(good -> losses.banned(new GoodShock.Ban(Set.of(good), Set.copyOf(sellers), ban.breadth()), good))
                .toList();
    }

    /** Those of six digits. */
    static List<String> codes(List<String> goods) {
        return goods.stream().filter(Missing::isCode).toList();
    }

    static boolean isCode(String good) {
        return good.matches("\\d{6}");
    }

    /** What industries lose of an event, given what is held. */
    List<Shock> shocks(Event event, Held held, Timing timing) {
        List<GoodShock.Missing> gone = event instanceof Event.Ban ban
                ? codes(ban.goods()).stream()
                        .flatMap(code -> banned(
                                new Event.Ban(
                                        ban.id(),
                                        ban.by(),
                                        ban.on(),
                                        List.of(code),
                                        ban.breadth(),
                                        ban.from(),
                                        ban.days()),
                                held.banning(ban.by(), code))
                                .stream())
                        .toList()
                : of(event);
        List<GoodShock.Missing> left = gone.stream()
                .map(m -> hedged(m, held))
                .filter(m -> m.kusd() > 0)
                .toList();
        return left.isEmpty()
                ? List.of()
                : List.copyOf(losses.shocks(losses.shock(left), bound(held.future()), timing));
    }

    /** The stricter the rule of inputs, the more stops without a good, and the sooner. */
    private static GoodLosses.Bound bound(Future future) {
        return switch (future.rules().input()) {
            case "strict" -> GoodLosses.Bound.HIGH;
            case "partial" -> GoodLosses.Bound.ESSENTIAL;
            default -> GoodLosses.Bound.LOW;
        };
    }

    private GoodShock.Missing hedged(GoodShock.Missing missing, Held held) {
        GoodCode good = missing.good();
        GoodShock.Missing left = times(missing, held.left(good.code(), missing.share()));
        double more = held.stockDays(good.code());
        Range days = missing.stock()
                .map(Uses.Stock::days)
                .orElse(Range.of(0))
                .times(held.future().rules().inventories());
        Range all = new Range(days.low() + more, days.usual() + more, days.high() + more);
        Uses.Stock stock = new Uses.Stock(List.of(good), home, all, Uses.Basis.JUDGEMENT, Said.of(""), "");
        return new GoodShock.Missing(good, left.ofValue(), left.ofTonnes(), left.kusd(), Optional.of(stock));
    }

    private static GoodShock.Missing times(GoodShock.Missing m, double factor) {
        return new GoodShock.Missing(
                m.good(), factor * m.ofValue(), factor * m.ofTonnes(), factor * m.kusd(), m.stock());
    }
}
