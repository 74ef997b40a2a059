package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.Parts;

/**
 * Lays out the labelled blocks of a published table as Z, Y and x. Rows and columns are matched by their labels, whatever
 * their order; cells of parts of one economy (such as CN1 and CN2) are added up. Items that name a row are sectors, the
 * others are final uses.
 */
final class Assembly {
    private static final int LARGEST = 46_000; // n × n must stay within one Java array

    private final String place;
    private final UnaryOperator<String> economyOf;
    private final Predicate<String> sparse;
    private final Map<String, Integer> economies;
    private final Map<String, Integer> sectors;
    private final Map<String, Integer> uses;
    private final double[] z;
    private final double[] y;
    private final double[] outputRow;
    private final double[] outputColumn;
    private final double[] primary;
    private final Sales sales;
    private final int[] parts;
    private int cellColumns;
    private int cellRows;
    private int primaryRows;
    private double[] statedRounding = {};

    /**
     * @param blocks all blocks that hold cells
     * @param economyOf the economy to which a label's economy belongs
     */
    Assembly(String place, List<Block> blocks, UnaryOperator<String> economyOf) {
        this(place, blocks, economyOf, sector -> false);
    }

    /**
     * @param sparse sectors that not every economy has in the source: those of the others are empty
     */
    Assembly(String place, List<Block> blocks, UnaryOperator<String> economyOf, Predicate<String> sparse) {
        this.place = place;
        this.economyOf = economyOf;
        this.sparse = sparse;
        economies = new LinkedHashMap<>();
        sectors = new LinkedHashMap<>();
        uses = new LinkedHashMap<>();
        for (Label row : blocks.getFirst().rows()) {
            if (row instanceof Label.Cell cell) {
                number(economies, economyOf.apply(cell.economy()));
                number(sectors, cell.item());
            }
        }
        blocks.forEach(this::learnColumns);
        int n = industries();
        z = new double[n * n];
        y = new double[n * economies.size() * uses.size()];
        outputRow = filled(n);
        outputColumn = filled(n);
        primary = new double[n];
        parts = new int[n];
        List<Placed> placed = blocks.stream().map(this::place).toList();
        sales = fill(placed);
    }

    private static double[] filled(int length) {
        double[] unknown = new double[length];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    private static int number(Map<String, Integer> numbers, String key) {
        return numbers.computeIfAbsent(key, k -> numbers.size());
    }

    private void learnColumns(Block block) {
        Set<String> asColumn = new HashSet<>();
        for (Label column : block.columns()) {
            if (column instanceof Label.Cell cell) {
                String economy = economyOf.apply(cell.economy());
                if (!economies.containsKey(economy)) {
                    throw unknownBuyer(cell, economy);
                }
                if (sectors.containsKey(cell.item())) {
                    asColumn.add(economy + "_" + cell.item());
                } else {
                    number(uses, cell.item());
                }
            }
        }
        if (!asColumn.isEmpty() && asColumn.size() != industries()) {
            requireOnlySparseMissing(asColumn, "column");
        }
    }

    private int industries() {
        long n = (long) economies.size() * sectors.size();
        if (n == 0 || n > LARGEST) {
            throw InputException.data(
                    place + ": the table has a size that no table has",
                    "1 to " + LARGEST + " industries",
                    "%d economies x %d sectors".formatted(economies.size(), sectors.size()),
                    "another format was named: the labels are made in another way.");
        }
        return (int) n;
    }

    private InputException unknownBuyer(Label.Cell cell, String economy) {
        return InputException.data(
                "%s: economy %s buys but never sells".formatted(place, economy),
                "every economy among the rows and the columns",
                "column " + cell,
                NearestWord.of(economy, economies.keySet())
                        .map(near -> "it is a misspelling of " + near + ", or its rows were cut off.")
                        .orElse("its rows were cut off."));
    }

    private void requireOnlySparseMissing(Set<String> present, String what) {
        List<String> missing = labels().stream()
                .filter(label -> !present.contains(label))
                .filter(label -> !sparse.test(label.substring(label.indexOf('_') + 1)))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        throw InputException.data(
                "%s: industries without a %s".formatted(place, what),
                "%d economies x %d sectors = %d".formatted(economies.size(), sectors.size(), industries()),
                "%d, without %s%s"
                        .formatted(
                                present.size(),
                                String.join(", ", missing.stream().limit(3).toList()),
                                missing.size() > 3 ? " and others" : ""),
                "the file was cut off, or a label was changed by hand.");
    }

    private List<String> labels() {
        return economies.keySet().stream()
                .flatMap(e -> sectors.keySet().stream().map(s -> e + "_" + s))
                .toList();
    }

    private int economy(Label.Cell cell) {
        return Objects.requireNonNull(economies.get(economyOf.apply(cell.economy())));
    }

    private int industry(Label.Cell cell) {
        return economy(cell) * sectors.size() + Objects.requireNonNull(sectors.get(cell.item()));
    }

    /**
     * A block with the places of its cells.
     *
     * @param rows the published rows of each industry, in their order
     */
    private record Placed(List<Label> columns, List<Run> runs, List<List<WideTable.Row>> rows) {}

    private Placed place(Block block) {
        requireOnce(block.columns(), "column");
        requireOnce(block.rows(), "row");
        int[] target = targets(block.columns());
        List<List<WideTable.Row>> rows = new ArrayList<>(Collections.nCopies(industries(), List.of()));
        for (int r = 0; r < block.rows().size(); r++) {
            WideTable.Row row = block.table().rows().get(r);
            switch (block.rows().get(r)) {
                case Label.Cell cell -> {
                    requireSeller(cell, row);
                    rows.set(industry(cell), with(rows.get(industry(cell)), row));
                }
                case Label.Margin margin -> addMargin(margin, row, target, block.columns());
            }
        }
        requireAll(rows);
        Arrays.setAll(parts, i -> rows.get(i).size());
        cellColumns += (int)
                block.columns().stream().filter(Label.Cell.class::isInstance).count();
        cellRows = rows.stream().mapToInt(List::size).sum();
        return new Placed(block.columns(), runs(target), rows);
    }

    private static List<WideTable.Row> with(List<WideTable.Row> rows, WideTable.Row row) {
        return Stream.concat(rows.stream(), Stream.of(row)).toList();
    }

    private void requireAll(List<List<WideTable.Row>> rows) {
        List<String> labels = labels();
        Set<String> present = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).isEmpty())
                .mapToObj(labels::get)
                .collect(Collectors.toSet());
        if (present.size() < rows.size()) {
            requireOnlySparseMissing(present, "row");
        }
    }

    private void requireSeller(Label.Cell cell, WideTable.Row row) {
        if (!sectors.containsKey(cell.item()) || !economies.containsKey(economyOf.apply(cell.economy()))) {
            throw InputException.data(
                    "%s, line %d: row %s is in one part of the table only".formatted(place, row.line(), cell),
                    "the same rows in Z and Y",
                    cell.toString(),
                    "the parts come from two tables.");
        }
    }

    private void requireOnce(List<Label> labels, String what) {
        Map<Label.Cell, Integer> seen = new HashMap<>();
        for (int k = 0; k < labels.size(); k++) {
            if (labels.get(k) instanceof Label.Cell cell) {
                Integer earlier = seen.putIfAbsent(cell, k);
                if (earlier != null) {
                    throw InputException.data(
                            "%s: %s %s stands twice".formatted(place, what, cell),
                            "one " + what + " a label",
                            "%ss %d and %d".formatted(what, earlier + 1, k + 1),
                            "two files were joined: keep one of them.");
                }
            }
        }
    }

    /** The place of each column: an industry j, a final use n + its index, or −1. */
    private int[] targets(List<Label> columns) {
        int n = industries();
        return columns.stream()
                .mapToInt(column -> switch (column) {
                    case Label.Cell cell when sectors.containsKey(cell.item()) -> industry(cell);
                    case Label.Cell cell ->
                        n + economy(cell) * uses.size() + Objects.requireNonNull(uses.get(cell.item()));
                    case Label.Margin _ -> -1;
                })
                .toArray();
    }

    /** Columns {@code from} to before {@code to} that go side by side to {@code target} and what follows it. */
    private record Run(int from, int to, int target) {}

    private List<Run> runs(int[] target) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int c = 1; c <= target.length; c++) {
            boolean goesOn = c < target.length
                    && target[from] >= 0
                    && target[c] == target[c - 1] + 1
                    && target[c] != industries();
            if (!goesOn) {
                runs.add(new Run(from, c, target[from]));
                from = c;
            }
        }
        return runs;
    }

    /**
     * Lays out all cells and sums them while they are at hand. Each industry's rows are added in their order by one
     * thread, so the sums do not depend on the threads.
     */
    private Sales fill(List<Placed> blocks) {
        double[] sums = new double[industries()];
        LongAdder flows = new LongAdder();
        LongAdder integers = new LongAdder();
        Parts.forEach(sums.length, (from, to) -> {
            for (int industry = from; industry < to; industry++) {
                int i = industry;
                for (Placed block : blocks) {
                    block.rows.get(i).forEach(row -> addRow(i, row, block.runs, block.columns));
                }
                sums[i] = sales(i, flows, integers);
                if (Double.isNaN(sums[i])) {
                    requireFull(i, blocks);
                }
            }
        });
        return new Sales(sums, flows.sum() == 0 ? 0 : integers.doubleValue() / flows.sum());
    }

    private void addRow(int i, WideTable.Row row, List<Run> runs, List<Label> columns) {
        int n = industries();
        for (Run run : runs) {
            if (run.target < 0) {
                if (columns.get(run.from) == Label.Margin.OUTPUT && !Double.isNaN(row.value(run.from))) {
                    outputColumn[i] = row.value(run.from) + (Double.isNaN(outputColumn[i]) ? 0 : outputColumn[i]);
                }
            } else if (run.target < n) {
                add(row, run, z, i * n + run.target);
            } else {
                add(row, run, y, i * economies.size() * uses.size() + run.target - n);
            }
        }
    }

    private static void add(WideTable.Row row, Run run, double[] sums, int at) {
        double[] values = row.values();
        int from = row.from() + run.from;
        for (int k = 0; k < run.to - run.from; k++) {
            sums[at + k] += values[from + k];
        }
    }

    /** Intermediate and final sales of industry i; tells how many of its flows are not zero, and whole numbers. */
    private double sales(int i, LongAdder flows, LongAdder integers) {
        int n = industries();
        int finalColumns = economies.size() * uses.size();
        CompensatedSum sum = new CompensatedSum();
        sum.add(z, i * n, (i + 1) * n);
        sum.add(y, i * finalColumns, (i + 1) * finalColumns);
        int nonzero = 0;
        int whole = 0;
        for (int j = i * n; j < (i + 1) * n; j++) {
            double flow = z[j];
            nonzero += flow != 0 ? 1 : 0;
            whole += flow != 0 && flow == Math.rint(flow) ? 1 : 0;
        }
        flows.add(nonzero);
        integers.add(whole);
        return sum.value();
    }

    private void requireFull(int i, List<Placed> blocks) {
        for (Placed block : blocks) {
            for (Run run : block.runs) {
                block.rows.get(i).forEach(row -> requireFull(row, run, block.columns));
            }
        }
    }

    private void requireFull(WideTable.Row row, Run run, List<Label> columns) {
        for (int c = run.from; c < run.to && run.target >= 0; c++) {
            if (Double.isNaN(row.value(c))) {
                throw InputException.data(
                        "%s, line %d, column %s: the cell is empty".formatted(place, row.line(), columns.get(c)),
                        "a number",
                        "nothing",
                        "the table was edited by hand: fetch it again.");
            }
        }
    }

    private void addMargin(Label.Margin margin, WideTable.Row row, int[] target, List<Label> columns) {
        if (margin == Label.Margin.IGNORED) {
            return;
        }
        primaryRows += margin == Label.Margin.PRIMARY_INPUT ? 1 : 0;
        for (int c = 0; c < columns.size(); c++) {
            double value = row.value(c);
            int j = target[c];
            if (j < 0 || j >= primary.length || Double.isNaN(value)) {
                continue;
            }
            if (margin == Label.Margin.OUTPUT) {
                outputRow[j] = value + (Double.isNaN(outputRow[j]) ? 0 : outputRow[j]);
            } else {
                primary[j] += value;
            }
        }
    }

    /**
     * Takes gross output that the source states beside the blocks.
     *
     * @param output by economy and sector, in the source's own words
     */
    void stateOutput(Map<List<String>, Double> output) {
        take(output, "output", outputColumn);
    }

    /** Takes the bounds of rounding ({@link World#rounding}) in the same way. */
    void stateRounding(Map<List<String>, Double> bounds) {
        double[] stated = filled(industries());
        take(bounds, "rounding", stated);
        none(stated, "rounding");
        statedRounding = stated;
    }

    private void take(Map<List<String>, Double> values, String what, double[] target) {
        values.forEach((label, value) -> {
            Label.Cell cell = new Label.Cell(label.get(0), label.get(1));
            if (!sectors.containsKey(cell.item()) || !economies.containsKey(economyOf.apply(cell.economy()))) {
                throw InputException.data(
                        "%s: %s of %s, which has no row".formatted(place, what, cell),
                        what + " of the rows of the table",
                        cell.toString(),
                        "the parts come from two tables.");
            }
            int i = industry(cell);
            target[i] = value + (Double.isNaN(target[i]) ? 0 : target[i]);
        });
    }

    /** What rounding can do to each row, as stated or by half a unit a published cell; none for other tables. */
    double[] rounding() {
        return statedRounding.length > 0 ? statedRounding.clone() : bounds(cellColumns + 1);
    }

    /** Half a unit for each of the cells of the published rows or columns of an industry. */
    private double[] bounds(int cells) {
        return sales.wholeShare() == 1
                ? Arrays.stream(parts)
                        .mapToDouble(published -> 0.5 * published * cells)
                        .toArray()
                : new double[0];
    }

    private Margins margins() {
        return new Margins(place, labels(), sales);
    }

    String place() {
        return place;
    }

    /** The economies, by the names that {@code economyOf} gives, in order. */
    List<String> economies() {
        return List.copyOf(economies.keySet());
    }

    List<String> sectors() {
        return List.copyOf(sectors.keySet());
    }

    List<String> uses() {
        return List.copyOf(uses.keySet());
    }

    double[] z() {
        return z;
    }

    double[] y() {
        return y;
    }

    /**
     * Gross output: as published in the margin where it stands there, else the sum of sales; held against every margin
     * that the table has.
     *
     * @param notes is told where output comes from if no margin has it
     */
    double[] output(List<String> notes) {
        boolean row = none(outputRow, "output");
        boolean column = none(outputColumn, "output");
        if (!column) {
            margins()
                    .require(
                            "output in the last column = intermediate + final sales",
                            outputColumn,
                            sales.byIndustry(),
                            rounding());
        }
        if (!row) {
            margins()
                    .require(
                            "output in the last row = intermediate + final sales",
                            outputRow,
                            sales.byIndustry(),
                            rounding());
        }
        if (row && column) {
            notes.add("The file states no output: it is the sum of intermediate and final sales.");
        }
        return !row ? outputRow : !column ? outputColumn : sales.byIndustry();
    }

    /**
     * Holds value added against the rows of primary inputs, if the table has them.
     *
     * @param world made of this table
     * @param unit from which its cells were converted for the world, at this rate
     */
    void requirePrimary(World world, Unit unit, double rate) {
        if (primaryRows == 0) {
            return;
        }
        double[] output = new double[primary.length];
        double[] inputs = new double[primary.length];
        for (int j = 0; j < inputs.length; j++) {
            output[j] = unit.fromMillionUsd(world.output(j), rate);
            inputs[j] = unit.fromMillionUsd(world.output(j) - world.valueAdded(j), rate) + primary[j];
        }
        margins()
                .require(
                        "output = purchases + value added and taxes",
                        output,
                        inputs,
                        bounds(cellRows + primaryRows + 1));
    }

    private boolean none(double[] values, String what) {
        List<String> all = List.copyOf(sectors.keySet());
        boolean some = Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
        for (int i = 0; some && i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) && sparse.test(all.get(i % all.size())) ? 0 : values[i];
        }
        int missing = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                missing++;
                first = first < 0 ? i : first;
            }
        }
        if (missing > 0 && missing < values.length) {
            throw InputException.data(
                    "%s: some industries have no %s".formatted(place, what),
                    what + " of all of them or of none",
                    "none for " + labels().get(first),
                    "the file was cut off.");
        }
        return missing > 0;
    }

    /**
     * @param byIndustry intermediate and final sales
     * @param wholeShare the share of whole numbers among the intermediate flows that are not zero
     */
    record Sales(double[] byIndustry, double wholeShare) {}
}
