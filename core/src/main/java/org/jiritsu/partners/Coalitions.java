package org.jiritsu.partners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;

/**
 * Which coalitions of partners have to be valued, and what each partner is worth once they have been: exactly, from all
 * {@code 2^n} coalitions of up to {@value #MOST_EXACT} players, or from sampled orders with a standard error.
 *
 * <p>{@link #cells()} and {@link #worth(double[])} stand apart so that a runner may value the cells in any order, on any
 * number of threads, and go on where it stopped; {@link #worth(CoalitionValue)} does both.
 */
public final class Coalitions {
    /** More players than this have too many coalitions for an exact answer. */
    public static final int MOST_EXACT = 20;

    private static final int MOST_SAMPLED = 62;
    private static final int FEWEST_ORDERS = 4;
    private static final double EFFICIENCY_TOLERANCE = 1e-9;

    private final List<String> players;
    private final long today;
    private final long[] cells;
    /** Orders in pairs, each followed by its reverse; empty when every coalition is valued. */
    private final List<int[]> orders;

    private Coalitions(List<String> players, long today, List<int[]> orders) {
        this.players = List.copyOf(players);
        this.today = today;
        this.orders = orders;
        this.cells = orders.isEmpty() ? all(players.size()) : visited();
    }

    /**
     * @param players their names, in the order of the bits of a coalition
     * @param today who stands by today, as bits: the ground of {@link Worth#leaveOneOut}
     * @param samples how many orders to draw instead of valuing every coalition; needed above {@value #MOST_EXACT}
     * @param seed of the draw; not used without samples
     * @throws InputException if there are no players, two of one name, too many without samples, or too few samples
     */
    public static Coalitions of(List<String> players, Set<String> today, OptionalInt samples, long seed) {
        check(players, samples);
        long bits = 0;
        for (String name : today) {
            int at = players.indexOf(name);
            if (at < 0) {
                throw InputException.use(
                        "'" + name + "' stands by today but is no player",
                        "one of " + String.join(", ", players),
                        name,
                        "add " + name + " to the partners.");
            }
            bits |= 1L << at;
        }
        return new Coalitions(
                players, bits, samples.isPresent() ? draw(players.size(), samples.getAsInt(), seed) : List.of());
    }

    /** The same with all players standing by today, so that leave-one-out is last-in. */
    public static Coalitions of(List<String> players, OptionalInt samples, long seed) {
        return of(players, Set.copyOf(players), samples, seed);
    }

    private static void check(List<String> players, OptionalInt samples) {
        if (players.isEmpty() || new HashSet<>(players).size() != players.size()) {
            throw InputException.use(
                    "The players of a coalition",
                    "one or more partners, each named once",
                    String.join(", ", players),
                    "one of them is written twice.");
        }
        if (samples.isEmpty() && players.size() > MOST_EXACT) {
            throw InputException.use(
                    "%d partners have 2^%d coalitions".formatted(players.size(), players.size()),
                    "at most %d partners, or sampled orders".formatted(MOST_EXACT),
                    players.size() + " partners and no --samples",
                    "--samples 2000 will do: every worth then carries its standard error.");
        }
        if (players.size() > MOST_SAMPLED) {
            throw InputException.use(
                    "There are too many partners",
                    "at most " + MOST_SAMPLED,
                    String.valueOf(players.size()),
                    "join small ones into a bloc.");
        }
        if (samples.isPresent() && samples.getAsInt() < FEWEST_ORDERS) {
            throw InputException.use(
                    "There are too few sampled orders for a standard error",
                    "--samples of %d or more".formatted(FEWEST_ORDERS),
                    String.valueOf(samples.getAsInt()),
                    "--samples 2000 will do.");
        }
    }

    public List<String> players() {
        return players;
    }

    public boolean exact() {
        return orders.isEmpty();
    }

    /** How many orders are sampled (even: each is followed by its reverse), 0 if the answer is exact. */
    public int orders() {
        return orders.size();
    }

    /** The coalitions to be valued, each once, ascending; the empty one and that of all players among them. */
    public long[] cells() {
        return cells.clone();
    }

    /** Names of those who stand by in a coalition. */
    public List<String> names(long coalition) {
        List<String> in = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            if ((coalition >> i & 1) == 1) {
                in.add(players.get(i));
            }
        }
        return in;
    }

    /**
     * Values all cells in one call, three of them twice, and shares the value out.
     *
     * @throws InputException if a value is not a number or another one the second time
     */
    public List<Worth> worth(CoalitionValue value) {
        double[] values = value.of(cells());
        List<Worth> worth = worth(values);
        int[] again = {0, cells.length / 2, cells.length - 1};
        double[] second = value.of(Arrays.stream(again).mapToLong(i -> cells[i]).toArray());
        for (int i = 0; i < again.length; i++) {
            if (second[i] != values[again[i]]) {
                throw InputException.data(
                        "The value of the coalition {%s} cannot be reproduced"
                                .formatted(String.join(", ", names(cells[again[i]]))),
                        "the same value from the same model and seed",
                        "%s, then %s".formatted(values[again[i]], second[i]),
                        "the model draws without a seed, or its threads share state.");
            }
        }
        return worth;
    }

    /**
     * Shares out the value of the cells.
     *
     * @param values one a cell, in the order of {@link #cells()}
     * @throws InputException if one is not a finite number
     */
    public List<Worth> worth(double[] values) {
        if (values.length != cells.length) {
            throw new IllegalArgumentException(cells.length + " cells, " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw InputException.data(
                        "The coalition {%s} has no value".formatted(String.join(", ", names(cells[i]))),
                        "a number",
                        String.valueOf(values[i]),
                        "the model did not converge there: a milder cut will say which partner it hangs on.");
            }
        }
        int n = players.size();
        double[][] shares = exact() ? exactShares(n, values) : sampledShares(n, values);
        checkEfficiency(shares[0], values);
        long all = all();
        List<Worth> out = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            long bit = 1L << i;
            out.add(new Worth(
                    players.get(i),
                    shares[0][i],
                    shares[1][i],
                    at(values, bit) - at(values, 0),
                    at(values, all) - at(values, all & ~bit),
                    at(values, today | bit) - at(values, today & ~bit)));
        }
        return out;
    }

    /** Shapley (1953), equation of the value: weights |S|! (n - |S| - 1)! / n! = 1 / (n C(n-1, |S|)). */
    private static double[][] exactShares(int n, double[] values) {
        double[] weight = new double[n];
        double choose = 1;
        for (int s = 0; s < n; s++) {
            weight[s] = 1 / (n * choose);
            choose = choose * (n - 1 - s) / (s + 1);
        }
        double[] shapley = new double[n];
        for (int i = 0; i < n; i++) {
            Cancellation.check();
            int bit = 1 << i;
            CompensatedSum sum = new CompensatedSum();
            for (int set = 0; set < values.length; set++) {
                if ((set & bit) == 0) {
                    sum.add(weight[Integer.bitCount(set)] * (values[set | bit] - values[set]));
                }
            }
            shapley[i] = sum.value();
        }
        return new double[][] {shapley, new double[n]};
    }

    /** Mean over orders (Castro, Gomez and Tejada 2009), each averaged with its reverse, which halves much of the spread. */
    private double[][] sampledShares(int n, double[] values) {
        int pairs = orders.size() / 2;
        double[][] of = new double[n][pairs];
        for (int o = 0; o < orders.size(); o++) {
            long coalition = 0;
            double before = at(values, 0);
            for (int player : orders.get(o)) {
                coalition |= 1L << player;
                double after = at(values, coalition);
                of[player][o / 2] += (after - before) / 2;
                before = after;
            }
        }
        double[][] shares = new double[2][n];
        for (int i = 0; i < n; i++) {
            shares[0][i] = sum(of[i]) / pairs;
            double mean = shares[0][i];
            double squares =
                    sum(Arrays.stream(of[i]).map(x -> (x - mean) * (x - mean)).toArray());
            shares[1][i] = Math.sqrt(squares / (pairs - 1) / pairs);
        }
        return shares;
    }

    private static double sum(double[] terms) {
        CompensatedSum sum = new CompensatedSum();
        sum.add(terms, 0, terms.length);
        return sum.value();
    }

    private void checkEfficiency(double[] shares, double[] values) {
        double whole = at(values, all()) - at(values, 0);
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (Math.abs(sum(shares) - whole) > EFFICIENCY_TOLERANCE * Math.max(largest, Double.MIN_NORMAL)) {
            throw new IllegalStateException(
                    "worths add up to %s, not to the value of all, %s".formatted(sum(shares), whole));
        }
    }

    private double at(double[] values, long coalition) {
        return values[exact() ? (int) coalition : Arrays.binarySearch(cells, coalition)];
    }

    private long all() {
        return (1L << players.size()) - 1;
    }

    private static long[] all(int n) {
        long[] all = new long[1 << n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private static List<int[]> draw(int n, int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> orders = new ArrayList<>();
        while (orders.size() < samples) {
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                int at = random.nextInt(i + 1);
                order[i] = order[at];
                order[at] = i;
            }
            int[] reverse = new int[n];
            Arrays.setAll(reverse, i -> order[n - 1 - i]);
            orders.add(order);
            orders.add(reverse);
        }
        return orders;
    }

    private long[] visited() {
        Set<Long> seen = new HashSet<>(List.of(0L, today));
        for (int[] order : orders) {
            long coalition = 0;
            for (int player : order) {
                coalition |= 1L << player;
                seen.add(coalition);
            }
        }
        for (int i = 0; i < players.size(); i++) {
            long bit = 1L << i;
            seen.addAll(List.of(bit, all() & ~bit, today | bit, today & ~bit));
        }
        return seen.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
