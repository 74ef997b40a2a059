package org.jiritsu.questions.worth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.partners.Coalitions;
import org.jiritsu.world.World;

/** What each partner is worth to home if it stands by in a ban, and if it keeps its tariffs: loss avoided. */
public final class WorthQuestion implements Question {
    /** More partners than this have too many coalitions to value each. */
    private static final int MOST_EXACT = 8;

    private static final int QUICK = 4;
    private static final Pattern CUT_FORM = Pattern.compile("([^:=]+)(?::([^=]+))?(?:=(.+))?");

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<List<String>> PARTNERS = Param.list("partners", Types.ECONOMY);
    private static final Param<List<String>> CUT = Param.many("cut", Types.TEXT).as("SELLER[:GOODS][=SHARE]");
    private static final Param<Integer> DAYS =
            Param.one("days", Types.whole(1, 3650), 60).as("DAYS");
    private static final Param<Integer> HORIZON =
            Param.one("horizon", Types.whole(1, 3650), 120).as("DAYS");
    private static final Param<Double> SPARE =
            Param.one("spare", Types.SHARE, 0.1).as("SHARE");
    private static final Param<Integer> RAMP =
            Param.one("ramp", Types.whole(0, 3650), 30).as("DAYS");
    private static final Param<Double> SEEK_DAYS =
            Param.one("seek-days", Types.NUMBER, 30.0).as("DAYS");
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
                List.of(HOME, PARTNERS, CUT, DAYS, HORIZON, SPARE, RAMP, SEEK_DAYS, TARIFF, AS_OF, SAMPLES, SEED),
                Cost.MODEL,
                List.of(),
                List.of(List.of("JPN", "--partners", "USA,KOR,TWN", "--cut", "CHN:c14", "--world", "wiod2011")),
                "docs/methods/partners.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        String home = asked.look(HOME, code -> code(world, code));
        List<Future.Cut> cuts = cuts(asked, world, home);
        List<String> partners = partners(asked, world, home, cuts);
        Future future = new Future(
                world,
                home,
                cuts,
                asked.get(DAYS),
                asked.get(HORIZON),
                positive(asked, SPARE),
                asked.get(RAMP),
                asked.get(SEEK_DAYS),
                positive(asked, TARIFF));
        if (future.horizon() < future.days()) {
            throw asked.wrong(
                    HORIZON,
                    "The days followed end before the cut does",
                    "--horizon of at least " + future.days(),
                    "--horizon " + 2 * future.days() + " will do.");
        }
        if (!(future.seekDays() >= 1)) {
            throw asked.wrong(
                    SEEK_DAYS, "Finding other suppliers takes time", "at least 1 day", "--seek-days 30 is meant.");
        }
        Coalitions coalitions = coalitions(asked, partners);
        for (Future.Rule rule : Future.Rule.values()) {
            asked.check(CUT, () -> {
                at.once(world.id(), Disruption.class, () -> new Disruption(world))
                        .require(future.scenario(rule, partners, List.of()));
                return rule;
            });
        }
        WorthAnswer answer = new WorthAnswer(at.words(), future, partners, coalitions, asked.get(SEED));
        return new Plan(
                answer.title(),
                partners.size() > QUICK ? Cost.LONG : Cost.MODEL,
                () -> answer.of(Valued.by(at, future, partners, coalitions, asked.get(AS_OF))));
    }

    private static String code(World world, String text) {
        return world.economies().get(world.economy(text)).code();
    }

    private static double positive(Arguments asked, Param<Double> param) {
        double value = asked.get(param);
        if (!(value >= 0 && value < 10)) {
            throw asked.wrong(
                    param,
                    param.option() + " is a share",
                    "0 to 10, such as 0.1 or 10%",
                    "the sign is wrong, or it is per cent.");
        }
        return value;
    }

    private static List<Future.Cut> cuts(Arguments asked, World world, String home) {
        List<String> said = asked.get(CUT);
        if (said.isEmpty()) {
            throw asked.wrong(
                    CUT, "Which future?", "--cut SELLER[:GOODS][=SHARE], as --cut CHN:C26", "--cut CHN is meant.");
        }
        List<Future.Cut> cuts = new ArrayList<>();
        for (int k = 0; k < said.size(); k++) {
            String text = said.get(k);
            Future.Cut cut = asked.check(CUT, k, () -> cut(asked, world, text));
            if (cut.seller().equals(home)) {
                throw asked.wrong(CUT, "A cut of what home sells to itself", "another seller", "--cut CHN is meant.");
            }
            cuts.add(cut);
        }
        return cuts;
    }

    private static Future.Cut cut(Arguments asked, World world, String text) {
        Matcher form = CUT_FORM.matcher(text);
        if (!form.matches()) {
            throw asked.wrong(CUT, "A cut", "SELLER[:GOODS][=SHARE], as --cut CHN:C26", "--cut CHN is meant.");
        }
        List<String> goods = form.group(2) == null
                ? List.of()
                : List.of(form.group(2).split("\\+")).stream()
                        .map(good -> world.sectors().get(world.sector(good)).code())
                        .toList();
        double share = form.group(3) == null ? 1 : Types.share(form.group(3));
        return new Future.Cut(code(world, form.group(1)), goods, share);
    }

    private static List<String> partners(Arguments asked, World world, String home, List<Future.Cut> cuts) {
        List<String> partners = asked.look(
                PARTNERS, all -> all.stream().map(each -> code(world, each)).toList());
        if (partners.isEmpty() || new HashSet<>(partners).size() < partners.size()) {
            throw asked.wrong(
                    PARTNERS,
                    "Whose worth is asked?",
                    "one or more partners, each once, as --partners USA,KOR",
                    "--partners USA,AUS is meant.");
        }
        if (partners.contains(home) || cuts.stream().anyMatch(cut -> partners.contains(cut.seller()))) {
            throw asked.wrong(
                    PARTNERS,
                    "A partner is neither home nor one who stops selling anyway",
                    "other economies than " + home + " and the sellers of --cut",
                    "leave it out of --partners.");
        }
        return partners;
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
