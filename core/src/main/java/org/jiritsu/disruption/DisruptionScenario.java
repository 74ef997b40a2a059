package org.jiritsu.disruption;

import java.util.List;
import org.jiritsu.base.InputException;

/**
 * One question: what happens, under which assumptions, for how many days.
 *
 * @param level an industry counts as fallen once it makes less than this share of before
 */
public record DisruptionScenario(
        String name, DisruptionModel model, List<Shock> shocks, List<Stockpile> stockpiles, int days, double level) {
    public DisruptionScenario {
        shocks = List.copyOf(shocks);
        stockpiles = List.copyOf(stockpiles);
        if (days < 1 || days > 36_500) {
            throw InputException.use(
                    "The number of days is out of range",
                    "1 to 36500",
                    String.valueOf(days),
                    "it is given in years: give it in days.");
        }
        if (!(level > 0 && level < 1)) {
            throw InputException.use(
                    "The level below which an industry counts as fallen is out of range",
                    "between 0 and 1",
                    String.valueOf(level),
                    "it is meant as a percentage: divide it by 100.");
        }
    }

    public static DisruptionScenario of(String name, DisruptionModel model, int days, Shock... shocks) {
        return new DisruptionScenario(name, model, List.of(shocks), List.of(), days, 0.9);
    }

    public DisruptionScenario with(DisruptionModel other) {
        return new DisruptionScenario(name, other, shocks, stockpiles, days, level);
    }

    public DisruptionScenario with(List<Stockpile> piles) {
        return new DisruptionScenario(name, model, shocks, piles, days, level);
    }

    public DisruptionScenario shocked(List<Shock> others) {
        return new DisruptionScenario(name, model, others, stockpiles, days, level);
    }

    public DisruptionScenario named(String other) {
        return new DisruptionScenario(other, model, shocks, stockpiles, days, level);
    }

    public DisruptionScenario falling(double below) {
        return new DisruptionScenario(name, model, shocks, stockpiles, days, below);
    }
}
