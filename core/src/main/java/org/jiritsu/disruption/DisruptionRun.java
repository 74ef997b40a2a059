package org.jiritsu.disruption;

import java.util.List;
import java.util.Optional;
import org.jiritsu.world.Industry;

/**
 * What happened. Losses are against the days without a shock, in million USD of the table's prices; production beyond
 * that counts against a loss. Differences below {@link #ROUNDING} are none. The lists are in the order of the world.
 *
 * @param worldProduction daily, million USD
 * @param economies one for each economy
 * @param industries one for each industry, economy-major
 * @param series what was watched, day by day
 * @param falls the first day each industry fell below the scenario's level, in order of days
 * @param stockpilesLeft what is left in each stockpile, million USD
 * @param worstImbalance the largest relative difference met between what was made and what was delivered
 * @param warnings what looks like a mistake
 */
public record DisruptionRun(
        DisruptionScenario scenario,
        double[] worldProduction,
        List<EconomyLoss> economies,
        List<IndustryLoss> industries,
        List<Series> series,
        List<Fall> falls,
        List<Double> stockpilesLeft,
        double worstImbalance,
        List<Warning> warnings) {
    /**
     * Share of what is usually made below which a difference is not told from rounding: goods are only known to be neither
     * made nor lost to this share.
     */
    public static final double ROUNDING = 1e-9;

    public DisruptionRun {
        economies = List.copyOf(economies);
        industries = List.copyOf(industries);
        series = List.copyOf(series);
        falls = List.copyOf(falls);
        stockpilesLeft = List.copyOf(stockpilesLeft);
        warnings = List.copyOf(warnings);
    }

    /**
     * An economy's loss.
     *
     * @param valueAddedLostPercent of a year's GDP
     * @param lowestShare production on its worst day over before
     * @param lowestDay its worst day
     */
    public record EconomyLoss(
            String economy,
            double productionLostMusd,
            double valueAddedLostMusd,
            double valueAddedLostPercent,
            double lowestShare,
            int lowestDay) {}

    /**
     * An industry's loss. {@code lowestShare} is 1 for an industry that never made anything.
     *
     * @param valueAddedLostMusd negative for an industry whose value added is negative and that lost production
     */
    public record IndustryLoss(
            Industry industry,
            double productionLostMusd,
            double valueAddedLostMusd,
            double lowestShare,
            int lowestDay) {}

    /** Why an industry fell. */
    public enum Cause {
        /** An input ran short. */
        INPUT,
        /** It could not make more itself. */
        CAPACITY,
        /** It was not asked for more. */
        DEMAND
    }

    /**
     * The supplier who fell short most for an industry that lacks an input.
     *
     * @param linkCut whether it is the link that is cut or slow; else the supplier makes too little
     */
    public record Supplier(Industry industry, double lackingMusdPerDay, boolean linkCut) {}

    /**
     * The first day an industry was below the level.
     *
     * @param share its production over before on that day
     * @param input the scarcest input, if it lacked one
     * @param supplier who of its sellers fell short most, if any did
     */
    public record Fall(
            int day,
            Industry industry,
            double share,
            Cause cause,
            Optional<String> input,
            Optional<Supplier> supplier) {}

    /** What a series holds. */
    public enum Measure {
        PRODUCTION_MUSD,
        VALUE_ADDED_LOST_MUSD,
        UNFILLED_ORDERS_MUSD,
        UNMET_FINAL_ORDERS_MUSD,
        INVENTORY_DAYS,
        /** Of one supplier's goods, where they are kept apart; {@link Series#supplier} is who sold them. */
        SUPPLIER_INVENTORY_DAYS,
        STOCKPILE_MUSD
    }

    /**
     * A daily series.
     *
     * @param whose an economy, or an industry as it is written
     * @param good for inventories and stockpiles, else empty
     * @param supplier whose goods they are, where one supplier's are kept apart
     */
    public record Series(Measure measure, String whose, String good, Optional<Industry> supplier, double[] values) {}

    public EconomyLoss economy(String code) {
        return economies.stream()
                .filter(e -> e.economy().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public IndustryLoss industry(Industry which) {
        return industries.stream()
                .filter(i -> i.industry().equals(which))
                .findFirst()
                .orElseThrow();
    }

    public Series series(Measure measure, String whose) {
        return series.stream()
                .filter(s -> s.measure() == measure && s.whose().equals(whose))
                .findFirst()
                .orElseThrow();
    }

    /** Value added lost in the whole world, million USD. */
    public double valueAddedLostMusd() {
        return economies.stream().mapToDouble(EconomyLoss::valueAddedLostMusd).sum();
    }

    /** The first fall of an industry, if it fell. */
    public Optional<Fall> fall(Industry industry) {
        return falls.stream().filter(f -> f.industry().equals(industry)).findFirst();
    }
}
