package org.jiritsu.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** What is kept warm, and what is let go. */
class AnalysisTest {
    private static final long ONE_WORLD = 2L * Double.BYTES * 1435 * 1435;

    @Test
    void theWorldThatWasAskedLongestAgoMakesRoom() {
        try (Analysis analysis = new Analysis(Bundled.store(Path.of("target/no-worlds")), Kernel.best())) {
            World first = analysis.world("wiod1995");
            World second = analysis.world("wiod2011");
            assertSame(first, analysis.world("wiod1995")); // so that the other was asked longest ago
            analysis.tidy(2 * ONE_WORLD);
            assertSame(second, analysis.world("wiod2011"));
            assertSame(first, analysis.world("wiod1995"));
            analysis.tidy(ONE_WORLD);
            assertSame(first, analysis.world("wiod1995"));
            assertNotSame(second, analysis.world("wiod2011"));
        }
    }

    @Test
    void whatWasLetGoIsSolvedAgainTheSame() {
        try (Analysis analysis = new Analysis(Bundled.store(Path.of("target/no-worlds")), Kernel.best())) {
            List<Integer> home = List.of(analysis.world("cp1993").economy("JPN"));
            Table before = ExposureTables.partners(analysis, "cp1993", home);
            analysis.tidy(0);
            assertEquals(before, ExposureTables.partners(analysis, "cp1993", home));
        }
    }

    @Test
    void languagesShareWhatIsAtHand() {
        try (Analysis analysis = new Analysis(Bundled.store(Path.of("target/no-worlds")), Kernel.best())) {
            assertSame(analysis.world("cp1993"), analysis.in(Language.JA).world("cp1993"));
            assertSame(analysis.leontief("cp1993"), analysis.in(Language.JA).leontief("cp1993"));
        }
    }
}
