package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Param;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Endurance;
import org.jiritsu.disruption.Ensemble;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.questions.disrupt.Inquiry.Ask;
import org.jiritsu.questions.disrupt.Options.By;
import org.jiritsu.world.Industry;

/** Which table answers a question, and what would only be met in the midst of the work. */
record AskReader(
        Arguments asked, Codes codes, DisruptionScenario scenario, String home, List<Ensemble.Parameter> needs) {
    private static final List<String> VARIED = List.of("inventory", "days", "seek-days", "restock-days");
    private static final List<Double> SIZES = List.of(0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0);

    Ask ask() {
        List<Param<?>> answers = Stream.<Param<?>>of(
                        Options.BY, Options.ENDURE, Options.CURVE, Options.DURATIONS, Options.DRAWS)
                .filter(asked::has)
                .toList();
        if (answers.size() > 1) {
            throw asked.wrong(
                    answers.getLast(),
                    "Which answer?",
                    "one of by, endure, curve, durations, draws",
                    String.join(" and ", answers.stream().map(Param::name).toList()),
                    "ask twice.");
        }
        requireFitting(answers.isEmpty());
        if (asked.get(Options.ENDURE)) {
            return new Ask.Endure();
        }
        if (asked.has(Options.CURVE)) {
            return curve(asked.get(Options.CURVE).orElseThrow());
        }
        if (asked.has(Options.DURATIONS)) {
            return durations();
        }
        if (asked.has(Options.DRAWS)) {
            return draws(asked.get(Options.DRAWS).orElseThrow());
        }
        return switch (asked.get(Options.BY).orElse(asked.has(Options.WATCH) ? By.DAY : By.ECONOMY)) {
            case ECONOMY -> new Ask.Economies();
            case INDUSTRY -> new Ask.Industries();
            case DAY -> new Ask.Days(watch());
        };
    }

    /** A word that would change nothing is refused. */
    private void requireFitting(boolean nothingElse) {
        requireWith(Options.WITHIN, asked.has(Options.CURVE), "curve");
        requireWith(Options.SEED, asked.has(Options.DRAWS), "draws");
        requireWith(Options.VARY, asked.has(Options.DRAWS), "draws");
        boolean linked = asked.has(Options.CUT) || asked.has(Options.SLOW);
        requireWith(Options.TO, linked, "cut");
        requireWith(Options.BOUND, asked.has(Options.BAN) || asked.has(Options.CLOSE), "ban");
        requireWith(Options.INPUTS_ONLY, linked || !asked.get(Options.INPUTS_ONLY), "cut");
        requireWith(
                Options.TRIGGER,
                asked.has(Options.STOCK) || asked.has(Options.RESERVE) || asked.has(Options.CURVE),
                "stock");
        requireWith(Options.WATCH, nothingElse || asked.get(Options.BY).equals(Optional.of(By.DAY)), "by day");
    }

    private void requireWith(Param<?> param, boolean fits, String with) {
        if (asked.has(param) && !fits) {
            throw Codes.changesNothing(asked, param, with);
        }
    }

    private Ask curve(Clause clause) {
        String good = codes.sector(Options.CURVE, clause.who());
        Stockpile kind = asked.check(
                Options.TRIGGER,
                () -> new Stockpile(
                        good,
                        new Selection(List.of(home), List.of()),
                        0,
                        asked.get(Options.TRIGGER),
                        Double.POSITIVE_INFINITY));
        List<Double> sizes = clause.numbers().orElse(SIZES);
        double within = asked.get(Options.WITHIN);
        asked.check(Options.CURVE, () -> {
            Endurance.requireSizes(sizes, within);
            return sizes;
        });
        return new Ask.Curve(kind, sizes, within);
    }

    private Ask durations() {
        if (!lastAlike()) {
            throw differentLengths(Options.DURATIONS, "ask for each length apart: leave durations out.");
        }
        for (Param<?> length : List.of(Options.DAYS, Options.UNTIL)) {
            if (asked.has(length)) {
                throw asked.wrong(
                        length,
                        "The length is said twice",
                        "durations without days or until",
                        "durations and " + length.name(),
                        "leave out --%s.".formatted(length.name()));
            }
        }
        List<Integer> days = asked.get(Options.DURATIONS);
        codes.requireOnce(Options.DURATIONS, days.stream().map(String::valueOf).toList());
        days.forEach(d -> requireFollowed(Options.DURATIONS, d));
        return new Ask.Durations(days);
    }

    /** A loss of fewer days than the shock lasts must not stand beside whole ones. */
    private void requireFollowed(Param<?> param, double longest) {
        int last = scenario.shocks().stream()
                .mapToInt(shock ->
                        shock.timing().lasting((int) Math.round(longest)).end())
                .max()
                .orElse(0);
        if (last > scenario.days()) {
            throw asked.wrong(
                    param,
                    "The longest duration ends after the days that are followed",
                    "a horizon of at least %d days".formatted(last),
                    "%d days".formatted(scenario.days()),
                    "add --horizon %d.".formatted(last));
        }
    }

    /** ECONOMY:SECTOR[/GOOD]; without an economy, home. */
    private Recorded watch() {
        List<Industry> industries = new ArrayList<>();
        List<Recorded.Stock> stocks = new ArrayList<>();
        for (String text : asked.get(Options.WATCH)) {
            String[] parts = text.split("/", 2);
            String[] who = parts[0].split(":", 2);
            String economy = who.length > 1 ? codes.economy(Options.WATCH, who[0]) : home;
            Industry industry = new Industry(economy, codes.sector(Options.WATCH, who[who.length - 1]));
            industries.add(industry);
            if (parts.length > 1) {
                stocks.add(new Recorded.Stock(industry, codes.sector(Options.WATCH, parts[1])));
            }
        }
        return new Recorded(
                List.of(home),
                industries.stream().distinct().toList(),
                stocks.stream().distinct().toList());
    }

    private Ask draws(int runs) {
        List<Ensemble.Parameter> parameters = parameters();
        asked.check(Options.DRAWS, () -> {
            Ensemble.requireSeveral(runs);
            return runs;
        });
        Ask.Draws draws = new Ask.Draws(parameters, runs, asked.get(Options.SEED));
        draws.duration().ifPresent(p -> requireFollowed(Options.VARY, p.high()));
        return draws;
    }

    /**
     * Inventories, the time to find others where they are sought, what industries need of missing goods, and what else was
     * said; never what the question fixes.
     */
    private List<Ensemble.Parameter> parameters() {
        Map<String, double[]> ranges = new LinkedHashMap<>();
        ranges.put("inventory", new double[] {0.5, 2});
        if (seeks()) {
            double days = asked.get(Options.SEEK_DAYS).orElse(30.0);
            ranges.put("seek-days", new double[] {Math.max(1, days / 3), 3 * days});
        }
        List<Clause> varied = asked.get(Options.VARY);
        codes.requireOnce(Options.VARY, varied.stream().map(Clause::who).toList());
        varied.forEach(clause -> ranges.put(clause.who(), clause.bounds()));
        requireDurationsCanVary(ranges);
        Stream<Ensemble.Parameter> varying = ranges.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> VARIED.indexOf(e.getKey())))
                .map(e -> asked.check(Options.VARY, () -> parameter(e.getKey(), e.getValue())));
        return Stream.concat(varying, needs.stream()).toList();
    }

    private boolean seeks() {
        return asked.has(Options.SEEK_DAYS)
                || asked.get(Options.SUBSTITUTE).equals(Optional.of(Options.Substitutes.SEEKING));
    }

    private void requireDurationsCanVary(Map<String, double[]> ranges) {
        if (!ranges.containsKey("days")) {
            return;
        }
        if (scenario.shocks().stream().anyMatch(s -> s.timing().recovery() == Recovery.NEVER)) {
            throw asked.wrong(
                    Options.VARY,
                    "The duration cannot vary",
                    "shocks that end",
                    "a shock for good",
                    "say --days, or leave 'days' out of --vary.");
        }
        if (!lastAlike()) {
            throw differentLengths(Options.VARY, "leave 'days' out of --vary.");
        }
    }

    private boolean lastAlike() {
        return scenario.shocks().stream()
                        .map(Shock::timing)
                        .map(timing -> timing.days())
                        .distinct()
                        .count()
                == 1;
    }

    private InputException differentLengths(Param<?> param, String mend) {
        return asked.wrong(
                param,
                "One duration for shocks that last differently long",
                "shocks of one length",
                "several lengths",
                mend);
    }

    private static Ensemble.Parameter parameter(String name, double[] range) {
        return switch (name) {
            case "inventory" -> Ensemble.Parameter.inventoryScale(range[0], range[1]);
            case "days" -> Ensemble.Parameter.duration(range[0], range[1]);
            case "seek-days" -> Ensemble.Parameter.seekingDays(range[0], range[1]);
            case "restock-days" -> Ensemble.Parameter.restockDays(range[0], range[1]);
            default ->
                throw InputException.use(
                        "This cannot be varied",
                        String.join(", ", VARIED),
                        name,
                        NearestWord.of(name, VARIED)
                                .map(n -> "you meant " + n + ".")
                                .orElse("it is certain here."));
        };
    }
}
