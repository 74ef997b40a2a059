package org.jiritsu.world.internal.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;
import org.jiritsu.world.internal.Parts;

/**
 * Gross output of a table that holds coefficients A and final demand Y only: x = (I − A)⁻¹ y = y + A y + A² y + ... (Miller
 * &amp; Blair 2009, eq. 2.17), which needs no factors of a large matrix for one right-hand side.
 */
final class Coefficients {
    private static final double TOLERANCE = 1e-15; // of the largest output, for one more round of suppliers
    private static final int LIMIT = 5_000;

    private Coefficients() {}

    /**
     * @return output by the labels of the rows of A
     * @throws InputException if the sum over ever more rounds of suppliers has no end
     */
    static Map<List<String>, Double> output(String place, WideTable a, WideTable y) {
        List<WideTable.Row> rows = a.rows();
        int n = rows.size();
        int[] column = columns(place, a);
        double[] demand = demand(place, a, y);
        double[] x = demand.clone();
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; round < LIMIT && change > TOLERANCE * largest(x); round++) {
            double[] before = x.clone();
            double[] next = x;
            Parts.forEach(n, (from, to) -> {
                for (int i = from; i < to; i++) {
                    double sum = demand[i];
                    for (int j = 0; j < n; j++) {
                        sum += rows.get(i).value(column[j]) * before[j];
                    }
                    next[i] = sum;
                }
            });
            change = 0;
            for (int i = 0; i < n; i++) {
                double moved = Math.abs(x[i] - before[i]);
                change = Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(change, moved);
            }
        }
        if (!(change <= 10 * TOLERANCE * largest(x)) || !Double.isFinite(largest(x))) {
            throw InputException.data(
                    place + ": A and Y give no gross output",
                    "coefficients whose columns leave something for value added",
                    "output that grows without end",
                    "A holds flows, not coefficients: call the file Z, or bring x with it.");
        }
        Map<List<String>, Double> output = new HashMap<>();
        for (int i = 0; i < n; i++) {
            output.put(rows.get(i).labels(), x[i]);
        }
        return output;
    }

    /** The column of A of each of its rows. */
    private static int[] columns(String place, WideTable a) {
        Map<List<String>, Integer> at = new HashMap<>();
        List<List<String>> header = a.header();
        for (int c = 2; c < header.getFirst().size(); c++) {
            at.put(List.of(header.get(0).get(c), header.get(1).get(c)), c - 2);
        }
        return a.rows().stream()
                .mapToInt(row -> {
                    Integer column = at.get(row.labels());
                    if (column == null || at.size() != a.rows().size()) {
                        throw otherRows(place, row);
                    }
                    return column;
                })
                .toArray();
    }

    private static double[] demand(String place, WideTable a, WideTable y) {
        Map<List<String>, WideTable.Row> byLabel = new HashMap<>();
        y.rows().forEach(row -> byLabel.put(row.labels(), row));
        int columns = y.header().getFirst().size() - 2;
        return a.rows().stream()
                .mapToDouble(row -> {
                    WideTable.Row sales = byLabel.get(row.labels());
                    if (sales == null) {
                        throw otherRows(place, row);
                    }
                    CompensatedSum sum = new CompensatedSum();
                    for (int c = 0; c < columns; c++) {
                        sum.add(sales.value(c));
                    }
                    return sum.value();
                })
                .toArray();
    }

    private static InputException otherRows(String place, WideTable.Row row) {
        return InputException.data(
                "%s: A and Y do not have the same industries".formatted(place),
                "the same rows in A and Y, and a column of A for each",
                String.join(" ", row.labels()) + " in A alone, or a column of A without a row",
                "the parts come from two tables.");
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
