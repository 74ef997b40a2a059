package org.jiritsu.disruption.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The purchases of one lane that need a look at each supplier: those on a cut or slowed link, and those of users who
 * are served first. The passes over the table skip them (their order factor there is zero) and this class does them
 * flow by flow.
 */
final class Links {
    private final State state;
    private final SupplyTable table;
    private final Lanes lanes;
    private final int lane;
    private final Compiled plan;
    private final int[] pairBuyer;
    private final int[] pairGood;
    /** Pairs of good p are firstPair[p] .. firstPair[p + 1]; the flows of pair q are cell[q] .. cell[q + 1]. */
    private final int[] firstPair;

    private final int[] cell;
    private final int[] seller;
    private final double[] flow;
    private final double[] open;
    private final int[] delay;
    private final double[] order;
    private final double[] redirect;
    private final double[][] transit;
    private final double[] lastStrength;
    /** What a buyer holds from each of these suppliers, kept for specific inputs only. */
    private final double[] held;
    /** Order factor of each of these flows, for specific inputs; the others share that of their pair. */
    private final double[] ownOrder;

    private final double[] targetDays;
    /** Days of a flow below which it limits output. */
    private final double[] fullDays;
    /** Share of output that stops when a pair's good is gone: 1 for a critical input, 0 for one that never binds. */
    private final double[] bite;
    /** Output that the held inputs of a pair allow. */
    private final double[] allows;

    Links(State state, int lane) {
        this.state = state;
        this.lane = lane;
        table = state.table;
        lanes = state.lanes;
        plan = state.plans.get(lane);
        Rules rules = state.rules;
        List<int[]> pairs = new ArrayList<>();
        boolean[] shocked = shockedSellers();
        boolean priorities = plan.hasPriorities();
        firstPair = new int[table.goods + 1];
        for (int p = 0; p < table.goods; p++) {
            boolean perhaps = priorities || table.sellers(p).anyMatch(i -> shocked[i] || isLinked(i));
            for (int j = 0; j < table.n && perhaps; j++) {
                if (isSpecial(p, j, shocked)) {
                    pairs.add(new int[] {p, j});
                }
            }
            firstPair[p + 1] = pairs.size();
        }
        pairGood = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        pairBuyer = pairs.stream().mapToInt(pair -> pair[1]).toArray();
        cell = new int[pairs.size() + 1];
        for (int q = 0; q < pairs.size(); q++) {
            cell[q + 1] = cell[q] + (int) sellers(q).count();
        }
        seller = IntStream.range(0, pairs.size()).flatMap(this::sellers).toArray();
        flow = new double[seller.length];
        for (int q = 0; q < pairs.size(); q++) {
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                flow[c] = table.flow(seller[c], pairBuyer[q]);
            }
        }
        open = new double[flow.length];
        Arrays.fill(open, 1);
        delay = new int[open.length];
        order = new double[pairs.size()];
        Arrays.fill(order, 1);
        redirect = new double[pairs.size()];
        int longest = plan.links().stream().mapToInt(Compiled.Link::delay).max().orElse(0);
        transit = new double[longest + 1][longest > 0 ? open.length : 0];
        lastStrength = new double[plan.links().size()];
        held = new double[plan.specific() ? open.length : 0];
        ownOrder = new double[held.length];
        Arrays.fill(ownOrder, 1);
        targetDays = new double[pairs.size()];
        fullDays = new double[pairs.size()];
        bite = new double[pairs.size()];
        allows = new double[pairs.size()];
        Arrays.fill(allows, Double.POSITIVE_INFINITY);
        for (int q = 0; q < pairs.size(); q++) {
            targetDays[q] = rules.days()[pairGood[q]][pairBuyer[q]];
            double days = targetDays[q] * plan.inventoryScale();
            fullDays[q] = rules.gradual() ? plan.psi() * days : 1;
            bite[q] = Double.isInfinite(days) ? 0 : rules.criticality()[pairGood[q]][pairBuyer[q]];
            for (int c = cell[q]; c < cell[q + 1] && plan.specific(); c++) {
                held[c] = days * flow[c];
            }
        }
    }

    /** Whether any purchases of a good are of this kind. */
    boolean concern(int p) {
        return firstPair[p] < firstPair[p + 1];
    }

    private IntStream sellers(int q) {
        return table.sellers(pairGood[q]).filter(i -> table.flow(i, pairBuyer[q]) > 0);
    }

    /** Today's output of the buyer of a pair, over that of before. */
    private double rate(int q) {
        return lanes.get(state.output, pairBuyer[q], lane) / table.output[pairBuyer[q]];
    }

    /** Days of a flow that the buyer of a pair aims to hold today. */
    private double goal(int q) {
        return targetDays[q] * lanes.get(state.target, pairBuyer[q], lane) / table.output[pairBuyer[q]];
    }

    /**
     * Uses specific inputs, orders what was used and part of what is lacking of each, and sets the output they allow: the
     * share of the good for which something is left of each supplier's. What others make of the good is used where it was
     * used before, so that an industry which makes 70% buys all of the 70% that still comes.
     * The sum of these inputs is put in the inventory of good p.
     */
    void use(int p) {
        for (int q = firstPair[p]; q < firstPair[p + 1] && plan.specific(); q++) {
            double rate = rate(q);
            double shareOfAll = share(q);
            double perShare = rate / Math.max(1 - bite[q] * (1 - shareOfAll), Double.MIN_NORMAL);
            double wanted = table.purchases[p][pairBuyer[q]] * shareOfAll * perShare;
            double goal = goal(q);
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                double used = Math.min(held[c], flow[c] * share(q, c) * perShare);
                held[c] -= used;
                wanted -= used;
                double gap = Double.isFinite(goal) ? Math.max(0, goal - held[c] / flow[c]) : 0;
                ownOrder[c] = Math.max(rate, used / flow[c]) + gap / plan.restockDays();
            }
            useMore(q, wanted);
            lanes.set(state.inventory[p], pairBuyer[q], lane, sumHeld(q));
            double share = share(q);
            allows[q] = share < 1 - 1e-9 && bite[q] > 0
                    ? table.output[pairBuyer[q]] * (1 - bite[q] * (1 - share))
                    : Double.POSITIVE_INFINITY;
        }
    }

    /** On a day of overproduction one supplier's goods may not last: the rest comes out of what there is of the others'. */
    private void useMore(int q, double wanted) {
        double left = sumHeld(q);
        if (wanted > 1e-12 * left && left > 0) {
            double part = Math.max(0, 1 - wanted / left);
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                held[c] *= part;
            }
        }
    }

    private double sumHeld(int q) {
        double sum = 0;
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            sum += held[c];
        }
        return sum;
    }

    /** Share, 0 to 1, of a day's flow that the held goods of a supplier allow. */
    private double share(int q, int c) {
        return Math.min(1, held[c] / (flow[c] * fullDays[q]));
    }

    /** The same of all suppliers of a pair together. */
    private double share(int q) {
        double supplied = 0;
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            supplied += flow[c] * share(q, c);
        }
        return supplied / table.purchases[pairGood[q]][pairBuyer[q]];
    }

    /** Lowers the limits on output by what specific inputs allow; limits are kept before their factor is applied. */
    void lowerLimits(int p, double[] limits) {
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            double limit = allows[q] / state.limitFactor(lane);
            lanes.set(limits, pairBuyer[q], lane, Math.min(lanes.get(limits, pairBuyer[q], lane), limit));
        }
    }

    /** Output that specific inputs of a good allow a buyer; infinite if they do not limit it. */
    double allows(int p, int buyer) {
        int q = pair(p, buyer);
        return q < 0 ? Double.POSITIVE_INFINITY : allows[q];
    }

    /** The pair of a good and a buyer whose inputs are held apart; negative if they are not. */
    int specific(int p, int buyer) {
        return plan.specific() ? pair(p, buyer) : -1;
    }

    private int pair(int p, int buyer) {
        return Arrays.binarySearch(pairBuyer, firstPair[p], firstPair[p + 1], buyer);
    }

    /** What a pair will lack tonight of a share of its targets, supplier by supplier, summed. */
    double lacking(int q, double trigger) {
        double sum = 0;
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            sum += lacking(q, c, trigger);
        }
        return sum;
    }

    private double lacking(int q, int c, double trigger) {
        double wanted = trigger * goal(q) * flow[c];
        return Double.isFinite(wanted) ? Math.max(0, wanted - Math.max(0, held[c] - flow[c] * rate(q))) : 0;
    }

    /** Goods from elsewhere stand in for what each supplier did not send, in proportion to what is lacking of it. */
    void standIn(int q, double amount, double trigger) {
        double lacking = lacking(q, trigger);
        double[] each = new double[cell[q + 1] - cell[q]];
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            each[c - cell[q]] = lacking > 0
                    ? lacking(q, c, trigger) / lacking
                    : flow[c] / table.purchases[pairGood[q]][pairBuyer[q]];
        }
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            held[c] += amount * each[c - cell[q]];
        }
    }

    private boolean isSpecial(int p, int j, boolean[] shocked) {
        if (table.purchases[p][j] == 0) {
            return false;
        }
        boolean special = plan.priorityIndustries()[j];
        for (int i = p; i < table.n && !special; i += table.goods) {
            special = (shocked[i] || isLinked(i, j)) && table.flow(i, j) > 0;
        }
        return special;
    }

    private boolean isLinked(int i) {
        return plan.links().stream().anyMatch(link -> link.sellers()[i]);
    }

    private boolean isLinked(int i, int j) {
        for (Compiled.Link link : plan.links()) {
            if (link.buyers()[j] && link.sellers()[i]) {
                return true;
            }
        }
        return false;
    }

    /** Sellers who lose capacity, if what they make is specific. */
    private boolean[] shockedSellers() {
        boolean[] shocked = new boolean[table.n];
        for (Compiled.Capacity loss : plan.capacities()) {
            for (int i : loss.industries()) {
                shocked[i] |= plan.specific() && loss.change() < 0;
            }
        }
        return shocked;
    }

    /**
     * Sets what is open and what is slow today. Orders of yesterday are placed again under today's openness: what they
     * change is added to demand.
     */
    void begin(int day, boolean respread) {
        if (!strengthsChange(day)) {
            return;
        }
        for (int q = 0; q < pairBuyer.length; q++) {
            addOrders(q, -1);
            double before = respread ? supplyOf(q, state.deliveredRatio) : 1;
            setOpenness(q, day);
            double after = respread ? supplyOf(q, state.deliveredRatio) : 1;
            order[q] *= before / after;
            addOrders(q, 1);
        }
    }

    private boolean strengthsChange(int day) {
        boolean changed = false;
        for (int s = 0; s < lastStrength.length; s++) {
            double strength = plan.links().get(s).timing().strength(day);
            changed |= strength != lastStrength[s];
            lastStrength[s] = strength;
        }
        return changed;
    }

    private void setOpenness(int q, int day) {
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            open[c] = 1;
            delay[c] = 0;
            int i = seller[c];
            for (Compiled.Link link : plan.links()) {
                if (link.sellers()[i] && link.buyers()[pairBuyer[q]]) {
                    open[c] = Math.min(open[c], link.open(day));
                    delay[c] = Math.max(delay[c], link.delay(day));
                }
            }
        }
    }

    /** Counts the first day's orders of users served first. */
    void addFirstOrders() {
        for (int q = 0; q < pairBuyer.length; q++) {
            for (int c = cell[q]; c < cell[q + 1] && isFirst(q); c++) {
                lanes.add(state.firstDemand, seller[c], lane, amount(q, c, 1, 0));
            }
        }
    }

    /** Whether the buyer of a pair is served first. */
    private boolean isFirst(int q) {
        return plan.priorityIndustries()[pairBuyer[q]] || state.rules.isFirst(pairGood[q], pairBuyer[q]);
    }

    /**
     * What arrives today for each pair of good p, put into {@code received}.
     *
     * @return what was sent today but has not arrived, less what arrives today from before
     */
    double deliver(int p, int day, double[] received) {
        double underway = 0;
        int slot = day % transit.length;
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            double arrived = 0;
            double found = 0;
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                double sent = amount(q, c, ofSeller(state.deliveredRatio, c), 0) * fill(q, c);
                double extra = redirected(q, c, ofSeller(state.accept, c)) * fill(q, c);
                double arrives = sent;
                if (delay[c] > 0) {
                    transit[(day + delay[c]) % transit.length][c] += sent;
                    arrives = 0;
                }
                if (transit.length > 1) {
                    arrives += transit[slot][c];
                    transit[slot][c] = 0;
                }
                if (plan.specific()) {
                    held[c] += arrives;
                }
                underway += sent - arrives;
                arrived += arrives + extra;
                found += extra;
            }
            if (plan.specific() && found > 0) {
                standIn(q, found, 1);
            }
            lanes.set(received, pairBuyer[q], lane, arrived);
        }
        return underway;
    }

    private double ofSeller(double[] vector, int c) {
        return lanes.get(vector, seller[c], lane);
    }

    private double fill(int q, int c) {
        return ofSeller(isFirst(q) ? state.firstFill : state.fill, c);
    }

    /** A flow's order: a cut link carries its open share of what is ordered, and of what it carried before at most. */
    private double amount(int q, int c, double ratio, double accept) {
        double usual = plan.specific() ? ownOrder[c] : ratio * order[q];
        return (open[c] == 1 ? flow[c] * usual : flow[c] * open[c] * Math.min(1, usual)) + redirected(q, c, accept);
    }

    /** What is ordered beside, in place of what others do not send: over links that are neither cut nor slow. */
    private double redirected(int q, int c, double accept) {
        return isFree(c) ? flow[c] * accept * redirect[q] : 0;
    }

    private boolean isFree(int c) {
        return open[c] == 1 && delay[c] == 0;
    }

    /** Share of the base-share orders of a pair that was not delivered, written over {@code missing}. */
    void missing(int p, double[] missing) {
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            double delivered = 0;
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                double carried = open[c] == 1 ? 1 : open[c] / Math.max(1, order[q]);
                delivered += flow[c] * carried * fill(q, c);
            }
            lanes.set(missing, pairBuyer[q], lane, 1 - delivered / table.purchases[p][pairBuyer[q]]);
        }
    }

    /** Over {@code out}: what open suppliers offer a pair in proportion to their ratio; all suppliers, if none is open. */
    void supply(int p, double[] out) {
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            lanes.set(out, pairBuyer[q], lane, supplyOf(q, state.ratio));
        }
    }

    private double supplyOf(int q, double[] ratio) {
        double sum = 0;
        double all = 0;
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            double value = flow[c] * ofSeller(ratio, c);
            sum += value * open[c];
            all += value;
        }
        return sum > 0 ? sum : all;
    }

    /** Over {@code out}: what suppliers on uncut links can spare. */
    void spare(int p, double[] out) {
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            double sum = 0;
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                sum += isFree(c) ? flow[c] * ofSeller(state.spare, c) : 0;
            }
            lanes.set(out, pairBuyer[q], lane, sum);
        }
    }

    /** Takes over the order factors of good p and takes them out of the products. */
    void takeOrders(int p) {
        take(p, state.order[p], order);
    }

    void takeRedirected(int p) {
        take(p, state.redirect[p], redirect);
    }

    private void take(int p, double[] orders, double[] mine) {
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            mine[q] = lanes.get(orders, pairBuyer[q], lane);
            lanes.set(orders, pairBuyer[q], lane, 0);
        }
    }

    /** Adds the orders of good p by {@link #takeOrders}, before anything is redirected. */
    void addOrders(int p) {
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            redirect[q] = 0;
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                addOrder(q, c, amount(q, c, ofSeller(state.ratio, c), 0));
            }
        }
    }

    private void addOrders(int q, int sign) {
        for (int c = cell[q]; c < cell[q + 1]; c++) {
            addOrder(q, c, sign * amount(q, c, ofSeller(state.deliveredRatio, c), ofSeller(state.accept, c)));
        }
    }

    private void addOrder(int q, int c, double value) {
        lanes.add(state.demand, seller[c], lane, value);
        lanes.add(state.firstDemand, seller[c], lane, isFirst(q) ? value : 0);
    }

    /** Adds what suppliers on uncut links are asked beyond their usual orders, before they accept. */
    void addRedirected(int p, double[] asked, double[] firstAsked) {
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            for (int c = cell[q]; c < cell[q + 1]; c++) {
                double value = isFree(c) ? flow[c] * redirect[q] : 0;
                lanes.add(asked, seller[c], lane, value);
                lanes.add(firstAsked, seller[c], lane, isFirst(q) ? value : 0);
            }
        }
    }

    /** Share of a seller's usual goods that a buyer has for today, where they are specific; negative where they are not. */
    double has(int from, int buyer) {
        int q = specific(table.goodOf(from), buyer);
        for (int c = q < 0 ? 0 : cell[q]; q >= 0 && c < cell[q + 1]; c++) {
            if (seller[c] == from) {
                return share(q, c);
            }
        }
        return -1;
    }

    /** Days of usual use of a seller's goods that a buyer holds, where they are specific; negative where they are not. */
    double daysHeld(int from, int buyer) {
        int q = specific(table.goodOf(from), buyer);
        for (int c = q < 0 ? 0 : cell[q]; q >= 0 && c < cell[q + 1]; c++) {
            if (seller[c] == from) {
                return held[c] / flow[c];
            }
        }
        return -1;
    }

    /** How open the link from a seller to a buyer is today, 0 to 1. */
    double open(int from, int buyer) {
        int p = table.goodOf(from);
        for (int q = firstPair[p]; q < firstPair[p + 1]; q++) {
            for (int c = cell[q]; c < cell[q + 1] && pairBuyer[q] == buyer; c++) {
                if (seller[c] == from) {
                    return delay[c] > 0 ? 0 : open[c];
                }
            }
        }
        return 1;
    }
}
