package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.World;

/** One row a partner; of an estimate beside what its other assumption gives, where that is asked. */
final class PartnerAnswer {
    private static final int SHOWN = 15;
    private static final int NAMED = 3;
    private static final int LARGE_PARTNERS = 10;

    private final Words words;
    private final Solved solved;
    private final World world;
    private final List<Integer> homes;
    private final Naming naming;

    /** A partner's measures, and those under the other assumption, which are the same where there is none. */
    private record Row(PartnerShare share, PartnerShare other) {}

    PartnerAnswer(Words words, Solved solved, World world, List<Integer> homes) {
        this.words = words;
        this.solved = solved;
        this.world = world;
        this.homes = homes;
        this.naming = new Naming(words, world);
    }

    Answer of(Optional<World> other) {
        List<Row> rows = new ArrayList<>();
        for (int home : homes) {
            List<PartnerShare> others = solved.partners(other.orElse(world)).partners(home);
            Shares.ranked(solved.partners(world).partners(home))
                    .forEach(share -> rows.add(new Row(share, others.get(share.partner()))));
        }
        String title = naming.title(other.isPresent() ? "band" : "partners", homes);
        Table table = Table.of(
                naming.head(List.of(world), naming.codes(homes), title, "method", Shares.medianError(world)),
                columns(other.isPresent()),
                rows);
        boolean one = homes.size() == 1;
        int shown = one ? Math.min(SHOWN, rows.size() - 1) : SHOWN;
        return new Answer(
                one ? words.say("heading.partners", "home", naming.the(homes.getFirst())) : title,
                table,
                one ? findings(rows, other.isPresent()) : everyone(rows),
                List.of(one ? bars(rows.subList(0, shown)) : foreign(rows)),
                new Answer.Shown(shown(other.isPresent(), one), shown),
                solved.from(Stream.concat(other.stream(), Stream.of(world)).toList()));
    }

    private List<Column<Row>> columns(boolean band) {
        List<Column<Row>> keys = List.of(
                new Column<>("home", r -> naming.code(r.share.home())),
                new Column<>("partner", r -> naming.code(r.share.partner())),
                new Column<>("partner_name", r -> naming.name(r.share.partner())));
        List<Column<Row>> all = Shares.together(keys, Shares.columns(Row::share));
        return band
                ? Shares.together(
                        all,
                        List.of(
                                new Column<>("supply_look_through_other_split", r -> r.other.supplyLookThrough()),
                                new Column<>(
                                        "consumption_look_through_other_split", r -> r.other.consumptionLookThrough()),
                                new Column<>("market_look_through_other_split", r -> r.other.marketLookThrough())))
                : all;
    }

    private static List<String> shown(boolean band, boolean one) {
        return Stream.of(
                        one ? Stream.<String>of() : Stream.of("home"),
                        Stream.of("partner_name", "supply_direct", "supply_look_through"),
                        band ? Stream.of("supply_look_through_other_split") : Stream.<String>of(),
                        Stream.of(
                                "consumption_look_through",
                                "market_direct",
                                "market_look_through",
                                "hidden_ratio",
                                "leverage_pp"))
                .flatMap(each -> each)
                .toList();
    }

    private Chart bars(List<Row> rows) {
        return new Chart.Bars(
                "%",
                rows.stream().map(r -> naming.name(r.share.partner())).toList(),
                List.of(
                        series("supply_look_through", rows, PartnerShare::supplyLookThrough),
                        series("supply_direct", rows, PartnerShare::supplyDirect),
                        series("market_look_through", rows, PartnerShare::marketLookThrough)));
    }

    private Chart.Series series(String field, List<Row> rows, ToDoubleFunction<PartnerShare> of) {
        return new Chart.Series(
                words.field(field).label(),
                rows.stream().map(r -> 100 * of.applyAsDouble(r.share)).toList());
    }

    private List<Finding> findings(List<Row> rows, boolean band) {
        String home = naming.the(homes.getFirst());
        List<Integer> named = named(rows);
        int self = rows.size() - 1;
        List<Finding> found = new ArrayList<>();
        found.add(band ? madeBand(home, rows.get(self), self) : made(home, rows.get(self), self));
        (band ? sourcesBand(rows, named) : sources(rows, named)).ifPresent(found::add);
        List<Integer> large = named.subList(0, Math.min(LARGE_PARTNERS, named.size()));
        large.stream()
                .max(Comparator.comparingDouble(r -> rows.get(r).share.hiddenRatio()))
                .ifPresent(r -> found.add(Finding.story(
                        words.begin(
                                "find.hidden",
                                "partner",
                                name(rows, r),
                                "times",
                                words.figure(rows.get(r).share.hiddenRatio())),
                        new Figure(r, "hidden_ratio"))));
        found.add(markets(home, rows, named, self));
        large.stream()
                .max(Comparator.comparingDouble(r -> rows.get(r).share.leveragePp()))
                .filter(r -> rows.get(r).share.leveragePp() > 0)
                .ifPresent(r -> found.add(Finding.story(
                        words.begin(
                                "find.leans",
                                "partner",
                                name(rows, r),
                                "home",
                                home,
                                "points",
                                words.figure(rows.get(r).share.leveragePp())),
                        new Figure(r, "leverage_pp"))));
        return found;
    }

    /** Foreign partners with a name, as rows. */
    private List<Integer> named(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(r -> rows.get(r).share.partner() != homes.getFirst()
                        && !naming.isRest(rows.get(r).share.partner()))
                .boxed()
                .toList();
    }

    private String name(List<Row> rows, int row) {
        return naming.the(rows.get(row).share.partner());
    }

    private Finding made(String home, Row self, int at) {
        double own = self.share.supplyLookThrough();
        return Finding.headline(
                words.begin("find.made", "home", home, "abroad", tenths(100 * (1 - own)), "own", tenths(100 * own)),
                new Figure(at, "supply_look_through"));
    }

    private Finding madeBand(String home, Row self, int at) {
        double a = 100 * (1 - self.share.supplyLookThrough());
        double b = 100 * (1 - self.other.supplyLookThrough());
        if (tenths(a).equals(tenths(b))) {
            return made(home, self, at);
        }
        return Finding.headline(
                words.begin(
                        "find.made.band", "home", home, "low", tenths(Math.min(a, b)), "high", tenths(Math.max(a, b))),
                new Figure(at, "supply_look_through"),
                new Figure(at, "supply_look_through_other_split"));
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private String of100(double share) {
        return words.figure(100 * share);
    }

    private Optional<Finding> sources(List<Row> rows, List<Integer> named) {
        List<String> items = named.stream()
                .limit(NAMED)
                .map(r -> words.say(
                        "find.source",
                        "name",
                        name(rows, r),
                        "n",
                        of100(rows.get(r).share.supplyLookThrough())))
                .toList();
        Figure[] figures = named.stream()
                .limit(NAMED)
                .map(r -> new Figure(r, "supply_look_through"))
                .toArray(Figure[]::new);
        return naming.ranking(items)
                .map(sources -> words.begin("find.sources", "sources", sources, "rest", rest(rows)))
                .map(said -> Finding.headline(said, figures));
    }

    private String rest(List<Row> rows) {
        return rows.stream()
                .filter(r -> naming.isRest(r.share.partner()))
                .findFirst()
                .map(r -> words.say("find.rest", "n", of100(r.share.supplyLookThrough())))
                .orElse("");
    }

    /** Who comes first under each assumption: a rank that only one of them gives is not told as found. */
    private Optional<Finding> sourcesBand(List<Row> rows, List<Integer> named) {
        Optional<Integer> here = named.stream().findFirst();
        Optional<Integer> there = named.stream()
                .max(Comparator.comparingDouble(r -> rows.get(r).other.supplyLookThrough()));
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.empty();
        }
        Row first = rows.get(here.get());
        double a = first.share.supplyLookThrough();
        double b = first.other.supplyLookThrough();
        Figure[] figures = {
            new Figure(here.get(), "supply_look_through"), new Figure(there.get(), "supply_look_through_other_split")
        };
        String said = here.equals(there)
                ? words.begin(
                        "find.sources.settled",
                        "first",
                        name(rows, here.get()),
                        "low",
                        of100(Math.min(a, b)),
                        "high",
                        of100(Math.max(a, b)),
                        "rest",
                        rest(rows))
                : words.begin(
                        "find.sources.unsettled",
                        "first",
                        name(rows, here.get()),
                        "n",
                        of100(a),
                        "there",
                        name(rows, there.get()),
                        "m",
                        of100(rows.get(there.get()).other.supplyLookThrough()),
                        "k",
                        of100(b),
                        "rest",
                        rest(rows));
        return Optional.of(Finding.headline(said, figures));
    }

    private Finding markets(String home, List<Row> rows, List<Integer> named, int self) {
        List<Integer> largest = named.stream()
                .sorted(Comparator.comparingDouble(
                                (Integer r) -> rows.get(r).share.marketLookThrough())
                        .reversed())
                .limit(2)
                .toList();
        return Finding.story(
                words.begin(
                        "find.markets",
                        "home",
                        home,
                        "markets",
                        words.and(largest.stream()
                                .map(r -> words.say(
                                        "item",
                                        "name",
                                        name(rows, r),
                                        "value",
                                        words.percent(rows.get(r).share.marketLookThrough())))
                                .toList()),
                        "share",
                        words.percent(1 - rows.get(self).share.marketLookThrough())),
                largest.stream().map(r -> new Figure(r, "market_look_through")).toArray(Figure[]::new));
    }

    /** Of each home the row of itself: what remains is foreign. */
    private List<Integer> selves(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(r -> rows.get(r).share.partner() == rows.get(r).share.home())
                .boxed()
                .sorted(Comparator.comparingDouble(r -> rows.get(r).share.supplyLookThrough()))
                .toList();
    }

    private List<Finding> everyone(List<Row> rows) {
        List<Integer> selves = selves(rows);
        int most = selves.getFirst();
        int least = selves.getLast();
        return List.of(Finding.headline(
                words.begin(
                        "find.everyone.most",
                        "most",
                        name(rows, most),
                        "share",
                        words.percent(1 - rows.get(most).share.supplyLookThrough()),
                        "least",
                        name(rows, least),
                        "small",
                        words.percent(1 - rows.get(least).share.supplyLookThrough())),
                new Figure(most, "supply_look_through"),
                new Figure(least, "supply_look_through")));
    }

    private Chart foreign(List<Row> rows) {
        List<Integer> most = selves(rows).stream().limit(SHOWN).toList();
        return new Chart.Bars(
                words.say("unit.final"),
                most.stream().map(r -> naming.name(rows.get(r).share.home())).toList(),
                List.of(new Chart.Series(
                        words.field("supply_look_through").label(),
                        most.stream()
                                .map(r -> 100 * (1 - rows.get(r).share.supplyLookThrough()))
                                .toList())));
    }
}
