package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiritsu.ensemble.Cell;
import org.jiritsu.ensemble.CellEngine;
import org.jiritsu.ensemble.CellStore;

/**
 * The table of losses, portfolio by future, filled as it is asked. Each different cell is simulated once.
 *
 * <p>With free disposal an owner may leave a hedge unused where using it would lose more (a stock released too early): the
 * loss is then the least over all lower levels of the hedges that can be disposed of.
 */
public final class Losses {
    /** Where cells come from. */
    @FunctionalInterface
    interface Source {
        double[] run(List<LossModel.Input> inputs);
    }

    /** The cells of all futures, shared by views of some. */
    private static final class Table {
        private final List<Future> futures;
        private final LossModel model;
        private final Source source;
        private final SortedSet<Integer> disposable;
        private final List<Map<Portfolio, Double>> cells = new ArrayList<>();
        private long asked;
        private long simulated;

        Table(List<Future> futures, LossModel model, Source source, SortedSet<Integer> disposable) {
            this.futures = List.copyOf(futures);
            this.model = model;
            this.source = source;
            this.disposable = disposable;
            futures.forEach(_ -> cells.add(new HashMap<>()));
        }
    }

    private final Table table;
    private final int[] which;
    private final Map<Portfolio, double[]> rows = new HashMap<>();

    private Losses(Table table, int[] which) {
        this.table = table;
        this.which = which;
    }

    private static Losses all(List<Future> futures, LossModel model, Source source, SortedSet<Integer> disposable) {
        return new Losses(
                new Table(futures, model, source, disposable),
                IntStream.range(0, futures.size()).toArray());
    }

    /** Straight from the model, kept in memory. */
    public static Losses direct(List<Future> futures, LossModel model) {
        return all(futures, model, model::losses, new TreeSet<>());
    }

    /** Through an engine and a store, so that a stopped run goes on and equal cells of other runs are not computed again. */
    public static Losses stored(
            Menu menu,
            List<Future> futures,
            LossModel model,
            CellEngine engine,
            CellStore store,
            CellEngine.Progress progress) {
        return all(
                futures,
                model,
                inputs -> engine.run(
                        inputs.stream()
                                .map(input -> Cell.of(identity(menu, model, input), input))
                                .toList(),
                        model::losses,
                        store,
                        progress),
                new TreeSet<>());
    }

    /** The same where the owner may leave these hedges unused. */
    public Losses disposing(Collection<Integer> hedges) {
        return all(table.futures, table.model, table.source, new TreeSet<>(hedges));
    }

    /** The same model and store with other futures. */
    public Losses on(List<Future> others) {
        return all(others, table.model, table.source, table.disposable);
    }

    /** What a cell's result depends on, whatever the order and the number of hedges on the menu. */
    static String identity(Menu menu, LossModel model, LossModel.Input input) {
        StringBuilder text = new StringBuilder(model.version()).append('\n');
        for (int i = 0; i < menu.size(); i++) {
            if (input.portfolio().holds(i)) {
                Hedge hedge = menu.hedges().get(i);
                text.append(hedge.measure())
                        .append(' ')
                        .append(Numbers.plain(hedge.amount(input.portfolio().level(i))))
                        .append('\n');
            }
        }
        return text.append(input.future().identity()).toString();
    }

    public List<Future> futures() {
        return IntStream.of(which).mapToObj(table.futures::get).toList();
    }

    public int size() {
        return which.length;
    }

    /** One future of these alone, with the same cells. */
    Losses only(int future) {
        return new Losses(table, new int[] {which[future]});
    }

    /** Cells that answers needed so far, simulated or not. */
    public long asked() {
        return table.asked;
    }

    /** Cells computed so far, or found in the store: the different ones among those asked. */
    public long simulated() {
        return table.simulated;
    }

    /** What of a portfolio matters in one of the futures. */
    Portfolio relevant(Portfolio portfolio, int future) {
        return table.model.relevant(portfolio, table.futures.get(which[future]));
    }

    /** Losses of a portfolio in every future; not to be changed. */
    public double[] of(Portfolio portfolio) {
        double[] known = rows.get(portfolio);
        if (known == null) {
            prepare(List.of(portfolio));
            known = Objects.requireNonNull(rows.get(portfolio));
        }
        return known;
    }

    /** The portfolios whose losses in all of these futures are known. */
    List<Portfolio> known() {
        return rows.keySet().stream().sorted().toList();
    }

    private record Place(int future, Portfolio relevant) {}

    /** Computes what is missing of these portfolios, all in one batch. */
    public void prepare(Collection<Portfolio> portfolios) {
        prepare(List.of(new Wanted(this, portfolios)));
    }

    record Wanted(Losses losses, Collection<Portfolio> portfolios) {}

    /** The same for several views of one table. */
    static void prepare(List<Wanted> all) {
        if (all.isEmpty()) {
            return;
        }
        Table table = all.getFirst().losses.table;
        Map<Place, LossModel.Input> missing = new LinkedHashMap<>();
        for (Wanted wanted : all) {
            wanted.losses.want(wanted.portfolios, missing);
        }
        table.simulated += missing.size();
        List<Place> places = List.copyOf(missing.keySet());
        double[] results = missing.isEmpty() ? new double[0] : table.source.run(List.copyOf(missing.values()));
        for (int k = 0; k < results.length; k++) {
            table.cells.get(places.get(k).future()).put(places.get(k).relevant(), results[k]);
        }
        all.forEach(wanted -> wanted.losses.fill(wanted.portfolios));
    }

    private void want(Collection<Portfolio> portfolios, Map<Place, LossModel.Input> missing) {
        for (Portfolio portfolio : portfolios) {
            if (rows.containsKey(portfolio)) {
                continue;
            }
            for (int f = 0; f < which.length; f++) {
                int future = which[f];
                for (Portfolio part : disposals(relevant(portfolio, f))) {
                    if (!table.cells.get(future).containsKey(part)) {
                        missing.putIfAbsent(
                                new Place(future, part), new LossModel.Input(part, table.futures.get(future)));
                    }
                }
            }
        }
    }

    private void fill(Collection<Portfolio> portfolios) {
        for (Portfolio portfolio : portfolios) {
            if (!rows.containsKey(portfolio)) {
                double[] row = new double[which.length];
                for (int f = 0; f < row.length; f++) {
                    row[f] = least(f, relevant(portfolio, f));
                }
                rows.put(portfolio, row);
                table.asked += row.length;
            }
        }
    }

    private double least(int future, Portfolio relevant) {
        Map<Portfolio, Double> cells = table.cells.get(which[future]);
        double least = Double.POSITIVE_INFINITY;
        for (Portfolio part : disposals(relevant)) {
            least = Math.min(least, Objects.requireNonNull(cells.get(part)));
        }
        return least;
    }

    /** The portfolio, and all that is left of it when some of its disposable hedges are used less. */
    private List<Portfolio> disposals(Portfolio portfolio) {
        List<Portfolio> all = List.of(portfolio);
        for (int hedge : table.disposable) {
            if (portfolio.holds(hedge)) {
                List<Portfolio> more = new ArrayList<>();
                for (Portfolio one : all) {
                    for (int level = portfolio.level(hedge); level >= 0; level--) {
                        more.add(one.with(hedge, level));
                    }
                }
                all = more;
            }
        }
        return all;
    }
}
