package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/**
 * The partner measures of one home over several worlds.
 *
 * @param told of the last world
 * @param worlds in the order asked for
 * @param partners by code, in the order of the table
 * @param shares by partner and world
 * @param drawn codes of the partners in the picture
 */
record TrendAnswers(
        Told told,
        List<World> worlds,
        List<String> partners,
        List<List<PartnerShare>> shares,
        List<String> drawn,
        ShareMeasure measure) {
    /** So many partners are drawn where none are named. */
    static final int DRAWN = 6;

    private record Row(World world, String partner, PartnerShare share) {}

    private Words words() {
        return told.words();
    }

    Answer answer(Provenance from) {
        String label = words().within(words().field(measure.field()).label());
        List<Chart.Series> series = drawn.stream()
                .map(partner -> new Chart.Series(
                        name(partner),
                        of(partner).stream().map(s -> 100 * measure.of(s)).toList()))
                .toList();
        return new Answer(
                words().say("heading.trend", "from", years().getFirst(), "to", years().getLast()),
                table(),
                findings(label),
                List.of(new Chart.Lines(words().say("unit.measure", "measure", label), years(), series)),
                new Answer.Shown(
                        Stream.of(
                                        "partner_name",
                                        "year",
                                        "supply_direct",
                                        "supply_look_through",
                                        "consumption_look_through",
                                        "market_direct",
                                        "market_look_through",
                                        "hidden_ratio",
                                        "leverage_pp")
                                .filter(f -> !f.equals("market_direct") || f.equals(measure.field()))
                                .toList(),
                        (1 + drawn.stream().mapToInt(partners::indexOf).max().orElse(0)) * worlds.size()),
                from);
    }

    private List<String> years() {
        return worlds.stream().map(w -> "" + w.about().year()).toList();
    }

    private List<PartnerShare> of(String partner) {
        return shares.get(partners.indexOf(partner));
    }

    private String name(String partner) {
        return told.name(told.world().economy(partner));
    }

    private Table table() {
        int home = shares.getFirst().getLast().home();
        Table.Head head = told.head(
                worlds,
                told.code(home),
                words().say(
                                "title.trend",
                                "home",
                                told.name(home),
                                "from",
                                years().getFirst(),
                                "to",
                                years().getLast()),
                "method.exposure",
                Map.of());
        List<Row> rows = IntStream.range(0, partners.size())
                .boxed()
                .flatMap(p -> IntStream.range(0, worlds.size())
                        .mapToObj(w -> new Row(
                                worlds.get(w), partners.get(p), shares.get(p).get(w))))
                .toList();
        List<Column<Row>> keys = List.of(
                new Column<>("world", r -> r.world.id()),
                new Column<>("year", r -> r.world.about().year()),
                new Column<>("home", r -> code(r.world, r.share.home())),
                new Column<>("partner", Row::partner),
                new Column<>(
                        "partner_name", r -> words().name(r.world.economies().get(r.share.partner()))));
        return Table.of(head, Told.columns(keys, Told.shares(Row::share)), rows);
    }

    private static String code(World world, int economy) {
        return world.economies().get(economy).code();
    }

    /** Whatever changed most comes first. */
    private List<Finding> findings(String label) {
        List<String> changed = drawn.stream()
                .sorted(Comparator.comparingDouble((String p) -> Math.abs(change(p)))
                        .reversed())
                .limit(Told.NAMED)
                .toList();
        List<Finding> found = new ArrayList<>();
        for (String partner : changed) {
            int row = partners.indexOf(partner) * worlds.size();
            found.add(new Finding(
                    found.isEmpty() ? Finding.Role.HEADLINE : Finding.Role.STORY,
                    said(partner, label),
                    List.of(new Figure(row, measure.field()), new Figure(row + worlds.size() - 1, measure.field()))));
        }
        if (worlds.stream().map(EstimatedWorld::isEstimate).distinct().count() > 1) {
            found.add(Finding.limit(words().say("find.trend.joined")));
        }
        found.addAll(told.estimate());
        return found;
    }

    private double change(String partner) {
        return measure.of(of(partner).getLast()) - measure.of(of(partner).getFirst());
    }

    private String said(String partner, String label) {
        return words().say(
                        change(partner) >= 0 ? "find.trend.rose" : "find.trend.fell",
                        "name",
                        name(partner),
                        "measure",
                        label,
                        "first",
                        words().figure(100 * measure.of(of(partner).getFirst())),
                        "from",
                        years().getFirst(),
                        "last",
                        words().figure(100 * measure.of(of(partner).getLast())),
                        "to",
                        years().getLast());
    }
}
