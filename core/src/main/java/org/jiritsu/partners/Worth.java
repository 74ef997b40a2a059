package org.jiritsu.partners;

/**
 * What one player adds to a coalition's value, in the unit of that value. Any of them may be negative.
 *
 * @param player the player's name
 * @param shapley mean of the player's marginal worth over all orders in which the players may join (Shapley 1953)
 * @param standardError of {@code shapley} when orders were sampled, 0 when it is exact
 * @param firstIn worth of joining nobody: v({i}) - v({})
 * @param lastIn worth of joining all others: v(N) - v(N without i)
 * @param leaveOneOut worth where the players of today stand by: v(T with i) - v(T without i); the same as
 *     {@code lastIn} when all stand by today
 */
public record Worth(
        String player, double shapley, double standardError, double firstIn, double lastIn, double leaveOneOut) {}
