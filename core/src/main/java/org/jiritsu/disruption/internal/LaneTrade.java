package org.jiritsu.disruption.internal;

import java.util.Arrays;

/**
 * Deliveries, inventories and orders of a good that needs no look at single suppliers or users, for many lanes: all that a
 * buyer does while his row is in the processor's nearest cache. One worker's, with its own scratch vectors.
 */
final class LaneTrade {
    private final State state;
    private final LaneFlows flows;
    private final LaneRows rows;
    private final int width;
    private final boolean respread;
    /** Of one buyer, what comes and what suppliers offer at an order factor of 1. */
    private final double[] received;

    private final double[] supply;
    /** What the sellers of a good deliver and offer, and what is ordered from them. */
    private final double[] delivered;

    private final double[] offered;
    private final double[] ordered;

    LaneTrade(State state, LaneFlows flows) {
        this.state = state;
        this.flows = flows;
        width = state.lanes.width();
        respread = state.rules.substitutes() == Rules.Substitutes.BY_PRODUCTION;
        rows = (LaneRows) state.rows;
        received = new double[width];
        supply = new double[width];
        delivered = flows.panel(width);
        offered = flows.panel(width);
        ordered = flows.panel(width);
    }

    /**
     * A day of good p.
     *
     * @param limit lowered to what inventories allow
     * @param made receives, lane by lane, what the sellers make, and {@code went} where it went: to industries, and to
     *     final users
     */
    void trade(int p, double[] limit, double[] made, double[] went) {
        flows.read(p, state.weight, delivered);
        if (respread) {
            flows.read(p, state.ratio, offered);
        }
        Arrays.fill(ordered, 0);
        for (int j = 0; j < state.table.n; j++) {
            if (state.table.purchases[p][j] > 0) {
                receive(p, j);
                rows.trade(p, j, received, supply, went, limit);
                flows.add(p, j, state.order[p], j * width, width, ordered);
            }
        }
        for (int c = 0; c < state.table.economies; c++) {
            rows.sell(state.table.industry(c, p), made, went, ordered, LaneFlows.START + c * width);
        }
    }

    /** What comes, and what suppliers offer: without respread orders as much as they sold before. */
    private void receive(int p, int buyer) {
        if (respread) {
            flows.sum(p, buyer, width, delivered, received, offered, supply, 0);
        } else {
            flows.sum(p, buyer, width, delivered, received, 0);
            Arrays.fill(supply, state.table.purchases[p][buyer]);
        }
    }
}
