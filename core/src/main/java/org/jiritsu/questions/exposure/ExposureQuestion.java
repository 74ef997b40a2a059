package org.jiritsu.questions.exposure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.jiritsu.ask.Type;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.exposure.Indicator;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.exposure.SupplyChains;
import org.jiritsu.world.World;

/**
 * On whom a home depends and who depends on it: by partner, by selling sector, over several worlds; its place in world supply
 * chains; and the strongest chains into it.
 */
public final class ExposureQuestion implements Question {
    private static final int CHAINS = 50;

    /** Smaller shares of the total are noise of the table, and their number explodes. */
    private static final double SMALLEST_CHAIN = 1e-6;

    private enum By {
        PARTNER,
        SECTOR
    }

    /** Whether figures under the other assumption stand in the table. */
    private enum Band {
        NO,
        YES,
        /** Where a world has two: a study asks so of whatever world it is about. */
        IF_ANY
    }

    private static final Type<Band> BAND_TYPE = new Type<>(
            Type.Kind.FLAG, List.of("true", "false", "if-any"), Band.class, ExposureQuestion::band, "true or false");

    private static final Param<Optional<String>> HOME = Param.positionalMaybe("home", Types.ECONOMY);
    private static final Param<Boolean> ALL = Param.flag("all");
    private static final Param<By> BY =
            Param.one("by", Types.among(By.class), By.PARTNER).as("WHAT");
    private static final Param<Band> BAND = new Param<>(
            "band",
            BAND_TYPE,
            Param.Shape.FLAG,
            Optional.empty(),
            "",
            Cost.QUICK,
            said -> said.isEmpty() ? Band.NO : BAND_TYPE.cast(said.getFirst()));
    private static final Param<Boolean> INDICATORS = Param.flag("indicators");
    private static final Param<List<String>> WORLDS =
            Param.list("worlds", Types.WORLD).as("IDS");
    private static final Param<Boolean> TREND = Param.flag("trend");
    private static final Param<List<String>> PARTNERS = Param.list("partners", Types.ECONOMY);
    private static final Param<ShareMeasure> MEASURE =
            Param.one("measure", Types.among(ShareMeasure.class), ShareMeasure.SUPPLY_LOOK_THROUGH);
    private static final Param<Boolean> PATHS = Param.flag("paths");
    private static final Param<Optional<String>> FROM =
            Param.maybe("from", Types.ECONOMY).as("PARTNER");
    private static final Param<Optional<String>> SECTOR = Param.maybe("sector", Types.SECTOR);
    private static final Param<Optional<String>> INTO =
            Param.maybe("into", Types.SECTOR).as("SECTOR");
    private static final Param<Double> THRESHOLD =
            Param.one("threshold", Types.SHARE, 0.0005).as("SHARE");

    private static Band band(String text) {
        return switch (text.strip()) {
            case "true", "" -> Band.YES;
            case "false" -> Band.NO;
            case "if-any" -> Band.IF_ANY;
            default ->
                throw InputException.use("This is either so or not", "true or false", text, "leave the value out.");
        };
    }

    @Override
    public Spec spec() {
        Spec.Preset studyWorlds = new Spec.Preset(WORLDS.name(), Spec.Preset.OF_THE_STUDY);
        return new Spec(
                "exposure",
                List.of(
                        HOME,
                        ALL,
                        BY,
                        BAND,
                        INDICATORS,
                        WORLDS,
                        TREND,
                        PARTNERS,
                        MEASURE,
                        PATHS,
                        FROM,
                        SECTOR,
                        INTO,
                        THRESHOLD),
                Cost.QUICK,
                List.of(
                        new Spec.Form("partners", List.of(new Spec.Preset(BAND.name(), "if-any"))),
                        new Spec.Form("sectors", List.of(new Spec.Preset(BY.name(), "sector"))),
                        new Spec.Form("trend", List.of(new Spec.Preset(TREND.name(), "true"), studyWorlds)),
                        new Spec.Form("indicators", List.of(new Spec.Preset(INDICATORS.name(), "true"), studyWorlds)),
                        new Spec.Form("paths", List.of(new Spec.Preset(PATHS.name(), "true")))),
                List.of(
                        List.of("JPN"),
                        List.of("JPN", "--by", "sector", "--world", "wiod2011", "--top", "20"),
                        List.of("JPN", "--worlds", "wiod1995,wiod2011", "--partners", "CHN,USA"),
                        List.of("JPN", "--indicators", "--world", "wiod2011"),
                        List.of("JPN", "--paths", "--from", "CHN", "--sector", "C26", "--into", "C29")),
                "docs/methods/exposure.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        requireOneQuestion(asked);
        List<World> worlds = asked.get(WORLDS).isEmpty()
                ? List.of(asked.look(Common.WORLD, at::world))
                : asked.look(WORLDS, ids -> ids.stream().map(at::world).toList());
        World last = worlds.getLast();
        List<Integer> homes =
                asked.get(ALL) ? IntStream.range(0, last.economyCount()).boxed().toList() : List.of(home(asked, last));
        worlds.forEach(world -> asked.get(HOME).ifPresent(_ -> home(asked, world)));
        requireTrend(asked, worlds);
        Words words = at.words();
        String title = words.begin(
                "title.ask",
                "home",
                asked.get(ALL)
                        ? words.say("ask.everyone")
                        : words.the(last.economies().get(homes.getFirst())),
                "year",
                last.about().year());
        return new Asked(new Solved(at), new Told(words, last), worlds, homes, asked).plan(title);
    }

    private static int home(Arguments asked, World world) {
        return asked.look(HOME, home -> world.economy(home.orElseThrow()));
    }

    private static void requireOneQuestion(Arguments asked) {
        boolean all = asked.get(ALL);
        Optional<String> home = asked.get(HOME);
        if (home.isPresent() == all) {
            throw asked.wrong(
                    HOME,
                    "Whose exposure?",
                    "one HOME, or --all",
                    all ? home.orElseThrow() + " and --all" : "neither",
                    "'jiritsu exposure JPN' is what you want.");
        }
        List<String> worlds = asked.get(WORLDS);
        String world = asked.get(Common.WORLD);
        if (!worlds.isEmpty() && asked.has(Common.WORLD) && !worlds.contains(world)) {
            throw asked.wrong(
                    WORLDS,
                    "Which worlds?",
                    "--world for one of them, or --worlds for the trend over several",
                    "--world %s and --worlds %s".formatted(world, String.join(",", worlds)),
                    "you meant '--worlds %s,%s'.".formatted(world, String.join(",", worlds)));
        }
        boolean sectors = asked.get(BY) == By.SECTOR;
        if (worlds.size() > 1 && (sectors || (all && !asked.get(INDICATORS)))) {
            throw asked.wrong(
                    WORLDS,
                    "--worlds gives the trend of one home by partner",
                    "HOME --worlds A,B,C",
                    sectors ? "--by sector" : "--all",
                    "ask one world at a time with --world.");
        }
        if (asked.get(BAND) == Band.YES
                && (sectors || asked.get(INDICATORS) || asked.get(PATHS) || worlds.size() > 1)) {
            throw asked.wrong(
                    BAND,
                    "--band goes with the partner measures of one world",
                    "HOME --band",
                    "--band and more",
                    "ask for the two worlds in turn with --world.");
        }
        requirePaths(asked);
    }

    private static void requirePaths(Arguments asked) {
        boolean paths = asked.get(PATHS);
        Stream.of(FROM, SECTOR, INTO, THRESHOLD)
                .filter(param -> !paths && asked.has(param))
                .findFirst()
                .ifPresent(param -> {
                    throw asked.wrong(
                            param,
                            param == THRESHOLD
                                    ? "--threshold belongs to --paths"
                                    : "--from, --sector and --into belong to --paths",
                            "--paths --from PARTNER [--sector S] [--into T]",
                            "no --paths",
                            "add --paths.");
                });
        boolean from = asked.get(FROM).isPresent();
        boolean more = asked.get(ALL)
                || asked.get(INDICATORS)
                || asked.get(BY) == By.SECTOR
                || !asked.get(WORLDS).isEmpty();
        if (paths && (!from || more)) {
            throw asked.wrong(
                    PATHS,
                    "--paths asks for the chains from one partner into one home",
                    "HOME --paths --from PARTNER [--sector S] [--into T]",
                    from ? "--all, --by, --indicators or --worlds beside it" : "no --from",
                    from ? "leave out what stands beside it." : "add '--from CHN'.");
        }
    }

    private static void requireTrend(Arguments asked, List<World> worlds) {
        if (asked.get(TREND) && worlds.size() < 2) {
            throw asked.wrong(
                    TREND,
                    "a trend needs several worlds",
                    "--worlds wiod1995,wiod2011",
                    worlds.getFirst().id(),
                    "name earlier worlds in --worlds, or in the list 'worlds' of a study, latest last.");
        }
        if (asked.get(TREND) && asked.get(INDICATORS)) {
            throw asked.wrong(
                    INDICATORS,
                    "--trend and --indicators are two questions",
                    "one of them",
                    "both",
                    "leave out --trend: --indicators takes --worlds, too.");
        }
        boolean trend = worlds.size() > 1 && !asked.get(INDICATORS);
        Stream.of(PARTNERS, MEASURE)
                .filter(param -> !trend && asked.has(param))
                .findFirst()
                .ifPresent(param -> {
                    throw asked.wrong(
                            param,
                            "--partners and --measure belong to a trend over several worlds",
                            "HOME --worlds A,B,C [--partners P,Q] [--measure M]",
                            "no trend",
                            "add '--worlds wiod1995,wiod2011'.");
                });
    }

    /** A question understood. */
    private record Asked(Solved solved, Told told, List<World> worlds, List<Integer> homes, Arguments asked) {
        Plan plan(String title) {
            if (asked.get(PATHS)) {
                SupplyChains.Query query = chains();
                return new Plan(
                        title,
                        Cost.QUICK,
                        () -> new PathAnswers(told, query, SupplyChains.find(solved.leontief(world()), query))
                                .answer(solved.provenance(List.of(world()))));
            }
            boolean sectors = asked.get(BY) == By.SECTOR;
            if (asked.get(INDICATORS)) {
                return new Plan(title, Cost.QUICK, sectors ? this::industries : this::indicators);
            }
            if (worlds.size() > 1) {
                List<String> named = named();
                return new Plan(title, Cost.QUICK, () -> trend(named));
            }
            boolean band = hasBand();
            return new Plan(title, Cost.QUICK, () -> partners(sectors, band));
        }

        private World world() {
            return told.world();
        }

        private SupplyChains.Query chains() {
            double threshold = asked.get(THRESHOLD);
            if (!(threshold >= SMALLEST_CHAIN && threshold < 1)) {
                throw asked.wrong(
                        THRESHOLD,
                        "--threshold is a share of the total",
                        "from 0.000001 and below 1, such as 0.0005",
                        Double.toString(threshold),
                        "you meant " + (threshold >= 1 ? threshold / 100 : 0.0005) + ".");
            }
            int home = homes.getFirst();
            int from = asked.look(FROM, text -> world().economy(text.orElseThrow()));
            if (from == home) {
                throw asked.wrong(
                        FROM,
                        "home cannot be its own partner",
                        "an economy other than " + told.code(home),
                        told.code(from),
                        "you meant another economy, such as " + told.code(home == 0 ? 1 : 0) + ".");
            }
            return new SupplyChains.Query(
                    home, from, sector(SECTOR), sector(INTO), threshold, Common.top(asked, CHAINS));
        }

        private int sector(Param<Optional<String>> param) {
            return asked.look(param, text -> text.map(world()::sector).orElse(PartnerShare.ALL_SECTORS));
        }

        private boolean hasBand() {
            boolean has = solved.other(world()).isPresent();
            if (asked.get(BAND) == Band.YES && !has) {
                throw asked.wrong(
                        BAND,
                        "There is no second estimate to make a band from",
                        "an estimated world with its other split at hand, such as icio2022",
                        world().id(),
                        "leave out --band, or build it: 'jiritsu world build icio2021 --split proportional'.");
            }
            return has && asked.get(BAND) != Band.NO;
        }

        private Answer partners(boolean sectors, boolean band) {
            boolean two = solved.other(world()).isPresent();
            if (asked.get(ALL)) {
                EveryAnswers every = new EveryAnswers(
                        told, homes.stream().map(this::byPartner).toList(), two);
                return sectors
                        ? every.sectors(homes.stream().map(this::bySector).toList(), solved.provenance(world()))
                        : every.partners(band, solved.provenance(world()));
            }
            int home = homes.getFirst();
            return sectors
                    ? new SectorAnswers(told, bySector(home), two).answer(solved.provenance(world()))
                    : new PartnerAnswers(told, byPartner(home), two).answer(band, solved.provenance(world()));
        }

        private List<Link> byPartner(int home) {
            return Link.ranked(
                    solved.partners(world()).partners(home),
                    solved.other(world()).map(other -> solved.partners(other).partners(home)));
        }

        private List<Link> bySector(int home) {
            return Link.ranked(
                    solved.partners(world()).partnersBySector(home),
                    solved.other(world()).map(other -> solved.partners(other).partnersBySector(home)));
        }

        /** Partners to draw, by their codes in the last world; each must be in every world. */
        private List<String> named() {
            List<String> texts = asked.get(PARTNERS);
            return IntStream.range(0, texts.size())
                    .mapToObj(k -> asked.check(PARTNERS, k, () -> everywhere(texts.get(k))))
                    .distinct()
                    .toList();
        }

        private String everywhere(String partner) {
            worlds.forEach(world -> world.economy(partner));
            return told.code(world().economy(partner));
        }

        private Answer trend(List<String> named) {
            List<String> ranked =
                    Link.ranked(solved.partners(world()).partners(homes.getFirst()), Optional.empty()).stream()
                            .map(link -> told.code(link.share().partner()))
                            .toList();
            List<String> drawn = named.isEmpty()
                    ? ranked.stream()
                            .filter(code -> told.isNamed(world().economy(code)))
                            .limit(TrendAnswers.DRAWN)
                            .toList()
                    : named;
            // A reader meets the rows in the order of the picture, where it was asked for.
            List<String> partners = asked.get(TREND) || !named.isEmpty()
                    ? Stream.concat(drawn.stream(), ranked.stream()).distinct().toList()
                    : ranked;
            return new TrendAnswers(
                            told,
                            worlds,
                            partners,
                            partners.stream().map(this::over).toList(),
                            drawn,
                            asked.get(MEASURE))
                    .answer(solved.provenance(worlds));
        }

        /** A partner in every world. */
        private List<PartnerShare> over(String partner) {
            return worlds.stream()
                    .map(world ->
                            solved.partners(world).partners(home(asked, world)).get(world.economy(partner)))
                    .toList();
        }

        private Answer indicators() {
            List<IndicatorAnswers.Row> rows = homes.stream()
                    .flatMap(home -> worlds.stream()
                            .map(world -> new IndicatorAnswers.Row(
                                    world, solved.indicators(world).home(world.economy(told.code(home))))))
                    .toList();
            IndicatorAnswers answers = new IndicatorAnswers(told);
            if (asked.get(ALL)) {
                return answers.homes(rows, solved.provenance(worlds));
            }
            int home = homes.getFirst();
            Indicator other = solved.other(world())
                    .map(there -> solved.indicators(there).home(home))
                    .orElse(rows.getLast().indicator());
            List<World> used = Stream.concat(solved.other(world()).stream(), worlds.stream())
                    .distinct()
                    .toList();
            Link own = byPartner(home).getLast();
            return answers.home(rows, new IndicatorAnswers.Spread(other, own), solved.provenance(used));
        }

        private Answer industries() {
            List<Indicator> rows = homes.stream()
                    .flatMap(home -> solved.indicators(world()).homeSectors(home).stream())
                    .toList();
            return new IndicatorAnswers(told).industries(homes, rows, solved.provenance(List.of(world())));
        }
    }
}
