package org.jiritsu.disruption.internal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How a vector over industries is laid out for one or more lanes (scenarios). One lane: a single row of all industries.
 * Several: a row for each industry, with its lanes side by side. Either way a row is long, and loops over the same index of
 * several rows are what the compiler turns into vector instructions; offsets into one long array are not.
 */
record Lanes(int count, int industries) {
    int rows() {
        return count == 1 ? 1 : industries;
    }

    int width() {
        return count == 1 ? industries : count;
    }

    double[][] filled(double value) {
        double[][] vector = new double[rows()][width()];
        fill(vector, value);
        return vector;
    }

    static void fill(double[][] vector, double value) {
        for (double[] row : vector) {
            Arrays.fill(row, value);
        }
    }

    /** The same for every lane. */
    double[][] spread(double[] perIndustry) {
        double[][] vector = new double[rows()][];
        Arrays.setAll(vector, r -> row(perIndustry, r, new double[width()]).clone());
        return vector;
    }

    /** A row of what is the same for every lane, perhaps written into {@code scratch}. */
    double[] row(double[] perIndustry, int r, double[] scratch) {
        if (count == 1) {
            return perIndustry;
        }
        Arrays.fill(scratch, perIndustry[r]);
        return scratch;
    }

    /** A row, the same for every industry, of what differs between lanes. */
    double[] each(IntToDoubleFunction ofLane) {
        double[] row = new double[width()];
        Arrays.setAll(row, e -> ofLane.applyAsDouble(count == 1 ? 0 : e));
        return row;
    }

    double get(double[][] vector, int industry, int lane) {
        return count == 1 ? vector[0][industry] : vector[industry][lane];
    }

    void set(double[][] vector, int industry, int lane, double value) {
        if (count == 1) {
            vector[0][industry] = value;
        } else {
            vector[industry][lane] = value;
        }
    }

    void add(double[][] vector, int industry, int lane, double value) {
        set(vector, industry, lane, get(vector, industry, lane) + value);
    }

    /** Adds to {@code sums}, lane by lane, what the industries in the first rows have. */
    void addSums(double[][] vector, int rows, double[] sums) {
        if (count == 1) {
            sums[0] += sum(vector[0]);
            return;
        }
        for (int r = 0; r < rows; r++) {
            add(vector[r], sums);
        }
    }

    private static void add(double[] row, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += row[k];
        }
    }

    /** Four sums at once: one alone waits for each addition before it begins the next. */
    private static double sum(double[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < row.length; j += 4) {
            a += row[j];
            b += row[j + 1];
            c += row[j + 2];
            d += row[j + 3];
        }
        for (; j < row.length; j++) {
            a += row[j];
        }
        return (a + b) + (c + d);
    }
}
