package org.jiritsu.disruption.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The daily step of the adaptive regional input-output model for one or more lanes (scenarios) at once. A day is
 * {@link #produce} for all industries, then {@link #trade} good by good, in any order and by any thread.
 */
final class Engine {
    /** Rows that a thread takes at once: a part of a day should be worth the taking. */
    private static final int ROWS_AT_ONCE = 100;

    final SupplyTable table;
    private final State state;
    private final Lanes lanes;
    private final InputSums flows;
    private final Links[] links;
    private final Piles[] piles;
    private final Production production;
    private final List<Trade> workers;

    /**
     * @param vectors whether {@link Vectors} may be used, which more than one lane needs
     * @param threads how many will trade at once
     */
    Engine(SupplyTable table, Rules rules, List<Compiled> plans, boolean vectors, int threads) {
        this.table = table;
        state = new State(table, rules, plans);
        lanes = state.lanes;
        flows = plans.size() > 1 ? LaneFlows.of(table) : vectors ? VectorFlows.of(table) : PlainFlows.of(table);
        links = new Links[lanes.count()];
        Arrays.setAll(links, k -> new Links(state, k));
        piles = new Piles[lanes.count()];
        Arrays.setAll(piles, k -> new Piles(state, k, links[k]));
        for (int p = 0; p < table.goods; p++) {
            for (Links own : links) {
                own.takeOrders(p);
            }
            if (rules.criticalFirst()) {
                flows.toSellers(p, state.ofFirst(p, state.order[p], lanes.filled(0)), state.firstDemand);
            }
        }
        for (Links own : links) {
            own.addFirstOrders();
        }
        production = new Production(state, links);
        workers = IntStream.range(0, threads)
                .mapToObj(_ -> new Trade(state, flows, links, piles))
                .toList();
    }

    /** Decides what is made today, in rounds of a team. */
    void produce(int day, WorkerPool team) {
        int rows = lanes.rows();
        int parts = Math.ceilDiv(rows, ROWS_AT_ONCE);
        team.round(
                parts,
                (_, part) -> production.begin(day, part * ROWS_AT_ONCE, Math.min(rows, (part + 1) * ROWS_AT_ONCE)));
        production.shock(day);
        team.round(parts, (_, part) -> {
            int from = part * ROWS_AT_ONCE;
            int to = Math.min(rows, from + ROWS_AT_ONCE);
            workers.forEach(worker -> worker.join(from, to));
            production.produce(from, to);
        });
    }

    /** Deliveries, inventories and tomorrow's orders of a good; by any thread of the team, each good once a day. */
    void trade(int member, int p, int day) {
        workers.get(member).trade(p, day);
    }

    /** The largest share of what was made of a good in a day that went nowhere. */
    double worstBalance() {
        return workers.stream().mapToDouble(Trade::worstBalance).max().orElse(0);
    }

    double inventory(int p, int j, int k) {
        return lanes.get(state.inventory[p], j, k);
    }

    /** Days of usual use of a seller's goods that a buyer holds; negative if they are not held apart. */
    double daysHeld(int seller, int buyer, int k) {
        return links[k].daysHeld(seller, buyer);
    }

    double pileLeft(int pile, int k) {
        return piles[k].left(pile);
    }

    double output(int j, int k) {
        return lanes.get(state.output, j, k);
    }

    double demand(int j, int k) {
        return lanes.get(state.demand, j, k);
    }

    double capacity(int j, int k) {
        return lanes.get(state.capacity, j, k);
    }

    /** Whether inventories keep an industry from making what demand and capacity allow. */
    boolean lacksInputs(int j, int k, double clear) {
        return output(j, k) < Math.min(demand(j, k), capacity(j, k)) * (1 - clear);
    }

    /** Share of an order that a seller fills today. */
    double fill(int seller, int k, boolean first) {
        return lanes.get(first ? state.firstFill : state.fill, seller, k);
    }

    /** Share of what a seller usually sends that a buyer has or will get today. */
    double comes(int seller, int buyer, int k) {
        double has = links[k].has(seller, buyer);
        return has >= 0 ? has : open(seller, buyer, k) * Math.min(1, output(seller, k) / table.output[seller]);
    }

    double open(int seller, int buyer, int k) {
        return links[k].open(seller, buyer);
    }

    /** The good whose inventory limits an industry most, by the inventories of now. */
    int scarcest(int j, int k) {
        int worst = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < table.goods; p++) {
            double allows = Math.min(state.allows(p, j, k), links[k].allows(p, j));
            if (allows < least) {
                least = allows;
                worst = p;
            }
        }
        return worst;
    }
}
