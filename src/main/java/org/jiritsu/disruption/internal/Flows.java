package org.jiritsu.disruption.internal;

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

    /** Two such sums, where one reading of the table may serve both. */
    void toBuyers(int p, int from, int to, double[][] weightA, double[][] outA, double[][] weightB, double[][] outB);

    /** {@code out[i] = sum of flow[i][j] * order[j]} over all buyers j, for the sellers i of good p. */
    void toSellers(int p, double[][] order, double[][] out);
}
