package org.jiritsu.disruption.internal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How a vector over industries is laid out for one or more lanes (scenarios): row after row in one array. One lane: a single
 * row of all industries. Several: a row for each industry, with its lanes side by side, and so many places more that it is a
 * whole number of the processor's vectors; what stands there starts like the rest and is not looked at.
 */
record Lanes(int count, int industries, int width) {
    private static final int ROWS_OF_A_BLOCK = 8;

    static Lanes of(int count, int industries) {
        return new Lanes(
                count, industries, count == 1 ? industries : Math.ceilDiv(count, LaneFlows.LENGTH) * LaneFlows.LENGTH);
    }

    int rows() {
        return count == 1 ? 1 : industries;
    }

    double[] filled(double value) {
        double[] vector = new double[rows() * width];
        Arrays.fill(vector, value);
        return vector;
    }

    /** The same for every lane. */
    double[] spread(double[] perIndustry) {
        double[] vector = new double[rows() * width];
        for (int r = 0; r < rows(); r++) {
            System.arraycopy(row(perIndustry, r, new double[width]), 0, vector, r * width, width);
        }
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
        return each(width, ofLane);
    }

    /** The same row several times, so that a loop over it is long enough to be worth its beginning and end. */
    double[] block(IntToDoubleFunction ofLane) {
        return each(count == 1 ? width : ROWS_OF_A_BLOCK * width, ofLane);
    }

    private double[] each(int length, IntToDoubleFunction ofLane) {
        double[] values = new double[length];
        Arrays.setAll(values, e -> ofLane.applyAsDouble(count == 1 ? 0 : Math.min(e % width, count - 1)));
        return values;
    }

    /** Where a vector has what belongs to an industry in a lane. */
    int index(int industry, int lane) {
        return count == 1 ? industry : industry * width + lane;
    }

    double get(double[] vector, int industry, int lane) {
        return vector[index(industry, lane)];
    }

    void set(double[] vector, int industry, int lane, double value) {
        vector[index(industry, lane)] = value;
    }

    void add(double[] vector, int industry, int lane, double value) {
        vector[index(industry, lane)] += value;
    }

    /** Copies what an industry has in all lanes. */
    void copy(double[] from, double[] to, int industry) {
        int at = index(industry, 0);
        System.arraycopy(from, at, to, at, count == 1 ? 1 : width);
    }
}
