package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Cause;
import org.jiritsu.disruption.DisruptionRun.Fall;
import org.jiritsu.disruption.Shock;

/** Which of a home's industries fall, when, and why. */
final class FallWords {
    private static final int FALLS = 8;
    private static final int NAMES = 3;

    private final Words words;
    private final Naming names;
    private final Days days;
    private final DisruptionRun run;
    private final String home;
    private final Cells cells;
    private final Assumed assumed;
    private final List<Fall> falls;
    private final int begin;

    FallWords(Naming names, Days days, DisruptionRun run, String home, Cells cells) {
        this.words = names.words();
        this.names = names;
        this.days = days;
        this.run = run;
        this.home = home;
        this.cells = cells;
        this.assumed = new Assumed(names.world(), run.scenario().model());
        this.falls = run.falls().stream()
                .filter(f -> f.industry().economy().equals(home))
                .toList();
        this.begin = run.scenario().shocks().stream()
                .mapToInt(s -> s.timing().firstDay())
                .min()
                .orElse(0);
    }

    /** How long nobody falls; then who falls, in order. */
    List<Finding> told() {
        List<Finding> told = new ArrayList<>();
        calm().ifPresent(told::add);
        List<Fall> found = falls.stream().filter(f -> !assumed.byRule(f)).toList();
        List<List<Fall>> together = together(found);
        together.stream().limit(FALLS).forEach(group -> told.add(fall(group)));
        int left = together.stream().skip(FALLS).mapToInt(List::size).sum();
        if (left > 0) {
            told.add(Finding.story(words.begin(
                    "account.more" + (left == 1 ? ".one" : ".many"),
                    "count",
                    left,
                    "day",
                    days.day(found.getLast().day()))));
        }
        byRule().ifPresent(told::add);
        return told;
    }

    /** Those of one day and one reason. */
    private static List<List<Fall>> together(List<Fall> falls) {
        Map<List<Object>, List<Fall>> together = new LinkedHashMap<>();
        falls.forEach(f -> together.computeIfAbsent(
                        List.of(f.day(), f.cause(), f.input(), f.supplier().map(DisruptionRun.Supplier::industry)),
                        _ -> new ArrayList<>())
                .add(f));
        return List.copyOf(together.values());
    }

    /** How many of a home's industries do not last, and until when all do. */
    Finding lasting() {
        if (falls.isEmpty()) {
            return Finding.headline(calm().orElseThrow().said());
        }
        OptionalDouble held = assumed.held(falls.getFirst(), begin);
        Object[] values = {
            "count",
            falls.size(),
            "all",
            ofHome().count(),
            "home",
            names.economy(home),
            "level",
            level(),
            "day",
            days.day(falls.getFirst().day()),
            "held",
            words.rounded(held.orElse(0))
        };
        String key = "account.lasts" + (held.isPresent() ? ".assumed" : "") + (falls.size() == 1 ? ".one" : ".many");
        return Finding.headline(
                words.begin(key, values),
                cells.fall(falls.getFirst().industry()).toArray(Finding.Figure[]::new));
    }

    private String level() {
        return Naming.whole(100 * run.scenario().level());
    }

    private Optional<Finding> calm() {
        if (falls.isEmpty()) {
            return Optional.of(Finding.story(allCalm()));
        }
        int calm = falls.getFirst().day() - begin;
        if (calm < 1) {
            return Optional.empty();
        }
        OptionalDouble held = assumed.held(falls.getFirst(), begin);
        if (held.isPresent()) {
            return Optional.of(Finding.assumption(words.begin(
                    "account.calm.assumed",
                    "days",
                    calm,
                    "home",
                    names.economy(home),
                    "level",
                    level(),
                    "held",
                    words.rounded(held.getAsDouble()))));
        }
        String why = falls.getFirst().cause() == Cause.INPUT ? "account.calm" : "account.calm.before";
        return Optional.of(Finding.story(words.begin(
                why + (calm == 1 ? ".day" : ".days"), "days", calm, "home", names.economy(home), "level", level())));
    }

    private String allCalm() {
        int last = run.scenario().days();
        boolean goesOn = run.scenario().shocks().stream()
                .anyMatch(s -> !(s instanceof Shock.CapacitySurge) && s.timing().strength(last - 1) > 0);
        return words.begin(
                goesOn ? "account.calm.sofar" : "account.calm.all",
                "home",
                names.economy(home),
                "level",
                level(),
                "days",
                last);
    }

    private Finding fall(List<Fall> group) {
        Fall first = group.getFirst();
        List<Fall> named = group.stream()
                .sorted(Comparator.comparingDouble(this::lost).reversed())
                .limit(group.size() <= NAMES + 1 ? NAMES + 1 : NAMES)
                .toList();
        List<String> who = new ArrayList<>(named.stream()
                .map(f -> words.say(
                        "account.to", "industry", names.industry(f.industry()), "share", Naming.whole(100 * f.share())))
                .toList());
        return Finding.story(
                words.begin(
                        "account.fall",
                        "day",
                        days.day(first.day()),
                        "who",
                        words.and(withOthers(who, group.size())),
                        "why",
                        why(first, group.size() == 1 ? ".one" : ".many")),
                named.stream().flatMap(f -> cells.fall(f.industry()).stream()).toArray(Finding.Figure[]::new));
    }

    private List<String> withOthers(List<String> named, int all) {
        return all > named.size()
                ? Stream.concat(named.stream(), Stream.of(words.say("account.others", "count", all - named.size())))
                        .toList()
                : named;
    }

    private String why(Fall fall, String number) {
        return switch (fall.cause()) {
            case CAPACITY -> words.say("account.capacity" + number);
            case DEMAND -> words.say("account.demand");
            case INPUT ->
                words.say(
                        "account.lack" + number,
                        "source",
                        fall.supplier().map(this::source).orElse(""),
                        "input",
                        fall.input().map(names::good).orElseGet(() -> words.say("account.input")));
        };
    }

    private String source(DisruptionRun.Supplier supplier) {
        return words.say(
                supplier.linkCut() ? "account.from" : "account.from.less",
                "who",
                names.economy(supplier.industry().economy()));
    }

    /** Those who fall because the rule says so. */
    private Optional<Finding> byRule() {
        List<Fall> ruled = falls.stream()
                .filter(assumed::byRule)
                .sorted(Comparator.comparingDouble(this::lost).reversed())
                .toList();
        List<String> who = ruled.stream()
                .limit(ruled.size() <= NAMES + 1 ? NAMES + 1 : NAMES)
                .map(f -> names.industry(f.industry()))
                .toList();
        return ruled.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.assumption(
                        words.begin("account.byrule", "who", words.and(withOthers(who, ruled.size())))));
    }

    /** What an industry that falls loses in the end: the largest is named first. */
    private double lost(Fall fall) {
        return ofHome().filter(i -> i.industry().equals(fall.industry()))
                .mapToDouble(DisruptionRun.IndustryLoss::valueAddedLostMusd)
                .sum();
    }

    private Stream<DisruptionRun.IndustryLoss> ofHome() {
        return run.industries().stream().filter(i -> i.industry().economy().equals(home));
    }
}
