package org.jiritsu.world;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Sayings;
import org.jiritsu.world.internal.Gras;
import org.jiritsu.world.internal.tables.Cells;

/**
 * Brings a world to stated totals with the least change: RAS (Stone 1961) where no cell is negative, else GRAS (Junius
 * &amp; Oosterhaven 2003, in the form of Lenzen, Wood &amp; Gallego 2007; docs/methods/balance.md). The balanced table is
 * (Z, Y) with row sums x.
 *
 * @param world the balanced world
 * @param iterations passes over columns and rows
 * @param worst largest relative miss of a total
 * @param negativeCells how many cells are negative: above zero, the method is GRAS
 */
public record Balance(World world, int iterations, double worst, int negativeCells) {
    private static final Sayings SAYINGS = new Sayings(Balance.class);
    private static final double TOLERANCE = 1e-9;
    private static final int LIMIT = 20_000;

    /**
     * Totals to be met, in the world's unit; a total that is not stated is free.
     *
     * @param rows gross output by industry, such as {@code JPN_C26}
     * @param columns intermediate purchases by industry, and final demand by {@code ECONOMY_USE} such as
     *     {@code JPN_HFCE}
     */
    public record Controls(Map<String, Double> rows, Map<String, Double> columns) {
        public Controls {
            rows = Map.copyOf(rows);
            columns = Map.copyOf(columns);
        }

        /** Reads CSV lines {@code total,label,value} where total is {@code row} or {@code column}. */
        public static Controls read(Path file) {
            Map<String, Double> rows = new LinkedHashMap<>();
            Map<String, Double> columns = new LinkedHashMap<>();
            for (Csv.Row line : Csv.read(file, List.of("total", "label", "value"))) {
                boolean row = line.oneOf("total", List.of("row", "column")).equals("row");
                if ((row ? rows : columns).putIfAbsent(line.filled("label"), line.number("value")) != null) {
                    throw InputException.data(
                            line.place() + ": a total stands twice",
                            "one line a total",
                            line.text("label"),
                            "two files were joined.");
                }
            }
            if (rows.isEmpty() && columns.isEmpty()) {
                throw InputException.data(
                        file + " states no total",
                        "lines such as row,JPN_C26,1234.5 below the header total,label,value",
                        "the header only",
                        "the file was cut off: write it again.");
            }
            return new Controls(rows, columns);
        }
    }

    /**
     * @param id the name of the balanced world
     * @throws InputException if the totals name what the world has not, contradict each other, or cannot be met
     */
    public static Balance of(World world, Controls controls, String id) {
        double[] rows = targets(world, controls.rows, world.size(), "row");
        double[] columns = targets(world, controls.columns, Cells.columns(world), "column");
        double[] cells = cells(world);
        requirePossible(world, cells, rows, columns);
        Gras.Balanced balanced;
        try {
            balanced = Gras.balance(cells, rows, columns, TOLERANCE, LIMIT);
        } catch (Gras.UnbalancedException e) {
            throw unmet(world, e.worst());
        }
        int negative = (int) Arrays.stream(cells).filter(c -> c < 0).count();
        return new Balance(
                world(world, balanced, negative, id),
                balanced.iterations(),
                balanced.worst().relative(),
                negative);
    }

    private static double[] targets(World world, Map<String, Double> stated, int length, String side) {
        Map<String, Integer> at = new HashMap<>();
        for (int c = 0; c < length; c++) {
            at.put(Cells.label(world, c), c);
        }
        double[] targets = new double[length];
        Arrays.fill(targets, Gras.FREE);
        stated.forEach((label, value) -> {
            Integer index = at.get(label);
            if (index == null) {
                throw InputException.data(
                        "A %s total is stated for what world %s has not".formatted(side, world.id()),
                        side.equals("row")
                                ? "an industry such as " + world.label(0)
                                : "an industry or a final use such as " + Cells.label(world, length - 1),
                        label,
                        NearestWord.of(label, at.keySet())
                                .map(near -> "you meant " + near + ".")
                                .orElse("the totals are for another world."));
            }
            targets[index] = value;
        });
        return targets;
    }

    private static double[] cells(World world) {
        int columns = Cells.columns(world);
        double[] cells = new double[Math.multiplyExact(world.size(), columns)];
        for (int i = 0; i < world.size(); i++) {
            System.arraycopy(Cells.row(world, i), 0, cells, i * columns, columns);
        }
        return cells;
    }

    private static void requirePossible(World world, double[] cells, double[] rows, double[] columns) {
        if (Arrays.stream(rows).noneMatch(Double::isNaN)
                && Arrays.stream(columns).noneMatch(Double::isNaN)) {
            double sumOfRows = sum(rows);
            double sumOfColumns = sum(columns);
            if (Math.abs(sumOfRows - sumOfColumns) > TOLERANCE / 10 * Math.max(size(rows), size(columns))) {
                throw InputException.data(
                        "The totals contradict each other",
                        "rows and columns that sum to the same",
                        "rows %s, columns %s".formatted(number(sumOfRows), number(sumOfColumns)),
                        "purchases of the industries are their output without value added: the columns leave it in.");
            }
        }
        for (int i = 0; i < rows.length; i++) {
            requireReachable(world.label(i), "row", rows[i], cells, i * columns.length, 1, columns.length);
        }
        for (int c = 0; c < columns.length; c++) {
            requireReachable(Cells.label(world, c), "column", columns[c], cells, c, columns.length, rows.length);
        }
    }

    /** Scaling keeps zeros and signs: a sum above zero needs a cell above zero. A sum of zero may make all its cells zero. */
    private static void requireReachable(
            String label, String side, double target, double[] cells, int from, int step, int count) {
        boolean positive = false;
        boolean negative = false;
        for (int k = 0; k < count; k++) {
            positive |= cells[from + k * step] > 0;
            negative |= cells[from + k * step] < 0;
        }
        if (target > 0 && !positive || target < 0 && !negative) {
            throw InputException.data(
                    "The total of %s %s cannot be met".formatted(side, label),
                    "cells of the sign of the total",
                    "total %s, %s"
                            .formatted(
                                    number(target),
                                    positive ? "no cell below zero" : negative ? "no cell above zero" : "zeros only"),
                    "leave this total free, or put flows into the table first.");
        }
    }

    private static InputException unmet(World world, Gras.Worst worst) {
        String label = worst.row() ? world.label(worst.index()) : Cells.label(world, worst.index());
        String side = worst.row() ? "row" : "column";
        return InputException.data(
                "The totals cannot all be met: %s %s".formatted(side, label),
                number(worst.target()),
                number(worst.found()) + " after " + LIMIT + " passes",
                "two totals want the same few cells: leave one of them free.");
    }

    private static World world(World world, Gras.Balanced balanced, int negative, String id) {
        int n = world.size();
        int columns = Cells.columns(world);
        double[] z = new double[n * n];
        double[] y = new double[n * (columns - n)];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(balanced.cells(), i * columns, z, i * n, n);
            System.arraycopy(balanced.cells(), i * columns + n, y, i * (columns - n), columns - n);
            x[i] = sum(Arrays.copyOfRange(balanced.cells(), i * columns, (i + 1) * columns));
        }
        return new World(about(world, negative, id), world.economies(), world.sectors(), world.finalUses(), z, y, x);
    }

    private static About about(World world, int negative, String id) {
        return world.about()
                .as(
                        id,
                        SAYINGS.say("balanced.title", world.about().title()),
                        SAYINGS.say(negative > 0 ? "balanced.gras" : "balanced.ras", world.id()));
    }

    /** What a sum could be at most, so that a total that cancels is not held to nothing. */
    private static double size(double[] values) {
        return sum(Arrays.stream(values).map(Math::abs).toArray());
    }

    private static double sum(double[] values) {
        CompensatedSum sum = new CompensatedSum();
        Arrays.stream(values).forEach(sum::add);
        return sum.value();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }
}
