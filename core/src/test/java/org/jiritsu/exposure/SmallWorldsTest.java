package org.jiritsu.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiritsu.SmallTable;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldCheck;
import org.junit.jupiter.api.Test;

/**
 * Exposure, indicators and cuts of small worlds of every odd kind against the definitions of docs/methods, worked out
 * with a dense inverse that shares nothing with the product: one economy alone, economies that trade with nobody, idle
 * and tiny industries, final goods that do not cross borders, stocks that are drawn down.
 */
class SmallWorldsTest {
    /** Raise with -Djiritsu.small.worlds=1000000 for one long run. */
    private static final int WORLDS = Integer.getInteger("jiritsu.small.worlds", 2000);

    private static final List<FinalUse> USES = List.of(FinalUse.of("HFCE"), FinalUse.of("INVNT"));

    @Test
    void everyMeasureIsWhatItsDefinitionSays() {
        IntStream.range(0, WORLDS).forEach(SmallWorldsTest::check);
    }

    static void check(int seed) {
        World world = world(new Random(seed));
        // a call of OpenBLAS costs more than such a world
        Kernel kernel = seed % 20 == 7 ? Kernel.best() : Kernel.java();
        try {
            WorldCheck.require(world);
            Dense dense = new Dense(world);
            try (Leontief leontief = Leontief.of(world, kernel)) {
                assertTrue(leontief.worstResidual() < 1e-12);
                checkPartners(world, dense, PartnerExposure.of(leontief));
                checkIndicators(world, dense, Indicators.of(leontief, PartnerExposure.of(leontief), kernel));
                checkCuts(world, dense, leontief, new Random(seed));
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed %d, %d economies x %d sectors".formatted(seed, world.economyCount(), world.sectorCount()), e);
        }
    }

    private static void checkPartners(World world, Dense d, PartnerExposure exposure) {
        for (int h = 0; h < d.economies; h++) {
            int home = h;
            double closes = 0;
            for (PartnerShare share : exposure.partners(h)) {
                int c = share.partner();
                close(d.inputs(c, h) / d.inputs(h), share.supplyDirect());
                close(d.valueInOutput(c, h) / d.sum(h, d.f), share.supplyLookThrough());
                close(
                        d.valueInDemand(c, h)
                                / IntStream.range(0, d.n)
                                        .mapToDouble(i -> d.y[i][home])
                                        .sum(),
                        share.consumptionLookThrough());
                close((d.inputs(h, c) + d.finalSales(h, c)) / d.sum(h, d.x), share.marketDirect());
                close(d.valueInDemand(h, c) / d.sum(h, d.w), share.marketLookThrough());
                closes += share.supplyLookThrough();
            }
            close(d.sum(h, d.f) == 0 ? Double.NaN : 1, closes);
            double sectors = exposure.partnersBySector(h).stream()
                    .mapToDouble(PartnerShare::supplyLookThrough)
                    .sum();
            close(closes, sectors);
        }
    }

    private static void checkIndicators(World world, Dense d, Indicators indicators) {
        for (int h = 0; h < d.economies; h++) {
            Indicator home = indicators.home(h);
            double exported = d.sum(h, d.e);
            double domestic = 0;
            double foreign = 0;
            double abroad = 0;
            double squares = 0;
            double shares = 0;
            for (int c = 0; c < d.economies; c++) {
                for (int i = 0; i < d.n; i++) {
                    for (int j = 0; j < d.n && d.of(i) == c; j++) {
                        domestic += d.of(j) == h && c == h ? d.v[i] * d.l[i][j] * d.e[j] : 0;
                        foreign += d.of(j) == h && c != h ? d.v[i] * d.l[i][j] * d.e[j] : 0;
                    }
                }
                abroad += c == h ? 0 : d.valueInDemand(h, c);
                double share = c == h ? 0 : d.valueInOutput(c, h);
                squares += share * share;
                shares += share;
            }
            close(exported, home.exportsMusd());
            close(domestic, home.domesticVaInExportsMusd());
            close(foreign, home.foreignVaInExportsMusd());
            close(exported == 0 ? Double.NaN : abroad / exported, home.vaxRatio());
            if (shares == 0 || shares > 1e-6 * d.sum(h, d.f)) { // else its parts may be too small to tell
                close(shares == 0 ? Double.NaN : squares / (shares * shares), home.hhiLookThrough());
            }
            checkReliance(d, h, home);
            for (Indicator industry : indicators.homeSectors(h)) {
                int j = world.industry(h, industry.sector());
                double up = IntStream.range(0, d.n)
                        .mapToDouble(k -> d.l[j][k] * d.x[k])
                        .sum();
                close(d.x[j] == 0 ? Double.NaN : up, industry.upstreamness() * d.x[j]);
                close(
                        d.x[j] == 0
                                ? Double.NaN
                                : IntStream.range(0, d.n)
                                        .mapToDouble(i -> d.l[i][j])
                                        .sum(),
                        industry.downstreamness());
            }
        }
    }

    /** With L − I = A L, which leaves nothing to rounding where there are no inputs. */
    private static void checkReliance(Dense d, int home, Indicator found) {
        double inputs = 0;
        double foreignInputs = 0;
        double sales = 0;
        double foreignSales = 0;
        for (int i = 0; i < d.n; i++) {
            for (int j = 0; j < d.n; j++) {
                double flow = d.al[i][j] * d.f[j];
                inputs += d.of(j) == home ? flow : 0;
                foreignInputs += d.of(j) == home && d.of(i) != home ? flow : 0;
                sales += d.of(i) == home ? flow : 0;
                foreignSales += d.of(i) == home && d.of(j) != home ? flow : 0;
            }
        }
        close(inputs == 0 ? Double.NaN : foreignInputs, found.foreignInputReliance() * inputs, inputs);
        close(sales == 0 ? Double.NaN : foreignSales, found.foreignMarketReliance() * sales, sales);
    }

    private static void checkCuts(World world, Dense d, Leontief leontief, Random random) {
        if (d.economies == 1) {
            return;
        }
        int home = random.nextInt(d.economies);
        int partner = (home + 1 + random.nextInt(d.economies - 1)) % d.economies;
        int sector = random.nextInt(world.sectorCount() + 1) - 1;
        CutLink link = Cutoff.into(leontief, home, 0).link(partner, sector);
        double[][] a = new double[d.n][];
        double[] f = d.f.clone();
        double flow = 0;
        for (int i = 0; i < d.n; i++) {
            a[i] = d.a[i].clone();
            boolean cut = d.of(i) == partner && (sector < 0 || world.sectorOf(i) == sector);
            for (int j = 0; j < d.n && cut; j++) {
                flow += d.of(j) == home ? d.z[i][j] : 0;
                a[i][j] = d.of(j) == home ? 0 : a[i][j];
            }
            flow += cut ? d.y[i][home] : 0;
            f[i] -= cut ? d.y[i][home] : 0;
        }
        double[][] after = Dense.inverse(a);
        double[] lost = new double[d.economies];
        for (int i = 0; i < d.n; i++) {
            double x = 0;
            for (int j = 0; j < d.n; j++) {
                x += after[i][j] * f[j];
            }
            lost[d.of(i)] += d.v[i] * (d.x[i] - x);
        }
        close(flow, link.flowMusd());
        close(lost[partner], link.supplierVaLostMusd());
        close(lost[home], link.homeVaLostMusd());
        close(Arrays.stream(lost).sum(), link.worldVaLostMusd());
    }

    /** Where the whole is next to nothing, its parts may be too small to tell. */
    private static void close(double expected, double found, double whole) {
        if (whole == 0 || Math.abs(whole) > 1e-6) {
            close(expected, found);
        }
    }

    /** Equal to 1e-9, relative to what is large and absolute to what is small; both may be no number. */
    private static void close(double expected, double found) {
        if (Double.isNaN(expected)) {
            assertTrue(Double.isNaN(found), () -> "no number expected but was " + found);
        } else {
            assertEquals(expected, found, 1e-9 * Math.max(1, Math.abs(expected)));
        }
    }

    /** Value added is at least a twentieth of output, so that the table is far from singular. */
    static World world(Random random) {
        int economies = 1 + random.nextInt(6);
        int sectors = 1 + random.nextInt(5);
        int n = economies * sectors;
        double density = random.nextDouble();
        boolean finalGoodsTravel = random.nextBoolean();
        boolean inputsTravel = random.nextInt(4) > 0;
        boolean[] isolated = flags(random, economies, 0.15);
        boolean[] idle = flags(random, n, random.nextBoolean() ? 0.15 : 0);
        double[] size = new double[n];
        Arrays.setAll(size, i -> idle[i] ? 0 : random.nextInt(12) == 0 ? 1e-9 : Math.pow(10, 3 * random.nextDouble()));
        for (int e = 0; e < economies; e++) {
            size[e * sectors + random.nextInt(sectors)] = 1 + 99 * random.nextDouble(); // each makes something
        }
        double[][] a = new double[n][n];
        double[] y = new double[n * economies * 2];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                boolean home = i / sectors == j / sectors;
                boolean travels = inputsTravel && !isolated[i / sectors] && !isolated[j / sectors];
                boolean used = size[i] > 1e-6 && size[j] > 0 && (home || travels) && random.nextDouble() < density;
                a[i][j] = used ? random.nextDouble() : 0;
                sum += a[i][j];
            }
            double inputs = 0.95 * random.nextDouble();
            for (int i = 0; i < n; i++) {
                a[i][j] *= sum == 0 ? 0 : inputs / sum;
            }
        }
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            for (int e = 0; e < economies; e++) {
                boolean home = i / sectors == e;
                boolean travels =
                        finalGoodsTravel && !isolated[i / sectors] && !isolated[e] && random.nextDouble() < density;
                int at = (i * economies + e) * 2;
                y[at] = home || travels ? size[i] * (0.1 + random.nextDouble()) : 0;
                y[at + 1] = home && random.nextInt(3) == 0 ? -0.05 * y[at] : 0;
                f[i] += y[at] + y[at + 1];
            }
        }
        double[][] inverse = Dense.inverse(a);
        double[] output = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                output[i] += inverse[i][j] * f[j];
            }
        }
        double[] z = new double[n * n];
        double[] x = f.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i * n + j] = a[i][j] * output[j];
                x[i] += z[i * n + j];
            }
        }
        return new World(
                SmallTable.about("small"),
                IntStream.range(0, economies)
                        .mapToObj(e -> new Economy("E" + e, "E" + e))
                        .toList(),
                IntStream.range(0, sectors)
                        .mapToObj(s -> new Sector("s" + s, "", "s" + s))
                        .toList(),
                USES,
                z,
                y,
                x);
    }

    private static boolean[] flags(Random random, int count, double chance) {
        boolean[] flags = new boolean[count];
        for (int k = 0; k < count; k++) {
            flags[k] = random.nextDouble() < chance;
        }
        return flags;
    }

    /** The table and its inverse, by Gauss and Jordan with the largest pivot of each column. */
    static final class Dense {
        final World world;
        final int n;
        final int economies;
        final double[][] z;
        final double[][] y;
        final double[][] a;
        final double[][] l;
        final double[][] al;
        final double[] x;
        final double[] f;
        final double[] w;
        final double[] v;
        final double[] e;

        Dense(World world) {
            this.world = world;
            n = world.size();
            economies = world.economyCount();
            z = new double[n][n];
            y = new double[n][economies];
            a = new double[n][n];
            x = new double[n];
            f = new double[n];
            w = new double[n];
            v = new double[n];
            e = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = world.output(i);
                for (int j = 0; j < n; j++) {
                    z[i][j] = world.z(i, j);
                    a[i][j] = world.output(j) == 0 ? 0 : z[i][j] / world.output(j);
                    e[i] += of(i) == of(j) ? 0 : z[i][j];
                }
                for (int c = 0; c < economies; c++) {
                    y[i][c] = world.y(i, c, 0) + world.y(i, c, 1);
                    f[i] += y[i][c];
                    e[i] += of(i) == c ? 0 : y[i][c];
                }
            }
            for (int j = 0; j < n; j++) {
                w[j] = x[j];
                for (int i = 0; i < n; i++) {
                    w[j] -= z[i][j];
                }
                v[j] = x[j] == 0 ? 0 : w[j] / x[j];
            }
            l = inverse(a);
            al = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        al[i][j] += a[i][k] * l[k][j];
                    }
                }
            }
        }

        int of(int i) {
            return i / world.sectorCount();
        }

        double sum(int economy, double[] values) {
            return IntStream.range(0, n)
                    .filter(i -> of(i) == economy)
                    .mapToDouble(i -> values[i])
                    .sum();
        }

        double inputs(int seller, int buyer) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum += of(i) == seller && of(j) == buyer ? z[i][j] : 0;
                }
            }
            return sum;
        }

        double inputs(int buyer) {
            return IntStream.range(0, economies)
                    .mapToDouble(c -> inputs(c, buyer))
                    .sum();
        }

        double finalSales(int seller, int buyer) {
            return IntStream.range(0, n)
                    .filter(i -> of(i) == seller)
                    .mapToDouble(i -> y[i][buyer])
                    .sum();
        }

        double valueInOutput(int origin, int home) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum += of(i) == origin && of(j) == home ? v[i] * l[i][j] * f[j] : 0;
                }
            }
            return sum;
        }

        double valueInDemand(int origin, int home) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum += of(i) == origin ? v[i] * l[i][j] * y[j][home] : 0;
                }
            }
            return sum;
        }

        /** (I − A)⁻¹. */
        static double[][] inverse(double[][] a) {
            int n = a.length;
            double[][] m = new double[n][2 * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    m[i][j] = (i == j ? 1 : 0) - a[i][j];
                }
                m[i][n + i] = 1;
            }
            for (int k = 0; k < n; k++) {
                int pivot = k;
                for (int i = k; i < n; i++) {
                    pivot = Math.abs(m[i][k]) > Math.abs(m[pivot][k]) ? i : pivot;
                }
                double[] row = m[pivot];
                m[pivot] = m[k];
                m[k] = row;
                double by = row[k];
                for (int j = 0; j < 2 * n; j++) {
                    row[j] /= by;
                }
                for (int i = 0; i < n; i++) {
                    double factor = m[i][k];
                    for (int j = 0; i != k && j < 2 * n; j++) {
                        m[i][j] -= factor * row[j];
                    }
                }
            }
            double[][] inverse = new double[n][];
            Arrays.setAll(inverse, i -> Arrays.copyOfRange(m[i], n, 2 * n));
            return inverse;
        }
    }
}
