package org.jiritsu.disruption.internal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Deliveries, inventories and tomorrow's orders, good by good, in any order: one worker's part of the goods, with its own
 * scratch vectors.
 */
final class Trade {
    /** Goods must balance each day: what is made is delivered, to this share of what is made. */
    static final double BALANCE_TOLERANCE = 1e-9;

    /** Less than this share of before is the rounding left of a sector that has stopped. */
    private static final double DUST = 1e-9;

    private final State state;
    private final Lanes lanes;
    private final SupplyTable table;
    private final InputSums flows;
    private final Links[] links;
    private final Piles[] piles;
    private final Seeking seeking;
    private final double[] received;
    private final double[] supply;
    /** The same of those who are served first, and their orders, under {@link Rules#criticalFirst}. */
    private final double[] firstReceived;

    private final double[] firstSupply;
    private final double[] firstOrders;
    private final double[] limit;
    private final double[] scratch;
    private final Optional<LaneTrade> rowByRow;
    private final boolean[] needsLook;
    private double worst;

    Trade(State state, InputSums flows, Links[] links, Piles[] piles) {
        this.state = state;
        this.flows = flows;
        this.links = links;
        this.piles = piles;
        lanes = state.lanes;
        table = state.table;
        received = lanes.filled(0);
        supply = lanes.filled(0);
        seeking = new Seeking(state, flows, links, supply);
        boolean classes = state.rules.criticalFirst();
        firstReceived = classes ? lanes.filled(0) : new double[0];
        firstSupply = classes ? lanes.filled(0) : new double[0];
        firstOrders = classes ? lanes.filled(0) : new double[0];
        limit = lanes.filled(State.NEVER_BINDS);
        scratch = new double[lanes.width()];
        rowByRow = flows instanceof LaneFlows own ? Optional.of(new LaneTrade(state, own)) : Optional.empty();
        needsLook = new boolean[table.goods];
        for (int p = 0; p < table.goods; p++) {
            needsLook[p] = needsLook(p);
        }
    }

    void trade(int p, int day) {
        double[] made = new double[lanes.count() == 1 ? 1 : lanes.width()];
        double[] went = new double[made.length];
        if (rowByRow.isPresent() && !needsLook[p]) {
            rowByRow.get().trade(p, limit, made, went);
            check(p, day, made, went);
            return;
        }
        tradeWhole(p, day, made, went);
        addFinalOrders(p);
        if (state.rules.criticalFirst()) {
            addFirst(p);
        }
        for (Links own : links) {
            own.addOrders(p);
        }
        if (state.rules.substitutes() == Rules.Substitutes.SEEKING) {
            seeking.redirect(p);
        }
    }

    /** Whether something in good p needs a look at single suppliers or users. */
    private boolean needsLook(int p) {
        return state.rules.substitutes() == Rules.Substitutes.SEEKING
                || state.rules.criticalFirst()
                || Arrays.stream(links).anyMatch(own -> own.concern(p))
                || Arrays.stream(piles).anyMatch(own -> own.concern(p));
    }

    private void tradeWhole(int p, int day, double[] made, double[] went) {
        receive(p);
        for (int k = 0; k < lanes.count(); k++) {
            went[k] += links[k].deliver(p, day, received);
        }
        for (int r = 0; r < lanes.rows(); r++) {
            state.rows.addTo(went, received, r);
        }
        for (int i = p; i < table.n; i += table.goods) {
            state.addMade(i, made, went);
        }
        check(p, day, made, went);
        addSpecials(p);
        for (int r = 0; r < lanes.rows(); r++) {
            state.rows.restock(p, r, received, supply);
        }
        for (Links own : links) {
            own.use(p);
        }
        state.lowerLimits(p, limit);
        for (Links own : links) {
            own.lowerLimits(p, limit);
            own.takeOrders(p);
        }
        flows.toSellers(p, state.order[p], state.demand);
    }

    /** What comes, and beside it what suppliers offer. */
    private void receive(int p) {
        incoming(p, state.weight, received, state.redirectWeight, supply);
        if (state.rules.criticalFirst()) {
            incoming(p, state.firstWeight, firstReceived, state.firstRedirectWeight, firstSupply);
            takeFirst(p);
        }
        if (state.rules.substitutes() == Rules.Substitutes.SEEKING) {
            seeking.updateSought(p, received);
            multiply(received, state.order[p], supply, state.redirect[p]);
        } else {
            multiply(received, state.order[p]);
        }
        if (state.rules.substitutes() != Rules.Substitutes.BY_PRODUCTION) {
            for (int r = 0; r < lanes.rows(); r++) {
                System.arraycopy(
                        lanes.row(table.purchases[p], r, scratch), 0, supply, r * lanes.width(), lanes.width());
            }
        }
    }

    /** What comes at usual orders, and beside it what suppliers offer or what comes at redirected orders. */
    private void incoming(int p, double[] weight, double[] comes, double[] redirected, double[] beside) {
        switch (state.rules.substitutes()) {
            case NONE -> flows.toBuyers(p, weight, comes);
            case BY_PRODUCTION -> flows.toBuyers(p, weight, comes, state.ratio, beside);
            case SEEKING -> flows.toBuyers(p, weight, comes, redirected, beside);
        }
    }

    private static void multiply(double[] sums, double[] orders) {
        for (int e = 0; e < sums.length; e++) {
            sums[e] *= orders[e];
        }
    }

    private static void multiply(double[] sums, double[] orders, double[] otherSums, double[] otherOrders) {
        for (int e = 0; e < sums.length; e++) {
            sums[e] = sums[e] * orders[e] + otherSums[e] * otherOrders[e];
        }
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

    /**
     * Checks that what was made went somewhere: to other industries, or to final users. Sums of a good only: single buyers
     * would take another pass over the flows.
     */
    private void check(int p, int day, double[] made, double[] went) {
        double before = 0;
        for (int i = p; i < table.n; i += table.goods) {
            before += table.output[i];
        }
        for (int k = 0; k < lanes.count(); k++) {
            double gap = Math.abs(made[k] - went[k]);
            double scale = Math.max(made[k], DUST * before);
            if (!(gap <= BALANCE_TOLERANCE * scale)) {
                throw new BalanceException(p, day, made[k], went[k]);
            }
            worst = Math.max(worst, scale > 0 ? gap / scale : 0);
        }
    }

    /** To what industries order, before the ratio of sellers. */
    private void addFinalOrders(int p) {
        for (int i = p; i < table.n; i += table.goods) {
            int at = lanes.index(i, 0);
            for (int e = at; e < at + lanes.count(); e++) {
                state.demand[e] = state.demand[e] * state.ratio[e] + state.finalOrders[e];
                state.firstDemand[e] = state.firstFinalOrders[e];
            }
        }
    }

    private void addFirst(int p) {
        flows.toSellers(p, state.ofFirst(p, state.order[p], firstOrders), firstReceived);
        for (int i = p; i < table.n; i += table.goods) {
            int at = lanes.index(i, 0);
            for (int e = at; e < at + lanes.count(); e++) {
                state.firstDemand[e] += firstReceived[e] * state.ratio[e];
            }
        }
    }

    /** Moves this worker's limits of some rows into the state; the order of joining does not matter. */
    void join(int from, int to) {
        join(from * lanes.width(), to * lanes.width(), limit, state.limit);
    }

    private static void join(int from, int to, double[] limit, double[] all) {
        for (int e = from; e < to; e++) {
            all[e] = Math.min(all[e], limit[e]);
        }
        Arrays.fill(limit, from, to, State.NEVER_BINDS);
    }

    double worstBalance() {
        return worst;
    }
}
