package org.jiritsu.disruption.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Many lanes with vector instructions: along the flows that are not zero, buyer by buyer both ways, so that what the
 * sellers of one good have or get, an economy after the other, stays in the processor's nearest cache.
 */
record LaneFlows(Table table, Lines byBuyer) implements Flows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LENGTH = SPECIES.length();
    /** Four vectors at once: one alone waits for each addition before it begins the next. */
    private static final int FOUR = 4 * LENGTH;

    static LaneFlows of(Table table) {
        return new LaneFlows(table, table.byBuyer());
    }

    @Override
    public Sums toBuyers(int p, double[][] weight) {
        double[] sellers = sellers(p, weight);
        return (from, to, out) -> toBuyers(p, from, to, sellers, out);
    }

    @Override
    public TwoSums toBuyers(int p, double[][] weightA, double[][] weightB) {
        Sums a = toBuyers(p, weightA);
        Sums b = toBuyers(p, weightB);
        return (from, to, outA, outB) -> {
            a.rows(from, to, outA);
            b.rows(from, to, outB);
        };
    }

    private double[] sellers(int p, double[][] vector) {
        int width = vector[0].length;
        double[] sellers = new double[table.economies * width];
        for (int c = 0; c < table.economies; c++) {
            System.arraycopy(vector[table.industry(c, p)], 0, sellers, c * width, width);
        }
        return sellers;
    }

    private void toBuyers(int p, int from, int to, double[] sellers, double[][] out) {
        int width = out[0].length;
        for (int j = from; j < to; j++) {
            double[] row = out[j - from];
            int line = p * table.n + j;
            int k = 0;
            for (; k + FOUR <= width; k += FOUR) {
                sumFour(line, sellers, width, row, k);
            }
            for (; k < width; k += LENGTH) {
                sum(line, sellers, width, row, k);
            }
        }
    }

    private void sumFour(int line, double[] sellers, int width, double[] out, int k) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector flow = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]);
            int at = byBuyer.index()[e] * width + k;
            a = flow.fma(DoubleVector.fromArray(SPECIES, sellers, at), a);
            b = flow.fma(DoubleVector.fromArray(SPECIES, sellers, at + LENGTH), b);
            c = flow.fma(DoubleVector.fromArray(SPECIES, sellers, at + 2 * LENGTH), c);
            d = flow.fma(DoubleVector.fromArray(SPECIES, sellers, at + 3 * LENGTH), d);
        }
        a.intoArray(out, k);
        b.intoArray(out, k + LENGTH);
        c.intoArray(out, k + 2 * LENGTH);
        d.intoArray(out, k + 3 * LENGTH);
    }

    private void sum(int line, double[] sellers, int width, double[] out, int k) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector weights = DoubleVector.fromArray(SPECIES, sellers, byBuyer.index()[e] * width + k);
            sum = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]).fma(weights, sum);
        }
        sum.intoArray(out, k);
    }

    @Override
    public void toSellers(int p, double[][] order, double[][] out) {
        int width = order[0].length;
        double[] sellers = new double[table.economies * width];
        for (int j = 0; j < table.n; j++) {
            double[] row = order[j];
            int line = p * table.n + j;
            int k = 0;
            for (; k + FOUR <= width; k += FOUR) {
                addFour(line, row, sellers, width, k);
            }
            for (; k < width; k += LENGTH) {
                add(line, row, sellers, width, k);
            }
        }
        for (int c = 0; c < table.economies; c++) {
            System.arraycopy(sellers, c * width, out[table.industry(c, p)], 0, width);
        }
    }

    private void addFour(int line, double[] order, double[] sellers, int width, int k) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, order, k);
        DoubleVector b = DoubleVector.fromArray(SPECIES, order, k + LENGTH);
        DoubleVector c = DoubleVector.fromArray(SPECIES, order, k + 2 * LENGTH);
        DoubleVector d = DoubleVector.fromArray(SPECIES, order, k + 3 * LENGTH);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector flow = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]);
            int at = byBuyer.index()[e] * width + k;
            addTo(sellers, at, flow, a);
            addTo(sellers, at + LENGTH, flow, b);
            addTo(sellers, at + 2 * LENGTH, flow, c);
            addTo(sellers, at + 3 * LENGTH, flow, d);
        }
    }

    private void add(int line, double[] order, double[] sellers, int width, int k) {
        DoubleVector orders = DoubleVector.fromArray(SPECIES, order, k);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            addTo(sellers, byBuyer.index()[e] * width + k, DoubleVector.broadcast(SPECIES, byBuyer.value()[e]), orders);
        }
    }

    private static void addTo(double[] sellers, int at, DoubleVector flow, DoubleVector orders) {
        flow.fma(orders, DoubleVector.fromArray(SPECIES, sellers, at)).intoArray(sellers, at);
    }
}
