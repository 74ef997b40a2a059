package org.jiritsu.disruption.internal;

import java.util.List;

/** The stockpiles of one lane. */
final class Piles {
    private final Table table;
    private final int lanes;
    private final int lane;
    private final List<Compiled.Pile> piles;
    private final double[] left;
    private final double[] daily;
    private final Links links;

    Piles(Table table, int lanes, int lane, Compiled plan, Links links) {
        this.table = table;
        this.lanes = lanes;
        this.lane = lane;
        this.links = links;
        piles = plan.piles();
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

    /**
     * Adds today's release of good p to what its users receive. Where a user's inputs are specific to their suppliers, it
     * stands in for each of them.
     */
    void release(int p, double[] inventory, double[] received, double[] days, double[] output, double[] target) {
        for (int s = 0; s < left.length; s++) {
            Compiled.Pile pile = piles.get(s);
            if (pile.good() == p && left[s] > 0) {
                double[] lacking = new double[pile.users().length];
                double sum = 0;
                for (int u = 0; u < lacking.length; u++) {
                    lacking[u] = lacking(pile, pile.users()[u], inventory, received, days, output, target);
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
        received[user * lanes + lane] += amount;
        int pair = links.specific(pile.good(), user);
        if (pair >= 0 && amount > 0) {
            links.standIn(pair, amount, pile.trigger());
        }
    }

    /** What a user will lack tonight of the trigger share of his target, today's deliveries and use counted. */
    private double lacking(Compiled.Pile pile, int j, double[] inventory, double[] received, double[] days,
            double[] output, double[] target) {
        int p = pile.good();
        int pair = links.specific(p, j);
        if (pair >= 0) {
            return links.lacking(pair, pile.trigger());
        }
        int e = j * lanes + lane;
        double used = Math.min(table.perUnit[p][j] * output[e], inventory[e]);
        double wanted = pile.trigger() * days[j] * table.perUnit[p][j] * target[e];
        return Double.isFinite(wanted) ? Math.max(0, wanted - (inventory[e] - used + received[e])) : 0;
    }
}
