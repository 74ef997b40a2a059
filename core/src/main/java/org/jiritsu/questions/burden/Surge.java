package org.jiritsu.questions.burden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.ask.Session;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Timing;
import org.jiritsu.world.World;

/**
 * A level of defence spending as a surge of demand for what supplies it.
 *
 * @param now spending today, in per cent of GDP
 * @param bought which part of a change is spent on the goods
 * @param goods sectors that supply it
 * @param days for which the surge lasts and is followed
 */
record Surge(Money money, double now, double bought, List<Integer> goods, int days) {
    private static final double YEAR = 365;
    private static final double LEVEL = 0.9;

    /**
     * What a level does. A pair of figures holds the rules "critical inputs alone" and "any input that runs out".
     *
     * @param changeMusd of spending a year
     * @param orderedMusd of the goods a year
     * @param increase orders of final users over those of before
     * @param output change of output of home's industries of the goods, as a share
     * @param unmet final orders of home that are not filled while the surge lasts, over what is ordered more
     * @param othersMusd value added lost elsewhere
     */
    record Outcome(
            double level,
            double changeMusd,
            double orderedMusd,
            double increase,
            double[] output,
            double[] unmet,
            double[] othersMusd,
            double imbalance) {}

    /** Who sells the goods to home's final users: home itself, and the largest of the others. */
    record Supply(double own, Optional<Integer> other, double share) {}

    private World world() {
        return money.world();
    }

    List<Outcome> outcomes(Session at, List<Double> levels) {
        Disruption disruption = at.once(world().id(), Disruption.class, () -> new Disruption(world()));
        String home = world().economies().get(money.economy()).code();
        List<DisruptionModel> rules = List.of(ModelPresets.partial(world()), ModelPresets.lean());
        List<DisruptionScenario> scenarios = rules.stream()
                .flatMap(rule -> levels.stream().map(level -> scenario(home, rule, level)))
                .toList();
        List<DisruptionRun> runs = disruption.runAll(scenarios, new Recorded(List.of(home), List.of(), List.of()));
        List<Outcome> outcomes = new ArrayList<>();
        for (int k = 0; k < levels.size(); k++) {
            outcomes.add(outcome(home, levels.get(k), runs.get(k), runs.get(levels.size() + k)));
        }
        return outcomes;
    }

    private DisruptionScenario scenario(String home, DisruptionModel rule, double level) {
        List<String> codes =
                goods.stream().map(g -> world().sectors().get(g).code()).toList();
        Shock surge = new Shock.DemandSurge(List.of(home), codes, increase(level), Timing.of(0, days));
        return new DisruptionScenario(home + " " + level, rule, List.of(surge), List.of(), days, LEVEL);
    }

    private double changeMusd(double level) {
        return (level - now) / 100 * money.gdp();
    }

    double increase(double level) {
        return bought * changeMusd(level) / purchases();
    }

    /** What home's final users buy of the goods in a year, from everywhere. */
    private double purchases() {
        return IntStream.range(0, world().economyCount())
                .mapToDouble(this::from)
                .sum();
    }

    private double from(int seller) {
        return goods.stream()
                .mapToDouble(g -> world().y(world().industry(seller, g), money.economy()))
                .sum();
    }

    Supply supply() {
        Optional<Integer> other = IntStream.range(0, world().economyCount())
                .filter(e -> e != money.economy())
                .boxed()
                .max(Comparator.comparingDouble(this::from));
        return new Supply(
                from(money.economy()) / purchases(),
                other,
                other.map(this::from).orElse(0.0) / purchases());
    }

    private Outcome outcome(String home, double level, DisruptionRun partial, DisruptionRun strict) {
        double ordered = bought * changeMusd(level);
        List<DisruptionRun> runs = List.of(partial, strict);
        return new Outcome(
                level,
                changeMusd(level),
                ordered,
                increase(level),
                runs.stream().mapToDouble(run -> output(home, run)).toArray(),
                runs.stream()
                        .mapToDouble(run -> unmet(home, run) / (Math.abs(ordered) * days / YEAR))
                        .toArray(),
                runs.stream()
                        .mapToDouble(run ->
                                run.valueAddedLostMusd() - run.economy(home).valueAddedLostMusd())
                        .toArray(),
                Math.max(partial.worstImbalance(), strict.worstImbalance()));
    }

    private double output(String home, DisruptionRun run) {
        double lost = 0;
        double usual = 0;
        for (int g : goods) {
            lost += run.industry(world().key(world().industry(money.economy(), g)))
                    .productionLostMusd();
            usual += world().output(world().industry(money.economy(), g)) * days / YEAR;
        }
        return -lost / usual;
    }

    private static double unmet(String home, DisruptionRun run) {
        double[] daily =
                run.series(DisruptionRun.Measure.UNMET_FINAL_ORDERS_MUSD, home).values();
        return java.util.Arrays.stream(daily).sum();
    }
}
