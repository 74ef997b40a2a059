package org.jiritsu.disruption.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of all lanes of one industry, a whole number of vectors long. They are short: the compiler by itself would do their
 * ends, which are most of them, one by one.
 */
record LaneRows(State state, int width) implements Rows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    private static DoubleVector at(double[] vector, int k) {
        return DoubleVector.fromArray(SPECIES, vector, k);
    }

    private static DoubleVector every(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    /**
     * All that row r of good p does in a day: receives, uses, restocks and lowers limits, with one reading of each vector.
     * The formula stands in {@link #restock} too: three steps were a tenth slower, and a method of vectors that both call
     * keeps them on the heap.
     *
     * @param received what comes at an order factor of 1, and {@code supply} what suppliers offer; a row each
     * @param sums receives, lane by lane, what comes
     */
    void trade(int p, int r, double[] received, double[] supply, double[] sums, double[] limits) {
        double[] stocks = state.inventory[p];
        double[] orders = state.order[p];
        double[] output = state.output;
        double[] target = state.target;
        double[] pace = state.pace;
        DoubleVector perOutput = every(state.table.perUnit[p][r]);
        DoubleVector perTarget = every(state.goalPerUnit[p][r]);
        DoubleVector by = every(state.limitPerStock[p][r]);
        DoubleVector base = every(state.madeWithout[p][r]);
        int row = r * width;
        for (int k = 0; k < width; k += LENGTH) {
            DoubleVector comes = at(received, k).mul(at(orders, row + k));
            at(sums, k).add(comes).intoArray(sums, k);
            DoubleVector before = at(stocks, row + k);
            DoubleVector wanted = perOutput.mul(at(output, row + k));
            DoubleVector stock = before.add(comes).sub(wanted.min(before));
            DoubleVector gap = perTarget.mul(at(target, row + k)).sub(stock).max(0);
            stock.intoArray(stocks, row + k);
            at(limits, row + k).min(stock.fma(by, base)).intoArray(limits, row + k);
            wanted.add(gap.mul(at(pace, k))).div(at(supply, k).max(Double.MIN_NORMAL)).intoArray(orders, row + k);
        }
    }

    @Override
    public void addTo(double[] sums, double[] vector, int r) {
        int row = r * width;
        for (int k = 0; k < width; k += LENGTH) {
            at(sums, k).add(at(vector, row + k)).intoArray(sums, k);
        }
    }

    @Override
    public void restock(int p, int r, double[] received, double[] supply) {
        double[] stocks = state.inventory[p];
        double[] orders = state.order[p];
        double[] output = state.output;
        double[] target = state.target;
        double[] pace = state.pace;
        DoubleVector perOutput = every(state.table.perUnit[p][r]);
        DoubleVector perTarget = every(state.goalPerUnit[p][r]);
        int row = r * width;
        for (int k = 0; k < width; k += LENGTH) {
            DoubleVector before = at(stocks, row + k);
            DoubleVector wanted = perOutput.mul(at(output, row + k));
            DoubleVector stock = before.add(at(received, row + k)).sub(wanted.min(before));
            DoubleVector gap = perTarget.mul(at(target, row + k)).sub(stock).max(0);
            stock.intoArray(stocks, row + k);
            wanted.add(gap.mul(at(pace, k))).div(at(supply, row + k).max(Double.MIN_NORMAL)).intoArray(orders, row + k);
        }
    }

    @Override
    public void lower(int p, int r, double[] limits) {
        double[] stocks = state.inventory[p];
        DoubleVector by = every(state.limitPerStock[p][r]);
        DoubleVector base = every(state.madeWithout[p][r]);
        int row = r * width;
        for (int k = row; k < row + width; k += LENGTH) {
            at(limits, k).min(at(stocks, k).fma(by, base)).intoArray(limits, k);
        }
    }
}
