package org.jiritsu.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a policy does, each economy's equilibrium after it against the baseline. All changes are in percent; values are
 * in the numeraire, world factor income. A change from nothing, or of nothing, is NaN: an empty cell in a table.
 */
public final class Effects {
    private final TradeData before;
    private final Equilibrium after;
    private final TradeData then;
    private final int n;
    private final int sectors;

    Effects(TradeData before, Equilibrium after) {
        this.before = before;
        this.after = after;
        this.then = after.asData();
        this.n = before.economyCount();
        this.sectors = before.sectorCount();
    }

    /**
     * @param realWagePct ŵ / P̂
     * @param realIncomePct Î / P̂, the exact change of welfare
     * @param realIncomeMusd the same a year at the prices of the baseline: the equivalent variation
     * @param firstOrderWelfarePct Caliendo and Parro (2015), equation 15: the sum of the next three
     * @param termsOfTradePct its first part, which world prices of exports and imports make
     * @param volumeOfTradePct its second part, which tariff (and export tax) wedges times quantities make
     * @param tradeCostPct real trade costs wasted or saved; zero for tariffs, NaN for a ban
     * @param exportsPct border value
     * @param importsPct border value
     * @param tariffRevenuePctOfIncome after the policy, import tariffs only
     * @param tariffRevenueBeforePctOfIncome the same before it
     * @param priceIndexPct P̂, consumer prices
     */
    public record EconomyRow(
            String economy,
            double realWagePct,
            double realIncomePct,
            double realIncomeMusd,
            double firstOrderWelfarePct,
            double termsOfTradePct,
            double volumeOfTradePct,
            double tradeCostPct,
            double exportsPct,
            double importsPct,
            double tariffRevenuePctOfIncome,
            double tariffRevenueBeforePctOfIncome,
            double priceIndexPct) {}

    /**
     * @param outputBefore value of gross output before the policy, in the unit of the world
     * @param outputPct value of gross output
     * @param outputVolumePct output over its unit cost
     * @param producerPricePct ĉ
     * @param userPricePct P̂, what buyers in the economy pay for the sector's goods from everywhere
     */
    public record SectorRow(
            String economy,
            String sector,
            double outputBefore,
            double outputPct,
            double outputVolumePct,
            double producerPricePct,
            double userPricePct,
            double exportsPct,
            double importsPct) {}

    /** Trade with one partner at border values, in the unit of the world and the numeraire. */
    public record PartnerRow(
            String economy,
            String partner,
            double exportsBefore,
            double exportsAfter,
            double exportsPct,
            double importsBefore,
            double importsAfter,
            double importsPct) {}

    /** The equilibrium after the policy, which also gives its worst residual. */
    public Equilibrium equilibrium() {
        return after;
    }

    public String code(int e) {
        return before.economies().get(e).code();
    }

    public int economyCount() {
        return n;
    }

    public List<EconomyRow> economies() {
        List<EconomyRow> rows = new ArrayList<>();
        for (int e = 0; e < n; e++) {
            rows.add(economy(e));
        }
        return rows;
    }

    public EconomyRow economy(int e) {
        double priceIndex = after.priceIndex(e);
        double termsOfTrade = termsOfTradePct(e);
        double volumeOfTrade = volumeOfTradePct(e);
        double tradeCost = tradeCostPct(e);
        return new EconomyRow(
                before.economies().get(e).code(),
                pct(after.wage[e] / priceIndex),
                realIncomePct(e),
                realIncomeMusd(e),
                termsOfTrade + volumeOfTrade + tradeCost,
                termsOfTrade,
                volumeOfTrade,
                tradeCost,
                pct(exports(then, e, j -> true) / exports(before, e, j -> true)),
                pct(imports(then, e, j -> true) / imports(before, e, j -> true)),
                100 * tariffRevenue(then, e) / after.income[e],
                100 * tariffRevenue(before, e) / income(before, e),
                pct(priceIndex));
    }

    /** Î / P̂ of one economy, in percent: what a government is taken to maximise. */
    public double realIncomePct(int e) {
        return pct(after.income[e] / income(before, e) / after.priceIndex(e));
    }

    /** The same a year at the prices of the baseline, in the unit of the world: the equivalent variation. */
    public double realIncomeMusd(int e) {
        return realIncomePct(e) / 100 * incomeBefore(e);
    }

    /** I of an economy before the policy, in the unit of the world. */
    public double incomeBefore(int e) {
        return income(before, e);
    }

    /** Change of the income of all economies, each at its own consumer prices, weighted by income before. */
    public double worldRealIncomePct() {
        double gain = 0;
        double total = 0;
        for (int e = 0; e < n; e++) {
            gain += incomeBefore(e) * realIncomePct(e);
            total += incomeBefore(e);
        }
        return gain / total;
    }

    public List<SectorRow> sectors() {
        double[] outputBefore = before.sales(true);
        double[] outputAfter = then.sales(true);
        List<SectorRow> rows = new ArrayList<>();
        for (int e = 0; e < n; e++) {
            for (int j = 0; j < sectors; j++) {
                int sector = j;
                int pair = before.pair(j, e);
                double output = outputAfter[pair] / outputBefore[pair];
                rows.add(new SectorRow(
                        before.economies().get(e).code(),
                        before.sectors().get(j).code(),
                        outputBefore[pair],
                        pct(output),
                        pct(output / after.cost[pair]),
                        pct(after.cost[pair]),
                        pct(after.price[pair]),
                        pct(exports(then, e, s -> s == sector) / exports(before, e, s -> s == sector)),
                        pct(imports(then, e, s -> s == sector) / imports(before, e, s -> s == sector))));
            }
        }
        return rows;
    }

    public List<PartnerRow> partners() {
        List<PartnerRow> rows = new ArrayList<>();
        for (int e = 0; e < n; e++) {
            for (int p = 0; p < n; p++) {
                if (p != e) {
                    rows.add(partner(e, p));
                }
            }
        }
        return rows;
    }

    private PartnerRow partner(int e, int p) {
        double exportsBefore = bilateral(before, p, e);
        double exportsAfter = bilateral(then, p, e);
        double importsBefore = bilateral(before, e, p);
        double importsAfter = bilateral(then, e, p);
        return new PartnerRow(
                before.economies().get(e).code(),
                before.economies().get(p).code(),
                exportsBefore,
                exportsAfter,
                pct(exportsAfter / exportsBefore),
                importsBefore,
                importsAfter,
                pct(importsAfter / importsBefore));
    }

    /** Change of an economy's imports from a group of partners, at border values. */
    public double importsFromPct(int economy, List<Integer> partners) {
        double was = 0;
        double is = 0;
        for (int p : partners) {
            if (p != economy) {
                was += bilateral(before, economy, p);
                is += bilateral(then, economy, p);
            }
        }
        return pct(is / was);
    }

    /** Of trade with those of the same market: prices of another have no relation to them. */
    private double termsOfTradePct(int e) {
        double sum = 0;
        for (int j = 0; j < sectors; j++) {
            for (int other : partners(e)) {
                sum += before.flow(j, other, e) * borderPriceChange(j, other, e);
                sum -= before.flow(j, e, other) * borderPriceChange(j, e, other);
            }
        }
        return 100 * sum / income(before, e);
    }

    /** Tariff wedges on imports and export tax wedges on exports, each times the change of the quantity. */
    private double volumeOfTradePct(int e) {
        double sum = 0;
        for (int j = 0; j < sectors; j++) {
            for (int other : partners(e)) {
                int in = before.cell(j, e, other);
                int out = before.cell(j, other, e);
                sum += (before.tariff[in] - 1) * before.flow(j, e, other) * quantityChange(j, e, other);
                sum += (1 - 1 / before.exportTax[out]) * before.flow(j, other, e) * quantityChange(j, other, e);
            }
        }
        return 100 * sum / income(before, e);
    }

    private List<Integer> partners(int e) {
        return after.marketOf(e);
    }

    /** The importer bears the real cost of trading. */
    private double tradeCostPct(int e) {
        double sum = 0;
        for (int j = 0; j < sectors; j++) {
            for (int other = 0; other < n; other++) {
                double flow = before.flow(j, e, other);
                double iceberg = after.policy.iceberg[before.cell(j, e, other)];
                sum -= flow == 0 ? 0 : flow * (iceberg - 1);
            }
        }
        return Double.isInfinite(sum) ? Double.NaN : 100 * sum / income(before, e);
    }

    /** Change of the exporter's price at its border: cost times export tax. */
    private double borderPriceChange(int sector, int importer, int exporter) {
        int cell = before.cell(sector, importer, exporter);
        return after.cost[before.pair(sector, exporter)] * after.policy.exportTax[cell] / before.exportTax[cell] - 1;
    }

    private double quantityChange(int sector, int importer, int exporter) {
        double was = before.flow(sector, importer, exporter);
        double iceberg = after.policy.iceberg[before.cell(sector, importer, exporter)];
        return was == 0
                ? 0
                : then.flow(sector, importer, exporter) / was
                        - 1
                        - borderPriceChange(sector, importer, exporter)
                        - (Double.isInfinite(iceberg) ? 0 : iceberg - 1);
    }

    private double exports(TradeData at, int e, IntPredicate wanted) {
        return trade(wanted, (j, other) -> at.flow(j, other, e), e);
    }

    private double imports(TradeData at, int e, IntPredicate wanted) {
        return trade(wanted, (j, other) -> at.flow(j, e, other), e);
    }

    @FunctionalInterface
    private interface Flow {
        double of(int sector, int partner);
    }

    private double trade(IntPredicate wanted, Flow flow, int self) {
        double sum = 0;
        for (int j = 0; j < sectors; j++) {
            for (int other = 0; wanted.test(j) && other < n; other++) {
                sum += other == self ? 0 : flow.of(j, other);
            }
        }
        return sum;
    }

    private double bilateral(TradeData at, int importer, int exporter) {
        double sum = 0;
        for (int j = 0; j < sectors; j++) {
            sum += at.flow(j, importer, exporter);
        }
        return sum;
    }

    private double tariffRevenue(TradeData at, int e) {
        return trade(j -> true, (j, other) -> at.flow(j, e, other) * at.tariffRate(j, e, other), e);
    }

    /** I = wL + tariff revenue + export tax revenue + D. */
    private double income(TradeData at, int e) {
        double exportTaxes =
                trade(j -> true, (j, other) -> at.flow(j, other, e) * (1 - 1 / at.exportTax[at.cell(j, other, e)]), e);
        return at.factorIncome[e] + tariffRevenue(at, e) + exportTaxes + at.deficit[e];
    }

    private static double pct(double ratio) {
        return Double.isFinite(ratio) ? 100 * (ratio - 1) : Double.NaN;
    }
}
