package org.jiritsu.questions.arms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.jiritsu.partners.Arms;
import org.jiritsu.partners.Evidence;
import org.jiritsu.partners.KillChainLink;
import org.jiritsu.partners.Route;

/** Arms as answers: tables, sentences, pictures. */
final class ArmsAnswers {
    private static final int DRAWN = 5;

    private final Words words;
    private final String home;

    ArmsAnswers(Words words, String home) {
        this.words = words;
        this.home = home;
    }

    String title(String key) {
        return words.begin(key, "home", the(home));
    }

    Answer suppliers(Supply supply) {
        List<Supply.Row> rows = supply.rows();
        List<Finding> found = new ArrayList<>(List.of(largest(supply)));
        ordered(supply, rows).ifPresent(found::add);
        found.add(routes(supply));
        found.addAll(values());
        return answer(
                "heading",
                Table.of(
                        head("title", supply.arms().source()),
                        List.of(
                                new Column<Supply.Row>("arms_window", r -> window(r.window())),
                                new Column<>("arms_supplier", r -> r.supplier().economy()),
                                new Column<>(
                                        "arms_supplier_name",
                                        r -> name(r.supplier().economy())),
                                new Column<>("tiv", r -> r.supplier().tiv()),
                                new Column<>("arms_share", r -> r.supplier().share()),
                                new Column<>("arms_hhi", Supply.Row::concentration)),
                        rows),
                found,
                trend(supply),
                List.of("arms_window", "arms_supplier_name", "tiv", "arms_share", "arms_hhi"));
    }

    private Finding largest(Supply supply) {
        Arms.Supplier first = supply.suppliers(supply.latest()).getFirst();
        List<String> before = supply.delivered().stream()
                .filter(w -> !w.equals(supply.latest()))
                .map(w -> words.say(
                        "find.before", "share", words.percent(supply.share(w, first.economy())), "window", window(w)))
                .toList();
        return Finding.headline(
                words.begin(
                        before.isEmpty() ? "find.largest.only" : "find.largest",
                        "what",
                        supply.kind().map(this::weapon).orElse(words.say("arms")),
                        "home",
                        the(home),
                        "window",
                        window(supply.latest()),
                        "share",
                        words.percent(first.share()),
                        "supplier",
                        the(first.economy()),
                        "before",
                        words.and(before),
                        "hhi",
                        words.figure(supply.concentration(supply.latest()))),
                new Figure(0, "arms_share"),
                new Figure(0, "arms_hhi"));
    }

    private Optional<Finding> ordered(Supply supply, List<Supply.Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(r -> rows.get(r).window().equals(Arms.ORDERED)
                        && !supply.latest().equals(Arms.ORDERED))
                .mapToObj(r -> Finding.story(
                        words.begin(
                                "find.ordered",
                                "share",
                                words.percent(rows.get(r).supplier().share()),
                                "supplier",
                                the(rows.get(r).supplier().economy())),
                        new Figure(r, "arms_share")))
                .findFirst();
    }

    private Finding routes(Supply supply) {
        return Finding.story(words.begin(
                "find.routes",
                "window",
                window(supply.latest()),
                "direct",
                words.percent(supply.partOf(Route.DIRECT)),
                "licence",
                words.percent(supply.partOf(Route.LICENCE)),
                "component",
                words.percent(supply.partOf(Route.COMPONENT))));
    }

    private List<Finding> values() {
        return List.of(
                Finding.assumption(words.begin("assume.tiv")),
                Finding.assumption(words.begin("assume.route")),
                Finding.limit(words.begin("limit.imports", "home", the(home))));
    }

    private List<Chart> trend(Supply supply) {
        List<String> windows = new ArrayList<>(supply.delivered());
        supply.windows().stream()
                .filter(w -> w.equals(Arms.ORDERED) && !supply.suppliers(w).isEmpty())
                .forEach(windows::add);
        List<String> drawn =
                supply.suppliers(windows.contains(supply.latest()) ? supply.latest() : windows.getFirst()).stream()
                        .limit(DRAWN)
                        .map(Arms.Supplier::economy)
                        .toList();
        Chart shares = new Chart.Bars(
                words.say("unit.percent.share"),
                windows.stream().map(this::window).toList(),
                drawn.stream()
                        .map(s -> new Chart.Series(
                                name(s),
                                windows.stream()
                                        .map(w -> 100 * supply.share(w, s))
                                        .toList()))
                        .toList());
        return List.of(shares, byKindMap(supply));
    }

    /** Suppliers' shares kind by kind in the latest window. */
    private Chart byKindMap(Supply supply) {
        List<Supply.Kind> kinds = supply.kinds();
        List<String> drawn = supply.suppliers(supply.latest()).stream()
                .limit(DRAWN)
                .map(Arms.Supplier::economy)
                .toList();
        return new Chart.HeatMap(
                words.say("unit.percent.share"),
                kinds.stream().map(k -> weapon(k.kind())).toList(),
                drawn.stream().map(this::name).toList(),
                kinds.stream()
                        .map(k -> {
                            Supply one = new Supply(
                                    supply.arms(), home, supply.windows(), Optional.of(k.kind()), supply.route());
                            return drawn.stream()
                                    .map(s -> 100 * one.share(k.window(), s))
                                    .toList();
                        })
                        .toList());
    }

    Answer byKind(Supply supply) {
        List<Supply.Kind> kinds = supply.kinds();
        Supply.Kind largest = kinds.getFirst();
        long single = kinds.stream().filter(k -> k.first().share() > 0.9).count();
        List<Finding> found = new ArrayList<>(List.of(
                Finding.headline(
                        words.begin(
                                "find.kinds",
                                "single",
                                single,
                                "all",
                                kinds.size(),
                                "home",
                                the(home),
                                "window",
                                window(supply.latest())),
                        new Figure(0, "first_share")),
                Finding.story(
                        words.begin(
                                "find.kind.largest",
                                "kind",
                                weapon(largest.kind()),
                                "supplier",
                                the(largest.first().economy()),
                                "share",
                                words.percent(largest.first().share())),
                        new Figure(0, "tiv"),
                        new Figure(0, "first_share"))));
        found.addAll(values());
        return answer(
                "heading.kinds",
                Table.of(
                        head("title", supply.arms().source()),
                        List.of(
                                new Column<Supply.Kind>("weapon", k -> weapon(k.kind())),
                                new Column<>("arms_window", k -> window(k.window())),
                                new Column<>("tiv", Supply.Kind::tiv),
                                new Column<>(
                                        "first_supplier", k -> name(k.first().economy())),
                                new Column<>("first_share", k -> k.first().share()),
                                new Column<>("arms_hhi", Supply.Kind::concentration)),
                        kinds),
                found,
                List.of(byKindMap(supply)),
                List.of("weapon", "tiv", "first_supplier", "first_share", "arms_hhi"));
    }

    private record Delivery(String window, Arms.Supplier to) {}

    Answer exports(Supply supply, Arms.World world) {
        List<Delivery> rows = supply.latestFirst().stream()
                .flatMap(w -> supply.arms().recipientsOf(home, w).stream().map(to -> new Delivery(w, to)))
                .toList();
        List<Finding> found = new ArrayList<>();
        found.add(
                rows.isEmpty()
                        ? Finding.headline(words.begin("find.exports.none", "home", the(home)))
                        : Finding.headline(
                                words.begin(
                                        "find.exports",
                                        "home",
                                        the(home),
                                        "window",
                                        window(rows.getFirst().window()),
                                        "who",
                                        the(rows.getFirst().to().economy()),
                                        "share",
                                        words.percent(rows.getFirst().to().share())),
                                new Figure(0, "recipient_share")));
        place(world).ifPresent(found::add);
        found.add(Finding.assumption(words.begin("assume.tiv")));
        found.add(Finding.limit(words.begin("limit.recipients")));
        List<String> labels =
                rows.stream().map(d -> name(d.to().economy())).distinct().toList();
        List<Chart> charts = rows.isEmpty()
                ? List.of()
                : List.of(new Chart.HeatMap(
                        words.say("unit.tiv"),
                        labels,
                        supply.windows().stream().map(this::window).toList(),
                        labels.stream()
                                .map(label -> supply.windows().stream()
                                        .map(w -> rows.stream()
                                                .filter(d -> d.window().equals(w)
                                                        && name(d.to().economy())
                                                                .equals(label))
                                                .mapToDouble(d -> d.to().tiv())
                                                .sum())
                                        .toList())
                                .toList()));
        return answer(
                "heading.exports",
                Table.of(
                        head("title.exports", supply.arms().source()),
                        List.of(
                                new Column<Delivery>("arms_window", d -> window(d.window())),
                                new Column<>("recipient", d -> d.to().economy()),
                                new Column<>("recipient_name", d -> name(d.to().economy())),
                                new Column<>("tiv", d -> d.to().tiv()),
                                new Column<>("recipient_share", d -> d.to().share())),
                        rows),
                found,
                charts,
                List.of("arms_window", "recipient_name", "tiv", "recipient_share"));
    }

    /** Where home stands among the exporters of the world, if among the first fifteen. */
    private Optional<Finding> place(Arms.World world) {
        String window = "2020-2024";
        List<Arms.Supplier> exporters = world.exporters(window).stream()
                .filter(s -> !s.economy().equals("ZZZ"))
                .toList();
        return IntStream.range(0, exporters.size())
                .filter(k -> exporters.get(k).economy().equals(home))
                .mapToObj(k -> Finding.story(words.begin(
                        "find.place",
                        "home",
                        the(home),
                        "place",
                        k + 1,
                        "share",
                        words.percent(exporters.get(k).share()),
                        "window",
                        window)))
                .findFirst();
    }

    Answer chain(List<KillChainLink> chain) {
        List<KillChainLink> blank = chain.stream().filter(KillChainLink::blank).toList();
        long abroad = chain.stream()
                .filter(l -> l.own().isEmpty() && !l.partners().isEmpty())
                .count();
        List<Finding> found = new ArrayList<>(List.of(Finding.headline(
                words.begin(
                        "find.chain",
                        "count",
                        chain.size(),
                        "home",
                        the(home),
                        "abroad",
                        abroad,
                        "blank",
                        blank.size()),
                new Figure(0, "chain_own"))));
        if (!blank.isEmpty()) {
            found.add(Finding.story(words.begin(
                    "find.blank",
                    "what",
                    words.and(blank.stream().map(KillChainLink::what).toList()))));
        }
        List<KillChainLink> unseen = chain.stream()
                .filter(l -> !l.blank() && l.evidence() == Evidence.FROM_MEMORY)
                .toList();
        if (!unseen.isEmpty()) {
            found.add(Finding.limit(words.begin(
                    "limit.memory",
                    "count",
                    unseen.size(),
                    "all",
                    chain.size(),
                    "what",
                    words.and(unseen.stream().map(KillChainLink::what).toList()))));
        }
        found.add(Finding.limit(words.begin("limit.chain")));
        List<String> links = chain.stream().map(KillChainLink::link).distinct().toList();
        Chart chart = new Chart.Bars(
                words.say("unit.parts"),
                links.stream().map(this::link).toList(),
                Stream.of("own", "both", "abroad", "blank")
                        .map(state -> new Chart.Series(
                                words.say("chain." + state),
                                links.stream()
                                        .map(link -> (double) chain.stream()
                                                .filter(l -> l.link().equals(link) && state(l).equals(state))
                                                .count())
                                        .toList()))
                        .toList());
        return answer(
                "heading.chain",
                Table.of(
                        head("title.chain", words.say("source.chain")),
                        List.of(
                                new Column<KillChainLink>("chain_link", l -> link(l.link())),
                                new Column<>("chain_part", KillChainLink::what),
                                new Column<>("chain_own", KillChainLink::own),
                                new Column<>(
                                        "chain_partners",
                                        l -> String.join(
                                                ", ",
                                                l.partners().stream()
                                                        .map(this::name)
                                                        .toList())),
                                new Column<>("evidence", l -> l.blank() ? "" : evidence(l.evidence())),
                                new Column<>("source", KillChainLink::source),
                                new Column<>("note", KillChainLink::note)),
                        chain),
                found,
                List.of(chart),
                List.of("chain_link", "chain_part", "chain_own", "chain_partners", "evidence", "note"));
    }

    private static String state(KillChainLink link) {
        if (link.blank()) {
            return "blank";
        }
        return link.own().isEmpty() ? "abroad" : link.partners().isEmpty() ? "own" : "both";
    }

    private Answer answer(String heading, Table table, List<Finding> found, List<Chart> charts, List<String> fields) {
        return new Answer(
                title(heading),
                table,
                found,
                charts,
                new Answer.Shown(fields, Math.min(20, table.rows().size())),
                Provenance.of());
    }

    private Table.Head head(String title, String source) {
        return new Table.Head(
                title(title),
                "",
                home,
                words.say("unit.tiv.long"),
                words.say("method"),
                Map.of(),
                List.of(words.say("source.sipri"), source).stream().distinct().toList(),
                List.of(),
                words);
    }

    private String window(String window) {
        return window.equals(Arms.ORDERED) ? words.say("ordered") : window;
    }

    private String evidence(Evidence evidence) {
        return words.say("evidence." + evidence.name().toLowerCase(Locale.ROOT));
    }

    private String weapon(String kind) {
        return words.say("weapon." + key(kind));
    }

    private String link(String link) {
        return words.text("chainlink." + key(link)).orElse(link);
    }

    private static String key(String text) {
        return text.replaceAll("[^a-z]+", "_");
    }

    private String name(String code) {
        return words.name(words.economy(code));
    }

    private String the(String code) {
        return words.the(words.economy(code));
    }
}
