package org.jiritsu.disruption.internal;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.disruption.InputRule.Importance;

/**
 * The daily step of the adaptive regional input-output model for one or more lanes (scenarios) at once. The order of
 * buyer j to seller i of good p is never stored: it is flow[i][j] · ratio[i] · order[p][j], and with seeking buyers
 * flow[i][j] · (order[p][j] + accept[i] · redirect[p][j]).
 *
 * <p>A day is {@link #produce} for all industries, then {@link #trade} good by good, in any order and by any thread.
 */
final class Engine {
    /** Goods must balance each day: what is made is delivered, to this share of what is made. */
    static final double BALANCE_TOLERANCE = 1e-9;

    /** Less than this share of before is the rounding left of a sector that has stopped. */
    private static final double DUST = 1e-9;

    private static final double NEVER_BINDS = 1e300;
    private static final double BOTTOMLESS = 1e30;
    /** Keeps a stopped supplier on his buyers' list, or he could never start again. */
    private static final double LEAST_RATIO = 1e-6;

    final Table table;
    final int lanes;
    private final List<Compiled> plans;
    private final Rules rules;
    private final Passes passes;
    private final Links[] links;
    private final Piles[] piles;

    private final double[][] inventory;
    private final double[][] order;
    private final double[][] sought;
    private final double[][] redirect;
    private final double[][] goalPerUnit;
    private final double[][] limitPerStock;
    private final double[][] importantPerStock;

    final double[] demand;
    private final double[] firstDemand;
    private final double[] alpha;
    private final double[] capacity;
    final double[] optimal;
    final double[] output;
    private final double[] restock;
    private final double[] target;
    private final double[] finalOrders;
    private final double[] firstFinalOrders;
    private final double[] ratio;
    private final double[] accept;
    private final double[] fill;
    private final double[] firstFill;
    private final double[] weight;
    private final double[] redirectWeight;
    /** The same two of those who are served first, under {@link Rules#criticalFirst}. */
    private final double[] firstWeight;
    private final double[] firstRedirectWeight;
    private final double[] spare;
    final double[] limit;
    final double[] limitImportant;
    private final Sales sales;

    Engine(Table table, Rules rules, List<Compiled> plans) {
        this.table = table;
        this.rules = rules;
        this.plans = plans;
        lanes = plans.size();
        passes = new Passes(table, lanes);
        int size = table.n * lanes;
        demand = perLane(table.output);
        firstDemand = new double[size];
        alpha = new double[size];
        capacity = new double[size];
        optimal = demand.clone();
        output = demand.clone();
        restock = new double[size];
        target = new double[size];
        finalOrders = perLane(table.finalOutput);
        firstFinalOrders = new double[size];
        ratio = filled(size, 1);
        accept = new double[size];
        fill = filled(size, 1);
        firstFill = filled(size, 1);
        weight = filled(size, 1);
        redirectWeight = new double[size];
        firstWeight = new double[rules.criticalFirst() ? size : 0];
        firstRedirectWeight = new double[firstWeight.length];
        spare = new double[size];
        limit = filled(size, NEVER_BINDS);
        limitImportant = filled(size, NEVER_BINDS);
        boolean seeking = rules.substitutes() == Rules.Substitutes.SEEKING;
        inventory = new double[table.goods][size];
        order = new double[table.goods][];
        Arrays.setAll(order, p -> filled(size, 1));
        sought = new double[seeking ? table.goods : 0][size];
        redirect = new double[seeking ? table.goods : 0][size];
        goalPerUnit = new double[table.goods][table.n];
        limitPerStock = new double[table.goods][table.n];
        importantPerStock = new double[rules.hasImportant() ? table.goods : 0][table.n];
        links = new Links[lanes];
        Arrays.setAll(links, k -> new Links(table, lanes, k, plans.get(k), rules, output, target));
        piles = new Piles[lanes];
        Arrays.setAll(piles, k -> new Piles(table, lanes, k, plans.get(k), links[k]));
        for (int k = 0; k < lanes; k++) {
            for (int j = 0; j < table.n; j++) {
                restock[j * lanes + k] = 1 / plans.get(k).restockDays();
                alpha[j * lanes + k] = plans.get(k).overBase();
            }
        }
        for (int p = 0; p < table.goods; p++) {
            begin(p);
        }
        for (int p = 0; p < table.goods && rules.criticalFirst(); p++) {
            passes.rowSums(p, ofFirst(p, order[p], new double[size]), firstDemand);
        }
        sales = new Sales();
        Arrays.fill(sales.ratio, 1);
        for (Links own : links) {
            own.addFirstOrders(sales, new double[size], firstDemand);
        }
    }

    private double[] perLane(double[] values) {
        double[] spread = new double[values.length * lanes];
        for (int e = 0; e < spread.length; e++) {
            spread[e] = values[e / lanes];
        }
        return spread;
    }

    private static double[] filled(int size, double value) {
        double[] array = new double[size];
        Arrays.fill(array, value);
        return array;
    }

    /** Inventories at target, and the constants of good p. */
    private void begin(int p) {
        for (int j = 0; j < table.n; j++) {
            double perUnit = table.perUnit[p][j];
            double days = rules.days()[p][j];
            boolean binds = perUnit > 0 && Double.isFinite(days);
            goalPerUnit[p][j] = binds ? days * perUnit : 0;
            double perStock = binds ? 1 / (rules.gradual() ? days * perUnit : perUnit) : NEVER_BINDS;
            Importance importance = rules.importance()[p][j];
            limitPerStock[p][j] = importance == Importance.CRITICAL ? perStock : NEVER_BINDS;
            if (importantPerStock.length > 0) {
                importantPerStock[p][j] = importance == Importance.IMPORTANT ? perStock : NEVER_BINDS;
            }
            for (int k = 0; k < lanes; k++) {
                double stock = goalPerUnit[p][j] * table.output[j] * plans.get(k).inventoryScale();
                inventory[p][j * lanes + k] = binds ? stock : perUnit > 0 ? BOTTOMLESS : 1;
            }
        }
        lowerLimits(p, limit, limitPerStock);
        if (importantPerStock.length > 0) {
            lowerLimits(p, limitImportant, importantPerStock);
        }
        for (Links own : links) {
            own.exclude(p, order[p]);
        }
    }

    /** Capacity, demand and inventories decide what each industry makes today, and so what share of its orders it fills. */
    void produce(int day) {
        if (day > 0) {
            adaptCapacity();
        }
        setFinalOrders(day);
        System.arraycopy(ratio, 0, sales.ratio, 0, ratio.length);
        boolean respread = rules.substitutes() == Rules.Substitutes.BY_PRODUCTION;
        for (Links own : links) {
            own.begin(day, sales, respread, demand, firstDemand);
        }
        setCapacity(day);
        double[] psi = plans.stream().mapToDouble(this::limitFactor).toArray();
        double[] scale = plans.stream().mapToDouble(Compiled::inventoryScale).toArray();
        for (int j = 0, e = 0; j < table.n; j++) {
            double before = table.output[j];
            for (int k = 0; k < lanes; k++, e++) {
                double best = Math.max(0, Math.min(demand[e], capacity[e]));
                double allowed = Math.min(limit[e] * psi[k], 0.5 * (limitImportant[e] + before));
                double made = Math.min(best, allowed);
                optimal[e] = best;
                output[e] = made;
                target[e] = (plans.get(k).overBase() > 1 ? Math.min(best, before) : best) * scale[k];
                ration(e);
                weight[e] = ratio[e] * fill[e];
                redirectWeight[e] = accept[e] * fill[e];
                if (rules.criticalFirst()) {
                    firstWeight[e] = ratio[e] * firstFill[e];
                    firstRedirectWeight[e] = accept[e] * firstFill[e];
                }
                if (respread) {
                    ratio[e] = before > 0 ? Math.max(capacity[e] / before, LEAST_RATIO) : 0;
                }
            }
        }
        Arrays.fill(limit, NEVER_BINDS);
        Arrays.fill(limitImportant, NEVER_BINDS);
    }

    /** Limits are kept for ψ = 1 and inventories of scale 1. */
    private double limitFactor(Compiled plan) {
        return rules.gradual() ? 1 / (plan.psi() * plan.inventoryScale()) : 1;
    }

    /** Two classes of users: those of {@link #firstDemand}, and the rest. */
    private void ration(int e) {
        double made = output[e];
        double rest = Math.max(0, demand[e] - firstDemand[e]);
        if (firstDemand[e] <= 0) {
            fill[e] = demand[e] > 0 ? made / demand[e] : 0;
            firstFill[e] = fill[e];
        } else {
            firstFill[e] = Math.min(1, made / firstDemand[e]);
            fill[e] = rest > 0 ? Math.max(0, made - firstDemand[e] * firstFill[e]) / rest : 0;
        }
    }

    /** Hallegatte (2013), eq. 14, from yesterday's output and what is now demanded. */
    private void adaptCapacity() {
        for (int j = 0, e = 0; j < table.n; j++) {
            for (int k = 0; k < lanes; k++, e++) {
                Compiled plan = plans.get(k);
                double scarcity = demand[e] > 0 ? (demand[e] - output[e]) / demand[e] : 0;
                double risen = alpha[e] + (plan.overMax() - alpha[e]) * scarcity / plan.overDays();
                alpha[e] = Math.max(plan.overBase(), risen);
            }
        }
    }

    private void setCapacity(int day) {
        for (int e = 0; e < capacity.length; e++) {
            capacity[e] = alpha[e] * table.output[e / lanes];
        }
        for (int k = 0; k < lanes; k++) {
            for (Compiled.Capacity change : plans.get(k).capacities()) {
                double factor = change.factor(day);
                for (int j : change.industries()) {
                    capacity[j * lanes + k] *= factor;
                }
            }
        }
    }

    private void setFinalOrders(int day) {
        for (int k = 0; k < lanes; k++) {
            Compiled plan = plans.get(k);
            if (FinalDemand.isTouched(plan) && FinalDemand.changes(day, plan)) {
                FinalDemand today = FinalDemand.on(day, table, plan);
                for (int i = 0; i < table.n; i++) {
                    int e = i * lanes + k;
                    demand[e] += today.total()[i] - finalOrders[e];
                    firstDemand[e] += today.first()[i] - firstFinalOrders[e];
                    finalOrders[e] = today.total()[i];
                    firstFinalOrders[e] = today.first()[i];
                }
            }
        }
    }

    /** One worker's scratch vectors. */
    final class Worker {
        private final double[] received = new double[table.n * lanes];
        private final double[] supply = new double[table.n * lanes];
        private final double[] firstReceived = new double[firstWeight.length];
        private final double[] firstSupply = new double[firstWeight.length];
        private final double[] firstOrders = new double[firstWeight.length];
        private final double[] limit = new double[table.n * lanes];
        private final double[] limitImportant = new double[importantPerStock.length > 0 ? limit.length : 0];
        private final double[] balance = new double[lanes];
        private final double[] missing = new double[rules.substitutes() == Rules.Substitutes.SEEKING ? limit.length : 0];
        private double worst;

        Worker() {
            forgetLimits();
        }

        private void forgetLimits() {
            Arrays.fill(limit, NEVER_BINDS);
            Arrays.fill(limitImportant, NEVER_BINDS);
        }

        /** Deliveries, inventories and tomorrow's orders of good p. */
        void trade(int p, int day) {
            sums(p, weight, redirectWeight, received, supply);
            if (rules.criticalFirst()) {
                sums(p, firstWeight, firstRedirectWeight, firstReceived, firstSupply);
                for (int e = 0; e < received.length; e++) {
                    if (rules.isFirst(p, e / lanes)) {
                        received[e] = firstReceived[e];
                        supply[e] = firstSupply[e];
                    }
                }
            }
            if (rules.substitutes() == Rules.Substitutes.SEEKING) {
                updateSought(p);
                multiply(received, order[p], supply, redirect[p]);
            } else {
                multiply(received, order[p]);
            }
            deliver(p, day);
            for (int k = 0; k < lanes; k++) {
                piles[k].release(p, inventory[p], received, rules.days()[p], output, target);
            }
            if (rules.substitutes() == Rules.Substitutes.BY_PRODUCTION) {
                for (Links own : links) {
                    own.supply(p, sales, supply);
                }
            } else {
                spread(table.purchases[p], supply);
            }
            restock(p);
            for (Links own : links) {
                own.use(p, inventory[p]);
            }
            lowerLimits(p, limit, limitPerStock);
            if (importantPerStock.length > 0) {
                lowerLimits(p, limitImportant, importantPerStock);
            }
            for (int k = 0; k < lanes; k++) {
                links[k].lowerLimits(p, limit, limitFactor(plans.get(k)));
            }
            placeOrders(p);
        }

        private void sums(int p, double[] weights, double[] redirected, double[] out, double[] outSupply) {
            switch (rules.substitutes()) {
                case NONE -> passes.columnSums(p, weights, out);
                case BY_PRODUCTION -> passes.columnSums(p, weights, out, ratio, outSupply);
                case SEEKING -> passes.columnSums(p, weights, out, redirected, outSupply);
            }
        }

        private void multiply(double[] sums, double[] orders) {
            for (int e = 0; e < sums.length; e++) {
                sums[e] *= orders[e];
            }
        }

        private void multiply(double[] sums, double[] orders, double[] redirectedSums, double[] redirected) {
            for (int e = 0; e < sums.length; e++) {
                sums[e] = sums[e] * orders[e] + redirectedSums[e] * redirected[e];
            }
        }

        private void spread(double[] values, double[] out) {
            for (int j = 0, e = 0; j < table.n; j++) {
                for (int k = 0; k < lanes; k++, e++) {
                    out[e] = values[j];
                }
            }
        }

        /** Adds what needs a look at each supplier, and checks that what was made went somewhere. */
        private void deliver(int p, int day) {
            Arrays.fill(balance, 0);
            for (int k = 0; k < lanes; k++) {
                if (!links[k].isEmpty()) {
                    balance[k] = links[k].deliver(p, day, sales, received);
                }
            }
            addReceived();
            double[] made = new double[lanes];
            double before = 0;
            for (int i = p * table.economies; i < (p + 1) * table.economies; i++) {
                before += table.output[i];
                for (int k = 0; k < lanes; k++) {
                    int e = i * lanes + k;
                    made[k] += output[e];
                    balance[k] += firstFinalOrders[e] * firstFill[e] + (finalOrders[e] - firstFinalOrders[e]) * fill[e];
                }
            }
            for (int k = 0; k < lanes; k++) {
                double gap = Math.abs(made[k] - balance[k]);
                double scale = Math.max(made[k], DUST * before);
                if (!(gap <= BALANCE_TOLERANCE * scale)) {
                    throw new BalanceException(p, day, made[k], balance[k]);
                }
                worst = Math.max(worst, scale > 0 ? gap / scale : 0);
            }
        }

        private void addReceived() {
            if (lanes == 1) {
                double even = 0;
                double odd = 0;
                for (int j = 0; j + 1 < received.length; j += 2) {
                    even += received[j];
                    odd += received[j + 1];
                }
                balance[0] += even + odd + (received.length % 2 == 1 ? received[received.length - 1] : 0);
                return;
            }
            for (int j = 0; j < table.n; j++) {
                int at = j * lanes;
                for (int k = 0; k < lanes; k++) {
                    balance[k] += received[at + k];
                }
            }
        }

        /** Uses and receives, then sets the order factor that closes the gap to the target. */
        private void restock(int p) {
            double[] stocks = inventory[p];
            double[] orders = order[p];
            double[] perUnits = table.perUnit[p];
            double[] goals = goalPerUnit[p];
            if (lanes == 1) {
                for (int e = 0; e < stocks.length; e++) {
                    restock(e, perUnits[e], goals[e], stocks, orders);
                }
                return;
            }
            for (int j = 0; j < table.n; j++) {
                double perUnit = perUnits[j];
                double goal = goals[j];
                int at = j * lanes;
                for (int e = at; e < at + lanes; e++) {
                    restock(e, perUnit, goal, stocks, orders);
                }
            }
        }

        private void restock(int e, double perUnit, double goal, double[] stocks, double[] orders) {
            double wanted = perUnit * output[e];
            double stock = stocks[e] + received[e] - Math.min(wanted, stocks[e]);
            stocks[e] = stock;
            double gap = Math.max(0, goal * target[e] - stock);
            orders[e] = (wanted + gap * restock[e]) / Math.max(supply[e], Double.MIN_NORMAL);
        }

        private void placeOrders(int p) {
            for (Links own : links) {
                own.takeOrders(p, order[p]);
            }
            passes.rowSums(p, order[p], demand);
            int from = p * table.economies * lanes;
            int to = (p + 1) * table.economies * lanes;
            for (int e = from; e < to; e++) {
                demand[e] = demand[e] * ratio[e] + finalOrders[e];
                firstDemand[e] = firstFinalOrders[e];
            }
            if (rules.criticalFirst()) {
                passes.rowSums(p, ofFirst(p, order[p], firstOrders), firstReceived);
                for (int e = from; e < to; e++) {
                    firstDemand[e] += firstReceived[e] * ratio[e];
                }
            }
            for (Links own : links) {
                own.addOrders(p, sales, demand, firstDemand);
            }
            if (rules.substitutes() == Rules.Substitutes.SEEKING) {
                redirect(p, from, to);
            }
        }

        /**
         * The share of orders that buyers can have elsewhere follows what their suppliers did not deliver; they have no more
         * there than is missing today, or they would stock up when deliveries return.
         */
        private void updateSought(int p) {
            for (int e = 0; e < missing.length; e++) {
                double base = table.purchases[p][e / lanes];
                missing[e] = base > 0 ? 1 - received[e] / base : 0;
            }
            for (Links own : links) {
                own.missing(p, sales, missing);
            }
            for (int e = 0; e < missing.length; e++) {
                missing[e] = Math.max(0, missing[e]);
                sought[p][e] += (missing[e] - sought[p][e]) / plans.get(e % lanes).seekingDays();
            }
        }

        /** Sends the sought part to suppliers with capacity to spare, and no more than they can spare. */
        private void redirect(int p, int from, int to) {
            for (int e = from; e < to; e++) {
                double before = table.output[e / lanes];
                spare[e] = before > 0 ? Math.max(0, capacity[e] - demand[e]) / before : 0;
            }
            passes.columnSums(p, spare, supply);
            for (Links own : links) {
                own.spare(p, spare, supply);
            }
            double[] shifted = redirect[p];
            for (int e = 0; e < shifted.length; e++) {
                shifted[e] = supply[e] > 0 ? Math.min(sought[p][e], missing[e]) * wantedPerDay(p, e) / supply[e] : 0;
            }
            for (Links own : links) {
                own.takeRedirected(p, shifted);
            }
            double[] asked = new double[demand.length];
            double[] firstAsked = new double[demand.length];
            passes.rowSums(p, shifted, asked);
            if (rules.criticalFirst()) {
                passes.rowSums(p, ofFirst(p, shifted, firstOrders), firstAsked);
            }
            for (Links own : links) {
                own.addRedirected(p, asked, firstAsked);
            }
            for (int e = from; e < to; e++) {
                double room = Math.max(0, capacity[e] - demand[e]);
                double wanted = asked[e] * spare[e];
                double share = wanted > room ? room / wanted : 1;
                accept[e] = spare[e] * share;
                demand[e] += asked[e] * accept[e];
                firstDemand[e] += firstAsked[e] * accept[e];
            }
        }

        private double wantedPerDay(int p, int e) {
            int j = e / lanes;
            double gap = Math.max(0, goalPerUnit[p][j] * target[e] - inventory[p][e]);
            return table.perUnit[p][j] * output[e] + gap * restock[e];
        }

        /** Moves this worker's limits into the engine's; the order of joining does not matter. */
        void join() {
            for (int e = 0; e < limit.length; e++) {
                Engine.this.limit[e] = Math.min(Engine.this.limit[e], limit[e]);
            }
            for (int e = 0; e < limitImportant.length; e++) {
                Engine.this.limitImportant[e] = Math.min(Engine.this.limitImportant[e], limitImportant[e]);
            }
            forgetLimits();
        }

        double worstBalance() {
            return worst;
        }
    }

    /** The orders of those who are served first because they would stop, into {@code out}. */
    private double[] ofFirst(int p, double[] orders, double[] out) {
        for (int e = 0; e < out.length; e++) {
            out[e] = rules.isFirst(p, e / lanes) ? orders[e] : 0;
        }
        return out;
    }

    private void lowerLimits(int p, double[] limits, double[][] perStock) {
        double[] stocks = inventory[p];
        double[] pers = perStock[p];
        if (lanes == 1) {
            for (int e = 0; e < stocks.length; e++) {
                limits[e] = Math.min(limits[e], stocks[e] * pers[e]);
            }
            return;
        }
        for (int j = 0; j < table.n; j++) {
            double per = pers[j];
            int at = j * lanes;
            for (int e = at; e < at + lanes; e++) {
                limits[e] = Math.min(limits[e], stocks[e] * per);
            }
        }
    }

    /** What {@link Links} needs to know of sellers. */
    final class Sales {
        private final double[] ratio = new double[table.n * lanes];

        /** The ratio of the orders that are delivered today. */
        double ratio(int seller) {
            return ratio[seller];
        }

        /** The ratio of the orders that are placed today. */
        double nextRatio(int seller) {
            return Engine.this.ratio[seller];
        }

        double accept(int seller) {
            return accept[seller];
        }

        double fill(int seller, boolean first) {
            return (first ? firstFill : fill)[seller];
        }
    }

    double inventory(int p, int j, int k) {
        return inventory[p][j * lanes + k];
    }

    double pileLeft(int pile, int k) {
        return piles[k].left(pile);
    }

    /** Final orders of an industry that go unfilled today. */
    double unmetFinal(int e) {
        return finalOrders[e] - firstFinalOrders[e] * firstFill[e] - (finalOrders[e] - firstFinalOrders[e]) * fill[e];
    }

    /** Share of an order that a seller fills today. */
    double fill(int seller, int k, boolean first) {
        return (first ? firstFill : fill)[seller * lanes + k];
    }

    /** Share of what a seller usually sends that a buyer has or will get today. */
    double comes(int seller, int buyer, int k) {
        double has = links[k].has(seller, buyer);
        return has >= 0 ? has : open(seller, buyer, k) * Math.min(1, output[seller * lanes + k] / table.output[seller]);
    }

    double open(int seller, int buyer, int k) {
        return links[k].open(seller, buyer);
    }

    double capacity(int j, int k) {
        return capacity[j * lanes + k];
    }

    /** The good whose inventory limits an industry most, by the inventories of now. */
    int scarcest(int j, int k) {
        int worst = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < table.goods; p++) {
            double stock = inventory[p][j * lanes + k];
            double allows = Math.min(stock * limitPerStock[p][j] * limitFactor(plans.get(k)),
                    importantPerStock.length > 0 ? 0.5 * (stock * importantPerStock[p][j] + table.output[j]) : NEVER_BINDS);
            allows = Math.min(allows, links[k].allows(p, j));
            if (allows < least) {
                least = allows;
                worst = p;
            }
        }
        return worst;
    }
}
