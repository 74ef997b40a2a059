package org.jiritsu.disruption.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.base.Cancellation;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.world.World;

/** Runs scenarios on one table. */
public final class Runner {
    private final World world;
    private final SupplyTable table;
    private final boolean vectors;

    /** @param vectors whether {@link Vectors} may be used, which more than one scenario at once needs */
    public Runner(World world, SupplyTable table, boolean vectors) {
        this.world = world;
        this.table = table;
        this.vectors = vectors;
    }

    /** Runs scenarios that share the same rules and number of days in one engine, its goods shared among threads. */
    public List<DisruptionRun> run(List<DisruptionScenario> scenarios, Recorded watch, int threads) {
        List<Resolver> resolvers =
                scenarios.stream().map(_ -> new Resolver(world, table)).toList();
        List<Compiled> plans = IntStream.range(0, scenarios.size())
                .mapToObj(k -> resolvers.get(k).compile(scenarios.get(k)))
                .toList();
        Rules rules = resolvers.getFirst().rules(scenarios.getFirst().model());
        for (int k = 1; k < plans.size(); k++) {
            resolvers.get(k).requireStable(scenarios.get(k).model(), rules.days());
        }
        Engine engine = new Engine(table, rules, plans, vectors, threads);
        List<Recorder> recorders = new ArrayList<>();
        for (int k = 0; k < plans.size(); k++) {
            recorders.add(new Recorder(world, engine, k, scenarios.get(k), plans.get(k), watch, resolvers.get(k)));
        }
        steps(engine, recorders, scenarios.getFirst().days(), threads);
        double worst = engine.worstBalance();
        return IntStream.range(0, plans.size())
                .mapToObj(k -> recorders.get(k).outcome(worst, resolvers.get(k).warnings()))
                .toList();
    }

    private void steps(Engine engine, List<Recorder> recorders, int days, int threads) {
        int[] goods = table.longestFirst();
        try (WorkerPool team = new WorkerPool(threads)) {
            for (int d = 0; d < days; d++) {
                Cancellation.check();
                int day = d;
                engine.produce(day, team);
                team.round(recorders.size(), (_, k) -> recorders.get(k).day(day));
                team.round(goods.length, (member, g) -> engine.trade(member, goods[g], day));
            }
        }
    }
}
