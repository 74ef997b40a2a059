package org.jiritsu.disruption.internal;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One lane with vector instructions: the table in blocks of eight buyers, those without a flow left out, in the order in
 * which they are read.
 *
 * @param start blocks of seller i are start[i] .. start[i + 1]
 * @param first the first buyer of a block
 * @param flow the flows of all blocks, one block after the other; zero beyond the last buyer
 */
record VectorFlows(SupplyTable table, int[] start, char[] first, double[] flow) implements InputSums {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    private static final int BLOCK = EightSums.COUNT;

    static VectorFlows of(SupplyTable table) {
        int[] start = new int[table.n + 1];
        char[] first = new char[table.n * Math.ceilDiv(table.n, BLOCK)];
        int count = 0;
        for (int i = 0; i < table.n; i++) {
            for (int j = 0; j < table.n; j += BLOCK) {
                if (sells(table.flow[i], j)) {
                    first[count++] = (char) j;
                }
            }
            start[i + 1] = count;
        }
        double[] flow = new double[count * BLOCK];
        for (int i = 0; i < table.n; i++) {
            for (int b = start[i]; b < start[i + 1]; b++) {
                System.arraycopy(table.flow[i], first[b], flow, b * BLOCK, Math.min(BLOCK, table.n - first[b]));
            }
        }
        return new VectorFlows(table, start, Arrays.copyOf(first, count), flow);
    }

    private static boolean sells(double[] row, int from) {
        for (int j = from; j < Math.min(from + BLOCK, row.length); j++) {
            if (row[j] > 0) {
                return true;
            }
        }
        return false;
    }

    /** The block at the end of a row may be short: the end of those that are not. */
    private int wholeEnd(int i) {
        int end = start[i + 1];
        return end > start[i] && first[end - 1] + BLOCK > table.n ? end - 1 : end;
    }

    private DoubleVector flows(int b, int within) {
        return DoubleVector.fromArray(SPECIES, flow, b * BLOCK + within);
    }

    @Override
    public void toBuyers(int p, double[] weight, double[] out) {
        Arrays.fill(out, 0);
        for (int i = p; i < table.n; i += table.goods) {
            add(i, weight[i], out);
        }
    }

    @Override
    public void toBuyers(int p, double[] weightA, double[] outA, double[] weightB, double[] outB) {
        Arrays.fill(outA, 0);
        Arrays.fill(outB, 0);
        for (int i = p; i < table.n; i += table.goods) {
            add(i, weightA[i], outA, weightB[i], outB);
        }
    }

    private void add(int i, double weight, double[] out) {
        DoubleVector by = DoubleVector.broadcast(SPECIES, weight);
        int end = wholeEnd(i);
        for (int b = start[i]; b < end; b++) {
            for (int within = 0; within < BLOCK; within += LENGTH) {
                addTo(out, first[b] + within, flows(b, within), by);
            }
        }
        addRest(i, end, weight, out);
    }

    private void add(int i, double weightA, double[] outA, double weightB, double[] outB) {
        DoubleVector byA = DoubleVector.broadcast(SPECIES, weightA);
        DoubleVector byB = DoubleVector.broadcast(SPECIES, weightB);
        int end = wholeEnd(i);
        for (int b = start[i]; b < end; b++) {
            for (int within = 0; within < BLOCK; within += LENGTH) {
                DoubleVector flows = flows(b, within);
                addTo(outA, first[b] + within, flows, byA);
                addTo(outB, first[b] + within, flows, byB);
            }
        }
        addRest(i, end, weightA, outA);
        addRest(i, end, weightB, outB);
    }

    private static void addTo(double[] out, int j, DoubleVector flows, DoubleVector by) {
        flows.fma(by, DoubleVector.fromArray(SPECIES, out, j)).intoArray(out, j);
    }

    private void addRest(int i, int b, double weight, double[] out) {
        for (int j = b < start[i + 1] ? first[b] : table.n; j < table.n; j++) {
            out[j] = Math.fma(flow[b * BLOCK + j - first[b]], weight, out[j]);
        }
    }

    @Override
    public void toSellers(int p, double[] order, double[] out) {
        double[] sums = new double[EightSums.COUNT];
        for (int i = p; i < table.n; i += table.goods) {
            out[i] = product(i, order, sums);
        }
    }

    private double product(int i, double[] order, double[] sums) {
        int end = wholeEnd(i);
        for (int within = 0; within < BLOCK; within += LENGTH) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int b = start[i]; b < end; b++) {
                sum = flows(b, within).fma(DoubleVector.fromArray(SPECIES, order, first[b] + within), sum);
            }
            sum.intoArray(sums, within);
        }
        for (int j = end < start[i + 1] ? first[end] : table.n; j < table.n; j++) {
            sums[j - first[end]] = Math.fma(flow[end * BLOCK + j - first[end]], order[j], sums[j - first[end]]);
        }
        return EightSums.total(sums);
    }
}
