package org.jiritsu.trade;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.world.Sector;

/** The same trade flows under a plainer technology: each result is an exact equilibrium of its own. */
final class Simplify {
    private Simplify() {}

    static TradeData withoutInputOutput(TradeData data) {
        int n = data.economyCount();
        int sectors = data.sectorCount();
        double[] sales = data.sales(true);
        double[] labourShare = new double[sectors * n];
        Arrays.fill(labourShare, 1);
        double[] finalShare = shares(data.expenditure, n);
        return new TradeData(data.id(), data.economies(), data.sectors(), data.notes(), data.theta,
                new TradeData.Technology(labourShare, new double[n * sectors * sectors], finalShare),
                data.share, data.tariff, data.exportTax, sumSectors(sales, n), data.deficit, data.expenditure);
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
        return new TradeData(data.id(), data.economies(), List.of(new Sector("ALL", "", "All sectors")), data.notes(),
                new double[] {elasticity}, oneTechnology(data, finalShare), share, tariff, exportTax,
                data.factorIncome, data.deficit, expenditure);
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
