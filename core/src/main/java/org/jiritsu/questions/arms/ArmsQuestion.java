package org.jiritsu.questions.arms;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.partners.Arms;
import org.jiritsu.partners.KillChainLink;
import org.jiritsu.partners.Route;
import org.jiritsu.partners.SipriRegister;

/** From whom an economy's arms come, by kind and route, what is ordered, what it delivers itself, and its kill chain. */
public final class ArmsQuestion implements Question {
    private static final Pattern WINDOW_FORM = Pattern.compile("(\\d{4})-(\\d{4})");
    private static final int ORDERS_SINCE = 2010;
    private static final List<SipriRegister.Window> USUAL = List.of(
            new SipriRegister.Window(2010, 2014),
            new SipriRegister.Window(2015, 2019),
            new SipriRegister.Window(2020, 2024));

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<Optional<String>> KIND = Param.maybe("kind", Types.TEXT);
    private static final Param<Optional<String>> WINDOW =
            Param.maybe("window", Types.TEXT).as("FROM-UNTIL");
    private static final Param<Optional<Route>> ROUTE = Param.maybe("route", Types.among(Route.class));
    private static final Param<Boolean> BY_KIND = Param.flag("by-kind");
    private static final Param<Boolean> EXPORTS = Param.flag("exports");
    private static final Param<Optional<Path>> REGISTER =
            Param.maybe("register", Types.FILE).as("FILE");
    private static final Param<Boolean> KILL_CHAIN = Param.flag("kill-chain");

    @Override
    public Spec spec() {
        return new Spec(
                "arms",
                List.of(HOME, KIND, WINDOW, ROUTE, BY_KIND, EXPORTS, REGISTER, KILL_CHAIN),
                Cost.QUICK,
                List.of(
                        new Spec.Form("arms-exports", List.of(new Spec.Preset("exports", "true"))),
                        new Spec.Form("kill-chain", List.of(new Spec.Preset("kill-chain", "true")))),
                List.of(
                        List.of("JPN"),
                        List.of("JPN", "--by-kind"),
                        List.of("KOR", "--exports"),
                        List.of("JPN", "--kill-chain")),
                "docs/methods/partners.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        requireOneForm(asked);
        if (asked.get(EXPORTS) || asked.get(KILL_CHAIN)) {
            requireAll(asked);
        }
        Path folder = at.data().resolve("partners");
        String home = asked.get(HOME).toUpperCase(Locale.ROOT);
        ArmsAnswers answers = new ArmsAnswers(at.words(), home);
        if (asked.get(KILL_CHAIN)) {
            List<KillChainLink> chain = chain(asked, folder, home);
            return new Plan(answers.title("title.chain"), Cost.QUICK, () -> answers.chain(chain));
        }
        Arms arms = arms(asked, folder);
        Supply supply = new Supply(arms, home, windows(asked, arms), kind(asked, arms), asked.get(ROUTE));
        if (asked.get(EXPORTS)) {
            Arms.World world = Arms.World.bundled(folder);
            return new Plan(answers.title("title.exports"), Cost.QUICK, () -> answers.exports(supply, world));
        }
        asked.look(HOME, _ -> arms.suppliers(Arms.Choice.all(home, supply.latest())));
        if (supply.rows().isEmpty()) {
            throw asked.wrong(
                    asked.has(KIND) ? KIND : asked.has(ROUTE) ? ROUTE : HOME,
                    "Nothing of the kind came to " + home,
                    "a kind, route and window in which something came",
                    "leave out --kind, --route or --window.");
        }
        return new Plan(
                answers.title("title"),
                Cost.QUICK,
                () -> asked.get(BY_KIND) ? answers.byKind(supply) : answers.suppliers(supply));
    }

    private static void requireOneForm(Arguments asked) {
        if (Stream.of(asked.get(BY_KIND), asked.get(EXPORTS), asked.get(KILL_CHAIN))
                        .filter(is -> is)
                        .count()
                > 1) {
            throw asked.wrong(
                    asked.get(KILL_CHAIN) ? KILL_CHAIN : EXPORTS,
                    "Which table?",
                    "one of --by-kind, --exports and --kill-chain",
                    "more than one",
                    "leave out all but one of them.");
        }
    }

    private static void requireAll(Arguments asked) {
        if (asked.has(KIND) || asked.has(ROUTE)) {
            throw asked.wrong(
                    asked.has(KIND) ? KIND : ROUTE,
                    "This table is not parted by kind or route",
                    "--kind and --route without --exports and --kill-chain",
                    "leave out --kind and --route.");
        }
    }

    private static List<KillChainLink> chain(Arguments asked, Path folder, String home) {
        List<KillChainLink> all = KillChainLink.bundled(folder);
        List<KillChainLink> chain =
                all.stream().filter(link -> link.economy().equals(home)).toList();
        if (chain.isEmpty()) {
            throw asked.wrong(
                    HOME,
                    "There is no kill chain table of " + home,
                    "one of "
                            + String.join(
                                    ", ",
                                    all.stream()
                                            .map(KillChainLink::economy)
                                            .distinct()
                                            .toList()),
                    "JPN is meant: a table of one's own goes into data/partners/kill_chain.csv.");
        }
        return chain;
    }

    private static Arms arms(Arguments asked, Path folder) {
        return asked.get(REGISTER)
                .map(file -> asked.check(
                        REGISTER,
                        () -> SipriRegister.read(file, folder)
                                .sums(
                                        asked.get(WINDOW)
                                                .map(text -> List.of(window(asked, text)))
                                                .orElse(USUAL),
                                        ORDERS_SINCE)))
                .orElseGet(() -> Arms.bundled(folder));
    }

    private static SipriRegister.Window window(Arguments asked, String text) {
        Matcher form = WINDOW_FORM.matcher(text);
        if (!form.matches()) {
            throw asked.wrong(
                    WINDOW,
                    "A window of years",
                    "two years, as --window 2020-2024",
                    "the years are not parted by '-'.");
        }
        return asked.check(
                WINDOW,
                () -> new SipriRegister.Window(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))));
    }

    private static List<String> windows(Arguments asked, Arms arms) {
        if (asked.get(WINDOW).isEmpty()) {
            return List.copyOf(arms.windows());
        }
        String window = asked.get(WINDOW).orElseThrow();
        if (!arms.windows().contains(window)) {
            throw asked.wrong(
                    WINDOW,
                    "There are no sums of these years",
                    "one of " + String.join(", ", arms.windows()),
                    "--register FILE sums any years from a register of your own.");
        }
        return List.of(window);
    }

    private static Optional<String> kind(Arguments asked, Arms arms) {
        Optional<String> kind = asked.get(KIND).map(text -> text.toLowerCase(Locale.ROOT));
        if (kind.isPresent() && !arms.kinds().contains(kind.orElseThrow())) {
            throw asked.wrong(
                    KIND,
                    "There is no such kind of weapon",
                    "one of " + String.join(", ", arms.kinds()),
                    "--kind missiles is meant.");
        }
        return kind;
    }
}
