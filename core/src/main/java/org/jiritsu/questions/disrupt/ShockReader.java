package org.jiritsu.questions.disrupt;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Param;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Timing;

/** What happens, and when. */
record ShockReader(Arguments asked, Codes codes, String home) {
    private record Of(Param<List<Clause>> param, BiFunction<Clause, Timing, Shock> make) {}

    /** In the order cut, lose, slow, surge, expand. */
    List<Shock> shocks() {
        requireSomething();
        Buyers to = buyers();
        List<Shock> shocks = new ArrayList<>();
        for (Of kind : List.of(
                new Of(Options.CUT, (c, t) -> new Shock.LinkCut(abroad(c, to), to, share(c), t)),
                new Of(Options.LOSE, (c, t) -> new Shock.CapacityLoss(codes.selection(Options.LOSE, c), share(c), t)),
                new Of(
                        Options.SLOW,
                        (c, t) -> new Shock.LinkDelay(codes.selection(Options.SLOW, c), to, c.whole("CHN:C26=14"), t)),
                new Of(Options.SURGE, this::surge),
                new Of(Options.EXPAND, (c, t) -> expansion(c, t)))) {
            List<Shock> alike = new ArrayList<>();
            for (Clause clause : asked.get(kind.param())) {
                Shock shock = asked.check(kind.param(), () -> kind.make().apply(clause, timing(kind.param(), clause)));
                requireOnce(kind.param(), alike, shock);
                alike.add(shock);
            }
            shocks.addAll(alike);
        }
        return shocks;
    }

    private void requireSomething() {
        List<Param<?>> breaks =
                List.of(Options.CUT, Options.LOSE, Options.SLOW, Options.SURGE, Options.BAN, Options.CLOSE);
        if (breaks.stream().noneMatch(asked::has)) {
            throw asked.has(Options.EXPAND)
                    ? asked.wrong(
                            Options.EXPAND,
                            "Nothing happens",
                            "a break that the expansion answers",
                            "only an expansion",
                            "add --cut, --lose, --slow or --surge.")
                    : asked.wrong(
                            Options.HOME,
                            "Nothing happens",
                            "--cut SELLER[:GOODS], --lose ECONOMY[:SECTORS], --slow SELLER[:GOODS]=DAYS or --surge GOODS",
                            "none of them",
                            "'jiritsu disrupt JPN --cut CHN:C26 --days 60' is what you want.");
        }
    }

    /** The same thing said twice is a slip: of cuts the tighter would count, of losses both. */
    private void requireOnce(Param<?> param, List<Shock> before, Shock shock) {
        if (before.stream().anyMatch(other -> subject(other).equals(subject(shock)) && overlap(other, shock))) {
            throw asked.wrong(
                    param,
                    "The same is said twice for the same days",
                    "each " + param.option() + " once",
                    "one of them is left over, or its days are missing: '@0..29' for the first thirty.");
        }
    }

    /** What a shock is of, whatever its strength and time. */
    private static Object subject(Shock shock) {
        return switch (shock) {
            case Shock.LinkCut cut -> List.of(cut.sellers(), cut.buyers());
            case Shock.LinkDelay slow -> List.of(slow.sellers(), slow.buyers());
            case Shock.CapacityLoss lost -> lost.industries();
            case Shock.CapacitySurge more -> more.industries();
            case Shock.DemandSurge surge -> List.of(surge.economies(), surge.goods());
        };
    }

    private static boolean overlap(Shock a, Shock b) {
        return a.timing().firstDay() < until(b.timing()) && b.timing().firstDay() < until(a.timing());
    }

    private static int until(Timing timing) {
        return timing.recovery() == Recovery.NEVER ? Integer.MAX_VALUE : timing.firstDay() + timing.days();
    }

    private Buyers buyers() {
        boolean inputsOnly = asked.get(Options.INPUTS_ONLY);
        return asked.get(Options.TO)
                .map(Clause::naming)
                .map(to -> codes.selection(Options.TO, to))
                .map(s -> new Buyers(s.economies(), s.sectors(), s.sectors().isEmpty() && !inputsOnly))
                .orElse(new Buyers(List.of(home), List.of(), !inputsOnly));
    }

    /** A country that cuts itself off from itself is a slip of the pen. */
    private Selection abroad(Clause clause, Buyers to) {
        Selection seller = codes.selection(Options.CUT, clause);
        if (to.economies().equals(List.of(home)) && seller.economies().contains(home)) {
            throw InputException.use(
                    "A cut of what %s sells to itself".formatted(home),
                    "another economy that stops selling",
                    home,
                    "it loses the capacity to make it: --lose %s.".formatted(clause.who()));
        }
        return seller;
    }

    private double share(Clause clause) {
        return clause.share(asked.get(Options.SHARE));
    }

    /** Of final users at home, or of those that are named before a colon. */
    private Shock surge(Clause clause, Timing timing) {
        boolean elsewhere = !clause.sectors().isEmpty();
        List<String> who = elsewhere
                ? clause.economies().stream()
                        .map(name -> codes.economy(Options.SURGE, name))
                        .toList()
                : List.of(home);
        List<String> goods = codes.sectors(Options.SURGE, elsewhere ? clause.sectors() : clause.goods());
        return new Shock.DemandSurge(who, goods, share(clause), timing);
    }

    private Shock expansion(Clause clause, Timing timing) {
        Clause.Ramp ramp = clause.ramp();
        return new Shock.CapacitySurge(
                new Selection(List.of(home), codes.sectors(Options.EXPAND, clause.goods())),
                ramp.share(),
                ramp.days(),
                timing);
    }

    /** The date of day 0, if any date is said. */
    Optional<LocalDate> start() {
        return asked.get(Options.START)
                .or(() -> asked.get(Options.FROM)
                        .flatMap(from ->
                                from instanceof Moment.Date date ? Optional.of(date.date()) : Optional.empty()));
    }

    /** From and until of the question. */
    Timing timing() {
        return timing(Options.DAYS, Clause.naming(""));
    }

    /** From and until of the question, or of one shock; a shock that says its beginning alone ends as the question does. */
    private Timing timing(Param<?> param, Clause clause) {
        int from = clause.from()
                .map(m -> day(param, m))
                .orElseGet(() ->
                        asked.get(Options.FROM).map(m -> day(Options.FROM, m)).orElse(0));
        OptionalInt until =
                clause.until().map(m -> OptionalInt.of(day(param, m))).orElseGet(() -> until(from));
        return recovering(
                until.isEmpty() ? Timing.from(from) : Timing.of(from, until.getAsInt() - from + 1), clause.ending());
    }

    private OptionalInt until(int from) {
        if (asked.has(Options.UNTIL) && asked.has(Options.DAYS)) {
            throw asked.wrong(Options.DAYS, "The end is said twice", "days or until", "both", "leave one of them out.");
        }
        return asked.get(Options.DAYS)
                .map(days -> OptionalInt.of(from + days - 1))
                .or(() -> asked.get(Options.UNTIL).map(m -> OptionalInt.of(day(Options.UNTIL, m))))
                .orElse(OptionalInt.empty());
    }

    private int day(Param<?> param, Moment moment) {
        return switch (moment) {
            case Moment.Day day -> day.number();
            case Moment.Date date -> {
                LocalDate zero = start().orElseThrow(
                                () -> asked.wrong(
                                        param,
                                        "Which date is day 0?",
                                        "start, or from, as a date beside %s".formatted(date.date()),
                                        "neither",
                                        "it begins at a date too: add '--from YYYY-MM-DD', or '--start YYYY-MM-DD' for a first day before it."));
                yield Math.clamp(ChronoUnit.DAYS.between(zero, date.date()), -100_000, 100_000);
            }
        };
    }

    /** Its end may be slow, or never come: as is said of this shock, or else of all. */
    private Timing recovering(Timing timing, Optional<Clause.Ending> own) {
        if (own.isEmpty() && !asked.has(Options.RECOVERY) && !asked.has(Options.RECOVERY_DAYS)) {
            return timing;
        }
        Clause.Ending ending = own.orElseGet(() -> new Clause.Ending(
                asked.get(Options.RECOVERY), asked.get(Options.RECOVERY_DAYS).orElse(0)));
        Recovery shape = ending.shape().orElse(Recovery.LINEAR);
        int days = ending.days();
        boolean slow = shape != Recovery.AT_ONCE && shape != Recovery.NEVER;
        if (days > 0 && !slow || days == 0 && slow && ending.shape().isPresent()) {
            throw InputException.use(
                    "The recovery cannot be read",
                    "linear, concave or convex with recovery-days of at least 1; at_once or never without",
                    "%s with %d days".formatted(shape.name().toLowerCase(Locale.ROOT), days),
                    slow ? "its time is missing: add --recovery-days 30." : "leave recovery-days out.");
        }
        if (timing.recovery() == Recovery.NEVER
                && shape != Recovery.NEVER
                && (ending.shape().isPresent() || days > 0)) {
            throw InputException.use(
                    "What lasts for good does not recover",
                    "days or until with a recovery",
                    "a recovery without an end",
                    "say how long it lasts at full strength: --days 60.");
        }
        return slow && days == 0 ? timing : timing.with(shape, days);
    }
}
