package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiritsu.world.internal.Gras;

/**
 * Divides flows that are given for a block of sectors, such as all services, among these sectors: in each origin the
 * sectors share output as in its table, exports start from the older world's pattern by destination, and each flow of
 * the block is met exactly.
 */
final class BlockFlows {
    private static final double TOLERANCE = 1e-9;
    private static final int LIMIT = 20_000;

    private final GivenFlows given;
    private final int[] blockOf;
    private final SeedTable seed;
    private final int[] seedOf;
    private final int[] groupOf;

    /**
     * @param blockOf the given sector that each wanted sector is part of
     * @param seedOf the seed's economy for each economy
     * @param groupOf the seed's group of each wanted sector
     */
    BlockFlows(GivenFlows given, int[] blockOf, SeedTable seed, int[] seedOf, int[] groupOf) {
        this.given = given;
        this.blockOf = blockOf;
        this.seed = seed;
        this.seedOf = seedOf;
        this.groupOf = groupOf;
    }

    /** @param tables one an economy, of the wanted sectors */
    GivenFlows divide(List<NationalTable> tables) {
        int economies = given.economies();
        double[] cells = new double[economies * blockOf.length * economies];
        for (int o = 0; o < economies; o++) {
            for (int block = 0; block < given.sectors(); block++) {
                int of = block;
                int[] members = IntStream.range(0, blockOf.length)
                        .filter(s -> blockOf[s] == of)
                        .toArray();
                double[] parts = parts(o, block, members, tables.get(o));
                for (int k = 0; k < members.length; k++) {
                    for (int d = 0; d < economies; d++) {
                        cells[(o * blockOf.length + members[k]) * economies + d] = parts[d * members.length + k];
                    }
                }
            }
        }
        return new GivenFlows(economies, blockOf.length, cells);
    }

    /** [destination][member] */
    private double[] parts(int origin, int block, int[] members, NationalTable table) {
        int economies = given.economies();
        double[] flows = new double[economies];
        Arrays.setAll(flows, d -> given.flow(origin, block, d));
        double[] output = share(Arrays.stream(members).mapToDouble(s -> table.output()[s]));
        double made = Arrays.stream(flows).sum();
        double[] cells = new double[economies * members.length];
        for (int d = 0; d < economies; d++) {
            double[] mix = d == origin ? home(members, table) : exports(origin, d, members, table);
            for (int k = 0; k < members.length; k++) {
                cells[d * members.length + k] = output[k] > 0 ? flows[d] * mix[k] : 0;
            }
        }
        if (members.length == 1 || made == 0) {
            return cells;
        }
        double[] outputs = Arrays.stream(output).map(part -> part * made).toArray();
        return Gras.balance(cells, flows, outputs, TOLERANCE, LIMIT).cells();
    }

    private static double[] home(int[] members, NationalTable table) {
        return share(Arrays.stream(members)
                .mapToDouble(s -> Arrays.stream(table.home()[s]).sum()));
    }

    /** The older world's exports by group, a group divided as in the table's exports. */
    private double[] exports(int origin, int destination, int[] members, NationalTable table) {
        return share(Arrays.stream(members)
                .mapToDouble(s -> (seed.exports(seedOf[origin], groupOf[s], seedOf[destination]) + SeedTable.HALF_UNIT)
                        * partOfGroup(s, members, table)));
    }

    private double partOfGroup(int sector, int[] members, NationalTable table) {
        int[] siblings = Arrays.stream(members)
                .filter(s -> groupOf[s] == groupOf[sector])
                .toArray();
        double exported =
                Arrays.stream(siblings).mapToDouble(s -> table.exports()[s]).sum();
        double[] by = exported > 0 ? table.exports() : table.output();
        double all = Arrays.stream(siblings).mapToDouble(s -> by[s]).sum();
        return all > 0 ? by[sector] / all : 0;
    }

    /** Shares of a sum; equal ones if all are zero. */
    private static double[] share(DoubleStream values) {
        double[] all = values.toArray();
        double sum = Arrays.stream(all).sum();
        return Arrays.stream(all).map(v -> sum > 0 ? v / sum : 1.0 / all.length).toArray();
    }
}
