package org.jiritsu.disruption.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of all lanes of one industry, a whole number of vectors long. They are short: the compiler by itself would do their
 * ends, which are most of them, one by one.
 */
final class LaneRows implements Rows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    private static DoubleVector at(double[] row, int k) {
        return DoubleVector.fromArray(SPECIES, row, k);
    }

    private static DoubleVector every(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    @Override
    public void multiply(double[] sums, double[] orders) {
        for (int k = 0; k < sums.length; k += LENGTH) {
            at(sums, k).mul(at(orders, k)).intoArray(sums, k);
        }
    }

    @Override
    public void multiply(double[] sums, double[] orders, double[] otherSums, double[] otherOrders) {
        for (int k = 0; k < sums.length; k += LENGTH) {
            at(sums, k).mul(at(orders, k)).add(at(otherSums, k).mul(at(otherOrders, k))).intoArray(sums, k);
        }
    }

    @Override
    public void addTo(double[] sums, double[] row) {
        for (int k = 0; k < sums.length; k += LENGTH) {
            at(sums, k).add(at(row, k)).intoArray(sums, k);
        }
    }

    @Override
    public void restock(double[] stocks, double[] received, double[] output, double[] target, double[] perUnit,
            double[] goal, int industry, double[] pace, double[] supply, double[] orders) {
        DoubleVector perOutput = every(perUnit[industry]);
        DoubleVector perTarget = every(goal[industry]);
        for (int k = 0; k < stocks.length; k += LENGTH) {
            DoubleVector before = at(stocks, k);
            DoubleVector wanted = perOutput.mul(at(output, k));
            DoubleVector stock = before.add(at(received, k)).sub(wanted.min(before));
            DoubleVector gap = perTarget.mul(at(target, k)).sub(stock).max(0);
            stock.intoArray(stocks, k);
            wanted.add(gap.mul(at(pace, k))).div(at(supply, k).max(Double.MIN_NORMAL)).intoArray(orders, k);
        }
    }

    @Override
    public void lower(double[] limits, double[] stocks, double[] perStock, double[] without, int industry) {
        DoubleVector by = every(perStock[industry]);
        DoubleVector base = every(without[industry]);
        for (int k = 0; k < stocks.length; k += LENGTH) {
            at(limits, k).min(at(stocks, k).fma(by, base)).intoArray(limits, k);
        }
    }
}
