package org.jiritsu.exposure;

import java.util.Map;

/**
 * The gross exports of one economy to one partner and of one sector, in million USD, in sixteen terms.
 *
 * @param partner who buys first
 * @param sector the sector that exports
 */
public record ExportTerms(int partner, int sector, double exports, Map<ExportTerm, Double> terms) {
    public ExportTerms {
        terms = Map.copyOf(terms);
    }

    public double of(ExportTerm term) {
        return terms.getOrDefault(term, 0.0);
    }

    /** What the terms do not tell: the rows of a published table that do not add up to output. */
    public double gap() {
        double left = exports;
        for (ExportTerm term : ExportTerm.values()) {
            left -= of(term);
        }
        return left;
    }
}
