package org.jiritsu.study;

import java.util.List;
import java.util.Optional;

/**
 * A question as text: {@code docs/study.md}.
 *
 * @param source the YAML as it was given, for the manifest
 * @param worlds over which the trend runs, earliest first; the last one answers everything else
 */
public record Study(String source, String title, String home, List<String> worlds, String summary, List<Step> steps) {
    public Study {
        worlds = List.copyOf(worlds);
        steps = List.copyOf(steps);
    }

    /** The world that answers all but the trend. */
    public String world() {
        return worlds.getLast();
    }

    /** One question of a study; {@code text} is for the reader. */
    public sealed interface Step {
        String text();

        /** On whom home depends and who depends on it. */
        record Partners(String text, int show) implements Step {}

        /** Dependence by partner and selling sector, as a heat map. */
        record Sectors(String text, int show) implements Step {}

        /** One measure of some partners over the study's worlds. */
        record Trend(String text, List<String> partners, String measure) implements Step {}

        /** Position in world supply chains, over the study's worlds. */
        record Indicators(String text) implements Step {}

        /** The strongest chains from one partner. */
        record Paths(String text, String from, Optional<String> sector, Optional<String> into, double threshold, int show)
                implements Step {}

        /** What both sides have at stake in one link. */
        record Cutoff(String text, String by, Optional<String> sector, double threshold, int show) implements Step {}

        /** Every supply link, ranked. */
        record Atlas(String text, double threshold, int show) implements Step {}
    }
}
