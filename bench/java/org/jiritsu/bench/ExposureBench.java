package org.jiritsu.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jiritsu.exposure.Cutoff;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerExposure;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the table in memory to the answer; the factorisation and the checks of every solve are inside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class ExposureBench {
    /** A bundled world, or a random table of the size of an OECD one (77 x 45 = 3,465 industries). */
    @Param({"wiod2011", "random3465"})
    public String table = "";

    @Param({"openblas", "java"})
    public String kernelName = "";

    private World world = randomWorld(1, 2);
    private Kernel kernel = Kernel.java();

    @Setup
    public void open() {
        kernel = kernelName.equals("java") ? Kernel.java() : Kernel.openBlas();
        world = table.startsWith("random")
                ? randomWorld(77, 45)
                : new WorldStore(Path.of("data"), Path.of("none")).open(table);
    }

    /** One factorisation of I - A, checked. */
    @Benchmark
    public double factor() {
        try (Leontief leontief = Leontief.of(world, kernel)) {
            return leontief.worstResidual();
        }
    }

    /** The bare LU, for comparison. */
    @Benchmark
    public int luAlone() {
        int n = world.size();
        try (var lu = kernel.factor(n, (i, row) -> {
            world.readZ(i, row);
            for (int j = 0; j < n; j++) {
                row[j] = -row[j] / 1e7;
            }
            row[i] += 1;
        })) {
            return lu.size();
        }
    }

    /** {@code exposure --all --by sector}: every home, partner and selling sector. */
    @Benchmark
    public int allHomesBySector() {
        try (Leontief leontief = Leontief.of(world, kernel)) {
            PartnerExposure exposure = PartnerExposure.of(leontief);
            int rows = 0;
            for (int home = 0; home < world.economyCount(); home++) {
                List<PartnerShare> shares = exposure.partnersBySector(home);
                rows += shares.size();
            }
            return rows;
        }
    }

    /** {@code cutoff HOME --atlas}: every supplier and sector for one home. */
    @Benchmark
    public int atlas() {
        try (Leontief leontief = Leontief.of(world, kernel)) {
            return Cutoff.into(leontief, 0, 0.01).atlas().size();
        }
    }

    private static World randomWorld(int economies, int sectors) {
        int n = economies * sectors;
        Random random = new Random(1);
        double[] z = new double[n * n];
        double[] y = new double[n * economies];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i * n + j] = random.nextDouble();
                x[i] += z[i * n + j];
            }
            for (int e = 0; e < economies; e++) {
                y[i * economies + e] = random.nextDouble() * sectors * 0.6;
                x[i] += y[i * economies + e];
            }
        }
        return new World(
                new About("random", "random", 2000, "musd", "", "", "", List.of()),
                IntStream.range(0, economies)
                        .mapToObj(e -> new Economy("E" + e, "E" + e))
                        .toList(),
                IntStream.range(0, sectors)
                        .mapToObj(s -> new Sector("s" + s, "", "s" + s))
                        .toList(),
                List.of(new FinalUse("F", "Final", false)),
                z,
                y,
                x);
    }
}
