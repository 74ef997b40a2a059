package org.jiritsu.questions.hedge;

import org.jiritsu.hedge.Futures;
import org.jiritsu.hedge.Menu;
import org.jiritsu.world.World;

/**
 * What was asked, read and checked.
 *
 * @param usd dollars for one of the menu's currency
 * @param budget millions a year of the menu's currency
 * @param each futures drawn of every set
 * @param tolerance millions of the menu's currency: a regret above it is a failure
 * @param beta level of CVaR
 */
record Inquiry(
        World world,
        int home,
        Menu menu,
        Futures futures,
        double usd,
        double budget,
        int each,
        long seed,
        double tolerance,
        double beta) {
    String code() {
        return world.economies().get(home).code();
    }

    /** Millions of the menu's currency. */
    double gdp() {
        return world.gdp(home) / usd;
    }
}
