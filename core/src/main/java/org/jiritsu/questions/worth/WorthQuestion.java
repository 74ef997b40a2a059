package org.jiritsu.questions.worth;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.partners.Coalitions;
import org.jiritsu.questions.standing.Break;
import org.jiritsu.questions.standing.Player;
import org.jiritsu.questions.standing.State;
import org.jiritsu.world.World;

/** What each partner is worth to home if it stands by in a ban, and if it keeps its tariffs: loss avoided. */
public final class WorthQuestion implements Question {
    /** More partners than this have too many coalitions to value each. */
    private static final int MOST_EXACT = 8;

    private static final int QUICK = 4;

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<List<String>> PARTNERS =
            Param.list("partners", Types.ECONOMY).as("PARTNER[:STATES]");
    private static final Param<Double> TARIFF =
            Param.one("tariff", Types.SHARE, 0.25).as("RATE");
    private static final Param<LocalDate> AS_OF =
            Param.one("as-of", Types.DATE, LocalDate.of(2025, 12, 31)).as("DATE");
    private static final Param<Optional<Integer>> SAMPLES =
            Param.maybe("samples", Types.whole(4, 1_000_000)).as("N").costing(Cost.LONG);
    private static final Param<Long> SEED = Param.one("seed", Types.SEED, 1L).as("S");

    @Override
    public Spec spec() {
        return new Spec(
                "worth",
                Stream.of(List.of(HOME, PARTNERS), Break.PARAMS, List.of(TARIFF, AS_OF, SAMPLES, SEED))
                        .<Param<?>>flatMap(List::stream)
                        .toList(),
                Cost.MODEL,
                List.of(),
                List.of(List.of("JPN", "--partners", "USA,KOR,TWN", "--cut", "CHN:c14", "--world", "wiod2011")),
                "docs/methods/partners.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        String home = asked.look(HOME, code -> code(world, code));
        Break broken = Break.of(at, asked, world, home);
        double tariff = Break.upTo(asked, TARIFF, 10, "0 to 10, such as 0.25 or 25%");
        List<Player> players = players(asked, broken, tariff);
        Coalitions coalitions =
                coalitions(asked, players.stream().map(Player::name).toList());
        Valued.Game game = new Valued.Game(broken, tariff, players, coalitions, asked.get(AS_OF));
        WorthAnswer answer = new WorthAnswer(at.words(), game, asked.get(SEED));
        return new Plan(
                answer.title(), players.size() > QUICK ? Cost.LONG : Cost.MODEL, () -> answer.of(Valued.by(at, game)));
    }

    private static String code(World world, String text) {
        return world.economies().get(world.economy(text)).code();
    }

    private static List<Player> players(Arguments asked, Break broken, double tariff) {
        Set<State> usual = EnumSet.of(State.SELLS, State.SPARE);
        if (broken.stocks() > 0) {
            usual.add(State.STOCKS);
        }
        if (tariff > 0) {
            usual.add(State.TARIFFS);
        }
        List<Player> players = asked.look(
                PARTNERS,
                all -> all.stream()
                        .map(each -> Player.read(each, code -> code(broken.world(), code), usual))
                        .toList());
        Set<String> promised = new HashSet<>();
        boolean twice =
                players.stream().anyMatch(p -> p.states().stream().anyMatch(s -> !promised.add(p.partner() + s)));
        if (players.isEmpty() || twice) {
            throw asked.wrong(
                    PARTNERS,
                    "Whose worth is asked?",
                    "one or more partners, each once, as --partners USA,KOR, or each state once, as"
                            + " USA:sells+spare,USA:tariffs",
                    "--partners USA,AUS is meant.");
        }
        String home = broken.home();
        if (players.stream()
                .anyMatch(p -> p.partner().equals(home)
                        || broken.cuts().stream().anyMatch(cut -> cut.seller().equals(p.partner())))) {
            throw asked.wrong(
                    PARTNERS,
                    "A partner is neither home nor one who stops selling anyway",
                    "other economies than " + home + " and the sellers of --cut",
                    "leave it out of --partners.");
        }
        requireEffect(asked, players, State.STOCKS, broken.stocks(), "--stocks 10");
        requireEffect(asked, players, State.SPARE, broken.spare(), "--spare 10%");
        requireEffect(asked, players, State.TARIFFS, tariff, "--tariff 25%");
        return players;
    }

    /** A state that was asked for and changes nothing is a slip. */
    private static void requireEffect(Arguments asked, List<Player> players, State state, double amount, String mend) {
        if (amount == 0 && players.stream().anyMatch(p -> !p.whole() && p.does(state))) {
            throw asked.wrong(
                    PARTNERS,
                    "The state '" + state.key() + "' changes nothing",
                    "an amount above 0, as " + mend,
                    mend + " is missing.");
        }
    }

    private static Coalitions coalitions(Arguments asked, List<String> partners) {
        Optional<Integer> samples = asked.get(SAMPLES);
        if (samples.isEmpty() && partners.size() > MOST_EXACT) {
            throw asked.wrong(
                    PARTNERS,
                    "%d partners have %d coalitions".formatted(partners.size(), 1L << Math.min(40, partners.size())),
                    "at most %d partners, or sampled orders".formatted(MOST_EXACT),
                    "--samples 40 will do: every worth then carries its standard error.");
        }
        return asked.check(
                PARTNERS,
                () -> Coalitions.of(
                        partners, samples.map(OptionalInt::of).orElse(OptionalInt.empty()), asked.get(SEED)));
    }
}
