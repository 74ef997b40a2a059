package org.jiritsu.disruption.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of all lanes of one industry, a whole number of vectors long. They are short: the compiler by itself would do their
 * ends, which are most of them, one by one. Its least and most of two vectors take six instructions, for zeros with a sign
 * and for what is not a number; {@link #least} and {@link #most} take two.
 */
final class LaneRows implements GoodRows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    /** Constants of a buyer of a good, see {@link #constants}. */
    private static final int CONSTANTS = 4;

    private final State state;
    private final int width;
    /** [good], then of each buyer side by side: purchases and goal per unit of output, limit per stock, made without. */
    private final double[][] constants;

    LaneRows(State state) {
        this.state = state;
        width = state.lanes.width();
        constants = new double[state.table.goods][CONSTANTS * state.table.n];
        for (int p = 0; p < constants.length; p++) {
            for (int j = 0; j < state.table.n; j++) {
                int at = CONSTANTS * j;
                constants[p][at] = state.table.perUnit[p][j];
                constants[p][at + 1] = state.goalPerUnit[p][j];
                constants[p][at + 2] = state.limitPerStock[p][j];
                constants[p][at + 3] = state.madeWithout[p][j];
            }
        }
    }

    private static DoubleVector at(double[] vector, int k) {
        return DoubleVector.fromArray(SPECIES, vector, k);
    }

    private static DoubleVector every(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static DoubleVector least(DoubleVector a, DoubleVector b) {
        return a.blend(b, b.lt(a));
    }

    private static DoubleVector most(DoubleVector a, double b) {
        return a.blend(b, a.lt(b));
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
        double[] terms = constants[p];
        int first = CONSTANTS * r;
        DoubleVector perOutput = every(terms[first]);
        DoubleVector perTarget = every(terms[first + 1]);
        DoubleVector by = every(terms[first + 2]);
        DoubleVector base = every(terms[first + 3]);
        int row = r * width;
        for (int k = 0; k < width; k += LENGTH) {
            DoubleVector comes = at(received, k).mul(at(orders, row + k));
            at(sums, k).add(comes).intoArray(sums, k);
            DoubleVector before = at(stocks, row + k);
            DoubleVector wanted = perOutput.mul(at(output, row + k));
            DoubleVector stock = before.add(comes).sub(least(wanted, before));
            DoubleVector gap = most(perTarget.mul(at(target, row + k)).sub(stock), 0);
            stock.intoArray(stocks, row + k);
            least(at(limits, row + k), stock.fma(by, base)).intoArray(limits, row + k);
            wanted.add(gap.mul(at(pace, k)))
                    .div(most(at(supply, k), Double.MIN_NORMAL))
                    .intoArray(orders, row + k);
        }
    }

    /**
     * What a seller makes and what of it final users get; then all that is ordered from him.
     *
     * @param made added to, lane by lane, as is {@code toFinalUsers}
     * @param ordered what industries order, from {@code from}, before the ratio of the seller
     */
    void sell(int seller, double[] made, double[] toFinalUsers, double[] ordered, int from) {
        int row = seller * width;
        for (int k = 0; k < width; k += LENGTH) {
            DoubleVector finalOrders = at(state.finalOrders, row + k);
            DoubleVector first = at(state.firstFinalOrders, row + k);
            at(made, k).add(at(state.output, row + k)).intoArray(made, k);
            at(toFinalUsers, k)
                    .add(first.mul(at(state.firstFill, row + k)))
                    .add(finalOrders.sub(first).mul(at(state.fill, row + k)))
                    .intoArray(toFinalUsers, k);
            at(ordered, from + k).fma(at(state.ratio, row + k), finalOrders).intoArray(state.demand, row + k);
            first.intoArray(state.firstDemand, row + k);
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
            DoubleVector stock = before.add(at(received, row + k)).sub(least(wanted, before));
            DoubleVector gap = most(perTarget.mul(at(target, row + k)).sub(stock), 0);
            stock.intoArray(stocks, row + k);
            wanted.add(gap.mul(at(pace, k)))
                    .div(most(at(supply, row + k), Double.MIN_NORMAL))
                    .intoArray(orders, row + k);
        }
    }

    @Override
    public void lower(int p, int r, double[] limits) {
        double[] stocks = state.inventory[p];
        DoubleVector by = every(state.limitPerStock[p][r]);
        DoubleVector base = every(state.madeWithout[p][r]);
        int row = r * width;
        for (int k = row; k < row + width; k += LENGTH) {
            least(at(limits, k), at(stocks, k).fma(by, base)).intoArray(limits, k);
        }
    }
}
