package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.jiritsu.questions.exposure.ExposureQuestion.Measure;
import org.jiritsu.world.World;

/** The partner measures over several worlds, by partner and then year; the partners that are told of come first. */
final class TrendAnswer {
    private static final int PARTNERS = 5;
    private static final int NAMED = 3;

    private final Words words;
    private final Solved solved;
    private final List<World> worlds;
    private final World last;
    private final int home;
    private final Naming naming;

    private record Row(World world, int partner, PartnerShare share) {}

    /** @param home in the last of the worlds */
    TrendAnswer(Words words, Solved solved, List<World> worlds, int home) {
        this.words = words;
        this.solved = solved;
        this.worlds = worlds;
        this.last = worlds.getLast();
        this.home = home;
        this.naming = new Naming(words, last);
    }

    /**
     * @param chosen partners to tell of, in the last world; the strongest if none
     * @param first whether those told of come first in the table
     */
    Answer of(Measure measure, List<Integer> chosen, boolean first) {
        List<PartnerShare> latest = Shares.ranked(solved.partners(last).partners(home));
        List<Integer> told = chosen.isEmpty()
                ? latest.stream()
                        .map(PartnerShare::partner)
                        .filter(p -> !naming.isRest(p) && p != home)
                        .limit(PARTNERS)
                        .toList()
                : chosen;
        Set<Integer> order = new LinkedHashSet<>(first ? told : List.of());
        latest.forEach(share -> order.add(share.partner()));
        List<Row> rows = order.stream().flatMap(this::rows).toList();
        String field = measure.name().toLowerCase(Locale.ROOT);
        String from = year(worlds.getFirst());
        String to = year(last);
        Table table = Table.of(
                naming.head(
                        worlds,
                        naming.code(home),
                        words.say("title.trend", "home", naming.name(home), "from", from, "to", to),
                        "method",
                        Map.of()),
                columns(),
                rows);
        String label = words.field(field).label();
        List<Chart.Series> series = told.stream()
                .map(p -> new Chart.Series(
                        naming.name(p),
                        rows.stream()
                                .filter(r -> r.partner == p)
                                .map(r -> 100 * of(measure).applyAsDouble(r.share))
                                .toList()))
                .toList();
        return new Answer(
                words.say("heading.trend", "from", from, "to", to),
                table,
                findings(
                        label,
                        field,
                        series,
                        told.stream().map(List.copyOf(order)::indexOf).toList()),
                List.of(new Chart.Lines(
                        words.say("unit.measure", "measure", words.within(label)),
                        worlds.stream().map(TrendAnswer::year).toList(),
                        series)),
                new Answer.Shown(
                        List.of(
                                "partner_name",
                                "year",
                                "supply_direct",
                                "supply_look_through",
                                "consumption_look_through",
                                "market_look_through",
                                "hidden_ratio",
                                "leverage_pp"),
                        told.size() * worlds.size()),
                solved.from(worlds));
    }

    private static ToDoubleFunction<PartnerShare> of(Measure measure) {
        return switch (measure) {
            case SUPPLY_DIRECT -> PartnerShare::supplyDirect;
            case SUPPLY_LOOK_THROUGH -> PartnerShare::supplyLookThrough;
            case CONSUMPTION_LOOK_THROUGH -> PartnerShare::consumptionLookThrough;
            case MARKET_DIRECT -> PartnerShare::marketDirect;
            case MARKET_LOOK_THROUGH -> PartnerShare::marketLookThrough;
        };
    }

    private static String year(World world) {
        return Integer.toString(world.about().year());
    }

    private Stream<Row> rows(int partner) {
        return worlds.stream().map(world -> {
            int there = world.economy(naming.code(home));
            return new Row(
                    world, partner, solved.partners(world).partners(there).get(world.economy(naming.code(partner))));
        });
    }

    private List<Column<Row>> columns() {
        List<Column<Row>> keys = List.of(
                new Column<>("world", r -> r.world.id()),
                new Column<>("year", r -> r.world.about().year()),
                new Column<>("home", _ -> naming.code(home)),
                new Column<>("partner", r -> naming.code(r.partner)),
                new Column<>("partner_name", r -> naming.name(r.partner)));
        return Shares.together(keys, Shares.columns(Row::share));
    }

    /** @param places of those told of among the partners of the table */
    private List<Finding> findings(String label, String field, List<Chart.Series> series, List<Integer> places) {
        List<Finding> found = new ArrayList<>();
        IntStream.range(0, series.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> Math.abs(change(series.get(k))))
                        .reversed())
                .limit(NAMED)
                .forEach(k -> {
                    int row = places.get(k) * worlds.size();
                    Figure first = new Figure(row, field);
                    Figure then = new Figure(row + worlds.size() - 1, field);
                    String said = said(label, series.get(k));
                    found.add(found.isEmpty() ? Finding.headline(said, first, then) : Finding.story(said, first, then));
                });
        return found;
    }

    private String said(String label, Chart.Series s) {
        return words.say(
                change(s) >= 0 ? "find.trend.rose" : "find.trend.fell",
                "name",
                s.name(),
                "measure",
                words.within(label),
                "first",
                words.figure(s.values().getFirst()),
                "from",
                year(worlds.getFirst()),
                "last",
                words.figure(s.values().getLast()),
                "to",
                year(last));
    }

    private static double change(Chart.Series s) {
        return s.values().getLast() - s.values().getFirst();
    }
}
