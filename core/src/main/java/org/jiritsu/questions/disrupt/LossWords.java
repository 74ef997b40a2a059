package org.jiritsu.questions.disrupt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.EconomyLoss;
import org.jiritsu.disruption.DisruptionRun.IndustryLoss;
import org.jiritsu.disruption.DisruptionRun.Measure;

/** The worst day, what a home loses, and who else loses. */
final class LossWords {
    private static final int NAMES = 3;
    private static final double WHOLE_AGAIN = 0.99;

    private final Words words;
    private final Naming names;
    private final Days days;
    private final DisruptionRun run;
    private final EconomyLoss loss;
    private final String home;
    private final Cells cells;

    LossWords(Naming names, Days days, DisruptionRun run, String home, Cells cells) {
        this.words = names.words();
        this.names = names;
        this.days = days;
        this.run = run;
        this.loss = run.economy(home);
        this.home = home;
        this.cells = cells;
    }

    private String homeName() {
        return names.economy(home);
    }

    private static Figure[] figures(List<Figure> figures) {
        return figures.toArray(Figure[]::new);
    }

    Optional<Finding> worst() {
        if (!(loss.lowestShare() < 0.9995)) { // told as less than 100.0%
            return Optional.empty();
        }
        String after = run.series().stream()
                .filter(s -> s.measure() == Measure.PRODUCTION_MUSD && s.whose().equals(home))
                .findFirst()
                .map(s -> after(s.values()))
                .orElse("");
        return Optional.of(Finding.story(
                words.begin(
                        "account.worst",
                        "day",
                        days.day(loss.lowestDay()),
                        "home",
                        homeName(),
                        "share",
                        Naming.tenth(100 * loss.lowestShare()),
                        "after",
                        after),
                figures(cells.worst())));
    }

    private String after(double[] made) {
        double usual = made[loss.lowestDay()] / loss.lowestShare();
        for (int day = made.length - 1; day > loss.lowestDay(); day--) {
            if (made[day] < WHOLE_AGAIN * usual) {
                return day == made.length - 1
                        ? words.say("account.still", "share", Naming.tenth(100 * made[day] / usual))
                        : words.say(
                                "account.again", "day", days.day(day + 1), "share", Naming.whole(100 * WHOLE_AGAIN));
            }
        }
        return "";
    }

    /** What a home loses, in a role. */
    Finding total(Finding.Role role) {
        int last = run.scenario().days();
        double lost = loss.valueAddedLostMusd();
        if (lost == 0) {
            return new Finding(
                    role, words.begin("account.total.none", "days", last, "home", homeName()), cells.total());
        }
        String key = lost < 0 ? "account.total.gain" : "account.total.loss";
        return new Finding(
                role,
                words.begin(
                        key,
                        "days",
                        last,
                        "home",
                        homeName(),
                        "money",
                        names.moneyAtHome(Math.abs(lost), home),
                        "most",
                        lost < 0 ? "" : most()),
                Stream.concat(
                                cells.total().stream(),
                                largest().stream().flatMap(i -> cells.industry(i.industry()).stream()))
                        .toList());
    }

    private List<IndustryLoss> largest() {
        return ofHome().filter(i -> i.valueAddedLostMusd() > 0.02 * loss.valueAddedLostMusd())
                .sorted(Comparator.comparingDouble(IndustryLoss::valueAddedLostMusd)
                        .reversed())
                .limit(NAMES)
                .toList();
    }

    /** Where the loss is: part of it, or more than all of it where other industries gain. */
    private String most() {
        double total = loss.valueAddedLostMusd();
        List<IndustryLoss> most = largest();
        if (most.isEmpty()) {
            return "";
        }
        double told =
                most.stream().mapToDouble(IndustryLoss::valueAddedLostMusd).sum();
        double gained =
                -ofHome().mapToDouble(i -> Math.min(0, i.valueAddedLostMusd())).sum();
        return words.say(
                "account.total." + (told > total ? "offset" : told > total / 2 ? "most" : "first"),
                "who",
                words.and(most.stream()
                        .map(i -> words.say(
                                "item",
                                "name",
                                names.industry(i.industry()),
                                "value",
                                names.money(i.valueAddedLostMusd(), home)))
                        .toList()),
                "gained",
                names.moneyAtHome(gained, home));
    }

    private Stream<IndustryLoss> ofHome() {
        return run.industries().stream().filter(i -> i.industry().economy().equals(home));
    }

    /** What is lost to those who use goods rather than make them is in no value added of home. */
    Optional<Finding> unmet() {
        double sum = run.series().stream()
                .filter(s -> s.measure() == Measure.UNMET_FINAL_ORDERS_MUSD
                        && s.whose().equals(home))
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .sum();
        return sum > 0
                ? Optional.of(Finding.story(
                        words.begin("account.unmet", "home", homeName(), "money", names.moneyAtHome(sum, home))))
                : Optional.empty();
    }

    Optional<Finding> others() {
        double world = run.valueAddedLostMusd();
        if (world == 0) {
            return loss.valueAddedLostMusd() == 0
                    ? Optional.of(Finding.story(words.begin("account.world.none")))
                    : Optional.empty();
        }
        List<EconomyLoss> most = run.economies().stream()
                .filter(e -> !e.economy().equals(home) && e.valueAddedLostMusd() > 0.005 * Math.abs(world))
                .sorted(Comparator.comparingDouble(EconomyLoss::valueAddedLostMusd)
                        .reversed())
                .limit(NAMES)
                .toList();
        List<String> told = most.stream()
                .map(e -> words.say(
                        "item",
                        "name",
                        names.economy(e.economy()),
                        "value",
                        names.money(e.valueAddedLostMusd(), e.economy())))
                .toList();
        return Optional.of(Finding.story(
                words.begin(
                        world < 0 ? "account.world.gains" : "account.world.loses",
                        "money",
                        names.worldMoney(Math.abs(world)),
                        "most",
                        told.isEmpty()
                                ? ""
                                : words.say("account.world.most", "home", homeName(), "who", words.and(told))),
                figures(most.stream()
                        .flatMap(e -> cells.economy(e.economy()).stream())
                        .toList())));
    }
}
