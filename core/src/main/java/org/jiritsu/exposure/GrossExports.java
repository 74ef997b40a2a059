package org.jiritsu.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jiritsu.world.World;

/**
 * The gross exports of one economy by the value in them, one row a partner and sector that exports, partners first:
 * {@code docs/methods/exports.md}.
 */
public final class GrossExports {
    private final Exporter s;
    private final World world;

    private GrossExports(Exporter s) {
        this.s = s;
        this.world = s.world;
    }

    public static GrossExports of(Leontief leontief, int exporter) {
        return new GrossExports(new Exporter(leontief, exporter));
    }

    @FunctionalInterface
    private interface Row<R> {
        R of(int sector);
    }

    private <R> List<R> rows(Function<Integer, Row<R>> ofPartner) {
        List<R> rows = new ArrayList<>();
        s.partners().forEach(r -> {
            Row<R> row = ofPartner.apply(r);
            IntStream.range(0, s.sectors).forEach(k -> rows.add(row.of(k)));
        });
        return rows;
    }

    /** Borin &amp; Mancini's source-based accounting: value is new where it first leaves its origin. */
    public List<ExportedValue> bySource() {
        double[] home = s.leontief.solve(demand(s.home), 1);
        double[] foreign = s.foreignShare();
        double[] once = s.shareWithoutExports(foreign);
        double[] domestic = s.origin[s.home];
        return rows(r -> {
            double[] sold = s.exports(r, true);
            double[] returned = s.sent(r, sum(s.sold(r, s.home), s.onward(r, home)));
            double[] direct = sum(s.exports(r, false), s.sent(r, s.sold(r, r)));
            return k -> new ExportedValue(
                    r,
                    k,
                    sold[k],
                    s.localShare[k] * sold[k],
                    s.localShare[k] * (sold[k] - returned[k]),
                    s.localShare[k] * direct[k],
                    (domestic[k] - s.localShare[k]) * sold[k],
                    once[k] * sold[k],
                    (foreign[k] - once[k]) * sold[k]);
        });
    }

    /** Their sink-based accounting: value is new where it last leaves the exporter. */
    public List<ExportedValue> bySink() {
        double[] home = s.withoutExports(demand(s.home));
        double[] again = s.withoutExports(ownExports());
        double[] foreign = s.foreignShare();
        double[] domestic = s.origin[s.home];
        return rows(r -> {
            double[] sold = s.exports(r, true);
            double[] twice = s.sent(r, s.onward(r, again));
            double[] returned = s.sent(r, sum(s.sold(r, s.home), s.onward(r, home)));
            double[] direct = sum(s.exports(r, false), s.sent(r, s.sold(r, r)));
            return k -> new ExportedValue(
                    r,
                    k,
                    sold[k],
                    domestic[k] * (sold[k] - twice[k]),
                    domestic[k] * (sold[k] - twice[k] - returned[k]),
                    domestic[k] * direct[k],
                    domestic[k] * twice[k],
                    foreign[k] * (sold[k] - twice[k]),
                    foreign[k] * twice[k]);
        });
    }

    /** Final demand of an economy, by the industry that sells. */
    private double[] demand(int economy) {
        double[] demand = new double[world.size()];
        Arrays.setAll(demand, i -> world.y(i, economy));
        return demand;
    }

    /** What the exporter sells abroad, in a vector of all industries. */
    private double[] ownExports() {
        double[] own = new double[world.size()];
        s.partners().forEach(r -> {
            double[] sold = s.exports(r, true);
            for (int k = 0; k < s.sectors; k++) {
                own[world.industry(s.home, k)] += sold[k];
            }
        });
        return own;
    }

    /** The sixteen terms of Wang, Wei &amp; Zhu. */
    public List<ExportTerms> terms() {
        Stages stages = Stages.of(s);
        double[] domestic = s.origin[s.home];
        double[] foreign = s.foreignShare();
        double[] exports = Indicators.exports(world);
        return rows(r -> {
            double[] sold = s.exports(r, true);
            double[] fin = s.exports(r, false);
            double[] used = s.sent(r, s.sold(r, r));
            double[] passed = s.sent(r, s.block(r, i -> exports[i]));
            Map<ExportTerm, double[]> inputs = new EnumMap<>(ExportTerm.class);
            stages.forEach(r, (term, output) -> inputs.put(term, s.bought(r, output)));
            return k -> {
                Map<ExportTerm, Double> terms = new EnumMap<>(ExportTerm.class);
                inputs.forEach((term, bought) -> terms.put(term, s.localShare[k] * bought[k]));
                terms.put(ExportTerm.DVA_FIN, domestic[k] * fin[k]);
                terms.put(ExportTerm.DDC_INT, (domestic[k] - s.localShare[k]) * (sold[k] - fin[k]));
                double buyer = s.origin[r][k];
                double others = foreign[k] - buyer;
                terms.put(ExportTerm.MVA_FIN, buyer * fin[k]);
                terms.put(ExportTerm.MVA_INT, buyer * used[k]);
                terms.put(ExportTerm.MDC, buyer * passed[k]);
                terms.put(ExportTerm.OVA_FIN, others * fin[k]);
                terms.put(ExportTerm.OVA_INT, others * used[k]);
                terms.put(ExportTerm.ODC, others * passed[k]);
                return new ExportTerms(r, k, sold[k], terms);
            };
        });
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, k -> a[k] + b[k]);
        return sum;
    }
}
