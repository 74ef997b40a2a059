package org.jiritsu.trade;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.world.InputException;

/**
 * Tariffs that governments would choose if no rule bound them, each to maximise its exact real income given the others'
 * tariffs (Ossa 2014): one's best answer, and the Nash equilibrium of all. A tariff is the same for every foreign
 * supplier; a coalition acts as one, with free trade inside left as the baseline has it.
 *
 * <p>Best answers are found numerically, by BFGS on ln(1 + t) from {@link #shortcutRates}; the formula of Lashkaripour
 * (2021) alone answers at once where it applies.
 */
public final class Retaliation {
    /** Rates count as settled when no economy would move its own by more. */
    public static final double RATE_TOLERANCE = 1e-3;

    private static final int MOST_ROUNDS = 40;

    private final TradeModel model;
    private final TradeData data;
    private final int[] sectors;
    private final int n;

    /**
     * @param sectors whose imports may be taxed, such as all goods
     */
    public Retaliation(TradeModel model, Collection<Integer> sectors) {
        if (sectors.isEmpty()) {
            throw InputException.use("There is nothing to set tariffs on", "at least one sector", "none",
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

    /** Economies that set tariffs as one. */
    public record Player(String name, List<Integer> members) {
        public Player {
            members = List.copyOf(members);
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
    }

    /** Every economy a player of its own. */
    public List<Player> everyone() {
        return IntStream.range(0, n)
                .mapToObj(e -> new Player(data.economies().get(e).code(), List.of(e)))
                .toList();
    }

    /** The unilateral optimum: one player's best tariffs while all others keep theirs. */
    public Outcome unilateral(Player player, Shape shape) {
        Choice choice = bestAnswer(player, shape, TradePolicy.statusQuo(data), start(player));
        return new Outcome(List.of(choice), effects(List.of(choice)), 0, 0);
    }

    /**
     * The Nash equilibrium in tariffs: rounds of best answers, all players at once, until nobody moves.
     *
     * @param progress told a line for people after every round
     * @throws UnconvergedException if rates do not settle
     */
    public Outcome nash(List<Player> players, Shape shape, Consumer<String> progress) {
        List<Choice> choices = shortcut(players);
        double move = Double.POSITIVE_INFINITY;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            TradePolicy policy = policy(choices);
            ConcurrentHashMap<Integer, Choice> answers = new ConcurrentHashMap<>();
            List<Choice> before = choices;
            IntStream.range(0, players.size()).parallel().forEach(p -> answers.put(p,
                    bestAnswer(players.get(p), shape, policy, toArray(before.get(p)))));
            choices = IntStream.range(0, players.size()).mapToObj(answers::get).toList();
            move = largestMove(before, choices);
            progress.accept("round %d: largest change of a tariff %.2f points".formatted(round, 100 * move));
            if (move <= RATE_TOLERANCE) {
                return new Outcome(choices, effects(choices), round, move);
            }
        }
        throw new UnconvergedException("Nash tariffs did not settle in %d rounds: one still moves by %.1f points."
                .formatted(MOST_ROUNDS, 100 * move));
    }

    /**
     * Nash tariffs by the formula of Lashkaripour (2021), at the equilibrium that they make themselves:
     * t_i = 1 / Σ_k Σ_{n≠i} χ_nik θ_k (1 − π_nik), χ the share of a flow in the exports of i. It takes wages abroad as
     * given, leaves out input-output links and holds when all that is imported is taxed.
     *
     * @return one rate an economy
     */
    public double[] shortcutRates() {
        List<Player> players = everyone();
        double[] rates = formula(data);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] before = rates;
            rates = formula(effects(uniform(players, before)).equilibrium().asData());
            if (largest(before, rates) <= RATE_TOLERANCE / 10) {
                return rates;
            }
        }
        throw new UnconvergedException("The formula's tariffs did not settle in %d rounds.".formatted(MOST_ROUNDS));
    }

    private double[] formula(TradeData at) {
        double[] rates = new double[n];
        for (int i = 0; i < n; i++) {
            double exports = 0;
            double sum = 0;
            for (int j = 0; j < at.sectorCount(); j++) {
                for (int buyer = 0; buyer < n; buyer++) {
                    double flow = buyer == i ? 0 : at.flow(j, buyer, i);
                    exports += flow;
                    sum += flow * at.theta[j] * (1 - at.share[at.cell(j, buyer, i)]);
                }
            }
            rates[i] = exports > 0 ? exports / sum : 0;
        }
        return rates;
    }

    private List<Choice> shortcut(List<Player> players) {
        double[] rates = shortcutRates();
        return players.stream().map(p -> uniform(p, meanOver(p, rates))).toList();
    }

    private double[] start(Player player) {
        return toArray(uniform(player, meanOver(player, formula(data))));
    }

    private double meanOver(Player player, double[] rates) {
        return player.members().stream().mapToDouble(e -> rates[e]).average().orElse(0);
    }

    private List<Choice> uniform(List<Player> players, double[] rates) {
        return IntStream.range(0, players.size()).mapToObj(p -> uniform(players.get(p), rates[p])).toList();
    }

    private Choice uniform(Player player, double rate) {
        return new Choice(player, Arrays.stream(sectors).mapToObj(j -> rate).toList());
    }

    private Choice bestAnswer(Player player, Shape shape, TradePolicy others, double[] start) {
        boolean uniform = shape == Shape.UNIFORM;
        double[] first = Arrays.stream(uniform ? Arrays.copyOf(start, 1) : start).map(Math::log1p).toArray();
        TradePolicy begin = others.copy();
        set(begin, player, rates(first));
        Equilibrium near = model.solve(begin, new double[n]);
        ToDoubleFunction<double[]> payoff = logs -> payoff(player, others, rates(logs), near);
        double[] best = Bfgs.maximise(payoff, first, RATE_TOLERANCE / 10);
        return new Choice(player, Arrays.stream(rates(best)).boxed().toList());
    }

    private double payoff(Player player, TradePolicy others, double[] rates, Equilibrium near) {
        TradePolicy policy = others.copy();
        set(policy, player, rates);
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

    private void set(TradePolicy policy, Player player, double[] rates) {
        for (int s = 0; s < sectors.length; s++) {
            for (int importer : player.members()) {
                for (int exporter = 0; exporter < n; exporter++) {
                    if (!player.members().contains(exporter)) {
                        policy.setTariff(sectors[s], importer, exporter, rates[s]);
                    }
                }
            }
        }
    }

    private TradePolicy policy(List<Choice> choices) {
        TradePolicy policy = TradePolicy.statusQuo(data);
        choices.forEach(choice -> set(policy, choice.player(), toArray(choice)));
        return policy;
    }

    private Effects effects(List<Choice> choices) {
        return model.effects(policy(choices));
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
        return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElse(0);
    }
}
