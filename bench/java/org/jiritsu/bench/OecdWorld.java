package org.jiritsu.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/**
 * A random full table of the layout of the OECD's 2025 release, 80 economies by 50 industries, kept among one's own worlds
 * as {@code icio4000}: {@code OecdWorld FOLDER}. Economies differ in size by Zipf's law, and buy most at home.
 */
public final class OecdWorld {
    private static final int ECONOMIES = 80;
    private static final String CODES =
            "A01 A02 A03 B05 B06 B07 B08 B09 C10T12 C13T15 C16 C17_18 C19 C20 C21 C22 C23 C24A"
                    + " C24B C25 C26 C27 C28 C29 C301 C302T309 C31T33 D E F G H49 H50 H51 H52 H53 I J58T60 J61 J62_63 K L M N O P"
                    + " Q R S T";
    private static final double HOME = 10;

    private OecdWorld() {}

    public static void main(String[] args) {
        System.out.println(new WorldStore(Path.of("data"), Path.of(args[0])).keep(made()));
    }

    private static World made() {
        Random random = new Random(1);
        List<Economy> economies = new WorldStore(Path.of("data"), Path.of("none"))
                .open("icio2022")
                .economies()
                .subList(0, ECONOMIES);
        List<Sector> sectors = Arrays.stream(CODES.split(" "))
                .map(code -> new Sector(code, "", code))
                .toList();
        int n = ECONOMIES * sectors.size();
        double[] z = new double[n * n];
        Arrays.setAll(z, k -> flow(random, k / n / sectors.size(), k % n / sectors.size()));
        double[] y = new double[n * ECONOMIES];
        Arrays.setAll(y, k -> sectors.size() * flow(random, k / ECONOMIES / sectors.size(), k % ECONOMIES));
        double[] x = IntStream.range(0, n)
                .mapToDouble(i -> Arrays.stream(z, i * n, (i + 1) * n).sum()
                        + Arrays.stream(y, i * ECONOMIES, (i + 1) * ECONOMIES).sum())
                .toArray();
        About about = new About("icio4000", "Made, of OECD size", 2022, "musd", "random", "none", "", List.of());
        return new World(about, economies, sectors, List.of(FinalUse.of("HFCE")), z, y, x);
    }

    /** A flow between two industries: alike both ways but for chance, so that about half of output is value added. */
    private static double flow(Random random, int from, int to) {
        double size = 1e4 / ((1 + from) * (1 + to));
        return random.nextDouble() * (from == to ? HOME * size * (1 + from) : size);
    }
}
