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
    /** Whether some users are served before others. */
    private final boolean classes;

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
        classes = state.rules.criticalFirst() || state.plans.stream().anyMatch(Compiled::hasPriorities);
    }

    /** First, for rows in any order and by any thread: yesterday decides capacity. */
    void begin(int day, int from, int to) {
        double[] scratch = new double[lanes.width()];
        for (int r = from; r < to; r++) {
            if (day > 0) {
                adaptCapacity(state.demand[r], state.output[r], state.alpha[r]);
            }
            System.arraycopy(state.ratio[r], 0, state.deliveredRatio[r], 0, lanes.width());
            setCapacity(state.capacity[r], state.alpha[r], lanes.row(table.output, r, scratch));
        }
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
        double[] scratch = new double[lanes.width()];
        for (int r = from; r < to; r++) {
            double[] before = lanes.row(table.output, r, scratch);
            make(before, state.demand[r], state.capacity[r], state.limit[r], state.optimal[r], state.output[r],
                    state.target[r]);
            if (classes) {
                rationByClass(state.demand[r], state.firstDemand[r], state.output[r], state.fill[r], state.firstFill[r]);
            } else {
                ration(state.demand[r], state.output[r], state.fill[r], state.firstFill[r]);
            }
            if (state.rules.criticalFirst()) {
                multiply(state.ratio[r], state.firstFill[r], state.firstWeight[r]);
                multiply(state.accept[r], state.firstFill[r], state.firstRedirectWeight[r]);
            }
            multiply(state.ratio[r], state.fill[r], state.weight[r]);
            multiply(state.accept[r], state.fill[r], state.redirectWeight[r]);
            if (respread) {
                respread(state.capacity[r], before, state.ratio[r]);
            }
            Arrays.fill(state.limit[r], State.NEVER_BINDS);
        }
    }

    /** Hallegatte (2013), eq. 14, from yesterday's output and what is now demanded. */
    private void adaptCapacity(double[] demand, double[] output, double[] alpha) {
        for (int e = 0; e < alpha.length; e++) {
            double scarcity = demand[e] > 0 ? (demand[e] - output[e]) / demand[e] : 0;
            double risen = alpha[e] + (overMax[e] - alpha[e]) * scarcity / overDays[e];
            alpha[e] = Math.max(overBase[e], risen);
        }
    }

    private static void setCapacity(double[] capacity, double[] alpha, double[] before) {
        for (int e = 0; e < capacity.length; e++) {
            capacity[e] = alpha[e] * before[e];
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

    private void make(double[] before, double[] demand, double[] capacity, double[] limit, double[] optimal,
            double[] output, double[] target) {
        for (int e = 0; e < before.length; e++) {
            double best = Math.max(0, Math.min(demand[e], capacity[e]));
            optimal[e] = best;
            output[e] = Math.min(best, limit[e] * limitFactor[e]);
            target[e] = Math.min(best, before[e] * mostTarget[e]) * scale[e];
        }
    }

    private static void multiply(double[] a, double[] b, double[] product) {
        for (int e = 0; e < product.length; e++) {
            product[e] = a[e] * b[e];
        }
    }

    private static void respread(double[] capacity, double[] before, double[] ratio) {
        for (int e = 0; e < ratio.length; e++) {
            ratio[e] = before[e] > 0 ? Math.max(capacity[e] / before[e], LEAST_RATIO) : 0;
        }
    }

    private static void ration(double[] demand, double[] made, double[] fill, double[] firstFill) {
        for (int e = 0; e < fill.length; e++) {
            double share = made[e] / Math.max(demand[e], Double.MIN_NORMAL);
            fill[e] = share;
            firstFill[e] = share;
        }
    }

    /** Two classes of users: those of {@link State#firstDemand}, and the rest. */
    private static void rationByClass(double[] demand, double[] firstDemand, double[] made, double[] fill,
            double[] firstFill) {
        for (int e = 0; e < fill.length; e++) {
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
