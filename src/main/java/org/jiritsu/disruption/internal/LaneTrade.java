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
        rows = new LaneRows(state, width);
        received = new double[width];
        supply = new double[width];
        delivered = new double[state.table.economies * width];
        offered = new double[delivered.length];
        ordered = new double[delivered.length];
    }

    /**
     * A day of good p. Without respread orders a seller's ratio stays 1, and what he offers is what he sold before.
     *
     * @param limit lowered to what inventories allow
     * @param balance receives, lane by lane, what is delivered
     * @param demand receives what is ordered, before the ratio of sellers
     */
    void trade(int p, double[] limit, double[] balance, double[] demand) {
        flows.read(p, state.weight, delivered);
        flows.read(p, state.ratio, offered);
        Arrays.fill(ordered, 0);
        for (int j = 0; j < state.table.n; j++) {
            flows.sum(p, j, width, delivered, received, offered, supply, 0);
            rows.trade(p, j, received, supply, balance, limit);
            flows.add(p, j, state.order[p], j * width, width, ordered);
        }
        flows.write(p, ordered, demand);
    }
}
