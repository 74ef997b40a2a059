package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import org.jiritsu.world.internal.Gras;

/**
 * One economy's uses by product, from home and abroad together: the seed's coefficients at this year's output, balanced
 * so that each product's uses add up to its absorption and each industry's purchases and value added to its output.
 * Final use and value added have no sums of their own (but for GDP, where given), so they give way.
 */
final class NationalUse {
    private static final double LEAST_VALUE_ADDED = 0.05;
    private static final double LARGEST_VALUE_ADDED = 0.98;
    private static final double LEAST_FINAL = 0.001;
    private static final double LARGEST_FINAL = 0.999;

    private NationalUse() {}

    /**
     * The balanced table: sectors and value added × sectors and final use.
     *
     * @param absorption by product
     * @param output by industry
     * @param gdp million USD, or {@link Gras#FREE}
     */
    static Gras.Balanced balance(
            UseSeed seed, double[] absorption, double[] output, double gdp, double tolerance, int limit) {
        int sectors = output.length;
        double[] rows = Arrays.copyOf(absorption, sectors + 1);
        double[] columns = Arrays.copyOf(output, sectors + 1);
        rows[sectors] = gdp;
        columns[sectors] = Gras.FREE;
        return Gras.balance(cells(seed, absorption, output), rows, columns, tolerance, limit);
    }

    private static double[] cells(UseSeed seed, double[] absorption, double[] output) {
        int sectors = output.length;
        int uses = sectors + 1;
        double[] cells = new double[uses * uses];
        for (int j = 0; j < sectors; j++) {
            double[] column = column(seed, absorption, j);
            double bought = Arrays.stream(column).sum();
            double valueAdded = Math.clamp(seed.valueAdded(j), LEAST_VALUE_ADDED, LARGEST_VALUE_ADDED);
            for (int s = 0; s < sectors; s++) {
                cells[s * uses + j] = bought > 0 ? column[s] / bought * (1 - valueAdded) * output[j] : 0;
            }
            cells[sectors * uses + j] = valueAdded * output[j];
        }
        for (int s = 0; s < sectors; s++) {
            cells[s * uses + sectors] = Math.clamp(seed.finalShare(s), LEAST_FINAL, LARGEST_FINAL) * absorption[s];
        }
        return cells;
    }

    private static double[] column(UseSeed seed, double[] absorption, int user) {
        double[] column = new double[absorption.length];
        Arrays.setAll(column, s -> absorption[s] > 0 ? seed.coefficient(s, user) : 0);
        return column;
    }
}
