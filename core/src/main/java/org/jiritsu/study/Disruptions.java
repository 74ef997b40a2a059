package org.jiritsu.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Endurance;
import org.jiritsu.disruption.Ensemble;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Shock;
import org.jiritsu.world.World;

/** A disruption day by day, as tables: one a question. */
public final class Disruptions {
    private static final String[] DAILY = {
        "day",
        "date",
        "production_musd",
        "production_of_usual",
        "va_lost_musd",
        "unmet_final_orders_musd",
        "world_production_musd"
    };
    private static final int[] PERCENTILES = {5, 25, 50, 75, 95};

    private final World world;
    private final Analysis analysis;
    private final Words words;
    private final Disruption disruption;
    private final DisruptQuestion question;
    private final DisruptionScenario scenario;
    private final String home;
    private final List<String> moreNotes = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private List<List<Object>> daily = List.of();
    private String total = "";

    private Disruptions(Analysis analysis, String worldId, DisruptQuestion question) {
        this.analysis = analysis;
        this.words = analysis.words();
        this.disruption = analysis.disruption(worldId);
        this.world = disruption.world();
        this.question = question;
        this.scenario = question.scenario();
        this.home = question.home();
    }

    /**
     * An answer.
     *
     * @param daily the home economy day by day in the same run
     * @param headline the one sentence to remember
     * @param story what happened in which order; the notes of the table hold it too
     */
    public record Answer(Table table, Table daily, String headline, List<String> story) {
        public Answer {
            story = List.copyOf(story);
        }
    }

    public static Answer answer(Analysis analysis, String worldId, DisruptQuestion question) {
        Disruptions disruptions = new Disruptions(analysis, worldId, question);
        Table table = disruptions.table();
        String headline = disruptions.moreNotes.isEmpty() ? disruptions.total : disruptions.moreNotes.getFirst();
        Table daily =
                new Table.Builder(table.head(), DAILY).rows(disruptions.daily).build();
        return new Answer(table, daily, headline, disruptions.story);
    }

    private Table table() {
        return switch (question.ask()) {
            case DisruptQuestion.Ask.Economies _ -> economies();
            case DisruptQuestion.Ask.Industries _ -> industries();
            case DisruptQuestion.Ask.Days days -> days(days.watch());
            case DisruptQuestion.Ask.Endure _ -> endurance();
            case DisruptQuestion.Ask.Curve curve -> curve(curve);
            case DisruptQuestion.Ask.Durations durations -> durations(durations.days());
            case DisruptQuestion.Ask.Draws draws -> draws(draws);
        };
    }

    private DisruptionRun run() {
        return run(homeOnly());
    }

    private DisruptionRun run(Recorded watch) {
        return analysis.outcome(world.id(), scenario, watch);
    }

    private Recorded homeOnly() {
        return new Recorded(List.of(home), List.of(), List.of());
    }

    private String sectorName(String code) {
        return words.name(world.sectors().get(world.sector(code)));
    }

    private static String sectorOf(String industry) {
        return industry.substring(industry.indexOf('_') + 1);
    }

    /** Home, whose story it is, then the others by what they lose. */
    private Table economies() {
        DisruptionRun outcome = run();
        Table.Builder table = new Table.Builder(
                head(outcome),
                "economy",
                "economy_name",
                "va_lost_musd",
                "va_lost_pct_gdp",
                "production_lost_musd",
                "lowest_production",
                "lowest_day");
        outcome.economies().stream()
                .sorted(Comparator.comparing(
                                (DisruptionRun.EconomyLoss e) -> !e.economy().equals(home))
                        .thenComparing(Comparator.comparingDouble(DisruptionRun.EconomyLoss::valueAddedLostMusd)
                                .reversed()))
                .forEach(e -> table.row(
                        e.economy(),
                        words.name(world.economies().get(world.economy(e.economy()))),
                        e.valueAddedLostMusd(),
                        e.valueAddedLostPercent(),
                        e.productionLostMusd(),
                        e.lowestShare(),
                        e.lowestDay()));
        return table.build();
    }

    private Table industries() {
        DisruptionRun outcome = run();
        Table.Builder table = new Table.Builder(
                head(outcome),
                "economy",
                "sector",
                "sector_name",
                "va_lost_musd",
                "production_lost_musd",
                "lowest_production",
                "lowest_day");
        outcome.industries().stream()
                .filter(i -> i.industry().startsWith(home + "_"))
                .sorted(Comparator.comparingDouble(DisruptionRun.IndustryLoss::valueAddedLostMusd)
                        .reversed())
                .forEach(i -> table.row(
                        home,
                        sectorOf(i.industry()),
                        sectorName(sectorOf(i.industry())),
                        i.valueAddedLostMusd(),
                        i.productionLostMusd(),
                        i.lowestShare(),
                        i.lowestDay()));
        return table.build();
    }

    /** One row a day: what home's industries together made, and which final orders went unmet; or what is watched. */
    private Table days(Recorded watch) {
        DisruptionRun outcome = run(watch);
        return watch.industries().isEmpty() ? days(outcome) : watched(outcome, watch);
    }

    private Table days(DisruptionRun outcome) {
        return new Table.Builder(head(outcome), DAILY).rows(dailyRows(outcome)).build();
    }

    private List<List<Object>> dailyRows(DisruptionRun outcome) {
        double[] production = outcome.series(Measure.PRODUCTION_MUSD, home).values();
        double[] lost = outcome.series(Measure.VALUE_ADDED_LOST_MUSD, home).values();
        double[] unmet = outcome.series(Measure.UNMET_FINAL_ORDERS_MUSD, home).values();
        double usual = usual(home);
        return IntStream.range(0, production.length)
                .mapToObj(d -> List.<Object>of(
                        d,
                        date(d),
                        production[d],
                        production[d] / usual,
                        lost[d],
                        unmet[d],
                        outcome.worldProduction()[d]))
                .toList();
    }

    /** A day's production before any shock. */
    private double usual(String whose) {
        int economy = world.economy(whose.contains("_") ? whose.substring(0, whose.indexOf('_')) : whose);
        return IntStream.range(0, world.sectorCount())
                .filter(s -> !whose.contains("_") || s == world.sector(sectorOf(whose)))
                .mapToDouble(s -> disruption.output(world.industry(economy, s)))
                .sum();
    }

    private Table watched(DisruptionRun outcome, Recorded watch) {
        Table.Builder table = new Table.Builder(
                head(outcome),
                "day",
                "date",
                "economy",
                "sector",
                "sector_name",
                "production_musd",
                "production_of_usual",
                "unfilled_orders_musd",
                "good",
                "inventory_days",
                "scarcest_supplier",
                "scarcest_days");
        for (String industry : watch.industries()) {
            List<DisruptionRun.Series> stocks = outcome.series().stream()
                    .filter(s ->
                            s.measure() == Measure.INVENTORY_DAYS && s.whose().equals(industry))
                    .toList();
            for (DisruptionRun.Series stock : stocks) {
                addWatched(table, outcome, industry, Optional.of(stock));
            }
            if (stocks.isEmpty()) {
                addWatched(table, outcome, industry, Optional.empty());
            }
        }
        return table.build();
    }

    private void addWatched(
            Table.Builder table, DisruptionRun outcome, String industry, Optional<DisruptionRun.Series> stock) {
        double[] made = outcome.series(Measure.PRODUCTION_MUSD, industry).values();
        double[] unfilled =
                outcome.series(Measure.UNFILLED_ORDERS_MUSD, industry).values();
        double usual = usual(industry);
        Optional<DisruptionRun.Series> scarcest = outcome.series().stream()
                .filter(s -> s.measure() == Measure.SUPPLIER_INVENTORY_DAYS
                        && s.whose().equals(industry))
                .filter(s -> stock.isPresent()
                        && sectorOf(s.good()).equals(stock.get().good()))
                .findFirst();
        for (int d = 0; d < made.length; d++) {
            table.row(
                    d,
                    date(d),
                    industry.substring(0, industry.indexOf('_')),
                    sectorOf(industry),
                    sectorName(sectorOf(industry)),
                    made[d],
                    usual > 0 ? made[d] / usual : Double.NaN,
                    unfilled[d],
                    stock.map(DisruptionRun.Series::good).orElse(""),
                    onDay(stock, d),
                    scarcest.map(DisruptionRun.Series::good).orElse(""),
                    onDay(scarcest, d));
        }
    }

    private static double onDay(Optional<DisruptionRun.Series> series, int day) {
        return series.map(s -> s.values()[day]).orElse(Double.NaN);
    }

    private String date(int day) {
        return question.start()
                .map(start -> start.plusDays(day))
                .map(LocalDate::toString)
                .orElse("");
    }

    /** One row a home industry: days until it falls below the level, and the bottleneck behind it. */
    private Table endurance() {
        DisruptionRun outcome = run();
        moreNotes.add(Narrative.lasting(words, world, outcome, home, question.start()));
        Table.Builder table = new Table.Builder(
                head(outcome),
                "economy",
                "sector",
                "sector_name",
                "days_lasted",
                "bottleneck",
                "bottleneck_name",
                "bottleneck_chain");
        Endurance.of(world, outcome, home).forEach(lasts -> {
            List<DisruptionRun.Fall> falls = lasts.chain().falls();
            Optional<String> input = falls.stream().findFirst().flatMap(DisruptionRun.Fall::input);
            String cause =
                    falls.isEmpty() ? "" : falls.getFirst().cause().name().toLowerCase(Locale.ROOT);
            String said = falls.isEmpty() ? "" : words.say("disrupt.cause." + cause);
            table.row(
                    home,
                    sectorOf(lasts.industry()),
                    sectorName(sectorOf(lasts.industry())),
                    lasts.days().isPresent() ? (Object) lasts.days().getAsInt() : (Object) Double.NaN,
                    input.orElse(cause),
                    input.map(this::sectorName).orElse(said),
                    falls.stream().map(this::link).collect(Collectors.joining(" < ")));
        });
        return table.build();
    }

    private String link(DisruptionRun.Fall fall) {
        return fall.industry()
                + fall.supplier()
                        .filter(DisruptionRun.Supplier::linkCut)
                        .map(s -> " < " + words.say("item", "name", s.industry(), "value", words.say("disrupt.cut")))
                        .orElse("");
    }

    /** One row a size of the stockpile. */
    private Table curve(DisruptQuestion.Ask.Curve asked) {
        Endurance.StockAnswer answer =
                new Endurance(disruption).stock(scenario, home, asked.kind(), asked.sizes(), asked.withinPercent());
        String good = words.goods(world.sectors().get(world.sector(asked.kind().good())));
        moreNotes.add(
                answer.enoughDays().isPresent()
                        ? words.say(
                                "disrupt.enough",
                                "days",
                                words.rounded(answer.enoughDays().getAsDouble()),
                                "good",
                                good,
                                "within",
                                asked.withinPercent())
                        : words.say("disrupt.notenough", "good", good, "within", asked.withinPercent()));
        Table.Builder table = new Table.Builder(
                head(run()),
                "good",
                "stock_days",
                "stock_musd",
                "va_lost_musd",
                "va_lost_pct_made",
                "one_more_day_musd");
        double daily = IntStream.range(0, world.sectorCount())
                .mapToDouble(s ->
                        disruption.purchases(world.sector(asked.kind().good()), world.industry(world.economy(home), s)))
                .sum();
        answer.curve()
                .forEach(point -> table.row(
                        world.sectors().get(world.sector(asked.kind().good())).code(),
                        point.stockDays(),
                        point.stockDays() * daily,
                        point.lossMusd(),
                        point.lossPercent(),
                        point.oneMoreDayMusd()));
        return table.build();
    }

    /** One row a duration. */
    private Table durations(List<Integer> durations) {
        List<DisruptionScenario> scenarios = durations.stream()
                .map(days -> scenario.shocked(scenario.shocks().stream()
                        .map(shock -> shock.at(shock.timing().lasting(days)))
                        .toList()))
                .toList();
        List<DisruptionRun> outcomes = disruption.runAll(scenarios, homeOnly());
        for (int i = 0; i < outcomes.size(); i++) {
            int twice = durations.indexOf(2 * durations.get(i));
            double once = outcomes.get(i).economy(home).valueAddedLostMusd();
            if (twice >= 0 && once > 0) {
                double times = outcomes.get(twice).economy(home).valueAddedLostMusd() / once;
                moreNotes.addFirst(words.say(
                        times > 2.01
                                ? "disrupt.times.more"
                                : times < 1.99 ? "disrupt.times.less" : "disrupt.times.even",
                        "days",
                        durations.get(twice),
                        "times",
                        words.rounded(times),
                        "half",
                        durations.get(i)));
            }
        }
        Table.Builder table = new Table.Builder(
                head(outcomes.getLast()),
                "duration_days",
                "va_lost_musd",
                "va_lost_pct_gdp",
                "va_lost_per_day_musd",
                "lowest_production",
                "va_lost_by_world_musd");
        for (int i = 0; i < outcomes.size(); i++) {
            DisruptionRun.EconomyLoss loss = outcomes.get(i).economy(home);
            table.row(
                    durations.get(i),
                    loss.valueAddedLostMusd(),
                    loss.valueAddedLostPercent(),
                    loss.valueAddedLostMusd() / durations.get(i),
                    loss.lowestShare(),
                    outcomes.get(i).valueAddedLostMusd());
        }
        return table.build();
    }

    /** One row a percentile of the home's loss over the draws. */
    private Table draws(DisruptQuestion.Ask.Draws asked) {
        Ensemble.Spread spread = new Ensemble(disruption)
                .run(
                        scenario,
                        asked.parameters(),
                        asked.runs(),
                        asked.seed(),
                        outcome -> outcome.economy(home).valueAddedLostMusd());
        moreNotes.add(words.say(
                "disrupt.draws.range",
                "draws",
                asked.runs(),
                "home",
                words.the(world.economies().get(world.economy(home))),
                "low",
                words.dollars(spread.percentile(5)),
                "high",
                words.dollars(spread.percentile(95)),
                "median",
                words.dollars(spread.percentile(50))));
        moreNotes.add(words.say(
                "disrupt.draws.over",
                "draws",
                asked.runs(),
                "seed",
                asked.seed(),
                "what",
                words.and(asked.parameters().stream()
                        .map(p -> words.say(
                                "disrupt.draws.parameter",
                                "name",
                                parameter(p.name()),
                                "low",
                                words.rounded(p.low()),
                                "high",
                                words.rounded(p.high())))
                        .toList())));
        moreNotes.add(words.say(
                "disrupt.draws.matters",
                "what",
                words.and(spread.influences().stream()
                        .sorted(Comparator.comparingDouble((Ensemble.Influence i) -> Math.abs(i.rankCorrelation()))
                                .reversed())
                        .map(i -> words.say(
                                "item",
                                "name",
                                parameter(i.parameter()),
                                "value",
                                String.format(Locale.ROOT, "%.2f", i.rankCorrelation())))
                        .toList())));
        double gdp = world.gdp(world.economy(home));
        Table.Builder table = new Table.Builder(head(run()), "percentile", "va_lost_musd", "va_lost_pct_gdp");
        for (int percent : PERCENTILES) {
            table.row(percent, spread.percentile(percent), 100 * spread.percentile(percent) / gdp);
        }
        return table.build();
    }

    private String parameter(String name) {
        return words.say("disrupt.parameter." + name);
    }

    /** Whether there is anything to replace; more demand or more capacity takes nothing. */
    private static boolean takesAway(Shock shock) {
        return switch (shock) {
            case Shock.LinkCut _, Shock.LinkDelay _, Shock.CapacityLoss _ -> true;
            case Shock.DemandSurge _, Shock.CapacitySurge _ -> false;
        };
    }

    /** What happens, where its days are not those of the question alone. */
    private List<String> lasting(DisruptionRun outcome, String days) {
        return Narrative.shocks(words, world, outcome, home, question.start(), days);
    }

    private Table.Head head(DisruptionRun outcome) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("worst_imbalance", outcome.worstImbalance());
        facts.put("fallen_below", scenario.level());
        List<String> account = Narrative.of(words, world, outcome, home, question.start());
        List<String> shocks = account.subList(0, scenario.shocks().size());
        story.addAll(
                switch (question.ask()) {
                    case DisruptQuestion.Ask.Curve _ -> shocks;
                    case DisruptQuestion.Ask.Durations durations ->
                        lasting(
                                outcome,
                                words.and(durations.days().stream()
                                        .map(String::valueOf)
                                        .toList()));
                    case DisruptQuestion.Ask.Draws draws ->
                        draws.parameters().stream()
                                .filter(p -> p.name().equals("duration_days"))
                                .findFirst()
                                .map(p -> words.say(
                                        "span", "low", words.rounded(p.low()), "high", words.rounded(p.high())))
                                .map(days -> lasting(outcome, days))
                                .orElse(shocks);
                    default -> account;
                });
        moreNotes.stream().filter(note -> !story.contains(note)).forEach(story::add);
        if (scenario.shocks().stream().anyMatch(Disruptions::takesAway)) {
            (switch (question.ask()) {
                        case DisruptQuestion.Ask.Durations _, DisruptQuestion.Ask.Draws _ ->
                            Narrative.caution(words, scenario.model());
                        default -> Narrative.caution(words, outcome, home);
                    })
                    .ifPresent(story::add);
        }
        outcome.warnings().forEach(warning -> story.add(Narrative.warning(words, world, warning)));
        story.addAll(question.assumptions());
        total = Narrative.total(words, world, outcome, home);
        daily = dailyRows(outcome);
        List<String> notes =
                Stream.concat(story.stream(), world.about().notes().stream()).toList();
        String title = words.say("disrupt.title", "what", scenario.name(), "days", scenario.days());
        return new Table.Head(
                title,
                world.id(),
                home,
                words.say("unit.musd"),
                words.say("method.disruption"),
                facts,
                List.of(ExposureTables.sourceLine(world)),
                notes,
                words);
    }
}
