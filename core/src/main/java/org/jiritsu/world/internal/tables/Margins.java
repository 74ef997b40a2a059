package org.jiritsu.world.internal.tables;

import java.util.List;
import java.util.Locale;
import org.jiritsu.base.InputException;

/** Holds the totals that a file states against its own cells. */
final class Margins {
    private static final double TOLERANCE = 1e-6; // of the largest output, as in the check of any world

    private final String place;
    private final List<String> industries;
    private final double tolerance;
    private final double wholeShare;

    Margins(String place, List<String> industries, Assembly.Sales sales) {
        this.place = place;
        this.industries = industries;
        double largest = 0;
        for (double value : sales.byIndustry()) {
            largest = Math.max(largest, Math.abs(value));
        }
        this.wholeShare = sales.wholeShare();
        this.tolerance = TOLERANCE * largest;
    }

    /**
     * @param rounding what rounding can do to each industry's sums, or none for a table that is not rounded
     * @throws InputException naming the industry that is worst by its tolerance
     */
    void require(String identity, double[] stated, double[] summed, double[] rounding) {
        int worst = 0;
        int broken = 0;
        double largest = 0;
        for (int i = 0; i < stated.length; i++) {
            double ratio = Math.abs(stated[i] - summed[i]) / tolerance(rounding, i);
            broken += ratio > 1 ? 1 : 0;
            if (ratio > largest) {
                largest = ratio;
                worst = i;
            }
        }
        if (broken > 0) {
            throw InputException.data(
                    "%s: the totals contradict the cells: %s".formatted(place, identity),
                    "%s at %s, within %s"
                            .formatted(
                                    number(summed[worst]), industries.get(worst), number(tolerance(rounding, worst))),
                    "%s; %d of %d industries differ".formatted(number(stated[worst]), broken, stated.length),
                    reason(broken, stated.length));
        }
    }

    private double tolerance(double[] rounding, int i) {
        return rounding.length == 0 ? tolerance : rounding[i];
    }

    private String reason(int broken, int of) {
        return wholeShare > 0.02 && broken > of / 10
                ? ("decimal points were lost when a spreadsheet saved it (%.0f%% of the flows have none; such a copy of "
                                + "the OECD's 2020_SML.csv circulates): fetch the file from its publisher.")
                        .formatted(100 * wholeShare)
                : broken == 1
                        ? "one cell or one total was changed by hand."
                        : "rows or columns are missing, or the totals come from another year.";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }
}
