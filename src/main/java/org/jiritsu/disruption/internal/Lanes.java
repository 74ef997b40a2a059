package org.jiritsu.disruption.internal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How a vector over industries is laid out for one or more lanes (scenarios). One lane: a single row of all industries.
 * Several: a row for each industry, with its lanes side by side, and so many places more that it is a whole number of the
 * processor's vectors; what stands there starts like the rest and is not looked at.
 */
record Lanes(int count, int industries) {
    int rows() {
        return count == 1 ? 1 : industries;
    }

    int width() {
        return count == 1 ? industries : Math.ceilDiv(count, LaneFlows.LENGTH) * LaneFlows.LENGTH;
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
        Arrays.setAll(row, e -> ofLane.applyAsDouble(count == 1 ? 0 : Math.min(e, count - 1)));
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

    /** Copies what an industry has in all lanes. */
    void copy(double[][] from, double[][] to, int industry) {
        if (count == 1) {
            to[0][industry] = from[0][industry];
        } else {
            System.arraycopy(from[industry], 0, to[industry], 0, width());
        }
    }

    void add(double[][] vector, int industry, int lane, double value) {
        set(vector, industry, lane, get(vector, industry, lane) + value);
    }
}
