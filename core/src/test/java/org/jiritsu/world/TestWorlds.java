package org.jiritsu.world;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small worlds with known structure. */
final class TestWorlds {
    private TestWorlds() {}

    /** @param negative whether changes of inventories draw some stocks down */
    static World random(long seed, int economies, int sectors, boolean negative) {
        Random random = new Random(seed);
        List<FinalUse> uses = List.of(FinalUse.of("HFCE"), FinalUse.of("INVNT"));
        int n = economies * sectors;
        double[] z = IntStream.range(0, n * n)
                .mapToDouble(k -> random.nextInt(5) == 0 ? 0 : random.nextDouble() * 10)
                .toArray();
        double[] y = IntStream.range(0, n * economies * 2)
                .mapToDouble(k -> k % 2 == 0
                        ? 20 * n * random.nextDouble() / economies
                        : negative ? random.nextGaussian() : random.nextDouble())
                .toArray();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                x[i] += z[i * n + j];
            }
            for (int c = 0; c < economies * 2; c++) {
                x[i] += y[i * economies * 2 + c];
            }
        }
        return new World(
                about("random"),
                IntStream.range(0, economies)
                        .mapToObj(e -> new Economy("E" + e, "Economy " + e))
                        .toList(),
                IntStream.range(0, sectors)
                        .mapToObj(s -> new Sector("s" + s, "", "Sector, " + s))
                        .toList(),
                uses,
                z,
                y,
                x);
    }

    static About about(String id) {
        return new About(
                id,
                "Random world",
                2020,
                "million USD, current prices",
                "made by a test",
                "none",
                "gross output minus intermediate purchases",
                List.of());
    }

    /** The same world with one cell of Z and the output of its row changed. */
    static World changed(World world, int i, int j, double by) {
        int n = world.size();
        int uses = world.finalUses().size();
        double[] z = new double[n * n];
        double[] y = new double[n * world.economyCount() * uses];
        double[] x = new double[n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                z[r * n + c] = world.z(r, c) + (r == i && c == j ? by : 0);
            }
            for (int c = 0; c < world.economyCount() * uses; c++) {
                y[r * world.economyCount() * uses + c] = world.y(r, c / uses, c % uses);
            }
            x[r] = world.output(r) + (r == i ? by : 0);
        }
        return new World(about("changed"), world.economies(), world.sectors(), world.finalUses(), z, y, x);
    }
}
