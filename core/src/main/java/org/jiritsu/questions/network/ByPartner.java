package org.jiritsu.questions.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.partners.Network;
import org.jiritsu.partners.Similarity;
import org.jiritsu.partners.Tie;
import org.jiritsu.partners.Votes;
import org.jiritsu.questions.network.Scene.Measured;

/** One row a partner: what ties it to home, whether it stays linked without the hub, how alike its pacts and votes are. */
final class ByPartner {
    /** The last day of the code book by which pacts are compared. */
    private static final LocalDate ATOP_ENDS = LocalDate.of(2018, 12, 31);

    private static final int HIGHEST = 3;

    private final Words words;
    private final Scene scene;
    private final NetworkAnswers answers;
    private final Map<String, int[]> portfolios;
    private final Votes votes;

    /** @param portfolios of every state on the day of {@link #compared} */
    ByPartner(Words words, Scene scene, NetworkAnswers answers, Map<String, int[]> portfolios, Votes votes) {
        this.words = words;
        this.scene = scene;
        this.answers = answers;
        this.portfolios = portfolios;
        this.votes = votes;
    }

    /** How home and a partner stand to each other once the hub is taken away. */
    private enum Left {
        TIED,
        THROUGH_OTHERS,
        NOT_LINKED,
        TAKEN_AWAY
    }

    /** @param steps ties on the shortest way from home without the hub; -1 if there is none */
    private record Row(String partner, List<Tie> ties, int degree, Left left, int steps, Alike alike) {
        long fromMemory() {
            return Scene.fromMemory(ties).size();
        }
    }

    private record Alike(Optional<Similarity> pacts, OptionalDouble votes) {
        double s() {
            return pacts.map(Similarity::s).orElse(Double.NaN);
        }

        double kappa() {
            return pacts.map(p -> p.kappa().orElse(Double.NaN)).orElse(Double.NaN);
        }

        double pi() {
            return pacts.map(p -> p.pi().orElse(Double.NaN)).orElse(Double.NaN);
        }
    }

    Answer answer() {
        Measured whole = scene.measured();
        List<Row> rows = rows(whole);
        List<Finding> found = new ArrayList<>(findings(whole, rows));
        found.addAll(answers.assumed(whole));
        found.add(Finding.limit(words.begin("limit.alike")));
        return answers.answer(
                "heading.partners",
                table(rows, whole.away()),
                found,
                List.of(answers.byLayer(whole), alike(rows)),
                List.of(
                        "partner_name",
                        "agreements",
                        "layers",
                        "tied_without",
                        "kappa",
                        "votes_distance",
                        "from_memory"),
                rows.size());
    }

    private List<Row> rows(Measured whole) {
        String home = scene.home();
        Network left = whole.away().map(whole.network()::without).orElse(whole.network());
        int[] steps = left.steps(home);
        Optional<int[]> ours = Optional.ofNullable(portfolios.get(home));
        return whole.network().names().stream()
                .filter(other -> !other.equals(home))
                .map(other -> {
                    int at = left.names().indexOf(other);
                    return new Row(
                            other,
                            scene.between(other),
                            whole.degree(other),
                            left(at < 0 ? -2 : steps[at]),
                            at < 0 ? -1 : steps[at],
                            new Alike(
                                    ours.flatMap(o -> Optional.ofNullable(portfolios.get(other))
                                            .map(theirs -> alike(o, theirs))),
                                    votes.distance(home, other, voted())));
                })
                .sorted(Comparator.comparing((Row r) -> -r.ties().size()).thenComparing(Row::partner))
                .toList();
    }

    private static Left left(int steps) {
        return switch (steps) {
            case -2 -> Left.TAKEN_AWAY;
            case -1 -> Left.NOT_LINKED;
            case 1 -> Left.TIED;
            default -> Left.THROUGH_OTHERS;
        };
    }

    private static Similarity alike(int[] ours, int[] theirs) {
        return Similarity.of(ours, theirs, HIGHEST, Similarity.Distance.ABSOLUTE);
    }

    /** The day on which pacts are compared. */
    static LocalDate compared(LocalDate day) {
        return day.isAfter(ATOP_ENDS) ? ATOP_ENDS : day;
    }

    private int voted() {
        return Math.min(votes.latest(), scene.choice().date().getYear());
    }

    private List<Finding> findings(Measured whole, List<Row> rows) {
        Row first = rows.getFirst();
        List<Finding> found = new ArrayList<>();
        found.add(Finding.headline(
                words.begin(
                        first.ties().isEmpty() ? "find.partners.none" : "find.partners",
                        "home",
                        answers.the(scene.home()),
                        "date",
                        answers.date(),
                        "count",
                        rows.stream().filter(r -> !r.ties().isEmpty()).count(),
                        "most",
                        answers.the(first.partner()),
                        "ties",
                        first.ties().size()),
                new Figure(0, "agreements")));
        whole.away()
                .ifPresent(hub -> found.add(Finding.headline(words.begin(
                        "find.without",
                        "hub",
                        answers.the(hub),
                        "home",
                        answers.the(scene.home()),
                        "tied",
                        of(rows, Left.TIED),
                        "through",
                        of(rows, Left.THROUGH_OTHERS),
                        "none",
                        of(rows, Left.NOT_LINKED)))));
        return found;
    }

    private static long of(List<Row> rows, Left left) {
        return rows.stream().filter(r -> r.left() == left).count();
    }

    private Table table(List<Row> rows, Optional<String> away) {
        return Table.of(
                answers.head("title.partners", "unit.partners", Map.of("taken_away", away.orElse(""))),
                List.of(
                        new Column<Row>("partner", Row::partner),
                        new Column<>("partner_name", r -> answers.name(r.partner())),
                        new Column<>("agreements", r -> r.ties().size()),
                        new Column<>("layers", this::layers),
                        new Column<>("latest", this::latest),
                        new Column<>("from_memory", Row::fromMemory),
                        new Column<>("partner_ties", Row::degree),
                        new Column<>(
                                "tied_without",
                                r -> words.say("left." + r.left().name().toLowerCase(Locale.ROOT))),
                        new Column<>("steps_without", r -> r.steps() < 0 ? Double.NaN : (double) r.steps()),
                        new Column<>("s_score", r -> r.alike().s()),
                        new Column<>("kappa", r -> r.alike().kappa()),
                        new Column<>("scott_pi", r -> r.alike().pi()),
                        new Column<>("votes_distance", r -> r.alike().votes().orElse(Double.NaN))),
                rows);
    }

    private String layers(Row row) {
        return String.join(
                ", ",
                row.ties().stream()
                        .map(Tie::layer)
                        .distinct()
                        .sorted()
                        .map(answers::layer)
                        .toList());
    }

    private String latest(Row row) {
        return row.ties().stream()
                .flatMap(tie -> Stream.concat(tie.inForce().stream(), tie.signed().stream())
                        .limit(1)
                        .map(date ->
                                new Dated(date.first(), tie.name() + answers.mark(tie) + " (" + date.written() + ")")))
                .max(Comparator.comparing(Dated::day))
                .map(Dated::said)
                .orElse("");
    }

    private record Dated(LocalDate day, String said) {}

    private Chart alike(List<Row> rows) {
        List<Row> known = rows.stream()
                .filter(r -> Double.isFinite(r.alike().kappa()))
                .limit(15)
                .toList();
        return known.isEmpty()
                ? new Chart.None()
                : new Chart.Bars(
                        words.say(
                                "unit.alike",
                                "year",
                                compared(scene.choice().date()).getYear()),
                        known.stream().map(r -> answers.name(r.partner())).toList(),
                        List.of(
                                new Chart.Series(
                                        words.say("chart.s"),
                                        known.stream().map(r -> r.alike().s()).toList()),
                                new Chart.Series(
                                        words.say("chart.kappa"),
                                        known.stream()
                                                .map(r -> r.alike().kappa())
                                                .toList())));
    }
}
