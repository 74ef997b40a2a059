package org.jiritsu.disruption.internal;

import java.util.Arrays;

/** One lane in plain Java: full rows go span by span, where buyers are the index of every loop; the others flow by flow. */
record PlainFlows(SupplyTable table, boolean[] full, Lines bySeller) implements InputSums {
    /** Measured: below this share of flows in its spans a row is faster flow by flow. */
    private static final double FULL = 0.8;

    static PlainFlows of(SupplyTable table) {
        boolean[] full = new boolean[table.n];
        boolean all = true;
        for (int i = 0; i < table.n; i++) {
            full[i] = table.fullness(i) >= FULL;
            all &= full[i];
        }
        return new PlainFlows(table, full, all ? Lines.none() : table.bySeller());
    }

    @Override
    public void toBuyers(int p, double[] weight, double[] out) {
        Arrays.fill(out, 0);
        for (int i = p; i < table.n; i += table.goods) {
            if (full[i]) {
                for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
                    addSpan(table.flow[i], weight[i], out, table.spanFrom[s], table.spanTo[s]);
                }
            } else {
                bySeller.scatter(i, weight[i], out);
            }
        }
    }

    @Override
    public void toBuyers(int p, double[] weightA, double[] outA, double[] weightB, double[] outB) {
        Arrays.fill(outA, 0);
        Arrays.fill(outB, 0);
        for (int i = p; i < table.n; i += table.goods) {
            if (full[i]) {
                for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
                    addSpan(table.flow[i], weightA[i], outA, weightB[i], outB, table.spanFrom[s], table.spanTo[s]);
                }
            } else {
                bySeller.scatter(i, weightA[i], outA, weightB[i], outB);
            }
        }
    }

    @Override
    public void toSellers(int p, double[] order, double[] out) {
        double[] sums = new double[EightSums.COUNT];
        for (int i = p; i < table.n; i += table.goods) {
            Arrays.fill(sums, 0);
            if (full[i]) {
                for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
                    addProducts(table.flow[i], order, table.spanFrom[s], table.spanTo[s], sums);
                }
            } else {
                bySeller.addProducts(i, order, sums);
            }
            out[i] = EightSums.total(sums);
        }
    }

    private static void addSpan(double[] row, double weight, double[] out, int from, int to) {
        for (int j = from; j < to; j++) {
            out[j] = Math.fma(row[j], weight, out[j]);
        }
    }

    private static void addSpan(
            double[] row, double weightA, double[] outA, double weightB, double[] outB, int from, int to) {
        for (int j = from; j < to; j++) {
            outA[j] = Math.fma(row[j], weightA, outA[j]);
            outB[j] = Math.fma(row[j], weightB, outB[j]);
        }
    }

    private static void addProducts(double[] row, double[] order, int from, int to, double[] sums) {
        int whole = Math.min(to, Math.ceilDiv(from, EightSums.COUNT) * EightSums.COUNT);
        addOneByOne(row, order, from, whole, sums);
        int end = Math.max(whole, to / EightSums.COUNT * EightSums.COUNT);
        addByEights(row, order, whole, end, sums);
        addOneByOne(row, order, end, to, sums);
    }

    private static void addOneByOne(double[] row, double[] order, int from, int to, double[] sums) {
        for (int j = from; j < to; j++) {
            sums[j % EightSums.COUNT] = Math.fma(row[j], order[j], sums[j % EightSums.COUNT]);
        }
    }

    private static void addByEights(double[] row, double[] order, int from, int to, double[] sums) {
        double s0 = sums[0];
        double s1 = sums[1];
        double s2 = sums[2];
        double s3 = sums[3];
        double s4 = sums[4];
        double s5 = sums[5];
        double s6 = sums[6];
        double s7 = sums[7];
        for (int j = from; j < to; j += EightSums.COUNT) {
            s0 = Math.fma(row[j], order[j], s0);
            s1 = Math.fma(row[j + 1], order[j + 1], s1);
            s2 = Math.fma(row[j + 2], order[j + 2], s2);
            s3 = Math.fma(row[j + 3], order[j + 3], s3);
            s4 = Math.fma(row[j + 4], order[j + 4], s4);
            s5 = Math.fma(row[j + 5], order[j + 5], s5);
            s6 = Math.fma(row[j + 6], order[j + 6], s6);
            s7 = Math.fma(row[j + 7], order[j + 7], s7);
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
        sums[4] = s4;
        sums[5] = s5;
        sums[6] = s6;
        sums[7] = s7;
    }
}
