package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * Buy now, or when a signpost crosses a threshold: what waiting is worth against the best portfolio that is bought at once.
 *
 * <p>A policy holds {@code now} from the first day and goes on to {@code then} when the sign reaches the threshold. What it
 * adds works only if the sign comes earlier than the hedge's lead time. The additions are paid for in {@code heldYears} of
 * the planning period, in every future whose sign reaches the threshold, also where nothing follows: a false alarm.
 */
public record Adaptive(Criterion criterion, double staticScore, Policy best, Tally tally, List<Policy> tried) {
    public Adaptive {
        tried = List.copyOf(tried);
    }

    /** By how much the best policy scores better than the best portfolio bought at once; 0 if waiting is worth nothing. */
    public double optionValue() {
        return Math.max(0, staticScore - best.score());
    }

    /** When a sign says to act. @param sustainedDays so many days in a row at or above the threshold */
    public record Trigger(String sign, double threshold, int sustainedDays) {
        public Trigger {
            if (sustainedDays < 1 || !Double.isFinite(threshold)) {
                throw InputException.use(
                        "The signpost " + sign + " cannot be read",
                        "a finite threshold and at least one day",
                        threshold + " for " + sustainedDays + " days",
                        "one day will do.");
            }
        }

        /** The day on which it says so for the first time, from the history alone: the same history, the same day. */
        public OptionalInt crossing(double[] daily) {
            int above = 0;
            for (int day = 0; day < daily.length; day++) {
                above = daily[day] >= threshold ? above + 1 : 0;
                if (above == sustainedDays) {
                    return OptionalInt.of(day);
                }
            }
            return OptionalInt.empty();
        }
    }

    public record Policy(Portfolio now, Portfolio then, Trigger trigger, double score) {}

    /**
     * How often the sign was right.
     *
     * @param alarms futures whose sign reaches the threshold and whose event comes
     * @param falseAlarms quiet futures whose sign reaches it
     * @param missed futures whose event comes without it
     * @param late alarms after which something bought was not there in time
     * @param meanLeadDays days between the alarm and the event, mean over alarms; 0 without any
     */
    public record Tally(int alarms, int falseAlarms, int missed, int late, double meanLeadDays) {}

    /**
     * Tries every pair of candidates of which one is part of the other, with every sign and threshold.
     *
     * @param candidates portfolios to hold now or later; the empty one and the best bought at once are added
     * @param thresholds of each sign so many are tried, between the levels it reaches
     * @param heldYears how long the additions are paid for
     */
    public static Adaptive of(
            Hedging hedging, Optimum atOnce, List<Portfolio> candidates, int thresholds, double heldYears) {
        TreeSet<Portfolio> all = new TreeSet<>(candidates);
        all.add(atOnce.portfolio());
        all.add(Portfolio.none(hedging.menu().size()));
        List<Trigger> triggers = triggers(hedging.futures(), thresholds);
        List<Policy> tried = new ArrayList<>();
        hedging.hindsight();
        List<Losses> views = IntStream.range(0, hedging.losses().size())
                .mapToObj(hedging.losses()::only)
                .toList();
        for (Portfolio now : all) {
            for (Portfolio then : all) {
                if (now.within(then)
                        && !now.equals(then)
                        && hedging.menu().cost(then).yearly() <= atOnce.budget()
                        && hedging.menu().allows(then)) {
                    triggers.forEach(
                            trigger -> tried.add(scored(hedging, views, atOnce, now, then, trigger, heldYears)));
                }
            }
        }
        tried.sort(Comparator.comparingDouble(Policy::score)
                .thenComparing(Policy::now)
                .thenComparing(Policy::then)
                .thenComparing(policy -> policy.trigger().sign())
                .thenComparing(policy -> policy.trigger().threshold()));
        Policy best = tried.isEmpty()
                ? new Policy(atOnce.portfolio(), atOnce.portfolio(), new Trigger("none", 0, 1), atOnce.score())
                : tried.getFirst();
        return new Adaptive(atOnce.criterion(), atOnce.score(), best, tally(hedging, best), tried);
    }

    /** Thresholds halfway between neighbouring levels that the sign reaches, evenly among them. */
    private static List<Trigger> triggers(List<Future> futures, int most) {
        List<Trigger> triggers = new ArrayList<>();
        TreeSet<String> signs = new TreeSet<>();
        futures.forEach(future -> future.signs().forEach(sign -> signs.add(sign.id())));
        for (String sign : signs) {
            double[] levels = futures.stream()
                    .flatMap(future -> future.signs().stream())
                    .filter(one -> one.id().equals(sign))
                    .mapToDouble(Future.Sign::level)
                    .sorted()
                    .distinct()
                    .toArray();
            int steps = Math.min(most, levels.length - 1);
            for (int k = 0; k < steps; k++) {
                int at = (int) ((k + 0.5) * (levels.length - 1) / steps);
                triggers.add(new Trigger(sign, (levels[at] + levels[at + 1]) / 2, 1));
            }
        }
        return triggers;
    }

    private static Policy scored(
            Hedging hedging,
            List<Losses> views,
            Optimum atOnce,
            Portfolio now,
            Portfolio then,
            Trigger trigger,
            double heldYears) {
        List<Future> futures = hedging.futures();
        List<Losses.Wanted> held = new ArrayList<>();
        for (int f = 0; f < views.size(); f++) {
            held.add(
                    new Losses.Wanted(views.get(f), List.of(held(hedging.menu(), now, then, trigger, futures.get(f)))));
        }
        Losses.prepare(held);
        double before = hedging.menu().cost(now).yearly();
        double more = hedging.menu().cost(then).yearly() - before;
        double[] totals = new double[futures.size()];
        for (int f = 0; f < totals.length; f++) {
            totals[f] = hedging.years() * before
                    + (alarm(trigger, futures.get(f)).isPresent() ? heldYears * more : 0)
                    + views.get(f).of(held.get(f).portfolios().iterator().next())[0];
        }
        return new Policy(now, then, trigger, atOnce.criterion().score(totals, hedging.hindsight(), hedging.chances()));
    }

    private static Optional<Future.Sign> alarm(Trigger trigger, Future future) {
        return future.signs().stream()
                .filter(sign -> sign.id().equals(trigger.sign()) && sign.level() >= trigger.threshold())
                .findFirst();
    }

    /** What works when the event comes. */
    private static Portfolio held(Menu menu, Portfolio now, Portfolio then, Trigger trigger, Future future) {
        Portfolio held = now;
        Optional<Future.Sign> alarm = alarm(trigger, future);
        for (int i = 0; i < menu.size() && alarm.isPresent(); i++) {
            if (menu.hedges().get(i).measure().leadDays() <= alarm.get().leadDays()) {
                held = held.with(i, then.level(i));
            }
        }
        return held;
    }

    private static Tally tally(Hedging hedging, Policy policy) {
        int alarms = 0;
        int falseAlarms = 0;
        int missed = 0;
        int late = 0;
        double lead = 0;
        for (Future future : hedging.futures()) {
            Optional<Future.Sign> alarm = alarm(policy.trigger(), future);
            if (alarm.isEmpty()) {
                missed += future.quiet() ? 0 : 1;
            } else if (future.quiet()) {
                falseAlarms++;
            } else {
                alarms++;
                lead += alarm.get().leadDays();
                late += held(hedging.menu(), policy.now(), policy.then(), policy.trigger(), future)
                                .equals(policy.then())
                        ? 0
                        : 1;
            }
        }
        return new Tally(alarms, falseAlarms, missed, late, alarms == 0 ? 0 : lead / alarms);
    }
}
