package org.jiritsu.disruption.internal;

import java.util.List;

/** The stockpiles of one lane. */
final class Piles {
    private final SupplyTable table;
    private final State state;
    private final Lanes lanes;
    private final int lane;
    private final List<Compiled.Pile> piles;
    private final double[] left;
    private final double[] daily;
    private final Links links;

    Piles(State state, int lane, Links links) {
        this.state = state;
        table = state.table;
        lanes = state.lanes;
        this.lane = lane;
        this.links = links;
        piles = state.plans.get(lane).piles();
        left = new double[piles.size()];
        daily = new double[piles.size()];
        for (int s = 0; s < left.length; s++) {
            double use = 0;
            for (int j : piles.get(s).users()) {
                use += table.purchases[piles.get(s).good()][j];
            }
            left[s] = use * piles.get(s).days();
            daily[s] = use * piles.get(s).dailyDays();
        }
    }

    double left(int pile) {
        return left[pile];
    }

    /** Whether there is a stockpile of a good. */
    boolean concern(int p) {
        return piles.stream().anyMatch(pile -> pile.good() == p);
    }

    /**
     * Adds today's release of good p to what its users receive. Where a user's inputs are specific to their suppliers, it
     * stands in for each of them.
     */
    void release(int p, double[] received) {
        for (int s = 0; s < left.length; s++) {
            Compiled.Pile pile = piles.get(s);
            if (pile.good() == p && left[s] > 0) {
                double[] lacking = new double[pile.users().length];
                double sum = 0;
                for (int u = 0; u < lacking.length; u++) {
                    lacking[u] = lacking(pile, pile.users()[u], received);
                    sum += lacking[u];
                }
                double out = Math.min(sum, Math.min(left[s], daily[s]));
                for (int u = 0; u < lacking.length && sum > 0; u++) {
                    give(pile, pile.users()[u], out * lacking[u] / sum, received);
                }
                left[s] -= out;
            }
        }
    }

    private void give(Compiled.Pile pile, int user, double amount, double[] received) {
        lanes.add(received, user, lane, amount);
        int pair = links.specific(pile.good(), user);
        if (pair >= 0 && amount > 0) {
            links.standIn(pair, amount, pile.trigger());
        }
    }

    /** What a user will lack tonight of the trigger share of his target, today's deliveries and use counted. */
    private double lacking(Compiled.Pile pile, int j, double[] received) {
        int p = pile.good();
        int pair = links.specific(p, j);
        if (pair >= 0) {
            return links.lacking(pair, pile.trigger());
        }
        double perUnit = table.perUnit[p][j];
        double stock = lanes.get(state.inventory[p], j, lane);
        double used = Math.min(perUnit * lanes.get(state.output, j, lane), stock);
        double wanted = pile.trigger() * state.rules.days()[p][j] * perUnit * lanes.get(state.target, j, lane);
        return Double.isFinite(wanted) ? Math.max(0, wanted - (stock - used + lanes.get(received, j, lane))) : 0;
    }
}
