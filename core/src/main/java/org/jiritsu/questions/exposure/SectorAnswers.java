package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/**
 * One home and the industries of its partners.
 *
 * @param links every industry of the world as a supplier of the home, ranked
 * @param two whether links have figures under two assumptions about origins
 */
record SectorAnswers(Told told, List<Link> links, boolean two) {
    private static final int HEAT_PARTNERS = 12;
    private static final int HEAT_SECTORS = 14;
    private static final int ROWS = 20;
    private static final String SUPPLY = "supply_look_through";

    Answer answer(Provenance from) {
        return new Answer(
                words().say("heading.sectors", "home", home()),
                table(told, List.of(links.getFirst().share().home()), links),
                findings(),
                List.of(heat()),
                new Answer.Shown(
                        List.of(
                                "partner_name",
                                "sector_name",
                                "supply_direct",
                                SUPPLY,
                                "hidden_ratio",
                                "market_look_through"),
                        ROWS),
                from);
    }

    static Table table(Told told, List<Integer> homes, List<Link> links) {
        List<Column<Link>> keys = List.of(
                new Column<>("home", l -> told.code(l.share().home())),
                new Column<>("partner", l -> told.code(l.share().partner())),
                new Column<>("partner_name", l -> told.name(l.share().partner())),
                new Column<>("sector", l -> told.sectorCode(l.share().sector())),
                new Column<>("sector_name", l -> told.sector(l.share().sector())));
        return Table.of(told.head(homes, "title.sectors"), Told.columns(keys, Told.shares(Link::share)), links);
    }

    private Words words() {
        return told.words();
    }

    private String home() {
        return told.the(links.getFirst().share().home());
    }

    private List<Finding> findings() {
        List<Integer> foreign =
                Told.rows(links).stream().filter(r -> !links.get(r).isHome()).toList();
        List<Finding> found = new ArrayList<>();
        found.add(
                largest(foreign).orElseGet(() -> Finding.headline(words().begin("find.sectors.none", "home", home()))));
        double all = sum(foreign);
        if (foreign.size() > ROWS && all > 0) {
            found.add(Finding.story(words().begin(
                            "find.sectors.twenty",
                            "all",
                            words().count(foreign.size()),
                            "share",
                            words().percent(sum(foreign.subList(0, ROWS)) / all),
                            "home",
                            home())));
        }
        found.addAll(told.estimate());
        return found;
    }

    private double sum(List<Integer> rows) {
        return rows.stream()
                .mapToDouble(r -> links.get(r).share().supplyLookThrough())
                .sum();
    }

    private Optional<Finding> largest(List<Integer> foreign) {
        List<Integer> named = foreign.stream()
                .filter(r -> told.isNamed(links.get(r).share().partner()))
                .toList();
        List<Integer> leading = Stream.concat(
                        first(named, r -> links.get(r).share().supplyLookThrough()),
                        first(named, r -> links.get(r).other().supplyLookThrough()))
                .distinct()
                .toList();
        List<String> items = leading.stream().map(this::source).toList();
        return (two && !items.isEmpty() ? Optional.of(words().and(items)) : told.ranking(items))
                .map(sources -> Finding.headline(
                        words().begin(two ? "find.sectors.two" : "find.sectors.largest", "sources", sources),
                        leading.stream().map(r -> new Figure(r, SUPPLY)).toArray(Figure[]::new)));
    }

    private static Stream<Integer> first(List<Integer> rows, ToDoubleFunction<Integer> figure) {
        return rows.stream()
                .filter(r -> figure.applyAsDouble(r) > 0)
                .sorted(Comparator.comparingDouble(figure).reversed())
                .limit(Told.NAMED);
    }

    private String source(int row) {
        Link link = links.get(row);
        return words().say(
                        "find.sectors.source",
                        "partner",
                        told.the(link.share().partner()),
                        "sector",
                        words().within(told.sector(link.share().sector())),
                        "share",
                        told.percent(
                                link.share().supplyLookThrough(), link.other().supplyLookThrough()));
    }

    /** The strongest foreign partners by the strongest of their sectors. */
    private Chart heat() {
        double[][] share = new double[told.world().economyCount()][told.world().sectorCount()];
        double[] partners = new double[share.length];
        double[] sectors = new double[told.world().sectorCount()];
        links.stream().filter(l -> !l.isHome()).map(Link::share).forEach(s -> {
            share[s.partner()][s.sector()] = s.supplyLookThrough();
            partners[s.partner()] += s.supplyLookThrough();
            sectors[s.sector()] += s.supplyLookThrough();
        });
        int home = links.getFirst().share().home();
        List<Integer> rows = largest(partners, HEAT_PARTNERS + 1).stream()
                .filter(p -> p != home)
                .limit(HEAT_PARTNERS)
                .toList();
        List<Integer> columns = largest(sectors, HEAT_SECTORS);
        return new Chart.HeatMap(
                words().say("unit.final"),
                rows.stream().map(told::name).toList(),
                columns.stream().map(told::sector).toList(),
                rows.stream()
                        .map(p -> columns.stream().map(s -> 100 * share[p][s]).toList())
                        .toList());
    }

    private static List<Integer> largest(double[] values, int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> values[k]).reversed())
                .limit(count)
                .toList();
    }
}
