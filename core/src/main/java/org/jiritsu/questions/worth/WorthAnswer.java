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
import java.util.stream.Stream;
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
import org.jiritsu.questions.standing.Break;
import org.jiritsu.questions.standing.Player;
import org.jiritsu.questions.standing.State;

/** The worth of partners as an answer. */
final class WorthAnswer {
    private final Words words;
    private final Valued.Game game;
    private final Break future;
    private final Coalitions coalitions;
    private final long seed;

    WorthAnswer(Words words, Valued.Game game, long seed) {
        this.words = words;
        this.game = game;
        this.future = game.broken();
        this.coalitions = game.coalitions();
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
            Player player, Worth partial, WorthBand band, Optional<Worth> tariffs, Valued.Security security) {
        String partner() {
            return player.partner();
        }

        double tariff(ToDoubleFunction<Worth> of) {
            return tariffs.map(of::applyAsDouble).orElse(Double.NaN);
        }
    }

    Answer of(Valued valued) {
        List<WorthBand> bands =
                WorthBand.over(valued.rules().stream().map(Valued.ByRule::worth).toList());
        Valued.ByRule partial = valued.rules().get(Break.Rule.PARTIAL.ordinal());
        List<Row> rows = IntStream.range(0, game.players().size())
                .mapToObj(k -> new Row(
                        game.players().get(k),
                        partial.worth().get(k),
                        bands.get(k),
                        valued.tariffs().map(t -> t.worth().get(k)),
                        valued.security().get(k)))
                .sorted(Comparator.comparing((Row r) -> -r.partial().shapley())
                        .thenComparing(r -> r.player().name()))
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
                                "states",
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
        Valued.ByRule partial = valued.rules().get(Break.Rule.PARTIAL.ordinal());
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
                                who(first.player()),
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
                                who(first.player()),
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
        return valued.rules().get(Break.Rule.STRICT.ordinal()).worth().stream()
                .max(Comparator.comparingDouble(Worth::shapley))
                .filter(most -> !most.player().equals(first.player().name()))
                .map(most -> Finding.story(
                        words.begin("find.strict", "most", who(player(most)), "worth", words.dollars(most.shapley()))));
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
                                        who(rows.get(r).player()),
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
                Finding.assumption(words.begin("assume.stands", "what", does(true))),
                Finding.assumption(words.begin("assume.not", "what", does(false))),
                Finding.assumption(words.begin("assume.rules", "seek", words.rounded(future.seekDays())))));
        List<String> parted = game.players().stream()
                .filter(p -> !p.whole())
                .map(Player::partner)
                .distinct()
                .map(this::the)
                .toList();
        if (!parted.isEmpty()) {
            found.add(Finding.assumption(words.begin("assume.parted", "who", words.and(parted))));
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

    /** What is done by those who stand by, or by those who do not: of the promises that are in question. */
    private String does(boolean standing) {
        return words.and(Stream.of(State.values())
                .filter(state -> game.players().stream().anyMatch(p -> p.does(state)))
                .map(state -> future.does(words, state, standing, game.tariff()))
                .toList());
    }

    private Player player(Worth of) {
        return game.players().stream()
                .filter(p -> p.name().equals(of.player()))
                .findFirst()
                .orElseThrow();
    }

    /** A partner, with its promises where it has several players. */
    private String who(Player player) {
        return player.whole()
                ? the(player.partner())
                : words.say("who", "who", the(player.partner()), "what", states(player));
    }

    private String label(Player player) {
        return player.whole()
                ? name(player.partner())
                : words.say("who", "who", name(player.partner()), "what", states(player));
    }

    private String states(Player player) {
        Words shared = words.of(State.class.getPackage());
        return words.and(player.states().stream()
                .map(state -> shared.say("state." + state.key()))
                .toList());
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
                        new Column<>("states", r -> states(r.player())),
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
        List<String> labels = rows.stream().map(r -> label(r.player())).toList();
        Chart ban = new Chart.Bars(
                words.say("unit.musd"),
                labels,
                List.of(
                        new Chart.Series(
                                words.say("chart.shapley"),
                                values(rows, r -> r.partial().shapley()),
                                values(rows, r -> r.band().shapley().least()),
                                values(rows, r -> r.band().shapley().greatest())),
                        new Chart.Series(
                                words.say("chart.first"),
                                values(rows, r -> r.partial().firstIn())),
                        new Chart.Series(
                                words.say("chart.last"),
                                values(rows, r -> r.partial().lastIn()),
                                values(rows, r -> r.band().lastIn().least()),
                                values(rows, r -> r.band().lastIn().greatest()))));
        return rows.getFirst().tariffs().isEmpty()
                ? List.of(ban)
                : List.of(
                        ban,
                        new Chart.Bars(
                                words.say("unit.year"),
                                labels,
                                List.of(new Chart.Series(
                                        words.say("chart.tariffs"), values(rows, r -> r.tariff(Worth::shapley))))));
    }

    private static List<Double> values(List<Row> rows, ToDoubleFunction<Row> of) {
        return rows.stream().map(of::applyAsDouble).toList();
    }

    private String cut() {
        return future.said(words);
    }

    private String name(String code) {
        return words.name(future.world().economies().get(future.world().economy(code)));
    }

    private String the(String code) {
        return words.the(future.world().economies().get(future.world().economy(code)));
    }
}
