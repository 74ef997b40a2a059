package org.jiritsu.disruption.internal;

/**
 * Products of the table with vectors laid out by {@link Lanes}, one good at a time. Each sum runs in a fixed order, so the
 * result does not depend on who computes which good.
 */
interface InputSums {
    /** {@code out[j] = sum of flow[i][j] * weight[i]} over the sellers i of good p, for all buyers j. */
    void toBuyers(int p, double[] weight, double[] out);

    /** The same of two sums, where one reading of the table may serve both. */
    void toBuyers(int p, double[] weightA, double[] outA, double[] weightB, double[] outB);

    /** {@code out[i] = sum of flow[i][j] * order[j]} over all buyers j, for the sellers i of good p. */
    void toSellers(int p, double[] order, double[] out);
}
