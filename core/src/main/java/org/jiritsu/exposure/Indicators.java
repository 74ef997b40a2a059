package org.jiritsu.exposure;

import java.util.ArrayList;
import java.util.List;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;

/** The indicators of every home and home industry. */
public final class Indicators {
    /** What is smaller beside the numbers it was made from is what a solve leaves of zero. */
    private static final double ROUNDING = 1e-13;

    /** Of foreign shares that sum to less, too few digits are left to say how they are spread. */
    private static final double FAINT = 1e-10;

    private final World world;
    private final int n;
    private final int economies;
    private final FinalFlows flows;
    private final PartnerExposure partners;
    private final Position plain;
    private final Position netOfInventories;
    /** G × n row-major each: value added, and gross output, of economy e in one unit of final output of industry j. */
    private final double[] valueOrigin;

    private final double[] outputOrigin;
    private final double[] valueAddedShare;
    /** n: exports of each industry, and its value added absorbed abroad; musd. */
    private final double[] exports;

    private final double[] valueAbroad;

    private Indicators(Leontief leontief, PartnerExposure partners, Kernel kernel) {
        world = leontief.world();
        n = world.size();
        economies = world.economyCount();
        flows = partners.flows();
        this.partners = partners;
        plain = Position.plain(leontief);
        netOfInventories = Position.netOfInventories(world, kernel);
        valueAddedShare = new double[n];
        java.util.Arrays.setAll(valueAddedShare, leontief::valueAddedShare);
        double[] origins = new double[n * economies * 2];
        for (int i = 0; i < n; i++) {
            origins[world.economyOf(i) * n + i] = valueAddedShare[i];
            origins[(economies + world.economyOf(i)) * n + i] = 1;
        }
        double[] solved = leontief.solveTransposed(origins, economies * 2);
        valueOrigin = java.util.Arrays.copyOf(solved, n * economies);
        outputOrigin = java.util.Arrays.copyOfRange(solved, n * economies, n * economies * 2);
        exports = exports(world);
        valueAbroad = new double[n];
        for (int i = 0; i < n; i++) {
            for (int e = 0; e < economies; e++) {
                valueAbroad[i] += e == world.economyOf(i) ? 0 : valueAddedShare[i] * flows.forDemand(i, e);
            }
        }
    }

    /** For all homes at once; {@code kernel} factors the table once more, net of inventories. */
    public static Indicators of(Leontief leontief, PartnerExposure partners, Kernel kernel) {
        return new Indicators(leontief, partners, kernel);
    }

    /** Sales of each industry to users in other economies, musd. */
    static double[] exports(World world) {
        double[] exports = new double[world.size()];
        for (int i = 0; i < exports.length; i++) {
            int home = world.economyOf(i);
            for (int j = 0; j < exports.length; j++) {
                exports[i] += world.economyOf(j) == home ? 0 : world.z(i, j);
            }
            for (int e = 0; e < world.economyCount(); e++) {
                exports[i] += e == home ? 0 : world.y(i, e);
            }
        }
        return exports;
    }

    /** One row for the home. */
    public Indicator home(int home) {
        double[] direct = new double[economies];
        double[] lookThrough = new double[economies];
        for (PartnerShare share : partners.partners(home)) {
            direct[share.partner()] = share.supplyDirect();
            lookThrough[share.partner()] = share.supplyLookThrough();
        }
        double exported = 0;
        double domestic = 0;
        double foreign = 0;
        double abroad = 0;
        for (int s = 0; s < world.sectorCount(); s++) {
            int j = world.industry(home, s);
            exported += exports[j];
            domestic += valueOrigin[home * n + j] * exports[j];
            foreign += foreign(valueOrigin, home, j) * exports[j];
            abroad += valueAbroad[j];
        }
        return new Indicator(
                home,
                PartnerShare.ALL_SECTORS,
                herfindahl(direct, home),
                herfindahl(lookThrough, home),
                exported,
                domestic,
                foreign,
                ratio(abroad, exported),
                mean(plain.upstreamness(), home),
                mean(plain.downstreamness(), home),
                mean(netOfInventories.upstreamness(), home),
                mean(netOfInventories.downstreamness(), home),
                inputReliance(home),
                marketReliance(home));
    }

    /** One row a home industry, in the world's order. */
    public List<Indicator> homeSectors(int home) {
        List<Indicator> rows = new ArrayList<>(world.sectorCount());
        for (int s = 0; s < world.sectorCount(); s++) {
            rows.add(industry(home, s));
        }
        return rows;
    }

    private Indicator industry(int home, int sector) {
        int j = world.industry(home, sector);
        boolean idle = world.output(j) == 0;
        double[] direct = new double[economies];
        double[] lookThrough = new double[economies];
        for (int e = 0; e < economies; e++) {
            for (int s = 0; s < world.sectorCount(); s++) {
                direct[e] += world.z(world.industry(e, s), j);
            }
            lookThrough[e] = valueOrigin[e * n + j];
        }
        double traced = outputOrigin[home * n + j] + foreign(outputOrigin, home, j);
        return new Indicator(
                home,
                sector,
                herfindahl(direct, home),
                herfindahl(lookThrough, home),
                exports[j],
                valueOrigin[home * n + j] * exports[j],
                foreign(valueOrigin, home, j) * exports[j],
                idle ? Double.NaN : ratio(valueAbroad[j], exports[j]),
                plain.upstreamness()[j],
                plain.downstreamness()[j],
                netOfInventories.upstreamness()[j],
                netOfInventories.downstreamness()[j],
                idle ? Double.NaN : ratio(foreign(outputOrigin, home, j), traced - 1, traced),
                idle
                        ? Double.NaN
                        : ratio(total(j) - flows.forOutput(j, home), total(j) - world.finalOutput(j), total(j)));
    }

    private double inputReliance(int home) {
        double domestic = 0;
        double foreign = 0;
        double finalOutput = 0;
        for (int i = 0; i < n; i++) {
            if (world.economyOf(i) == home) {
                domestic += flows.forOutput(i, home);
                finalOutput += world.finalOutput(i);
            } else {
                foreign += flows.forOutput(i, home);
            }
        }
        return ratio(foreign, domestic + foreign - finalOutput, domestic + foreign);
    }

    private double marketReliance(int home) {
        double foreign = 0;
        double all = 0;
        double sold = 0;
        for (int s = 0; s < world.sectorCount(); s++) {
            int i = world.industry(home, s);
            foreign += total(i) - flows.forOutput(i, home);
            all += total(i) - world.finalOutput(i);
            sold += total(i);
        }
        return ratio(foreign, all, sold);
    }

    /** Output of industry i embodied in all final output: (L f)_i. */
    private double total(int i) {
        double sum = 0;
        for (int e = 0; e < economies; e++) {
            sum += flows.forOutput(i, e);
        }
        return sum;
    }

    private double foreign(double[] origin, int home, int j) {
        double sum = 0;
        for (int e = 0; e < economies; e++) {
            sum += e == home ? 0 : origin[e * n + j];
        }
        return sum;
    }

    private double mean(double[] values, int home) {
        double sum = 0;
        double weight = 0;
        for (int s = 0; s < world.sectorCount(); s++) {
            int i = world.industry(home, s);
            if (world.output(i) != 0) {
                sum += world.output(i) * values[i];
                weight += world.output(i);
            }
        }
        return ratio(sum, weight);
    }

    private static double herfindahl(double[] shares, int home) {
        double sum = 0;
        double squares = 0;
        for (int e = 0; e < shares.length; e++) {
            if (e != home) {
                sum += shares[e];
                squares += shares[e] * shares[e];
            }
        }
        return sum <= FAINT ? Double.NaN : squares / (sum * sum);
    }

    /** NaN also where the whole is what rounding leaves of a difference of numbers this large. */
    private static double ratio(double part, double whole, double of) {
        return Math.abs(whole) <= ROUNDING * Math.abs(of) ? Double.NaN : part / whole;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
