package org.jiritsu.trade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jiritsu.base.Said;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/** Worlds to test on. */
final class Worlds {
    static final Path DATA = Path.of(System.getProperty("jiritsu.root"), "data");

    private Worlds() {}

    static TradeData wiod2011(String elasticities) {
        return bundled("wiod2011", "wiod35", elasticities);
    }

    static TradeData bundled(String id, String classification, String elasticities) {
        World world = new WorldStore(DATA, Path.of("none")).open(id);
        double[] theta = ElasticitySets.read(DATA.resolve("elasticities/" + classification + ".csv"))
                .theta(elasticities, world.sectors());
        return TradeData.of(
                world,
                theta,
                BaselineTariffs.read(DATA.resolve("baseline-tariffs/" + classification + ".csv.gz"), Said.of("test")));
    }

    /**
     * A made-up world with some empty cells, run-down inventories and an industry that makes nothing.
     *
     * @param size of each economy, and so how many there are
     */
    static World random(long seed, int sectors, double... size) {
        Random random = new Random(seed);
        int n = size.length * sectors;
        double[] z = new double[n * n];
        double[] y = new double[n * size.length];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            int seller = i / sectors;
            boolean idle = i == sectors + 1;
            for (int j = 0; j < n; j++) {
                double home = seller == j / sectors ? 4 : 0.5;
                z[i * n + j] = idle || random.nextInt(9) == 0
                        ? 0
                        : home * size[seller] * size[j / sectors] * random.nextDouble() / sectors;
                x[i] += z[i * n + j];
            }
            for (int e = 0; e < size.length; e++) {
                double home = seller == e ? 6 : 0.5;
                y[i * size.length + e] = idle ? 0 : home * size[seller] * size[e] * (random.nextDouble() * 1.05 - 0.05);
                x[i] += y[i * size.length + e];
            }
        }
        return world(sectors, size.length, z, y, x);
    }

    static World world(int sectors, int economies, double[] z, double[] y, double[] x) {
        List<Economy> economyList = new ArrayList<>();
        for (int e = 0; e < economies; e++) {
            economyList.add(new Economy("E" + e, "Economy " + e));
        }
        List<Sector> sectorList = new ArrayList<>();
        for (int s = 0; s < sectors; s++) {
            sectorList.add(new Sector("s" + s, "", "Sector " + s));
        }
        About about = new About("made-up", "Made up", 2000, "million USD", "test", "none", "residual", List.of());
        return new World(about, economyList, sectorList, List.of(FinalUse.of("HFCE")), z, y, x);
    }

    static double[] theta(int sectors) {
        double[] theta = new double[sectors];
        for (int s = 0; s < sectors; s++) {
            theta[s] = 2.5 + 1.7 * s;
        }
        return theta;
    }

    static TradeData data(World world) {
        return TradeData.of(world, theta(world.sectorCount()), tariffs(0.08));
    }

    /** Tariffs that differ by importer, exporter and sector. */
    static BaselineTariffs tariffs(double height) {
        return new BaselineTariffs() {
            @Override
            public double rate(String importer, String exporter, String sector) {
                return height * Math.floorMod((importer + exporter + sector).hashCode(), 7) / 6;
            }

            @Override
            public Said source() {
                return Said.of("made up.");
            }
        };
    }
}
