package org.jiritsu.study;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.Outcome;
import org.jiritsu.disruption.Scenario;
import org.jiritsu.disruption.Watch;
import org.jiritsu.exposure.Cutoff;
import org.jiritsu.exposure.Indicators;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerExposure;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/**
 * Worlds opened, factored and solved at most once each for as long as a question lasts. Used by one thread at a time;
 * holds native memory until closed.
 */
public final class Analysis implements AutoCloseable {
    private static final int CUTOFFS = 50;
    private static final int DAILY_RUNS = 12;

    private final WorldStore store;
    private final Kernel kernel;
    private final Map<String, Opened> opened = new HashMap<>();
    private final LinkedHashMap<List<Object>, Outcome> dailyRuns = new LinkedHashMap<>(16, 0.75f, true);

    public Analysis(WorldStore store, Kernel kernel) {
        this.store = store;
        this.kernel = kernel;
    }

    public WorldStore store() {
        return store;
    }

    public String kernelName() {
        return kernel.name();
    }

    public World world(String id) {
        return opened(id).world;
    }

    Leontief leontief(String id) {
        return opened(id).leontief();
    }

    PartnerExposure partners(String id) {
        Opened at = opened(id);
        return at.solved("partners", PartnerExposure.class, () -> PartnerExposure.of(at.leontief()));
    }

    Indicators indicators(String id) {
        Opened at = opened(id);
        return at.solved("indicators", Indicators.class, () -> Indicators.of(at.leontief(), partners(id), kernel));
    }

    Cutoff cutoff(String id, int home, double threshold) {
        Opened at = opened(id);
        at.keepLatestCutoffs();
        return at.solved("cutoff " + home + " " + threshold, Cutoff.class,
                () -> Cutoff.into(at.leontief(), home, threshold));
    }

    Tariffs tariffs(String id) {
        Opened at = opened(id);
        return at.solved("tariffs", Tariffs.class,
                () -> Tariffs.on(store, at.world, Tariffs.Setup.USUAL));
    }

    Disruption disruption(String id) {
        Opened at = opened(id);
        return at.solved("disruption", Disruption.class, () -> new Disruption(at.world));
    }

    /**
     * A run of the daily model. The latest are kept: several tables are asked of a run in turn, and several readers ask
     * in turns.
     */
    Outcome outcome(String id, Scenario scenario, Watch watch) {
        List<Object> asked = List.of(id, scenario, watch);
        Outcome known = dailyRuns.get(asked);
        if (known != null) {
            return known;
        }
        Outcome made = disruption(id).run(scenario, watch);
        dailyRuns.put(asked, made);
        if (dailyRuns.size() > DAILY_RUNS) {
            dailyRuns.remove(dailyRuns.firstEntry().getKey());
        }
        return made;
    }

    /** The largest residual of every solve so far. */
    public double worstResidual() {
        return opened.values().stream().mapToDouble(Opened::worstResidual).max().orElse(0);
    }

    @Override
    public void close() {
        opened.values().forEach(Opened::close);
        opened.clear();
        dailyRuns.clear();
    }

    private Opened opened(String id) {
        return opened.computeIfAbsent(id, i -> new Opened(store.open(i), kernel));
    }

    private static final class Opened {
        private final World world;
        private final Kernel kernel;
        private final Map<String, Object> solved = new LinkedHashMap<>();

        Opened(World world, Kernel kernel) {
            this.world = world;
            this.kernel = kernel;
        }

        Leontief leontief() {
            return solved("leontief", Leontief.class, () -> Leontief.of(world, kernel));
        }

        <T> T solved(String name, Class<T> type, Supplier<T> solve) {
            Object known = solved.get(name);
            if (known == null) {
                known = solve.get();
                solved.put(name, known);
            }
            return type.cast(known);
        }

        /** Thresholds are without number, and a server is asked without end. */
        void keepLatestCutoffs() {
            List<String> cutoffs = solved.keySet().stream().filter(name -> name.startsWith("cutoff ")).toList();
            cutoffs.subList(0, Math.max(0, cutoffs.size() - CUTOFFS)).forEach(solved::remove);
        }

        double worstResidual() {
            return solved.get("leontief") instanceof Leontief leontief ? leontief.worstResidual() : 0;
        }

        void close() {
            if (solved.get("leontief") instanceof Leontief leontief) {
                leontief.close();
            }
        }
    }
}
