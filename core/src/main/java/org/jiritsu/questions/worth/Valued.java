package org.jiritsu.questions.worth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.ask.Session;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.partners.Coalitions;
import org.jiritsu.partners.Layer;
import org.jiritsu.partners.Network;
import org.jiritsu.partners.Ties;
import org.jiritsu.partners.Worth;
import org.jiritsu.questions.standing.Break;
import org.jiritsu.questions.standing.Player;
import org.jiritsu.questions.standing.State;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.world.World;

/**
 * Every coalition valued.
 *
 * @param rules one a {@link Break.Rule}
 * @param tariffs where the model of trade knows the world
 * @param imbalance the worst of all runs
 * @param collapsed runs in which the world made less than half of before
 */
record Valued(
        List<ByRule> rules, Optional<Tariffs> tariffs, List<Security> security, double imbalance, long collapsed) {
    private static final Set<Layer> BINDING =
            EnumSet.of(Layer.DEFENCE, Layer.CONSULTATION, Layer.ACCESS, Layer.LOGISTICS, Layer.INFORMATION);
    private static final double COLLAPSE = 0.5;
    private static final String ELASTICITIES = "GYY";
    private static final String GOODS = "goods";

    /**
     * @param lossAlone what home loses if no partner stands by, million USD of value added
     * @param lossAll the same if all do
     */
    record ByRule(Break.Rule rule, double lossAlone, double lossAll, List<Worth> worth) {
        double avoided() {
            return lossAlone - lossAll;
        }
    }

    /** @param avoided real income a year that home does not lose if all keep their tariffs, million USD */
    record Tariffs(double avoided, List<Worth> worth, double residual) {}

    /**
     * What one partner is in the network of home and the partners; no money.
     *
     * @param ties agreements with home in force
     * @param unlinked others that home is no longer linked to, directly or through others, without this partner
     * @param centralisation change of centralisation if it is taken away
     */
    record Security(int ties, int unlinked, double centralisation) {}

    /**
     * What is asked.
     *
     * @param tariff what a partner that does not keep its tariffs adds to them
     * @param day of the ties of security
     */
    record Game(Break broken, double tariff, List<Player> players, Coalitions coalitions, LocalDate day) {
        String home() {
            return broken.home();
        }

        /** Those who stand by in a coalition. */
        List<Player> standing(long coalition) {
            List<String> names = coalitions.names(coalition);
            return players.stream().filter(p -> names.contains(p.name())).toList();
        }
    }

    /** What is met while coalitions are valued. */
    private static final class Met {
        private double imbalance;
        private long collapsed;
    }

    static Valued by(Session at, Game game) {
        int runs = Break.Rule.values().length * game.coalitions().cells().length;
        at.tell(at.words().say("tell.runs", "count", runs));
        Met met = new Met();
        List<ByRule> rules = Stream.of(Break.Rule.values())
                .map(rule -> byRule(Break.model(at, game.broken().world()), game, rule, met))
                .toList();
        return new Valued(rules, tariffs(at, game), security(at, game), met.imbalance, met.collapsed);
    }

    private static ByRule byRule(Disruption disruption, Game game, Break.Rule rule, Met met) {
        List<Double> losses = new ArrayList<>();
        List<Worth> worth = game.coalitions().worth(cells -> {
            List<DisruptionRun> runs = disruption.runAll(
                    Arrays.stream(cells)
                            .mapToObj(c -> game.broken().scenario(rule, game.players(), game.standing(c)))
                            .toList(),
                    Recorded.NOTHING);
            runs.forEach(run -> met.imbalance = Math.max(met.imbalance, run.worstImbalance()));
            double[] avoided = runs.stream()
                    .mapToDouble(run -> -run.economy(game.home()).valueAddedLostMusd())
                    .toArray();
            if (losses.isEmpty()) { // the second call values some of them again
                Arrays.stream(avoided).forEach(v -> losses.add(-v));
                met.collapsed +=
                        runs.stream().filter(run -> collapsed(run, disruption)).count();
            }
            return avoided;
        });
        return new ByRule(rule, losses.getFirst(), losses.getLast(), worth);
    }

    private static boolean collapsed(DisruptionRun run, Disruption disruption) {
        double usual = IntStream.range(0, disruption.world().size())
                .mapToDouble(disruption::output)
                .sum();
        return IntStream.range(0, run.worldProduction().length)
                .anyMatch(d -> run.worldProduction()[d] < COLLAPSE * usual);
    }

    /** None where the elasticities or goods of the world are not known, or nobody's tariffs are in question. */
    private static Optional<Tariffs> tariffs(Session at, Game game) {
        if (game.players().stream().noneMatch(p -> p.does(State.TARIFFS))) {
            return Optional.empty();
        }
        World world = game.broken().world();
        Trade trade;
        try {
            trade = at.once(world.id(), Trade.class, () -> Trade.of(at, world));
        } catch (InputException e) {
            return Optional.empty();
        }
        int home = index(trade.model().baseline(), game.home());
        int economies = trade.model().baseline().economyCount();
        Map<Player, double[]> alone = game.players().stream()
                .filter(p -> p.does(State.TARIFFS))
                .parallel()
                .collect(Collectors.toMap(
                        p -> p,
                        p -> trade.raising(game, List.of(p), home, new double[economies])
                                .logWages()));
        double[] worst = {0};
        List<Double> incomes = new ArrayList<>();
        List<Worth> worth = game.coalitions().worth(cells -> {
            List<Solved> solved = Arrays.stream(cells)
                    .parallel()
                    .mapToObj(cell -> {
                        List<Player> standing = game.standing(cell);
                        List<Player> raising = game.players().stream()
                                .filter(p -> p.does(State.TARIFFS) && !standing.contains(p))
                                .toList();
                        return trade.raising(
                                game,
                                raising,
                                home,
                                sum(
                                        raising.stream()
                                                .map(p -> Objects.requireNonNull(alone.get(p)))
                                                .toList(),
                                        economies));
                    })
                    .toList();
            solved.forEach(each -> {
                incomes.add(each.income());
                worst[0] = Math.max(worst[0], each.residual());
            });
            return solved.stream().mapToDouble(Solved::income).toArray();
        });
        int all = game.coalitions().cells().length - 1;
        return Optional.of(new Tariffs(incomes.get(all) - incomes.getFirst(), worth, worst[0]));
    }

    /** The model of trade and the goods on which tariffs lie. */
    record Trade(TradeModel model, List<Integer> goods) {
        static Trade of(Session at, World world) {
            TradeLibrary library = new TradeLibrary(at.data());
            TradeData data = library.data(world, library.theta(world, ELASTICITIES));
            return new Trade(
                    TradeModel.of(data, Deficits.OBSERVED), library.groups().sectorsOf(data, GOODS));
        }

        /** What home's real income is if some partners raise their tariffs on its goods, and the residual of that. */
        Solved raising(Game game, List<Player> raising, int home, double[] from) {
            Cancellation.check();
            TradePolicy policy = TradePolicy.statusQuo(model.baseline());
            raising.stream()
                    .mapToInt(p -> index(model.baseline(), p.partner()))
                    .forEach(p -> goods.forEach(
                            s -> policy.setTariff(s, p, home, policy.tariffRate(s, p, home) + game.tariff())));
            Effects effects = model.effects(policy, from);
            return new Solved(
                    effects.realIncomeMusd(home),
                    effects.equilibrium().residual().size(),
                    IntStream.range(0, from.length)
                            .mapToDouble(e -> Math.log(effects.equilibrium().wageChange(e)))
                            .toArray());
        }
    }

    /** An equilibrium, without its tables: hundreds of them would not fit into memory. */
    private record Solved(double income, double residual, double[] logWages) {}

    /** Where several raise tariffs, wages are not far from what each one's tariffs make of them, added up. */
    private static double[] sum(List<double[]> changes, int economies) {
        double[] sum = new double[economies];
        changes.forEach(change -> Arrays.setAll(sum, e -> sum[e] + change[e]));
        return sum;
    }

    private static int index(TradeData data, String code) {
        return IntStream.range(0, data.economyCount())
                .filter(e -> data.economies().get(e).code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Security> security(Session at, Game game) {
        String home = game.home();
        List<String> partners = game.players().stream().map(Player::partner).toList();
        Ties ties =
                at.shared(Ties.class, Ties.class, () -> Ties.bundled(at.data().resolve("partners")));
        Ties.Choice choice = Ties.Choice.inForce(BINDING, game.day());
        List<String> all = Stream.concat(Stream.of(home), partners.stream().distinct())
                .filter(ties.economies()::contains)
                .toList();
        if (all.size() < 2 || !all.contains(home)) {
            return partners.stream().map(_ -> new Security(0, 0, 0)).toList();
        }
        Network network = ties.network(all, choice);
        int linked = linked(network, home);
        return partners.stream()
                .map(p -> {
                    if (!all.contains(p)) {
                        return new Security(0, 0, 0);
                    }
                    Network without = network.without(p);
                    boolean itself =
                            network.components().stream().anyMatch(set -> set.contains(home) && set.contains(p));
                    return new Security(
                            ties.between(home, p, choice).size(),
                            linked - linked(without, home) - (itself ? 1 : 0),
                            without.degreeCentralisation() - network.degreeCentralisation());
                })
                .toList();
    }

    private static int linked(Network network, String home) {
        return network.components().stream()
                .filter(set -> set.contains(home))
                .mapToInt(List::size)
                .sum();
    }
}
