package org.jiritsu.questions.worth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.partners.Coalitions;
import org.jiritsu.partners.Worth;
import org.jiritsu.partners.WorthBand;

/** The worth of partners as an answer. */
final class WorthAnswer {
    private final Words words;
    private final Future future;
    private final List<String> partners;
    private final Coalitions coalitions;
    private final long seed;

    WorthAnswer(Words words, Future future, List<String> partners, Coalitions coalitions, long seed) {
        this.words = words;
        this.future = future;
        this.partners = partners;
        this.coalitions = coalitions;
        this.seed = seed;
    }

    String title() {
        return words.begin("title", "home", the(future.home()), "what", cut());
    }

    /**
     * A partner.
     *
     * @param partial under the rule by which critical inputs alone stop an industry, which the columns give
     */
    private record Row(
            String partner, Worth partial, WorthBand band, Optional<Worth> tariffs, Valued.Security security) {
        double tariff(ToDoubleFunction<Worth> of) {
            return tariffs.map(of::applyAsDouble).orElse(Double.NaN);
        }
    }

    Answer of(Valued valued) {
        List<WorthBand> bands =
                WorthBand.over(valued.rules().stream().map(Valued.ByRule::worth).toList());
        Valued.ByRule partial = valued.rules().get(Future.Rule.PARTIAL.ordinal());
        List<Row> rows = IntStream.range(0, partners.size())
                .mapToObj(k -> new Row(
                        partners.get(k),
                        partial.worth().get(k),
                        bands.get(k),
                        valued.tariffs().map(t -> t.worth().get(k)),
                        valued.security().get(k)))
                .sorted(Comparator.comparing((Row r) -> -r.partial().shapley()).thenComparing(Row::partner))
                .toList();
        Provenance from = Provenance.of(future.world().id()).checked("imbalance", valued.imbalance());
        from = coalitions.exact() ? from : from.seeded(seed);
        from = valued.tariffs().isPresent()
                ? from.checked("residual", valued.tariffs().orElseThrow().residual())
                : from;
        return new Answer(
                words.begin("heading", "home", the(future.home())),
                table(rows, valued),
                findings(rows, valued),
                charts(rows),
                new Answer.Shown(
                        List.of(
                                "partner_name",
                                "shapley_musd",
                                "shapley_low_musd",
                                "shapley_high_musd",
                                "first_in_musd",
                                "last_in_musd",
                                "tariff_shapley_musd",
                                "security_ties",
                                "security_unlinked"),
                        rows.size()),
                from);
    }

    private List<Finding> findings(List<Row> rows, Valued valued) {
        Row first = rows.getFirst();
        double low = valued.rules().stream()
                .mapToDouble(Valued.ByRule::avoided)
                .min()
                .orElse(0);
        double high = valued.rules().stream()
                .mapToDouble(Valued.ByRule::avoided)
                .max()
                .orElse(0);
        Valued.ByRule partial = valued.rules().get(Future.Rule.PARTIAL.ordinal());
        List<Finding> found = new ArrayList<>(List.of(
                Finding.headline(
                        words.begin(
                                "find.worth",
                                "cut",
                                cut(),
                                "days",
                                future.days(),
                                "home",
                                the(future.home()),
                                "count",
                                rows.size(),
                                "low",
                                words.dollars(low),
                                "high",
                                words.dollars(high),
                                "first",
                                the(first.partner()),
                                "worth",
                                words.dollars(first.partial().shapley()),
                                "least",
                                words.dollars(first.band().shapley().least()),
                                "most",
                                words.dollars(first.band().shapley().greatest())),
                        new Figure(0, "shapley_musd"),
                        new Figure(0, "shapley_low_musd"),
                        new Figure(0, "shapley_high_musd")),
                Finding.story(words.begin(
                        "find.loss",
                        "home",
                        the(future.home()),
                        "alone",
                        words.dollars(partial.lossAlone()),
                        "all",
                        words.dollars(partial.lossAll()))),
                Finding.story(
                        words.begin(
                                "find.last",
                                "first",
                                the(first.partner()),
                                "last",
                                words.dollars(first.partial().lastIn()),
                                "single",
                                words.dollars(first.partial().firstIn())),
                        new Figure(0, "last_in_musd"),
                        new Figure(0, "first_in_musd"))));
        otherRule(first, valued).ifPresent(found::add);
        tariffs(rows, valued).ifPresent(found::add);
        security(rows).ifPresent(found::add);
        found.addAll(assumed(valued));
        return found;
    }

    /** Under the other rule somebody else may be worth most. */
    private Optional<Finding> otherRule(Row first, Valued valued) {
        return valued.rules().get(Future.Rule.STRICT.ordinal()).worth().stream()
                .max(Comparator.comparingDouble(Worth::shapley))
                .filter(most -> !most.player().equals(first.partner()))
                .map(most -> Finding.story(words.begin(
                        "find.strict", "most", the(most.player()), "worth", words.dollars(most.shapley()))));
    }

    private Optional<Finding> tariffs(List<Row> rows, Valued valued) {
        return valued.tariffs()
                .flatMap(t -> IntStream.range(0, rows.size())
                        .boxed()
                        .max(Comparator.comparingDouble(r -> rows.get(r).tariff(Worth::shapley)))
                        .map(r -> Finding.story(
                                words.begin(
                                        "find.tariffs",
                                        "home",
                                        the(future.home()),
                                        "all",
                                        words.dollars(t.avoided()),
                                        "most",
                                        the(rows.get(r).partner()),
                                        "worth",
                                        words.dollars(rows.get(r).tariff(Worth::shapley))),
                                new Figure(r, "tariff_shapley_musd"))));
    }

    private Optional<Finding> security(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .max(Comparator.comparingInt(r -> rows.get(r).security().ties()))
                .filter(r -> rows.get(r).security().ties() > 0)
                .map(r -> Finding.story(
                        words.begin(
                                "find.security",
                                "home",
                                the(future.home()),
                                "most",
                                the(rows.get(r).partner()),
                                "ties",
                                rows.get(r).security().ties(),
                                "unlinked",
                                rows.get(r).security().unlinked()),
                        new Figure(r, "security_ties"),
                        new Figure(r, "security_unlinked")));
    }

    private List<Finding> assumed(Valued valued) {
        List<Finding> found = new ArrayList<>(List.of(
                Finding.assumption(words.begin(
                        "assume.stands",
                        "spare",
                        words.percent(future.spare()),
                        "ramp",
                        future.ramp(),
                        "home",
                        the(future.home()))),
                Finding.assumption(words.begin("assume.not", "home", the(future.home()), "days", future.days())),
                Finding.assumption(words.begin("assume.rules", "seek", words.rounded(future.seekDays())))));
        if (valued.tariffs().isPresent()) {
            found.add(Finding.assumption(
                    words.begin("assume.tariffs", "rate", words.percent(future.tariff()), "home", the(future.home()))));
        }
        if (!coalitions.exact()) {
            found.add(Finding.assumption(words.begin("assume.samples", "orders", coalitions.orders(), "seed", seed)));
        }
        found.add(Finding.limit(words.begin("limit.columns")));
        found.add(Finding.limit(words.begin("limit.serves")));
        found.add(Finding.limit(words.begin("limit.memory")));
        if (valued.collapsed() > 0) {
            found.add(Finding.limit(words.begin("limit.collapse", "count", valued.collapsed())));
        }
        return found;
    }

    private Table table(List<Row> rows, Valued valued) {
        Map<String, Object> facts = new LinkedHashMap<>();
        valued.rules().forEach(r -> {
            String rule = r.rule().name().toLowerCase(Locale.ROOT);
            facts.put("loss_alone_" + rule + "_musd", r.lossAlone());
            facts.put("loss_all_" + rule + "_musd", r.lossAll());
        });
        Table.Head head = Table.Head.of(
                words,
                List.of(future.world()),
                future.home(),
                title(),
                words.say("unit.musd"),
                words.say("method"),
                facts);
        return Table.of(
                head,
                List.of(
                        new Column<Row>("partner", Row::partner),
                        new Column<>("partner_name", r -> name(r.partner())),
                        new Column<>("shapley_musd", r -> r.partial().shapley()),
                        new Column<>("shapley_error_musd", r -> r.partial().standardError()),
                        new Column<>("shapley_low_musd", r -> r.band().shapley().least()),
                        new Column<>(
                                "shapley_high_musd", r -> r.band().shapley().greatest()),
                        new Column<>("first_in_musd", r -> r.partial().firstIn()),
                        new Column<>("last_in_musd", r -> r.partial().lastIn()),
                        new Column<>("last_in_low_musd", r -> r.band().lastIn().least()),
                        new Column<>("last_in_high_musd", r -> r.band().lastIn().greatest()),
                        new Column<>("leave_one_out_musd", r -> r.partial().leaveOneOut()),
                        new Column<>("tariff_shapley_musd", r -> r.tariff(Worth::shapley)),
                        new Column<>("tariff_first_in_musd", r -> r.tariff(Worth::firstIn)),
                        new Column<>("tariff_last_in_musd", r -> r.tariff(Worth::lastIn)),
                        new Column<>("security_ties", r -> r.security().ties()),
                        new Column<>("security_unlinked", r -> r.security().unlinked()),
                        new Column<>(
                                "security_centralisation", r -> r.security().centralisation())),
                rows);
    }

    private List<Chart> charts(List<Row> rows) {
        List<String> labels = rows.stream().map(r -> name(r.partner())).toList();
        Chart ban = new Chart.Bars(
                words.say("unit.musd"),
                labels,
                List.of(
                        series("chart.shapley", rows, r -> r.partial().shapley()),
                        series("chart.low", rows, r -> r.band().shapley().least()),
                        series("chart.high", rows, r -> r.band().shapley().greatest()),
                        series("chart.first", rows, r -> r.partial().firstIn()),
                        series("chart.last", rows, r -> r.partial().lastIn())));
        return rows.getFirst().tariffs().isEmpty()
                ? List.of(ban)
                : List.of(
                        ban,
                        new Chart.Bars(
                                words.say("unit.year"),
                                labels,
                                List.of(series("chart.tariffs", rows, r -> r.tariff(Worth::shapley)))));
    }

    private Chart.Series series(String key, List<Row> rows, ToDoubleFunction<Row> of) {
        return new Chart.Series(
                words.say(key), rows.stream().map(of::applyAsDouble).toList());
    }

    private String cut() {
        return words.and(future.cuts().stream()
                .map(c -> words.say(
                        c.share() < 1 ? "cut.part" : "cut.all",
                        "seller",
                        the(c.seller()),
                        "home",
                        the(future.home()),
                        "share",
                        words.percent(c.share()),
                        "goods",
                        c.goods().isEmpty()
                                ? words.say("everything")
                                : words.and(c.goods().stream()
                                        .map(g -> words.goods(future.world()
                                                .sectors()
                                                .get(future.world().sector(g))))
                                        .toList())))
                .toList());
    }

    private String name(String code) {
        return words.name(future.world().economies().get(future.world().economy(code)));
    }

    private String the(String code) {
        return words.the(future.world().economies().get(future.world().economy(code)));
    }
}
