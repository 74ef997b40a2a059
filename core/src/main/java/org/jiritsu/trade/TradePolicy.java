package org.jiritsu.trade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * What changes: for every (sector, importer, exporter) the new import tariff and export tax, and by how much the real
 * cost of trading grows. Begins as the status quo of a {@link TradeData} and is changed in place; the model copies it.
 */
public final class TradePolicy {
    /** Rates at or above this are taken for a slip of the pen: 15 where 15% was meant. */
    public static final double ABSURD_RATE = 10;

    final double[] tariff;
    final double[] exportTax;
    final double[] iceberg;
    private final TradeData data;

    private TradePolicy(TradeData data, double[] tariff, double[] exportTax, double[] iceberg) {
        this.data = data;
        this.tariff = tariff;
        this.exportTax = exportTax;
        this.iceberg = iceberg;
    }

    /** No change: the tariffs and export taxes of the data. */
    public static TradePolicy statusQuo(TradeData data) {
        double[] iceberg = new double[data.cells()];
        Arrays.fill(iceberg, 1);
        return new TradePolicy(data, data.tariff.clone(), data.exportTax.clone(), iceberg);
    }

    public TradePolicy copy() {
        return new TradePolicy(data, tariff.clone(), exportTax.clone(), iceberg.clone());
    }

    /** The tariff rate now in force, such as 0.15. */
    public double tariffRate(int sector, int importer, int exporter) {
        return tariff[data.cell(sector, importer, exporter)] - 1;
    }

    /**
     * Sets the ad valorem import tariff, such as 0.15 for 15%. An economy's purchases from itself bear none: such a
     * call does nothing.
     *
     * @throws InputException for a rate at or below -1 or from {@link #ABSURD_RATE} up
     */
    public void setTariff(int sector, int importer, int exporter, double rate) {
        set(tariff, sector, importer, exporter, requireRate("tariff", rate));
    }

    /**
     * Sets the ad valorem export tax, such as 0.15 for 15%.
     *
     * @throws InputException for a rate at or below -1 or from {@link #ABSURD_RATE} up
     */
    public void setExportTax(int sector, int importer, int exporter, double rate) {
        set(exportTax, sector, importer, exporter, requireRate("export tax", rate));
    }

    /**
     * Makes the real (iceberg) cost of trading {@code 1 + growth} times the baseline's; it wastes goods and brings no
     * revenue.
     *
     * @throws InputException for growth at or below -1
     */
    public void setTradeCost(int sector, int importer, int exporter, double growth) {
        if (!(growth > -1)) {
            throw InputException.use(
                    "This trade cost cannot be meant",
                    "growth above -100%",
                    plain(100 * growth) + "%",
                    "the sign is wrong.");
        }
        set(iceberg, sector, importer, exporter, 1 + growth);
    }

    /** The lowest tariff on what is traded in the baseline; below zero it is a subsidy on imports. */
    public double lowestTariff() {
        return lowest(tariff);
    }

    /** The lowest export tax on what is traded in the baseline; below zero it is a subsidy on exports. */
    public double lowestExportTax() {
        return lowest(exportTax);
    }

    private double lowest(double[] factors) {
        return IntStream.range(0, factors.length)
                        .filter(cell -> data.share[cell] > 0)
                        .mapToDouble(cell -> factors[cell])
                        .min()
                        .orElse(1)
                - 1;
    }

    /** Ends the trade: the limit of an infinite trade cost, whether the exporter's ban or the importer's embargo. */
    public void ban(int sector, int importer, int exporter) {
        set(iceberg, sector, importer, exporter, Double.POSITIVE_INFINITY);
    }

    /** κ̂ of a cell: the factor by which policy raises the price that the importer pays, at given production cost. */
    double costChange(int cell) {
        return tariff[cell] / data.tariff[cell] * (exportTax[cell] / data.exportTax[cell]) * iceberg[cell];
    }

    /** Takes over what another policy raises above the baseline, where it is higher than here. */
    void raiseTo(TradePolicy other) {
        for (int cell = 0; cell < tariff.length; cell++) {
            tariff[cell] = raised(tariff[cell], other.tariff[cell], data.tariff[cell]);
            exportTax[cell] = raised(exportTax[cell], other.exportTax[cell], data.exportTax[cell]);
            iceberg[cell] = raised(iceberg[cell], other.iceberg[cell], 1);
        }
    }

    private static double raised(double here, double there, double baseline) {
        return there > baseline ? Math.max(here, there) : here;
    }

    void requireFits(TradeData other) {
        if (data.cells() != other.cells()) {
            throw new IllegalArgumentException("The policy was made for another world");
        }
    }

    private void set(double[] values, int sector, int importer, int exporter, double value) {
        if (importer != exporter) {
            values[data.cell(sector, importer, exporter)] = value;
        }
    }

    /** 1 + rate. */
    static double requireRate(String what, double rate) {
        if (!(rate > -1) || !(rate < ABSURD_RATE)) {
            throw InputException.use(
                    "This %s cannot be meant".formatted(what),
                    "a rate above -100%% and below %.0f%%".formatted(100 * ABSURD_RATE),
                    plain(100 * rate) + "%",
                    rate >= ABSURD_RATE
                            ? "%s%% was meant; for no trade at all use a ban.".formatted(plain(rate))
                            : "the sign is wrong.");
        }
        return 1 + rate;
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number, MathContext.DECIMAL32)
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(number);
    }
}
