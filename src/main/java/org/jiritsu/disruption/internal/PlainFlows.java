package org.jiritsu.disruption.internal;

import java.util.Arrays;

/** One lane in plain Java: full rows go span by span, where buyers are the index of every loop; the others flow by flow. */
record PlainFlows(Table table, boolean[] full, Lines bySeller) implements Flows {
    /** Measured: below this share of flows in its spans a row is faster flow by flow. */
    private static final double FULL = 0.8;

    static PlainFlows of(Table table) {
        boolean[] full = new boolean[table.n];
        boolean all = true;
        for (int i = 0; i < table.n; i++) {
            full[i] = table.fullness(i) >= FULL;
            all &= full[i];
        }
        return new PlainFlows(table, full, all ? Lines.none() : table.bySeller());
    }

    @Override
    public void toBuyers(int p, int from, int to, double[][] weight, double[][] out) {
        Arrays.fill(out[0], 0);
        for (int i = p; i < table.n; i += table.goods) {
            if (full[i]) {
                for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
                    addSpan(table.flow[i], weight[0][i], out[0], table.spanFrom[s], table.spanTo[s]);
                }
            } else {
                bySeller.scatter(i, weight[0][i], out[0]);
            }
        }
    }

    @Override
    public void toBuyers(int p, int from, int to, double[][] weightA, double[][] outA, double[][] weightB,
            double[][] outB) {
        Arrays.fill(outA[0], 0);
        Arrays.fill(outB[0], 0);
        for (int i = p; i < table.n; i += table.goods) {
            if (full[i]) {
                for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
                    addSpan(table.flow[i], weightA[0][i], outA[0], weightB[0][i], outB[0], table.spanFrom[s],
                            table.spanTo[s]);
                }
            } else {
                bySeller.scatter(i, weightA[0][i], outA[0], weightB[0][i], outB[0]);
            }
        }
    }

    @Override
    public void toSellers(int p, double[][] order, double[][] out) {
        for (int i = p; i < table.n; i += table.goods) {
            out[0][i] = full[i] ? product(i, order[0]) : bySeller.product(i, order[0]);
        }
    }

    private double product(int i, double[] order) {
        double sum = 0;
        for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
            sum += product(table.flow[i], order, table.spanFrom[s], table.spanTo[s]);
        }
        return sum;
    }

    private static void addSpan(double[] row, double weight, double[] out, int from, int to) {
        for (int j = from; j < to; j++) {
            out[j] += row[j] * weight;
        }
    }

    private static void addSpan(double[] row, double weightA, double[] outA, double weightB, double[] outB, int from,
            int to) {
        for (int j = from; j < to; j++) {
            outA[j] += row[j] * weightA;
            outB[j] += row[j] * weightB;
        }
    }

    private static double product(double[] row, double[] order, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = from;
        for (; j + 3 < to; j += 4) {
            a += row[j] * order[j];
            b += row[j + 1] * order[j + 1];
            c += row[j + 2] * order[j + 2];
            d += row[j + 3] * order[j + 3];
        }
        for (; j < to; j++) {
            a += row[j] * order[j];
        }
        return (a + b) + (c + d);
    }
}
