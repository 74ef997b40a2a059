package org.jiritsu.disruption.internal;

import java.util.Arrays;

/**
 * Products of the table with vectors, one good at a time. Each sum runs in a fixed order, so the result does not depend on
 * who computes which good.
 */
interface Flows {
    /** {@code out[j] = sum of flow[i][j] * weight[i]} over the sellers i of good p, for every buyer j. */
    void toBuyers(int p, double[][] weight, double[][] out);

    /** {@code out[i] = sum of flow[i][j] * order[j]} over all buyers j, for the sellers i of good p. */
    void toSellers(int p, double[][] order, double[][] out);

    static Flows of(Table table, Lanes lanes) {
        return lanes.count() == 1 ? new OneLane(table) : new ManyLanes(table, table.byBuyer(), table.bySeller());
    }

    /** Runs along the spans of a row: buyers are the index of every loop. */
    record OneLane(Table table) implements Flows {
        @Override
        public void toBuyers(int p, double[][] weight, double[][] out) {
            Arrays.fill(out[0], 0);
            for (int i = p; i < table.n; i += table.goods) {
                for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
                    addSpan(table.flow[i], weight[0][i], out[0], table.spanFrom[s], table.spanTo[s]);
                }
            }
        }

        @Override
        public void toSellers(int p, double[][] order, double[][] out) {
            for (int i = p; i < table.n; i += table.goods) {
                double sum = 0;
                for (int s = table.spanStart[i]; s < table.spanStart[i + 1]; s++) {
                    sum += product(table.flow[i], order[0], table.spanFrom[s], table.spanTo[s]);
                }
                out[0][i] = sum;
            }
        }

        private static void addSpan(double[] row, double weight, double[] out, int from, int to) {
            for (int j = from; j < to; j++) {
                out[j] += row[j] * weight;
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

    /** Runs along the flows that are not zero: lanes are the index of every loop. */
    record ManyLanes(Table table, Lines byBuyer, Lines bySeller) implements Flows {
        @Override
        public void toBuyers(int p, double[][] weight, double[][] out) {
            for (int j = 0; j < table.n; j++) {
                Arrays.fill(out[j], 0);
                byBuyer.add(p * table.n + j, weight, out[j]);
            }
        }

        @Override
        public void toSellers(int p, double[][] order, double[][] out) {
            for (int i = p; i < table.n; i += table.goods) {
                Arrays.fill(out[i], 0);
                bySeller.add(i, order, out[i]);
            }
        }
    }
}
