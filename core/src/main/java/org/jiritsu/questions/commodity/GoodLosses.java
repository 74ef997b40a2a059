package org.jiritsu.questions.commodity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.jiritsu.goods.Uses;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Flow;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.world.World;

/** Goods that a home no longer gets, by a ban or through a closed strait, as lost capacity of its industries. */
public final class GoodLosses {
    /** How much of an industry stops, and after which stocks. */
    public enum Bound {
        /** The value that is missing over all purchases: what a model of values sees. */
        PROPORTIONAL,
        /** Users stop as far as they need the good, at the low end, and stocks are at their high end. */
        LOW,
        /** Users stop as far as they usually need the good, after usual stocks. */
        ESSENTIAL,
        /** Users stop as far as they need the good, at the high end, and stocks are at their low end. */
        HIGH
    }

    /** Of a good's imports, to be missing at all. */
    private static final double LEAST = 0.001;

    private final Commodities at;
    private final World world;
    private final String home;
    private final int year;
    private final GoodShock.Purchases purchases;

    /** Of the latest year of which goods are held. */
    public GoodLosses(Commodities at, World world, int home) {
        this.at = at;
        this.world = world;
        this.home = world.economies().get(home).code();
        this.year = at.store().datasets().stream()
                .filter(set ->
                        set.coverage() == Dataset.Coverage.ALL_GOODS || set.coverage() == Dataset.Coverage.SOME_GOODS)
                .mapToInt(Dataset::lastYear)
                .max()
                .orElseThrow();
        this.purchases = purchases(home);
    }

    /** Whether it is known which industries of a world need a good. */
    public static boolean know(Commodities at, World world) {
        Set<String> needing =
                at.store().uses().all().stream().map(Uses.Use::industry).collect(Collectors.toSet());
        return world.sectors().stream().anyMatch(sector -> needing.contains(sector.code()));
    }

    public int year() {
        return year;
    }

    /**
     * What a ban takes of a good.
     *
     * @throws org.jiritsu.base.InputException if the good is not held
     */
    public GoodShock.Missing banned(GoodShock.Ban ban, GoodCode good) {
        return GoodShock.missing(at.store(), at.store().uses(), home, year, ban, good);
    }

    /** What closed straits take of each good in bulk that industries of the home are known to need. */
    public List<GoodShock.Missing> closed(List<Strait> straits) {
        return bulk(at.store()).stream().map(d -> cut(d, straits)).toList();
    }

    /** What industries lose by these together, each good once. */
    public GoodShock shock(Collection<GoodShock.Missing> missing) {
        return GoodShock.of(at.store(), at.store().uses(), home, year, List.copyOf(missing), purchases);
    }

    /** The goods in bulk of which home's industries are known to need some; each from the first set that holds it. */
    private List<Dependence> bulk(GoodsStore store) {
        Set<String> seen = new HashSet<>();
        List<Dependence> all = new ArrayList<>();
        for (Dataset set : store.inYear(year)) {
            store.table(set, year).of(home).stream()
                    .filter(d -> Cargo.of(d.good()) != Cargo.GENERAL)
                    .filter(d -> !store.uses()
                            .of(Commodities.code(set, d.good()), home)
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
                at.store().uses().stock(good, home));
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
    private GoodShock.Purchases purchases(int economy) {
        int sectors = world.sectorCount();
        double[][] bought = new double[sectors][sectors];
        for (int i = 0; i < world.size(); i++) {
            for (int s = 0; s < sectors; s++) {
                bought[world.sectorOf(i)][s] += world.z(i, world.industry(economy, s));
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
    public List<Shock.CapacityLoss> shocks(GoodShock shock, Bound bound, Timing whole) {
        List<Shock.CapacityLoss> shocks = new ArrayList<>();
        for (GoodShock.InputLoss loss : shock.losses()) {
            double share = share(loss, bound);
            int covered = covered(shock, loss, bound);
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

    /** The industry of the home that loses it. */
    public Selection of(GoodShock.InputLoss loss) {
        return new Selection(List.of(home), List.of(loss.industry()));
    }

    /** Of an industry's capacity. */
    public static double share(GoodShock.InputLoss loss, Bound bound) {
        return switch (bound) {
            case PROPORTIONAL -> loss.proportional();
            case LOW -> loss.essential().low();
            case ESSENTIAL -> loss.essential().usual();
            case HIGH -> loss.essential().high();
        };
    }

    /** Days until the stock of the good that binds is gone. */
    public static int covered(GoodShock shock, GoodShock.InputLoss loss, Bound bound) {
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
}
