package org.jiritsu.questions.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.ask.Session;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.questions.standing.Break;
import org.jiritsu.questions.standing.Player;
import org.jiritsu.questions.standing.State;

/**
 * What each agreement would change, in the order of the candidates.
 *
 * @param avoided loss of value added that home avoids in the break, one a candidate; empty without a break
 */
record Worked(List<Bargain.Change> changes, List<Pacts.Standing> pacts, List<Avoided> avoided) {
    /** Under two rules of what a lack of inputs stops, million USD; NaN for who cuts home off. */
    record Avoided(double strict, double partial) {
        double low() {
            return Math.min(strict, partial);
        }

        double high() {
            return Math.max(strict, partial);
        }
    }

    static Worked by(
            Session at, Bargain bargain, Pacts pacts, String home, List<Candidate> candidates, Optional<Break> broken) {
        return new Worked(
                bargain.changes(home, candidates),
                candidates.stream().map(pacts::with).toList(),
                broken.map(b -> avoided(at, b, candidates)).orElse(List.of()));
    }

    /** The members sell as before either way: the agreement brings their spare capacity and their stocks. */
    private static List<Avoided> avoided(Session at, Break broken, List<Candidate> candidates) {
        List<DisruptionScenario> scenarios = new ArrayList<>();
        for (Break.Rule rule : Break.Rule.values()) {
            scenarios.add(broken.scenario(rule, List.of(), List.of()));
            candidates.forEach(c -> scenarios.add(broken.scenario(rule, players(c), players(c))));
        }
        List<DisruptionRun> runs = Break.model(at, broken.world()).runAll(scenarios, Recorded.NOTHING);
        int each = candidates.size() + 1;
        double[][] avoided = Stream.of(Break.Rule.values())
                .map(rule -> IntStream.range(1, each)
                        .mapToDouble(c -> lost(runs.get(rule.ordinal() * each), broken)
                                - lost(runs.get(rule.ordinal() * each + c), broken))
                        .toArray())
                .toArray(double[][]::new);
        return IntStream.range(0, candidates.size())
                .mapToObj(c -> cuts(broken, candidates.get(c))
                        ? new Avoided(Double.NaN, Double.NaN)
                        : new Avoided(
                                avoided[Break.Rule.STRICT.ordinal()][c], avoided[Break.Rule.PARTIAL.ordinal()][c]))
                .toList();
    }

    private static boolean cuts(Break broken, Candidate candidate) {
        return broken.cuts().stream().anyMatch(cut -> candidate.members().contains(cut.seller()));
    }

    private static double lost(DisruptionRun run, Break broken) {
        return run.economy(broken.home()).valueAddedLostMusd();
    }

    private static List<Player> players(Candidate candidate) {
        return candidate.members().stream()
                .map(member -> new Player(member, EnumSet.of(State.SPARE, State.STOCKS), true))
                .toList();
    }
}
