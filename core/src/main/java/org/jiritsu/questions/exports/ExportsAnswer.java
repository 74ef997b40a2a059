package org.jiritsu.questions.exports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/**
 * Decomposed exports as an answer; the first row is the sum of the others.
 *
 * @param to the only partner counted, if one was asked for
 */
record ExportsAnswer(Words words, World world, int home, OptionalInt to, ExportsQuestion.By by, Method method) {
    private static final int DRAWN = 12;
    private static final String ALL = "all";

    String title() {
        return words.begin(
                to.isPresent() ? "title.to" : "title",
                "home",
                words.the(world.economies().get(home)),
                "partner",
                to.isPresent() ? words.the(world.economies().get(to.getAsInt())) : "",
                "year",
                world.about().year());
    }

    /**
     * @param all one row a partner and sector
     * @param other the same of the same estimate under its other assumption, if there is one
     */
    Answer of(List<Row> all, Optional<List<Row>> other) {
        List<Row> rows = grouped(all);
        Row again = other.map(this::grouped).orElse(rows).getFirst();
        List<String> fields = List.copyOf(rows.getFirst().values().keySet());
        Table table = Table.of(
                Table.Head.of(
                        words,
                        List.of(world),
                        world.economies().get(home).code(),
                        title(),
                        words.data(world.about().unit()),
                        words.say("method." + method.name().toLowerCase(java.util.Locale.ROOT)),
                        Map.of()),
                columns(fields),
                rows);
        return new Answer(
                words.say("heading", "home", words.the(world.economies().get(home))),
                table,
                findings(rows, again),
                List.of(chart(rows)),
                new Answer.Shown(
                        Stream.concat(
                                        switch (by) {
                                            case PARTNER -> Stream.of("partner_name");
                                            case SECTOR -> Stream.of("sector_name");
                                            case BOTH -> Stream.of("partner_name", "sector_name");
                                        },
                                        fields.stream())
                                .toList(),
                        Math.min(rows.size(), 2 * DRAWN)),
                Provenance.of(world.id()));
    }

    /** The sum first, then what was asked for, the largest exports first. */
    private List<Row> grouped(List<Row> all) {
        List<Row> counted = all.stream()
                .filter(row -> to.isEmpty() || row.partner() == to.getAsInt())
                .toList();
        Map<List<Integer>, List<Row>> groups = counted.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(
                                by == ExportsQuestion.By.SECTOR ? whole() : row.partner(),
                                by == ExportsQuestion.By.PARTNER ? PartnerShare.ALL_SECTORS : row.sector()),
                        () -> new TreeMap<>(Comparator.comparing(List::toString)),
                        Collectors.toList()));
        List<Row> rows = new ArrayList<>(groups.entrySet().stream()
                .map(e -> Row.sum(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
                .sorted(Comparator.comparingDouble(Row::exports).reversed())
                .toList());
        rows.addFirst(Row.sum(whole(), PartnerShare.ALL_SECTORS, rows));
        return rows;
    }

    private int whole() {
        return to.orElse(Row.ALL);
    }

    private List<Column<Row>> columns(List<String> fields) {
        List<Column<Row>> columns = new ArrayList<>(List.of(
                new Column<>("home", _ -> world.economies().get(home).code()),
                new Column<>(
                        "partner",
                        r -> r.partner() == Row.ALL
                                ? ALL
                                : world.economies().get(r.partner()).code()),
                new Column<>("partner_name", r -> partner(r.partner())),
                new Column<>(
                        "sector",
                        r -> r.sector() == PartnerShare.ALL_SECTORS
                                ? ALL
                                : world.sectors().get(r.sector()).code()),
                new Column<>("sector_name", r -> sector(r.sector()))));
        fields.forEach(field -> columns.add(new Column<>(field, r -> r.sum(List.of(field)))));
        return columns;
    }

    private String partner(int partner) {
        return partner == Row.ALL
                ? words.say("partners.all")
                : words.name(world.economies().get(partner));
    }

    private String sector(int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? words.say("all.named")
                : words.name(world.sectors().get(sector));
    }

    private List<Finding> findings(List<Row> rows, Row again) {
        Row whole = rows.getFirst();
        if (whole.exports() == 0) {
            return List.of(Finding.headline(
                    words.begin("find.none", "home", words.the(world.economies().get(home))),
                    new Figure(0, Row.EXPORTS)));
        }
        Method.Parts parts = method.parts();
        List<Finding> found = new ArrayList<>();
        found.add(Finding.headline(
                words.begin(
                        "find.parts",
                        "home",
                        words.the(world.economies().get(home)),
                        "year",
                        world.about().year(),
                        "own",
                        dollars(whole, again, parts.own()),
                        "foreign",
                        dollars(whole, again, parts.foreign()),
                        "twice",
                        dollars(whole, again, parts.twice())),
                figures(Stream.of(parts.own(), parts.foreign(), parts.twice()))));
        found.add(Finding.story(
                words.begin(
                        "find.returned",
                        "returned",
                        dollars(whole, again, parts.returned()),
                        "home",
                        words.the(world.economies().get(home))),
                figures(Stream.of(parts.returned()))));
        found.add(Finding.assumption(words.say("find.proportional")));
        if (EstimatedWorld.isEstimate(world)) {
            found.add(Finding.assumption(words.say("find.estimated")));
        }
        if (method != Method.WWZ) {
            found.add(Finding.limit(words.say("find.bilateral")));
        }
        return found;
    }

    private static Figure[] figures(Stream<List<String>> fields) {
        return fields.flatMap(List::stream).map(field -> new Figure(0, field)).toArray(Figure[]::new);
    }

    /** Of every hundred, under both assumptions of an estimate where they differ. */
    private String dollars(Row whole, Row again, List<String> fields) {
        double a = 100 * whole.share(fields).orElse(0);
        double b = 100 * again.share(fields).orElse(0);
        String low = words.figure(Math.min(a, b));
        String high = words.figure(Math.max(a, b));
        return low.equals(high) ? low : words.say("find.span", "low", low, "high", high);
    }

    private Chart chart(List<Row> rows) {
        List<Row> drawn =
                rows.stream().skip(1).filter(r -> r.exports() > 0).limit(DRAWN).toList();
        Method.Parts parts = method.parts();
        return new Chart.Bars(
                words.say("unit.musd"),
                drawn.stream().map(this::label).toList(),
                List.of(
                        series("chart.own", drawn, parts.own()),
                        series("chart.foreign", drawn, parts.foreign()),
                        series("chart.twice", drawn, parts.twice())));
    }

    private String label(Row row) {
        return switch (by) {
            case PARTNER -> partner(row.partner());
            case SECTOR -> sector(row.sector());
            case BOTH -> words.say("industry", "economy", partner(row.partner()), "sector", sector(row.sector()));
        };
    }

    private Chart.Series series(String name, List<Row> rows, List<String> fields) {
        return new Chart.Series(
                words.say(name), rows.stream().map(r -> r.sum(fields)).toList());
    }
}
