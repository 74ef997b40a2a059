package org.jiritsu.disruption;

import java.util.HashMap;
import java.util.Map;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Industry;

/**
 * Inventory targets, in days of use at the output of before; inventories start at target. Infinite days never bind.
 *
 * @param others for goods that are not named
 * @param byGood by good
 * @param byBuyer by the buying sector, of every good that {@code byGood} does not name
 * @param byIndustry by industry, then by good; stands before the others
 * @param scale multiplies all of them
 */
public record InventoryDays(
        double others,
        Map<String, Double> byGood,
        Map<String, Double> byBuyer,
        Map<Industry, Map<String, Double>> byIndustry,
        double scale) {
    /** Ten years. Far beyond, the rounding of a stock would be as large as what is used of it in a day. */
    private static final double MOST_DAYS = 3650;

    public InventoryDays {
        byGood = Map.copyOf(byGood);
        byBuyer = Map.copyOf(byBuyer);
        byIndustry = Map.copyOf(byIndustry);
        require(others, "goods that are not named");
        byGood.forEach((good, days) -> require(days, good));
        byBuyer.forEach((buyer, days) -> require(days, buyer));
        byIndustry.forEach((industry, goods) -> goods.forEach((good, days) -> require(days, industry + " of " + good)));
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw InputException.use(
                    "The scale of inventories is not usable", "above 0", String.valueOf(scale), "you want 1.");
        }
    }

    /** The same days for every good. */
    public static InventoryDays of(double days) {
        return new InventoryDays(days, Map.of(), Map.of(), Map.of(), 1);
    }

    public InventoryDays scaled(double factor) {
        return new InventoryDays(others, byGood, byBuyer, byIndustry, scale * factor);
    }

    /** The same, with other days of some goods. */
    public InventoryDays with(Map<String, Double> goods) {
        Map<String, Double> all = new HashMap<>(byGood);
        all.putAll(goods);
        return new InventoryDays(others, all, byBuyer, byIndustry, scale);
    }

    private static void require(double days, String whose) {
        if (days > MOST_DAYS && Double.isFinite(days)) {
            throw InputException.use(
                    "Inventory days of " + whose + " are not usable",
                    "at most %,.0f".formatted(MOST_DAYS),
                    String.valueOf(days),
                    "it never runs out: say Infinity.");
        }
        if (!(days > 0)) {
            throw InputException.use(
                    "Inventory days of " + whose + " are not usable",
                    "above 0",
                    String.valueOf(days),
                    "you want 1: a day's use is the least that daily steps can keep.");
        }
    }
}
