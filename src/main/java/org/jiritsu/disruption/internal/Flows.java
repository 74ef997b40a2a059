package org.jiritsu.disruption.internal;

import java.util.Arrays;

/**
 * Products of the table with vectors, one good at a time. Each sum runs in a fixed order, so the result does not depend on
 * who computes which good.
 */
interface Flows {
    /**
     * {@code out[j] = sum of flow[i][j] * weight[i]} over the sellers i of good p, for the buyers j in rows
     * {@code from .. to} of the layout, put into the first rows of {@code out}.
     */
    void toBuyers(int p, int from, int to, double[][] weight, double[][] out);

    /** Two such sums in one reading of the table. */
    void toBuyers(int p, int from, int to, double[][] weightA, double[][] outA, double[][] weightB, double[][] outB);

    /** {@code out[i] = sum of flow[i][j] * order[j]} over all buyers j, for the sellers i of good p. */
    void toSellers(int p, double[][] order, double[][] out);

    static Flows of(Table table, Lanes lanes) {
        return lanes.count() == 1 ? OneLane.of(table) : new ManyLanes(table, table.byBuyer(), table.bySeller());
    }

    /** Full rows go span by span, where buyers are the index of every loop; the others flow by flow. */
    record OneLane(Table table, boolean[] full, Lines bySeller) implements Flows {
        /** Measured: below this share of flows in its spans a row is faster flow by flow. */
        private static final double FULL = 0.6;

        static OneLane of(Table table) {
            boolean[] full = new boolean[table.n];
            boolean all = true;
            for (int i = 0; i < table.n; i++) {
                full[i] = table.fullness(i) >= FULL;
                all &= full[i];
            }
            return new OneLane(table, full, all ? Lines.none() : table.bySeller());
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

    /** Runs along the flows that are not zero: lanes are the index of every loop. */
    record ManyLanes(Table table, Lines byBuyer, Lines bySeller) implements Flows {
        @Override
        public void toBuyers(int p, int from, int to, double[][] weight, double[][] out) {
            for (int j = from; j < to; j++) {
                Arrays.fill(out[j - from], 0);
                byBuyer.add(p * table.n + j, weight, out[j - from]);
            }
        }

        @Override
        public void toBuyers(int p, int from, int to, double[][] weightA, double[][] outA, double[][] weightB,
                double[][] outB) {
            toBuyers(p, from, to, weightA, outA);
            toBuyers(p, from, to, weightB, outB);
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
