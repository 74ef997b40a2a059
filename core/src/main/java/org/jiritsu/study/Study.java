package org.jiritsu.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Plan;

/**
 * Questions as text, read and checked: {@code docs/study.md}.
 *
 * @param source the YAML as it was given, for the manifest
 * @param language in which it is told
 * @param worlds earliest first; the last one answers what names no other
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

    /** The world that answers what names no other. */
    public String world() {
        return worlds.getLast();
    }

    /**
     * One question of a study.
     *
     * @param name of the question or of its form
     * @param title for the section; empty for the answer's own
     * @param text for the reader; may be empty
     * @param show how many rows the report shows, if the author said
     * @param said every argument, as it was given
     */
    public record Step(
            String name,
            String title,
            String text,
            Optional<Integer> show,
            Map<String, List<String>> said,
            Plan plan) {}
}
