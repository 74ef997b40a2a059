package org.jiritsu.questions.hedge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Overproduction;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.hedge.Event;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.Measure;
import org.jiritsu.hedge.Menu;
import org.jiritsu.hedge.Portfolio;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/** Futures with what a portfolio changes in them, as scenarios of the daily model; {@code docs/methods/hedge.md} says how. */
final class Scenarios {
    private static final Overproduction USUAL = DisruptionModel.ario().overproduction();

    private final Menu menu;
    private final World world;
    private final String home;
    private final int days;
    private final HomeUse use;
    private final Optional<Missing> goods;
    private final List<String> sectors;
    private final Map<String, DisruptionModel> rules;

    /**
     * @param days of the horizon
     * @param goods empty where the world does not know who needs a good
     */
    Scenarios(Menu menu, World world, int home, int days, Optional<Missing> goods) {
        this.menu = menu;
        this.world = world;
        this.home = world.economies().get(home).code();
        this.days = days;
        this.use = new HomeUse(world, home);
        this.goods = goods;
        this.sectors = world.sectors().stream().map(Sector::code).toList();
        this.rules = Map.of(
                "strict", ModelPresets.lean(),
                "partial", ModelPresets.partial(world),
                "gradual", DisruptionModel.ario());
    }

    /** Without the hedges that change nothing in a future. */
    Portfolio relevant(Portfolio portfolio, Future future) {
        Portfolio kept = portfolio;
        for (int i = 0; i < menu.size(); i++) {
            kept = kept.holds(i) && !matters(menu.hedges().get(i).measure(), future) ? kept.with(i, 0) : kept;
        }
        return kept;
    }

    /** Whether an event of the future takes what a measure is about, and its partner keeps its promise. */
    boolean matters(Measure measure, Future future) {
        return Held.keeps(measure, future) && future.events().stream().anyMatch(event -> matters(measure, event));
    }

    private boolean matters(Measure measure, Event event) {
        return switch (measure) {
            case Measure.TariffBinding m ->
                event instanceof Event.Tariff tariff && tariff.by().contains(m.partner());
            case Measure.SupplyAgreement m -> agreed(m, event);
            default -> measure.goods().stream().anyMatch(good -> takes(event, good, Held.isSource(measure)));
        };
    }

    private boolean agreed(Measure.SupplyAgreement agreement, Event event) {
        List<String> about = agreement.goods().isEmpty() ? sectors : agreement.goods();
        boolean exempt =
                agreement.exempt() && event instanceof Event.Ban ban && ban.by().contains(agreement.partner());
        return about.stream().anyMatch(good -> takes(event, good, exempt));
    }

    /** @param away whether the home must buy of those whom it hits, so that more demand or its own plants do not count */
    private boolean takes(Event event, String good, boolean away) {
        if (Missing.isCode(good)) {
            return goods.stream()
                    .flatMap(at -> at.of(event).stream())
                    .anyMatch(m -> m.good().code().equals(good) && m.kusd() > 0);
        }
        return switch (event) {
            case Event.Ban ban -> hits(ban.on()) && names(ban.goods(), good) && missing(ban, good) > 0;
            case Event.LostCapacity lost -> names(lost.goods(), good) && (!away || missing(lost, good) > 0);
            case Event.DemandSurge surge -> !away && names(surge.goods(), good) && surge.share() > 0;
            default -> false;
        };
    }

    private boolean hits(List<String> on) {
        return Held.names(on, home);
    }

    private static boolean names(List<String> goods, String good) {
        return Held.names(goods, good);
    }

    private double missing(Event.Ban ban, String good) {
        return ban.breadth() * use.share(abroad(ban.by()), good);
    }

    private double missing(Event.LostCapacity lost, String good) {
        return lost.share() * use.share(abroad(lost.by()), good);
    }

    private List<String> abroad(List<String> economies) {
        return economies.stream().filter(code -> !code.equals(home)).toList();
    }

    /** The future with this portfolio; without shocks if nothing happens that the daily model knows. */
    DisruptionScenario of(Portfolio portfolio, Future future) {
        Held held = new Held(menu, relevant(portfolio, future), future);
        List<Shock> shocks = new ArrayList<>();
        for (Event event : future.events()) {
            timing(event).ifPresent(timing -> shocks.addAll(shocks(event, held, timing)));
        }
        if (!shocks.isEmpty()) {
            shocks.addAll(capacity(held));
        }
        return new DisruptionScenario("hedge", model(future.rules()), shocks, stocks(held), days, 0.9);
    }

    private DisruptionModel model(Future.Rules rule) {
        DisruptionModel model = java.util.Objects.requireNonNull(rules.get(rule.input()));
        double base = 1 + rule.spare();
        return model.with(model.inventories().scaled(rule.inventories()))
                .with(new Overproduction(base, Math.max(base, USUAL.max()), USUAL.days()))
                .with(new Substitution.Specific(Math.max(1, rule.seekDays())));
    }

    /** Whole days; empty if it is over before a day has passed, or begins after the horizon. */
    private Optional<Timing> timing(Event event) {
        int from = (int) Math.round(event.from());
        if (from >= days || event.days() < 0.5) {
            return Optional.empty();
        }
        return Optional.of(
                Double.isInfinite(event.days()) ? Timing.from(from) : Timing.of(from, (int) Math.round(event.days())));
    }

    private List<Shock> shocks(Event event, Held held, Timing timing) {
        return switch (event) {
            case Event.Ban ban ->
                Stream.concat(
                                banned(ban, held, timing).stream(),
                                hits(ban.on()) ? gone(event, held, timing) : Stream.empty())
                        .toList();
            case Event.StraitClosed _ -> gone(event, held, timing).toList();
            case Event.LostCapacity lost -> lost(lost, held, timing);
            case Event.DemandSurge surge ->
                List.of(new Shock.DemandSurge(surge.by(), surge.goods(), surge.share(), timing));
            case Event.Tariff _ -> List.of();
        };
    }

    private Stream<Shock> gone(Event event, Held held, Timing timing) {
        return goods.stream().flatMap(at -> at.shocks(event, held, timing).stream());
    }

    /** Sellers and the share of their sales that is cut. */
    private record Cut(List<String> sellers, double share) {}

    private List<Shock> banned(Event.Ban ban, Held held, Timing timing) {
        List<String> about = sectorsOf(ban.goods());
        List<Shock> shocks = new ArrayList<>();
        List<String> others = (ban.on().isEmpty()
                        ? world.economies().stream().map(each -> each.code())
                        : ban.on().stream())
                .filter(code -> !code.equals(home))
                .toList();
        if (!about.isEmpty() && !others.isEmpty()) {
            shocks.add(new Shock.LinkCut(
                    new Selection(ban.by(), about), new Buyers(others, List.of(), true), ban.breadth(), timing));
        }
        Map<Cut, List<String>> cuts = new LinkedHashMap<>();
        for (String good : hits(ban.on()) ? about : List.<String>of()) {
            List<String> sellers = held.banning(abroad(ban.by()), good);
            double missing = ban.breadth() * use.share(sellers, good);
            Cut cut = new Cut(sellers, ban.breadth() * held.left(good, missing));
            if (!sellers.isEmpty() && cut.share() > 0) {
                cuts.computeIfAbsent(cut, _ -> new ArrayList<>()).add(good);
            }
        }
        cuts.forEach((cut, some) -> shocks.add(
                new Shock.LinkCut(new Selection(cut.sellers(), some), Buyers.of(home), cut.share(), timing)));
        return shocks;
    }

    /** What plants abroad no longer make hurts a home with other sources less; its own plants are lost as they are. */
    private List<Shock> lost(Event.LostCapacity lost, Held held, Timing timing) {
        Map<Cut, List<String>> cuts = new LinkedHashMap<>();
        List<String> abroad = abroad(lost.by());
        for (String good : sectorsOf(lost.goods())) {
            if (!abroad.isEmpty()) {
                double share = lost.share() * held.left(good, missing(lost, good));
                cuts.computeIfAbsent(new Cut(abroad, share), _ -> new ArrayList<>())
                        .add(good);
            }
            if (lost.by().contains(home)) {
                cuts.computeIfAbsent(new Cut(List.of(home), lost.share()), _ -> new ArrayList<>())
                        .add(good);
            }
        }
        List<Shock> shocks = new ArrayList<>();
        cuts.forEach((cut, some) -> {
            if (cut.share() > 0) {
                shocks.add(new Shock.CapacityLoss(new Selection(cut.sellers(), some), cut.share(), timing));
            }
        });
        return shocks;
    }

    /** Those that are sectors of the world; all of them if none are named. */
    private List<String> sectorsOf(List<String> goods) {
        return goods.isEmpty()
                ? sectors
                : goods.stream().filter(good -> !Missing.isCode(good)).toList();
    }

    /** Capacity that stands by, at home and in partners, from the day of the first event. */
    private List<Shock> capacity(Held held) {
        List<Shock> shocks = new ArrayList<>();
        Timing start = Timing.from((int) Math.round(
                held.future().events().stream().mapToDouble(Event::from).min().orElse(0)));
        for (Held.Part<Measure.SurgeCapacity> one : held.of(Measure.SurgeCapacity.class)) {
            Measure.SurgeCapacity m = one.measure();
            shocks.add(new Shock.CapacitySurge(
                    Selection.of(home, m.good()), one.amount() * m.part(), (int) Math.round(m.rampDays()), start));
        }
        for (Held.Part<Measure.SupplyAgreement> one : held.of(Measure.SupplyAgreement.class)) {
            String partner = one.measure().partner();
            for (String good : sectorsOf(one.measure().goods())) {
                double share = one.amount() * use.ofOutput(partner, good);
                if (share > 0) {
                    shocks.add(new Shock.CapacitySurge(Selection.of(partner, good), share, 0, start));
                }
            }
        }
        return shocks;
    }

    private List<Stockpile> stocks(Held held) {
        return held.of(Measure.Stockpile.class).stream()
                .filter(one -> !Missing.isCode(one.measure().good()))
                .map(one -> new Stockpile(
                        one.measure().good(),
                        new Selection(List.of(home), List.of()),
                        one.amount() * one.measure().part(),
                        one.measure().trigger(),
                        one.measure().dailyRelease() * one.measure().part()))
                .toList();
    }
}
