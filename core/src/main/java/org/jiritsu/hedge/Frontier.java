package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * The best portfolio for each budget, each solved on its own: a larger budget never scores worse, and what is bought need
 * not contain what a smaller one buys.
 */
public record Frontier(Criterion criterion, List<Optimum> points) {
    public Frontier {
        points = List.copyOf(points);
    }

    /** Budgets evenly spaced on a logarithmic axis, both ends included. */
    public static double[] axis(double least, double most, int points) {
        if (!(least > 0 && most > least && points >= 2)) {
            throw InputException.use(
                    "The axis of budgets is out of order",
                    "two points or more between two amounts above 0",
                    "%d points from %s to %s".formatted(points, Numbers.plain(least), Numbers.plain(most)),
                    "the ends are swapped, or the lower one is 0.");
        }
        double step = Math.log(most / least) / (points - 1);
        return IntStream.range(0, points)
                .mapToDouble(k -> k == 0 ? least : k == points - 1 ? most : least * Math.exp(k * step))
                .toArray();
    }

    public static Frontier of(Hedging hedging, Criterion criterion, double[] budgets) {
        List<Optimum> points = new ArrayList<>();
        for (double budget : budgets) {
            points.add(hedging.optimum(criterion, budget));
        }
        return new Frontier(criterion, points);
    }

    /** The budget from which more money buys nothing better; empty if it still did at the last point. */
    public Optional<Double> saturates() {
        double last = points.getLast().score();
        return points.stream()
                .filter(point -> point.score() <= last)
                .findFirst()
                .filter(first -> first != points.getLast())
                .map(first -> first.cost().yearly());
    }

    /**
     * What some more money a year buys.
     *
     * @param best the best portfolio with it
     * @param steps each hedge one or more levels up from the present portfolio, the best first; those within the money
     */
    public record Next(Optimum now, double more, Optimum best, List<Step> steps) {
        public Next {
            steps = List.copyOf(steps);
        }
    }

    /** @param gain by how much the score falls */
    public record Step(int hedge, int level, double yearlyCost, double gain) {}

    public static Next next(Hedging hedging, Optimum now, double more) {
        Menu menu = hedging.menu();
        List<Portfolio> ups = new ArrayList<>();
        List<int[]> which = new ArrayList<>();
        for (int i = 0; i < menu.size(); i++) {
            for (int level = now.portfolio().level(i) + 1; level < menu.sizes()[i]; level++) {
                Portfolio up = now.portfolio().with(i, level);
                if (menu.allows(up) && menu.cost(up).yearly() <= now.budget() + more) {
                    ups.add(up);
                    which.add(new int[] {i, level});
                }
            }
        }
        hedging.losses().prepare(ups);
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < ups.size(); k++) {
            steps.add(new Step(
                    which.get(k)[0],
                    which.get(k)[1],
                    menu.cost(ups.get(k)).yearly() - now.cost().yearly(),
                    now.score() - hedging.score(now.criterion(), ups.get(k))));
        }
        steps.sort(Comparator.comparingDouble((Step step) -> -step.gain())
                .thenComparing(Step::yearlyCost)
                .thenComparing(Step::hedge));
        return new Next(now, more, hedging.optimum(now.criterion(), now.budget() + more), steps);
    }

    /**
     * A hedge that the best portfolio does not hold, and the best one that holds it.
     *
     * @param loss by how much the score is higher with it: what was left out first has the least
     */
    public record LeftOut(int hedge, Optimum with, double loss) {}

    /** What was left out, the nearest to being bought first; hedges that the budget or a pair forbids are not in it. */
    public static List<LeftOut> leftOut(Hedging hedging, Optimum now) {
        return IntStream.range(0, hedging.menu().size())
                .filter(i -> !now.portfolio().holds(i))
                .boxed()
                .flatMap(i -> hedging.holding(now.criterion(), now.budget(), i).stream()
                        .map(with -> new LeftOut(i, with, with.score() - now.score())))
                .sorted(Comparator.comparingDouble(LeftOut::loss).thenComparing(LeftOut::hedge))
                .toList();
    }
}
