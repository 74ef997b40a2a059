package org.jiritsu.disruption.internal;

import java.util.Arrays;

/**
 * The two passes over the table, for one good at a time and for all lanes (scenarios) at once. Vectors hold lanes
 * side by side: element j · lanes + k is industry j of lane k.
 *
 * <p>Each sum runs in the order of the table, so the result does not depend on who computes which good.
 */
final class Passes {
    private final Table table;
    private final int lanes;

    Passes(Table table, int lanes) {
        this.table = table;
        this.lanes = lanes;
    }

    /** {@code out[j] = sum of flow[i][j] * weight[i]} over the sellers i of good p, for every buyer j. */
    void columnSums(int p, double[] weight, double[] out) {
        Arrays.fill(out, 0);
        if (lanes == 1) {
            for (int i = p * table.economies; i < (p + 1) * table.economies; i++) {
                addRow(i, weight[i], out);
            }
        } else {
            for (int j = 0; j < table.n; j++) {
                addPair(p * table.n + j, weight, out, j * lanes);
            }
        }
    }

    /** Two column sums in one reading of the table. */
    void columnSums(int p, double[] weightA, double[] outA, double[] weightB, double[] outB) {
        Arrays.fill(outA, 0);
        Arrays.fill(outB, 0);
        if (lanes == 1) {
            for (int i = p * table.economies; i < (p + 1) * table.economies; i++) {
                addRow(i, weightA[i], outA, weightB[i], outB);
            }
        } else {
            for (int j = 0; j < table.n; j++) {
                addPair(p * table.n + j, weightA, outA, weightB, outB, j * lanes);
            }
        }
    }

    /** {@code out[i] = sum of flow[i][j] * order[j]} over all buyers j, for the sellers i of good p. */
    void rowSums(int p, double[] order, double[] out) {
        for (int i = p * table.economies; i < (p + 1) * table.economies; i++) {
            if (lanes == 1) {
                out[i] = rowSum(i, order);
            } else {
                rowSum(i, order, out);
            }
        }
    }

    private void addRow(int i, double weight, double[] out) {
        char[] buyer = table.buyer;
        double[] flow = table.flow;
        for (int e = table.rowStart[i], end = table.rowStart[i + 1]; e < end; e++) {
            out[buyer[e]] += flow[e] * weight;
        }
    }

    private void addRow(int i, double weightA, double[] outA, double weightB, double[] outB) {
        char[] buyer = table.buyer;
        double[] flow = table.flow;
        for (int e = table.rowStart[i], end = table.rowStart[i + 1]; e < end; e++) {
            int j = buyer[e];
            double value = flow[e];
            outA[j] += value * weightA;
            outB[j] += value * weightB;
        }
    }

    private double rowSum(int i, double[] order) {
        char[] buyer = table.buyer;
        double[] flow = table.flow;
        int e = table.rowStart[i];
        int end = table.rowStart[i + 1];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (; e + 3 < end; e += 4) {
            a += flow[e] * order[buyer[e]];
            b += flow[e + 1] * order[buyer[e + 1]];
            c += flow[e + 2] * order[buyer[e + 2]];
            d += flow[e + 3] * order[buyer[e + 3]];
        }
        for (; e < end; e++) {
            a += flow[e] * order[buyer[e]];
        }
        return (a + b) + (c + d);
    }

    private void addPair(int pair, double[] weight, double[] out, int at) {
        int e = table.pairStart[pair];
        int end = table.pairStart[pair + 1];
        for (; e + 3 < end; e += 4) {
            addFour(e, table.seller, weight, out, at);
        }
        for (; e < end; e++) {
            addOne(table.pairFlow[e], weight, table.seller[e] * lanes, out, at);
        }
    }

    private void addPair(int pair, double[] weightA, double[] outA, double[] weightB, double[] outB, int at) {
        addPair(pair, weightA, outA, at);
        addPair(pair, weightB, outB, at);
    }

    private void rowSum(int i, double[] order, double[] out) {
        int at = i * lanes;
        Arrays.fill(out, at, at + lanes, 0);
        int e = table.rowStart[i];
        int end = table.rowStart[i + 1];
        for (; e + 3 < end; e += 4) {
            addFourOfRow(e, order, out, at);
        }
        for (; e < end; e++) {
            addOne(table.flow[e], order, table.buyer[e] * lanes, out, at);
        }
    }

    private void addFour(int e, char[] index, double[] from, double[] out, int at) {
        double[] flow = table.pairFlow;
        add(flow[e], index[e] * lanes, flow[e + 1], index[e + 1] * lanes, flow[e + 2], index[e + 2] * lanes,
                flow[e + 3], index[e + 3] * lanes, from, out, at);
    }

    private void addFourOfRow(int e, double[] from, double[] out, int at) {
        double[] flow = table.flow;
        char[] index = table.buyer;
        add(flow[e], index[e] * lanes, flow[e + 1], index[e + 1] * lanes, flow[e + 2], index[e + 2] * lanes,
                flow[e + 3], index[e + 3] * lanes, from, out, at);
    }

    private void add(double z0, int i0, double z1, int i1, double z2, int i2, double z3, int i3, double[] from,
            double[] out, int at) {
        for (int k = 0; k < lanes; k++) {
            out[at + k] += (z0 * from[i0 + k] + z1 * from[i1 + k]) + (z2 * from[i2 + k] + z3 * from[i3 + k]);
        }
    }

    private void addOne(double z, double[] from, int start, double[] out, int at) {
        for (int k = 0; k < lanes; k++) {
            out[at + k] += z * from[start + k];
        }
    }
}
