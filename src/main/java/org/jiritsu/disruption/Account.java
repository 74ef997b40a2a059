package org.jiritsu.disruption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jiritsu.world.World;

/** What happened, in plain words and in order, for one home. Every sentence repeats figures of the {@link Outcome}. */
public final class Account {
    private static final int FALLS = 12;
    private static final int ECONOMIES = 5;

    private final World world;
    private final Outcome outcome;
    private final String home;

    private Account(World world, Outcome outcome, String home) {
        this.world = world;
        this.outcome = outcome;
        this.home = world.economies().get(world.economy(home)).code();
    }

    /** The sentences, in the order of what happened, totals last. */
    public static List<String> of(World world, Outcome outcome, String home) {
        return new Account(world, outcome, home).sentences();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        outcome.scenario().shocks().forEach(shock -> sentences.add(shock(shock)));
        List<Outcome.Fall> ours = outcome.falls().stream().filter(f -> f.industry().startsWith(home + "_")).toList();
        double level = 100 * outcome.scenario().level();
        if (ours.isEmpty()) {
            sentences.add(words("No industry of %s fell below %.0f%% of its usual production.", home, level));
        }
        ours.stream().limit(FALLS).forEach(fall -> sentences.add(fall(fall)));
        if (ours.size() > FALLS) {
            sentences.add(words("%d more industries of %s fell below %.0f%%, the last on day %d.", ours.size() - FALLS, home,
                    level, ours.getLast().day()));
        }
        sentences.add(total(outcome.economy(home)));
        sentences.add(others());
        return sentences;
    }

    private static String shock(Shock shock) {
        String when = "From day " + shock.timing().firstDay() + ", "
                + (shock.timing().recovery() == Recovery.NEVER ? "for good" : "for " + shock.timing().days() + " days");
        return switch (shock) {
            case Shock.LinkCut cut -> words("%s, %s sell %.0f%% less to %s.", when, selection(cut.sellers()),
                    100 * cut.share(), buyers(cut.buyers()));
            case Shock.LinkDelay slow -> words("%s, what %s send to %s arrives %d days later.", when,
                    selection(slow.sellers()), buyers(slow.buyers()), slow.days());
            case Shock.CapacityLoss loss -> words("%s, %s lose %.0f%% of their capacity.", when,
                    selection(loss.industries()), 100 * loss.share());
            case Shock.CapacitySurge surge -> words("%s, %s can make %.0f%% more, within %d days.", when,
                    selection(surge.industries()), 100 * surge.share(), surge.rampDays());
            case Shock.DemandSurge surge -> words("%s, final users in %s want %.0f%% more of %s.", when,
                    list(surge.economies(), "all economies"), 100 * surge.share(), list(surge.goods(), "every good"));
        };
    }

    private static String selection(Selection selection) {
        return list(selection.sectors(), "all industries") + " of " + list(selection.economies(), "all economies");
    }

    private static String buyers(Buyers buyers) {
        return list(buyers.sectors(), "all industries") + (buyers.finalUsers() ? " and final users" : "") + " of "
                + list(buyers.economies(), "all economies");
    }

    private static String list(List<String> names, String otherwise) {
        return names.isEmpty() ? otherwise : String.join(", ", names);
    }

    private String fall(Outcome.Fall fall) {
        String who = words("Day %d: %s (%s) is down to %.0f%%", fall.day(), fall.industry(), sector(fall.industry()),
                100 * fall.share());
        return switch (fall.cause()) {
            case CAPACITY -> who + ", for it cannot make more itself.";
            case DEMAND -> who + ", for orders are missing.";
            case INPUT -> who + ", for it lacks " + fall.input().map(this::good).orElse("an input")
                    + fall.supplier().map(s -> words(": most is missing from %s%s", s.industry(),
                            s.linkCut() ? ", whose link is cut." : ", which makes less itself.")).orElse(".");
        };
    }

    private String sector(String industry) {
        return world.sectors().get(world.sector(industry.substring(industry.indexOf('_') + 1))).name();
    }

    private String good(String code) {
        return code + " (" + world.sectors().get(world.sector(code)).name() + ")";
    }

    private String total(Outcome.EconomyLoss loss) {
        return words("Over %d days %s loses %.0f million USD of value added, %.3f%% of a year's GDP; its worst day is day %d, "
                        + "at %.1f%% of its usual production.", outcome.scenario().days(), home, loss.valueAddedLostMusd(),
                loss.valueAddedLostPercent(), loss.lowestDay(), 100 * loss.lowestShare());
    }

    private String others() {
        List<String> most = outcome.economies().stream()
                .filter(e -> !e.economy().equals(home))
                .sorted(Comparator.comparingDouble(Outcome.EconomyLoss::valueAddedLostMusd).reversed())
                .limit(ECONOMIES)
                .map(e -> words("%s %.0f", e.economy(), e.valueAddedLostMusd()))
                .toList();
        return words("The whole world loses %.0f million USD; beside %s, most is lost by %s (million USD).",
                outcome.valueAddedLostMusd(), home, String.join(", ", most));
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
