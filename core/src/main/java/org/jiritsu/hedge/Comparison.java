package org.jiritsu.hedge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What each criterion chooses within one budget, and what each thinks of the others' choices.
 *
 * @param optima by criterion
 * @param scores [chosen by][judged by]; the score of a portfolio under the second criterion
 */
public record Comparison(List<Optimum> optima, double[][] scores) {
    public Comparison {
        optima = List.copyOf(optima);
    }

    public static Comparison of(Hedging hedging, List<Criterion> criteria, double budget) {
        // criteria without a bound look at what the others have evaluated, so they come last
        Map<Integer, Optimum> found = new TreeMap<>();
        for (boolean bounded : new boolean[] {true, false}) {
            for (int c = 0; c < criteria.size(); c++) {
                if (criteria.get(c).monotone() == bounded) {
                    found.put(c, hedging.optimum(criteria.get(c), budget));
                }
            }
        }
        List<Optimum> optima = List.copyOf(found.values());
        double[][] scores = optima.stream()
                .map(chosen -> optima.stream()
                        .mapToDouble(judge -> hedging.score(judge.criterion(), chosen.portfolio()))
                        .toArray())
                .toArray(double[][]::new);
        return new Comparison(optima, scores);
    }

    /** Whether all criteria with a bound choose the same portfolio. */
    public boolean agreed() {
        return optima.stream()
                        .filter(one -> one.criterion().monotone())
                        .map(Optimum::portfolio)
                        .distinct()
                        .count()
                <= 1;
    }

    /** Portfolios chosen, with the criteria that choose each. */
    public Map<Portfolio, List<String>> choices() {
        Map<Portfolio, List<String>> choices = new TreeMap<>();
        for (Optimum one : optima) {
            choices.merge(
                    one.portfolio(),
                    List.of(one.criterion().id()),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return choices;
    }
}
