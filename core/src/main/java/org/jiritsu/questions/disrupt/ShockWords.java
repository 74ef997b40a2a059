package org.jiritsu.questions.disrupt;

import java.util.List;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Timing;

/** What happens, in words. */
record ShockWords(Naming names) {
    /** A shock within a sentence, without its dates. */
    String what(Shock shock) {
        Words words = names.words();
        return switch (shock) {
            case Shock.LinkCut cut ->
                words.say(
                        "account.cut." + extent(cut.share(), cut.sellers().sectors()),
                        "sellers",
                        names.acting("sells", cut.sellers()),
                        "goods",
                        names.goods(cut.sellers().sectors()),
                        "share",
                        words.rounded(100 * cut.share()),
                        "to",
                        names.to(cut.buyers()));
            case Shock.LinkDelay slow ->
                words.say(
                        "account.slow." + (slow.sellers().sectors().isEmpty() ? "all" : "some"),
                        "goods",
                        names.goods(slow.sellers().sectors()),
                        "sellers",
                        names.acting("sells", slow.sellers()),
                        "to",
                        names.to(slow.buyers()),
                        "days",
                        slow.days());
            case Shock.CapacityLoss lost ->
                words.say(
                        "account.lose." + extent(lost.share(), lost.industries().sectors()),
                        "makers",
                        names.acting("makes", lost.industries()),
                        "goods",
                        names.goods(lost.industries().sectors()),
                        "share",
                        words.rounded(100 * lost.share()));
            case Shock.CapacitySurge more ->
                words.say(
                        more.rampDays() == 0 ? "account.expand.now" : "account.expand",
                        "who",
                        names.economies(more.industries().economies()),
                        "share",
                        Naming.whole(100 * more.share()),
                        "goods",
                        names.goods(more.industries().sectors()),
                        "days",
                        more.rampDays());
            case Shock.DemandSurge surge ->
                words.say(
                        surge.share() < 0 ? "account.surge.less" : "account.surge",
                        "who",
                        names.economies(surge.economies()),
                        "share",
                        Naming.whole(100 * Math.abs(surge.share())),
                        "goods",
                        names.goods(surge.goods()));
        };
    }

    private static String extent(double share, List<String> goods) {
        return share != 1 ? "less" : goods.isEmpty() ? "nothing" : "none";
    }

    /**
     * A sentence with its dates.
     *
     * @param days how long it lasts, where that is not its own
     */
    String sentence(Shock shock, Days days, String lasting) {
        Words words = names.words();
        Timing timing = shock.timing();
        if (timing.recovery() == Recovery.NEVER) {
            return words.begin("account.shock.on", "day", days.day(timing.firstDay()), "what", what(shock));
        }
        return words.begin(
                "account.shock.days",
                "day",
                days.day(timing.firstDay()),
                "days",
                lasting.isEmpty() ? "" + timing.days() : lasting,
                "what",
                what(shock),
                "after",
                timing.recovery() == Recovery.AT_ONCE ? "" : words.say("account.after", "days", timing.recoveryDays()));
    }

    /**
     * All shocks within a title.
     *
     * @param dated whether it may name the days, where all last alike
     */
    String title(List<Shock> shocks, boolean dated) {
        Words words = names.words();
        String what = shocks.stream()
                .map(this::what)
                .distinct()
                .reduce((a, b) -> words.say("disrupt.several", "a", a, "b", b))
                .orElse("");
        List<Timing> timings = shocks.stream().map(Shock::timing).distinct().toList();
        return Words.capital(
                dated && timings.size() == 1 && timings.getFirst().recovery() != Recovery.NEVER
                        ? words.say(
                                "disrupt.for",
                                "what",
                                what,
                                "days",
                                timings.getFirst().days())
                        : what);
    }

    /** Whether there is anything to replace; more or less demand, or more capacity, takes nothing. */
    static boolean takesAway(Shock shock) {
        return switch (shock) {
            case Shock.LinkCut _, Shock.LinkDelay _, Shock.CapacityLoss _ -> true;
            case Shock.DemandSurge _, Shock.CapacitySurge _ -> false;
        };
    }
}
