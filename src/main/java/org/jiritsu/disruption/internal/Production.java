package org.jiritsu.disruption.internal;

import java.util.Arrays;

/** Capacity, demand and inventories decide what each industry makes today, and so what share of its orders it fills. */
final class Production {
    /** Keeps a stopped supplier on his buyers' list, or he could never start again. */
    private static final double LEAST_RATIO = 1e-6;

    private final State state;
    private final Lanes lanes;
    private final Table table;
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
        limitFactor = lanes.each(state::limitFactor);
        scale = lanes.each(k -> state.plans.get(k).inventoryScale());
        overBase = lanes.each(k -> state.plans.get(k).overBase());
        overMax = lanes.each(k -> state.plans.get(k).overMax());
        overDays = lanes.each(k -> state.plans.get(k).overDays());
        mostTarget = lanes.each(k -> state.plans.get(k).overBase() > 1 ? 1 : Double.MAX_VALUE);
    }

    /** First, for rows in any order and by any thread: yesterday decides capacity. */
    void begin(int day, int from, int to) {
        int width = lanes.width();
        double[] scratch = new double[width];
        for (int r = from; r < to; r++) {
            if (day > 0) {
                adaptCapacity(r * width, state.demand, state.output, state.alpha);
            }
            setCapacity(r * width, state.alpha, lanes.row(table.output, r, scratch), state.capacity);
        }
        System.arraycopy(state.ratio, from * width, state.deliveredRatio, from * width, (to - from) * width);
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
        int width = lanes.width();
        double[] scratch = new double[width];
        for (int r = from; r < to; r++) {
            make(r * width, lanes.row(table.output, r, scratch), state.demand, state.capacity, state.limit, state.optimal,
                    state.output, state.target);
        }
        fillOrders(from * width, to * width);
        for (int r = from; r < to && respread; r++) {
            respread(r * width, state.capacity, lanes.row(table.output, r, scratch), state.ratio);
        }
        Arrays.fill(state.limit, from * width, to * width, State.NEVER_BINDS);
    }

    private void fillOrders(int from, int to) {
        if (state.classes) {
            rationByClass(from, to, state.demand, state.firstDemand, state.output, state.fill, state.firstFill);
        } else {
            ration(from, to, state.demand, state.output, state.fill);
        }
        if (state.rules.criticalFirst()) {
            multiply(from, to, state.ratio, state.firstFill, state.firstWeight);
            multiply(from, to, state.accept, state.firstFill, state.firstRedirectWeight);
        }
        multiply(from, to, state.ratio, state.fill, state.weight);
        if (state.rules.substitutes() == Rules.Substitutes.SEEKING) {
            multiply(from, to, state.accept, state.fill, state.redirectWeight);
        }
    }

    /** Hallegatte (2013), eq. 14, from yesterday's output and what is now demanded. */
    private void adaptCapacity(int row, double[] demand, double[] output, double[] alpha) {
        for (int e = 0; e < overMax.length; e++) {
            double ordered = demand[row + e];
            double before = alpha[row + e];
            double scarcity = ordered > 0 ? (ordered - output[row + e]) / ordered : 0;
            double risen = before + (overMax[e] - before) * scarcity / overDays[e];
            alpha[row + e] = Math.max(overBase[e], risen);
        }
    }

    private static void setCapacity(int row, double[] alpha, double[] before, double[] capacity) {
        for (int e = 0; e < before.length; e++) {
            capacity[row + e] = alpha[row + e] * before[e];
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

    private void make(int row, double[] before, double[] demand, double[] capacity, double[] limit, double[] optimal,
            double[] output, double[] target) {
        for (int e = 0; e < before.length; e++) {
            double best = Math.max(0, Math.min(demand[row + e], capacity[row + e]));
            optimal[row + e] = best;
            output[row + e] = Math.min(best, limit[row + e] * limitFactor[e]);
            target[row + e] = Math.min(best, before[e] * mostTarget[e]) * scale[e];
        }
    }

    private static void multiply(int from, int to, double[] a, double[] b, double[] product) {
        for (int e = from; e < to; e++) {
            product[e] = a[e] * b[e];
        }
    }

    private static void respread(int row, double[] capacity, double[] before, double[] ratio) {
        for (int e = 0; e < before.length; e++) {
            ratio[row + e] = before[e] > 0 ? Math.max(capacity[row + e] / before[e], LEAST_RATIO) : 0;
        }
    }

    private static void ration(int from, int to, double[] demand, double[] made, double[] fill) {
        for (int e = from; e < to; e++) {
            fill[e] = made[e] / Math.max(demand[e], Double.MIN_NORMAL);
        }
    }

    /** Two classes of users: those of {@link State#firstDemand}, and the rest. */
    private static void rationByClass(int from, int to, double[] demand, double[] firstDemand, double[] made, double[] fill,
            double[] firstFill) {
        for (int e = from; e < to; e++) {
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
