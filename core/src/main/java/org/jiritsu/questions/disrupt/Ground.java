package org.jiritsu.questions.disrupt;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Shock;

/**
 * How a run has left the ground of its assumptions, if it has: found on the trajectory of production over that of before.
 *
 * @param day on which it shows
 * @param share production on that day over before; of swings the widest from one turn to the next
 * @param turns of swings
 */
record Ground(Sign sign, int day, double share, int turns) {
    /** The world, which no shock on record has halved. */
    private static final double WORLD_LEAST = 0.5;
    /** The home, unless it is its own capacity that is lost. */
    private static final double HOME_LEAST = 0.05;
    /** How much lower it ends than it stood when the shocks were over. */
    private static final double FURTHER = 0.05;
    /** Days after the shocks in which stocks may still run out. */
    private static final int AFTERMATH = 60;
    /** Above before while supplies are stopped. */
    private static final double RISE = 0.005;
    /** A swing from one turn to the next counts from this on. */
    private static final double SWING = 0.02;
    /** A break, a recovery, a dip after it and a second recovery are none. */
    private static final int MOST_TURNS = 6;

    enum Sign {
        /** Nearly nothing is made. */
        COLLAPSE,
        /** Production goes on falling after the shocks are over. */
        NO_RETURN,
        /** It swings up and down. */
        SWINGS,
        /** More is made than before while supplies are stopped. */
        RISES
    }

    /** Whether losses are of no use at all. */
    boolean isLost() {
        return sign == Sign.COLLAPSE || sign == Sign.NO_RETURN;
    }

    /**
     * Looks at a run.
     *
     * @param home its production day by day, million USD
     * @param usual of a day before
     */
    static Optional<Ground> of(DisruptionRun run, double[] home, double usual, double worldUsual, String code) {
        double[] ours = shares(home, usual);
        double[] world = shares(run.worldProduction(), worldUsual);
        return collapse(world, WORLD_LEAST)
                .or(() -> losesItself(run, code) ? Optional.empty() : collapse(ours, HOME_LEAST))
                .or(() -> noReturn(run, ours))
                .or(() -> noReturn(run, world))
                .or(() -> swings(ours))
                .or(() -> swings(world))
                .or(() -> rises(run, ours));
    }

    /** The same of a run of which only the totals are known. */
    static boolean isCollapse(DisruptionRun run, double worldUsual, String code) {
        return collapse(shares(run.worldProduction(), worldUsual), WORLD_LEAST).isPresent()
                || !losesItself(run, code) && run.economy(code).lowestShare() < HOME_LEAST;
    }

    private static double[] shares(double[] made, double usual) {
        return IntStream.range(0, made.length).mapToDouble(d -> made[d] / usual).toArray();
    }

    private static boolean losesItself(DisruptionRun run, String code) {
        return run.scenario().shocks().stream()
                .anyMatch(s -> s instanceof Shock.CapacityLoss lost
                        && (lost.industries().economies().isEmpty()
                                || lost.industries().economies().contains(code)));
    }

    private static Optional<Ground> collapse(double[] share, double least) {
        return IntStream.range(0, share.length)
                .filter(d -> share[d] < least)
                .mapToObj(d -> new Ground(Sign.COLLAPSE, d, share[d], 0))
                .findFirst();
    }

    private static Optional<Ground> noReturn(DisruptionRun run, double[] share) {
        if (run.scenario().shocks().stream().anyMatch(s -> s.timing().recovery() == Recovery.NEVER)) {
            return Optional.empty();
        }
        int over = run.scenario().shocks().stream()
                .mapToInt(s -> s.timing().end())
                .max()
                .orElse(0);
        int last = share.length - 1;
        return over >= 1 && last - over >= AFTERMATH && share[last] < share[over - 1] - FURTHER
                ? Optional.of(new Ground(Sign.NO_RETURN, last, share[last], 0))
                : Optional.empty();
    }

    /** Turns between which production moves by more than {@link #SWING}. */
    private static Optional<Ground> swings(double[] share) {
        int turns = 0;
        int first = 0;
        double widest = 0;
        double turn = share[0];
        double extreme = share[0];
        boolean up = false;
        for (int d = 1; d < share.length; d++) {
            boolean further = up ? share[d] > extreme : share[d] < extreme;
            if (further) {
                extreme = share[d];
            } else if (Math.abs(share[d] - extreme) > SWING) {
                first = turns == 0 ? d : first;
                turns += Math.abs(extreme - turn) > SWING ? 1 : 0;
                widest = Math.max(widest, turns > 1 ? Math.abs(extreme - turn) : 0);
                turn = extreme;
                extreme = share[d];
                up = !up;
            }
        }
        return turns >= MOST_TURNS ? Optional.of(new Ground(Sign.SWINGS, first, widest, turns)) : Optional.empty();
    }

    private static Optional<Ground> rises(DisruptionRun run, double[] share) {
        boolean wanted = run.scenario().shocks().stream().anyMatch(s -> !ShockWords.takesAway(s) && s.share() > 0);
        return wanted
                ? Optional.empty()
                : IntStream.range(0, share.length)
                        .filter(d -> run.scenario().shocks().stream()
                                .anyMatch(s ->
                                        ShockWords.takesAway(s) && s.timing().strength(d) > 0))
                        .boxed()
                        .max(java.util.Comparator.comparingDouble(d -> share[d]))
                        .filter(d -> share[d] > 1 + RISE)
                        .map(d -> new Ground(Sign.RISES, d, share[d], 0));
    }

    /** As a sentence, with the limit that was passed. */
    String said(Words words, Days days, String home) {
        return switch (sign) {
            case COLLAPSE ->
                words.begin(
                        "disrupt.ground.collapse",
                        "day",
                        days.day(day),
                        "world",
                        Naming.whole(100 * WORLD_LEAST),
                        "least",
                        Naming.whole(100 * HOME_LEAST),
                        "home",
                        home);
            case NO_RETURN ->
                words.begin("disrupt.ground.noreturn", "days", AFTERMATH, "further", Naming.whole(100 * FURTHER));
            case SWINGS ->
                words.begin(
                        "disrupt.ground.swings",
                        "turns",
                        turns,
                        "most",
                        MOST_TURNS - 1,
                        "swing",
                        Naming.whole(100 * SWING),
                        "share",
                        Naming.tenth(100 * share),
                        "day",
                        days.day(day));
            case RISES ->
                words.begin(
                        "disrupt.ground.rises",
                        "home",
                        home,
                        "share",
                        Naming.tenth(100 * share),
                        "day",
                        days.day(day),
                        "most",
                        Naming.tenth(100 * (1 + RISE)));
        };
    }
}
