package org.jiritsu.disruption;

import java.util.List;
import org.jiritsu.world.InputException;

/**
 * One question: what happens, under which assumptions, for how many days.
 *
 * @param level an industry counts as fallen once it makes less than this share of before
 */
public record Scenario(
        String name, DisruptionModel model, List<Shock> shocks, List<Stockpile> stockpiles, int days, double level) {
    public Scenario {
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

    public static Scenario of(String name, DisruptionModel model, int days, Shock... shocks) {
        return new Scenario(name, model, List.of(shocks), List.of(), days, 0.9);
    }

    public Scenario with(DisruptionModel other) {
        return new Scenario(name, other, shocks, stockpiles, days, level);
    }

    public Scenario with(List<Stockpile> piles) {
        return new Scenario(name, model, shocks, piles, days, level);
    }

    public Scenario shocked(List<Shock> others) {
        return new Scenario(name, model, others, stockpiles, days, level);
    }

    public Scenario named(String other) {
        return new Scenario(other, model, shocks, stockpiles, days, level);
    }

    public Scenario falling(double below) {
        return new Scenario(name, model, shocks, stockpiles, days, below);
    }
}
