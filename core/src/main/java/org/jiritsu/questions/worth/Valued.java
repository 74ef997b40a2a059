package org.jiritsu.questions.worth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.ask.Session;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.partners.Coalitions;
import org.jiritsu.partners.Layer;
import org.jiritsu.partners.Network;
import org.jiritsu.partners.Ties;
import org.jiritsu.partners.Worth;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;

/**
 * Every coalition valued.
 *
 * @param rules one a {@link Future.Rule}
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
    record ByRule(Future.Rule rule, double lossAlone, double lossAll, List<Worth> worth) {
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

    static Valued by(Session at, Future future, List<String> partners, Coalitions coalitions, LocalDate day) {
        long[] cells = coalitions.cells();
        List<DisruptionScenario> scenarios = Stream.of(Future.Rule.values())
                .flatMap(rule -> IntStream.range(0, cells.length)
                        .mapToObj(c -> future.scenario(rule, partners, coalitions.names(cells[c]))))
                .toList();
        at.tell(at.words().say("tell.runs", "count", scenarios.size()));
        Disruption disruption = at.once(future.world().id(), Disruption.class, () -> new Disruption(future.world()));
        List<DisruptionRun> runs = disruption.runAll(scenarios, Recorded.NOTHING);
        List<ByRule> rules = new ArrayList<>();
        for (Future.Rule rule : Future.Rule.values()) {
            int first = rule.ordinal() * cells.length;
            double[] losses = IntStream.range(0, cells.length)
                    .mapToDouble(c -> runs.get(first + c).economy(future.home()).valueAddedLostMusd())
                    .toArray();
            rules.add(new ByRule(rule, losses[0], losses[cells.length - 1], coalitions.worth(avoided(losses))));
        }
        return new Valued(
                rules,
                tariffs(at, future, partners, coalitions),
                security(at, future.home(), partners, day),
                runs.stream().mapToDouble(DisruptionRun::worstImbalance).max().orElse(0),
                runs.stream().filter(run -> collapsed(run, disruption)).count());
    }

    /** Loss of nobody standing by less that of each coalition: the empty one is the first of the cells. */
    private static double[] avoided(double[] losses) {
        return IntStream.range(0, losses.length)
                .mapToDouble(c -> losses[0] - losses[c])
                .toArray();
    }

    private static boolean collapsed(DisruptionRun run, Disruption disruption) {
        double usual = IntStream.range(0, disruption.world().size())
                .mapToDouble(disruption::output)
                .sum();
        return IntStream.range(0, run.worldProduction().length)
                .anyMatch(d -> run.worldProduction()[d] < COLLAPSE * usual);
    }

    /** None where the elasticities or goods of the world are not known, or no tariff is asked for. */
    private static Optional<Tariffs> tariffs(Session at, Future future, List<String> partners, Coalitions coalitions) {
        if (future.tariff() == 0) {
            return Optional.empty();
        }
        Trade trade;
        try {
            trade = at.once(future.world().id(), Trade.class, () -> Trade.of(at, future));
        } catch (InputException e) {
            return Optional.empty();
        }
        TradeData data = trade.model().baseline();
        int home = index(data, future.home());
        long[] cells = coalitions.cells();
        IntFunction<Effects> effects = c -> {
            Cancellation.check();
            List<String> keeping = coalitions.names(cells[c]);
            return trade.model()
                    .effects(policy -> partners.stream()
                            .filter(p -> !keeping.contains(p))
                            .mapToInt(p -> index(data, p))
                            .forEach(p -> trade.goods()
                                    .forEach(s -> policy.setTariff(
                                            s, p, home, policy.tariffRate(s, p, home) + future.tariff()))));
        };
        List<double[]> incomes = IntStream.range(0, cells.length)
                .parallel()
                .mapToObj(effects)
                .map(e -> new double[] {
                    e.realIncomeMusd(home), e.equilibrium().residual().size()
                })
                .toList();
        double[] values =
                incomes.stream().mapToDouble(v -> v[0] - incomes.getFirst()[0]).toArray();
        return Optional.of(new Tariffs(
                values[values.length - 1],
                coalitions.worth(values),
                incomes.stream().mapToDouble(v -> v[1]).max().orElse(0)));
    }

    /** The model of trade and the goods on which tariffs lie. */
    record Trade(TradeModel model, List<Integer> goods) {
        static Trade of(Session at, Future future) {
            TradeLibrary library = new TradeLibrary(at.data());
            TradeData data = library.data(future.world(), library.theta(future.world(), ELASTICITIES));
            return new Trade(
                    TradeModel.of(data, Deficits.OBSERVED), library.groups().sectorsOf(data, GOODS));
        }
    }

    private static int index(TradeData data, String code) {
        return IntStream.range(0, data.economyCount())
                .filter(e -> data.economies().get(e).code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Security> security(Session at, String home, List<String> partners, LocalDate day) {
        Ties ties = Ties.bundled(at.data().resolve("partners"));
        Ties.Choice choice = Ties.Choice.inForce(BINDING, day);
        List<String> all = Stream.concat(Stream.of(home), partners.stream())
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
