package org.jiritsu.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;

/**
 * Tariffs that governments would choose if no rule bound them, each to maximise its exact real income given the others'
 * tariffs (Ossa 2014): one's best answer, the Nash equilibrium of all, and the answers of those whom a policy hits. A
 * tariff is the same for every supplier it is set against; a coalition acts as one and leaves its inner tariffs alone.
 *
 * <p>Best answers are found numerically, by BFGS on ln(1 + t) from {@link #shortcutRates}; the formula of Lashkaripour
 * (2021) alone answers at once where it applies.
 */
public final class Retaliation {
    /** Rates count as settled when no economy would move its own by more. */
    public static final double RATE_TOLERANCE = 1e-3;

    private static final int MOST_ROUNDS = 40;
    private static final int PLAYERS_A_LINE = 20;

    private final TradeModel model;
    private final TradeData data;
    private final int[] sectors;
    private final int n;

    /**
     * @param sectors whose imports may be taxed, such as all goods
     */
    public Retaliation(TradeModel model, Collection<Integer> sectors) {
        if (sectors.isEmpty()) {
            throw InputException.use(
                    "There is nothing to set tariffs on",
                    "at least one sector",
                    "none",
                    "the sectors of this world were named by the codes of another.");
        }
        this.model = model;
        this.data = model.baseline();
        this.sectors = sectors.stream().mapToInt(s -> s).sorted().toArray();
        this.n = data.economyCount();
    }

    /** Whether a player sets one rate for all sectors or one for each. */
    public enum Shape {
        UNIFORM,
        BY_SECTOR
    }

    /**
     * Economies that set tariffs as one.
     *
     * @param against the suppliers whose goods it taxes
     */
    public record Player(String name, List<Integer> members, List<Integer> against) {
        public Player {
            members = List.copyOf(members);
            against = List.copyOf(against);
        }
    }

    /**
     * A player's choice.
     *
     * @param rates by taxed sector, in the order of the world's sectors, such as 0.15
     */
    public record Choice(Player player, List<Double> rates) {
        public Choice {
            rates = List.copyOf(rates);
        }

        public double meanRate() {
            return rates.stream().mapToDouble(r -> r).average().orElse(0);
        }
    }

    /**
     * Tariffs and what they do, against the baseline.
     *
     * @param rounds of best answers; 0 for one player's
     * @param lastMove the largest change of a rate in the last round
     */
    public record Outcome(List<Choice> choices, Effects effects, int rounds, double lastMove) {
        public Outcome {
            choices = List.copyOf(choices);
        }

        /** With the choices in it. */
        public TradePolicy policy() {
            return effects.equilibrium().policy.copy();
        }
    }

    /** Economies that act as one against all others. */
    public Player coalition(List<Integer> members) {
        return coalition(data, members);
    }

    private static Player coalition(TradeData data, List<Integer> members) {
        String name = members.stream().map(e -> data.economies().get(e).code()).collect(Collectors.joining("+"));
        return new Player(
                name,
                members,
                IntStream.range(0, data.economyCount())
                        .boxed()
                        .filter(e -> !members.contains(e))
                        .toList());
    }

    /** Every economy a player of its own. */
    public List<Player> everyone() {
        return everyone(List.of());
    }

    /**
     * These coalitions, and every other economy a player of its own.
     *
     * @throws InputException if an economy is in two of them, or one holds the whole world
     */
    public List<Player> everyone(List<List<Integer>> coalitions) {
        return players(data, coalitions);
    }

    /**
     * These coalitions of a world, and every other economy a player of its own.
     *
     * @throws InputException if an economy is in two of them, or one holds the whole world
     */
    public static List<Player> players(TradeData data, List<List<Integer>> coalitions) {
        List<Player> players = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (List<Integer> coalition : coalitions) {
            for (int e : coalition) {
                if (!taken.add(e)) {
                    throw InputException.use(
                            "An economy cannot act in two coalitions",
                            "each economy once",
                            data.economies().get(e).code() + " twice",
                            "it is in a group that is named beside it.");
                }
            }
            players.add(coalition(data, coalition));
        }
        IntStream.range(0, data.economyCount())
                .filter(e -> !taken.contains(e))
                .forEach(e -> players.add(coalition(data, List.of(e))));
        if (players.size() < 2) {
            throw InputException.use(
                    "Nobody is left outside the coalition",
                    "an economy to set tariffs against",
                    "none",
                    "a smaller group was meant.");
        }
        return players;
    }

    /** The unilateral optimum: one player's best tariffs while all others keep theirs. */
    public Outcome unilateral(Player player, Shape shape) {
        TradePolicy policy = TradePolicy.statusQuo(data);
        Choice choice = bestAnswer(
                player,
                shape,
                policy,
                toArray(start(List.of(player), formula(data)).getFirst()));
        set(policy, choice);
        return new Outcome(List.of(choice), model.effects(policy), 0, 0);
    }

    /**
     * The best answers of those whom a policy hits, each with one rate on those who hit it, all at once until nobody
     * moves, while the policy stands. Higher tariffs and trade costs, and bans, hit the exporter; higher export taxes
     * the importer.
     *
     * @param progress told a line for people now and then
     * @throws UnconvergedException if rates do not settle
     * @throws InputException if the policy hits nobody
     */
    public Outcome answers(TradePolicy policy, Consumer<String> progress) {
        List<Player> targets = targets(policy);
        if (targets.isEmpty()) {
            throw InputException.use(
                    "There is nothing to retaliate against",
                    "a policy that makes trade dearer",
                    "one that does not",
                    "leave out --retaliate.");
        }
        return settle(targets, Shape.UNIFORM, policy, start(targets, formula(data)), progress);
    }

    private List<Player> targets(TradePolicy policy) {
        List<Set<Integer>> hitBy = Stream.generate(() -> (Set<Integer>) new TreeSet<Integer>())
                .limit(n)
                .toList();
        for (int cell = 0; cell < data.cells(); cell++) {
            int importer = cell / n % n;
            int exporter = cell % n;
            if (policy.tariff[cell] > data.tariff[cell] || policy.iceberg[cell] > 1) {
                hitBy.get(exporter).add(importer);
            }
            if (policy.exportTax[cell] > data.exportTax[cell]) {
                hitBy.get(importer).add(exporter);
            }
        }
        return IntStream.range(0, n)
                .filter(e -> !hitBy.get(e).isEmpty())
                .mapToObj(e -> new Player(data.economies().get(e).code(), List.of(e), List.copyOf(hitBy.get(e))))
                .toList();
    }

    /**
     * The Nash equilibrium in tariffs: rounds of best answers, all players at once, until nobody moves.
     *
     * @param progress told a line for people now and then
     * @throws UnconvergedException if rates do not settle
     */
    public Outcome nash(List<Player> players, Shape shape, Consumer<String> progress) {
        return settle(players, shape, TradePolicy.statusQuo(data), start(players, shortcutRates()), progress);
    }

    private Outcome settle(
            List<Player> players, Shape shape, TradePolicy given, List<Choice> start, Consumer<String> progress) {
        List<Choice> choices = start;
        double move = Double.POSITIVE_INFINITY;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            List<Choice> before = choices;
            choices = round(players, shape, policy(given, before), before, "round " + round, progress);
            move = largestMove(before, choices);
            progress.accept("round %d: largest change of a tariff %.2f points".formatted(round, 100 * move));
            if (move <= RATE_TOLERANCE) {
                return new Outcome(choices, model.effects(policy(given, choices)), round, move);
            }
        }
        throw new UnconvergedException("Tariffs did not settle in %d rounds: one still moves by %.1f points."
                .formatted(MOST_ROUNDS, 100 * move));
    }

    private List<Choice> round(
            List<Player> players,
            Shape shape,
            TradePolicy policy,
            List<Choice> before,
            String name,
            Consumer<String> progress) {
        Choice[] answers = new Choice[players.size()];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, answers.length).parallel().forEach(p -> {
            answers[p] = bestAnswer(players.get(p), shape, policy, toArray(before.get(p)));
            int count = done.incrementAndGet();
            if (count % PLAYERS_A_LINE == 0) {
                progress.accept("%s: %d of %d have answered".formatted(name, count, answers.length));
            }
        });
        return List.of(answers);
    }

    /**
     * Nash tariffs by equation 14 of Lashkaripour (2021), at the equilibrium that they make themselves:
     * t_i = 1 / Σ_k Σ_{j≠i} χ_ijk θ_k (1 − (1 − δ_jk) π_jik), χ the share of a flow in the exports of i and
     * δ_jk = t_j π_jjk e_jk / (1 + t_j Σ_g π_jjg e_jg), e the buyer's spending shares. It takes wages abroad as given,
     * leaves out input-output links and holds when all that is imported is taxed.
     *
     * @return one rate an economy
     */
    public double[] shortcutRates() {
        List<Player> players = everyone();
        double[] rates = formula(data);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] before = rates;
            TradePolicy policy = policy(TradePolicy.statusQuo(data), start(players, before));
            rates = formula(model.effects(policy).equilibrium().asData());
            if (largest(before, rates) <= RATE_TOLERANCE / 10) {
                return rates;
            }
        }
        throw new UnconvergedException("The formula's tariffs did not settle in %d rounds.".formatted(MOST_ROUNDS));
    }

    private double[] formula(TradeData at) {
        double[] exports = new double[n];
        double[] sum = new double[n];
        for (int buyer = 0; buyer < n; buyer++) {
            double[] delta = revenueShares(at, buyer);
            for (int j = 0; j < at.sectorCount(); j++) {
                for (int i = 0; i < n; i++) {
                    double flow = buyer == i ? 0 : at.flow(j, buyer, i);
                    exports[i] += flow;
                    sum[i] += flow * at.theta[j] * (1 - (1 - delta[j]) * at.share[at.cell(j, buyer, i)]);
                }
            }
        }
        return IntStream.range(0, n)
                .mapToDouble(i -> exports[i] > 0 ? exports[i] / sum[i] : 0)
                .toArray();
    }

    /** δ of the formula, by sector; t is the buyer's mean tariff. */
    private double[] revenueShares(TradeData at, int buyer) {
        double imports = 0;
        double revenue = 0;
        double spending = 0;
        double own = 0;
        double[] ownBySector = new double[at.sectorCount()];
        for (int j = 0; j < ownBySector.length; j++) {
            for (int i = 0; i < n; i++) {
                double flow = buyer == i ? 0 : at.flow(j, buyer, i);
                imports += flow;
                revenue += flow * at.tariffRate(j, buyer, i);
            }
            ownBySector[j] = at.share[at.cell(j, buyer, buyer)] * at.expenditure[at.pair(j, buyer)];
            own += ownBySector[j];
            spending += at.expenditure[at.pair(j, buyer)];
        }
        double rate = imports > 0 ? revenue / imports : 0;
        double whole = spending + rate * own;
        return Arrays.stream(ownBySector).map(x -> rate * x / whole).toArray();
    }

    private List<Choice> start(List<Player> players, double[] rates) {
        return players.stream().map(p -> uniform(p, meanOver(p, rates))).toList();
    }

    private double meanOver(Player player, double[] rates) {
        return player.members().stream().mapToDouble(e -> rates[e]).average().orElse(0);
    }

    private Choice uniform(Player player, double rate) {
        return new Choice(player, Arrays.stream(sectors).mapToObj(j -> rate).toList());
    }

    private Choice bestAnswer(Player player, Shape shape, TradePolicy others, double[] start) {
        boolean uniform = shape == Shape.UNIFORM;
        double[] first = Arrays.stream(uniform ? Arrays.copyOf(start, 1) : start)
                .map(Math::log1p)
                .toArray();
        TradePolicy begin = others.copy();
        set(begin, choice(player, rates(first)));
        Equilibrium near = model.solve(begin, new double[n]);
        ToDoubleFunction<double[]> payoff = logs -> payoff(player, others, rates(logs), near);
        double[] best = Bfgs.maximise(payoff, first, RATE_TOLERANCE / 10);
        return choice(player, rates(best));
    }

    private static Choice choice(Player player, double[] rates) {
        return new Choice(player, Arrays.stream(rates).boxed().toList());
    }

    private double payoff(Player player, TradePolicy others, double[] rates, Equilibrium near) {
        TradePolicy policy = others.copy();
        set(policy, choice(player, rates));
        Effects effects = new Effects(data, model.solveNear(near, policy));
        double sum = 0;
        double weights = 0;
        for (int e : player.members()) {
            sum += data.factorIncome[e] * Math.log1p(effects.realIncomePct(e) / 100);
            weights += data.factorIncome[e];
        }
        return 100 * sum / weights;
    }

    /** Rates by taxed sector from ln(1 + t), one for all or one each. */
    private double[] rates(double[] logs) {
        double[] rates = new double[sectors.length];
        Arrays.setAll(rates, s -> Math.expm1(logs[logs.length == 1 ? 0 : s]));
        return rates;
    }

    private void set(TradePolicy policy, Choice choice) {
        for (int s = 0; s < sectors.length; s++) {
            for (int importer : choice.player().members()) {
                for (int exporter : choice.player().against()) {
                    policy.setTariff(
                            sectors[s], importer, exporter, choice.rates().get(s));
                }
            }
        }
    }

    private TradePolicy policy(TradePolicy given, List<Choice> choices) {
        TradePolicy policy = given.copy();
        choices.forEach(choice -> set(policy, choice));
        return policy;
    }

    private static double[] toArray(Choice choice) {
        return choice.rates().stream().mapToDouble(r -> r).toArray();
    }

    private static double largestMove(List<Choice> before, List<Choice> after) {
        double largest = 0;
        for (int p = 0; p < after.size(); p++) {
            largest = Math.max(largest, largest(toArray(before.get(p)), toArray(after.get(p))));
        }
        return largest;
    }

    private static double largest(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElse(0);
    }
}
