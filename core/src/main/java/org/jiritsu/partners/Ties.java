package org.jiritsu.partners;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** All ties that are known, of every economy, layer and date, and the networks that they make. */
public final class Ties {
    /** The books that count unless others are asked for: COW says of the same pacts as ATOP, to an earlier year. */
    public static final Set<Book> USUAL_BOOKS = Set.of(Book.LIST, Book.ATOP, Book.OWN);

    private static final int FIRST_YEAR = 1815;
    private static final int DEFENCE_LEVEL = 3;
    private static final Map<Layer, Integer> LEVELS =
            Map.of(Layer.DEFENCE, DEFENCE_LEVEL, Layer.NON_AGGRESSION, 2, Layer.CONSULTATION, 1);

    private final List<Tie> ties;
    private final List<Group> groups;
    private final List<StateSpell> states;
    private final SortedSet<String> economies;

    private Ties(List<Tie> ties, List<Group> groups, List<StateSpell> states, Collection<String> economies) {
        this.ties = List.copyOf(ties);
        this.groups = List.copyOf(groups);
        this.states = List.copyOf(states);
        this.economies = new TreeSet<>(economies);
    }

    /** Something that came about on a day. */
    public record Event(TieDate date, Tie tie, Status status) {}

    /**
     * Which ties count.
     *
     * @param layers of these layers
     * @param books written down in these books
     * @param date on this day
     * @param counting in force, or signed at least
     */
    public record Choice(Set<Layer> layers, Set<Book> books, LocalDate date, Counting counting) {
        /** In force on a day, in the usual books. */
        public static Choice inForce(Set<Layer> layers, LocalDate date) {
            return new Choice(layers, USUAL_BOOKS, date, Counting.IN_FORCE);
        }

        boolean takes(Tie tie) {
            return layers.contains(tie.layer()) && books.contains(tie.book());
        }
    }

    /**
     * The ties, groups and code books that come with the program.
     *
     * @param folder {@code data/partners}
     */
    public static Ties bundled(Path folder) {
        List<StateSpell> states = StateSpell.read(folder.resolve("states.csv"));
        TieFile reader = TieFile.bundled();
        List<Tie> ties = new ArrayList<>();
        ties.addAll(reader.ties(folder.resolve("ties.csv"), Book.LIST));
        ties.addAll(reader.ties(folder.resolve("trade_agreements.csv"), Book.LIST));
        ties.addAll(CodeBooks.atop(folder.resolve("atop.csv.gz"), states));
        ties.addAll(CodeBooks.cow(folder.resolve("cow.csv.gz"), states));
        List<Group> groups = reader.groups(folder.resolve("groups.csv"));
        Set<String> economies = new HashSet<>();
        states.forEach(s -> economies.add(s.economy()));
        ties.forEach(t -> t.members().forEach(m -> economies.add(m.economy())));
        groups.forEach(g -> g.members().forEach(m -> economies.add(m.economy())));
        return new Ties(ties, groups, states, economies);
    }

    /**
     * These ties and a person's own.
     *
     * @param file CSV with the columns layer, name, members (codes with ';' between them), signed and in_force, and, if
     *     wanted, giver, ended, evidence, source, note. A member that joined or left on another day is written
     *     {@code GBR@2024-12-15} or {@code GBR@1973-01-01..2020-12-31}.
     * @throws InputException naming the line and column of what is wrong
     */
    public Ties with(Path file) {
        List<Tie> all = new ArrayList<>(ties);
        all.addAll(TieFile.own(economies).ties(FileAccess.require(file), Book.OWN));
        return new Ties(all, groups, states, economies);
    }

    public List<Tie> all() {
        return ties;
    }

    public List<Group> groups() {
        return groups;
    }

    /** Every code that a tie may name: economies, EU and NATO, and states that are gone. */
    public SortedSet<String> economies() {
        return economies;
    }

    /** Codes of the states that there were on a day, by Correlates of War's list (after 2016: as then), in order. */
    public List<String> statesAt(LocalDate day) {
        return states.stream()
                .filter(s -> s.includes(day))
                .map(StateSpell::economy)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * An economy that is known.
     *
     * @throws InputException if it is not
     */
    public String require(String economy) {
        if (!economies.contains(economy)) {
            throw InputException.use(
                    "'" + economy + "' is no economy of the ties",
                    "a code such as JPN",
                    economy,
                    NearestWord.of(economy, economies)
                            .map(near -> near + " is meant.")
                            .orElse("it is a name: write its ISO code of three letters."));
        }
        return economy;
    }

    /** Ties that concern an economy, whatever their date, by layer and then by date. */
    public List<Tie> of(String economy, Set<Layer> layers, Set<Book> books) {
        require(economy);
        return ties.stream()
                .filter(t -> layers.contains(t.layer()) && books.contains(t.book()) && t.concerns(economy))
                .sorted(Comparator.comparing(Tie::layer)
                        .thenComparing(t -> t.inForce()
                                .or(t::signed)
                                .map(d -> d.first().toString())
                                .orElse("9"))
                        .thenComparing(Tie::name))
                .toList();
    }

    /** Those to whom an economy is tied, in order. */
    public List<String> partners(String economy, Choice choice) {
        require(economy);
        checkDate(choice.date());
        SortedSet<String> partners = new TreeSet<>();
        for (Tie tie : ties) {
            if (choice.takes(tie)) {
                partners.addAll(tie.tiedTo(economy, choice.date(), choice.counting()));
            }
        }
        return List.copyOf(partners);
    }

    /** Ties that count between two economies. */
    public List<Tie> between(String a, String b, Choice choice) {
        require(a);
        require(b);
        return ties.stream()
                .filter(t -> choice.takes(t)
                        && t.tiedTo(a, choice.date(), choice.counting()).contains(b))
                .toList();
    }

    /**
     * The network of some economies.
     *
     * @throws InputException if one is not known or named twice, there are fewer than two, or the date is before all books
     */
    public Network network(List<String> economies, Choice choice) {
        checkDate(choice.date());
        economies.forEach(this::require);
        Set<String> wanted = new HashSet<>(economies);
        if (wanted.size() < 2 || wanted.size() < economies.size()) {
            throw InputException.use(
                    "The economies of a network",
                    "two or more, each once",
                    String.join(", ", economies),
                    "one of them is written twice.");
        }
        List<Network.Edge> edges = new ArrayList<>();
        for (Tie tie : ties) {
            if (choice.takes(tie)) {
                edges.addAll(tie.pairs(wanted, choice.date(), choice.counting()));
            }
        }
        return new Network(economies, edges);
    }

    /** What was signed, came into force and ended for an economy from one day to another, by date: growth as a film. */
    public List<Event> events(String economy, Set<Layer> layers, Set<Book> books, LocalDate from, LocalDate to) {
        List<Event> events = new ArrayList<>();
        for (Tie tie : of(economy, layers, books)) {
            tie.signed().ifPresent(d -> events.add(new Event(d, tie, Status.SIGNED)));
            tie.inForce().ifPresent(d -> events.add(new Event(d, tie, Status.IN_FORCE)));
            tie.ended().ifPresent(d -> events.add(new Event(d, tie, Status.ENDED)));
        }
        return events.stream()
                .filter(e ->
                        !e.date().first().isBefore(from) && !e.date().first().isAfter(to))
                .sorted(Comparator.comparing(Event::date)
                        .thenComparing(e -> e.tie().layer())
                        .thenComparing(e -> e.tie().name())
                        .thenComparing(Event::status))
                .toList();
    }

    /**
     * A state's pacts with every state of a day, as {@link #portfolios} has them.
     *
     * @param book ATOP or COW
     */
    public int[] portfolio(String economy, LocalDate day, Book book) {
        int[] portfolio = portfolios(day, book).get(require(economy));
        if (portfolio == null) {
            throw new IllegalArgumentException(economy + " was no state on " + day);
        }
        return portfolio;
    }

    /**
     * Every state's pacts with every state of a day, in the order of {@link #statesAt}: 3 defence, 2 non-aggression or
     * neutrality, 1 consultation, 0 none; 3 with itself (Signorino and Ritter 1999).
     *
     * @param book ATOP or COW
     */
    public Map<String, int[]> portfolios(LocalDate day, Book book) {
        List<String> states = statesAt(day);
        Set<String> known = new HashSet<>(states);
        Map<String, Integer> at = new HashMap<>();
        Map<String, int[]> portfolios = new HashMap<>();
        for (String state : states) {
            at.put(state, at.size());
            portfolios.put(state, new int[states.size()]);
        }
        states.forEach(s -> raise(portfolios, at, new Network.Edge(s, s), DEFENCE_LEVEL));
        LEVELS.forEach((layer, level) -> ties.stream()
                .filter(choice(layer, book, day)::takes)
                .flatMap(tie -> tie.pairs(known, day, Counting.IN_FORCE).stream())
                .forEach(pair -> raise(portfolios, at, pair, level)));
        return portfolios;
    }

    private static void raise(Map<String, int[]> portfolios, Map<String, Integer> at, Network.Edge pair, int level) {
        int a = Objects.requireNonNull(at.get(pair.a()));
        int b = Objects.requireNonNull(at.get(pair.b()));
        int[] ofA = Objects.requireNonNull(portfolios.get(pair.a()));
        int[] ofB = Objects.requireNonNull(portfolios.get(pair.b()));
        ofA[b] = Math.max(ofA[b], level);
        ofB[a] = Math.max(ofB[a], level);
    }

    private static Choice choice(Layer layer, Book book, LocalDate day) {
        return new Choice(EnumSet.of(layer), EnumSet.of(book), day, Counting.IN_FORCE);
    }

    private static void checkDate(LocalDate date) {
        if (date.getYear() < FIRST_YEAR) {
            throw InputException.use(
                    "There are no ties of that date",
                    "a day from %d-01-01 on".formatted(FIRST_YEAR),
                    date.toString(),
                    "the year has a digit too few.");
        }
    }
}
