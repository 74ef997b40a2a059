package org.jiritsu.hedge.discovery;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * Futures as discovery sees them: the conditions of each, and whether it is of interest (the portfolio fails in it).
 *
 * @param values [case][factor], finite
 * @param hit [case]
 */
public record Cases(List<Factor> factors, double[][] values, boolean[] hit) {
    public Cases {
        factors = List.copyOf(factors);
        if (values.length != hit.length || values.length == 0) {
            throw InputException.data(
                    "Discovery needs cases, each with its outcome",
                    "as many outcomes as cases, at least one",
                    values.length + " cases, " + hit.length + " outcomes",
                    "a column of the file is missing.");
        }
        Set<String> names = new HashSet<>();
        for (Factor factor : factors) {
            if (!names.add(factor.name())) {
                throw InputException.data(
                        "Two conditions have one name", "each name once", factor.name(), "rename one of them.");
            }
        }
        for (int i = 0; i < values.length; i++) {
            requireComplete(i, values[i], factors);
        }
    }

    private static void requireComplete(int at, double[] row, List<Factor> factors) {
        if (row.length != factors.size()) {
            throw InputException.data(
                    "Case " + (at + 1) + " has another number of conditions",
                    factors.size() + " values",
                    row.length + " values",
                    "a separator is missing in that row.");
        }
        for (int j = 0; j < row.length; j++) {
            int words = factors.get(j).words().size();
            boolean known =
                    words == 0 ? Double.isFinite(row[j]) : row[j] >= 0 && row[j] < words && row[j] == Math.rint(row[j]);
            if (!known) {
                throw InputException.data(
                        "Case " + (at + 1) + " has no usable value of "
                                + factors.get(j).name(),
                        words == 0 ? "a finite number" : "a whole number from 0 to " + (words - 1),
                        String.valueOf(row[j]),
                        "the case did not run to its end: leave it out.");
            }
        }
    }

    public int size() {
        return hit.length;
    }

    public int hits() {
        int hits = 0;
        for (boolean one : hit) {
            hits += one ? 1 : 0;
        }
        return hits;
    }

    /** These cases only, in this order. */
    public Cases only(int[] indices) {
        boolean[] some = new boolean[indices.length];
        for (int k = 0; k < indices.length; k++) {
            some[k] = hit[indices[k]];
        }
        return new Cases(
                factors, Arrays.stream(indices).mapToObj(i -> values[i]).toArray(double[][]::new), some);
    }

    /** The cases outside a box: where to look for a second one. */
    public Cases outside(Box box) {
        return only(
                IntStream.range(0, size()).filter(i -> !box.contains(values[i])).toArray());
    }
}
