package org.jiritsu.disruption.internal;

import java.util.Arrays;

/** Capacity, demand and inventories decide what each industry makes today, and so what share of its orders it fills. */
final class Production {
    /** Keeps a stopped supplier on his buyers' list, or he could never start again. */
    private static final double LEAST_RATIO = 1e-6;

    private final State state;
    private final Lanes lanes;
    private final SupplyTable table;
    private final Links[] links;
    private final boolean respread;
    private final double[] limitFactor;
    private final double[] scale;
    private final double[] overBase;
    private final double[] overMax;
    private final double[] overDays;
    /** Targets are for this much of the output of before at most: without bound where all capacity is used in quiet times. */
    private final double[] mostTarget;

    Production(State state, Links[] links) {
        this.state = state;
        this.links = links;
        lanes = state.lanes;
        table = state.table;
        respread = state.rules.substitutes() == Rules.Substitutes.BY_PRODUCTION;
        limitFactor = lanes.block(state::limitFactor);
        scale = lanes.block(k -> state.plans.get(k).inventoryScale());
        overBase = lanes.block(k -> state.plans.get(k).overBase());
        overMax = lanes.block(k -> state.plans.get(k).overMax());
        overDays = lanes.block(k -> state.plans.get(k).overDays());
        mostTarget = lanes.block(k -> state.plans.get(k).overBase() > 1 ? 1 : Double.MAX_VALUE);
    }

    /** First, for rows in any order and by any thread: yesterday decides capacity. */
    void begin(int day, int from, int to) {
        forEachBlock(from, to, (at, length) -> {
            if (day > 0) {
                adaptCapacity(at, length, state.demand, state.output, state.alpha);
            }
            multiply(at, length, state.alpha, state.before, state.capacity);
            System.arraycopy(state.ratio, at, state.deliveredRatio, at, length);
        });
    }

    /** Then, once: what shocks change. */
    void shock(int day) {
        for (int k = 0; k < lanes.count(); k++) {
            setFinalOrders(day, k, state.plans.get(k));
            links[k].begin(day, respread);
            for (Compiled.Capacity change : state.plans.get(k).capacities()) {
                double factor = change.factor(day);
                for (int j : change.industries()) {
                    lanes.set(state.capacity, j, k, lanes.get(state.capacity, j, k) * factor);
                }
            }
        }
    }

    /** Last, for rows in any order and by any thread: what is made, and what share of orders that fills. */
    void produce(int from, int to) {
        forEachBlock(from, to, (at, length) -> {
            make(at, length, state.before, state.demand, state.capacity, state.limit, state.output, state.target);
            Arrays.fill(state.limit, at, at + length, State.NEVER_BINDS);
            fillOrders(at, length);
            if (respread) {
                respread(at, length, state.capacity, state.before, state.ratio);
            }
        });
    }

    private interface Block {
        void at(int from, int length);
    }

    private void forEachBlock(int from, int to, Block work) {
        for (int at = from * lanes.width(), end = to * lanes.width(); at < end; at += scale.length) {
            work.at(at, Math.min(scale.length, end - at));
        }
    }

    private void fillOrders(int at, int length) {
        if (state.classes) {
            rationByClass(at, length, state.demand, state.firstDemand, state.output, state.fill, state.firstFill);
        } else {
            ration(at, length, state.demand, state.output, state.fill);
        }
        if (state.rules.criticalFirst()) {
            multiply(at, length, state.ratio, state.firstFill, state.firstWeight);
            multiply(at, length, state.accept, state.firstFill, state.firstRedirectWeight);
        }
        multiply(at, length, state.ratio, state.fill, state.weight);
        if (state.rules.substitutes() == Rules.Substitutes.SEEKING) {
            multiply(at, length, state.accept, state.fill, state.redirectWeight);
        }
    }

    /** Hallegatte (2013), eq. 14, from yesterday's output and what is now demanded. */
    private void adaptCapacity(int at, int length, double[] demand, double[] output, double[] alpha) {
        for (int e = 0; e < length; e++) {
            double ordered = demand[at + e];
            double before = alpha[at + e];
            double scarcity = ordered > 0 ? (ordered - output[at + e]) / ordered : 0;
            double risen = before + (overMax[e] - before) * scarcity / overDays[e];
            alpha[at + e] = Math.max(overBase[e], risen);
        }
    }

    private void setFinalOrders(int day, int k, Compiled plan) {
        if (FinalDemand.isTouched(plan) && FinalDemand.changes(day, plan)) {
            FinalDemand today = FinalDemand.on(day, table, plan);
            for (int i = 0; i < table.n; i++) {
                lanes.add(state.demand, i, k, today.total()[i] - lanes.get(state.finalOrders, i, k));
                lanes.add(state.firstDemand, i, k, today.first()[i] - lanes.get(state.firstFinalOrders, i, k));
                lanes.set(state.finalOrders, i, k, today.total()[i]);
                lanes.set(state.firstFinalOrders, i, k, today.first()[i]);
            }
        }
    }

    private void make(
            int at,
            int length,
            double[] before,
            double[] demand,
            double[] capacity,
            double[] limit,
            double[] output,
            double[] target) {
        for (int e = 0; e < length; e++) {
            double best = Math.max(0, Math.min(demand[at + e], capacity[at + e]));
            output[at + e] = Math.min(best, limit[at + e] * limitFactor[e]);
            target[at + e] = Math.min(best, before[at + e] * mostTarget[e]) * scale[e];
        }
    }

    private static void multiply(int at, int length, double[] a, double[] b, double[] product) {
        for (int e = at; e < at + length; e++) {
            product[e] = a[e] * b[e];
        }
    }

    /** Nobody has anything from a seller who made nothing before, whatever his weight. */
    private static void respread(int at, int length, double[] capacity, double[] before, double[] ratio) {
        for (int e = at; e < at + length; e++) {
            ratio[e] = Math.max(capacity[e] / Math.max(before[e], Double.MIN_NORMAL), LEAST_RATIO);
        }
    }

    private static void ration(int at, int length, double[] demand, double[] made, double[] fill) {
        for (int e = at; e < at + length; e++) {
            fill[e] = made[e] / Math.max(demand[e], Double.MIN_NORMAL);
        }
    }

    /** Two classes of users: those of {@link State#firstDemand}, and the rest. */
    private static void rationByClass(
            int at,
            int length,
            double[] demand,
            double[] firstDemand,
            double[] made,
            double[] fill,
            double[] firstFill) {
        for (int e = at; e < at + length; e++) {
            double first = firstDemand[e];
            if (first <= 0) {
                fill[e] = demand[e] > 0 ? made[e] / demand[e] : 0;
                firstFill[e] = fill[e];
            } else {
                double rest = Math.max(0, demand[e] - first);
                firstFill[e] = Math.min(1, made[e] / first);
                fill[e] = rest > 0 ? Math.max(0, made[e] - first * firstFill[e]) / rest : 0;
            }
        }
    }
}
