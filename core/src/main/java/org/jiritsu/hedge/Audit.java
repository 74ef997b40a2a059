package org.jiritsu.hedge;

/**
 * Whether larger portfolios ever lost more than smaller ones, on which the proof of an optimum hangs.
 *
 * @param pairs pairs of a portfolio and a part of it, drawn at random
 * @param comparisons pairs times futures
 * @param violations of them where the larger one lost more
 * @param largest by how much at most, there or in a search, in millions; bounds were lowered by so much future by future
 */
public record Audit(int pairs, long comparisons, long violations, double largest) {}
