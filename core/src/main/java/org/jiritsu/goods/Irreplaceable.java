package org.jiritsu.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A good that an economy could hardly get elsewhere, with everything that is known of it.
 *
 * <p>What one supplier holds is {@code grip = a · w}: its share {@code a} of the economy's imports, of which others would
 * have to send what they do not send now, and its share {@code w} of the world's supply, which others cannot send. Both are
 * taken at the stage where they bind most: of the good itself by whoever ships it, or behind the shippers at an earlier
 * stage of its chain by whoever makes it. What stops is the grip times the share of output that the industry most in need
 * cannot make without the good. Goods without a known use come last: that is not known, not nothing.
 *
 * @param dependence the good as it is imported
 * @param hold who holds it
 * @param use the industry most in need, if one is known
 * @param stops the share of that industry's output, by the ends of the table of uses; 0 where no use is known
 * @param stock held at home, if published
 * @param companion whether the material comes along with others, if known
 * @param link where in its chain the good stands, if it is in one
 */
public record Irreplaceable(
        GoodCode good,
        Dependence dependence,
        Hold hold,
        Optional<Uses.Use> use,
        Range stops,
        Optional<Uses.Stock> stock,
        Optional<Minerals.Companion> companion,
        Optional<Chains.Link> link) {

    /**
     * One economy's hold on another's supply.
     *
     * @param ofImports its share of what comes in, by value for the good itself and by tonnes behind the shippers
     * @param ofWorld its share of the world's exports of the good, or of the published world output of the stage
     * @param stage the earlier stage at which it binds; empty for the good itself
     * @param source where the share of the world comes from
     */
    public record Hold(String holder, double ofImports, double ofWorld, Optional<Stage> stage, String source) {
        public double grip() {
            return ofImports * ofWorld;
        }
    }

    /** Days of the missing part that the stock covers, if one is published. */
    public Optional<Range> daysUntilShort() {
        return stock.map(s -> s.days().times(1 / hold.ofImports()));
    }

    /**
     * Every good at hand that an economy imports, the one with most to stop first. Each code is taken from the first data
     * set of the year that holds it.
     */
    public static List<Irreplaceable> of(GoodsStore store, String economy, int year) {
        return of(store, store.inYear(year), economy, year, _ -> true);
    }

    /**
     * The same in some data sets and by some holders only; goods on which none of these has a hold are left out.
     *
     * @param sets of all pairs that hold the year
     */
    public static List<Irreplaceable> of(
            GoodsStore store, List<Dataset> sets, String economy, int year, Predicate<String> holders) {
        Map<String, Optional<Irreplaceable>> found = new LinkedHashMap<>();
        Map<String, StageView> chains = new HashMap<>();
        for (Dataset set : sets) {
            DependenceTable table = store.table(set, year);
            for (Dependence d : table.of(economy)) {
                GoodCode good = new GoodCode(set.revision().orElseThrow(), d.good());
                found.computeIfAbsent(d.good(), _ -> one(store, table, good, d, chains, holders));
            }
        }
        return found.values().stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(
                                (Irreplaceable i) -> i.stops().usual())
                        .reversed()
                        .thenComparing(i -> -i.hold().grip())
                        .thenComparing(i -> i.good().code()))
                .toList();
    }

    private static Optional<Irreplaceable> one(
            GoodsStore store,
            DependenceTable table,
            GoodCode good,
            Dependence d,
            Map<String, StageView> chains,
            Predicate<String> holders) {
        Optional<Chains.Link> link = store.chains().linkOf(good);
        List<Hold> holds = new ArrayList<>(direct(table, d));
        link.ifPresent(l ->
                holds.addAll(behind(chains.computeIfAbsent(l.chain(), c -> StageView.of(store, c, d.year())), l, d)));
        return holds.stream()
                .filter(hold -> holders.test(hold.holder()))
                .max(Comparator.comparingDouble(Hold::grip))
                .map(hold -> held(store, good, d, hold, link));
    }

    private static Irreplaceable held(
            GoodsStore store, GoodCode good, Dependence d, Hold hold, Optional<Chains.Link> link) {
        Optional<Uses.Use> use = store.uses().of(good, d.economy()).stream()
                .max(Comparator.comparingDouble((Uses.Use u) -> u.share().usual())
                        .thenComparing(Uses.Use::industry, Comparator.reverseOrder()));
        return new Irreplaceable(
                good,
                d,
                hold,
                use,
                use.map(u -> u.share().times(hold.grip())).orElse(Range.of(0)),
                store.uses().stock(good, d.economy()),
                link.flatMap(l -> store.minerals().companion(l.material().isEmpty() ? l.chain() : l.material())),
                link);
    }

    /** The suppliers themselves; of the world's exports the economy's own do not count. */
    private static List<Hold> direct(DependenceTable table, Dependence d) {
        List<Supplier> world = table.worldExporters(d.good());
        double own = world.stream()
                .filter(s -> s.economy().equals(d.economy()))
                .mapToDouble(Supplier::valueShare)
                .sum();
        return d.suppliers().stream()
                .map(s -> new Hold(
                        s.economy(),
                        s.valueShare(),
                        world.stream()
                                        .filter(w -> w.economy().equals(s.economy()))
                                        .mapToDouble(Supplier::valueShare)
                                        .sum()
                                / (1 - own),
                        Optional.empty(),
                        d.dataset()))
                .toList();
    }

    /** Whoever did an earlier stage, where its share of the world is published. */
    private static List<Hold> behind(StageView view, Chains.Link link, Dependence d) {
        List<Hold> holds = new ArrayList<>();
        for (Stage earlier : Stage.values()) {
            if (earlier.compareTo(link.stage()) > 0) {
                continue;
            }
            Map<String, Double> world = view.worldShares(earlier);
            view.behind(d.economy(), link.stage(), earlier, Measure.TONNES)
                    .ifPresent(b -> b.makers().forEach(m -> {
                        double share = world.getOrDefault(m.economy(), 0.0);
                        if (share > 0) {
                            holds.add(new Hold(
                                    m.economy(), m.share(), share, Optional.of(earlier), view.worldSource(earlier)));
                        }
                    }));
        }
        return holds;
    }
}
