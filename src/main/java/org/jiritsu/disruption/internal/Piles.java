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

    Piles(Table table, int lanes, int lane, Compiled plan) {
        this.table = table;
        this.lanes = lanes;
        this.lane = lane;
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

    /** Adds today's release of good p to what its users receive. */
    void release(int p, double[] inventory, double[] received, double[] targetDays, double[] optimal) {
        for (int s = 0; s < left.length; s++) {
            Compiled.Pile pile = piles.get(s);
            if (pile.good() == p && left[s] > 0) {
                double[] lacking = lacking(pile, inventory, received, targetDays, optimal);
                double sum = 0;
                for (double one : lacking) {
                    sum += one;
                }
                double out = Math.min(sum, Math.min(left[s], daily[s]));
                for (int u = 0; u < lacking.length && sum > 0; u++) {
                    received[pile.users()[u] * lanes + lane] += out * lacking[u] / sum;
                }
                left[s] -= out;
            }
        }
    }

    /** What each user lacks of the trigger share of his target, once today's deliveries are in. */
    private double[] lacking(Compiled.Pile pile, double[] inventory, double[] received, double[] days, double[] target) {
        int p = pile.good();
        double[] lacking = new double[pile.users().length];
        for (int u = 0; u < lacking.length; u++) {
            int j = pile.users()[u];
            int e = j * lanes + lane;
            double used = Math.min(table.perUnit[p][j] * target[e], inventory[e]);
            double wanted = pile.trigger() * days[j] * table.perUnit[p][j] * target[e];
            boolean counts = Double.isFinite(wanted);
            lacking[u] = counts ? Math.max(0, wanted - (inventory[e] - used + received[e])) : 0;
        }
        return lacking;
    }
}
