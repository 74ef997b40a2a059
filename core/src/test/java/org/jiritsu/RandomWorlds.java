package org.jiritsu;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/** Small sound worlds from a seed: every identity holds, every industry adds value. */
public final class RandomWorlds {
    private static final List<FinalUse> USES = List.of(FinalUse.of("HFCE"), FinalUse.of("INVNT"));

    private RandomWorlds() {}

    public static World of(long seed, int economies, int sectors) {
        Random random = new Random(seed);
        int n = economies * sectors;
        double[] a = new double[n * n];
        Arrays.setAll(a, k -> random.nextDouble() < 0.3 ? 0 : random.nextDouble() / n);
        double[] y = new double[n * economies * USES.size()];
        Arrays.setAll(y, k -> k % 2 == 0 ? 1 + 100 * random.nextDouble() : random.nextDouble() - 0.5);
        return fromCoefficients(economies, sectors, a, y);
    }

    /** No flow crosses a border. */
    public static World autarkic(long seed, int economies, int sectors) {
        World open = of(seed, economies, sectors);
        int n = open.size();
        double[] a = new double[n * n];
        double[] y = new double[n * economies * USES.size()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = open.economyOf(i) == open.economyOf(j) ? open.z(i, j) / open.output(j) : 0;
            }
            for (int u = 0; u < USES.size(); u++) {
                int cell = (i * economies + open.economyOf(i)) * USES.size() + u;
                y[cell] = open.y(i, open.economyOf(i), u);
            }
        }
        return fromCoefficients(economies, sectors, a, y);
    }

    /** With x = A x + f found by repeated substitution, so that no solver of the product is needed. */
    private static World fromCoefficients(int economies, int sectors, double[] a, double[] y) {
        int n = economies * sectors;
        int columns = economies * USES.size();
        double[] f = new double[n];
        Arrays.setAll(f, i -> Arrays.stream(y, i * columns, (i + 1) * columns).sum());
        double[] x = f;
        for (int round = 0; round < 200; round++) {
            double[] last = x;
            x = IntStream.range(0, n)
                    .mapToDouble(i -> f[i]
                            + IntStream.range(0, n)
                                    .mapToDouble(j -> a[i * n + j] * last[j])
                                    .sum())
                    .toArray();
        }
        double[] output = x;
        double[] z = new double[n * n];
        Arrays.setAll(z, k -> a[k] * output[k % n]);
        return world(economies, sectors, z, y, output);
    }

    private static World world(int economies, int sectors, double[] z, double[] y, double[] x) {
        return new World(
                SmallTable.about("random"),
                IntStream.range(0, economies)
                        .mapToObj(e -> new Economy("E" + e, "Economy " + e))
                        .toList(),
                IntStream.range(0, sectors)
                        .mapToObj(s -> new Sector("s" + s, "", "Sector " + s))
                        .toList(),
                USES,
                z,
                y,
                x);
    }

    /** A value for each cell of a copy of a world; {@code j} counts industries, then final uses by economy. */
    @FunctionalInterface
    public interface Cell {
        double at(int i, int j);
    }

    public static double cell(World world, int i, int j) {
        int n = world.size();
        int uses = world.finalUses().size();
        return j < n ? world.z(i, j) : world.y(i, (j - n) / uses, (j - n) % uses);
    }

    /** The same labels with other flows, and output as their row sums. */
    public static World withFlows(World world, Cell flows) {
        double[] x = new double[world.size()];
        int cells = world.size() + world.economyCount() * world.finalUses().size();
        Arrays.setAll(
                x,
                i -> IntStream.range(0, cells).mapToDouble(j -> flows.at(i, j)).sum());
        return withFlows(world, flows, x);
    }

    /** The same labels with other flows and output. */
    public static World withFlows(World world, Cell flows, double[] x) {
        return copy(world.about(), world, flows, x);
    }

    private static World copy(About about, World world, Cell flows, double[] x) {
        int n = world.size();
        int columns = world.economyCount() * world.finalUses().size();
        double[] z = new double[n * n];
        double[] y = new double[n * columns];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n + columns; j++) {
                if (j < n) {
                    z[i * n + j] = flows.at(i, j);
                } else {
                    y[i * columns + j - n] = flows.at(i, j);
                }
            }
        }
        return new World(about, world.economies(), world.sectors(), world.finalUses(), z, y, x);
    }

    /** The same world under another id. */
    public static World named(World world, String id) {
        return copy(SmallTable.about(id), world, (i, j) -> cell(world, i, j), output(world));
    }

    public static double[] output(World world) {
        return IntStream.range(0, world.size()).mapToDouble(world::output).toArray();
    }
}
