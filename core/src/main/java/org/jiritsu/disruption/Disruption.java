package org.jiritsu.disruption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.internal.Resolver;
import org.jiritsu.disruption.internal.Runner;
import org.jiritsu.disruption.internal.SupplyTable;
import org.jiritsu.disruption.internal.Vectors;
import org.jiritsu.world.World;

/** The daily model on one world: prepared once, then asked as often as one likes. */
public final class Disruption {
    /** Scenarios that go through the table side by side: with more, what sellers have leaves the nearest cache. */
    private static final int LANES = 32;

    private final World world;
    private final SupplyTable table;
    private final int threads;
    private final boolean vectors;

    public Disruption(World world) {
        this(world, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8));
    }

    /** With a stated number of threads, which changes the speed only. */
    public Disruption(World world, int threads) {
        this(world, threads, Vectors.present());
    }

    /** With or without vector instructions: one scenario has the same digits either way. */
    Disruption(World world, int threads, boolean vectors) {
        this.world = world;
        this.table = new SupplyTable(world);
        this.threads = threads;
        this.vectors = vectors;
    }

    public World world() {
        return world;
    }

    /** A day's output of an industry of the world before any shock, million USD. */
    public double output(int industry) {
        return table.output(table.industry(world.economyOf(industry), world.sectorOf(industry)));
    }

    /** A day's purchases of a good by an industry of the world before any shock, million USD. */
    public double purchases(int good, int industry) {
        return table.purchases(good, table.industry(world.economyOf(industry), world.sectorOf(industry)));
    }

    /**
     * One scenario, day by day.
     *
     * @throws InputException if a name is unknown, or the parameters make the model unstable
     */
    public DisruptionRun run(DisruptionScenario scenario, Recorded watch) {
        return new Runner(world, table, vectors)
                .run(List.of(scenario), watch, threads)
                .getFirst();
    }

    /** @throws InputException if a name of the scenario is unknown, or its parameters make the model unstable */
    public void require(DisruptionScenario scenario) {
        Resolver resolver = new Resolver(world, table);
        resolver.compile(scenario);
        resolver.rules(scenario.model());
    }

    /**
     * Many scenarios, in the order given. Where the processor's vector instructions can be used, those that share rules go
     * through the table together.
     */
    public List<DisruptionRun> runAll(List<DisruptionScenario> scenarios, Recorded watch) {
        if (!vectors || scenarios.size() == 1) {
            return scenarios.stream().map(scenario -> run(scenario, watch)).toList();
        }
        DisruptionRun[] outcomes = new DisruptionRun[scenarios.size()];
        for (int[] batch : batches(scenarios)) {
            List<DisruptionRun> some = new Runner(world, table, vectors)
                    .run(Arrays.stream(batch).mapToObj(scenarios::get).toList(), watch, threads);
            IntStream.range(0, batch.length).forEach(k -> outcomes[batch[k]] = some.get(k));
        }
        return Arrays.asList(outcomes);
    }

    /** Indices of scenarios that one engine can run. */
    private static List<int[]> batches(List<DisruptionScenario> scenarios) {
        Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
        for (int s = 0; s < scenarios.size(); s++) {
            alike.computeIfAbsent(shared(scenarios.get(s)), _ -> new ArrayList<>())
                    .add(s);
        }
        List<int[]> batches = new ArrayList<>();
        alike.values().forEach(group -> {
            int size = group.size();
            int parts = Math.ceilDiv(size, LANES);
            for (int part = 0; part < parts; part++) {
                batches.add(group.subList(part * size / parts, (part + 1) * size / parts).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        });
        return batches;
    }

    private static List<Object> shared(DisruptionScenario scenario) {
        DisruptionModel model = scenario.model();
        InventoryDays days = model.inventories();
        Object rule = model.inputs() instanceof InputRule.InventoryLimited ? "gradual" : model.inputs();
        boolean never =
                model.substitution() instanceof Substitution.Specific specific && Double.isInfinite(specific.days());
        return List.of(
                scenario.days(),
                rule,
                model.substitution().getClass(),
                never,
                model.rationing() instanceof Rationing.CriticalFirst,
                new InventoryDays(days.others(), days.byGood(), days.byBuyer(), days.byIndustry(), 1));
    }
}
