package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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

/**
 * One home and its partners.
 *
 * @param links every partner of the home, ranked
 * @param two whether the world has two assumptions about origins, and links have figures under both
 */
record PartnerAnswers(Told told, List<Link> links, boolean two) {
    private static final int LARGE = 10;
    private static final String SUPPLY = "supply_look_through";
    private static final String MARKET = "market_look_through";
    private static final String OTHER = "_other_split";

    /** @param band whether the table has the figures under the other assumption, too */
    Answer answer(boolean band, Provenance from) {
        List<Link> shown = links.subList(0, Math.min(Told.SHOWN, links.size() - 1));
        Chart chart = told.bars(
                shown.stream().map(l -> told.name(l.share().partner())).toList(),
                told.series(SUPPLY, shown, l -> l.share().supplyLookThrough()),
                told.series("supply_direct", shown, l -> l.share().supplyDirect()),
                told.series(MARKET, shown, l -> l.share().marketLookThrough()));
        return new Answer(
                words().say("heading.partners", "home", home()),
                table(told, List.of(links.getFirst().share().home()), links, band),
                findings(band),
                List.of(chart),
                new Answer.Shown(shown(band), shown.size()),
                from);
    }

    static Table table(Told told, List<Integer> homes, List<Link> links, boolean band) {
        List<Column<Link>> keys = List.of(
                new Column<>("home", l -> told.code(l.share().home())),
                new Column<>("partner", l -> told.code(l.share().partner())),
                new Column<>("partner_name", l -> told.name(l.share().partner())));
        List<Column<Link>> others = List.of(
                new Column<>(SUPPLY + OTHER, l -> l.other().supplyLookThrough()),
                new Column<>("consumption_look_through" + OTHER, l -> l.other().consumptionLookThrough()),
                new Column<>(MARKET + OTHER, l -> l.other().marketLookThrough()));
        return Table.of(
                told.head(homes, band ? "title.band" : "title.partners"),
                Told.columns(Told.columns(keys, Told.shares(Link::share)), band ? others : List.of()),
                links);
    }

    private static List<String> shown(boolean band) {
        return Stream.of(
                        "partner_name",
                        "supply_direct",
                        SUPPLY,
                        SUPPLY + OTHER,
                        "consumption_look_through",
                        "market_direct",
                        MARKET,
                        "hidden_ratio",
                        "leverage_pp")
                .filter(field -> band || !field.endsWith(OTHER))
                .toList();
    }

    private Words words() {
        return told.words();
    }

    private String home() {
        return told.the(links.getFirst().share().home());
    }

    private String partner(int row) {
        return told.the(links.get(row).share().partner());
    }

    private Link own() {
        return links.getLast();
    }

    private List<Finding> findings(boolean band) {
        if (Double.isNaN(own().share().supplyLookThrough())) {
            return List.of(Finding.headline(words().begin("find.partners.nothing", "home", home())));
        }
        List<Integer> named = Told.rows(links).stream()
                .filter(r -> !links.get(r).isHome()
                        && told.isNamed(links.get(r).share().partner()))
                .toList();
        List<Finding> found = new ArrayList<>();
        found.add(headline(named, band));
        sources(named, band).ifPresent(found::add);
        List<Integer> large = named.subList(0, Math.min(LARGE, named.size()));
        strongest(large, PartnerShare::hiddenRatio, 1)
                .ifPresent(r -> found.add(Finding.story(
                        words().begin(
                                        "find.partners.hidden",
                                        "partner",
                                        partner(r),
                                        "times",
                                        figure(r, PartnerShare::hiddenRatio)),
                        new Figure(r, "hidden_ratio"))));
        markets(named, band).ifPresent(found::add);
        strongest(large, PartnerShare::leveragePp, 0)
                .ifPresent(r -> found.add(Finding.story(
                        words().begin(
                                        "find.partners.leans",
                                        "partner",
                                        partner(r),
                                        "home",
                                        home(),
                                        "points",
                                        figure(r, PartnerShare::leveragePp)),
                        new Figure(r, "leverage_pp"))));
        found.addAll(told.estimate());
        return found;
    }

    /** Of an estimate it says who leads under each of its assumptions, for the table is no judge of that. */
    private Finding headline(List<Integer> named, boolean band) {
        double own = own().share().supplyLookThrough();
        double other = own().other().supplyLookThrough();
        String made = words().begin(
                        "find.partners.made",
                        "home",
                        home(),
                        "abroad",
                        told.tenths(1 - own, 1 - other),
                        "own",
                        told.tenths(own, other));
        Figure[] ofOwn = figures(List.of(links.size() - 1), SUPPLY, band);
        List<Integer> sources = leading(named, 1, PartnerShare::supplyLookThrough);
        if (!two || sources.isEmpty()) {
            return Finding.headline(made, ofOwn);
        }
        return Finding.headline(
                words().say("find.partners.ranked", "made", made, "rank", rank(sources)),
                Stream.concat(Stream.of(ofOwn), Stream.of(figures(sources, SUPPLY, band)))
                        .toArray(Figure[]::new));
    }

    /** @param first who leads under the first assumption and, if it is another, who under the second */
    private String rank(List<Integer> first) {
        if (first.size() == 1) {
            return words().begin(
                            "find.partners.settled",
                            "first",
                            partner(first.getFirst()),
                            "n",
                            dollars(first.getFirst(), PartnerShare::supplyLookThrough));
        }
        PartnerShare here = links.get(first.getFirst()).share();
        PartnerShare hereThen = links.get(first.getFirst()).other();
        PartnerShare there = links.get(first.getLast()).share();
        PartnerShare thereThen = links.get(first.getLast()).other();
        return words().begin(
                        "find.partners.unsettled",
                        "first",
                        partner(first.getFirst()),
                        "n",
                        hundred(here),
                        "there",
                        partner(first.getLast()),
                        "k",
                        hundred(there),
                        "m",
                        hundred(thereThen),
                        "l",
                        hundred(hereThen));
    }

    private String hundred(PartnerShare share) {
        return words().figure(100 * share.supplyLookThrough());
    }

    private Optional<Finding> sources(List<Integer> named, boolean band) {
        List<Integer> leading = leading(named, Told.NAMED, PartnerShare::supplyLookThrough);
        String rest = links.stream()
                .filter(l -> !l.isHome() && !told.isNamed(l.share().partner()))
                .findFirst()
                .map(l -> words().say(
                                "find.partners.rest",
                                "n",
                                told.dollars(
                                        l.share().supplyLookThrough(), l.other().supplyLookThrough())))
                .orElse("");
        List<String> items = leading.stream()
                .map(r -> words().say(
                                "find.partners.source",
                                "name",
                                partner(r),
                                "n",
                                dollars(r, PartnerShare::supplyLookThrough)))
                .toList();
        return (two && !items.isEmpty() ? Optional.of(words().and(items)) : told.ranking(items))
                .map(sources -> Finding.story(
                        words().begin(
                                        two ? "find.partners.sources.two" : "find.partners.sources",
                                        "sources",
                                        sources,
                                        "rest",
                                        rest),
                        figures(leading, SUPPLY, band)));
    }

    private Optional<Finding> markets(List<Integer> named, boolean band) {
        List<Integer> leading = leading(named, 2, PartnerShare::marketLookThrough);
        double own = own().share().marketLookThrough();
        double other = own().other().marketLookThrough();
        if (leading.isEmpty() || Double.isNaN(own)) {
            return Optional.empty();
        }
        List<String> items = leading.stream()
                .map(r -> words().say(
                                "item",
                                "name",
                                partner(r),
                                "value",
                                told.percent(
                                        links.get(r).share().marketLookThrough(),
                                        links.get(r).other().marketLookThrough())))
                .toList();
        return Optional.of(Finding.story(
                words().begin(
                                "find.partners.markets",
                                "home",
                                home(),
                                "markets",
                                words().and(items),
                                "share",
                                told.percent(1 - own, 1 - other)),
                figures(leading, MARKET, band)));
    }

    /** The first so many of the table and then those that would be among them under the other assumption. */
    private List<Integer> leading(List<Integer> named, int count, ToDoubleFunction<PartnerShare> figure) {
        return Stream.concat(
                        largest(
                                named,
                                count,
                                r -> figure.applyAsDouble(links.get(r).share())),
                        largest(
                                named,
                                count,
                                r -> figure.applyAsDouble(links.get(r).other())))
                .distinct()
                .toList();
    }

    private static Stream<Integer> largest(List<Integer> rows, int count, ToDoubleFunction<Integer> figure) {
        return rows.stream()
                .filter(r -> figure.applyAsDouble(r) > 0)
                .sorted(Comparator.comparingDouble(figure).reversed())
                .limit(count);
    }

    /** Of which most can be said whatever is assumed, if it is above a limit. */
    private Optional<Integer> strongest(List<Integer> rows, ToDoubleFunction<PartnerShare> figure, double above) {
        return rows.stream()
                .filter(r -> links.get(r).least(figure) > above)
                .max(Comparator.comparingDouble(r -> links.get(r).least(figure)));
    }

    private String dollars(int row, ToDoubleFunction<PartnerShare> figure) {
        return told.dollars(links.get(row).least(figure), links.get(row).most(figure));
    }

    private String figure(int row, ToDoubleFunction<PartnerShare> figure) {
        return told.span(links.get(row).least(figure), links.get(row).most(figure), words()::figure);
    }

    private static Figure[] figures(List<Integer> rows, String field, boolean band) {
        return rows.stream()
                .flatMap(r -> band
                        ? Stream.of(new Figure(r, field), new Figure(r, field + OTHER))
                        : Stream.of(new Figure(r, field)))
                .toArray(Figure[]::new);
    }
}
