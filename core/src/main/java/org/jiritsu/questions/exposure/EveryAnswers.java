package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.PartnerShare;

/**
 * Every economy as home.
 *
 * @param homes the partners of each, ranked
 * @param two whether links have figures under two assumptions about origins
 */
record EveryAnswers(Told told, List<List<Link>> homes, boolean two) {
    private static final String SUPPLY = "supply_look_through";

    private Words words() {
        return told.words();
    }

    Answer partners(boolean band, Provenance from) {
        List<Link> rows = homes.stream().flatMap(List::stream).toList();
        List<Finding> found = new ArrayList<>();
        most(true).ifPresent(found::add);
        first().ifPresent(found::add);
        return answer(PartnerAnswers.table(told, everyone(), rows, band), found, from);
    }

    /** @param industries of each home, ranked */
    Answer sectors(List<List<Link>> industries, Provenance from) {
        List<Link> rows = industries.stream().flatMap(List::stream).toList();
        List<Finding> found = new ArrayList<>();
        most(false).ifPresent(found::add);
        strongest(rows).ifPresent(found::add);
        return answer(SectorAnswers.table(told, everyone(), rows), found, from);
    }

    private Answer answer(org.jiritsu.answer.Table table, List<Finding> found, Provenance from) {
        List<Link> drawn = dependent().stream().limit(Told.SHOWN).toList();
        Chart chart = told.bars(
                drawn.stream().map(l -> told.name(l.share().home())).toList(),
                new Chart.Series(
                        words().say("chart.abroad"),
                        drawn.stream()
                                .map(l -> 100 * (1 - l.share().supplyLookThrough()))
                                .toList()));
        return new Answer(
                words().say("heading.everyone"),
                table,
                Stream.concat(found.stream(), told.estimate().stream()).toList(),
                List.of(chart),
                new Answer.Shown(
                        table.fields().stream()
                                .map(f -> f.name())
                                .filter(f -> !f.equals("partner") && !f.equals("sector"))
                                .toList(),
                        2 * Told.SHOWN),
                from);
    }

    private List<Integer> everyone() {
        return IntStream.range(0, homes.size()).boxed().toList();
    }

    /** What each named economy supplies itself, whoever draws most on others first. */
    private List<Link> dependent() {
        return homes.stream()
                .map(List::getLast)
                .filter(own -> told.isNamed(own.share().home())
                        && !Double.isNaN(own.share().supplyLookThrough()))
                .sorted(Comparator.comparingDouble(own -> own.share().supplyLookThrough()))
                .toList();
    }

    private Optional<Finding> most(boolean inTable) {
        List<Link> all = dependent();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Link most = all.getFirst();
        Link least = all.getLast();
        return Optional.of(Finding.headline(
                words().begin(
                                "find.every.most",
                                "count",
                                words().count(all.size()),
                                "home",
                                told.the(most.share().home()),
                                "abroad",
                                abroad(most),
                                "least",
                                told.the(least.share().home()),
                                "low",
                                abroad(least)),
                inTable ? new Figure[] {own(most), own(least)} : new Figure[0]));
    }

    private String abroad(Link own) {
        return told.tenths(1 - own.share().supplyLookThrough(), 1 - own.other().supplyLookThrough());
    }

    /** Its row is the last of its home's. */
    private Figure own(Link link) {
        return new Figure((link.share().home() + 1) * homes.size() - 1, SUPPLY);
    }

    /** Who is the largest named source for how many. */
    private Optional<Finding> first() {
        Map<Integer, Long> here = counted(Link::share);
        Map<Integer, Long> there = counted(Link::other);
        List<String> items = Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingLong((Integer p) -> here.getOrDefault(p, 0L))
                        .reversed()
                        .thenComparingInt(p -> p))
                .limit(Told.NAMED)
                .map(p -> words().say(
                                "find.every.source",
                                "name",
                                told.the(p),
                                "n",
                                told.span(
                                        here.getOrDefault(p, 0L),
                                        there.getOrDefault(p, 0L),
                                        n -> words().count((long) n))))
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.story(words().begin("find.every.first", "sources", words().and(items))));
    }

    private Map<Integer, Long> counted(Function<Link, PartnerShare> under) {
        return homes.stream()
                .map(links -> links.stream()
                        .filter(l -> !l.isHome() && told.isNamed(l.share().partner()))
                        .map(under)
                        .filter(share -> share.supplyLookThrough() > 0)
                        .max(Comparator.comparingDouble(PartnerShare::supplyLookThrough)))
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(PartnerShare::partner, Collectors.counting()));
    }

    private Optional<Finding> strongest(List<Link> rows) {
        return Told.rows(rows).stream()
                .filter(r -> !rows.get(r).isHome()
                        && told.isNamed(rows.get(r).share().partner())
                        && rows.get(r).share().supplyLookThrough() > 0)
                .max(Comparator.comparingDouble(r -> rows.get(r).share().supplyLookThrough()))
                .map(r -> Finding.story(
                        words().begin(
                                        "find.every.industry",
                                        "partner",
                                        told.the(rows.get(r).share().partner()),
                                        "sector",
                                        words().within(told.sector(
                                                rows.get(r).share().sector())),
                                        "home",
                                        told.the(rows.get(r).share().home()),
                                        "share",
                                        told.percent(
                                                rows.get(r).share().supplyLookThrough(),
                                                rows.get(r).other().supplyLookThrough())),
                        new Figure(r, SUPPLY)));
    }
}
