package org.jiritsu.exposure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jiritsu.linear.Kernel;
import org.jiritsu.linear.LinearSystem;
import org.jiritsu.world.World;

/**
 * The blocks of one exporter s from which its exports are decomposed. A vector of an economy has one entry a sector; parts
 * of an economy that were kept apart are sectors of it. Large vectors have one entry an industry.
 */
final class Exporter {
    final Leontief leontief;
    final World world;
    final int home;
    final int sectors;
    /** By exporting sector: v_s (I − A_ss)⁻¹, and v_r L_rs of each economy r. */
    final double[] localShare;

    final double[][] origin;
    /** I − A_rr of each economy. */
    private final LinearSystem[] local;
    /** L_ss, and L_·s column-major. */
    private final LinearSystem block;

    private final double[] columns;

    Exporter(Leontief leontief, int home) {
        this.leontief = leontief;
        this.world = leontief.world();
        this.home = home;
        this.sectors = world.sectorCount();
        int n = world.size();
        double[] units = new double[n * sectors];
        for (int k = 0; k < sectors; k++) {
            units[k * n + world.industry(home, k)] = 1;
        }
        columns = leontief.solve(units, sectors);
        block = LinearSystem.factor(Kernel.java(), sectors, (k, row) -> {
            for (int l = 0; l < sectors; l++) {
                row[l] = columns[l * n + world.industry(home, k)];
            }
        });
        local = economies().mapToObj(this::local).toArray(LinearSystem[]::new);
        origin = economies().mapToObj(this::origin).toArray(double[][]::new);
        localShare = local[home].solveTransposed(block(home, i -> leontief.valueAddedShare(i)), 1);
    }

    private LinearSystem local(int economy) {
        return LinearSystem.factor(Kernel.java(), sectors, (k, row) -> {
            for (int l = 0; l < sectors; l++) {
                double a = leontief.coefficient(world.industry(economy, k), world.industry(economy, l));
                row[l] = (k == l ? 1 : 0) - a;
            }
        });
    }

    private double[] origin(int economy) {
        double[] share = new double[sectors];
        for (int k = 0; k < sectors; k++) {
            for (int l = 0; l < sectors; l++) {
                int i = world.industry(economy, l);
                share[k] += leontief.valueAddedShare(i) * columns[k * world.size() + i];
            }
        }
        return share;
    }

    IntStream economies() {
        return IntStream.range(0, world.economyCount());
    }

    IntStream partners() {
        return economies().filter(r -> r != home);
    }

    @FunctionalInterface
    interface OfIndustry {
        double at(int i);
    }

    double[] block(int economy, OfIndustry of) {
        double[] block = new double[sectors];
        Arrays.setAll(block, k -> of.at(world.industry(economy, k)));
        return block;
    }

    /** y_ru: sold by r to final users of u. */
    double[] sold(int r, int u) {
        return block(r, i -> world.y(i, u));
    }

    /** Exports of the home to r, for final use and in all. */
    double[] exports(int r, boolean inputs) {
        double[] exports = sold(home, r);
        for (int k = 0; inputs && k < sectors; k++) {
            for (int l = 0; l < sectors; l++) {
                exports[k] += world.z(world.industry(home, k), world.industry(r, l));
            }
        }
        return exports;
    }

    /** What others' value added there is in a unit of exports: Σ_t v_t L_ts. */
    double[] foreignShare() {
        double[] sum = new double[sectors];
        partners().forEach(t -> Arrays.setAll(sum, k -> sum[k] + origin[t][k]));
        return sum;
    }

    /** A_sr b: of s for b made by r. */
    double[] bought(int r, double[] b) {
        return block(
                home,
                i -> IntStream.range(0, sectors)
                        .mapToDouble(l -> leontief.coefficient(i, world.industry(r, l)) * b[l])
                        .sum());
    }

    /** A_sr (I − A_rr)⁻¹ b: of s for b sold by r, before r imports inputs. */
    double[] sent(int r, double[] b) {
        return bought(r, local[r].solve(b, 1));
    }

    /** Σ_{j≠r} A_rj q_j: inputs that r sells abroad for output q. */
    double[] onward(int r, double[] q) {
        return block(
                r,
                i -> IntStream.range(0, world.size())
                        .filter(j -> world.economyOf(j) != r)
                        .mapToDouble(j -> leontief.coefficient(i, j) * q[j])
                        .sum());
    }

    /** Output for final demand f where s exports no inputs: q − L_·s L_ss⁻¹ (q_s − (I − A_ss)⁻¹ f_s), with q = L f. */
    double[] withoutExports(double[] f) {
        double[] q = leontief.solve(f, 1);
        double[] own = local[home].solve(block(home, i -> f[i]), 1);
        double[] through = block.solve(block(home, i -> q[i] - own[world.sectorOf(i)]), 1);
        for (int k = 0; k < sectors; k++) {
            for (int i = 0; i < q.length; i++) {
                q[i] -= columns[k * q.length + i] * through[k];
            }
        }
        return q;
    }

    /** The same of shares g by exporting sector, which were counted in L_·s: g L_ss⁻¹ (I − A_ss)⁻¹. */
    double[] shareWithoutExports(double[] g) {
        return local[home].solveTransposed(block.solveTransposed(g, 1), 1);
    }
}
