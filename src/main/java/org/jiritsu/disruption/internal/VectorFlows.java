package org.jiritsu.disruption.internal;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One lane with vector instructions: the table in blocks of as many buyers as fit into one, those without a flow left out,
 * in the order in which they are read.
 *
 * @param start blocks of seller i are start[i] .. start[i + 1]
 * @param first the first buyer of a block
 * @param flow the flows of all blocks, one block after the other
 */
record VectorFlows(Table table, int[] start, char[] first, double[] flow) implements Flows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    static VectorFlows of(Table table) {
        int[] start = new int[table.n + 1];
        char[] first = new char[table.n * Math.ceilDiv(table.n, LENGTH)];
        int count = 0;
        for (int i = 0; i < table.n; i++) {
            for (int j = 0; j < table.n; j += LENGTH) {
                if (sells(table.flow[i], j)) {
                    first[count++] = (char) j;
                }
            }
            start[i + 1] = count;
        }
        double[] flow = new double[count * LENGTH];
        for (int i = 0; i < table.n; i++) {
            for (int b = start[i]; b < start[i + 1]; b++) {
                System.arraycopy(table.flow[i], first[b], flow, b * LENGTH, Math.min(LENGTH, table.n - first[b]));
            }
        }
        return new VectorFlows(table, start, Arrays.copyOf(first, count), flow);
    }

    private static boolean sells(double[] row, int from) {
        for (int j = from; j < Math.min(from + LENGTH, row.length); j++) {
            if (row[j] > 0) {
                return true;
            }
        }
        return false;
    }

    private DoubleVector block(int b) {
        return DoubleVector.fromArray(SPECIES, flow, b * LENGTH);
    }

    /** The block at the end of a row may be short. */
    private VectorMask<Double> rest() {
        return SPECIES.indexInRange(table.n / LENGTH * LENGTH, table.n);
    }

    private int wholeEnd(int i) {
        int end = start[i + 1];
        return end > start[i] && first[end - 1] + LENGTH > table.n ? end - 1 : end;
    }

    @Override
    public void toBuyers(int p, int from, int to, double[][] weight, double[][] out) {
        Arrays.fill(out[0], 0);
        for (int i = p; i < table.n; i += table.goods) {
            add(i, weight[0][i], out[0]);
        }
    }

    @Override
    public void toBuyers(int p, int from, int to, double[][] weightA, double[][] outA, double[][] weightB,
            double[][] outB) {
        Arrays.fill(outA[0], 0);
        Arrays.fill(outB[0], 0);
        for (int i = p; i < table.n; i += table.goods) {
            add(i, weightA[0][i], outA[0], weightB[0][i], outB[0]);
        }
    }

    private void add(int i, double weight, double[] out) {
        DoubleVector by = DoubleVector.broadcast(SPECIES, weight);
        int end = wholeEnd(i);
        for (int b = start[i]; b < end; b++) {
            int j = first[b];
            block(b).fma(by, DoubleVector.fromArray(SPECIES, out, j)).intoArray(out, j);
        }
        if (end < start[i + 1]) {
            int j = first[end];
            VectorMask<Double> rest = rest();
            block(end).fma(by, DoubleVector.fromArray(SPECIES, out, j, rest))
                    .intoArray(out, j, rest);
        }
    }

    private void add(int i, double weightA, double[] outA, double weightB, double[] outB) {
        DoubleVector byA = DoubleVector.broadcast(SPECIES, weightA);
        DoubleVector byB = DoubleVector.broadcast(SPECIES, weightB);
        int end = wholeEnd(i);
        for (int b = start[i]; b < end; b++) {
            int j = first[b];
            DoubleVector flows = block(b);
            flows.fma(byA, DoubleVector.fromArray(SPECIES, outA, j)).intoArray(outA, j);
            flows.fma(byB, DoubleVector.fromArray(SPECIES, outB, j)).intoArray(outB, j);
        }
        if (end < start[i + 1]) {
            int j = first[end];
            VectorMask<Double> rest = rest();
            DoubleVector flows = block(end);
            flows.fma(byA, DoubleVector.fromArray(SPECIES, outA, j, rest)).intoArray(outA, j, rest);
            flows.fma(byB, DoubleVector.fromArray(SPECIES, outB, j, rest)).intoArray(outB, j, rest);
        }
    }

    @Override
    public void toSellers(int p, double[][] order, double[][] out) {
        for (int i = p; i < table.n; i += table.goods) {
            out[0][i] = product(i, order[0]);
        }
    }

    /** Two sums at once: one alone waits for each addition before it begins the next. */
    private double product(int i, double[] order) {
        DoubleVector even = DoubleVector.zero(SPECIES);
        DoubleVector odd = even;
        int end = wholeEnd(i);
        int b = start[i];
        for (; b + 1 < end; b += 2) {
            even = times(b, order, even);
            odd = times(b + 1, order, odd);
        }
        if (b < end) {
            even = times(b, order, even);
        }
        if (end < start[i + 1]) {
            VectorMask<Double> rest = rest();
            odd = block(end).fma(DoubleVector.fromArray(SPECIES, order, first[end], rest), odd);
        }
        return even.add(odd).reduceLanes(VectorOperators.ADD);
    }

    private DoubleVector times(int b, double[] order, DoubleVector sum) {
        return block(b).fma(DoubleVector.fromArray(SPECIES, order, first[b]), sum);
    }
}
