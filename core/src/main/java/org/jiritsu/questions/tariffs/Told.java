package org.jiritsu.questions.tariffs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Progress;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.TradeModel;

/**
 * What every answer of this question shares: whose model, for whom it is told, in which words.
 *
 * @param home for whom it is told, if for anyone
 * @param asked whose rows a table shows, by index; empty for all
 */
record Told(
        TariffWorld at, TradeModel model, Words words, Optional<Integer> home, List<Integer> asked, Progress progress) {
    /** Rows that a reader is shown and charts draw, unless more are asked for. */
    static final int SHOWN = 15;

    static final int NAMED = 3;

    /** Less than this, in per cent, is 0.00 in a sentence. */
    static final double LEAST = 0.005;

    private static final String REST = "ROW";

    /** Says what is being done. */
    void tell(String line) {
        progress.at(0, 0, line);
    }

    /** Of whom rows should be shown, in their order. */
    List<Integer> wanted(List<Integer> order) {
        return asked.isEmpty() ? order : order.stream().filter(asked::contains).toList();
    }

    /** Of whom rows should be shown, whoever it is told for first, then as they were asked for. */
    List<Integer> homeFirst() {
        List<Integer> rows = asked.isEmpty() ? at.all() : asked;
        return Stream.concat(home.filter(rows::contains).stream(), rows.stream())
                .distinct()
                .toList();
    }

    /** By the size of what happens to real income, the largest first. */
    static List<Integer> order(Effects effects) {
        double[] size = IntStream.range(0, effects.economyCount())
                .mapToDouble(e -> Math.abs(effects.realIncomePct(e)))
                .toArray();
        return IntStream.range(0, size.length)
                .boxed()
                .sorted(Comparator.comparingDouble(e -> -size[e]))
                .toList();
    }

    /** For whom it is told: home, or else the only one asked for, or else whoever's real income changes most in money. */
    int who(Effects effects) {
        return home.or(() -> asked.size() == 1 ? Optional.of(asked.getFirst()) : Optional.empty())
                .orElseGet(() -> wanted(at.all()).stream()
                        .filter(this::isNamed)
                        .max(Comparator.comparingDouble(e -> Math.abs(effects.realIncomeMusd(e))))
                        .orElse(0));
    }

    boolean isNamed(int e) {
        return !code(e).equals(REST);
    }

    String code(int e) {
        return at.code(e);
    }

    String name(int e) {
        return words.name(at.full().economies().get(e));
    }

    String the(int e) {
        return words.the(at.full().economies().get(e));
    }

    /** "0.06% lower", or "unchanged". */
    String change(double percent) {
        return Math.abs(percent) < LEAST
                ? words.say("change.none")
                : words.say(percent < 0 ? "change.lower" : "change.higher", "n", words.figure(Math.abs(percent)));
    }

    /** "0.06% lower (3.2 billion dollars a year)". */
    String change(double percent, double musd) {
        return Math.abs(percent) < LEAST
                ? change(percent)
                : words.say("change.money", "change", change(percent), "money", words.dollars(Math.abs(musd)));
    }

    /** The same of an economy, in its own money too. */
    String change(double percent, double musd, int e) {
        return words.ownMoney(
                        Math.abs(musd), at.full().economies().get(e), at.about().year())
                .filter(own -> Math.abs(percent) >= LEAST)
                .map(own -> words.say(
                        "change.money.own",
                        "change",
                        change(percent),
                        "money",
                        words.dollars(Math.abs(musd)),
                        "own",
                        own))
                .orElseGet(() -> change(percent, musd));
    }

    /** What was assumed of elasticities, imbalances and the shape of the model. */
    List<Finding> assumptions(Effects effects) {
        List<Finding> assumed = new ArrayList<>();
        assumed.add(Finding.assumption(words.begin(
                "assumed.model",
                "elasticities",
                words.say(
                        "assumed." + at.elasticities().key(),
                        "name",
                        at.elasticities().name()),
                "deficits",
                words.say("assumed.deficits." + deficits()))));
        Stream.concat(apart(effects).stream(), setupNotes().stream())
                .map(Finding::assumption)
                .forEach(assumed::add);
        return assumed;
    }

    Finding limit() {
        return Finding.limit(words.begin("limit.long"));
    }

    private String elasticities() {
        return at.elasticities().key().equals("authors")
                ? words.say("elasticities.authors")
                : at.elasticities().name();
    }

    private String deficits() {
        return model.deficits().name().toLowerCase(Locale.ROOT);
    }

    Table.Head head(Policy policy, Effects effects, String title, Map<String, Object> more) {
        return head(
                title,
                words.say("unit.change"),
                words.say("method.trade"),
                effects,
                more,
                Stream.concat(Stream.of(Table.Head.sourceLine(words, at.about())), policy.scenario().sources().stream())
                        .toList(),
                Stream.concat(policy.scenario().notes().stream().map(words::data), policy.notes().stream())
                        .toList());
    }

    /** Of what governments would choose. */
    Table.Head head(String title, Effects effects, Map<String, Object> more, List<String> notes) {
        return head(
                title,
                words.say("unit.percent"),
                words.say("method.best"),
                effects,
                more,
                List.of(Table.Head.sourceLine(words, at.about())),
                notes);
    }

    private Table.Head head(
            String title,
            String unit,
            String method,
            Effects effects,
            Map<String, Object> more,
            List<String> sources,
            List<String> notes) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("worst_residual", effects.equilibrium().residual().size());
        facts.put("elasticities", elasticities());
        facts.put("deficits", words.say("deficits." + deficits()));
        facts.putAll(more);
        return new Table.Head(
                title,
                at.full().id(),
                "all",
                unit,
                method,
                facts,
                sources,
                Stream.of(
                                notes,
                                apart(effects),
                                setupNotes(),
                                at.full().notes().stream().map(words::data).toList())
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                words);
    }

    /** Who does not trade with the largest group, if anyone. */
    List<String> apart(Effects effects) {
        List<String> names = effects.equilibrium().markets().stream()
                .skip(1)
                .flatMap(List::stream)
                .map(this::the)
                .toList();
        return names.isEmpty() ? List.of() : List.of(words.say("tariffs.apart", "who", words.and(names)));
    }

    private List<String> setupNotes() {
        List<String> notes = new ArrayList<>();
        if (!at.setup().inputOutput()) {
            notes.add(words.say("tariffs.noio"));
        }
        if (at.setup().oneSector()) {
            notes.add(words.say(
                    "tariffs.onesector",
                    "theta",
                    String.format(Locale.ROOT, "%.2f", model.baseline().theta(0))));
        }
        return notes;
    }

    Provenance from(Table table) {
        return Provenance.of(at.full().id())
                .checked(
                        "residual",
                        ((Number) Objects.requireNonNull(table.head().facts().get("worst_residual"))).doubleValue());
    }

    /** Cells of the row of an economy, as far as the table has one. */
    static Figure[] figures(List<Integer> rows, int economy, String... fields) {
        int row = rows.indexOf(economy);
        return row < 0
                ? new Figure[0]
                : Arrays.stream(fields).map(field -> new Figure(row, field)).toArray(Figure[]::new);
    }

    /** The cells of several economies. */
    static Figure[] figures(List<Integer> rows, Collection<Integer> economies, String... fields) {
        return economies.stream()
                .flatMap(e -> Arrays.stream(figures(rows, e, fields)))
                .toArray(Figure[]::new);
    }

    /** One series of a chart, called as its field is; no figure is drawn as nothing. */
    <R> Chart.Series series(String field, List<R> records, ToDoubleFunction<R> of) {
        return new Chart.Series(
                words.field(field).label(),
                records.stream()
                        .map(each -> of.applyAsDouble(each))
                        .map(v -> Double.isNaN(v) ? 0 : v)
                        .toList());
    }
}
