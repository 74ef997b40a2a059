package org.jiritsu.questions.sea;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.SeaTrade;
import org.jiritsu.goods.sea.ShipClass;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.goods.sea.StraitShares;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.Ways;

/** The share of each good's imports that passes each strait, as a band, and what of it has no way round. */
final class Straits {
    private static final double LEAST = 0.001;
    private static final double SOME = 0.01;
    private static final int NAMED = 3;

    private final Words words;
    private final Commodities at;
    private final String home;
    private final List<Carried> goods;
    private final Optional<ShipClass> ship;

    Straits(Words words, Commodities at, String home, List<Carried> goods, Optional<ShipClass> ship) {
        this.words = words;
        this.at = at;
        this.home = home;
        this.goods = goods;
        this.ship = ship;
    }

    String title() {
        return words.begin("title.straits", "home", at.the(home));
    }

    /** A strait for a good; {@code cut} of it has no way round. */
    private record Row(Carried good, StraitShares.StraitShare share, double cut) {}

    Answer answer() {
        List<Row> rows = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        double lost = 0;
        for (Carried good : goods) {
            StraitShares shares = shares(good);
            ShipClass on = ship.orElseGet(() -> at.network().ship(good.cargo()));
            Ways ways = at.ways(on, good.cargo(), good.flows());
            int first = rows.size();
            rows(good, shares, ways, rows);
            if (charts.isEmpty()) {
                charts.add(new Maps(words, at).usual(good, on, ways, shares));
            }
            List<Row> own = rows.subList(first, rows.size());
            found.add(told(good, own, first, found.isEmpty()));
            lost = Math.max(lost, (shares.unplaced() + shares.overland()) / shares.total());
        }
        found.add(Finding.assumption(words.begin("assume.band")));
        found.add(Finding.assumption(words.begin("assume.terminals")));
        found.add(Finding.limit(
                words.begin("limit.sea", "editions", Carried.editions(goods, words), "off", words.percent(lost))));
        found.add(Finding.limit(words.begin("limit.published")));
        charts.addAll(charts(rows));
        Table table = Table.of(head(), columns(), rows);
        return new Answer(
                words.say("heading.straits", "home", at.the(home)),
                table,
                found,
                charts,
                new Answer.Shown(
                        List.of("good_name", "strait_name", "pass_low", "pass", "pass_high", "no_way_round"), 20),
                Provenance.of());
    }

    private Table.Head head() {
        return new Table.Head(
                title(),
                goods.stream().map(each -> each.set().id()).distinct().collect(Collectors.joining(" ")),
                home,
                words.say("unit.sea"),
                words.say("method"),
                Map.of(),
                Carried.sources(goods, words),
                List.of(),
                words);
    }

    private StraitShares shares(Carried good) {
        SeaTrade lanes = ship.map(each -> SeaTrade.of(at.network(), at.ports(), good.cargo(), each, Closure.usual()))
                .orElseGet(() -> at.lanes(good.cargo()));
        return lanes.shares(home, SeaTrade.Side.IMPORTS, good.flows());
    }

    private static void rows(Carried good, StraitShares shares, Ways ways, List<Row> rows) {
        shares.straits().stream()
                .filter(share -> share.high() >= LEAST)
                .map(share -> new Row(
                        good,
                        share,
                        share.shortest() >= LEAST
                                ? ways.cut(
                                        ways.closing(Closure.of(share.strait().code())))
                                : 0))
                .forEach(rows::add);
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("home", _ -> home),
                new Column<>("year", r -> r.good.imports().year()),
                new Column<>("hs", r -> r.good.code()),
                new Column<>("good_name", r -> r.good.name(at, words)),
                new Column<>("strait", r -> r.share.strait().code()),
                new Column<>("strait_name", r -> at.name(r.share.strait())),
                new Column<>("pass_low", r -> r.share.low()),
                new Column<>("pass", r -> r.share.shortest()),
                new Column<>("pass_high", r -> r.share.high()),
                new Column<>("no_way_round", Row::cut),
                new Column<>(
                        "share_measure",
                        r -> words.say("measure." + r.good.measure().name().toLowerCase(java.util.Locale.ROOT))));
    }

    /** The straits without a way round first, then those that most must pass. */
    private Finding told(Carried good, List<Row> own, int first, boolean headline) {
        List<Row> named = own.stream()
                .filter(r -> r.share.shortest() >= SOME)
                .sorted(java.util.Comparator.comparingDouble((Row r) -> r.cut >= SOME ? -r.cut : 0)
                        .thenComparingDouble(r -> -r.share.low())
                        .thenComparingDouble(r -> -r.share.shortest()))
                .limit(NAMED)
                .toList();
        String text = named.isEmpty()
                ? words.begin("find.no.strait", "good", good.name(at, words), "home", at.the(home))
                : words.begin(
                        "find.straits",
                        "home",
                        at.the(home),
                        "good",
                        good.name(at, words),
                        "year",
                        good.imports().year(),
                        "straits",
                        words.and(named.stream().map(this::passed).toList()));
        List<Figure> figures = named.stream()
                .flatMap(r -> List.of("pass_low", "pass", "pass_high").stream()
                        .map(field -> new Figure(first + own.indexOf(r), field)))
                .toList();
        return new Finding(headline ? Finding.Role.HEADLINE : Finding.Role.STORY, text, figures);
    }

    private String passed(Row row) {
        return words.say(
                row.cut >= SOME ? "find.strait.dead" : "find.strait",
                "strait",
                at.the(row.share.strait()),
                "share",
                words.percent(row.share.shortest()),
                "low",
                words.figure(100 * row.share.low()),
                "high",
                words.percent(row.share.high()),
                "cut",
                words.percent(row.cut));
    }

    private List<Chart> charts(List<Row> rows) {
        List<Strait> straits = rows.stream()
                .filter(r -> r.share.shortest() >= 5 * SOME)
                .map(r -> r.share.strait())
                .distinct()
                .toList();
        if (straits.isEmpty()) {
            return List.of();
        }
        List<Row> first = rows.stream()
                .filter(r -> r.good == goods.getFirst() && r.share.high() >= SOME)
                .limit(12)
                .toList();
        Chart band = new Chart.Bars(
                words.say("chart.band", "good", goods.getFirst().name(at, words)),
                first.stream().map(r -> at.name(r.share.strait())).toList(),
                List.of(
                        new Chart.Series(
                                words.say("chart.low"),
                                first.stream().map(r -> 100 * r.share.low()).toList()),
                        new Chart.Series(
                                words.say("chart.shortest"),
                                first.stream()
                                        .map(r -> 100 * r.share.shortest())
                                        .toList()),
                        new Chart.Series(
                                words.say("chart.high"),
                                first.stream().map(r -> 100 * r.share.high()).toList())));
        return goods.size() == 1 ? List.of(band) : List.of(byGood(straits, rows), band);
    }

    private Chart byGood(List<Strait> straits, List<Row> rows) {
        return new Chart.HeatMap(
                words.say("chart.pass"),
                goods.stream().map(good -> good.name(at, words)).toList(),
                straits.stream().map(at::name).toList(),
                goods.stream()
                        .map(good -> straits.stream()
                                .map(strait -> rows.stream()
                                        .filter(r -> r.good == good
                                                && r.share.strait().equals(strait))
                                        .mapToDouble(r -> 100 * r.share.shortest())
                                        .sum())
                                .toList())
                        .toList());
    }
}
