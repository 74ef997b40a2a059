package org.jiritsu.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jiritsu.world.internal.tables.Cells;

/**
 * What differs between two worlds, A and B. Cells are compared where both have the label of the row and of the column.
 *
 * @param labels codes that one world has and the other has not
 * @param totalsA of the first
 * @param totalsB of the second
 * @param worst the cells that differ most, the largest difference first; gross output stands as a sale to {@code OUT}
 * @param cellsCompared how many cells both worlds have
 * @param cellsDiffering how many of them differ at all
 */
public record WorldDiff(
        List<Label> labels, Totals totalsA, Totals totalsB, List<Cell> worst, long cellsCompared, long cellsDiffering) {
    private static final String OUTPUT = "OUT";

    /**
     * A label that one world has.
     *
     * @param kind economy, sector or final use
     * @param onlyIn the id of the world that has it
     */
    public record Label(String kind, String code, String onlyIn) {}

    /** Values in the unit of each world. */
    public record Cell(String from, String to, double a, double b) {
        public double difference() {
            return b - a;
        }
    }

    public WorldDiff {
        labels = List.copyOf(labels);
        worst = List.copyOf(worst);
    }

    /** Whether labels and cells are all the same, to the last bit. */
    public boolean same() {
        return labels.isEmpty() && cellsDiffering == 0;
    }

    /** @param most how many of the worst cells to keep */
    public static WorldDiff of(World a, World b, int most) {
        List<Label> labels = new ArrayList<>();
        compare(
                "economy",
                a,
                a.economies().stream().map(Economy::code).toList(),
                b,
                b.economies().stream().map(Economy::code).toList(),
                labels);
        compare(
                "sector",
                a,
                a.sectors().stream().map(Sector::code).toList(),
                b,
                b.sectors().stream().map(Sector::code).toList(),
                labels);
        compare(
                "final use",
                a,
                a.finalUses().stream().map(FinalUse::code).toList(),
                b,
                b.finalUses().stream().map(FinalUse::code).toList(),
                labels);
        Search search = new Search(most);
        Map<String, Integer> columnOfB = new HashMap<>();
        for (int c = 0; c < Cells.columns(b); c++) {
            columnOfB.put(Cells.label(b, c), c);
        }
        int[] inB = new int[Cells.columns(a)];
        String[] names = new String[inB.length];
        for (int c = 0; c < inB.length; c++) {
            names[c] = Cells.label(a, c);
            inB[c] = columnOfB.getOrDefault(names[c], -1);
        }
        for (int i = 0; i < a.size(); i++) {
            if (inB[i] >= 0 && inB[i] < b.size()) {
                search.row(names, i, Cells.row(a, i), Cells.row(b, inB[i]), inB);
                search.see(names[i], OUTPUT, a.output(i), b.output(inB[i]));
            }
        }
        return new WorldDiff(labels, Totals.of(a), Totals.of(b), search.sorted(), search.compared, search.differing);
    }

    private static void compare(
            String kind, World a, List<String> codesA, World b, List<String> codesB, List<Label> labels) {
        codesA.stream().filter(c -> !codesB.contains(c)).forEach(c -> labels.add(new Label(kind, c, a.id())));
        codesB.stream().filter(c -> !codesA.contains(c)).forEach(c -> labels.add(new Label(kind, c, b.id())));
    }

    /** Keeps the worst cells seen so far. */
    private static final class Search {
        private static final Comparator<Cell> BY_SIZE = Comparator.<Cell>comparingDouble(c -> Math.abs(c.difference()))
                .thenComparing(
                        Comparator.comparing(Cell::from).thenComparing(Cell::to).reversed());

        private final int most;
        private final PriorityQueue<Cell> worst = new PriorityQueue<>(BY_SIZE);
        private long compared;
        private long differing;

        Search(int most) {
            this.most = most;
        }

        void row(String[] names, int i, double[] a, double[] b, int[] inB) {
            for (int c = 0; c < a.length; c++) {
                if (inB[c] >= 0) {
                    see(names[i], names[c], a[c], b[inB[c]]);
                }
            }
        }

        void see(String from, String to, double a, double b) {
            compared++;
            if (a == b) {
                return;
            }
            differing++;
            worst.add(new Cell(from, to, a, b));
            if (worst.size() > most) {
                worst.remove();
            }
        }

        List<Cell> sorted() {
            return worst.stream().sorted(BY_SIZE.reversed()).toList();
        }
    }
}
