package org.jiritsu.questions.hedge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.LossModel;
import org.jiritsu.hedge.Menu;
import org.jiritsu.hedge.Portfolio;

/**
 * Income lost by runs of the daily model, and by tariffs in the equilibrium of trade.
 *
 * @param usd dollars for one of the menu's currency
 * @param tariffs empty where the model of trade does not know the world, or no future has one
 */
record SimulatedLosses(
        String version,
        Menu menu,
        String home,
        int horizon,
        double usd,
        Disruption disruption,
        Scenarios scenarios,
        Optional<TariffLosses> tariffs)
        implements LossModel {
    @Override
    public Portfolio relevant(Portfolio portfolio, Future future) {
        return scenarios.relevant(portfolio, future);
    }

    @Override
    public double[] losses(List<Input> batch) {
        List<DisruptionScenario> asked = batch.stream()
                .map(input -> scenarios.of(input.portfolio(), input.future()))
                .toList();
        Map<DisruptionScenario, Double> lost = new LinkedHashMap<>();
        List<DisruptionScenario> run = new ArrayList<>();
        for (DisruptionScenario one : asked) {
            if (lost.putIfAbsent(one, 0.0) == null && !one.shocks().isEmpty()) {
                run.add(one);
            }
        }
        List<DisruptionRun> runs = disruption.runAll(run, Recorded.NOTHING);
        for (int k = 0; k < run.size(); k++) {
            lost.put(run.get(k), runs.get(k).economy(home).valueAddedLostMusd());
        }
        double[] losses = new double[asked.size()];
        for (int k = 0; k < losses.length; k++) {
            Held held = new Held(
                    menu,
                    scenarios.relevant(batch.get(k).portfolio(), batch.get(k).future()),
                    batch.get(k).future());
            losses[k] = (Objects.requireNonNull(lost.get(asked.get(k)))
                            + tariffs.map(model -> model.loss(held, horizon)).orElse(0.0))
                    / usd;
        }
        return losses;
    }
}
