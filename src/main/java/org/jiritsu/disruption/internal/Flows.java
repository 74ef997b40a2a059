package org.jiritsu.disruption.internal;

/**
 * Products of the table with vectors, one good at a time. Each sum runs in a fixed order, so the result does not depend on
 * who computes which good.
 */
interface Flows {
    /** Sums for the buyers in rows {@code from .. to} of the layout, put into the first rows of {@code out}. */
    interface Sums {
        void rows(int from, int to, double[][] out);
    }

    /** The same of two sums, where one reading of the table may serve both. */
    interface TwoSums {
        void rows(int from, int to, double[][] outA, double[][] outB);
    }

    /** {@code out[j] = sum of flow[i][j] * weight[i]} over the sellers i of good p, for buyers j. */
    Sums toBuyers(int p, double[][] weight);

    TwoSums toBuyers(int p, double[][] weightA, double[][] weightB);

    /** {@code out[i] = sum of flow[i][j] * order[j]} over all buyers j, for the sellers i of good p. */
    void toSellers(int p, double[][] order, double[][] out);
}
