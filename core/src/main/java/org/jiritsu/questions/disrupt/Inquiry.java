package org.jiritsu.questions.disrupt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiritsu.answer.Finding;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Ensemble;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.world.Economy;
import org.jiritsu.world.World;

/**
 * What is asked of the daily model, read and checked.
 *
 * @param home index of the economy whose story is told
 * @param otherEnd the same under the other of the rules strict and partial, between which the truth lies
 * @param start the date of day 0, if dates were said
 * @param ask which table answers it
 */
record Inquiry(
        World world,
        int home,
        DisruptionScenario scenario,
        Optional<DisruptionScenario> otherEnd,
        Optional<LocalDate> start,
        Ask ask,
        Goods goods) {
    /**
     * What is known of goods that are missing, if any are.
     *
     * @param needs what each industry that stops needs of them, between its ends
     */
    record Goods(List<Finding> findings, List<Ensemble.Parameter> needs) {
        static final Goods NONE = new Goods(List.of(), List.of());

        Goods {
            findings = List.copyOf(findings);
            needs = List.copyOf(needs);
        }
    }

    /** Which table is wanted. */
    sealed interface Ask {
        /** Losses by economy. */
        record Economies() implements Ask {}

        /** Losses by industry at home. */
        record Industries() implements Ask {}

        /** The home economy day by day, or what is watched. */
        record Days(Recorded watch) implements Ask {}

        /** How long each industry lasts. */
        record Endure() implements Ask {}

        /** Loss by size of a stockpile, and the size that keeps it within a percentage. */
        record Curve(Stockpile kind, List<Double> sizes, double withinPercent) implements Ask {
            public Curve {
                sizes = List.copyOf(sizes);
            }
        }

        /** Loss by duration. */
        record Durations(List<Integer> days) implements Ask {
            public Durations {
                days = List.copyOf(days);
            }
        }

        /** Percentiles of the loss over uncertain parameters. */
        record Draws(List<Ensemble.Parameter> parameters, int runs, long seed) implements Ask {
            public Draws {
                parameters = List.copyOf(parameters);
            }

            Optional<Ensemble.Parameter> duration() {
                return parameters.stream()
                        .filter(p -> p.name().equals("duration_days"))
                        .findFirst();
            }
        }
    }

    Economy homeEconomy() {
        return world.economies().get(home);
    }

    String homeCode() {
        return homeEconomy().code();
    }

    /** What is recorded of every run: the home day by day. */
    Recorded homeOnly() {
        return new Recorded(List.of(homeCode()), List.of(), List.of());
    }
}
