package org.jiritsu.disruption;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.disruption.Outcome.Fall;
import org.jiritsu.disruption.Outcome.Measure;
import org.jiritsu.disruption.Outcome.Series;
import org.jiritsu.world.World;

/** What happened, in plain words and in order, for one home. Every sentence repeats figures of the {@link Outcome}. */
public final class Account {
    private static final int FALLS = 8;
    private static final int NAMES = 3;
    private static final double WHOLE_AGAIN = 0.99;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final World world;
    private final Names names;
    private final Outcome outcome;
    private final Outcome.EconomyLoss loss;
    private final String home;
    private final String homeName;
    private final Optional<LocalDate> start;

    private Account(World world, Outcome outcome, String home, Optional<LocalDate> start) {
        this.world = world;
        this.names = new Names(world);
        this.outcome = outcome;
        this.home = world.economies().get(world.economy(home)).code();
        this.homeName = names.economy(home);
        this.loss = outcome.economy(this.home);
        this.start = start;
    }

    /**
     * The sentences, in the order of what happened, totals last.
     *
     * @param start the date of day 0, if days should have dates
     */
    public static List<String> of(World world, Outcome outcome, String home, Optional<LocalDate> start) {
        return new Account(world, outcome, home, start).sentences();
    }

    /** The sentence of {@link #of} that says what a home loses. */
    public static String total(World world, Outcome outcome, String home) {
        return new Account(world, outcome, home, Optional.empty()).total();
    }

    /** A shock as the beginning of a sentence, without its dates. */
    public static String what(World world, Shock shock) {
        Names names = new Names(world);
        String what = switch (shock) {
            case Shock.LinkCut cut -> "%s %s %s".formatted(names.sellers(cut.sellers()),
                    names.lessOf(cut.share(), cut.sellers().sectors()), names.to(cut.buyers()));
            case Shock.LinkDelay slow -> "what %s %s%s arrives %d days later".formatted(
                    names.sellers(slow.sellers()), names.to(slow.buyers()),
                    slow.sellers().sectors().isEmpty() ? "" : " of " + names.goods(slow.sellers().sectors()), slow.days());
            case Shock.CapacityLoss lost -> "%s %s".formatted(names.makers(lost.industries()),
                    names.lessOf(lost.share(), lost.industries().sectors()));
            case Shock.CapacitySurge more -> words("%s can make %.0f%% more %s within %d days",
                    names.economies(more.industries().economies()), 100 * more.share(),
                    names.goods(more.industries().sectors()), more.rampDays());
            case Shock.DemandSurge surge -> words("final users in %s want %.0f%% more %s",
                    names.economies(surge.economies()), 100 * surge.share(), names.goods(surge.goods()));
        };
        return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    }

    /** A good as it stands in a sentence. */
    public static String good(World world, String code) {
        return new Names(world).good(code);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        outcome.scenario().shocks().stream()
                .sorted(Comparator.comparingInt((Shock shock) -> shock.timing().firstDay()))
                .forEach(shock -> sentences.add(shock(shock)));
        List<Fall> ours = outcome.falls().stream().filter(f -> f.industry().startsWith(home + "_")).toList();
        calm(ours).ifPresent(sentences::add);
        Map<List<Object>, List<Fall>> together = new LinkedHashMap<>();
        ours.forEach(f -> together.computeIfAbsent(List.of(f.day(), f.cause(), f.input(),
                f.supplier().map(Outcome.Supplier::industry)), _ -> new ArrayList<>()).add(f));
        together.values().stream().limit(FALLS).forEach(group -> sentences.add(fall(group)));
        long told = together.values().stream().limit(FALLS).mapToLong(List::size).sum();
        if (ours.size() > told) {
            sentences.add(words("%d more of its industries follow, the last on %s.", ours.size() - told, day(ours.getLast().day())));
        }
        for (int s = 0; s < outcome.scenario().stockpiles().size(); s++) {
            stock(s).ifPresent(sentences::add);
        }
        worst().ifPresent(sentences::add);
        sentences.add(total());
        others().ifPresent(sentences::add);
        return sentences;
    }

    private String shock(Shock shock) {
        Timing timing = shock.timing();
        String until = timing.recovery() == Recovery.NEVER ? " on" : words(", for %d days", timing.days());
        String after = switch (timing.recovery()) {
            case NEVER, AT_ONCE -> "";
            case LINEAR, CONCAVE, CONVEX -> words("; it is over %d days later", timing.recoveryDays());
        };
        String what = what(world, shock);
        boolean name = what.startsWith(homeName) || !Character.isLowerCase(what.charAt(1)) || isEconomy(what);
        return "From %s%s: %s%s.".formatted(day(timing.firstDay()), until, name ? what
                : what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1), after);
    }

    private boolean isEconomy(String what) {
        return world.economies().stream().anyMatch(e -> what.startsWith(e.name()));
    }

    private Optional<String> calm(List<Fall> ours) {
        double level = 100 * outcome.scenario().level();
        if (ours.isEmpty()) {
            int days = outcome.scenario().days();
            boolean goesOn = outcome.scenario().shocks().stream().anyMatch(
                    s -> !(s instanceof Shock.CapacitySurge) && s.timing().strength(days - 1) > 0);
            return Optional.of(words("No industry of %s falls below %.0f%% of its usual production%s.", homeName, level, goesOn
                    ? words(" in these %d days, but they end before the break does: stocks may run out later", days) : ""));
        }
        int begin = outcome.scenario().shocks().stream().mapToInt(s -> s.timing().firstDay()).min().orElse(0);
        int days = ours.getFirst().day() - begin;
        return days < 1 ? Optional.empty() : Optional.of(words(
                "For %s no industry of %s falls below %.0f%% of its usual production: they live off what they hold.",
                days == 1 ? "one day" : days + " days", homeName, level));
    }

    private String fall(List<Fall> group) {
        Fall first = group.getFirst();
        List<String> who = new ArrayList<>(group.stream().limit(group.size() <= NAMES + 1 ? NAMES + 1 : NAMES)
                .map(f -> words("%s (to %.0f%%)", names.sectorOf(f.industry()), 100 * f.share())).toList());
        if (group.size() > who.size()) {
            who.add(group.size() - who.size() + " other industries");
        }
        String lack = group.size() == 1 ? "it lacks " : "they lack ";
        String why = switch (first.cause()) {
            case CAPACITY -> group.size() == 1 ? "it cannot make more itself" : "they cannot make more themselves";
            case DEMAND -> "orders are missing";
            case INPUT -> lack + first.input().map(names::good).orElse("an input") + first.supplier()
                    .map(s -> ", most of it from " + names.economy(s.industry().substring(0, s.industry().indexOf('_')))
                            + (s.linkCut() ? "" : ", where less is made")).orElse("");
        };
        String text = words("%s: production falls in %s; %s.", day(first.day()), and(who), why);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private Optional<String> stock(int pile) {
        Stockpile stock = outcome.scenario().stockpiles().get(pile);
        double[] left = outcome.series().stream().filter(s -> s.measure() == Measure.STOCKPILE_MUSD).skip(pile)
                .findFirst().map(Series::values).orElse(new double[0]);
        if (left.length == 0 || !(left[0] > 0) || !stock.users().sectors().isEmpty()) {
            return Optional.empty();
        }
        for (int day = 0; day < left.length; day++) {
            if (left[day] <= 1e-9 * left[0]) {
                return Optional.of(words("The stockpile of %s, %s days of use, is empty on %s.", names.good(stock.good()),
                        figure(stock.daysOfUse()), day(day)));
            }
        }
        return Optional.of(words("Of the stockpile of %s, %s days of use, %.0f%% is left at the end.",
                names.good(stock.good()), figure(stock.daysOfUse()), 100 * left[left.length - 1] / left[0]));
    }

    private Optional<String> worst() {
        if (!(loss.lowestShare() < 1 - 1e-6)) {
            return Optional.empty();
        }
        String worst = words("The worst day is %s, when %s makes %.1f%% of what it usually makes", day(loss.lowestDay()), homeName,
                100 * loss.lowestShare());
        return Optional.of(worst + production().map(this::after).orElse("") + ".");
    }

    private Optional<double[]> production() {
        return outcome.series().stream()
                .filter(s -> s.measure() == Measure.PRODUCTION_MUSD && s.whose().equals(home))
                .findFirst().map(Series::values);
    }

    private String after(double[] made) {
        double usual = made[loss.lowestDay()] / loss.lowestShare();
        for (int day = made.length - 1; day > loss.lowestDay(); day--) {
            if (made[day] < WHOLE_AGAIN * usual) {
                return day == made.length - 1
                        ? words("; at the end it still makes %.1f%%", 100 * made[day] / usual)
                        : words("; from %s on it makes %.0f%% or more again", day(day + 1), 100 * WHOLE_AGAIN);
            }
        }
        return "";
    }

    private String total() {
        String over = words("Over %d days", outcome.scenario().days());
        if (loss.valueAddedLostMusd() == 0) {
            return words("%s %s loses nothing: no effect that could be told from rounding (a billionth of what is made).", over,
                    homeName);
        }
        if (loss.valueAddedLostMusd() < 0) {
            return words("%s %s loses no value added on balance: what it makes up and sells in place of others outweighs it by %s.",
                    over, homeName, dollars(-loss.valueAddedLostMusd()));
        }
        List<String> most = outcome.industries().stream()
                .filter(i -> i.industry().startsWith(home + "_") && i.valueAddedLostMusd() > 0.02 * loss.valueAddedLostMusd())
                .sorted(Comparator.comparingDouble(Outcome.IndustryLoss::valueAddedLostMusd).reversed())
                .limit(NAMES)
                .map(i -> "%s (%s)".formatted(names.sectorOf(i.industry()), dollars(i.valueAddedLostMusd())))
                .toList();
        return words("%s %s loses %s of value added, %s%% of a year's GDP%s.", over, homeName,
                dollars(loss.valueAddedLostMusd()), figure(loss.valueAddedLostPercent()), most.isEmpty() ? "" : ", most of it in " + and(most));
    }

    private Optional<String> others() {
        if (outcome.valueAddedLostMusd() == 0) {
            return loss.valueAddedLostMusd() == 0 ? Optional.of("Nor does anyone else.") : Optional.empty();
        }
        List<String> most = outcome.economies().stream()
                .filter(e -> !e.economy().equals(home) && e.valueAddedLostMusd() > 0.005 * Math.abs(outcome.valueAddedLostMusd()))
                .sorted(Comparator.comparingDouble(Outcome.EconomyLoss::valueAddedLostMusd).reversed())
                .limit(NAMES)
                .map(e -> "%s (%s)".formatted(names.economy(e.economy()), dollars(e.valueAddedLostMusd())))
                .toList();
        return Optional.of(words("The whole world %s %s%s.", outcome.valueAddedLostMusd() < 0 ? "gains" : "loses",
                dollars(Math.abs(outcome.valueAddedLostMusd())),
                most.isEmpty() ? "" : words("; beside %s, most is lost by %s", homeName, and(most))));
    }

    /** How far the assumptions lean to one side, and what leans to the other: whoever quotes a figure must know it. */
    public static Optional<String> caution(DisruptionModel model) {
        boolean partial = model.inputs() instanceof InputRule.PartiallyBinding;
        if (!(model.substitution() instanceof Substitution.Specific specific)) {
            return Optional.of("This is a mild case: goods of other suppliers stand in at once for what a shock takes away. "
                    + "Where they cannot, the loss is larger (substitute specific).");
        }
        boolean forGood = Double.isInfinite(specific.days());
        if (partial) {
            return forGood ? Optional.of("This is on the high side: nobody finds another supplier for what a shock takes away. "
                    + "With time to find one the loss is smaller (seek-days).") : Optional.empty();
        }
        return Optional.of(forGood
                ? "This is a worst case: every input is needed, and nothing that a shock takes away can be replaced. The loss is "
                        + "smaller if industries do without what is not critical to them (rule partial), and if they find other "
                        + "suppliers (seek-days)."
                : "This is on the high side: every input is needed. The loss is smaller if industries do without what is not "
                        + "critical to them (rule partial).");
    }

    private String day(int day) {
        return start.map(date -> "%s (day %d)".formatted(date(date.plusDays(day)), day)).orElse("day " + day);
    }

    /** A date as it stands in a sentence. */
    public static String date(LocalDate date) {
        return date.format(DATE);
    }

    /** Million USD in the unit a speaker would use. */
    public static String dollars(double musd) {
        return musd >= 999_500 ? figure(musd / 1e6) + " trillion dollars"
                : musd >= 999.5 ? figure(musd / 1e3) + " billion dollars"
                : musd >= 0.9995 || musd <= 0 ? figure(musd) + " million dollars" : figure(musd * 1e6) + " dollars";
    }

    /** Three digits, and no more zeros than are needed. */
    public static String figure(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    private static String and(List<String> items) {
        return items.size() < 2 ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Economies, goods and industries as they stand in a sentence. */
    private record Names(World world) {
        String economy(String code) {
            return world.economies().get(world.economy(code)).inSentence();
        }

        String economies(List<String> codes) {
            return codes.isEmpty() ? "all economies" : and(codes.stream().map(this::economy).toList());
        }

        String good(String code) {
            String name = world.sectors().get(world.sector(code)).name();
            boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
            return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        String goods(List<String> codes) {
            return codes.isEmpty() ? "of everything" : and(codes.stream().map(this::good).toList());
        }

        String sectorOf(String industry) {
            return good(industry.substring(industry.indexOf('_') + 1));
        }

        String sellers(Selection selection) {
            return economies(selection.economies()) + (selection.economies().size() == 1 ? " sells" : " sell");
        }

        String makers(Selection selection) {
            return economies(selection.economies()) + (selection.economies().size() == 1 ? " makes" : " make");
        }

        String lessOf(double share, List<String> goods) {
            return share == 1 ? goods.isEmpty() ? "nothing" : "no " + goods(goods)
                    : "%s%% less %s".formatted(figure(100 * share), goods(goods));
        }

        String to(Buyers buyers) {
            String whom = economies(buyers.economies());
            if (!buyers.sectors().isEmpty()) {
                return "to %s of %s".formatted(goods(buyers.sectors()), whom);
            }
            return buyers.finalUsers() ? "to " + whom : "to the industries of " + whom;
        }
    }
}
