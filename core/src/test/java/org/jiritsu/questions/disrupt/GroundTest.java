package org.jiritsu.questions.disrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Timing;
import org.junit.jupiter.api.Test;

/** A run that has left the ground of its assumptions is found, and said before all else. */
class GroundTest {
    private static final int DAYS = 200;
    private static final Shock CUT =
            new Shock.LinkCut(Selection.of("CHN", "c14"), Buyers.of("JPN"), 1, Timing.of(0, 60));
    private static final double[] QUIET = shares(_ -> 1);

    private static double[] shares(IntToDoubleFunction day) {
        return IntStream.range(0, DAYS).mapToDouble(day).toArray();
    }

    private static Optional<Ground.Sign> sign(double[] home, double[] world, Shock... shocks) {
        double lowest = Arrays.stream(home).min().orElseThrow();
        DisruptionRun run = new DisruptionRun(
                DisruptionScenario.of("made up", DisruptionModel.ario(), DAYS, shocks),
                world,
                List.of(new DisruptionRun.EconomyLoss("JPN", 0, 0, 0, lowest, 0)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of());
        return Ground.of(run, home, 1, 1, "JPN").map(Ground::sign);
    }

    @Test
    void aBreakAndARecoveryAreOnTheGround() {
        double[] broken = shares(d -> d < 10 ? 1 : d < 60 ? 0.7 : Math.min(1.02, 0.7 + 0.02 * (d - 60)));
        assertEquals(Optional.empty(), sign(broken, QUIET, CUT));
        assertEquals(Optional.empty(), sign(QUIET, QUIET, CUT));
    }

    @Test
    void eachSignIsFound() {
        double[] nothing = shares(d -> Math.max(0, 1 - d / 100.0));
        assertEquals(Optional.of(Ground.Sign.COLLAPSE), sign(nothing, QUIET, CUT));
        assertEquals(Optional.of(Ground.Sign.COLLAPSE), sign(QUIET, shares(d -> d < 150 ? 1 : 0.4), CUT));
        double[] further = shares(d -> d < 60 ? 0.8 : Math.max(0.5, 0.8 - 0.005 * (d - 60)));
        assertEquals(Optional.of(Ground.Sign.NO_RETURN), sign(further, QUIET, CUT));
        double[] waves = shares(d -> 0.9 + 0.05 * Math.sin(d / 5.0));
        assertEquals(Optional.of(Ground.Sign.SWINGS), sign(waves, QUIET, CUT));
        double[] teeth = shares(d -> d % 2 == 0 ? 1 : 0.95);
        assertEquals(Optional.of(Ground.Sign.SWINGS), sign(teeth, QUIET, CUT));
        double[] more = shares(d -> d < 60 ? 1.011 : 1);
        assertEquals(Optional.of(Ground.Sign.RISES), sign(more, QUIET, CUT));
    }

    /** More may be made where more is wanted, and after supplies are back; a home that loses all its own has nothing left. */
    @Test
    void whatWasAskedForIsNoSign() {
        Shock surge = new Shock.DemandSurge(List.of("JPN"), List.of("c14"), 0.5, Timing.of(0, 60));
        double[] more = shares(d -> d < 60 ? 1.05 : 1);
        assertEquals(Optional.empty(), sign(more, QUIET, CUT, surge));
        double[] after = shares(d -> d < 60 ? 0.9 : d < 90 ? 1.05 : 1);
        assertEquals(Optional.empty(), sign(after, QUIET, CUT));
        Shock all = new Shock.CapacityLoss(Selection.of("JPN"), 1, Timing.of(0, 60));
        assertEquals(Optional.empty(), sign(shares(d -> d < 60 ? 0 : 1), QUIET, all));
    }

    /** Everywhere nothing is made any more, for good: that is no mild case. */
    @Test
    void aCollapseIsSaidFirstAndNeverCalledMild() {
        String line = "JPN --lose CHN:c14=0.8 --days 92 --rule ario --inventory 10";
        Answer answer = Asking.answer(line);
        Finding first = answer.findings().getFirst();
        assertEquals(Finding.Role.HEADLINE, first.role());
        assertEquals(
                "This run has left the ground of its assumptions, and its losses are no estimate: production spirals"
                        + " down to less than 50% of what the world usually makes, or less than 5% of what Japan does,"
                        + " from day 46 on. That is the model at its end, and no forecast.",
                first.said());
        assertEquals(first.said(), answer.table().head().notes().getFirst());
        String all = String.join("\n", answer.table().head().notes());
        assertFalse(all.contains("mild case") || all.contains("loses value added"), all);
        Answer japanese = Asking.answer(line, Language.JA);
        assertTrue(japanese.findings().getFirst().said().startsWith("この計算は前提の成り立つ範囲を外れており"));
        assertFalse(String.join("\n", japanese.table().head().notes()).contains("小さめ"));
    }

    @Test
    void itIsAlsoSaidOfTheOtherAnswers() {
        String line = "JPN --lose CHN:c14=0.8 --rule ario --inventory 10 --horizon 100 ";
        for (String form : List.of(
                "--days 92 --by day",
                "--days 92 --endure",
                "--durations 10,92",
                "--days 92 --draws 10 --vary inventory=1..1.1")) {
            Answer answer = Asking.answer(line + form);
            String first = answer.findings().getFirst().said();
            assertTrue(first.contains("left the ground of") || first.contains("have left the ground"), form + first);
        }
    }
}
