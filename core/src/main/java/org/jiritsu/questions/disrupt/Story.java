package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiritsu.answer.Finding;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.disruption.DisruptionRun.Series;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;

/** What happened, in plain words and in order, for one home. Every sentence repeats figures of the run. */
final class Story {
    private final Naming names;
    private final Days days;
    private final DisruptionRun run;
    private final Optional<Ground> ground;
    private final FallWords falls;
    private final LossWords losses;
    private final String homeName;

    Story(Naming names, Inquiry inquiry, DisruptionRun run, Optional<Ground> ground, Cells cells) {
        this.names = names;
        this.days = new Days(names.words(), inquiry.start());
        this.run = run;
        this.ground = ground;
        this.falls = new FallWords(names, days, run, inquiry.homeCode(), cells);
        this.losses = new LossWords(names, days, run, inquiry.homeCode(), cells);
        this.homeName = names.economy(inquiry.homeCode());
    }

    /** That the run has left its ground, if it has: before all else. */
    Optional<Finding> ground() {
        return ground.map(g -> Finding.headline(g.said(names.words(), days, homeName)));
    }

    /**
     * The shocks, first things first.
     *
     * @param lasting how long, where that is not their own; empty otherwise
     */
    List<Finding> shocks(String lasting) {
        ShockWords words = new ShockWords(names);
        return run.scenario().shocks().stream()
                .sorted(Comparator.comparingInt((Shock shock) -> shock.timing().firstDay()))
                .map(shock -> Finding.story(words.sentence(shock, days, lasting)))
                .toList();
    }

    /**
     * All of it, totals last; without them where they are of no use.
     *
     * @param total the role of the sentence of what home loses
     */
    List<Finding> all(Finding.Role total) {
        List<Finding> told = new ArrayList<>();
        ground().ifPresent(told::add);
        told.addAll(shocks(""));
        told.addAll(falls.told());
        for (int s = 0; s < run.scenario().stockpiles().size(); s++) {
            stock(s).ifPresent(told::add);
        }
        if (ground.filter(Ground::isLost).isEmpty()) {
            losses.worst().ifPresent(told::add);
            told.add(losses.total(total));
            losses.unmet().ifPresent(told::add);
            losses.others().ifPresent(told::add);
        }
        return told;
    }

    /** How many of home's industries do not last, and until when all do. */
    Finding lasting() {
        return falls.lasting();
    }

    private Optional<Finding> stock(int pile) {
        Stockpile stock = run.scenario().stockpiles().get(pile);
        double[] left = run.series().stream()
                .filter(s -> s.measure() == Measure.STOCKPILE_MUSD)
                .skip(pile)
                .findFirst()
                .map(Series::values)
                .orElse(new double[0]);
        if (left.length == 0 || !(left[0] > 0) || !stock.users().sectors().isEmpty()) {
            return Optional.empty();
        }
        String held = names.words().rounded(stock.daysOfUse());
        for (int day = 0; day < left.length; day++) {
            if (left[day] <= 1e-9 * left[0]) {
                return Optional.of(Finding.story(names.words()
                        .begin(
                                "account.stock.empty",
                                "good",
                                names.good(stock.good()),
                                "days",
                                held,
                                "day",
                                days.day(day))));
            }
        }
        return Optional.of(Finding.story(names.words()
                .begin(
                        "account.stock.left",
                        "good",
                        names.good(stock.good()),
                        "days",
                        held,
                        "share",
                        Naming.whole(100 * left[left.length - 1] / left[0]))));
    }
}
