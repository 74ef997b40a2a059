package org.jiritsu.disruption.internal;

import java.util.Arrays;
import java.util.List;

/**
 * What one or more lanes (scenarios) hold from one day to the next: vectors over industries, laid out by {@link Lanes}, and
 * such vectors for each good. The order of buyer j to seller i of good p is never stored: it is
 * flow[i][j] · ratio[i] · order[p][j], and with seeking buyers flow[i][j] · (order[p][j] + accept[i] · redirect[p][j]).
 */
final class State {
    static final double NEVER_BINDS = 1e300;
    private static final double BOTTOMLESS = 1e30;
    /** Not zero, for an inventory may be infinite. */
    private static final double NOTHING_PER_STOCK = Double.MIN_NORMAL;

    final SupplyTable table;
    final Rules rules;
    final List<Compiled> plans;
    final Lanes lanes;
    final GoodRows rows;
    /** Whether some users are served before others. */
    final boolean classes;

    /** Orders placed and to be filled today, and that part which is of users served first. */
    final double[] demand;

    final double[] firstDemand;
    final double[] finalOrders;
    final double[] firstFinalOrders;
    /** Capacity over that of before, but for shocks; and capacity. */
    final double[] alpha;

    final double[] capacity;
    /** What is made today, and what was made before any shock. */
    final double[] output;

    final double[] before;
    /** Output that inventories should be enough for. */
    final double[] target;
    /** Output that inventories allow, with ψ = 1 and inventories of scale 1. */
    final double[] limit;
    /** A seller's weight among those of his good: for the orders that are placed today, and for those delivered today. */
    final double[] ratio;

    final double[] deliveredRatio;
    /** Share of orders filled today, and of those of users served first; the same vector if there are none. */
    final double[] fill;

    final double[] firstFill;
    /** Share of what seeking buyers ask that a seller accepts, in which he can spare more or less. */
    final double[] accept;

    final double[] spare;
    /** What a day's flow is multiplied by for what is delivered of usual, and of redirected, orders. */
    final double[] weight;

    final double[] redirectWeight;
    /** The same two of those who are served first, under {@link Rules#criticalFirst}. */
    final double[] firstWeight;

    final double[] firstRedirectWeight;

    /** [good], then as above. */
    final double[][] inventory;

    final double[][] order;
    final double[][] sought;
    final double[][] redirect;
    /** [good][buyer]. */
    final double[][] goalPerUnit;
    /** What a good allows is its inventory times the first of these and what is made without it. */
    final double[][] limitPerStock;

    final double[][] madeWithout;
    /** Of a lane, the share of the gap to the target that is closed in a day; a row. */
    final double[] pace;

    State(SupplyTable table, Rules rules, List<Compiled> plans) {
        this.table = table;
        this.rules = rules;
        this.plans = plans;
        lanes = Lanes.of(plans.size(), table.n);
        classes = rules.criticalFirst() || plans.stream().anyMatch(Compiled::hasPriorities);
        demand = lanes.spread(table.output);
        firstDemand = lanes.filled(0);
        finalOrders = lanes.spread(table.finalOutput);
        firstFinalOrders = lanes.filled(0);
        alpha = lanes.filled(0);
        double[] base = lanes.each(k -> plans.get(k).overBase());
        Arrays.setAll(alpha, e -> base[e % base.length]);
        capacity = lanes.filled(0);
        output = lanes.spread(table.output);
        before = lanes.spread(table.output);
        target = lanes.filled(0);
        limit = lanes.filled(NEVER_BINDS);
        ratio = lanes.filled(1);
        deliveredRatio = lanes.filled(1);
        fill = lanes.filled(1);
        firstFill = classes ? lanes.filled(1) : fill;
        accept = lanes.filled(0);
        spare = lanes.filled(0);
        weight = lanes.filled(1);
        redirectWeight = lanes.filled(0);
        firstWeight = rules.criticalFirst() ? lanes.filled(1) : new double[0];
        firstRedirectWeight = rules.criticalFirst() ? lanes.filled(0) : new double[0];
        boolean seeking = rules.substitutes() == Rules.Substitutes.SEEKING;
        inventory = perGood(true, 0);
        order = perGood(true, 1);
        sought = perGood(seeking, 0);
        redirect = perGood(seeking, 0);
        goalPerUnit = new double[table.goods][table.n];
        limitPerStock = new double[table.goods][table.n];
        madeWithout = new double[table.goods][table.n];
        pace = lanes.each(k -> 1 / plans.get(k).restockDays());
        for (int p = 0; p < table.goods; p++) {
            begin(p);
        }
        rows = plans.size() == 1 ? new IndustryRows(this) : new LaneRows(this);
        for (int p = 0; p < table.goods; p++) {
            lowerLimits(p, limit);
        }
    }

    private double[][] perGood(boolean wanted, double value) {
        double[][] vectors = new double[wanted ? table.goods : 0][];
        Arrays.setAll(vectors, _ -> lanes.filled(value));
        return vectors;
    }

    /** Inventories at target, and the constants of good p. */
    private void begin(int p) {
        for (int j = 0; j < table.n; j++) {
            double perUnit = table.perUnit[p][j];
            double days = rules.days()[p][j];
            boolean binds = perUnit > 0 && Double.isFinite(days);
            goalPerUnit[p][j] = binds ? days * perUnit : 0;
            double critical = binds ? rules.criticality()[p][j] : 0;
            limitPerStock[p][j] =
                    critical > 0 ? critical / (rules.gradual() ? days * perUnit : perUnit) : NOTHING_PER_STOCK;
            madeWithout[p][j] = critical > 0 ? (1 - critical) * table.output[j] : NEVER_BINDS;
            for (int k = 0; k < lanes.count(); k++) {
                double stock =
                        goalPerUnit[p][j] * table.output[j] * plans.get(k).inventoryScale();
                lanes.set(inventory[p], j, k, binds ? stock : perUnit > 0 ? BOTTOMLESS : 1);
            }
        }
    }

    /** Lowers limits on output to what the inventories of good p allow. */
    void lowerLimits(int p, double[] limits) {
        for (int r = 0; r < lanes.rows(); r++) {
            rows.lower(p, r, limits);
        }
    }

    /** What a limit is multiplied by in a lane. */
    double limitFactor(int k) {
        return rules.gradual() ? 1 / (plans.get(k).psi() * plans.get(k).inventoryScale()) : 1;
    }

    /** Output that the inventory of good p allows an industry. */
    double allows(int p, int j, int k) {
        return (lanes.get(inventory[p], j, k) * limitPerStock[p][j] + madeWithout[p][j]) * limitFactor(k);
    }

    /** Orders of those who are served first because they would stop without good p, into {@code out}. */
    double[] ofFirst(int p, double[] orders, double[] out) {
        Arrays.fill(out, 0);
        for (int j = 0; j < table.n; j++) {
            if (rules.isFirst(p, j)) {
                lanes.copy(orders, out, j);
            }
        }
        return out;
    }

    /** Adds what an industry makes today, and what of it goes to final users, lane by lane. */
    void addMade(int industry, double[] made, double[] toFinalUsers) {
        int at = lanes.index(industry, 0);
        for (int k = 0; k < lanes.count(); k++) {
            double first = firstFinalOrders[at + k];
            made[k] += output[at + k];
            toFinalUsers[k] += first * firstFill[at + k] + (finalOrders[at + k] - first) * fill[at + k];
        }
    }
}
