package org.jiritsu.disruption.internal;

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
    private final double[] scratch;

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
        scratch = new double[lanes.width()];
    }

    void day(int day) {
        for (int r = 0; r < lanes.rows(); r++) {
            if (day > 0) {
                adaptCapacity(state.demand[r], state.output[r], state.alpha[r]);
            }
            System.arraycopy(state.ratio[r], 0, state.deliveredRatio[r], 0, lanes.width());
        }
        for (int k = 0; k < lanes.count(); k++) {
            setFinalOrders(day, k, state.plans.get(k));
        }
        for (Links own : links) {
            own.begin(day, respread);
        }
        setCapacity(day);
        for (int r = 0; r < lanes.rows(); r++) {
            produce(r);
        }
        State.forget(state.limit);
    }

    /** Hallegatte (2013), eq. 14, from yesterday's output and what is now demanded. */
    private void adaptCapacity(double[] demand, double[] output, double[] alpha) {
        for (int e = 0; e < alpha.length; e++) {
            double scarcity = demand[e] > 0 ? (demand[e] - output[e]) / demand[e] : 0;
            double risen = alpha[e] + (overMax[e] - alpha[e]) * scarcity / overDays[e];
            alpha[e] = Math.max(overBase[e], risen);
        }
    }

    private void setCapacity(int day) {
        for (int r = 0; r < lanes.rows(); r++) {
            double[] before = lanes.row(table.output, r, scratch);
            for (int e = 0; e < before.length; e++) {
                state.capacity[r][e] = state.alpha[r][e] * before[e];
            }
        }
        for (int k = 0; k < lanes.count(); k++) {
            for (Compiled.Capacity change : state.plans.get(k).capacities()) {
                double factor = change.factor(day);
                for (int j : change.industries()) {
                    lanes.set(state.capacity, j, k, lanes.get(state.capacity, j, k) * factor);
                }
            }
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

    private void produce(int r) {
        double[] before = lanes.row(table.output, r, scratch);
        for (int e = 0; e < before.length; e++) {
            double best = Math.max(0, Math.min(state.demand[r][e], state.capacity[r][e]));
            double allowed = state.limit[r][e] * limitFactor[e];
            state.optimal[r][e] = best;
            state.output[r][e] = Math.min(best, allowed);
            state.target[r][e] = (overBase[e] > 1 ? Math.min(best, before[e]) : best) * scale[e];
            ration(r, e);
            state.weight[r][e] = state.ratio[r][e] * state.fill[r][e];
            state.redirectWeight[r][e] = state.accept[r][e] * state.fill[r][e];
            if (state.rules.criticalFirst()) {
                state.firstWeight[r][e] = state.ratio[r][e] * state.firstFill[r][e];
                state.firstRedirectWeight[r][e] = state.accept[r][e] * state.firstFill[r][e];
            }
            if (respread) {
                state.ratio[r][e] = before[e] > 0 ? Math.max(state.capacity[r][e] / before[e], LEAST_RATIO) : 0;
            }
        }
    }

    /** Two classes of users: those of {@link State#firstDemand}, and the rest. */
    private void ration(int r, int e) {
        double demand = state.demand[r][e];
        double first = state.firstDemand[r][e];
        double made = state.output[r][e];
        if (first <= 0) {
            state.fill[r][e] = demand > 0 ? made / demand : 0;
            state.firstFill[r][e] = state.fill[r][e];
        } else {
            double rest = Math.max(0, demand - first);
            state.firstFill[r][e] = Math.min(1, made / first);
            state.fill[r][e] = rest > 0 ? Math.max(0, made - first * state.firstFill[r][e]) / rest : 0;
        }
    }
}
