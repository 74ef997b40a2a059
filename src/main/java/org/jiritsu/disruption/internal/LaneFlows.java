package org.jiritsu.disruption.internal;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Many lanes with vector instructions: along the flows that are not zero, buyer by buyer both ways, so that what the
 * sellers of one good have or get stays in the processor's nearest cache.
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
    public void toBuyers(int p, int from, int to, double[][] weight, double[][] out) {
        for (int j = from; j < to; j++) {
            double[] row = out[j - from];
            int line = p * table.n + j;
            int k = 0;
            for (; k + FOUR <= row.length; k += FOUR) {
                sumFour(line, weight, row, k);
            }
            for (; k < row.length; k += LENGTH) {
                sum(line, weight, row, k);
            }
        }
    }

    @Override
    public void toBuyers(int p, int from, int to, double[][] weightA, double[][] outA, double[][] weightB,
            double[][] outB) {
        toBuyers(p, from, to, weightA, outA);
        toBuyers(p, from, to, weightB, outB);
    }

    private void sumFour(int line, double[][] weight, double[] out, int k) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector flow = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]);
            double[] from = weight[byBuyer.index()[e]];
            a = flow.fma(DoubleVector.fromArray(SPECIES, from, k), a);
            b = flow.fma(DoubleVector.fromArray(SPECIES, from, k + LENGTH), b);
            c = flow.fma(DoubleVector.fromArray(SPECIES, from, k + 2 * LENGTH), c);
            d = flow.fma(DoubleVector.fromArray(SPECIES, from, k + 3 * LENGTH), d);
        }
        a.intoArray(out, k);
        b.intoArray(out, k + LENGTH);
        c.intoArray(out, k + 2 * LENGTH);
        d.intoArray(out, k + 3 * LENGTH);
    }

    private void sum(int line, double[][] weight, double[] out, int k) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            double[] from = weight[byBuyer.index()[e]];
            sum = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]).fma(DoubleVector.fromArray(SPECIES, from, k), sum);
        }
        sum.intoArray(out, k);
    }

    @Override
    public void toSellers(int p, double[][] order, double[][] out) {
        for (int i = p; i < table.n; i += table.goods) {
            Arrays.fill(out[i], 0);
        }
        for (int j = 0; j < table.n; j++) {
            double[] row = order[j];
            int line = p * table.n + j;
            int k = 0;
            for (; k + FOUR <= row.length; k += FOUR) {
                addFour(line, row, out, k);
            }
            for (; k < row.length; k += LENGTH) {
                add(line, row, out, k);
            }
        }
    }

    private void addFour(int line, double[] order, double[][] out, int k) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, order, k);
        DoubleVector b = DoubleVector.fromArray(SPECIES, order, k + LENGTH);
        DoubleVector c = DoubleVector.fromArray(SPECIES, order, k + 2 * LENGTH);
        DoubleVector d = DoubleVector.fromArray(SPECIES, order, k + 3 * LENGTH);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector flow = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]);
            double[] to = out[byBuyer.index()[e]];
            add(flow, a, to, k);
            add(flow, b, to, k + LENGTH);
            add(flow, c, to, k + 2 * LENGTH);
            add(flow, d, to, k + 3 * LENGTH);
        }
    }

    private void add(int line, double[] order, double[][] out, int k) {
        DoubleVector orders = DoubleVector.fromArray(SPECIES, order, k);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            add(DoubleVector.broadcast(SPECIES, byBuyer.value()[e]), orders, out[byBuyer.index()[e]], k);
        }
    }

    private static void add(DoubleVector flow, DoubleVector orders, double[] to, int k) {
        flow.fma(orders, DoubleVector.fromArray(SPECIES, to, k)).intoArray(to, k);
    }
}
