package org.jiritsu.trade;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Sector;

/** The same trade flows under a plainer technology: each result is an exact equilibrium of its own. */
final class Simplify {
    private Simplify() {}

    /**
     * With weaker links between industries: input shares times {@code strength}, value added and final use take what is
     * left over.
     *
     * @param strength 1 for the links of the data, 0 for none
     */
    static TradeData inputOutput(TradeData data, double strength) {
        int n = data.economyCount();
        int sectors = data.sectorCount();
        double[] output = data.sales(true);
        double[] labourShare = Arrays.stream(data.technology.labourShare())
                .map(b -> 1 - strength * (1 - b))
                .toArray();
        double[] inputShare = Arrays.stream(data.technology.inputShare())
                .map(g -> strength * g)
                .toArray();
        double[] finalUse = data.expenditure.clone();
        double[] valueAdded = new double[output.length];
        Arrays.setAll(valueAdded, pair -> labourShare[pair] * output[pair]);
        for (int e = 0; e < n && strength > 0; e++) {
            for (int j = 0; j < sectors; j++) {
                for (int k = 0; k < sectors; k++) {
                    finalUse[j * n + e] -= inputShare[(e * sectors + j) * sectors + k] * output[k * n + e];
                }
                finalUse[j * n + e] = Math.max(0, finalUse[j * n + e]);
            }
        }
        return new TradeData(
                data.id(),
                data.economies(),
                data.sectors(),
                data.notes(),
                data.theta,
                new TradeData.Technology(labourShare, inputShare, shares(finalUse, n)),
                data.share,
                data.tariff,
                data.exportTax,
                sumSectors(valueAdded, n),
                data.deficit,
                data.expenditure);
    }

    static TradeData oneSector(TradeData data, double elasticity) {
        int n = data.economyCount();
        double[] spending = new double[n * n];
        double[] border = new double[n * n];
        double[] producer = new double[n * n];
        for (int cell = 0; cell < data.cells(); cell++) {
            int into = cell % (n * n);
            double bought = data.share[cell] * data.expenditure[cell / n];
            spending[into] += bought;
            border[into] += bought / data.tariff[cell];
            producer[into] += bought / data.tariff[cell] / data.exportTax[cell];
        }
        double[] expenditure = sumSectors(data.expenditure, n);
        double[] share = new double[n * n];
        double[] tariff = new double[n * n];
        double[] exportTax = new double[n * n];
        for (int cell = 0; cell < n * n; cell++) {
            boolean sold = spending[cell] > 0;
            share[cell] = spending[cell] / expenditure[cell / n];
            tariff[cell] = sold ? spending[cell] / border[cell] : 1;
            exportTax[cell] = sold ? border[cell] / producer[cell] : 1;
        }
        double[] finalShare = new double[n];
        Arrays.fill(finalShare, 1);
        return new TradeData(
                data.id(),
                data.economies(),
                List.of(new Sector("ALL", "", "All sectors")),
                data.notes(),
                new double[] {elasticity},
                oneTechnology(data, finalShare),
                share,
                tariff,
                exportTax,
                data.factorIncome,
                data.deficit,
                expenditure);
    }

    /**
     * A policy on many sectors as one on the single sector of {@link #oneSector}: rates are means by border value
     * before the policy, export taxes by producers' value.
     *
     * @throws InputException for a ban of some sectors only
     */
    static TradePolicy oneSector(TradePolicy policy, TradeData data, TradeData one) {
        TradePolicy merged = TradePolicy.statusQuo(one);
        int n = data.economyCount();
        for (int pair = 0; pair < n * n; pair++) {
            double border = 0;
            double tariffs = 0;
            double producer = 0;
            double exportTaxes = 0;
            double costs = 0;
            for (int j = 0; j < data.sectorCount(); j++) {
                int cell = j * n * n + pair;
                double flow = data.flow(j, pair / n, pair % n);
                border += flow;
                tariffs += flow * (policy.tariff[cell] - 1);
                producer += flow / data.exportTax[cell];
                exportTaxes += flow / data.exportTax[cell] * (policy.exportTax[cell] - 1);
                costs += flow == 0 ? 0 : flow * (policy.iceberg[cell] - 1);
            }
            if (border > 0) {
                merged.setTariff(0, pair / n, pair % n, tariffs / border);
                merged.setExportTax(0, pair / n, pair % n, exportTaxes / producer);
                requireNoBan(costs, data, pair / n, pair % n);
                merged.setTradeCost(0, pair / n, pair % n, costs / border);
            }
        }
        return merged;
    }

    private static void requireNoBan(double costs, TradeData data, int importer, int exporter) {
        if (costs == Double.POSITIVE_INFINITY) {
            throw InputException.use(
                    "A ban cannot be told in one sector",
                    "tariffs, taxes and finite trade costs",
                    "a ban on goods of %s in %s"
                            .formatted(
                                    data.economies().get(exporter).code(),
                                    data.economies().get(importer).code()),
                    "the question needs sectors: leave out --one-sector.");
        }
    }

    private static TradeData.Technology oneTechnology(TradeData data, double[] finalShare) {
        int n = data.economyCount();
        double[] output = sumSectors(data.sales(true), n);
        double[] labourShare = new double[n];
        double[] inputShare = new double[n];
        for (int e = 0; e < n; e++) {
            labourShare[e] = data.factorIncome[e] / output[e];
            inputShare[e] = 1 - labourShare[e];
        }
        return new TradeData.Technology(labourShare, inputShare, finalShare);
    }

    private static double[] shares(double[] byPair, int n) {
        double[] total = sumSectors(byPair, n);
        double[] shares = new double[byPair.length];
        Arrays.setAll(shares, pair -> byPair[pair] / total[pair % n]);
        return shares;
    }

    /** Sums (sector, economy) pairs over sectors. */
    static double[] sumSectors(double[] byPair, int n) {
        double[] sums = new double[n];
        for (int pair = 0; pair < byPair.length; pair++) {
            sums[pair % n] += byPair[pair];
        }
        return sums;
    }
}
