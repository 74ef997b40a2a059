package org.jiritsu.hedge.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * How easily chance explains one limit of a box: the probability of at least as many cases of interest among those inside
 * if the limit had no effect, one-sided binomial (Bryant &amp; Lempert 2010, section 3.4).
 *
 * @param upper of a number: whether it is the upper limit
 */
public record QuasiP(int factor, boolean upper, double value) {
    /** Of each limit of the box; a condition in words has one. */
    public static List<QuasiP> of(Box box, Cases cases) {
        Box.Score score = box.on(cases);
        List<QuasiP> all = new ArrayList<>();
        for (Limit limit : box.asked()) {
            if (!limit.words().isEmpty()) {
                all.add(new QuasiP(limit.factor(), false, value(score, box.without(limit.factor()), cases)));
                continue;
            }
            if (limit.hasLow()) {
                all.add(new QuasiP(
                        limit.factor(), false, value(score, box.with(limit.above(Double.NEGATIVE_INFINITY)), cases)));
            }
            if (limit.hasHigh()) {
                all.add(new QuasiP(
                        limit.factor(), true, value(score, box.with(limit.below(Double.POSITIVE_INFINITY)), cases)));
            }
        }
        return all;
    }

    private static double value(Box.Score inside, Box wider, Cases cases) {
        return atLeast(inside.hits(), inside.in(), wider.on(cases).density());
    }

    /** P(X >= hits) for X binomial(n, p). */
    static double atLeast(int hits, int n, double p) {
        if (hits <= 0 || p >= 1) {
            return 1;
        }
        if (p <= 0) {
            return 0;
        }
        double sum = 0;
        double logTerm = logChoose(n, hits) + hits * Math.log(p) + (n - hits) * Math.log1p(-p);
        double odds = Math.log(p) - Math.log1p(-p);
        for (int k = hits; k <= n; k++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((double) (n - k) / (k + 1)) + odds;
        }
        return Math.min(1, sum);
    }

    private static double logChoose(int n, int k) {
        double log = 0;
        for (int i = 1; i <= k; i++) {
            log += Math.log((double) (n - k + i) / i);
        }
        return log;
    }
}
