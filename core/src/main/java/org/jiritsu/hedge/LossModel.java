package org.jiritsu.hedge;

import java.io.Serializable;
import java.util.List;

/**
 * What a portfolio loses in a future: income lost over the futures' horizon, in millions of the menu's currency, at least 0
 * unless a hedge gains. Simulated for the portfolio as a whole; losses of hedges are never added up. Called by several
 * threads at once. It must answer any levels, also pairs that the menu forbids, for these bound others.
 */
public interface LossModel {
    /** One cell: a plain record. */
    record Input(Portfolio portfolio, Future future) implements Serializable {}

    /** All that results depend on beside the menu, the portfolio and the future: world, parameters, version of the model. */
    String version();

    /**
     * What of a portfolio can matter in a future, so that equal cells are computed once: levels that change nothing there
     * set to 0. Never raises a level, and for a smaller portfolio never keeps more.
     */
    default Portfolio relevant(Portfolio portfolio, Future future) {
        return portfolio;
    }

    /** Losses in the order of the batch; one must not depend on what else is in it. */
    double[] losses(List<Input> batch);
}
