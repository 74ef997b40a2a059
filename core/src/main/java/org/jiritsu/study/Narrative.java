package org.jiritsu.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Fall;
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.disruption.DisruptionRun.Series;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.disruption.Warning;
import org.jiritsu.world.World;

/** What happened, in plain words and in order, for one home. Every sentence repeats figures of the {@link DisruptionRun}. */
final class Narrative {
    private static final int FALLS = 8;
    private static final int NAMES = 3;
    private static final double WHOLE_AGAIN = 0.99;

    private final Words words;
    private final Said names;
    private final DisruptionRun outcome;
    private final DisruptionRun.EconomyLoss loss;
    private final String home;
    private final String homeName;
    private final Optional<LocalDate> start;

    private Narrative(Words words, World world, DisruptionRun outcome, String home, Optional<LocalDate> start) {
        this.words = words;
        this.names = new Said(words, world);
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
    static List<String> of(Words words, World world, DisruptionRun outcome, String home, Optional<LocalDate> start) {
        return new Narrative(words, world, outcome, home, start).sentences();
    }

    /** The first sentences of {@link #of}, where the shocks last other days in each run. */
    static List<String> shocks(
            Words words, World world, DisruptionRun outcome, String home, Optional<LocalDate> start, String days) {
        return new Narrative(words, world, outcome, home, start).shocks(Optional.of(days));
    }

    /** How many of a home's industries do not last, and until when all do. */
    static String lasting(Words words, World world, DisruptionRun outcome, String home, Optional<LocalDate> start) {
        return new Narrative(words, world, outcome, home, start).lasting();
    }

    /** The sentence of {@link #of} that says what a home loses. */
    static String total(Words words, World world, DisruptionRun outcome, String home) {
        return new Narrative(words, world, outcome, home, Optional.empty()).total();
    }

    /** A shock within a sentence, without its dates. */
    static String what(Words words, World world, Shock shock) {
        Said names = new Said(words, world);
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
                        whole(100 * more.share()),
                        "goods",
                        names.goods(more.industries().sectors()),
                        "days",
                        more.rampDays());
            case Shock.DemandSurge surge ->
                words.say(
                        "account.surge",
                        "who",
                        names.economies(surge.economies()),
                        "share",
                        whole(100 * surge.share()),
                        "goods",
                        names.goods(surge.goods()));
        };
    }

    private static String extent(double share, List<String> goods) {
        return share != 1 ? "less" : goods.isEmpty() ? "nothing" : "none";
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>(shocks(Optional.empty()));
        List<Fall> ours = ours();
        calm(ours).ifPresent(sentences::add);
        Map<List<Object>, List<Fall>> together = new LinkedHashMap<>();
        ours.forEach(f -> together.computeIfAbsent(
                        List.of(f.day(), f.cause(), f.input(), f.supplier().map(DisruptionRun.Supplier::industry)),
                        _ -> new ArrayList<>())
                .add(f));
        together.values().stream().limit(FALLS).forEach(group -> sentences.add(fall(group)));
        long told =
                together.values().stream().limit(FALLS).mapToLong(List::size).sum();
        if (ours.size() > told) {
            sentences.add(words.begin(
                    "account.more" + (ours.size() - told == 1 ? ".one" : ".many"),
                    "count",
                    ours.size() - told,
                    "day",
                    day(ours.getLast().day())));
        }
        for (int s = 0; s < outcome.scenario().stockpiles().size(); s++) {
            stock(s).ifPresent(sentences::add);
        }
        worst().ifPresent(sentences::add);
        sentences.add(total());
        unmet().ifPresent(sentences::add);
        others().ifPresent(sentences::add);
        return sentences;
    }

    private List<String> shocks(Optional<String> days) {
        return outcome.scenario().shocks().stream()
                .sorted(Comparator.comparingInt((Shock shock) -> shock.timing().firstDay()))
                .map(shock -> shock(shock, days))
                .toList();
    }

    private List<Fall> ours() {
        return outcome.falls().stream()
                .filter(f -> f.industry().startsWith(home + "_"))
                .toList();
    }

    private String lasting() {
        List<Fall> ours = ours();
        String number = ours.size() == 1 ? ".one" : ".many";
        return ours.isEmpty()
                ? calm(ours).orElseThrow()
                : words.begin(
                        "account.lasts" + number,
                        "count",
                        ours.size(),
                        "all",
                        ofHome().count(),
                        "home",
                        homeName,
                        "level",
                        whole(100 * outcome.scenario().level()),
                        "day",
                        day(ours.getFirst().day()));
    }

    private String shock(Shock shock, Optional<String> days) {
        Timing timing = shock.timing();
        String what = what(words, names.world, shock);
        String after = switch (timing.recovery()) {
            case NEVER, AT_ONCE -> "";
            case LINEAR, CONCAVE, CONVEX -> words.say("account.after", "days", timing.recoveryDays());
        };
        return timing.recovery() == Recovery.NEVER
                ? words.begin("account.shock.on", "day", day(timing.firstDay()), "what", what)
                : words.begin(
                        "account.shock.days",
                        "day",
                        day(timing.firstDay()),
                        "days",
                        days.orElseGet(() -> "" + timing.days()),
                        "what",
                        what,
                        "after",
                        after);
    }

    private Optional<String> calm(List<Fall> ours) {
        String level = whole(100 * outcome.scenario().level());
        if (ours.isEmpty()) {
            int days = outcome.scenario().days();
            boolean goesOn = outcome.scenario().shocks().stream()
                    .anyMatch(s ->
                            !(s instanceof Shock.CapacitySurge) && s.timing().strength(days - 1) > 0);
            return Optional.of(words.begin(
                    goesOn ? "account.calm.sofar" : "account.calm.all",
                    "home",
                    homeName,
                    "level",
                    level,
                    "days",
                    days));
        }
        int begin = outcome.scenario().shocks().stream()
                .mapToInt(s -> s.timing().firstDay())
                .min()
                .orElse(0);
        int days = ours.getFirst().day() - begin;
        return days < 1
                ? Optional.empty()
                : Optional.of(words.begin(
                        days == 1 ? "account.calm.day" : "account.calm.days",
                        "days",
                        days,
                        "home",
                        homeName,
                        "level",
                        level));
    }

    private String fall(List<Fall> group) {
        Fall first = group.getFirst();
        List<String> who = new ArrayList<>(group.stream()
                .sorted(Comparator.comparingDouble(this::lost).reversed())
                .limit(group.size() <= NAMES + 1 ? NAMES + 1 : NAMES)
                .map(f -> words.say(
                        "account.to", "industry", names.sectorOf(f.industry()), "share", whole(100 * f.share())))
                .toList());
        if (group.size() > who.size()) {
            who.add(words.say("account.others", "count", group.size() - who.size()));
        }
        String number = group.size() == 1 ? ".one" : ".many";
        String why = switch (first.cause()) {
            case CAPACITY -> words.say("account.capacity" + number);
            case DEMAND -> words.say("account.demand");
            case INPUT ->
                words.say(
                        "account.lack" + number,
                        "source",
                        first.supplier().map(this::source).orElse(""),
                        "input",
                        first.input().map(names::good).orElseGet(() -> words.say("account.input")));
        };
        return words.begin("account.fall", "day", day(first.day()), "who", words.and(who), "why", why);
    }

    /** What an industry that falls loses in the end: the largest is named first. */
    private double lost(Fall fall) {
        return ofHome().filter(i -> i.industry().equals(fall.industry()))
                .mapToDouble(DisruptionRun.IndustryLoss::valueAddedLostMusd)
                .sum();
    }

    private String source(DisruptionRun.Supplier supplier) {
        return words.say(
                supplier.linkCut() ? "account.from" : "account.from.less",
                "who",
                names.economy(
                        supplier.industry().substring(0, supplier.industry().indexOf('_'))));
    }

    private Optional<String> stock(int pile) {
        Stockpile stock = outcome.scenario().stockpiles().get(pile);
        double[] left = outcome.series().stream()
                .filter(s -> s.measure() == Measure.STOCKPILE_MUSD)
                .skip(pile)
                .findFirst()
                .map(Series::values)
                .orElse(new double[0]);
        if (left.length == 0 || !(left[0] > 0) || !stock.users().sectors().isEmpty()) {
            return Optional.empty();
        }
        String days = words.rounded(stock.daysOfUse());
        for (int day = 0; day < left.length; day++) {
            if (left[day] <= 1e-9 * left[0]) {
                return Optional.of(words.begin(
                        "account.stock.empty", "good", names.good(stock.good()), "days", days, "day", day(day)));
            }
        }
        return Optional.of(words.begin(
                "account.stock.left",
                "good",
                names.good(stock.good()),
                "days",
                days,
                "share",
                whole(100 * left[left.length - 1] / left[0])));
    }

    private Optional<String> worst() {
        if (!(loss.lowestShare() < 0.9995)) { // told as less than 100.0%
            return Optional.empty();
        }
        return Optional.of(words.begin(
                "account.worst",
                "day",
                day(loss.lowestDay()),
                "home",
                homeName,
                "share",
                tenth(100 * loss.lowestShare()),
                "after",
                production().map(this::after).orElse("")));
    }

    private Optional<double[]> production() {
        return outcome.series().stream()
                .filter(s -> s.measure() == Measure.PRODUCTION_MUSD && s.whose().equals(home))
                .findFirst()
                .map(Series::values);
    }

    private String after(double[] made) {
        double usual = made[loss.lowestDay()] / loss.lowestShare();
        for (int day = made.length - 1; day > loss.lowestDay(); day--) {
            if (made[day] < WHOLE_AGAIN * usual) {
                return day == made.length - 1
                        ? words.say("account.still", "share", tenth(100 * made[day] / usual))
                        : words.say("account.again", "day", day(day + 1), "share", whole(100 * WHOLE_AGAIN));
            }
        }
        return "";
    }

    private String total() {
        int days = outcome.scenario().days();
        if (loss.valueAddedLostMusd() == 0) {
            return words.begin("account.total.none", "days", days, "home", homeName);
        }
        if (loss.valueAddedLostMusd() < 0) {
            return words.begin(
                    "account.total.gain",
                    "days",
                    days,
                    "home",
                    homeName,
                    "money",
                    words.dollars(-loss.valueAddedLostMusd()));
        }
        return words.begin(
                "account.total.loss",
                "days",
                days,
                "home",
                homeName,
                "money",
                words.dollars(loss.valueAddedLostMusd()),
                "gdp",
                words.rounded(loss.valueAddedLostPercent()),
                "most",
                most());
    }

    /** What is lost to those who use goods rather than make them is in no value added of home. */
    private Optional<String> unmet() {
        double sum = outcome.series().stream()
                .filter(s -> s.measure() == DisruptionRun.Measure.UNMET_FINAL_ORDERS_MUSD
                        && s.whose().equals(home))
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .sum();
        return sum > 0
                ? Optional.of(words.begin("account.unmet", "home", homeName, "money", words.dollars(sum)))
                : Optional.empty();
    }

    /** Where the loss is: part of it, or more than all of it where other industries gain. */
    private String most() {
        double total = loss.valueAddedLostMusd();
        List<DisruptionRun.IndustryLoss> most = ofHome().filter(i -> i.valueAddedLostMusd() > 0.02 * total)
                .sorted(Comparator.comparingDouble(DisruptionRun.IndustryLoss::valueAddedLostMusd)
                        .reversed())
                .limit(NAMES)
                .toList();
        if (most.isEmpty()) {
            return "";
        }
        double told = most.stream()
                .mapToDouble(DisruptionRun.IndustryLoss::valueAddedLostMusd)
                .sum();
        double gained =
                -ofHome().mapToDouble(i -> Math.min(0, i.valueAddedLostMusd())).sum();
        return words.say(
                "account.total." + (told > total ? "offset" : told > total / 2 ? "most" : "first"),
                "who",
                words.and(most.stream()
                        .map(i -> words.say(
                                "item",
                                "name",
                                names.sectorOf(i.industry()),
                                "value",
                                words.dollars(i.valueAddedLostMusd())))
                        .toList()),
                "gained",
                words.dollars(gained));
    }

    private Stream<DisruptionRun.IndustryLoss> ofHome() {
        return outcome.industries().stream().filter(i -> i.industry().startsWith(home + "_"));
    }

    private Optional<String> others() {
        if (outcome.valueAddedLostMusd() == 0) {
            return loss.valueAddedLostMusd() == 0 ? Optional.of(words.begin("account.world.none")) : Optional.empty();
        }
        List<String> most = outcome.economies().stream()
                .filter(e -> !e.economy().equals(home)
                        && e.valueAddedLostMusd() > 0.005 * Math.abs(outcome.valueAddedLostMusd()))
                .sorted(Comparator.comparingDouble(DisruptionRun.EconomyLoss::valueAddedLostMusd)
                        .reversed())
                .limit(NAMES)
                .map(e -> words.say(
                        "item", "name", names.economy(e.economy()), "value", words.dollars(e.valueAddedLostMusd())))
                .toList();
        return Optional.of(words.begin(
                outcome.valueAddedLostMusd() < 0 ? "account.world.gains" : "account.world.loses",
                "money",
                words.dollars(Math.abs(outcome.valueAddedLostMusd())),
                "most",
                most.isEmpty() ? "" : words.say("account.world.most", "home", homeName, "who", words.and(most))));
    }

    /** How far the assumptions lean to one side, and what leans to the other: whoever quotes a figure must know it. */
    static Optional<String> caution(Words words, DisruptionModel model) {
        if (!(model.substitution() instanceof Substitution.Specific specific)) {
            return Optional.of(words.begin("account.caution.mild"));
        }
        boolean forGood = Double.isInfinite(specific.days());
        if (model.inputs() instanceof InputRule.PartiallyBinding) {
            return forGood ? Optional.of(words.begin("account.caution.replaced")) : Optional.empty();
        }
        return Optional.of(words.begin(forGood ? "account.caution.worst" : "account.caution.needed"));
    }

    /** The same of what came out: a home that loses nothing cannot lose less. */
    static Optional<String> caution(Words words, DisruptionRun outcome, String home) {
        DisruptionModel model = outcome.scenario().model();
        boolean high = model.substitution() instanceof Substitution.Specific;
        return high && !(outcome.economy(home).valueAddedLostMusd() > 0) ? Optional.empty() : caution(words, model);
    }

    /** What looks like a mistake in the question, in a sentence. */
    static String warning(Words words, World world, Warning warning) {
        Said names = new Said(words, world);
        return switch (warning) {
            case Warning.NoShock _ -> words.begin("account.warning.noshock");
            case Warning.TooLate late ->
                words.begin("account.warning.late", "day", late.firstDay(), "last", late.lastDay());
            case Warning.CutShort cut ->
                words.begin("account.warning.short", "days", cut.days(), "end", cut.end(), "last", cut.days() - 1);
            case Warning.IdleCapacity _ -> words.begin("account.warning.idle");
            case Warning.NoFlow none ->
                words.begin("account.warning.noflow", "from", names.of(none.sellers()), "to", names.of(none.buyers()));
            case Warning.NoOutput none -> words.begin("account.warning.nooutput", "who", names.of(none.industries()));
            case Warning.UnusedStock unused ->
                words.begin(
                        "account.warning.unused", "who", names.of(unused.users()), "good", names.good(unused.good()));
        };
    }

    private String day(int day) {
        return start.map(date -> words.say("account.day.dated", "date", words.date(date.plusDays(day)), "day", day))
                .orElseGet(() -> words.say("account.day", "day", day));
    }

    /** Economies, goods and industries as they stand in a sentence. */
    private record Said(Words words, World world) {
        String economy(String code) {
            return words.the(world.economies().get(world.economy(code)));
        }

        String economies(List<String> codes) {
            return codes.isEmpty()
                    ? words.say("all.economies")
                    : words.and(codes.stream().map(this::economy).toList());
        }

        String good(String code) {
            return words.goods(world.sectors().get(world.sector(code)));
        }

        String goods(List<String> codes) {
            return codes.isEmpty()
                    ? words.say("account.ofall")
                    : words.and(codes.stream().map(this::good).toList());
        }

        String sectorOf(String industry) {
            return words.the(world.sectors().get(world.sector(industry.substring(industry.indexOf('_') + 1))));
        }

        /** "China sells", "China and South Korea sell". */
        String acting(String verb, Selection who) {
            return words.say(
                    "account." + verb + (who.economies().size() == 1 ? ".one" : ".many"),
                    "who",
                    economies(who.economies()));
        }

        String of(Selection who) {
            return who.sectors().isEmpty()
                    ? economies(who.economies())
                    : words.say("account.goodsof", "goods", goods(who.sectors()), "who", economies(who.economies()));
        }

        String to(Buyers buyers) {
            String whom = economies(buyers.economies());
            return !buyers.sectors().isEmpty()
                    ? words.say("account.to.sectors", "goods", goods(buyers.sectors()), "who", whom)
                    : words.say(buyers.finalUsers() ? "account.to.all" : "account.to.industries", "who", whom);
        }
    }
}
