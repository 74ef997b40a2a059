package org.jiritsu.disruption.internal;

/** Buyers who look elsewhere for what their suppliers do not deliver: one worker's part of the goods. */
final class Seeking {
    private final State state;
    private final Lanes lanes;
    private final SupplyTable table;
    private final InputSums flows;
    private final Links[] links;
    /** What the suppliers of a good offer its buyers; the caller's scratch. */
    private final double[] supply;

    private final double[] missing;
    private final double[] asked;
    private final double[] firstAsked;
    private final double[] firstOrders;
    private final double[] seekingDays;
    private final double[] restockDays;
    private final double[] wanted;
    private final double[] scratch;

    Seeking(State state, InputSums flows, Links[] links, double[] supply) {
        this.state = state;
        this.flows = flows;
        this.links = links;
        this.supply = supply;
        lanes = state.lanes;
        table = state.table;
        boolean used = state.rules.substitutes() == Rules.Substitutes.SEEKING;
        missing = used ? lanes.filled(0) : new double[0];
        asked = used ? lanes.filled(0) : new double[0];
        firstAsked = used ? lanes.filled(0) : new double[0];
        firstOrders = used && state.rules.criticalFirst() ? lanes.filled(0) : new double[0];
        seekingDays = lanes.each(k -> state.plans.get(k).seekingDays());
        restockDays = lanes.each(k -> state.plans.get(k).restockDays());
        wanted = new double[lanes.width()];
        scratch = new double[lanes.width()];
    }

    /**
     * The share of orders that buyers can have elsewhere follows what their suppliers did not deliver; they have no more
     * there than is missing today, or they would stock up when deliveries return.
     *
     * @param delivered what is delivered to each buyer at orders as before
     */
    void updateSought(int p, double[] delivered) {
        for (int r = 0; r < lanes.rows(); r++) {
            setMissing(r * lanes.width(), delivered, lanes.row(table.purchases[p], r, scratch), missing);
        }
        for (Links own : links) {
            own.missing(p, missing);
        }
        for (int r = 0; r < lanes.rows(); r++) {
            follow(r * lanes.width(), missing, state.sought[p]);
        }
    }

    private static void setMissing(int row, double[] delivered, double[] base, double[] missing) {
        for (int e = 0; e < base.length; e++) {
            missing[row + e] = base[e] > 0 ? 1 - delivered[row + e] / base[e] : 0;
        }
    }

    private void follow(int row, double[] missing, double[] sought) {
        for (int e = 0; e < seekingDays.length; e++) {
            double lacks = Math.max(0, missing[row + e]);
            missing[row + e] = lacks;
            sought[row + e] += (lacks - sought[row + e]) / seekingDays[e];
        }
    }

    /** Sends the sought part to suppliers with capacity to spare, and no more than they can spare. */
    void redirect(int p) {
        forEachSeller(p, (i, k) -> {
            double before = table.output[i];
            lanes.set(state.spare, i, k, before > 0 ? room(i, k) / before : 0);
            lanes.set(firstAsked, i, k, 0);
        });
        flows.toBuyers(p, state.spare, supply);
        for (Links own : links) {
            own.spare(p, supply);
        }
        for (int r = 0; r < lanes.rows(); r++) {
            setRedirect(r * lanes.width(), supply, state.sought[p], missing, wantedPerDay(p, r), state.redirect[p]);
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

    private static void setRedirect(
            int row, double[] offered, double[] sought, double[] missing, double[] wanted, double[] redirect) {
        for (int e = 0; e < wanted.length; e++) {
            double part = Math.min(sought[row + e], missing[row + e]);
            redirect[row + e] = offered[row + e] > 0 ? part * wanted[e] / offered[row + e] : 0;
        }
    }

    /** What the buyers of a row need of good p a day: what they use, and part of what they lack; a scratch row. */
    private double[] wantedPerDay(int p, int r) {
        int row = r * lanes.width();
        double[] goal = lanes.row(state.goalPerUnit[p], r, scratch);
        setWanted(row, goal, state.target, state.inventory[p]);
        double[] perUnit = lanes.row(table.perUnit[p], r, scratch);
        for (int e = 0; e < wanted.length; e++) {
            wanted[e] += perUnit[e] * state.output[row + e];
        }
        return wanted;
    }

    private void setWanted(int row, double[] goal, double[] target, double[] stock) {
        for (int e = 0; e < wanted.length; e++) {
            wanted[e] = Math.max(0, goal[e] * target[row + e] - stock[row + e]) / restockDays[e];
        }
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
}
