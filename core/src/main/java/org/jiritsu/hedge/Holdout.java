package org.jiritsu.hedge;

/**
 * The optimiser's curse (Smith &amp; Winkler 2006): what was chosen for doing best on some futures does worse on fresh ones.
 *
 * @param fitted the score on the futures it was chosen on
 * @param fresh the score on fresh ones
 * @param freshBest the best score that was possible there
 */
public record Holdout(Criterion criterion, Portfolio portfolio, double fitted, double fresh, double freshBest) {
    public static Holdout of(Optimum chosen, Hedging unseen) {
        return new Holdout(
                chosen.criterion(),
                chosen.portfolio(),
                chosen.score(),
                unseen.score(chosen.criterion(), chosen.portfolio()),
                unseen.optimum(chosen.criterion(), chosen.budget()).score());
    }
}
