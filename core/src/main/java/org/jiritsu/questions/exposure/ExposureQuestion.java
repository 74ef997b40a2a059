package org.jiritsu.questions.exposure;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.exposure.SupplyChains;
import org.jiritsu.world.World;

/** On whom an economy depends, and who depends on it: by partner, by sector, over years, in chains. */
public final class ExposureQuestion implements Question {
    /** Smaller chains than this share of the total are without number. */
    private static final double SMALLEST_CHAIN = 1e-6;

    private static final int CHAINS = 50;

    enum By {
        PARTNER,
        SECTOR
    }

    /** What a trend tells of, by the name of its field. */
    enum Measure {
        SUPPLY_DIRECT,
        SUPPLY_LOOK_THROUGH,
        CONSUMPTION_LOOK_THROUGH,
        MARKET_DIRECT,
        MARKET_LOOK_THROUGH
    }

    private static final Param<Optional<String>> HOME = Param.positionalMaybe("home", Types.ECONOMY);
    private static final Param<Boolean> ALL = Param.flag("all");
    private static final Param<By> BY =
            Param.one("by", Types.among(By.class), By.PARTNER).as("WHAT");
    private static final Param<Boolean> BAND = Param.flag("band");
    private static final Param<Boolean> BAND_OF_ESTIMATE = Param.flag("band-of-estimate");
    private static final Param<Boolean> INDICATORS = Param.flag("indicators");
    private static final Param<List<String>> WORLDS =
            Param.list("worlds", Types.WORLD).as("IDS");
    private static final Param<Boolean> TREND = Param.flag("trend");
    private static final Param<Measure> MEASURE =
            Param.one("measure", Types.among(Measure.class), Measure.SUPPLY_LOOK_THROUGH);
    private static final Param<List<String>> PARTNERS = Param.list("partners", Types.ECONOMY);
    private static final Param<Boolean> PATHS = Param.flag("paths");
    private static final Param<Optional<String>> FROM =
            Param.maybe("from", Types.ECONOMY).as("PARTNER");
    private static final Param<Optional<String>> SECTOR = Param.maybe("sector", Types.SECTOR);
    private static final Param<Optional<String>> INTO =
            Param.maybe("into", Types.SECTOR).as("SECTOR");
    private static final Param<Double> THRESHOLD =
            Param.one("threshold", Types.NUMBER, 0.0005).as("SHARE");

    @Override
    public Spec spec() {
        Spec.Preset worlds = new Spec.Preset("worlds", Spec.Preset.OF_THE_STUDY);
        return new Spec(
                "exposure",
                List.of(
                        HOME,
                        ALL,
                        BY,
                        BAND,
                        BAND_OF_ESTIMATE,
                        INDICATORS,
                        WORLDS,
                        TREND,
                        MEASURE,
                        PARTNERS,
                        PATHS,
                        FROM,
                        SECTOR,
                        INTO,
                        THRESHOLD),
                Cost.QUICK,
                List.of(
                        new Spec.Form("partners", List.of(new Spec.Preset("band-of-estimate", "true"))),
                        new Spec.Form("sectors", List.of(new Spec.Preset("by", "sector"))),
                        new Spec.Form("trend", List.of(new Spec.Preset("trend", "true"), worlds)),
                        new Spec.Form("indicators", List.of(new Spec.Preset("indicators", "true"), worlds)),
                        new Spec.Form("paths", List.of(new Spec.Preset("paths", "true")))),
                List.of(
                        List.of("JPN"),
                        List.of("JPN", "--by", "sector", "--top", "20"),
                        List.of("JPN", "--worlds", "wiod1995,wiod2011"),
                        List.of("JPN", "--indicators"),
                        List.of("JPN", "--paths", "--from", "CHN", "--sector", "C26", "--into", "C29")),
                "docs/methods/exposure.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        requireOneQuestion(asked);
        List<World> worlds = worlds(at, asked);
        World last = worlds.getLast();
        boolean all = asked.get(ALL);
        List<Integer> homes = all
                ? IntStream.range(0, last.economyCount()).boxed().toList()
                : List.of(asked.check(HOME, () -> last.economy(home(asked))));
        Solved solved = new Solved(at);
        Words words = at.words();
        String title = words.begin(
                "title.ask",
                "home",
                all ? words.say("title.all") : words.the(last.economies().get(homes.getFirst())),
                "year",
                last.about().year());
        return new Plan(title, Cost.QUICK, answer(at, asked, solved, worlds, homes));
    }

    private static Supplier<Answer> answer(
            Session at, Arguments asked, Solved solved, List<World> worlds, List<Integer> homes) {
        World last = worlds.getLast();
        Words words = at.words();
        boolean bySector = asked.get(BY) == By.SECTOR;
        if (asked.get(PATHS)) {
            SupplyChains.Query query = chains(asked, last, homes.getFirst());
            return () -> new ChainAnswers(words, last, query).of(SupplyChains.find(solved.leontief(last), query));
        }
        if (asked.get(INDICATORS)) {
            return bySector
                    ? () -> new IndicatorAnswers(words, solved).industries(last, homes)
                    : () -> new IndicatorAnswers(words, solved).homes(worlds, homes);
        }
        if (asked.get(TREND) || worlds.size() > 1) {
            TrendAnswer trend = new TrendAnswer(words, solved, worlds, homes.getFirst());
            List<String> texts = asked.get(PARTNERS);
            List<Integer> partners = IntStream.range(0, texts.size())
                    .mapToObj(k -> asked.check(PARTNERS, k, () -> everywhere(texts.get(k), worlds)))
                    .toList();
            return () -> trend.of(asked.get(MEASURE), partners, asked.get(TREND));
        }
        if (bySector) {
            return () -> new SectorAnswer(words, last, homes).of(solved);
        }
        Optional<World> other = asked.get(BAND)
                ? Optional.of(asked.check(BAND, () -> solved.otherSplit(last).orElseThrow(() -> noBand(last))))
                : asked.get(BAND_OF_ESTIMATE) ? solved.otherSplit(last) : Optional.empty();
        return () -> new PartnerAnswer(words, solved, last, homes).of(other);
    }

    private static InputException noBand(World world) {
        return InputException.use(
                "There is no second estimate to make a band from",
                "an estimated world with its other split at hand, such as icio2022",
                world.id(),
                "leave out --band, or build it: 'jiritsu world build icio2021 --split proportional'.");
    }

    private static int everywhere(String text, List<World> worlds) {
        worlds.forEach(world -> world.economy(text));
        return worlds.getLast().economy(text);
    }

    private static String home(Arguments asked) {
        return asked.get(HOME).orElseThrow();
    }

    private static List<World> worlds(Session at, Arguments asked) {
        List<World> worlds = asked.get(WORLDS).isEmpty()
                ? List.of(asked.look(Common.WORLD, at::world))
                : asked.check(
                        WORLDS, () -> asked.get(WORLDS).stream().map(at::world).toList());
        if (!asked.get(ALL)) {
            worlds.forEach(world -> asked.check(HOME, () -> world.economy(home(asked))));
        }
        return worlds;
    }

    private static void requireOneQuestion(Arguments asked) {
        boolean all = asked.get(ALL);
        boolean bySector = asked.get(BY) == By.SECTOR;
        boolean paths = asked.get(PATHS);
        boolean indicators = asked.get(INDICATORS);
        List<String> worlds = asked.get(WORLDS);
        if (asked.get(HOME).isPresent() == all) {
            throw asked.wrong(
                    HOME,
                    "Whose exposure?",
                    "one HOME, or --all",
                    all ? home(asked) + " and --all" : "neither",
                    "'jiritsu exposure JPN' is what you want.");
        }
        String world = asked.get(Common.WORLD);
        if (!worlds.isEmpty() && asked.has(Common.WORLD) && !worlds.contains(world)) {
            throw asked.wrong(
                    Common.WORLD,
                    "Which worlds?",
                    "--world for one of them, or --worlds for the trend over several",
                    "--world %s and --worlds %s".formatted(world, String.join(",", worlds)),
                    "you meant '--worlds %s,%s'.".formatted(world, String.join(",", worlds)));
        }
        if (asked.get(TREND) && worlds.size() < 2) {
            throw asked.wrong(
                    TREND,
                    "a trend needs several worlds",
                    "--worlds wiod1995,wiod2011",
                    worlds.isEmpty() ? "none" : String.join(", ", worlds),
                    "add earlier worlds to the list 'worlds', of the study or of this step, latest last.");
        }
        if (worlds.size() > 1 && (bySector || (all && !indicators))) {
            throw asked.wrong(
                    WORLDS,
                    "--worlds gives the trend of one home by partner",
                    "HOME --worlds A,B,C",
                    bySector ? "--by sector" : "--all",
                    "ask one world at a time with --world.");
        }
        if (asked.get(BAND) && (bySector || indicators || paths || worlds.size() > 1)) {
            throw asked.wrong(
                    BAND,
                    "--band goes with the partner measures of one world",
                    "HOME --band",
                    "--band and more",
                    "ask for the two worlds in turn with --world.");
        }
        if (!paths && (asked.has(FROM) || asked.has(SECTOR) || asked.has(INTO))) {
            throw asked.wrong(
                    asked.has(FROM) ? FROM : asked.has(SECTOR) ? SECTOR : INTO,
                    "--from, --sector and --into belong to --paths",
                    "--paths --from PARTNER [--sector S] [--into T]",
                    "no --paths",
                    "add --paths.");
        }
        if (paths && (asked.get(FROM).isEmpty() || all || indicators || !worlds.isEmpty())) {
            throw asked.wrong(
                    PATHS,
                    "--paths asks for the chains from one partner into one home",
                    "HOME --paths --from PARTNER [--sector S] [--into T]",
                    asked.get(FROM).isEmpty() ? "no --from" : "--all, --indicators or --worlds beside it",
                    "add '--from CHN'.");
        }
    }

    private static SupplyChains.Query chains(Arguments asked, World world, int home) {
        double threshold = asked.get(THRESHOLD);
        if (!(threshold >= SMALLEST_CHAIN && threshold < 1)) {
            throw asked.wrong(
                    THRESHOLD,
                    "--threshold is a share of the total",
                    "from " + SMALLEST_CHAIN + " and below 1, such as 0.0005",
                    Double.toString(threshold),
                    "you meant " + (threshold >= 1 ? threshold / 100 : 0.0005) + ".");
        }
        int from = asked.check(FROM, () -> world.economy(asked.get(FROM).orElseThrow()));
        if (from == home) {
            throw asked.wrong(
                    FROM,
                    "home cannot be its own partner",
                    "an economy other than " + world.economies().get(home).code(),
                    "you meant another economy.");
        }
        return new SupplyChains.Query(
                home,
                from,
                sector(asked, SECTOR, world),
                sector(asked, INTO, world),
                threshold,
                Common.top(asked, CHAINS));
    }

    private static int sector(Arguments asked, Param<Optional<String>> param, World world) {
        return asked.check(param, () -> asked.get(param).map(world::sector).orElse(PartnerShare.ALL_SECTORS));
    }
}
