package org.jiritsu.disruption.internal;

import java.util.Arrays;

/**
 * Deliveries, inventories and tomorrow's orders, good by good, in any order: one worker's part of the goods, with its own
 * scratch vectors.
 */
final class Trade {
    /** Goods must balance each day: what is made is delivered, to this share of what is made. */
    static final double BALANCE_TOLERANCE = 1e-9;

    /** Less than this share of before is the rounding left of a sector that has stopped. */
    private static final double DUST = 1e-9;

    /** Rows that go through a good together, few enough to stay in the processor's nearest cache. */
    private static final int BLOCK = 8;

    private final State state;
    private final Lanes lanes;
    private final Table table;
    private final Flows flows;
    private final Links[] links;
    private final Piles[] piles;
    private final Seeking seeking;
    private final double[][] received;
    private final double[][] supply;
    /** The same of those who are served first, and their orders, under {@link Rules#criticalFirst}. */
    private final double[][] firstReceived;
    private final double[][] firstSupply;
    private final double[][] firstOrders;
    private final double[][] limit;
    private final double[] pace;
    private final double[] scratchSupply;
    private double worst;

    Trade(State state, Flows flows, Links[] links, Piles[] piles) {
        this.state = state;
        this.flows = flows;
        this.links = links;
        this.piles = piles;
        lanes = state.lanes;
        table = state.table;
        received = lanes.filled(0);
        supply = state.rules.substitutes() == Rules.Substitutes.NONE ? new double[0][] : lanes.filled(0);
        seeking = new Seeking(state, flows, links, supply);
        boolean classes = state.rules.criticalFirst();
        firstReceived = classes ? lanes.filled(0) : new double[0][];
        firstSupply = classes ? lanes.filled(0) : new double[0][];
        firstOrders = classes ? lanes.filled(0) : new double[0][];
        limit = lanes.filled(0);
        State.forget(limit);
        pace = lanes.each(k -> 1 / state.plans.get(k).restockDays());
        scratchSupply = new double[lanes.width()];
    }

    void trade(int p, int day) {
        boolean whole = needsAll(p);
        int rows = lanes.rows();
        int block = whole ? rows : BLOCK;
        Flows.TwoSums incoming = incoming(p, state.weight, state.redirectWeight);
        double[] balance = new double[lanes.count() == 1 ? 1 : lanes.width()];
        for (int from = 0; from < rows; from += block) {
            int to = Math.min(from + block, rows);
            receive(p, from, to, incoming);
            for (int k = 0; k < lanes.count() && whole; k++) {
                balance[k] += links[k].deliver(p, day, received);
            }
            for (int r = from; r < to; r++) {
                state.rows.addTo(balance, received[r - from]);
            }
            if (whole) {
                addSpecials(p);
            }
            restock(p, from, to);
            for (int k = 0; k < lanes.count() && whole; k++) {
                links[k].use(p);
            }
            state.lowerLimits(p, from, to, limit);
        }
        check(p, day, balance);
        for (Links own : links) {
            own.lowerLimits(p, limit);
        }
        placeOrders(p);
    }

    /** Whether something in this good needs a look at single suppliers or users; else a few rows go at a time. */
    private boolean needsAll(int p) {
        boolean needs = state.rules.substitutes() == Rules.Substitutes.SEEKING || state.rules.criticalFirst();
        for (int k = 0; k < lanes.count(); k++) {
            needs |= links[k].concern(p) || piles[k].concern(p);
        }
        return needs;
    }

    private void receive(int p, int from, int to, Flows.TwoSums incoming) {
        incoming.rows(from, to, received, supply);
        if (state.rules.criticalFirst()) {
            incoming(p, state.firstWeight, state.firstRedirectWeight).rows(from, to, firstReceived, firstSupply);
            takeFirst(p);
        }
        boolean seeks = state.rules.substitutes() == Rules.Substitutes.SEEKING;
        if (seeks) {
            seeking.updateSought(p, received);
        }
        for (int r = from; r < to; r++) {
            if (seeks) {
                state.rows.multiply(received[r], state.order[p][r], supply[r], state.redirect[p][r]);
            } else {
                state.rows.multiply(received[r - from], state.order[p][r]);
            }
        }
    }

    /** What comes at usual orders, and beside it what suppliers offer or what comes at redirected orders. */
    private Flows.TwoSums incoming(int p, double[][] weight, double[][] redirected) {
        return switch (state.rules.substitutes()) {
            case NONE -> {
                Flows.Sums usual = flows.toBuyers(p, weight);
                yield (from, to, out, _) -> usual.rows(from, to, out);
            }
            case BY_PRODUCTION -> flows.toBuyers(p, weight, state.ratio);
            case SEEKING -> flows.toBuyers(p, weight, redirected);
        };
    }

    private void takeFirst(int p) {
        for (int j = 0; j < table.n; j++) {
            if (state.rules.isFirst(p, j)) {
                lanes.copy(firstReceived, received, j);
                if (state.rules.substitutes() != Rules.Substitutes.NONE) {
                    lanes.copy(firstSupply, supply, j);
                }
            }
        }
    }

    /** Stockpiles are released, and what open suppliers offer takes the place of what all do. */
    private void addSpecials(int p) {
        for (Piles own : piles) {
            own.release(p, received);
        }
        if (state.rules.substitutes() == Rules.Substitutes.BY_PRODUCTION) {
            for (Links own : links) {
                own.supply(p, supply);
            }
        }
    }

    /** Checks that what was made went somewhere: to other industries, or to final users. */
    private void check(int p, int day, double[] toIndustries) {
        double before = 0;
        double[] made = new double[lanes.count()];
        double[] delivered = Arrays.copyOf(toIndustries, made.length);
        for (int i = p; i < table.n; i += table.goods) {
            before += table.output[i];
            for (int k = 0; k < made.length; k++) {
                made[k] += lanes.get(state.output, i, k);
                delivered[k] += state.filledFinal(i, k);
            }
        }
        for (int k = 0; k < made.length; k++) {
            double gap = Math.abs(made[k] - delivered[k]);
            double scale = Math.max(made[k], DUST * before);
            if (!(gap <= BALANCE_TOLERANCE * scale)) {
                throw new BalanceException(p, day, made[k], delivered[k]);
            }
            worst = Math.max(worst, scale > 0 ? gap / scale : 0);
        }
    }

    private void restock(int p, int from, int to) {
        boolean respread = state.rules.substitutes() == Rules.Substitutes.BY_PRODUCTION;
        for (int r = from; r < to; r++) {
            state.rows.restock(state.inventory[p][r], received[r - from], state.output[r], state.target[r],
                    table.perUnit[p], state.goalPerUnit[p], r, pace,
                    respread ? supply[r - from] : lanes.row(table.purchases[p], r, scratchSupply), state.order[p][r]);
        }
    }

    private void placeOrders(int p) {
        for (Links own : links) {
            own.takeOrders(p);
        }
        flows.toSellers(p, state.order[p], state.demand);
        for (int i = p; i < table.n; i += table.goods) {
            for (int k = 0; k < lanes.count(); k++) {
                lanes.set(state.demand, i, k, lanes.get(state.demand, i, k) * lanes.get(state.ratio, i, k)
                        + lanes.get(state.finalOrders, i, k));
                lanes.set(state.firstDemand, i, k, lanes.get(state.firstFinalOrders, i, k));
            }
        }
        if (state.rules.criticalFirst()) {
            flows.toSellers(p, state.ofFirst(p, state.order[p], firstOrders), firstReceived);
            for (int i = p; i < table.n; i += table.goods) {
                for (int k = 0; k < lanes.count(); k++) {
                    lanes.add(state.firstDemand, i, k, lanes.get(firstReceived, i, k) * lanes.get(state.ratio, i, k));
                }
            }
        }
        for (Links own : links) {
            own.addOrders(p);
        }
        if (state.rules.substitutes() == Rules.Substitutes.SEEKING) {
            seeking.redirect(p);
        }
    }

    /** Moves this worker's limits into the state; the order of joining does not matter. */
    void join() {
        for (int r = 0; r < lanes.rows(); r++) {
            lower(state.limit[r], limit[r]);
        }
        State.forget(limit);
    }

    private static void lower(double[] limits, double[] others) {
        for (int e = 0; e < limits.length; e++) {
            limits[e] = Math.min(limits[e], others[e]);
        }
    }

    double worstBalance() {
        return worst;
    }
}
