package org.jiritsu.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.Bundled;
import org.jiritsu.exposure.SmallWorldsTest.Dense;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** What exports are made of, against the values that exvatools' tests state and against the papers' equations, dense. */
class GrossExportsTest {
    private static final int WORLDS = 300;

    /**
     * The uniformly random table of exvatools 0.9.0 ({@code iciotest}, here to four decimals) and what its tests expect of
     * it: exports, DVA, VAX, DDC, FVA and FDC by Borin & Mancini, FVA and FDC by Wang, Wei & Zhu.
     */
    @Test
    void agreesWithExvatools() {
        World world = TableFormat.ICIO.read(
                Path.of("src/test/resources/referee/exvatools-iciotest.csv"),
                ImportOptions.of("iciotest").year(2022).keepParts(true));
        Map<String, double[]> expected = Map.of(
                "ESP",
                        new double[] {
                            4666.96, 1880.60, 1624.18, 284.58, 2176.21, 325.58, 4034.25, 2786.36, 854.62, 1647.16
                        },
                "CHN",
                        new double[] {
                            8575.51, 3469.40, 3117.58, 940.27, 3273.60, 892.25, 7260.12, 5106.11, 1563.79, 2602.05
                        });
        expected.forEach((code, values) -> {
            try (Leontief leontief = Leontief.of(world, Kernel.java())) {
                GrossExports found = GrossExports.of(leontief, world.economy(code));
                for (List<ExportedValue> rows : List.of(found.bySource(), found.bySink())) {
                    near(values[0], rows, ExportedValue::exports);
                    near(values[1], rows, ExportedValue::domestic);
                    near(values[2], rows, ExportedValue::absorbedAbroad);
                    near(values[3], rows, ExportedValue::domesticTwice);
                    near(values[4], rows, ExportedValue::foreign);
                    near(values[5], rows, ExportedValue::foreignTwice);
                }
                near(values[6], found.bySource(), r -> r.backward() + r.forward());
                near(values[7], found.bySource(), ExportedValue::backward);
                List<ExportTerms> terms = found.terms();
                near(values[1], terms, t -> of(t, ExportTerm.DVA_FIN, ExportTerm.RDV_INT));
                near(values[2], terms, t -> of(t, ExportTerm.DVA_FIN, ExportTerm.DVA_INTREX3));
                near(values[3], terms, t -> of(t, ExportTerm.DDC_FIN, ExportTerm.DDC_INT));
                near(
                        values[8],
                        terms,
                        t -> of(t, ExportTerm.MVA_FIN, ExportTerm.MVA_INT)
                                + of(t, ExportTerm.OVA_FIN, ExportTerm.OVA_INT));
                near(values[9], terms, t -> t.of(ExportTerm.MDC) + t.of(ExportTerm.ODC));
            }
        });
    }

    private static double of(ExportTerms row, ExportTerm from, ExportTerm to) {
        return EnumSet.range(from, to).stream().mapToDouble(row::of).sum();
    }

    private static <R> void near(double expected, List<R> rows, ToDoubleFunction<R> value) {
        assertEquals(expected, rows.stream().mapToDouble(value).sum(), 0.01);
    }

    /** Every row of worlds of every odd kind, by the equations of docs/methods/exports.md as they stand. */
    @Test
    void everyRowIsWhatItsEquationSays() {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = SmallWorldsTest.world(new Random(seed));
            Dense dense = new Dense(world);
            int home = new Random(seed).nextInt(world.economyCount());
            Papers papers = new Papers(dense, home);
            String where = "seed " + seed;
            try (Leontief leontief = Leontief.of(world, Kernel.java())) {
                GrossExports found = GrossExports.of(leontief, home);
                found.bySource().forEach(row -> papers.checkSource(row, where));
                found.bySink().forEach(row -> papers.checkSink(row, where));
                found.terms().forEach(row -> papers.checkTerms(row, where));
                Indicator home1 = Indicators.of(leontief, PartnerExposure.of(leontief), Kernel.java())
                        .home(home);
                double absorbed = Double.isNaN(home1.vaxRatio()) ? 0 : home1.vaxRatio() * home1.exportsMusd();
                for (List<ExportedValue> rows : List.of(found.bySource(), found.bySink())) {
                    same(home1.exportsMusd(), total(rows, ExportedValue::exports), where);
                    same(home1.domesticVaInExportsMusd(), total(rows, r -> r.domestic() + r.domesticTwice()), where);
                    same(absorbed, total(rows, ExportedValue::absorbedAbroad), where);
                }
                same(
                        total(found.bySource(), ExportedValue::domestic),
                        total(found.bySink(), ExportedValue::domestic),
                        where);
                same(
                        total(found.bySource(), ExportedValue::foreign),
                        total(found.bySink(), ExportedValue::foreign),
                        where);
            }
        }
    }

    private static double total(List<ExportedValue> rows, ToDoubleFunction<ExportedValue> value) {
        return rows.stream().mapToDouble(value).sum();
    }

    private static void same(double expected, double found, String where) {
        assertEquals(expected, found, 1e-9 * Math.max(1, Math.abs(expected)), where);
    }

    /** A published table, whose rows miss their totals by up to 108 million USD: the terms miss exports by as little. */
    @Test
    void theTermsAddUpOnAPublishedTable() {
        World world = Bundled.world("wiod2011");
        try (Leontief leontief = Leontief.of(world, Kernel.best())) {
            GrossExports found = GrossExports.of(leontief, world.economy("JPN"));
            double exports = total(found.bySource(), ExportedValue::exports);
            assertEquals(exports, total(found.bySource(), r -> r.domestic() + r.backward()), 1e-6 * exports);
            double gap = found.terms().stream().mapToDouble(ExportTerms::gap).sum();
            assertTrue(Math.abs(gap) < 1e-3 * exports, "gap " + gap + " of " + exports);
        }
    }

    /** The equations with whole matrices: L, its like without s's exports, and local inverses. */
    private static final class Papers {
        private final Dense d;
        private final int s;
        private final double[][] without;
        private final double[][] locals;

        Papers(Dense d, int s) {
            this.d = d;
            this.s = s;
            without = Dense.inverse(kept((i, j) -> d.of(i) != s || d.of(j) == s));
            locals = Dense.inverse(kept((i, j) -> d.of(i) == d.of(j)));
        }

        private interface Cell {
            boolean at(int i, int j);
        }

        private double[][] kept(Cell cell) {
            double[][] kept = new double[d.n][d.n];
            for (int i = 0; i < d.n; i++) {
                for (int j = 0; j < d.n; j++) {
                    kept[i][j] = cell.at(i, j) ? d.a[i][j] : 0;
                }
            }
            return kept;
        }

        private double[] vector(java.util.function.IntToDoubleFunction of) {
            return IntStream.range(0, d.n).mapToDouble(of).toArray();
        }

        private double[] times(double[][] m, double[] x) {
            return vector(i ->
                    IntStream.range(0, d.n).mapToDouble(j -> m[i][j] * x[j]).sum());
        }

        private double[] of(int economy, double[] x) {
            return vector(i -> d.of(i) == economy ? x[i] : 0);
        }

        private double[] plus(double[] a, double[] b) {
            return vector(i -> a[i] + b[i]);
        }

        /** Final goods of r for u. */
        private double[] y(int r, int u) {
            return vector(i -> d.of(i) == r ? d.y[i][u] : 0);
        }

        /** Final goods of r for others than these. */
        private double[] yBut(int r, int u, int w) {
            return vector(i -> d.of(i) == r ? d.f[i] - d.y[i][u] - (w == u ? 0 : d.y[i][w]) : 0);
        }

        /** A_sr b. */
        private double[] bought(int r, double[] b) {
            return of(s, times(d.a, of(r, b)));
        }

        /** Σ_{j≠r} A_rj q_j. */
        private double[] onward(int r, double[] q) {
            return of(r, times(d.a, vector(j -> d.of(j) == r ? 0 : q[j])));
        }

        private double share(double[][] m, int from, int j) {
            return IntStream.range(0, d.n)
                    .filter(i -> d.of(i) == from)
                    .mapToDouble(i -> d.v[i] * m[i][j])
                    .sum();
        }

        private double foreign(double[][] m, int j) {
            return IntStream.range(0, d.economies)
                    .filter(t -> t != s)
                    .mapToDouble(t -> share(m, t, j))
                    .sum();
        }

        private int industry(int sector) {
            return s * (d.n / d.economies) + sector;
        }

        private double fin(int j, int r) {
            return d.y[j][r];
        }

        private double exports(int j, int r) {
            return d.y[j][r]
                    + IntStream.range(0, d.n)
                            .filter(k -> d.of(k) == r)
                            .mapToDouble(k -> d.z[j][k])
                            .sum();
        }

        private double sent(int j, int r, double[] b) {
            return bought(r, times(locals, of(r, b)))[j];
        }

        void checkSource(ExportedValue row, String where) {
            int j = industry(row.sector());
            int r = row.partner();
            double[] others = vector(i -> d.f[i] - d.y[i][s]);
            double[] home = vector(i -> d.y[i][s]);
            double direct = fin(j, r) + sent(j, r, y(r, r));
            double abroad = direct + sent(j, r, plus(yBut(r, r, s), onward(r, times(d.l, others))));
            double back = sent(j, r, plus(y(r, s), onward(r, times(d.l, home))));
            double once = share(locals, s, j);
            double e = exports(j, r);
            check(row, where, new double[] {
                e,
                once * (abroad + back),
                once * abroad,
                once * direct,
                (share(d.l, s, j) - once) * e,
                foreign(without, j) * e,
                (foreign(d.l, j) - foreign(without, j)) * e
            });
            same(once, share(without, s, j), where);
        }

        void checkSink(ExportedValue row, String where) {
            int j = industry(row.sector());
            int r = row.partner();
            double[] others = vector(i -> d.of(i) == s ? 0 : d.f[i] - d.y[i][s]);
            double[] home = vector(i -> d.y[i][s]);
            double[] own = vector(i -> d.of(i) == s ? d.e[i] : 0);
            double direct = fin(j, r) + sent(j, r, y(r, r));
            double abroad = direct + sent(j, r, plus(yBut(r, r, s), onward(r, times(without, others))));
            double back = sent(j, r, plus(y(r, s), onward(r, times(without, home))));
            double twice = sent(j, r, onward(r, times(without, own)));
            double domestic = share(d.l, s, j);
            check(row, where, new double[] {
                exports(j, r),
                domestic * (abroad + back),
                domestic * abroad,
                domestic * direct,
                domestic * twice,
                foreign(d.l, j) * (abroad + back),
                foreign(d.l, j) * twice
            });
        }

        private static void check(ExportedValue row, String where, double[] expected) {
            double[] found = {
                row.exports(),
                row.domestic(),
                row.absorbedAbroad(),
                row.absorbedDirectly(),
                row.domesticTwice(),
                row.foreign(),
                row.foreignTwice()
            };
            for (int k = 0; k < found.length; k++) {
                same(expected[k], found[k], where + " " + row + " " + k);
            }
        }

        void checkTerms(ExportTerms row, String where) {
            int j = industry(row.sector());
            int r = row.partner();
            double once = share(locals, s, j);
            double domestic = share(d.l, s, j);
            double buyer = share(d.l, r, j);
            double third = foreign(d.l, j) - buyer;
            double used = sent(j, r, y(r, r));
            double passed = sent(j, r, vector(i -> d.of(i) == r ? d.e[i] : 0));
            double inputs = exports(j, r) - fin(j, r);
            double[] expected = {
                domestic * fin(j, r),
                once * inputs(j, r, r, y(r, r)),
                once * inputsByThird(j, r, t -> y(t, t)),
                once * inputs(j, r, r, yBut(r, r, s)),
                once * inputsByThird(j, r, t -> yBut(t, t, s)),
                once * inputs(j, r, r, y(r, s)),
                once * inputsByThird(j, r, t -> y(t, s)),
                once * inputs(j, r, s, y(s, s)),
                once * inputs(j, r, s, yBut(s, s, s)),
                (domestic - once) * inputs,
                buyer * fin(j, r),
                buyer * used,
                buyer * passed,
                third * fin(j, r),
                third * used,
                third * passed
            };
            for (ExportTerm term : ExportTerm.values()) {
                same(expected[term.ordinal()], row.of(term), where + " " + term);
            }
            same(exports(j, r), Arrays.stream(expected).sum(), where);
            same(0, row.gap(), where);
        }

        /** A_sr L_rt f_t. */
        private double inputs(int j, int r, int t, double[] f) {
            return bought(r, times(d.l, of(t, f)))[j];
        }

        private double inputsByThird(int j, int r, java.util.function.IntFunction<double[]> f) {
            return IntStream.range(0, d.economies)
                    .filter(t -> t != s && t != r)
                    .mapToDouble(t -> inputs(j, r, t, f.apply(t)))
                    .sum();
        }
    }
}
