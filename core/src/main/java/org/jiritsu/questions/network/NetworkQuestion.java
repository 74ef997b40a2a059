package org.jiritsu.questions.network;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
import org.jiritsu.partners.Counting;
import org.jiritsu.partners.Layer;
import org.jiritsu.partners.Ties;

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
    private static final Param<Optional<String>> WITHOUT =
            Param.maybe("without", Types.ECONOMY).as("HUB");
    private static final Param<Optional<Path>> OWN =
            Param.maybe("own", Types.FILE).as("FILE");
    private static final Param<Boolean> SIGNED = Param.flag("signed");
    private static final Param<Boolean> LIST = Param.flag("list");
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
                List.of(HOME, LAYERS, AS_OF, AMONG, WITHOUT, OWN, SIGNED, LIST, MISSING, FILM),
                Cost.QUICK,
                List.of(
                        new Spec.Form("ties", List.of(new Spec.Preset("list", "true"))),
                        new Spec.Form("missing-ties", List.of(new Spec.Preset("missing", "true")))),
                List.of(
                        List.of("JPN", "--layers", "defence,consultation,access", SEVEN.getFirst(), SEVEN.getLast()),
                        List.of("JPN", "--list"),
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
        Ties bundled = Ties.bundled(folder);
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
        Scene scene = new Scene(ties, home, among, choice, without);
        NetworkAnswers answers = new NetworkAnswers(at.words(), scene);
        return new Plan(answers.title(), Cost.QUICK, () -> {
            if (!years.isEmpty()) {
                return answers.film(years);
            }
            return asked.get(LIST) ? answers.list() : asked.get(MISSING) ? answers.missing() : answers.measures();
        });
    }

    private static void requireOneForm(Arguments asked) {
        long forms = List.of(
                        asked.get(LIST), asked.get(MISSING), asked.get(FILM).isPresent())
                .stream()
                .filter(is -> is)
                .count();
        if (forms > 1) {
            throw asked.wrong(
                    asked.get(LIST) ? LIST : MISSING,
                    "Which table?",
                    "one of --list, --missing and --film FROM..UNTIL",
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
