package org.jiritsu.disruption;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.world.About;
import org.jiritsu.world.Aggregation;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/** Worlds to run the daily model on. */
public final class TestWorlds {
    private TestWorlds() {}

    static World wiod2011() {
        return bundled("wiod2011");
    }

    static World bundled(String name) {
        Path root = Path.of(System.getProperty("jiritsu.root", "."));
        return new WorldStore(root.resolve("data"), root.resolve("target/no-worlds")).open(name);
    }

    /** The same world without one sector. */
    static World without(World world, String code) {
        int[] kept = IntStream.range(0, world.size())
                .filter(i -> !world.sectors().get(world.sectorOf(i)).code().equals(code))
                .toArray();
        List<Sector> sectors =
                world.sectors().stream().filter(s -> !s.code().equals(code)).toList();
        int n = kept.length;
        int uses = world.finalUses().size();
        double[] z = new double[n * n];
        double[] y = new double[n * world.economyCount() * uses];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i * n + j] = world.z(kept[i], kept[j]);
            }
            for (int c = 0; c < world.economyCount() * uses; c++) {
                y[i * world.economyCount() * uses + c] = world.y(kept[i], c / uses, c % uses);
            }
            x[i] = world.output(kept[i]);
        }
        return new World(world.about(), world.economies(), sectors, world.finalUses(), z, y, x);
    }

    /** The same world, all economies but some in one. */
    static World joined(World world, String... but) {
        Map<String, String> same = Arrays.stream(but).collect(Collectors.toMap(code -> code, code -> code));
        return new Aggregation(
                        new Aggregation.Mapping(same, Optional.of("ROW"), Map.of()), Aggregation.Mapping.IDENTITY)
                .apply(world, "joined");
    }

    /** A random world in equilibrium; a share of its flows is zero. */
    public static World random(long seed, int economies, int sectors, double zeros) {
        Random random = new Random(seed);
        int n = economies * sectors;
        double[] z = new double[n * n];
        double[] y = new double[n * economies];
        for (int cell = 0; cell < z.length; cell++) {
            z[cell] = random.nextDouble() < zeros ? 0 : 100 * random.nextDouble();
        }
        for (int cell = 0; cell < y.length; cell++) {
            y[cell] = random.nextDouble() < zeros ? 0 : 100 * n * random.nextDouble() / economies;
        }
        return of(economies, sectors, z, y);
    }

    /** A world of these flows; output is what is sold. */
    static World of(int economies, int sectors, double[] z, double[] y) {
        int n = economies * sectors;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                x[i] += z[i * n + j];
            }
            for (int c = 0; c < economies; c++) {
                x[i] += y[i * economies + c];
            }
        }
        List<Economy> names = new ArrayList<>();
        for (int e = 0; e < economies; e++) {
            names.add(new Economy("E" + (char) ('A' + e / 26) + (char) ('A' + e % 26), "Economy " + e));
        }
        List<Sector> goods = IntStream.range(0, sectors)
                .mapToObj(s -> new Sector("s" + s, "", "Sector " + s))
                .toList();
        return new World(
                new About("test", "test", 2000, "million USD", "test", "none", "residual", List.of()),
                names,
                goods,
                List.of(new FinalUse("F", "Final demand", false)),
                z,
                y,
                x);
    }
}
