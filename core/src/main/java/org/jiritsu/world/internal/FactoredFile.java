package org.jiritsu.world.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.estimate.FactoredTable;
import org.jiritsu.world.internal.estimate.GivenFlows;
import org.jiritsu.world.internal.estimate.SeedTable;

/**
 * An estimated world on disk: the factors of {@link FactoredTable} in a NumPy {@code .npz}, multiplied out when read. A
 * dense table of 81 economies and 45 sectors takes 109 MB; its factors take 4.
 */
public final class FactoredFile {
    private static final String FLOWS = "flows.npy";
    private static final String SEED = "seed.npy";
    private static final String SEED_OF = "seed_of.npy";
    private static final String GROUP_OF = "group_of.npy";
    private static final String HOME = "home_uses.npy";
    private static final String IMPORTS = "import_uses.npy";
    private static final String FINAL_ODDS = "final_odds.npy";

    private FactoredFile() {}

    static boolean isFactored(ZipFile zip) {
        return zip.getEntry(FLOWS) != null;
    }

    static World read(ZipFile zip, Path file, Supplier<WorldLabels> awaited) throws IOException {
        if (zip.getEntry(HOME) == null) {
            throw InputException.data(
                    file + " is an estimate of an earlier edition",
                    "the factors of this edition, " + HOME + " among them",
                    "others",
                    "build it again: 'jiritsu world build'.");
        }
        int[] groupOf = whole(zip, file, GROUP_OF);
        int[] seedOf = whole(zip, file, SEED_OF);
        int groups = Arrays.stream(groupOf).max().orElse(0) + 1;
        double[] seed = WorldFile.array(zip, file, SEED);
        double[] flows = WorldFile.array(zip, file, FLOWS);
        double[] home = WorldFile.array(zip, file, HOME);
        double[] imports = WorldFile.array(zip, file, IMPORTS);
        double[] finalOdds = WorldFile.array(zip, file, FINAL_ODDS);
        int seedEconomies = (int) Math.round(Math.sqrt((double) seed.length / groups / (groups + 1)));
        requireIndices(file, GROUP_OF, groupOf, 0, groups);
        requireIndices(file, SEED_OF, seedOf, -1, seedEconomies);
        WorldFile.requireLength(file, SEED, seed, (long) seedEconomies * groups * seedEconomies * (groups + 1));
        WorldLabels labels = awaited.get();
        int economies = labels.economies().size();
        int sectors = labels.sectors().size();
        WorldFile.requireLength(file, FLOWS, flows, (long) economies * economies * sectors);
        WorldFile.requireLength(file, HOME, home, (long) economies * sectors * (sectors + 1));
        WorldFile.requireLength(file, IMPORTS, imports, home.length);
        WorldFile.requireLength(file, FINAL_ODDS, finalOdds, flows.length);
        if (groupOf.length != sectors || seedOf.length != economies) {
            throw InputException.data(
                    file + ": the factors do not fit the labels",
                    "%d sectors and %d economies".formatted(sectors, economies),
                    "%d groups and %d economies of the seed".formatted(groupOf.length, seedOf.length),
                    "the file was written by hand: build the world again.");
        }
        return world(
                new FactoredTable(
                        new GivenFlows(economies, sectors, flows),
                        new SeedTable(seedEconomies, groups, seed),
                        seedOf,
                        groupOf,
                        floats(home),
                        floats(imports),
                        floats(finalOdds)),
                labels);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) values[k];
        }
        return floats;
    }

    /** The world that the factors make. */
    public static World world(FactoredTable table, WorldLabels labels) {
        FactoredTable.Arrays arrays = table.multiplyOut();
        return new World(
                labels.about(),
                labels.economies(),
                labels.sectors(),
                labels.finalUses(),
                arrays.z(),
                arrays.y(),
                arrays.x());
    }

    /** Writes the factors to {@code file}; the caller moves it into place. */
    public static void write(FactoredTable table, WorldLabels labels, Path file) throws IOException {
        int economies = table.flows().economies();
        int sectors = table.flows().sectors();
        int groups = table.seed().groups();
        int seedIndustries = table.seed().economies() * groups;
        try (ZipOutputStream zip = WorldFile.zip(file)) {
            WorldFile.entry(zip, WorldFile.LABELS);
            zip.write(labels.toJson().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            write(
                    zip,
                    FLOWS,
                    economies * sectors,
                    economies,
                    false,
                    i -> table.flows().cells()[i]);
            write(
                    zip,
                    SEED,
                    seedIndustries,
                    table.seed().economies() * (groups + 1),
                    false,
                    i -> table.seed().cells()[i]);
            write(zip, SEED_OF, 1, economies, false, i -> table.seedOf()[i]);
            write(zip, GROUP_OF, 1, sectors, false, i -> table.groupOf()[i]);
            write(zip, HOME, economies * sectors, sectors + 1, true, i -> table.home()[i]);
            write(zip, IMPORTS, economies * sectors, sectors + 1, true, i -> table.imports()[i]);
            write(zip, FINAL_ODDS, economies * sectors, economies, true, i -> table.finalOdds()[i]);
        }
    }

    private static void write(
            ZipOutputStream zip, String name, int rows, int columns, boolean single, IntToDoubleFunction values)
            throws IOException {
        double[] row = new double[columns];
        WorldFile.Rows source = i -> {
            Arrays.setAll(row, j -> values.applyAsDouble(i * columns + j));
            return row;
        };
        if (single) {
            WorldFile.writeSingles(zip, name, rows, columns, source);
        } else {
            WorldFile.writeArray(zip, name, rows, columns, source);
        }
    }

    private static int[] whole(ZipFile zip, Path file, String name) throws IOException {
        return Arrays.stream(WorldFile.array(zip, file, name))
                .mapToInt(v -> (int) v)
                .toArray();
    }

    private static void requireIndices(Path file, String name, int[] indices, int from, int to) {
        for (int index : indices) {
            if (index < from || index >= to) {
                throw InputException.data(
                        "%s, array %s points nowhere".formatted(file, name),
                        "numbers from %d to %d".formatted(from, to - 1),
                        String.valueOf(index),
                        "the file was written by hand: build the world again.");
            }
        }
    }
}
