package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.Bundled;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.FactoredFile;
import org.jiritsu.world.internal.Gras;
import org.jiritsu.world.internal.WorldLabels;

/**
 * Estimates the known world of 2011 as if only its flows and outputs were known, and measures the error. National tables
 * and the pattern of trade are those of an older WIOD year.
 */
final class Backtest {
    static final int GOODS = 16;

    private final World truth = Bundled.world("wiod2011");
    private final LookThrough trueShares = LookThrough.of(truth);
    private final boolean blockOnly;

    /** @param blockOnly whether of services (c17 to c35) only their sum is known, as in the worlds of today */
    Backtest(boolean blockOnly) {
        this.blockOnly = blockOnly;
    }

    /** @param gdpGiven whether every economy's value added is known, as it is from the World Bank today */
    World estimate(World seed, boolean biased, boolean gdpGiven) {
        int economies = truth.economyCount();
        int sectors = truth.sectorCount();
        int[] blockOf = IntStream.range(0, sectors)
                .map(s -> blockOnly ? Math.min(s, GOODS) : s)
                .toArray();
        int[] own = IntStream.range(0, sectors).toArray();
        double[] valueAdded = new double[economies];
        Arrays.setAll(valueAdded, e -> gdpGiven ? gdp(e) : Gras.FREE);
        List<NationalTable> tables = IntStream.range(0, economies)
                .mapToObj(e -> NationalTable.of(seed, e))
                .toList();
        Estimate.Result result = Estimate.of(new Estimate.Problem(
                truth.economies().stream().map(Economy::code).toList(),
                truth.sectors().stream().map(Sector::code).toList(),
                flows(blockOf),
                blockOf,
                tables,
                valueAdded,
                SeedTable.of(seed, own),
                IntStream.range(0, economies).toArray(),
                own,
                Map.of(),
                biased));
        WorldLabels labels = new WorldLabels(
                truth.about(),
                truth.economies(),
                truth.sectors(),
                truth.finalUses().subList(0, 1));
        return FactoredFile.world(result.table(), labels);
    }

    /** Value added of the flows that are given, where negative ones count as zero. */
    private double gdp(int economy) {
        double gdp = 0;
        for (int i = 0; i < truth.size(); i++) {
            for (int j = 0; j < truth.size(); j++) {
                double z = Math.max(0, truth.z(i, j));
                gdp += (truth.economyOf(i) == economy ? z : 0) - (truth.economyOf(j) == economy ? z : 0);
            }
            for (int d = 0; d < truth.economyCount() && truth.economyOf(i) == economy; d++) {
                gdp += Math.max(0, truth.y(i, d));
            }
        }
        return gdp;
    }

    private GivenFlows flows(int[] blockOf) {
        int economies = truth.economyCount();
        int blocks = Arrays.stream(blockOf).max().orElseThrow() + 1;
        double[] cells = new double[economies * blocks * economies];
        for (int i = 0; i < truth.size(); i++) {
            int row = (truth.economyOf(i) * blocks + blockOf[truth.sectorOf(i)]) * economies;
            for (int j = 0; j < truth.size(); j++) {
                cells[row + truth.economyOf(j)] += Math.max(0, truth.z(i, j));
            }
            for (int d = 0; d < economies; d++) {
                cells[row + d] += Math.max(0, truth.y(i, d));
            }
        }
        return new GivenFlows(economies, blocks, cells);
    }

    Errors errors(World estimate) {
        return Errors.of(trueShares, LookThrough.of(estimate), truth.economy("JPN"));
    }

    /** Errors of single links between two economies of at least ten million USD. */
    Errors.Spread links(World estimate, Link link, boolean ofJapan) {
        int japan = truth.economy("JPN");
        int least = 10;
        return Errors.spread(IntStream.range(0, truth.size())
                .filter(i -> truth.sectorOf(i) < GOODS != (link == Link.SERVICES))
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, truth.economyCount())
                        .filter(d -> d != truth.economyOf(i) && (!ofJapan || d == japan))
                        .boxed()
                        .flatMapToDouble(d -> IntStream.rangeClosed(0, truth.sectorCount())
                                .filter(u -> link != Link.GOODS_FINAL || u == truth.sectorCount())
                                .filter(u -> link != Link.GOODS_INPUTS || u < truth.sectorCount())
                                .filter(u -> sales(truth, i, d, u) >= least)
                                .mapToDouble(
                                        u -> 100 * Math.abs(sales(estimate, i, d, u) / sales(truth, i, d, u) - 1)))));
    }

    private static double sales(World world, int seller, int economy, int use) {
        return use < world.sectorCount() ? world.z(seller, world.industry(economy, use)) : world.y(seller, economy);
    }

    /** Kinds of links whose errors differ. */
    enum Link {
        GOODS_INPUTS,
        GOODS_FINAL,
        SERVICES
    }
}
