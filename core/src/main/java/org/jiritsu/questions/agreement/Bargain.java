package org.jiritsu.questions.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.ask.Session;
import org.jiritsu.base.Cancellation;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.world.World;

/**
 * Agreements held against a world: tariffs between two sides fall to zero.
 *
 * @param goods sectors on which tariffs lie
 * @param cheaper by what share real trade costs of goods between the two sides fall as well
 * @param between whether the partners of one agreement also trade freely with one another
 */
record Bargain(TradeModel model, List<Integer> goods, List<String> side, double cheaper, boolean between) {
    private static final String GOODS = "goods";

    private record Solved(String elasticities) {}

    /** @throws org.jiritsu.base.InputException if elasticities or goods of the world are not known */
    static Bargain of(
            Session at, World world, String elasticities, List<String> side, double cheaper, boolean between) {
        TradeLibrary library = new TradeLibrary(at.data());
        TradeModel model = at.latest(
                world.id(),
                new Solved(elasticities),
                TradeModel.class,
                2,
                () -> TradeModel.of(
                        world.id().equals(TradeLibrary.CALIENDO_PARRO)
                                ? library.caliendoParro()
                                : library.data(world, library.theta(world, elasticities)),
                        Deficits.OBSERVED));
        return new Bargain(model, library.groups().sectorsOf(model.baseline(), GOODS), side, cheaper, between);
    }

    /**
     * What an agreement changes a year.
     *
     * @param levied trade-weighted mean tariff of home on goods of the partner before
     * @param met the same of the partner on goods of home
     * @param incomePct real income of home
     * @param partnerMusd real income of the partner's members, summed
     * @param sideMusd of those who sign with home, home left out
     * @param restMusd of everybody else
     * @param loser who loses most of the others, if anybody loses
     */
    record Change(
            double levied,
            double met,
            double incomePct,
            double incomeMusd,
            double partnerPct,
            double partnerMusd,
            double sideMusd,
            double restMusd,
            Optional<Loser> loser,
            double exportsPct,
            double residual) {}

    record Loser(String code, double musd) {}

    /** What each of some agreements would change by itself. */
    List<Change> changes(String home, List<Candidate> candidates) {
        return candidates.stream().parallel().map(c -> change(home, c)).toList();
    }

    private Change change(String home, Candidate with) {
        Cancellation.check();
        TradeData data = model.baseline();
        List<Integer> ours = indices(side);
        List<Integer> theirs = indices(with.members());
        int us = index(home);
        Effects effects = model.effects(policy -> free(policy, ours, theirs));
        List<Integer> rest = IntStream.range(0, data.economyCount())
                .filter(e -> !ours.contains(e) && !theirs.contains(e))
                .boxed()
                .toList();
        return new Change(
                tariff(us, theirs, true),
                tariff(us, theirs, false),
                effects.realIncomePct(us),
                effects.realIncomeMusd(us),
                100
                        * sum(effects, theirs)
                        / theirs.stream().mapToDouble(effects::incomeBefore).sum(),
                sum(effects, theirs),
                sum(effects, ours) - effects.realIncomeMusd(us),
                sum(effects, rest),
                rest.stream()
                        .map(e -> new Loser(effects.code(e), effects.realIncomeMusd(e)))
                        .filter(l -> l.musd() < 0)
                        .min(java.util.Comparator.comparingDouble(Loser::musd)),
                effects.economy(us).exportsPct(),
                effects.equilibrium().residual().size());
    }

    private void free(TradePolicy policy, List<Integer> ours, List<Integer> theirs) {
        for (int a : theirs) {
            for (int b : between ? Stream.concat(ours.stream(), theirs.stream()).toList() : ours) {
                goods.forEach(good -> {
                    free(policy, good, a, b);
                    free(policy, good, b, a);
                });
            }
        }
    }

    /** A tariff below zero is a subsidy, which no agreement of this kind ends. */
    private void free(TradePolicy policy, int good, int importer, int exporter) {
        if (importer == exporter) {
            return;
        }
        policy.setTariff(good, importer, exporter, Math.min(0, policy.tariffRate(good, importer, exporter)));
        if (cheaper > 0) {
            policy.setTradeCost(good, importer, exporter, -cheaper);
        }
    }

    private double tariff(int home, List<Integer> others, boolean levied) {
        TradeData data = model.baseline();
        double duty = 0;
        double value = 0;
        for (int other : others) {
            for (int good : goods) {
                int importer = levied ? home : other;
                int exporter = levied ? other : home;
                duty += data.flow(good, importer, exporter) * data.tariffRate(good, importer, exporter);
                value += data.flow(good, importer, exporter);
            }
        }
        return value > 0 ? duty / value : Double.NaN;
    }

    private static double sum(Effects effects, List<Integer> economies) {
        return economies.stream().mapToDouble(effects::realIncomeMusd).sum();
    }

    private List<Integer> indices(List<String> codes) {
        List<Integer> indices = new ArrayList<>();
        codes.forEach(code -> indices.add(index(code)));
        return indices;
    }

    private int index(String code) {
        return IntStream.range(0, model.baseline().economyCount())
                .filter(e -> model.baseline().economies().get(e).code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
