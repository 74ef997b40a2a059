package org.jiritsu.trade;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * A world calibrated for the trade model: N economies × J sectors. Importers n buy from exporters i; purchasers' values
 * hold tariffs, border values do not. Symbols are those of docs/methods/trade.md.
 *
 * <p>Cells (sector, importer, exporter) are indexed {@code (j · N + n) · N + i}, pairs (sector, economy)
 * {@code j · N + n}.
 */
public final class TradeData {
    private final String id;
    private final List<Economy> economies;
    private final List<Sector> sectors;
    private final List<Said> notes;

    /** θ, one a sector. */
    final double[] theta;

    final Technology technology;

    /** π, by cell: share of exporter i in what n spends on j. */
    final double[] share;

    /** τ = 1 + tariff, by cell. */
    final double[] tariff;

    /** e = 1 + export tax, by cell. */
    final double[] exportTax;

    /** wL, one an economy. */
    final double[] factorIncome;

    /** D, one an economy: imports less exports at border values. */
    final double[] deficit;

    /** X, by (sector, economy): spending at purchasers' values. */
    final double[] expenditure;

    /**
     * How things are made and what is consumed.
     *
     * @param labourShare β, by (sector, economy): value added over gross output
     * @param inputShare γ[(n · J + j) · J + k]: cost share of goods of sector j in gross output of sector k, in
     * economy n
     * @param finalShare α, by (sector, economy): share of sector j in final spending; sums to one over sectors
     */
    record Technology(double[] labourShare, double[] inputShare, double[] finalShare) {}

    TradeData(
            String id,
            List<Economy> economies,
            List<Sector> sectors,
            List<Said> notes,
            double[] theta,
            Technology technology,
            double[] share,
            double[] tariff,
            double[] exportTax,
            double[] factorIncome,
            double[] deficit,
            double[] expenditure) {
        this.id = id;
        this.economies = List.copyOf(economies);
        this.sectors = List.copyOf(sectors);
        this.notes = List.copyOf(notes);
        this.theta = theta;
        this.technology = technology;
        this.share = share;
        this.tariff = tariff;
        this.exportTax = exportTax;
        this.factorIncome = factorIncome;
        this.deficit = deficit;
        this.expenditure = expenditure;
        requireElasticities();
    }

    /**
     * A world table made an exact equilibrium: with no change of policy nothing changes.
     *
     * @param theta trade elasticity θ = σ − 1, one a sector, as {@link ElasticitySets} gives them
     * @throws InputException if the world has no input-output block or an elasticity is not above 0
     */
    public static TradeData of(World world, double[] theta, BaselineTariffs tariffs) {
        return Calibration.of(world, theta, tariffs, true);
    }

    /** The world it was made from. */
    public String id() {
        return id;
    }

    public List<Economy> economies() {
        return economies;
    }

    public List<Sector> sectors() {
        return sectors;
    }

    /** How the data was prepared and what a reader of any result should know. */
    public List<Said> notes() {
        return notes;
    }

    public int economyCount() {
        return economies.size();
    }

    public int sectorCount() {
        return sectors.size();
    }

    /** Trade elasticity θ = σ − 1 of a sector. */
    public double theta(int sector) {
        return theta[sector];
    }

    /** Ad valorem import tariff in the data, such as 0.15. */
    public double tariffRate(int sector, int importer, int exporter) {
        return tariff[cell(sector, importer, exporter)] - 1;
    }

    /** Imports at border value, before the importer's tariff; the importer's own sales to itself on the diagonal. */
    public double flow(int sector, int importer, int exporter) {
        int cell = cell(sector, importer, exporter);
        return share[cell] * expenditure[pair(sector, importer)] / tariff[cell];
    }

    /** Whether anyone buys this sector from abroad. */
    public boolean traded(int sector) {
        for (int n = 0; n < economyCount(); n++) {
            for (int i = 0; i < economyCount(); i++) {
                if (i != n && share[cell(sector, n, i)] > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The index of an economy given by code or name, whatever its case.
     *
     * @throws InputException with the nearest code, if there is none
     */
    public int economy(String text) {
        return economy(text, List.of());
    }

    int economy(String text, Collection<String> groups) {
        return Labels.find("economy", "economies", text, id, economies, Economy::code, e -> List.of(e.name()), groups);
    }

    /**
     * The index of a sector given by code, classification code or name, whatever its case.
     *
     * @throws InputException with the nearest code, if there is none
     */
    public int sector(String text) {
        return sector(text, List.of());
    }

    int sector(String text, Collection<String> groups) {
        return Labels.find(
                "sector",
                "sectors",
                text,
                id,
                sectors,
                Sector::code,
                s -> List.of(s.classification(), s.name()),
                groups);
    }

    /** The same world with other elasticities, one a sector. */
    public TradeData withTheta(double[] other) {
        if (other.length != sectorCount()) {
            throw new IllegalArgumentException(
                    "One elasticity a sector: %d, not %d".formatted(sectorCount(), other.length));
        }
        return new TradeData(
                id,
                economies,
                sectors,
                notes,
                other.clone(),
                technology,
                share,
                tariff,
                exportTax,
                factorIncome,
                deficit,
                expenditure);
    }

    /** The same world without input-output links: every sector produces from factors alone. */
    public TradeData withoutInputOutput() {
        return Simplify.inputOutput(this, 0);
    }

    /**
     * The same world with all sectors summed into one.
     *
     * @param elasticity θ of the one sector
     */
    public TradeData oneSector(double elasticity) {
        return Simplify.oneSector(this, elasticity);
    }

    /**
     * A policy of this world in the same world with one sector: rates are means by the flows of this world.
     *
     * @param one what {@link #oneSector} made of it, or the solved baseline of that
     * @throws org.jiritsu.base.InputException for a ban, which a mean cannot hold
     */
    public TradePolicy oneSector(TradePolicy policy, TradeData one) {
        return Simplify.oneSector(policy, this, one);
    }

    /** The mean of θ by what is imported of each sector. */
    public double importWeightedTheta() {
        double sum = 0;
        double imports = 0;
        for (int cell = 0; cell < share.length; cell++) {
            int n = economies.size();
            double flow = cell / n % n == cell % n ? 0 : share[cell] * expenditure[cell / n] / tariff[cell];
            sum += flow * theta[cell / (n * n)];
            imports += flow;
        }
        return sum / imports;
    }

    TradeData withDeficit(double[] other) {
        return new TradeData(
                id,
                economies,
                sectors,
                notes,
                theta,
                technology,
                share,
                tariff,
                exportTax,
                factorIncome,
                other,
                expenditure);
    }

    int cell(int sector, int importer, int exporter) {
        int n = economies.size();
        return (Objects.checkIndex(sector, sectors.size()) * n + Objects.checkIndex(importer, n)) * n
                + Objects.checkIndex(exporter, n);
    }

    int pair(int sector, int economy) {
        return sector * economies.size() + economy;
    }

    int cells() {
        return share.length;
    }

    /** Sales by (sector, exporter) summed over importers: border values, or with {@code net} less export taxes. */
    double[] sales(boolean net) {
        int n = economies.size();
        double[] sales = new double[sectors.size() * n];
        for (int cell = 0; cell < share.length; cell++) {
            double border = share[cell] * expenditure[cell / n] / tariff[cell];
            sales[cell / (n * n) * n + cell % n] += net ? border / exportTax[cell] : border;
        }
        return sales;
    }

    private void requireElasticities() {
        for (int j = 0; j < theta.length; j++) {
            if (!(theta[j] > 0) || theta[j] == Double.POSITIVE_INFINITY) {
                throw InputException.data(
                        "The trade elasticity of sector %s cannot be used"
                                .formatted(sectors.get(j).code()),
                        "theta = sigma - 1, a finite number above 0",
                        String.valueOf(theta[j]),
                        "the figure is sigma at or below 1, or a regression coefficient with its minus sign.");
            }
        }
    }

    @Override
    public String toString() {
        return "TradeData[%s, %d economies, %d sectors, theta %s]"
                .formatted(id, economyCount(), sectorCount(), Arrays.toString(theta));
    }
}
