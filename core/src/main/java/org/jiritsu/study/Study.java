package org.jiritsu.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiritsu.answer.Language;
import org.jiritsu.study.Tariffs.Answer;
import org.jiritsu.study.Tariffs.Setup;
import org.jiritsu.trade.TradeScenario;

/**
 * A question as text: {@code docs/study.md}.
 *
 * @param source the YAML as it was given, for the manifest
 * @param language in which it is told
 * @param worlds earliest first; a trend runs over them unless it names its own, the last one answers everything else
 */
public record Study(
        String source,
        Language language,
        String title,
        String home,
        List<String> worlds,
        String summary,
        List<Step> steps) {
    public Study {
        worlds = List.copyOf(worlds);
        steps = List.copyOf(steps);
    }

    /** Every world that any step asks, the one that answers most last. */
    public List<String> everyWorld() {
        Set<String> all = new LinkedHashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Trend trend -> all.addAll(trend.worlds());
                case Step.Indicators indicators -> all.addAll(indicators.worlds());
                default -> {}
            }
        }
        all.addAll(worlds);
        all.remove(world());
        all.add(world());
        return List.copyOf(all);
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

        /** One measure of some partners over worlds, earliest first. */
        record Trend(String text, List<String> worlds, List<String> partners, String measure) implements Step {}

        /** Position in world supply chains, in each of these worlds. */
        record Indicators(String text, List<String> worlds) implements Step {}

        /** The strongest chains from one partner. */
        record Paths(
                String text, String from, Optional<String> sector, Optional<String> into, double threshold, int show)
                implements Step {}

        /** What both sides have at stake in one link. */
        record Cutoff(String text, String by, Optional<String> sector, double threshold, int show) implements Step {}

        /** What a change of trade policy costs in the long run. */
        record Tariffs(String text, TradeScenario scenario, Optional<Answer> answer, Setup setup, int show)
                implements Step {}

        /** What binding rules are worth: today, or a scenario, against Nash tariffs. */
        record Rules(String text, Optional<TradeScenario> today, List<List<String>> coalitions, Setup setup, int show)
                implements Step {}

        /** What a break costs day by day, in the words of {@link DisruptQuestion}; an empty title for the usual one. */
        record Disrupt(String text, String title, Map<String, List<String>> words, int show) implements Step {
            public Disrupt {
                words = Map.copyOf(words);
            }
        }

        /** Every supply link, ranked. */
        record Atlas(String text, double threshold, int show) implements Step {}
    }
}
