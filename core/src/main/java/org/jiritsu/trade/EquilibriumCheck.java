package org.jiritsu.trade;

import java.util.List;

/**
 * Puts an equilibrium back into the equations of Caliendo and Parro (2015), section 3, each written out from the data
 * and sharing no line with the solver. Residuals are relative to the economy's income, prices to themselves.
 */
public final class EquilibriumCheck {
    private final Equilibrium at;
    private final TradeData data;
    private final int n;
    private final int sectors;
    private Residual worst = new Residual(0, "nowhere");

    /**
     * A residual.
     *
     * @param size relative: to income, or for prices, costs and shares to themselves
     * @param where its equation, such as {@code labour market of MEX}
     */
    public record Residual(double size, String where) {}

    private EquilibriumCheck(Equilibrium at) {
        this.at = at;
        this.data = at.data;
        this.n = data.economyCount();
        this.sectors = data.sectorCount();
    }

    static Residual worst(Equilibrium at) {
        EquilibriumCheck check = new EquilibriumCheck(at);
        for (int e = 0; e < check.n; e++) {
            check.prices(e);
            check.shares(e);
            check.markets(e);
        }
        check.numeraire();
        return check.worst;
    }

    /** Equations 2 and 4: unit costs, and the price index of each sector. */
    private void prices(int e) {
        for (int j = 0; j < sectors; j++) {
            double log = data.technology.labourShare()[j * n + e] * Math.log(at.wage[e]);
            for (int k = 0; k < sectors; k++) {
                log += data.technology.inputShare()[(e * sectors + k) * sectors + j] * Math.log(at.price[k * n + e]);
            }
            note(at.cost[j * n + e] / Math.exp(log) - 1, "unit cost", j, e);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                int cell = data.cell(j, e, i);
                double change = at.policy.costChange(cell) * at.cost[j * n + i];
                sum += data.share[cell] > 0 ? data.share[cell] * Math.pow(change, -data.theta[j]) : 0;
            }
            note(at.price[j * n + e] / Math.pow(sum, -1 / data.theta[j]) - 1, "price", j, e);
        }
    }

    /** Equation 6: trade shares follow relative prices, and sum to one. */
    private void shares(int e) {
        for (int j = 0; j < sectors; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                int cell = data.cell(j, e, i);
                double relative = at.policy.costChange(cell) * at.cost[j * n + i] / at.price[j * n + e];
                double expected = data.share[cell] > 0 ? data.share[cell] * Math.pow(relative, -data.theta[j]) : 0;
                note(at.share[cell] - expected, "trade share", j, e);
                sum += at.share[cell];
            }
            note(sum - 1, "sum of trade shares", j, e);
        }
    }

    /** Equations 7 to 9: goods markets, income, the balance of trade, and with them the labour market. */
    private void markets(int e) {
        double[] output = new double[sectors];
        double tariffs = 0;
        double exportTaxes = 0;
        double imports = 0;
        double exports = 0;
        for (int j = 0; j < sectors; j++) {
            for (int other = 0; other < n; other++) {
                double bought = border(j, e, other);
                double sold = border(j, other, e);
                double taxed = sold / at.policy.exportTax[data.cell(j, other, e)];
                imports += bought;
                exports += sold;
                tariffs += bought * (at.policy.tariff[data.cell(j, e, other)] - 1);
                exportTaxes += sold - taxed;
                output[j] += taxed;
            }
        }
        double income = at.wage[e] * data.factorIncome[e] + tariffs + exportTaxes + at.deficit[e];
        note((income - at.income[e]) / at.income[e], "income", -1, e);
        note((imports - exports - at.deficit[e]) / at.income[e], "balance of trade", -1, e);
        double labour = 0;
        for (int j = 0; j < sectors; j++) {
            labour += data.technology.labourShare()[j * n + e] * output[j];
            double use = data.technology.finalShare()[j * n + e] * income;
            for (int k = 0; k < sectors; k++) {
                use += data.technology.inputShare()[(e * sectors + j) * sectors + k] * output[k];
            }
            note((use - at.expenditure[j * n + e]) / at.income[e], "goods market", j, e);
        }
        note(labour / (at.wage[e] * data.factorIncome[e]) - 1, "labour market", -1, e);
    }

    private double border(int sector, int importer, int exporter) {
        int cell = data.cell(sector, importer, exporter);
        return at.share[cell] * at.expenditure[data.pair(sector, importer)] / at.policy.tariff[cell];
    }

    private void numeraire() {
        for (List<Integer> market : at.markets()) {
            double before = 0;
            double after = 0;
            for (int e : market) {
                before += data.factorIncome[e];
                after += at.wage[e] * data.factorIncome[e];
                before += at.parted ? transfers(e) : 0;
                after += at.parted ? at.income[e] - at.wage[e] * data.factorIncome[e] : 0;
            }
            note(after / before - 1, "numeraire", -1, market.getFirst());
        }
    }

    /** What an economy had before beside factor income: tariffs, export taxes and its imbalance. */
    private double transfers(int e) {
        double sum = data.deficit[e];
        for (int j = 0; j < sectors; j++) {
            for (int other = 0; other < n; other++) {
                double sold = data.flow(j, other, e);
                sum += data.flow(j, e, other) * data.tariffRate(j, e, other);
                sum += sold - sold / data.exportTax[data.cell(j, other, e)];
            }
        }
        return sum;
    }

    private void note(double residual, String equation, int sector, int economy) {
        double size = Double.isNaN(residual) ? Double.POSITIVE_INFINITY : Math.abs(residual);
        if (size > worst.size()) {
            worst = new Residual(
                    size,
                    "%s of %s%s"
                            .formatted(
                                    equation,
                                    data.economies().get(economy).code(),
                                    sector < 0
                                            ? ""
                                            : "_" + data.sectors().get(sector).code()));
        }
    }
}
