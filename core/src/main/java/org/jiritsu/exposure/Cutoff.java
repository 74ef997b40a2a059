package org.jiritsu.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.LowRankUpdate;
import org.jiritsu.linear.SingularMatrixException;
import org.jiritsu.world.World;

/**
 * The cut of one supply link into one home, for any supplier, from one factorisation and low-rank updates of it:
 * {@code docs/methods/cutoff.md}.
 */
public final class Cutoff {
    /** Passing the threshold by less than this factor is only just passing it. */
    private static final double NEAR = 1.1;

    private final Leontief leontief;
    private final World world;
    private final int home;
    private final double threshold;
    private final int n;
    private final int sectors;
    private final double homeGdp;
    /** S × n row-major: the rows of L that belong to home's industries. */
    private final double[] homeRows;
    /** G × n row-major: value added of each economy per unit of final output of each industry. */
    private final double[] valueOrigin;
    /** n: sales of each industry to home for intermediate and final use; musd, on the identity x̄ = L f. */
    private final double[] modelSales;
    /** S: home's purchases from abroad by selling sector; musd. */
    private final double[] foreignPurchases;

    private Cutoff(Leontief leontief, int home, double threshold) {
        this.leontief = leontief;
        this.world = leontief.world();
        this.home = home;
        this.threshold = threshold;
        n = world.size();
        sectors = world.sectorCount();
        homeGdp = world.gdp(home);
        int economies = world.economyCount();
        double[] b = new double[n * (sectors + economies)];
        for (int s = 0; s < sectors; s++) {
            b[s * n + world.industry(home, s)] = 1;
        }
        for (int i = 0; i < n; i++) {
            b[(sectors + world.economyOf(i)) * n + i] = leontief.valueAddedShare(i);
        }
        double[] solved = leontief.solveTransposed(b, sectors + economies);
        homeRows = java.util.Arrays.copyOf(solved, n * sectors);
        valueOrigin = java.util.Arrays.copyOfRange(solved, n * sectors, solved.length);
        modelSales = modelSales();
        foreignPurchases = foreignPurchases();
    }

    /**
     * Prepares every cut into {@code home}.
     *
     * @param threshold requirement per unit of output from which on a home industry counts as using an input; at least 0
     */
    public static Cutoff into(Leontief leontief, int home, double threshold) {
        return new Cutoff(leontief, home, threshold);
    }

    /** The cut of one supplier's sector, or of all its sectors together. */
    public CutLink link(int partner, int sector) {
        int[] sellers = sector == PartnerShare.ALL_SECTORS
                ? industriesOf(partner)
                : new int[] {world.industry(partner, sector)};
        double[] stopped = stoppedSales(sellers);
        double supplierLost = 0;
        double homeLost = 0;
        double worldLost = 0;
        for (int k = 0; k < sellers.length; k++) {
            for (int e = 0; e < world.economyCount(); e++) {
                double lost = valueOrigin[e * n + sellers[k]] * stopped[k];
                supplierLost += e == partner ? lost : 0;
                homeLost += e == home ? lost : 0;
                worldLost += lost;
            }
        }
        return withHomeSide(partner, sector, sellers, supplierLost, homeLost, worldLost);
    }

    /** Every foreign supplier and sector, the most at stake first. */
    public List<CutLink> atlas() {
        List<CutLink> links = new ArrayList<>(n);
        for (int partner = 0; partner < world.economyCount(); partner++) {
            Cancellation.check();
            for (int sector = 0; partner != home && sector < sectors; sector++) {
                links.add(link(partner, sector));
            }
        }
        links.sort(CutLink.BY_STAKE);
        return links;
    }

    /** The requirement of each home industry for the inputs of these sellers, per unit of its output. */
    double[] requirements(int[] sellers) {
        double[] direct = new double[sectors];
        for (int i : sellers) {
            for (int k = 0; k < sectors; k++) {
                direct[k] += leontief.coefficient(i, world.industry(home, k));
            }
        }
        double[] requirement = new double[sectors];
        for (int k = 0; k < sectors; k++) {
            for (int j = 0; j < sectors; j++) {
                requirement[j] += direct[k] * homeRows[k * n + world.industry(home, j)];
            }
        }
        return requirement;
    }

    /** s of {@code docs/methods/cutoff.md}: sales that stop, once the rest of the chain has fallen with them. */
    private double[] stoppedSales(int[] sellers) {
        int k = sellers.length;
        double[] sales = new double[k];
        double[] feedback = new double[k * k];
        for (int r = 0; r < k; r++) {
            sales[r] = modelSales[sellers[r]];
            for (int s = 0; s < sectors; s++) {
                double a = leontief.coefficient(sellers[r], world.industry(home, s));
                for (int c = 0; a != 0 && c < k; c++) {
                    feedback[r * k + c] += a * homeRows[s * n + sellers[c]];
                }
            }
        }
        if (k == 1) {
            return new double[] {sales[0] / (1 + feedback[0])};
        }
        try {
            return LowRankUpdate.weights(k, feedback, sales);
        } catch (SingularMatrixException e) {
            throw InputException.data(
                    "World %s without this link has no Leontief inverse".formatted(world.id()),
                    "value added in at least one industry of every closed chain of suppliers",
                    String.valueOf(e.getMessage()),
                    "output was read too small: 'jiritsu world check %s' shows where.".formatted(world.id()));
        }
    }

    private CutLink withHomeSide(
            int partner, int sector, int[] sellers, double supplierLost, double homeLost, double worldLost) {
        double intermediate = 0;
        double finalSales = 0;
        double market = 0;
        for (int i : sellers) {
            intermediate += salesToIndustries(i);
            finalSales += world.y(i, home);
            market += foreignPurchases[world.sectorOf(i)];
        }
        double[] requirement = requirements(sellers);
        int most = 0;
        for (int j = 0; j < sectors; j++) {
            most = requirement[j] > requirement[most] ? j : most;
        }
        double value = using(requirement, threshold, world::valueAdded);
        int using = (int) using(requirement, threshold, _ -> 1);
        return new CutLink(
                home,
                partner,
                sector,
                intermediate,
                finalSales,
                market == 0 ? Double.NaN : (intermediate + finalSales) / market,
                supplierLost,
                100 * supplierLost / world.gdp(partner),
                homeLost,
                worldLost,
                using(requirement, threshold, world::output),
                value,
                100 * value / homeGdp,
                using(requirement, threshold / 2, world::valueAdded),
                using(requirement, 2 * threshold, world::valueAdded),
                using,
                using - (int) using(requirement, NEAR * threshold, _ -> 1),
                most,
                requirement[most],
                supplierLost > 0 ? value / supplierLost : Double.NaN,
                threshold);
    }

    /** The sum over home industries that need at least so much of the input. */
    private double using(double[] requirement, double least, IntToDoubleFunction of) {
        double sum = 0;
        for (int j = 0; j < sectors; j++) {
            if (requirement[j] >= least && requirement[j] > 0) {
                sum += of.applyAsDouble(world.industry(home, j));
            }
        }
        return sum;
    }

    private int[] industriesOf(int economy) {
        int[] industries = new int[sectors];
        java.util.Arrays.setAll(industries, s -> world.industry(economy, s));
        return industries;
    }

    private double salesToIndustries(int i) {
        double sum = 0;
        for (int s = 0; s < sectors; s++) {
            sum += world.z(i, world.industry(home, s));
        }
        return sum;
    }

    /** Y[i,h] + Σ_{j∈h} A[i,j] x̄_j: published output may differ from x̄ = L f by rounding, and the identity needs x̄. */
    private double[] modelSales() {
        double[] f = new double[n];
        java.util.Arrays.setAll(f, world::finalOutput);
        double[] output = leontief.solve(f, 1);
        double[] sales = new double[n];
        for (int i = 0; i < n; i++) {
            sales[i] = world.y(i, home);
            for (int s = 0; s < sectors; s++) {
                int j = world.industry(home, s);
                sales[i] += leontief.coefficient(i, j) * output[j];
            }
        }
        return sales;
    }

    private double[] foreignPurchases() {
        double[] purchases = new double[sectors];
        for (int i = 0; i < n; i++) {
            if (world.economyOf(i) != home) {
                purchases[world.sectorOf(i)] += salesToIndustries(i) + world.y(i, home);
            }
        }
        return purchases;
    }
}
