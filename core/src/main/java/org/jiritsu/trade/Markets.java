package org.jiritsu.trade;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * Which economies still trade with each other under a policy. Wages of two groups without trade between them have no
 * relation, so each group is a market with its own numeraire; docs/methods/trade.md, "Markets of their own".
 *
 * <p>Goods that leave a group which nothing enters from outside are paid by its imbalance alone. Where that is zero none
 * can leave: such links are cut, as the limit of ever dearer goods. Where it is a deficit no equilibrium exists.
 */
final class Markets {
    /** An imbalance of a group below this part of its income is rounding. */
    private static final double ROUNDING = 1e-9;

    /** Goods below this part of world income are none. */
    private static final double LEAST = 1e-12;

    private static final int NAMED = 6;

    private final TradeData data;
    private final int n;
    private final double[] deficit;
    private final double least;

    /** By exporter: who buys from it. */
    private final BitSet[] buyers;

    /** By economy: whom its goods reach, by way of others too, and itself. */
    private final BitSet[] reached;

    /** Goods that must go from one to another so that every imbalance is held, by exporter and importer. */
    private final double[][] flow;

    private final boolean[] cut;
    private final int[] market;
    private int count;

    private Markets(TradeData data, TradePolicy policy, double[] deficit) {
        this.data = data;
        this.n = data.economyCount();
        this.deficit = deficit.clone();
        this.least = LEAST * Arrays.stream(data.factorIncome).sum();
        this.buyers = buyers(policy);
        this.reached = closure(buyers);
        this.flow = new double[n][n];
        this.cut = new boolean[n * n];
        this.market = new int[n];
        this.count = 1;
        if (Arrays.stream(reached).anyMatch(all -> all.cardinality() < n)) {
            part();
        }
    }

    /**
     * @param deficit D' of each economy, in the numeraire
     * @throws InputException if no trade can hold them
     */
    static Markets of(TradeData data, TradePolicy policy, double[] deficit) {
        return new Markets(data, policy, deficit);
    }

    int count() {
        return count;
    }

    /** By economy, from 0. */
    int of(int economy) {
        return market[economy];
    }

    /** The imbalances, which sum to zero in every market. */
    double[] deficits() {
        return deficit;
    }

    /** The policy with a ban on every link that is cut. */
    TradePolicy apart(TradePolicy policy) {
        if (IntStream.range(0, cut.length).noneMatch(link -> cut[link])) {
            return policy;
        }
        TradePolicy apart = policy.copy();
        for (int link = 0; link < cut.length; link++) {
            for (int j = 0; cut[link] && j < data.sectorCount(); j++) {
                apart.ban(j, link % n, link / n);
            }
        }
        return apart;
    }

    private BitSet[] buyers(TradePolicy policy) {
        BitSet[] found = sets();
        for (int cell = 0; cell < data.cells(); cell++) {
            if (data.share[cell] > 0 && policy.iceberg[cell] < Double.POSITIVE_INFINITY) {
                found[cell % n].set(cell / n % n);
            }
        }
        return found;
    }

    private BitSet[] sets() {
        BitSet[] sets = new BitSet[n];
        Arrays.setAll(sets, e -> new BitSet(n));
        return sets;
    }

    /** Whom each reaches in any number of steps, by Warshall's algorithm. */
    private BitSet[] closure(BitSet[] steps) {
        BitSet[] all = sets();
        for (int e = 0; e < n; e++) {
            all[e].or(steps[e]);
            all[e].set(e);
        }
        for (int via = 0; via < n; via++) {
            for (int from = 0; from < n; from++) {
                if (all[from].get(via)) {
                    all[from].or(all[via]);
                }
            }
        }
        return all;
    }

    private void part() {
        requireBalance();
        finance();
        BitSet[] residual = closure(residual());
        for (int from = 0; from < n; from++) {
            for (int to = buyers[from].nextSetBit(0); to >= 0; to = buyers[from].nextSetBit(to + 1)) {
                cut[from * n + to] = !residual[to].get(from);
            }
        }
        BitSet[] kept = sets();
        for (int from = 0; from < n; from++) {
            int exporter = from;
            buyers[from].stream().filter(to -> !cut[exporter * n + to]).forEach(to -> link(kept, exporter, to));
        }
        BitSet[] together = closure(kept);
        count = number(together);
        balance(together);
    }

    private static void link(BitSet[] sets, int a, int b) {
        sets[a].set(b);
        sets[b].set(a);
    }

    private int number(BitSet[] together) {
        int found = 0;
        for (int e = 0; e < n; e++) {
            int first = together[e].nextSetBit(0);
            market[e] = first == e ? found++ : market[first];
        }
        return found;
    }

    /** Groups that are not linked at all must each be balanced. */
    private void requireBalance() {
        BitSet[] groups = groups();
        IntStream.range(0, n)
                .filter(e -> Math.abs(sum(groups[e], deficit)) > ROUNDING * sum(groups[e], data.factorIncome))
                .boxed()
                .min((a, b) -> Integer.compare(groups[a].cardinality(), groups[b].cardinality()))
                .ifPresent(e -> {
                    throw impossible(groups[e]);
                });
        balance(groups);
    }

    /** By economy: all that are linked to it in any way. */
    private BitSet[] groups() {
        BitSet[] linked = sets();
        for (int from = 0; from < n; from++) {
            int exporter = from;
            buyers[from].stream().forEach(to -> link(linked, exporter, to));
        }
        return closure(linked);
    }

    private static double sum(BitSet group, double[] values) {
        return group.stream().mapToDouble(e -> values[e]).sum();
    }

    /** Sends goods from surpluses to deficits along the links, by the shortest ways first (Edmonds and Karp 1972). */
    private void finance() {
        double[] surplus = Arrays.stream(deficit).map(d -> -d).toArray();
        for (int from = nextAbove(surplus); from >= 0; from = nextAbove(surplus)) {
            int[] via = ways(from);
            int to = IntStream.range(0, n)
                    .filter(e -> surplus[e] < -least && via[e] >= 0)
                    .findFirst()
                    .orElse(-1);
            if (to < 0) {
                throw impossible(stuck(via));
            }
            double sent = Math.min(surplus[from], -surplus[to]);
            for (int e = to; e != from; e = via[e]) {
                sent = buyers[via[e]].get(e) ? sent : Math.min(sent, flow[e][via[e]]);
            }
            for (int e = to; e != from; e = via[e]) {
                double back = Math.min(sent, flow[e][via[e]]);
                flow[e][via[e]] -= back;
                flow[via[e]][e] += sent - back;
            }
            surplus[from] -= sent;
            surplus[to] += sent;
        }
    }

    /** Those whose surplus nobody takes, or those whose deficit nobody bears: whichever are fewer. */
    private BitSet stuck(int[] via) {
        BitSet sellers = new BitSet(n);
        IntStream.range(0, n).filter(e -> via[e] >= 0).forEach(sellers::set);
        BitSet others = (BitSet) groups()[sellers.nextSetBit(0)].clone();
        others.andNot(sellers);
        return sellers.cardinality() < others.cardinality() ? sellers : others;
    }

    private int nextAbove(double[] values) {
        return IntStream.range(0, values.length)
                .filter(e -> values[e] > least)
                .findFirst()
                .orElse(-1);
    }

    /** By economy: from whom goods of {@code from} reach it along the residual links, itself at the start, -1 if never. */
    private int[] ways(int from) {
        BitSet[] steps = residual();
        int[] via = new int[n];
        Arrays.fill(via, -1);
        via[from] = from;
        int[] queue = new int[n];
        queue[0] = from;
        for (int head = 0, tail = 1; head < tail; head++) {
            for (int to = steps[queue[head]].nextSetBit(0); to >= 0; to = steps[queue[head]].nextSetBit(to + 1)) {
                if (via[to] < 0) {
                    via[to] = queue[head];
                    queue[tail++] = to;
                }
            }
        }
        return via;
    }

    /** Links on which more can be sent: every link, and back along what is sent already. */
    private BitSet[] residual() {
        BitSet[] steps = sets();
        for (int from = 0; from < n; from++) {
            steps[from].or(buyers[from]);
            for (int to = 0; to < n; to++) {
                if (flow[from][to] > least) {
                    steps[to].set(from);
                }
            }
        }
        return steps;
    }

    /** Takes rounding out, so that what is owed within each group is owed to it. */
    private void balance(BitSet[] groups) {
        for (int first = 0; first < n; first++) {
            if (groups[first].nextSetBit(0) == first) {
                double part = sum(groups[first], deficit) / sum(groups[first], data.factorIncome);
                groups[first].stream().forEach(e -> deficit[e] -= part * data.factorIncome[e]);
            }
        }
    }

    private InputException impossible(BitSet group) {
        double owed = sum(group, deficit);
        boolean deficits = owed > 0;
        String amount = (Math.abs(owed) < 0.1 ? "%.3g million USD" : "%,.1f million USD").formatted(Math.abs(owed));
        return InputException.use(
                "The trade %s of %s cannot last under this policy"
                        .formatted(deficits ? "deficit" : "surplus", names(group)),
                deficits
                        ? "imports above exports by %s, as in the data, from someone who may still sell to it"
                                .formatted(amount)
                        : "exports above imports by %s, as in the data, to someone who may still buy from it"
                                .formatted(amount),
                "nobody",
                "--deficits zero answers: without imbalances, before and after.");
    }

    private String names(BitSet group) {
        List<String> codes =
                group.stream().mapToObj(e -> data.economies().get(e).code()).toList();
        String first = codes.stream().limit(NAMED).collect(Collectors.joining(", "));
        return codes.size() <= NAMED ? first : first + " and " + (codes.size() - NAMED) + " others together";
    }
}
