package org.jiritsu.questions.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Types;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.world.World;

/**
 * A break of supplies to home, and what a partner can do about it.
 *
 * @param cuts by whom home is cut off
 * @param days of the cut
 * @param horizon days followed
 * @param spare by how much more a partner that gives spare capacity makes of the goods
 * @param ramp days until it does
 * @param stocks what a partner that shares stocks sends, in days of all use of the goods by home's industries
 * @param seekDays characteristic time in which buyers find others
 */
public record Break(
        World world,
        String home,
        List<Cut> cuts,
        int days,
        int horizon,
        double spare,
        int ramp,
        double stocks,
        double seekDays) {
    public static final Param<List<String>> CUT = Param.many("cut", Types.TEXT).as("SELLER[:GOODS][=SHARE]");
    private static final Param<Integer> DAYS =
            Param.one("days", Types.whole(1, 3650), 60).as("DAYS");
    private static final Param<Integer> HORIZON =
            Param.one("horizon", Types.whole(1, 3650), 120).as("DAYS");
    private static final Param<Double> SPARE =
            Param.one("spare", Types.SHARE, 0.1).as("SHARE");
    private static final Param<Integer> RAMP =
            Param.one("ramp", Types.whole(0, 3650), 30).as("DAYS");
    private static final Param<Double> STOCKS =
            Param.one("stocks", Types.NUMBER, 0.0).as("DAYS");
    private static final Param<Double> SEEK_DAYS =
            Param.one("seek-days", Types.NUMBER, 30.0).as("DAYS");

    /** What a question of a break takes. */
    public static final List<Param<?>> PARAMS = List.of(CUT, DAYS, HORIZON, SPARE, RAMP, STOCKS, SEEK_DAYS);

    private static final Pattern CUT_FORM = Pattern.compile("([^:=]+)(?::([^=]+))?(?:=(.+))?");
    private static final double LEVEL = 0.9;

    /** @param goods codes of sectors; empty for all */
    public record Cut(String seller, List<String> goods, double share) {}

    /** Two answers to what a lack of inputs stops. */
    public enum Rule {
        /** Any input that runs out. */
        STRICT,
        /** Critical inputs alone. */
        PARTIAL;

        DisruptionModel model(World world) {
            return this == STRICT ? ModelPresets.lean() : ModelPresets.partial(world);
        }
    }

    /**
     * Reads what was asked, of which one cut must be said.
     *
     * @throws org.jiritsu.base.InputException if it does not fit together, or the world does not list what it names
     */
    public static Break of(Session at, Arguments asked, World world, String home) {
        Break read = new Break(
                world,
                home,
                cuts(asked, world, home),
                asked.get(DAYS),
                asked.get(HORIZON),
                upTo(asked, SPARE, 10, "0 to 10, such as 0.1 or 10%"),
                asked.get(RAMP),
                upTo(asked, STOCKS, 3650, "0 to 3650 days, such as 10"),
                asked.get(SEEK_DAYS));
        if (read.horizon < read.days) {
            throw asked.wrong(
                    HORIZON,
                    "The days followed end before the cut does",
                    "--horizon of at least " + read.days,
                    "--horizon " + 2 * read.days + " will do.");
        }
        if (!(read.seekDays >= 1)) {
            throw asked.wrong(
                    SEEK_DAYS, "Finding other suppliers takes time", "at least 1 day", "--seek-days 30 is meant.");
        }
        for (Rule rule : Rule.values()) {
            asked.check(CUT, () -> {
                model(at, world).require(read.scenario(rule, List.of(), List.of()));
                return rule;
            });
        }
        return read;
    }

    /** The daily model of a world. */
    public static Disruption model(Session at, World world) {
        return at.once(world.id(), Disruption.class, () -> new Disruption(world));
    }

    /** A number from 0 to below a bound. */
    public static double upTo(Arguments asked, Param<Double> param, double bound, String expected) {
        double value = asked.get(param);
        if (!(value >= 0 && value < bound)) {
            throw asked.wrong(
                    param, param.option() + " is out of range", expected, "the sign is wrong, or it is per cent.");
        }
        return value;
    }

    private static List<Cut> cuts(Arguments asked, World world, String home) {
        List<String> said = asked.get(CUT);
        if (said.isEmpty()) {
            throw asked.wrong(
                    CUT, "Which future?", "--cut SELLER[:GOODS][=SHARE], as --cut CHN:C26", "--cut CHN is meant.");
        }
        List<Cut> cuts = new ArrayList<>();
        for (int k = 0; k < said.size(); k++) {
            String text = said.get(k);
            Cut cut = asked.check(CUT, k, () -> cut(asked, world, text));
            if (cut.seller().equals(home)) {
                throw asked.wrong(CUT, "A cut of what home sells to itself", "another seller", "--cut CHN is meant.");
            }
            cuts.add(cut);
        }
        return cuts;
    }

    private static Cut cut(Arguments asked, World world, String text) {
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
        return new Cut(world.economies().get(world.economy(form.group(1))).code(), goods, share);
    }

    /**
     * The run in which some of the players stand by.
     *
     * @param players everybody whose standing by is in question
     */
    public DisruptionScenario scenario(Rule rule, List<Player> players, List<Player> standing) {
        Timing timing = Timing.of(0, days);
        List<String> partners = players.stream().map(Player::partner).distinct().toList();
        List<String> stopping = partners.stream()
                .filter(p -> !Player.does(p, State.SELLS, players, standing, true))
                .toList();
        List<Shock> shocks = new ArrayList<>();
        for (Cut cut : cuts) {
            List<String> sellers =
                    Stream.concat(Stream.of(cut.seller()), stopping.stream()).toList();
            shocks.add(new Shock.LinkCut(new Selection(sellers, cut.goods()), Buyers.of(home), cut.share(), timing));
        }
        List<String> making = partners.stream()
                .filter(p -> Player.does(p, State.SPARE, players, standing, false))
                .toList();
        if (spare > 0 && !making.isEmpty()) {
            shocks.add(new Shock.CapacitySurge(new Selection(making, goods()), spare, ramp, timing));
        }
        return new DisruptionScenario(
                String.join("+", standing.stream().map(Player::name).toList()),
                rule.model(world).with(new Substitution.Specific(seekDays)),
                shocks,
                stockpiles(players, standing),
                horizon,
                LEVEL);
    }

    /** One of each good for all who share theirs. */
    private List<Stockpile> stockpiles(List<Player> players, List<Player> standing) {
        long sharing = players.stream()
                .map(Player::partner)
                .distinct()
                .filter(p -> Player.does(p, State.STOCKS, players, standing, false))
                .count();
        if (stocks * sharing == 0) {
            return List.of();
        }
        List<String> all = goods();
        return (all.isEmpty() ? world.sectors().stream().map(s -> s.code()).toList() : all)
                .stream()
                        .map(good -> Stockpile.of(good, home, stocks * sharing))
                        .toList();
    }

    /** What is cut; empty for everything. */
    private List<String> goods() {
        return cuts.stream().anyMatch(c -> c.goods().isEmpty())
                ? List.of()
                : cuts.stream().flatMap(c -> c.goods().stream()).distinct().toList();
    }

    /** What happens, in a sentence. */
    public String said(Words any) {
        Words words = any.of(Break.class.getPackage());
        return words.and(cuts.stream()
                .map(c -> words.say(
                        c.share() < 1 ? "cut.part" : "cut.all",
                        "seller",
                        the(words, c.seller()),
                        "home",
                        the(words, home),
                        "share",
                        words.percent(c.share()),
                        "goods",
                        c.goods().isEmpty()
                                ? words.say("everything")
                                : words.and(c.goods().stream()
                                        .map(g -> words.goods(world.sectors().get(world.sector(g))))
                                        .toList())))
                .toList());
    }

    /** What a partner does that stands by, or that does not. */
    public String does(Words any, State state, boolean standing, double tariff) {
        Words words = any.of(Break.class.getPackage());
        return words.say(
                (standing ? "stands." : "not.") + state.key(),
                "home",
                the(words, home),
                "days",
                days,
                "spare",
                words.percent(spare),
                "ramp",
                ramp,
                "stocks",
                words.rounded(stocks),
                "rate",
                words.percent(tariff));
    }

    private String the(Words words, String code) {
        return words.the(world.economies().get(world.economy(code)));
    }
}
