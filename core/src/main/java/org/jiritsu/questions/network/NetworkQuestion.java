package org.jiritsu.questions.network;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Type;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.partners.Book;
import org.jiritsu.partners.Counting;
import org.jiritsu.partners.Layer;
import org.jiritsu.partners.Ties;
import org.jiritsu.partners.Votes;

/** Ties among economies: how far they hang on one hub, what holds without it, and which tie would join most. */
public final class NetworkQuestion implements Question {
    private static final Pattern SPAN = Pattern.compile("(\\d{4})\\.\\.(\\d{4})");
    private static final int MOST_YEARS = 250;
    /** The day to which the bundled ties are complete. */
    private static final LocalDate EDITION = LocalDate.of(2025, 12, 31);
    /** Agreements that bind forces to one another: promises not to attack, sales and gifts do not. */
    private static final Set<Layer> USUAL =
            EnumSet.of(Layer.DEFENCE, Layer.CONSULTATION, Layer.ACCESS, Layer.LOGISTICS, Layer.INFORMATION);

    private static final Type<Layer> LAYER = new Type<>(
            Type.Kind.CHOICE,
            words(),
            Layer.class,
            NetworkQuestion::layer,
            "layers such as defence,access: " + String.join(", ", words()));

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<List<Layer>> LAYERS = Param.list("layers", LAYER).as("LAYERS");
    private static final Param<LocalDate> AS_OF =
            Param.one("as-of", Types.DATE, EDITION).as("DATE");
    private static final Param<List<String>> AMONG =
            Param.list("among", Types.ECONOMY).as("ECONOMIES");
    private static final Param<Integer> AROUND =
            Param.one("around", Types.whole(1, 2), 1).as("STEPS");
    private static final Param<Optional<String>> WITHOUT =
            Param.maybe("without", Types.ECONOMY).as("HUB");
    private static final Param<Optional<Path>> OWN =
            Param.maybe("own", Types.FILE).as("FILE");
    private static final Param<Boolean> SIGNED = Param.flag("signed");
    private static final Param<Boolean> LIST = Param.flag("list");
    private static final Param<Optional<String>> WITH =
            Param.maybe("with", Types.ECONOMY).as("PARTNER");
    private static final Param<Boolean> BY_PARTNER = Param.flag("by-partner");
    private static final Param<Boolean> MISSING = Param.flag("missing");
    private static final Param<Optional<String>> FILM =
            Param.maybe("film", Types.TEXT).as("FROM..UNTIL");

    private static final List<String> SEVEN = List.of("--among", "USA,JPN,KOR,PHL,THA,AUS,NZL");

    private static List<String> words() {
        return Layer.keys().stream().map(NetworkQuestion::word).toList();
    }

    private static String word(String key) {
        return key.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Layer layer(String text) {
        int at = words().indexOf(word(text));
        if (at < 0) {
            throw InputException.use(
                    "There is no such layer of ties",
                    "one of " + String.join(", ", words()),
                    text,
                    "you meant " + NearestWord.of(word(text), words()).orElse("defence") + ".");
        }
        return Layer.values()[at];
    }

    @Override
    public Spec spec() {
        return new Spec(
                "network",
                List.of(
                        HOME,
                        LAYERS,
                        AS_OF,
                        AMONG,
                        AROUND,
                        WITHOUT,
                        OWN,
                        SIGNED,
                        LIST,
                        WITH,
                        BY_PARTNER,
                        MISSING,
                        FILM),
                Cost.QUICK,
                List.of(
                        new Spec.Form("ties", List.of(new Spec.Preset("list", "true"))),
                        new Spec.Form("ties-by-partner", List.of(new Spec.Preset("by-partner", "true"))),
                        new Spec.Form("missing-ties", List.of(new Spec.Preset("missing", "true")))),
                List.of(
                        List.of("JPN", "--layers", "defence,consultation,access", SEVEN.getFirst(), SEVEN.getLast()),
                        List.of("JPN", "--list"),
                        List.of("JPN", "--by-partner"),
                        List.of("JPN", "--missing", SEVEN.getFirst(), SEVEN.getLast()),
                        List.of(
                                "JPN",
                                "--layers",
                                "defence,consultation,access",
                                SEVEN.getFirst(),
                                SEVEN.getLast(),
                                "--film",
                                "1950..2025")),
                "docs/methods/partners.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        requireOneForm(asked);
        Path folder = at.data().resolve("partners");
        Ties bundled = at.shared(Ties.class, Ties.class, () -> Ties.bundled(folder));
        Ties ties = asked.get(OWN)
                .map(file -> asked.check(OWN, () -> bundled.with(file)))
                .orElse(bundled);
        String home = asked.look(HOME, code -> ties.require(code.toUpperCase(Locale.ROOT)));
        Set<Layer> layers = asked.get(LAYERS).isEmpty() ? USUAL : EnumSet.copyOf(asked.get(LAYERS));
        List<Integer> years = years(asked);
        LocalDate day = years.isEmpty() || asked.has(AS_OF) ? asked.get(AS_OF) : LocalDate.of(years.getLast(), 12, 31);
        Counting counting = asked.get(SIGNED) ? Counting.SIGNED : Counting.IN_FORCE;
        Ties.Choice choice = new Ties.Choice(layers, Ties.USUAL_BOOKS, day, counting);
        List<String> among = among(asked, ties, home, choice);
        asked.check(AS_OF, () -> ties.network(among, choice));
        Optional<String> without = asked.get(WITHOUT).map(code -> code.toUpperCase(Locale.ROOT));
        if (without.isPresent() && !among.contains(without.orElseThrow())) {
            throw asked.wrong(
                    WITHOUT,
                    "Who is taken away is not among the economies",
                    "one of " + String.join(", ", among),
                    "--without " + among.getFirst() + " is meant.");
        }
        Optional<String> with = with(asked, ties);
        Scene scene = new Scene(ties, home, among, choice, without);
        NetworkAnswers answers = new NetworkAnswers(at.words(), scene);
        return new Plan(answers.title(), Cost.QUICK, () -> {
            if (!years.isEmpty()) {
                return answers.film(years);
            }
            if (asked.get(BY_PARTNER)) {
                Votes votes = at.shared(Votes.class, Votes.class, () -> Votes.bundled(folder));
                return new ByPartner(at.words(), scene, answers, portfolios(at, bundled, day), votes).answer();
            }
            return asked.get(LIST) ? answers.list(with) : asked.get(MISSING) ? answers.missing() : answers.measures();
        });
    }

    private record Portfolios(LocalDate day) {}

    /** Of the code book, which nobody's own ties change. */
    @SuppressWarnings("unchecked") // of that key
    private static Map<String, int[]> portfolios(Session at, Ties ties, LocalDate day) {
        LocalDate compared = ByPartner.compared(day);
        return at.shared(new Portfolios(compared), Map.class, () -> ties.portfolios(compared, Book.ATOP));
    }

    private static Optional<String> with(Arguments asked, Ties ties) {
        Optional<String> with =
                asked.get(WITH).map(code -> asked.check(WITH, () -> ties.require(code.toUpperCase(Locale.ROOT))));
        if (with.isPresent() && !asked.get(LIST)) {
            throw asked.wrong(
                    WITH, "--with is a part of the list of ties", "--list beside --with", "--list is missing.");
        }
        if (with.isPresent() && with.equals(Optional.of(asked.get(HOME).toUpperCase(Locale.ROOT)))) {
            throw asked.wrong(WITH, "A tie to oneself", "another economy than home", "--with USA is meant.");
        }
        return with;
    }

    private static void requireOneForm(Arguments asked) {
        long forms =
                List.of(
                                asked.get(LIST),
                                asked.get(BY_PARTNER),
                                asked.get(MISSING),
                                asked.get(FILM).isPresent())
                        .stream()
                        .filter(is -> is)
                        .count();
        if (forms > 1) {
            throw asked.wrong(
                    asked.get(LIST) ? LIST : asked.get(MISSING) ? MISSING : BY_PARTNER,
                    "Which table?",
                    "one of --list, --by-partner, --missing and --film FROM..UNTIL",
                    "more than one",
                    "leave out all but one of them.");
        }
    }

    private static List<Integer> years(Arguments asked) {
        return asked.get(FILM)
                .map(text -> {
                    Matcher span = SPAN.matcher(text);
                    int from = span.matches() ? Integer.parseInt(span.group(1)) : 0;
                    int until = span.matches() ? Integer.parseInt(span.group(2)) : -1;
                    if (until < from || from < 1815 || until - from > MOST_YEARS) {
                        throw asked.wrong(
                                FILM,
                                "A film runs from a year to a later one",
                                "two years from 1815 on, as --film 1950..2025",
                                "the years are swapped, or two points are missing between them.");
                    }
                    return IntStream.rangeClosed(from, until).boxed().toList();
                })
                .orElse(List.of());
    }

    private static List<String> among(Arguments asked, Ties ties, String home, Ties.Choice choice) {
        List<String> said = asked.get(AMONG).stream()
                .map(code -> asked.check(AMONG, () -> ties.require(code.toUpperCase(Locale.ROOT))))
                .toList();
        if (!said.isEmpty() && asked.has(AROUND)) {
            throw asked.wrong(AROUND, "Whose ties?", "--among or --around, not both", "leave out one of them.");
        }
        if (!said.isEmpty()) {
            if (!said.contains(home) || new TreeSet<>(said).size() < said.size() || said.size() < 2) {
                throw asked.wrong(
                        AMONG,
                        "The economies of a network",
                        "two or more, each once, " + home + " among them",
                        "add " + home + ", or take out one that stands twice.");
            }
            return said;
        }
        SortedSet<String> all = new TreeSet<>(asked.check(AS_OF, () -> ties.partners(home, choice)));
        if (asked.get(AROUND) > 1) {
            List.copyOf(all).forEach(partner -> all.addAll(ties.partners(partner, choice)));
        }
        all.add(home);
        if (all.size() < 2) {
            throw asked.wrong(
                    LAYERS,
                    home + " has no tie of these layers on " + choice.date(),
                    "layers in which it has one, or --among ECONOMIES",
                    "--among USA," + home + " names those whose ties are wanted.");
        }
        return List.copyOf(all);
    }
}
