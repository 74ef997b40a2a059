package org.jiritsu.goods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;

/**
 * All flows of one year as sorted arrays: by good, then importer, then exporter, each pair once. Sums over them run in
 * that order, so that they come out the same everywhere.
 */
public final class TradeYear {
    private final String dataset;
    private final int year;
    private final String[] goods;
    private final String[] economies;
    private final int[] goodFrom;
    private final short[] importer;
    private final short[] exporter;
    private final double[] kusd;
    private final double[] tonnes;
    /** Which economy is a group, −1 if none, and its members' trade with one another in each good. */
    private final int group;

    private final Amount[] internal;

    TradeYear(String dataset, int year, String[] goods, String[] economies, Rows rows, int group, Amount[] internal) {
        this.dataset = dataset;
        this.year = year;
        this.goods = goods;
        this.economies = economies;
        this.goodFrom = rows.goodFrom;
        this.importer = rows.importer;
        this.exporter = rows.exporter;
        this.kusd = rows.kusd;
        this.tonnes = rows.tonnes;
        this.group = group;
        this.internal = internal;
    }

    /** Columns under construction; {@code tonnes} is NaN where unknown. Rows are added in order. */
    static final class Rows {
        final int[] goodFrom;
        short[] importer;
        short[] exporter;
        double[] kusd;
        double[] tonnes;
        private int size;
        private int good = -1;

        Rows(int goods, int capacity) {
            goodFrom = new int[goods + 1];
            importer = new short[capacity];
            exporter = new short[capacity];
            kusd = new double[capacity];
            tonnes = new double[capacity];
        }

        void add(int good, int importer, int exporter, double kusd, double tonnes) {
            while (this.good < good) {
                goodFrom[++this.good] = size;
            }
            if (size == this.importer.length) {
                resize(Math.max(1024, size + (size >> 1)));
            }
            this.importer[size] = (short) importer;
            this.exporter[size] = (short) exporter;
            this.kusd[size] = kusd;
            this.tonnes[size++] = tonnes;
        }

        Rows done() {
            while (good < goodFrom.length - 1) {
                goodFrom[++good] = size;
            }
            if (size < importer.length) {
                resize(size);
            }
            return this;
        }

        private void resize(int capacity) {
            importer = Arrays.copyOf(importer, capacity);
            exporter = Arrays.copyOf(exporter, capacity);
            kusd = Arrays.copyOf(kusd, capacity);
            tonnes = Arrays.copyOf(tonnes, capacity);
        }
    }

    /**
     * A year from single flows in any order.
     *
     * @throws InputException if a pair has two flows of one good, or an amount is negative or not finite
     */
    public static TradeYear of(String dataset, int year, List<Flow> flows) {
        List<Flow> sorted = flows.stream()
                .sorted(Comparator.comparing(Flow::good)
                        .thenComparing(Flow::importer)
                        .thenComparing(Flow::exporter))
                .toList();
        String[] goods = sorted.stream().map(Flow::good).distinct().toArray(String[]::new);
        String[] economies = new TreeSet<>(sorted.stream()
                        .flatMap(f -> Stream.of(f.importer(), f.exporter()))
                        .toList())
                .toArray(String[]::new);
        Rows rows = new Rows(goods.length, sorted.size());
        Flow before = Flow.of("", "", "", 0, 0);
        for (Flow f : sorted) {
            require(f, before);
            rows.add(
                    Arrays.binarySearch(goods, f.good()),
                    Arrays.binarySearch(economies, f.importer()),
                    Arrays.binarySearch(economies, f.exporter()),
                    f.kusd(),
                    f.tonnes().orElse(Double.NaN));
            before = f;
        }
        return new TradeYear(dataset, year, goods, economies, rows.done(), -1, new Amount[0]);
    }

    private static void require(Flow f, Flow before) {
        boolean twice = f.good().equals(before.good())
                && f.importer().equals(before.importer())
                && f.exporter().equals(before.exporter());
        double tonnes = f.tonnes().orElse(0);
        if (twice || !(f.kusd() >= 0) || !(tonnes >= 0) || Double.isInfinite(f.kusd() + tonnes)) {
            throw InputException.data(
                    "A flow of trade cannot be used",
                    "one flow for each good, importer and exporter, with amounts of 0 or more",
                    (twice ? "a second " : "") + f,
                    "corrections belong netted in the flow that they correct.");
        }
    }

    public String dataset() {
        return dataset;
    }

    public int year() {
        return year;
    }

    /** The codes, sorted. */
    public List<String> goods() {
        return List.of(goods);
    }

    /** The economies, sorted. */
    public List<String> economies() {
        return List.of(economies);
    }

    /** How many flows there are. */
    public int size() {
        return kusd.length;
    }

    public Flow flow(int row) {
        int good = Arrays.binarySearch(goodFrom, row);
        good = good < 0 ? -good - 2 : good;
        while (goodFrom[good + 1] <= row) { // goods without a flow share their start
            good++;
        }
        return new Flow(
                goods[good],
                economies[importer[row]],
                economies[exporter[row]],
                kusd[row],
                Double.isNaN(tonnes[row]) ? OptionalDouble.empty() : OptionalDouble.of(tonnes[row]));
    }

    OptionalInt good(String code) {
        int at = Arrays.binarySearch(goods, code);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    OptionalInt economy(String code) {
        int at = Arrays.binarySearch(economies, code);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    String goodCode(int good) {
        return goods[good];
    }

    String economyCode(int economy) {
        return economies[economy];
    }

    int goodCount() {
        return goods.length;
    }

    int economyCount() {
        return economies.length;
    }

    int from(int good) {
        return goodFrom[good];
    }

    int to(int good) {
        return goodFrom[good + 1];
    }

    int importer(int row) {
        return importer[row];
    }

    int exporter(int row) {
        return exporter[row];
    }

    double kusd(int row) {
        return kusd[row];
    }

    /** NaN where unknown. */
    double tonnes(int row) {
        return tonnes[row];
    }

    /** What the members of a group sell one another; nothing where the economy is no group. */
    Amount internal(int good, int economy) {
        return economy == group ? internal[good] : Amount.NONE;
    }

    /** The same year with the members of one group as one economy; their trade with one another is kept apart. */
    public TradeYear with(EconomyGroup group) {
        List<String> left = new ArrayList<>(Arrays.stream(economies)
                .filter(e -> !group.members().contains(e))
                .toList());
        left.add(group.name());
        String[] merged = new TreeSet<>(left).toArray(String[]::new);
        int one = Arrays.binarySearch(merged, group.name());
        int[] as = new int[economies.length];
        for (int e = 0; e < economies.length; e++) {
            as[e] = group.members().contains(economies[e]) ? one : Arrays.binarySearch(merged, economies[e]);
        }
        Rows rows = new Rows(goods.length, size());
        Amount[] inside = new Amount[goods.length];
        Purchases of = new Purchases(merged.length);
        Purchases ofGroup = new Purchases(merged.length);
        for (int g = 0; g < goods.length; g++) {
            inside[g] = merge(g, as, one, of, ofGroup, rows);
        }
        return new TradeYear(dataset, year, goods, merged, rows.done(), one, inside);
    }

    /** One good of the merged year: importers in their order, the group's members summed where its name stands. */
    private Amount merge(int good, int[] as, int one, Purchases of, Purchases ofGroup, Rows rows) {
        for (int r = from(good); r < to(good); r++) {
            if (as[importer[r]] == one) {
                ofGroup.add(as[exporter[r]], kusd[r], tonnes[r]);
            }
        }
        Amount within = ofGroup.take(one);
        boolean placed = false;
        for (int r = from(good); r < to(good); ) {
            int original = importer[r];
            if (!placed && as[original] > one) {
                ofGroup.moveTo(rows, good, one);
                placed = true;
            }
            for (; r < to(good) && importer[r] == original; r++) {
                if (as[original] != one) {
                    of.add(as[exporter[r]], kusd[r], tonnes[r]);
                }
            }
            of.moveTo(rows, good, as[original]);
        }
        ofGroup.moveTo(rows, good, one);
        return within;
    }

    /** What one importer buys, by exporter; NaN where it buys nothing or the tonnes are unknown. */
    private static final class Purchases {
        private final double[] kusd;
        private final double[] tonnes;

        Purchases(int economies) {
            kusd = new double[economies];
            tonnes = new double[economies];
            Arrays.fill(kusd, Double.NaN);
            Arrays.fill(tonnes, Double.NaN);
        }

        void add(int exporter, double value, double weight) {
            kusd[exporter] = Double.isNaN(kusd[exporter]) ? value : kusd[exporter] + value;
            if (!Double.isNaN(weight)) {
                tonnes[exporter] = Double.isNaN(tonnes[exporter]) ? weight : tonnes[exporter] + weight;
            }
        }

        Amount take(int exporter) {
            Amount amount = Double.isNaN(kusd[exporter])
                    ? Amount.NONE
                    : new Amount(kusd[exporter], Double.isNaN(tonnes[exporter]) ? 0 : tonnes[exporter]);
            kusd[exporter] = Double.NaN;
            tonnes[exporter] = Double.NaN;
            return amount;
        }

        void moveTo(Rows rows, int good, int importer) {
            for (int e = 0; e < kusd.length; e++) {
                if (!Double.isNaN(kusd[e])) {
                    rows.add(good, importer, e, kusd[e], tonnes[e]);
                    kusd[e] = Double.NaN;
                    tonnes[e] = Double.NaN;
                }
            }
        }
    }
}
