package org.jiritsu.study;

import java.util.List;
import org.jiritsu.world.About;

/**
 * A study with its answers.
 *
 * @param homeName the home in words
 * @param worlds the worlds used, earliest first
 * @param checks how far the figures can be trusted as arithmetic, in plain sentences: kernel, worst residual
 * @param version of Jiritsu
 */
public record StudyResult(
        Study study, String homeName, List<StepResult> steps, List<About> worlds, List<String> checks, String version) {
    public StudyResult {
        steps = List.copyOf(steps);
        worlds = List.copyOf(worlds);
        checks = List.copyOf(checks);
    }
}
