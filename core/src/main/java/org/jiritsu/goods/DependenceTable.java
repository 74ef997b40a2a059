package org.jiritsu.goods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Dependence for every economy and every good of one year, worked out in one pass over the sorted flows. Goods are
 * worked out side by side; each sum runs in the order of the flows, so the figures do not hang on the threads.
 */
public final class DependenceTable {
    private final TradeYear trade;
    private final int economies;
    /** Where the flows of each importer begin, and after the last one where they end: {@code good * (n + 1) + importer}. */
    private final int[] from;

    private final double[] exports;
    private final double[] exportTonnes;
    private final double[] bought;
    private final double[] largest;
    private final double[] hhi;
    private final double[] hhiTonnes;
    private final double[] worldHhi;
    private final double[] worldHhiTonnes;

    private DependenceTable(TradeYear trade) {
        this.trade = trade;
        int goods = trade.goodCount();
        economies = trade.economyCount();
        from = new int[goods * (economies + 1)];
        exports = new double[goods * economies];
        exportTonnes = new double[goods * economies];
        bought = new double[goods * economies];
        largest = new double[goods * economies];
        hhi = new double[goods * economies];
        hhiTonnes = new double[goods * economies];
        worldHhi = new double[goods];
        worldHhiTonnes = new double[goods];
    }

    public static DependenceTable of(TradeYear trade) {
        DependenceTable table = new DependenceTable(trade);
        IntStream.range(0, trade.goodCount()).parallel().forEach(table::work);
        return table;
    }

    private void work(int good) {
        int row = trade.from(good);
        int end = trade.to(good);
        int sold = good * economies;
        for (int importer = 0; importer < economies; importer++) {
            from[good * (economies + 1) + importer] = row;
            double value = 0;
            double squares = 0;
            double weight = 0;
            double weightSquares = 0;
            double most = 0;
            for (; row < end && trade.importer(row) == importer; row++) {
                double v = trade.kusd(row);
                double t = known(trade.tonnes(row));
                value += v;
                squares += v * v;
                weight += t;
                weightSquares += t * t;
                most = Math.max(most, v);
                exports[sold + trade.exporter(row)] += v;
                exportTonnes[sold + trade.exporter(row)] += t;
            }
            bought[sold + importer] = value;
            largest[sold + importer] = value > 0 ? most / value : 0;
            hhi[sold + importer] = value > 0 ? squares / (value * value) : 0;
            hhiTonnes[sold + importer] = weight > 0 ? weightSquares / (weight * weight) : 0;
        }
        from[good * (economies + 1) + economies] = row;
        worldHhi[good] = herfindahl(exports, sold, sold + economies);
        worldHhiTonnes[good] = herfindahl(exportTonnes, sold, sold + economies);
    }

    private static double herfindahl(double[] amounts, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += amounts[i];
            squares += amounts[i] * amounts[i];
        }
        return sum > 0 ? squares / (sum * sum) : 0;
    }

    private static double known(double tonnes) {
        return Double.isNaN(tonnes) ? 0 : tonnes;
    }

    public TradeYear trade() {
        return trade;
    }

    /** One economy's dependence for one good; empty if it imports none. */
    public Optional<Dependence> of(String good, String economy) {
        OptionalInt g = trade.good(good);
        OptionalInt e = trade.economy(economy);
        return g.isEmpty() || e.isEmpty() || imports(g.getAsInt(), e.getAsInt()) == 0
                ? Optional.empty()
                : Optional.of(dependence(g.getAsInt(), e.getAsInt()));
    }

    /** Every good that an economy imports, by code. */
    public List<Dependence> of(String economy) {
        OptionalInt e = trade.economy(economy);
        return e.isEmpty()
                ? List.of()
                : IntStream.range(0, trade.goodCount())
                        .filter(g -> imports(g, e.getAsInt()) > 0)
                        .mapToObj(g -> dependence(g, e.getAsInt()))
                        .toList();
    }

    /** Every economy that imports a good, by code. */
    public List<Dependence> importersOf(String good) {
        OptionalInt g = trade.good(good);
        return g.isEmpty()
                ? List.of()
                : IntStream.range(0, economies)
                        .filter(e -> imports(g.getAsInt(), e) > 0)
                        .mapToObj(e -> dependence(g.getAsInt(), e))
                        .toList();
    }

    /** Every pair of economy and good for which {@code wanted}, by good, then economy. */
    public List<Dependence> where(Predicate<Dependence> wanted) {
        return IntStream.range(0, trade.goodCount())
                .boxed()
                .flatMap(g -> IntStream.range(0, economies)
                        .filter(e -> imports(g, e) > 0)
                        .mapToObj(e -> dependence(g, e))
                        .filter(wanted))
                .toList();
    }

    /**
     * Every pair of economy and good that meets a rule's criteria in this year, by good, then economy. It looks at totals
     * alone and is the fast way through a full year.
     */
    public List<Dependence> meeting(RuleSet rules) {
        return IntStream.range(0, trade.goodCount())
                .parallel()
                .boxed()
                .flatMap(g -> IntStream.range(0, economies)
                        .filter(e -> imports(g, e) > 0 && rules.met(figures(g, e)))
                        .mapToObj(e -> dependence(g, e)))
                .toList();
    }

    /** How many goods of each economy meet a rule's criteria in this year; economies with none are there too. */
    public SortedMap<String, Integer> counts(RuleSet rules) {
        int[] counts = IntStream.range(0, economies)
                .parallel()
                .map(e -> (int) IntStream.range(0, trade.goodCount())
                        .filter(g -> imports(g, e) > 0 && rules.met(figures(g, e)))
                        .count())
                .toArray();
        SortedMap<String, Integer> all = new TreeMap<>();
        IntStream.range(0, economies).forEach(e -> all.put(trade.economyCode(e), counts[e]));
        return all;
    }

    private Figures figures(int good, int economy) {
        int at = good * economies + economy;
        return new Figures(
                bought[at], exports[at], trade.internal(good, economy).kusd(), hhi[at], worldHhi[good], largest[at]);
    }

    /** The mirror: for every good what others buy from this economy, by good, then buyer. */
    public List<Dependence> onSupplier(String supplier, double leastShare) {
        return where(d -> !d.economy().equals(supplier) && d.share(supplier, Measure.VALUE) >= leastShare);
    }

    /** What the world's exporters of a good sell, largest value first. */
    public List<Supplier> worldExporters(String good) {
        OptionalInt g = trade.good(good);
        if (g.isEmpty()) {
            return List.of();
        }
        int at = g.getAsInt() * economies;
        double value = sum(exports, at, at + economies);
        double weight = sum(exportTonnes, at, at + economies);
        return IntStream.range(0, economies)
                .filter(e -> exports[at + e] > 0)
                .mapToObj(e -> supplier(e, exports[at + e], exportTonnes[at + e], value, weight))
                .sorted(LARGEST)
                .toList();
    }

    /** What an economy sells abroad of a good. */
    public Amount exports(String good, String economy) {
        OptionalInt g = trade.good(good);
        OptionalInt e = trade.economy(economy);
        return g.isEmpty() || e.isEmpty() ? Amount.NONE : exports(g.getAsInt(), e.getAsInt());
    }

    private static final Comparator<Supplier> LARGEST =
            Comparator.comparingDouble(Supplier::valueShare).reversed().thenComparing(Supplier::economy);

    private Amount exports(int good, int economy) {
        return new Amount(exports[good * economies + economy], exportTonnes[good * economies + economy]);
    }

    private int imports(int good, int economy) {
        int at = good * (economies + 1) + economy;
        return from[at + 1] - from[at];
    }

    private Supplier supplier(int economy, double v, double t, double value, double weight) {
        return new Supplier(
                trade.economyCode(economy), new Amount(v, t), value > 0 ? v / value : 0, weight > 0 ? t / weight : 0);
    }

    private Dependence dependence(int good, int economy) {
        int start = from[good * (economies + 1) + economy];
        int end = from[good * (economies + 1) + economy + 1];
        double value = 0;
        double weight = 0;
        double weighed = 0;
        for (int r = start; r < end; r++) {
            value += trade.kusd(r);
            weight += known(trade.tonnes(r));
            weighed += Double.isNaN(trade.tonnes(r)) ? 0 : trade.kusd(r);
        }
        List<Supplier> suppliers = new ArrayList<>();
        for (int r = start; r < end; r++) {
            suppliers.add(supplier(trade.exporter(r), trade.kusd(r), known(trade.tonnes(r)), value, weight));
        }
        suppliers.sort(LARGEST);
        return new Dependence(
                trade.dataset(),
                trade.year(),
                trade.goodCode(good),
                trade.economyCode(economy),
                new Amount(value, weight),
                exports(good, economy),
                trade.internal(good, economy),
                suppliers,
                hhi[good * economies + economy],
                hhiTonnes[good * economies + economy],
                worldHhi[good],
                worldHhiTonnes[good],
                value > 0 ? weighed / value : 0);
    }

    private static double sum(double[] amounts, int from, int to) {
        return Arrays.stream(amounts, from, to).reduce(0, Double::sum);
    }
}
