package org.jiritsu.questions.tariffs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.trade.Measure;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.Uncertainty;
import org.jiritsu.world.Sector;

/**
 * Medians and 5-95% bands over drawn parameters, and which of them drives each figure. Answers to the policy are those of
 * the figures taken.
 */
record Bands(Told told, Policy policy, Policy.Solved solved, Draws draws, Uncertainty run) {
    private static final int DRIVERS = 3;

    /** Weaker rank correlations than this are not told. */
    private static final double DRIVES = 0.2;

    /** A band with what drives it. */
    private record Row(int economy, Uncertainty.Band band, double point, List<Uncertainty.Driver> drivers) {
        String measure() {
            return band.measure().field();
        }
    }

    static Answer answer(Told told, Policy policy, Draws draws) {
        Policy.Solved solved = policy.solve(told);
        Uncertainty run = Uncertainty.run(
                told.model().baseline(),
                told.model().deficits(),
                solved.rates(),
                draws.over(told.model().baseline(), told.at().sets()),
                draws.count(),
                draws.seed(),
                done -> told.progress().at(done, draws.count(), "%d of %d".formatted(done, draws.count())));
        return new Bands(told, policy, solved, draws, run).answer();
    }

    static String title(Policy policy, Draws draws, Words words) {
        return words.say("tariffs.bands", "policy", policy.scenario().title(), "what", draws.said(words));
    }

    private Answer answer() {
        List<Uncertainty.Band> bands = run.bands();
        int measures = Measure.values().length;
        List<Row> rows = told.homeFirst().stream()
                .flatMap(e ->
                        bands.subList(e * measures, (e + 1) * measures).stream().map(band -> row(e, band)))
                .toList();
        Table table = Table.of(
                told.head(policy, solved.effects(), title(policy, draws, told.words()), draws.facts()),
                List.of(
                        new Column<>("economy", row -> told.code(row.economy())),
                        new Column<>("measure", Row::measure),
                        new Column<>("point", Row::point),
                        new Column<>("median", row -> row.band().median()),
                        new Column<>("low_5", row -> row.band().low5()),
                        new Column<>("high_95", row -> row.band().high95()),
                        new Column<>("drivers", row -> drivers(row, Uncertainty.Driver::factor)),
                        new Column<>("economy_name", row -> told.name(row.economy())),
                        new Column<>("measure_name", this::measure),
                        new Column<>("drivers_names", row -> drivers(row, driver -> factor(driver.factor())))),
                rows);
        List<Finding> findings = new ArrayList<>(sentences(rows));
        findings.add(Finding.assumption(told.words()
                .begin(
                        "assumed.draws",
                        "draws",
                        told.words().count(draws.count()),
                        "what",
                        draws.said(told.words()),
                        "seed",
                        draws.seed())));
        findings.addAll(ByEconomy.assumptions(told, policy, solved.effects()));
        findings.add(told.limit());
        return new Answer(
                told.words().say("heading.bands", "policy", policy.scenario().title()),
                table,
                findings,
                List.of(chart(rows)),
                new Answer.Shown(
                        List.of("economy_name", "measure_name", "low_5", "median", "high_95", "point", "drivers_names"),
                        Math.min(2 * measures, rows.size())),
                told.from(table).seeded(draws.seed()));
    }

    private Row row(int e, Uncertainty.Band band) {
        return new Row(
                e,
                band,
                band.measure().of(solved.effects().economy(e)),
                run.drivers(e, band.measure()).stream().limit(DRIVERS).toList());
    }

    private String measure(Row row) {
        return told.words().field(row.measure()).label();
    }

    private static String drivers(Row row, Function<Uncertainty.Driver, String> name) {
        return row.drivers().stream()
                .map(d -> "%s (%+.2f)".formatted(name.apply(d), d.rankCorrelation()))
                .collect(Collectors.joining(", "));
    }

    /** A parameter that was drawn, by the names of its sectors. */
    private String factor(String factor) {
        return told.words()
                .text("draws." + factor)
                .orElseGet(() ->
                        told.words().and(sectors(factor).map(told.words()::name).toList()));
    }

    private Stream<Sector> sectors(String factor) {
        TradeData data = told.model().baseline();
        return Arrays.stream(factor.split("\\+")).map(code -> data.sectors().get(data.sector(code)));
    }

    /** The same in a sentence, of many sectors the first. */
    private String factorSaid(String factor) {
        return told.words().text("draws." + factor).orElseGet(() -> {
            List<String> names = sectors(factor).map(told.words()::the).toList();
            return names.size() <= Told.NAMED
                    ? told.words().and(names)
                    : told.words()
                            .say(
                                    "find.bands.more",
                                    "first",
                                    told.words().and(names.subList(0, Told.NAMED)),
                                    "n",
                                    names.size() - Told.NAMED);
        });
    }

    /** Of home, or else of those asked for whom it moves most in money. */
    private List<Finding> sentences(List<Row> rows) {
        List<Row> incomes = rows.stream()
                .filter(row -> row.band().measure() == Measure.REAL_INCOME_PCT)
                .toList();
        List<Row> first = incomes.stream()
                .filter(row -> told.isNamed(row.economy()))
                .sorted(Comparator.comparing((Row row) -> !told.home().equals(Optional.of(row.economy())))
                        .thenComparingDouble(
                                row -> -Math.abs(money(row, row.band().median()))))
                .limit(told.home().isPresent() ? 1 : Told.NAMED)
                .toList();
        List<Finding> found = new ArrayList<>();
        for (Row row : first) {
            Figure[] figures = Stream.of("low_5", "high_95", "median", "point")
                    .map(field -> new Figure(rows.indexOf(row), field))
                    .toArray(Figure[]::new);
            found.add(found.isEmpty() ? Finding.headline(band(row), figures) : Finding.story(band(row), figures));
        }
        first.stream()
                .limit(1)
                .map(row -> drives(rows, row))
                .flatMap(Optional::stream)
                .forEach(found::add);
        return found.isEmpty() ? List.of(Finding.headline(told.words().begin("find.tariffs.nothing"))) : found;
    }

    private String band(Row row) {
        return told.words()
                .begin(
                        "find.bands.income",
                        "home",
                        told.the(row.economy()),
                        "low",
                        change(row, row.band().low5()),
                        "high",
                        change(row, row.band().high95()),
                        "median",
                        told.change(row.band().median()),
                        "point",
                        told.change(row.point()));
    }

    private String change(Row row, double percent) {
        return told.change(percent, money(row, percent));
    }

    private double money(Row row, double percent) {
        return percent / 100 * solved.effects().incomeBefore(row.economy());
    }

    private Optional<Finding> drives(List<Row> rows, Row row) {
        return row.drivers().stream()
                .filter(d -> Math.abs(d.rankCorrelation()) >= DRIVES)
                .findFirst()
                .map(d -> Finding.story(
                        told.words()
                                .begin(
                                        told.words().text("draws." + d.factor()).isPresent()
                                                ? "find.bands.driver"
                                                : "find.bands.elasticity",
                                        "home",
                                        told.the(row.economy()),
                                        "what",
                                        factorSaid(d.factor()),
                                        "correlation",
                                        "%+.2f".formatted(d.rankCorrelation())),
                        new Figure(rows.indexOf(row), "drivers")));
    }

    /** Real income of those asked for; of a single one the figures that add up to it. */
    private Chart chart(List<Row> rows) {
        boolean one = rows.stream().map(Row::economy).distinct().count() == 1;
        List<Measure> parts = List.of(
                Measure.REAL_INCOME_PCT,
                Measure.REAL_WAGE_PCT,
                Measure.TERMS_OF_TRADE_PCT,
                Measure.VOLUME_OF_TRADE_PCT);
        List<Row> drawn = rows.stream()
                .filter(row ->
                        one ? parts.contains(row.band().measure()) : row.band().measure() == Measure.REAL_INCOME_PCT)
                .sorted(Comparator.comparing((Row row) -> !told.home().equals(Optional.of(row.economy())))
                        .thenComparingDouble(row -> one
                                ? parts.indexOf(row.band().measure())
                                : -Math.abs(row.band().median())))
                .limit(Told.SHOWN)
                .toList();
        return new Chart.Bars(
                one ? told.words().say("unit.pctchange") : told.words().say("unit.income"),
                drawn.stream()
                        .map(row -> one ? measure(row) : told.name(row.economy()))
                        .toList(),
                List.of(
                        series("chart.low", drawn, Uncertainty.Band::low5),
                        series("chart.median", drawn, Uncertainty.Band::median),
                        series("chart.high", drawn, Uncertainty.Band::high95)));
    }

    private Chart.Series series(String key, List<Row> drawn, ToDoubleFunction<Uncertainty.Band> of) {
        return new Chart.Series(
                told.words().say(key),
                drawn.stream().map(row -> of.applyAsDouble(row.band())).toList());
    }
}
