package org.jiritsu.questions.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.jiritsu.partners.Ties;
import org.jiritsu.questions.standing.Break;
import org.jiritsu.world.EconomyGroup;
import org.jiritsu.world.World;

/** What the next agreement would change: real income by the model of trade, loss in a break by the daily model, the network. */
public final class AgreementQuestion implements Question {
    private static final int QUICK = 4;

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<List<String>> WITH =
            Param.list("with", Types.ECONOMY).as("ECONOMY[+ECONOMY]");
    private static final Param<Optional<String>> SIDE =
            Param.maybe("side", Types.TEXT).as("GROUP");
    private static final Param<Boolean> BETWEEN = Param.flag("between");
    private static final Param<Double> CHEAPER =
            Param.one("cheaper", Types.SHARE, 0.0).as("SHARE");
    private static final Param<String> ELASTICITIES =
            Param.one("elasticities", Types.TEXT, "GYY").as("SET");
    private static final Param<LocalDate> AS_OF =
            Param.one("as-of", Types.DATE, LocalDate.of(2025, 12, 31)).as("DATE");

    @Override
    public Spec spec() {
        return new Spec(
                "agreement",
                Stream.of(List.of(HOME, WITH, SIDE, BETWEEN, CHEAPER, ELASTICITIES, AS_OF), Break.PARAMS)
                        .<Param<?>>flatMap(List::stream)
                        .toList(),
                Cost.MODEL,
                List.of(),
                List.of(
                        List.of("JPN", "--with", "EU27,USA,KOR", "--world", "wiod2011"),
                        List.of("JPN", "--with", "EU27", "--side", "CPTPP", "--world", "wiod2011")),
                "docs/methods/partners.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        String home = asked.look(
                HOME, code -> world.economies().get(world.economy(code)).code());
        List<String> side = side(asked, world, home);
        Ties ties =
                at.shared(Ties.class, Ties.class, () -> Ties.bundled(at.data().resolve("partners")));
        Pacts pacts = new Pacts(ties, asked.check(HOME, () -> ties.require(home)), asked.get(AS_OF));
        List<Candidate> candidates = candidates(asked, world, side, pacts);
        double cheaper = Break.upTo(asked, CHEAPER, 1, "0 to below 1, such as 0.02 or 2%");
        Bargain bargain =
                asked.look(ELASTICITIES, set -> Bargain.of(at, world, set, side, cheaper, asked.get(BETWEEN)));
        Optional<Break> broken =
                asked.get(Break.CUT).isEmpty() ? Optional.empty() : Optional.of(Break.of(at, asked, world, home));
        broken.ifPresent(b -> requireOthers(asked, b, candidates));
        AgreementAnswer answer = new AgreementAnswer(at.words(), world, home, candidates, bargain, broken);
        return new Plan(
                answer.title(),
                candidates.size() > QUICK && broken.isPresent() ? Cost.LONG : Cost.MODEL,
                () -> answer.of(Worked.by(at, bargain, pacts, home, candidates, broken)));
    }

    private static List<String> side(Arguments asked, World world, String home) {
        List<String> group = asked.get(SIDE)
                .map(text -> asked.check(
                        SIDE,
                        () -> EconomyGroup.find(text)
                                .map(g -> g.in(world))
                                .filter(members -> !members.isEmpty())
                                .orElseThrow(() -> asked.wrong(
                                        SIDE,
                                        "There is no such group in world " + world.id(),
                                        "one of "
                                                + String.join(
                                                        ", ",
                                                        EconomyGroup.all().stream()
                                                                .map(EconomyGroup::code)
                                                                .toList()),
                                        "--side CPTPP is meant."))))
                .orElse(List.of());
        return Candidate.side(world, home, group);
    }

    private static List<Candidate> candidates(Arguments asked, World world, List<String> side, Pacts pacts) {
        List<String> said = asked.get(WITH);
        if (said.isEmpty()) {
            List<Candidate> missing = asked.check(AS_OF, () -> pacts.missing(Candidate.all(world, side)));
            if (missing.isEmpty()) {
                throw asked.wrong(
                        WITH,
                        "No trade agreement is missing",
                        "--with ECONOMY, of whom an agreement is asked",
                        "--with USA is meant.");
            }
            return missing;
        }
        List<Candidate> candidates = IntStream.range(0, said.size())
                .mapToObj(k -> asked.check(WITH, k, () -> Candidate.of(world, said.get(k), side)))
                .toList();
        if (candidates.stream().map(Candidate::code).distinct().count() < candidates.size()) {
            throw asked.wrong(
                    WITH,
                    "The same agreement is asked twice",
                    "each economy or group once; members of the EU sign as EU27",
                    "leave one of them out.");
        }
        return candidates;
    }

    /** Who cuts home off gives it no spare capacity. */
    private static void requireOthers(Arguments asked, Break broken, List<Candidate> candidates) {
        if (asked.has(WITH)
                && candidates.stream()
                        .anyMatch(c -> broken.cuts().stream()
                                .anyMatch(cut -> c.members().contains(cut.seller())))) {
            throw asked.wrong(
                    WITH,
                    "A partner in the break is not one who stops selling",
                    "other economies than the sellers of --cut",
                    "leave it out of --with.");
        }
    }
}
