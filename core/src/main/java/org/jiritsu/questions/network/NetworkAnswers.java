package org.jiritsu.questions.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
import org.jiritsu.partners.Counting;
import org.jiritsu.partners.Evidence;
import org.jiritsu.partners.Layer;
import org.jiritsu.partners.Member;
import org.jiritsu.partners.MissingTie;
import org.jiritsu.partners.Network;
import org.jiritsu.partners.Status;
import org.jiritsu.partners.Tie;
import org.jiritsu.partners.TieDate;
import org.jiritsu.partners.Ties;
import org.jiritsu.questions.network.Scene.Measured;

/** Networks as answers: tables, sentences, pictures. */
final class NetworkAnswers {
    private static final int NAMED = 3;
    private static final int NAMED_FROM_MEMORY = 5;

    private final Words words;
    private final Scene scene;

    NetworkAnswers(Words words, Scene scene) {
        this.words = words;
        this.scene = scene;
    }

    String title() {
        return words.begin("title", "home", the(scene.home()), "date", date());
    }

    Answer measures() {
        List<Measured> all = scene.byLayer();
        Measured whole = all.getFirst();
        List<Finding> found = new ArrayList<>(List.of(
                shape(whole),
                Finding.story(left(whole), new Figure(0, "linked_without")),
                homeTies(whole),
                next(whole.network().missing(whole.away()))));
        found.addAll(assumed(whole));
        return answer(
                "heading",
                measured(all),
                found,
                List.of(byLayer(whole), byPair()),
                List.of(
                        "layer",
                        "ties",
                        "density",
                        "degree_centralisation",
                        "betweenness_centralisation",
                        "hub",
                        "home_ties",
                        "linked_without",
                        "alone_without",
                        "from_memory"),
                all.size());
    }

    private Finding shape(Measured whole) {
        Network network = whole.network();
        return Finding.headline(
                words.begin(
                        network.hub().isPresent() ? "find.shape" : "find.none",
                        "count",
                        network.names().size(),
                        "date",
                        date(),
                        "ties",
                        network.edges().size(),
                        "centralisation",
                        index(network.degreeCentralisation()),
                        "density",
                        index(network.density()),
                        "hub",
                        network.hub().map(this::the).orElse("")),
                new Figure(0, "degree_centralisation"),
                new Figure(0, "density"));
    }

    private String left(Measured whole) {
        if (whole.away().isEmpty()) {
            return words.begin("find.left.none");
        }
        String away = the(whole.away().orElseThrow());
        return whole.linked().isEmpty()
                ? words.begin("find.left.nobody", "hub", away)
                : words.begin(
                        whole.alone().isEmpty() ? "find.left.all" : "find.left",
                        "hub",
                        away,
                        "linked",
                        whole.linked().stream()
                                .map(this::names)
                                .reduce((a, b) -> words.say("find.left.then", "a", a, "b", b))
                                .orElse(""),
                        "alone",
                        names(whole.alone()));
    }

    private Finding homeTies(Measured whole) {
        List<String> tied = whole.neighbours(scene.home());
        return Finding.story(
                words.begin(
                        tied.isEmpty() ? "find.home.none" : "find.home",
                        "home",
                        the(scene.home()),
                        "count",
                        tied.size(),
                        "all",
                        scene.among().size() - 1,
                        "who",
                        names(tied)),
                new Figure(0, "home_ties"));
    }

    private Finding next(List<MissingTie> missing) {
        return missing.isEmpty()
                ? Finding.story(words.begin("find.complete"))
                : Finding.story(nextSaid(missing.getFirst()));
    }

    private String nextSaid(MissingTie tie) {
        return words.begin(
                tie.joined() > 0 ? "find.next" : "find.next.inside",
                "pair",
                pair(tie),
                "joined",
                tie.joined(),
                "centralisation",
                index(tie.degreeCentralisation()));
    }

    List<Finding> assumed(Measured whole) {
        List<Finding> found = new ArrayList<>(List.of(
                Finding.assumption(words.begin(
                        scene.choice().counting() == Counting.SIGNED ? "assume.signed" : "assume.inforce",
                        "layers",
                        words.and(scene.choice().layers().stream()
                                .map(this::layer)
                                .toList()))),
                Finding.assumption(words.begin("assume.books"))));
        memory(whole.fromMemory(), whole.ties().size()).ifPresent(found::add);
        found.add(Finding.limit(words.begin("limit.promise")));
        found.add(Finding.limit(words.begin("limit.coverage")));
        return found;
    }

    private Optional<Finding> memory(List<Tie> unseen, int all) {
        if (unseen.isEmpty()) {
            return Optional.empty();
        }
        List<String> named =
                unseen.stream().map(Tie::name).limit(NAMED_FROM_MEMORY).toList();
        return Optional.of(Finding.limit(words.begin(
                unseen.size() > named.size() ? "limit.memory.more" : "limit.memory",
                "count",
                unseen.size(),
                "all",
                all,
                "names",
                unseen.size() > named.size() ? String.join(", ", named) : words.and(named))));
    }

    private Table measured(List<Measured> all) {
        return Table.of(
                head("title.measures", "unit.measures"),
                List.of(
                        new Column<Measured>(
                                "layer", m -> m.layer().map(this::layer).orElse(words.say("together"))),
                        new Column<>("ties", m -> m.network().edges().size()),
                        new Column<>("density", m -> m.network().density()),
                        new Column<>("degree_centralisation", m -> m.network().degreeCentralisation()),
                        new Column<>(
                                "betweenness_centralisation", m -> m.network().betweennessCentralisation()),
                        new Column<>(
                                "eigenvector_centralisation",
                                m -> m.network().eigenvectorCentralisation().orElse(Double.NaN)),
                        new Column<>(
                                "hub", m -> m.network().hub().map(this::name).orElse("")),
                        new Column<>("home_ties", m -> m.degree(scene.home())),
                        new Column<>("home_partners", m -> String.join(", ", m.neighbours(scene.home()))),
                        new Column<>("taken_away", m -> m.away().map(this::name).orElse("")),
                        new Column<>("linked_without", NetworkAnswers::linked),
                        new Column<>("alone_without", m -> String.join(", ", m.alone())),
                        new Column<>("agreements", m -> m.ties().size()),
                        new Column<>("from_memory", m -> m.fromMemory().size())),
                all);
    }

    private static String linked(Measured measured) {
        return String.join(
                "; ",
                measured.linked().stream().map(set -> String.join(", ", set)).toList());
    }

    /** Agreements of home with each, by layer. */
    Chart byLayer(Measured whole) {
        List<String> partners = whole.neighbours(scene.home());
        Map<Layer, Map<String, Double>> counts = new EnumMap<>(Layer.class);
        for (Layer layer : scene.choice().layers()) {
            Map<String, Double> with = Objects.requireNonNull(
                    scene.counts(List.of(scene.home()), EnumSet.of(layer)).get(scene.home()));
            if (partners.stream().anyMatch(with::containsKey)) {
                counts.put(layer, with);
            }
        }
        return counts.isEmpty()
                ? new Chart.None()
                : new Chart.HeatMap(
                        words.say("unit.agreements"),
                        partners.stream().map(this::name).toList(),
                        counts.keySet().stream().map(this::layer).toList(),
                        partners.stream()
                                .map(p -> counts.values().stream()
                                        .map(with -> with.getOrDefault(p, 0.0))
                                        .toList())
                                .toList());
    }

    /** Agreements between each two. */
    private Chart byPair() {
        List<String> labels = scene.among().stream().map(this::name).toList();
        Map<String, Map<String, Double>> counts =
                scene.counts(scene.among(), scene.choice().layers());
        return new Chart.HeatMap(
                words.say("unit.agreements"),
                labels,
                labels,
                scene.among().stream()
                        .map(a -> scene.among().stream()
                                .map(b -> counts.getOrDefault(a, Map.of()).getOrDefault(b, 0.0))
                                .toList())
                        .toList());
    }

    Answer missing() {
        Measured whole = scene.measured();
        List<MissingTie> missing = whole.network().missing(whole.away());
        List<Finding> found = new ArrayList<>();
        if (missing.isEmpty()) {
            found.add(Finding.headline(words.begin("find.complete")));
        } else {
            found.add(Finding.headline(nextSaid(missing.getFirst()), new Figure(0, "joined")));
            found.add(Finding.story(left(whole)));
            IntStream.range(0, missing.size())
                    .filter(k -> isOfHome(missing.get(k)))
                    .limit(1)
                    .forEach(k -> found.add(Finding.story(
                            words.begin(
                                    "find.next.home",
                                    "home",
                                    the(scene.home()),
                                    "pair",
                                    pair(missing.get(k)),
                                    "joined",
                                    missing.get(k).joined(),
                                    "centralisation",
                                    index(missing.get(k).degreeCentralisation())),
                            new Figure(k, "joined"))));
        }
        found.addAll(assumed(whole));
        List<MissingTie> drawn = missing.stream().limit(15).toList();
        Chart chart = new Chart.Bars(
                words.say("unit.pairs"),
                drawn.stream().map(this::pair).toList(),
                List.of(new Chart.Series(
                        words.say("chart.joined"),
                        drawn.stream().map(m -> (double) m.joined()).toList())));
        return answer(
                "heading.missing",
                Table.of(
                        head("title.missing", "unit.measures"),
                        List.of(
                                new Column<MissingTie>("tie_a", m -> name(m.a())),
                                new Column<>("tie_b", m -> name(m.b())),
                                new Column<>("joined", MissingTie::joined),
                                new Column<>("density", MissingTie::density),
                                new Column<>("degree_centralisation", MissingTie::degreeCentralisation)),
                        missing),
                found,
                List.of(drawn.stream().allMatch(m -> m.joined() == 0) ? new Chart.None() : chart),
                List.of("tie_a", "tie_b", "joined", "density", "degree_centralisation"),
                Math.min(15, missing.size()));
    }

    private boolean isOfHome(MissingTie tie) {
        return tie.a().equals(scene.home()) || tie.b().equals(scene.home());
    }

    private record Frame(int year, Measured measured) {
        double largestWithout() {
            return measured.linked().stream().mapToInt(List::size).max().orElse(1);
        }
    }

    Answer film(List<Integer> years) {
        List<Frame> frames = years.stream()
                .map(year -> new Frame(year, scene.at(LocalDate.of(year, 12, 31))))
                .toList();
        Frame first = frames.getFirst();
        Frame last = frames.getLast();
        List<Finding> found = new ArrayList<>(List.of(
                Finding.headline(
                        words.begin(
                                "find.film",
                                "from",
                                first.year(),
                                "until",
                                last.year(),
                                "before",
                                first.measured().network().edges().size(),
                                "after",
                                last.measured().network().edges().size(),
                                "was",
                                index(first.measured().network().degreeCentralisation()),
                                "is",
                                index(last.measured().network().degreeCentralisation())),
                        new Figure(0, "degree_centralisation"),
                        new Figure(frames.size() - 1, "degree_centralisation")),
                Finding.story(left(last.measured()))));
        news(years).ifPresent(found::add);
        found.addAll(assumed(last.measured()));
        return answer(
                "heading.film",
                filmed(frames),
                found,
                List.of(
                        lines(
                                frames,
                                "unit.index",
                                List.of(
                                        new Drawn(
                                                "chart.centralisation",
                                                f -> f.measured().network().degreeCentralisation()),
                                        new Drawn(
                                                "chart.density",
                                                f -> f.measured().network().density()))),
                        lines(
                                frames,
                                "unit.count",
                                List.of(
                                        new Drawn(
                                                "chart.ties",
                                                f -> f.measured()
                                                        .network()
                                                        .edges()
                                                        .size()),
                                        new Drawn(
                                                "chart.home", f -> f.measured().degree(scene.home())),
                                        new Drawn("chart.without", Frame::largestWithout)))),
                List.of(
                        "year",
                        "ties",
                        "density",
                        "degree_centralisation",
                        "hub",
                        "home_ties",
                        "linked_without",
                        "from_memory"),
                frames.size());
    }

    private record Drawn(String key, ToDoubleFunction<Frame> of) {}

    private Chart lines(List<Frame> frames, String unit, List<Drawn> drawn) {
        return new Chart.Lines(
                words.say(unit),
                frames.stream().map(f -> Integer.toString(f.year())).toList(),
                drawn.stream()
                        .map(d -> new Chart.Series(
                                words.say(d.key(), "home", name(scene.home())),
                                frames.stream()
                                        .map(f -> d.of().applyAsDouble(f))
                                        .toList()))
                        .toList());
    }

    /** The latest that came about for home. */
    private Optional<Finding> news(List<Integer> years) {
        List<Ties.Event> events = scene
                .ties()
                .events(
                        scene.home(),
                        scene.choice().layers(),
                        scene.choice().books(),
                        LocalDate.of(years.getFirst(), 1, 1),
                        LocalDate.of(years.getLast(), 12, 31))
                .stream()
                .filter(event -> event.status() == Status.IN_FORCE)
                .sorted(Comparator.comparing(Ties.Event::date))
                .toList();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<String> latest = events.subList(Math.max(0, events.size() - NAMED), events.size()).stream()
                .map(event -> words.say(
                        "find.event",
                        "tie",
                        event.tie().name() + mark(event.tie()),
                        "date",
                        event.date().written()))
                .toList();
        return Optional.of(Finding.story(words.begin(
                "find.news", "count", events.size(), "home", the(scene.home()), "latest", words.and(latest))));
    }

    private Table filmed(List<Frame> frames) {
        return Table.of(
                head("title.film", "unit.measures"),
                List.of(
                        new Column<Frame>("year", Frame::year),
                        new Column<>("ties", f -> f.measured().network().edges().size()),
                        new Column<>("density", f -> f.measured().network().density()),
                        new Column<>(
                                "degree_centralisation",
                                f -> f.measured().network().degreeCentralisation()),
                        new Column<>(
                                "hub",
                                f -> f.measured()
                                        .network()
                                        .hub()
                                        .map(this::name)
                                        .orElse("")),
                        new Column<>("home_ties", f -> f.measured().degree(scene.home())),
                        new Column<>("linked_without", f -> linked(f.measured())),
                        new Column<>(
                                "from_memory", f -> f.measured().fromMemory().size())),
                frames);
    }

    /** @param with whom home has signed; with anybody if empty */
    Answer list(Optional<String> with) {
        List<Tie> ties = scene.ofHome().stream()
                .filter(tie -> with.map(tie::concerns).orElse(true))
                .toList();
        List<Tie> unseen =
                ties.stream().filter(t -> t.evidence() == Evidence.FROM_MEMORY).toList();
        Map<Status, Long> by = ties.stream()
                .collect(Collectors.groupingBy(t -> t.at(scene.choice().date()), Collectors.counting()));
        List<Finding> found = new ArrayList<>(List.of(Finding.headline(words.begin(
                with.isPresent() ? "find.list.with" : "find.list",
                "with",
                with.map(this::the).orElse(""),
                "home",
                the(scene.home()),
                "date",
                date(),
                "force",
                by.getOrDefault(Status.IN_FORCE, 0L),
                "signed",
                by.getOrDefault(Status.SIGNED, 0L),
                "ended",
                by.getOrDefault(Status.ENDED, 0L)))));
        memory(unseen, ties.size()).ifPresent(found::add);
        found.add(Finding.limit(words.begin("limit.promise")));
        found.add(Finding.limit(words.begin("limit.coverage")));
        List<Layer> layers = Stream.of(Layer.values())
                .filter(layer -> ties.stream().anyMatch(t -> t.layer() == layer))
                .toList();
        Function<Evidence, List<Double>> counted = evidence -> layers.stream()
                .map(layer -> (double) ties.stream()
                        .filter(t -> t.layer() == layer && t.evidence() == evidence)
                        .count())
                .toList();
        Chart chart = layers.isEmpty()
                ? new Chart.None()
                : new Chart.Bars(
                        words.say("unit.agreements"),
                        layers.stream().map(this::layer).toList(),
                        Stream.of(Evidence.values())
                                .map(e -> new Chart.Series(evidence(e), counted.apply(e)))
                                .toList());
        return answer(
                "heading.list",
                listed(ties),
                found,
                List.of(chart),
                List.of("layer", "tie", "members", "signed", "in_force", "status", "evidence"),
                ties.size());
    }

    private Table listed(List<Tie> ties) {
        return Table.of(
                head("title.list", "unit.list"),
                List.of(
                        new Column<Tie>("layer", t -> layer(t.layer())),
                        new Column<>("tie", t -> t.name() + mark(t)),
                        new Column<>("members", this::members),
                        new Column<>("giver", t -> t.giver().orElse("")),
                        new Column<>("signed", t -> day(t.signed())),
                        new Column<>("in_force", t -> day(t.inForce())),
                        new Column<>("ended", t -> day(t.ended())),
                        new Column<>(
                                "status",
                                t -> words.say("status."
                                        + t.at(scene.choice().date()).name().toLowerCase(Locale.ROOT))),
                        new Column<>(
                                "book", t -> words.say("book." + t.book().name().toLowerCase(Locale.ROOT))),
                        new Column<>("evidence", t -> evidence(t.evidence())),
                        new Column<>("source", Tie::source),
                        new Column<>("note", Tie::note)),
                ties);
    }

    private String members(Tie tie) {
        return String.join(
                ", ", tie.members().stream().map(Member::economy).distinct().toList());
    }

    private static String day(Optional<TieDate> date) {
        return date.map(TieDate::written).orElse("");
    }

    Answer answer(String heading, Table table, List<Finding> found, List<Chart> charts, List<String> fields, int rows) {
        return new Answer(
                words.begin(heading, "home", the(scene.home()), "date", date()),
                table,
                found,
                charts.stream().filter(c -> !(c instanceof Chart.None)).toList(),
                new Answer.Shown(fields, rows),
                Provenance.of());
    }

    Table.Head head(String title, String unit) {
        return head(title, unit, Map.of());
    }

    /** @param facts of the whole table */
    Table.Head head(String title, String unit, Map<String, Object> facts) {
        return new Table.Head(
                words.begin(title, "home", the(scene.home()), "date", date()),
                "",
                scene.home(),
                words.say(unit),
                words.say("method"),
                facts,
                List.of(words.say("source.list"), words.say("source.wto"), words.say("source.atop")),
                List.of(words.say("limit.coverage")),
                words);
    }

    String mark(Tie tie) {
        return tie.evidence() == Evidence.FROM_MEMORY ? words.say("mark.memory") : "";
    }

    private String evidence(Evidence evidence) {
        return words.say("evidence." + evidence.name().toLowerCase(Locale.ROOT));
    }

    String layer(Layer layer) {
        return words.say("layer." + layer.name().toLowerCase(Locale.ROOT));
    }

    String date() {
        return words.date(scene.choice().date());
    }

    private String pair(MissingTie tie) {
        return words.say("pair", "a", name(tie.a()), "b", name(tie.b()));
    }

    String names(List<String> codes) {
        return words.and(codes.stream().map(this::the).toList());
    }

    String name(String code) {
        return words.name(words.economy(code));
    }

    String the(String code) {
        return words.the(words.economy(code));
    }

    private static String index(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
