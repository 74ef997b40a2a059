package org.jiritsu.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.exposure.Cutoff;
import org.jiritsu.exposure.Indicators;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerExposure;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/**
 * Worlds opened, factored and solved at most once each for as long as a question lasts, and the language in which it is
 * answered. Used by one thread at a time; holds native memory until closed.
 */
public final class Analysis implements AutoCloseable {
    private static final int CUTOFFS = 50;
    private static final int DAILY_RUNS = 12;

    private final Warm warm;
    private final Words words;

    /** In English. */
    public Analysis(WorldStore store, Kernel kernel) {
        this(new Warm(store, kernel), Words.in(Language.EN));
    }

    private Analysis(Warm warm, Words words) {
        this.warm = warm;
        this.words = words;
    }

    /** The same worlds and what was solved on them, told in another language; closing one closes both. */
    public Analysis in(Language language) {
        return new Analysis(warm, Words.in(language));
    }

    /** In which it answers. */
    public Words words() {
        return words;
    }

    public WorldStore store() {
        return warm.store;
    }

    public String kernelName() {
        return warm.kernel.name();
    }

    public World world(String id) {
        return warm.opened(id).world;
    }

    Leontief leontief(String id) {
        return warm.opened(id).leontief();
    }

    PartnerExposure partners(String id) {
        Opened at = warm.opened(id);
        return at.solved("partners", PartnerExposure.class, () -> PartnerExposure.of(at.leontief()));
    }

    Indicators indicators(String id) {
        Opened at = warm.opened(id);
        return at.solved("indicators", Indicators.class, () -> Indicators.of(at.leontief(), partners(id), warm.kernel));
    }

    Cutoff cutoff(String id, int home, double threshold) {
        Opened at = warm.opened(id);
        at.keepLatestCutoffs();
        return at.solved(
                "cutoff " + home + " " + threshold, Cutoff.class, () -> Cutoff.into(at.leontief(), home, threshold));
    }

    Tariffs tariffs(String id) {
        Opened at = warm.opened(id);
        return at.solved("tariffs", Tariffs.class, () -> Tariffs.on(store(), at.world, Tariffs.Setup.USUAL, words))
                .in(words);
    }

    Disruption disruption(String id) {
        Opened at = warm.opened(id);
        return at.solved("disruption", Disruption.class, () -> new Disruption(at.world));
    }

    /**
     * A run of the daily model. The latest are kept: several tables are asked of a run in turn, and several readers ask
     * in turns.
     */
    DisruptionRun outcome(String id, DisruptionScenario scenario, Recorded watch) {
        List<Object> asked = List.of(id, scenario, watch);
        DisruptionRun known = warm.dailyRuns.get(asked);
        if (known != null) {
            return known;
        }
        DisruptionRun made = disruption(id).run(scenario, watch);
        warm.dailyRuns.put(asked, made);
        if (warm.dailyRuns.size() > DAILY_RUNS) {
            warm.dailyRuns.pollFirstEntry();
        }
        return made;
    }

    /** The largest residual of every solve so far. */
    public double worstResidual() {
        return warm.opened.values().stream()
                .mapToDouble(Opened::worstResidual)
                .max()
                .orElse(0);
    }

    /**
     * To be called between questions by who keeps an analysis: lets go of worlds whose files have changed, and of those
     * that were asked longest ago until tables and factors take no more than so many bytes.
     */
    public void tidy(long bytes) {
        Map<String, String> versions = store().versions();
        warm.letGo(world -> !world.version.equals(versions.get(world.id)));
        warm.letGo(
                world -> warm.opened.values().stream().mapToLong(Opened::bytes).sum() > bytes);
    }

    @Override
    public void close() {
        warm.letGo(world -> true);
    }

    /** What is at hand in every language; the world that was asked longest ago comes first. */
    private static final class Warm {
        private final WorldStore store;
        private final Kernel kernel;
        private final Map<String, Opened> opened = new LinkedHashMap<>(16, 0.75f, true);
        private final LinkedHashMap<List<Object>, DisruptionRun> dailyRuns = new LinkedHashMap<>(16, 0.75f, true);

        Warm(WorldStore store, Kernel kernel) {
            this.store = store;
            this.kernel = kernel;
        }

        Opened opened(String id) {
            Opened known = opened.get(id);
            if (known == null) {
                String version = store.versions().getOrDefault(id, "");
                known = new Opened(id, store.open(id), version, kernel);
                opened.put(id, known);
            }
            return known;
        }

        void letGo(Predicate<Opened> which) {
            for (Opened world : List.copyOf(opened.values())) {
                if (which.test(world)) {
                    opened.remove(world.id);
                    dailyRuns.keySet().removeIf(asked -> asked.getFirst().equals(world.id));
                    world.close();
                }
            }
        }
    }

    private static final class Opened {
        private final String id;
        private final World world;
        private final String version;
        private final Kernel kernel;
        private final Map<String, Object> solved = new LinkedHashMap<>();

        Opened(String id, World world, String version, Kernel kernel) {
            this.id = id;
            this.world = world;
            this.version = version;
            this.kernel = kernel;
        }

        /** Of the table and its factors, which outweigh the rest. */
        long bytes() {
            return 2L * Double.BYTES * world.size() * world.size();
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
            List<String> cutoffs = solved.keySet().stream()
                    .filter(name -> name.startsWith("cutoff "))
                    .toList();
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
