package org.jiritsu.world.internal.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.Bundled;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.FactoredFile;
import org.jiritsu.world.internal.Gras;
import org.jiritsu.world.internal.WorldLabels;

/** Estimates the known world of 2011 as if only its flows and outputs were known, and measures the error. */
final class Backtest {
    private final int sectors;
    private final int[] groupOf;
    private final World truth;
    private final LookThrough trueShares;

    /** @param sectors 35, or fewer: then the last one sums up the rest */
    Backtest(int sectors) {
        this.sectors = sectors;
        this.truth = Bundled.world("wiod2011");
        this.groupOf = IntStream.range(0, truth.sectorCount())
                .map(s -> Math.min(s, sectors - 1))
                .toArray();
        this.trueShares = LookThrough.of(aggregated(truth));
    }

    World estimate(World seed, boolean biased) {
        int economies = truth.economyCount();
        SeedTable known = SeedTable.of(truth, groupOf);
        SeedTable table = SeedTable.of(seed, groupOf);
        GivenFlows flows = flows(known);
        int[] same = IntStream.range(0, economies).toArray();
        int[] own = IntStream.range(0, sectors).toArray();
        boolean[] all = new boolean[economies];
        Arrays.fill(all, true);
        double[] gdp = new double[economies];
        Arrays.fill(gdp, Gras.FREE);
        List<UseSeed> uses = new ArrayList<>();
        for (int e = 0; e < economies; e++) {
            uses.add(new BorrowedSeed(table, e, own, SectorSplit.none(sectors), flows.absorption(e)));
        }
        List<String> names = truth.economies().stream().map(Economy::code).toList();
        List<String> codes =
                truth.sectors().subList(0, sectors).stream().map(Sector::code).toList();
        Estimate.Result result =
                Estimate.of(new Estimate.Problem(names, codes, flows, table, same, all, own, gdp, uses, biased));
        return FactoredFile.world(result.table(), labels());
    }

    /** Errors of the estimate from a seed year against the truth at the estimate's own sectors. */
    Errors errors(String seedId, boolean biased) {
        return Errors.of(trueShares, LookThrough.of(estimate(Bundled.world(seedId), biased)), truth.economy("JPN"));
    }

    /** The same estimate against the truth at all 35 sectors: with the error of aggregation. */
    Errors errorsAgainstAllSectors(String seedId, boolean biased) {
        return Errors.of(
                LookThrough.of(truth), LookThrough.of(estimate(Bundled.world(seedId), biased)), truth.economy("JPN"));
    }

    private static GivenFlows flows(SeedTable table) {
        int uses = table.groups() + 1;
        double[] cells = new double[table.cells().length / uses];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = Arrays.stream(table.cells(), c * uses, (c + 1) * uses).sum();
        }
        return new GivenFlows(table.economies(), table.groups(), cells);
    }

    /** A world with its sectors summed and one final use; negative flows stay. */
    private World aggregated(World world) {
        int economies = world.economyCount();
        int n = economies * sectors;
        double[] z = new double[n * n];
        double[] y = new double[n * economies];
        double[] x = new double[n];
        for (int i = 0; i < world.size(); i++) {
            int row = world.economyOf(i) * sectors + groupOf[world.sectorOf(i)];
            x[row] += world.output(i);
            for (int j = 0; j < world.size(); j++) {
                z[row * n + world.economyOf(j) * sectors + groupOf[world.sectorOf(j)]] += world.z(i, j);
            }
            for (int d = 0; d < economies; d++) {
                y[row * economies + d] += world.y(i, d);
            }
        }
        WorldLabels labels = labels();
        return new World(labels.about(), labels.economies(), labels.sectors(), labels.finalUses(), z, y, x);
    }

    private WorldLabels labels() {
        List<Sector> names = IntStream.range(0, sectors)
                .mapToObj(s -> truth.sectors().get(s))
                .toList();
        About about = truth.about();
        return new WorldLabels(
                about, truth.economies(), names, truth.finalUses().subList(0, 1));
    }
}
