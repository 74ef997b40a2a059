package org.jiritsu.disruption.internal;

/** Buyers who look elsewhere for what their suppliers do not deliver: one worker's part of the goods. */
final class Seeking {
    private final State state;
    private final Lanes lanes;
    private final Table table;
    private final Flows flows;
    private final Links[] links;
    /** What the suppliers of a good offer its buyers; the caller's scratch. */
    private final double[][] supply;
    private final double[][] missing;
    private final double[][] asked;
    private final double[][] firstAsked;
    private final double[][] firstOrders;

    Seeking(State state, Flows flows, Links[] links, double[][] supply) {
        this.state = state;
        this.flows = flows;
        this.links = links;
        this.supply = supply;
        lanes = state.lanes;
        table = state.table;
        boolean used = state.rules.substitutes() == Rules.Substitutes.SEEKING;
        missing = used ? lanes.filled(0) : new double[0][];
        asked = used ? lanes.filled(0) : new double[0][];
        firstAsked = used ? lanes.filled(0) : new double[0][];
        firstOrders = used && state.rules.criticalFirst() ? lanes.filled(0) : new double[0][];
    }

    /**
     * The share of orders that buyers can have elsewhere follows what their suppliers did not deliver; they have no more
     * there than is missing today, or they would stock up when deliveries return.
     *
     * @param delivered what is delivered to each buyer at orders as before
     */
    void updateSought(int p, double[][] delivered) {
        for (int j = 0; j < table.n; j++) {
            double base = table.purchases[p][j];
            for (int k = 0; k < lanes.count(); k++) {
                lanes.set(missing, j, k, base > 0 ? 1 - lanes.get(delivered, j, k) / base : 0);
            }
        }
        for (Links own : links) {
            own.missing(p, missing);
        }
        for (int j = 0; j < table.n; j++) {
            for (int k = 0; k < lanes.count(); k++) {
                lanes.set(missing, j, k, Math.max(0, lanes.get(missing, j, k)));
                double gap = lanes.get(missing, j, k) - lanes.get(state.sought[p], j, k);
                lanes.add(state.sought[p], j, k, gap / state.plans.get(k).seekingDays());
            }
        }
    }

    /** Sends the sought part to suppliers with capacity to spare, and no more than they can spare. */
    void redirect(int p) {
        forEachSeller(p, (i, k) -> {
            double before = table.output[i];
            lanes.set(state.spare, i, k, before > 0 ? room(i, k) / before : 0);
            lanes.set(firstAsked, i, k, 0);
        });
        flows.toBuyers(p, 0, lanes.rows(), state.spare, supply);
        for (Links own : links) {
            own.spare(p, supply);
        }
        for (int j = 0; j < table.n; j++) {
            for (int k = 0; k < lanes.count(); k++) {
                double offered = lanes.get(supply, j, k);
                double sought = Math.min(lanes.get(state.sought[p], j, k), lanes.get(missing, j, k));
                lanes.set(state.redirect[p], j, k, offered > 0 ? sought * wantedPerDay(p, j, k) / offered : 0);
            }
        }
        for (Links own : links) {
            own.takeRedirected(p);
        }
        flows.toSellers(p, state.redirect[p], asked);
        if (state.rules.criticalFirst()) {
            flows.toSellers(p, state.ofFirst(p, state.redirect[p], firstOrders), firstAsked);
        }
        for (Links own : links) {
            own.addRedirected(p, asked, firstAsked);
        }
        forEachSeller(p, this::accept);
    }

    private interface SellerInLane {
        void at(int i, int k);
    }

    private void forEachSeller(int p, SellerInLane work) {
        for (int i = p; i < table.n; i += table.goods) {
            for (int k = 0; k < lanes.count(); k++) {
                work.at(i, k);
            }
        }
    }

    private void accept(int i, int k) {
        double spare = lanes.get(state.spare, i, k);
        double room = room(i, k);
        double wanted = lanes.get(asked, i, k) * spare;
        double accepted = spare * (wanted > room ? room / wanted : 1);
        lanes.set(state.accept, i, k, accepted);
        lanes.add(state.demand, i, k, lanes.get(asked, i, k) * accepted);
        lanes.add(state.firstDemand, i, k, lanes.get(firstAsked, i, k) * accepted);
    }

    private double room(int i, int k) {
        return Math.max(0, lanes.get(state.capacity, i, k) - lanes.get(state.demand, i, k));
    }

    private double wantedPerDay(int p, int j, int k) {
        double goal = state.goalPerUnit[p][j] * lanes.get(state.target, j, k);
        double gap = Math.max(0, goal - lanes.get(state.inventory[p], j, k));
        return table.perUnit[p][j] * lanes.get(state.output, j, k) + gap / state.plans.get(k).restockDays();
    }
}
