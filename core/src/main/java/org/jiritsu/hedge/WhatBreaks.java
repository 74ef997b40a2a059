package org.jiritsu.hedge;

import java.util.List;
import org.jiritsu.hedge.discovery.Box;
import org.jiritsu.hedge.discovery.Cart;
import org.jiritsu.hedge.discovery.Cases;
import org.jiritsu.hedge.discovery.Prim;

/**
 * Under which conditions a portfolio fails: boxes found on the futures it was chosen on, and how they do on fresh ones.
 *
 * @param failing share of the futures in which its regret is above the tolerance
 * @param failingFresh the same of fresh futures
 * @param boxes PRIM's, the first covers most
 * @param leaves CART's, to compare
 */
public record WhatBreaks(
        Portfolio portfolio,
        double tolerance,
        double failing,
        double failingFresh,
        List<Found> boxes,
        List<Checked> leaves) {
    public WhatBreaks {
        boxes = List.copyOf(boxes);
        leaves = List.copyOf(leaves);
    }

    /** A box that PRIM found. @param reproduced by condition, on halves of the futures */
    public record Found(Prim.Discovered box, Box.Score fresh, List<Prim.Reproduced> reproduced) {
        public Found {
            reproduced = List.copyOf(reproduced);
        }
    }

    /** A leaf of CART. */
    public record Checked(Box box, Box.Score score, Box.Score fresh) {}

    /**
     * @param density least share of failures in a box
     * @param chance limits that chance explains with this quasi-p or more are dropped
     * @param samples halves drawn
     * @param mostBoxes boxes of PRIM
     */
    public record Settings(Prim prim, double density, double chance, int samples, int mostBoxes, long seed) {
        public static final Settings USUAL = new Settings(Prim.USUAL, 0.8, 0.05, 10, 3, 1);
    }

    /**
     * @param fresh the same menu and model with futures that nobody has seen
     */
    public static WhatBreaks of(
            Hedging hedging, Hedging fresh, Portfolio portfolio, double tolerance, Settings settings) {
        Cases known = hedging.cases(portfolio, tolerance);
        Cases unseen =
                Futures.cases(fresh.futures(), fresh.fails(portfolio, tolerance), Futures.factors(hedging.futures()));
        List<Found> boxes =
                settings.prim().cover(known, settings.density(), settings.chance(), settings.mostBoxes()).stream()
                        .map(one -> new Found(
                                one,
                                one.box().on(unseen),
                                settings.prim().reproduced(known, one.box(), settings.samples(), settings.seed())))
                        .toList();
        List<Checked> leaves = new Cart(settings.prim().massMin())
                .find(known, Math.min(0.5, settings.density())).stream()
                        .filter(box -> !box.asked().isEmpty())
                        .map(box -> new Checked(box, box.on(known), box.on(unseen)))
                        .toList();
        return new WhatBreaks(
                portfolio,
                tolerance,
                (double) known.hits() / known.size(),
                (double) unseen.hits() / unseen.size(),
                boxes,
                leaves);
    }
}
