package org.jiritsu.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.exposure.Indicator;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.exposure.SupplyChains;
import org.jiritsu.world.Economy;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/** Exposure results as tables: one method a question. */
public final class ExposureTables {
    /** So many chains are listed unless more are asked for. */
    public static final int DEFAULT_CHAINS = 50;

    /** Smaller shares of the total are noise of the table, and their number explodes. */
    public static final double SMALLEST_CHAIN = 1e-6;

    private static final String[] SHARES = {
        "supply_direct",
        "supply_look_through",
        "consumption_look_through",
        "market_direct",
        "market_look_through",
        "hidden_ratio",
        "leverage_pp"
    };
    private static final String[] BAND = {
        "supply_look_through_other_split", "consumption_look_through_other_split", "market_look_through_other_split"
    };
    private static final String[] INDICATORS = {
        "hhi_direct", "hhi_look_through", "exports_musd", "domestic_va_in_exports_musd", "foreign_va_in_exports_musd",
        "vax_ratio", "upstreamness", "downstreamness", "upstreamness_net_inventory", "downstreamness_net_inventory",
        "foreign_input_reliance", "foreign_market_reliance"
    };

    private ExposureTables() {}

    /** One row a partner, the strongest supplier first and the home itself last. */
    public static Table partners(Analysis analysis, String worldId, List<Integer> homes) {
        World world = analysis.world(worldId);
        Table.Builder table =
                builder(analysis, world, homes, "partners", fields(List.of("home", "partner", "partner_name"), SHARES));
        for (int home : homes) {
            ranked(analysis.partners(worldId).partners(home))
                    .forEach(share -> table.row(cells(
                            List.of(
                                    code(world, home),
                                    code(world, share.partner()),
                                    name(analysis, world, share.partner())),
                            shares(share))));
        }
        return table.build();
    }

    /**
     * The same with, beside each look-through figure of an estimated world, what the other assumption about origins gives:
     * the two are an honest band.
     */
    public static Table partnersWithBand(Analysis analysis, String worldId, List<Integer> homes) {
        World world = analysis.world(worldId);
        String other = EstimatedWorld.otherSplit(world)
                .filter(analysis.store()::holds)
                .orElseThrow(() -> InputException.use(
                        "There is no second estimate to make a band from",
                        "an estimated world with its other split at hand, such as icio2022",
                        worldId,
                        "leave out --band, or build it: 'jiritsu world build icio2021 --split proportional'."));
        Table.Builder table = builder(
                analysis,
                world,
                homes,
                "band",
                fields(List.of("home", "partner", "partner_name"), concat(SHARES, BAND)));
        for (int home : homes) {
            List<PartnerShare> others = analysis.partners(other).partners(home);
            ranked(analysis.partners(worldId).partners(home))
                    .forEach(share -> table.row(cells(
                            List.of(
                                    code(world, home),
                                    code(world, share.partner()),
                                    name(analysis, world, share.partner())),
                            concat(
                                    shares(share),
                                    List.of(
                                            others.get(share.partner()).supplyLookThrough(),
                                            others.get(share.partner()).consumptionLookThrough(),
                                            others.get(share.partner()).marketLookThrough())))));
        }
        return table.build();
    }

    /** Whether {@link #partnersWithBand} can be asked. */
    public static boolean hasBand(Analysis analysis, String worldId) {
        return EstimatedWorld.otherSplit(analysis.world(worldId))
                .filter(analysis.store()::holds)
                .isPresent();
    }

    /** One row a partner and selling sector, the strongest supplier first and the home's own industries last. */
    public static Table partnersBySector(Analysis analysis, String worldId, List<Integer> homes) {
        World world = analysis.world(worldId);
        Table.Builder table = builder(
                analysis,
                world,
                homes,
                "sectors",
                fields(List.of("home", "partner", "partner_name", "sector", "sector_name"), SHARES));
        for (int home : homes) {
            ranked(analysis.partners(worldId).partnersBySector(home))
                    .forEach(share -> table.row(cells(
                            List.of(
                                    code(world, home),
                                    code(world, share.partner()),
                                    name(analysis, world, share.partner()),
                                    sectorCode(world, share.sector()),
                                    sectorName(analysis, world, share.sector())),
                            shares(share))));
        }
        return table.build();
    }

    /** The partner measures over several worlds, by partner and then year. */
    public static Table trend(Analysis analysis, List<String> worldIds, String home) {
        World last = analysis.world(worldIds.getLast());
        int homeIndex = last.economy(home);
        Table.Builder table = new Table.Builder(
                head(
                        analysis,
                        worldIds.stream().map(analysis::world).toList(),
                        last.economies().get(homeIndex).code(),
                        analysis.words()
                                .say(
                                        "exposure.trend",
                                        "home",
                                        name(analysis, last, homeIndex),
                                        "from",
                                        analysis.world(worldIds.getFirst())
                                                .about()
                                                .year(),
                                        "to",
                                        last.about().year()),
                        "exposure",
                        Map.of()),
                fields(List.of("world", "year", "home", "partner", "partner_name"), SHARES));
        for (PartnerShare latest : ranked(analysis.partners(last.id()).partners(homeIndex))) {
            String partner = code(last, latest.partner());
            for (String id : worldIds) {
                World world = analysis.world(id);
                int there = world.economy(home);
                PartnerShare share = analysis.partners(id).partners(there).get(world.economy(partner));
                table.row(cells(
                        List.of(
                                id,
                                world.about().year(),
                                code(world, there),
                                partner,
                                name(analysis, world, share.partner())),
                        shares(share)));
            }
        }
        return table.build();
    }

    /** One row a home, for each world given. */
    public static Table indicators(Analysis analysis, List<String> worldIds, List<String> homes) {
        List<World> worlds = worldIds.stream().map(analysis::world).toList();
        Table.Builder table = new Table.Builder(
                head(
                        analysis,
                        worlds,
                        String.join(" ", homes),
                        analysis.words().say("exposure.indicators"),
                        "exposure",
                        Map.of()),
                fields(List.of("world", "year", "home", "home_name"), INDICATORS));
        for (String text : homes) {
            for (World world : worlds) {
                int home = world.economy(text);
                table.row(cells(
                        List.of(world.id(), world.about().year(), code(world, home), name(analysis, world, home)),
                        figures(analysis.indicators(world.id()).home(home))));
            }
        }
        return table.build();
    }

    /** One row a home industry. */
    public static Table indicatorsBySector(Analysis analysis, String worldId, List<Integer> homes) {
        World world = analysis.world(worldId);
        Table.Builder table = builder(
                analysis, world, homes, "industries", fields(List.of("home", "sector", "sector_name"), INDICATORS));
        for (int home : homes) {
            analysis.indicators(worldId)
                    .homeSectors(home)
                    .forEach(indicator -> table.row(cells(
                            List.of(
                                    code(world, home),
                                    sectorCode(world, indicator.sector()),
                                    sectorName(analysis, world, indicator.sector())),
                            figures(indicator))));
        }
        return table.build();
    }

    /** The strongest chains, strongest first. */
    public static Table paths(Analysis analysis, String worldId, SupplyChains.Query query) {
        World world = analysis.world(worldId);
        SupplyChains.Answer answer = SupplyChains.find(analysis.leontief(worldId), query);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("from", industry(world, query.partner(), query.fromSector()));
        facts.put("into", industry(world, query.home(), query.intoSector()));
        facts.put("total_musd", answer.totalMusd());
        facts.put("coverage", answer.coverage());
        facts.put("threshold", query.threshold());
        facts.put("complete", answer.complete());
        Table.Builder table = new Table.Builder(
                head(
                        analysis,
                        List.of(world),
                        code(world, query.home()),
                        pathsTitle(analysis, world, query),
                        "paths",
                        facts),
                "rank",
                "chain",
                "chain_names",
                "stages",
                "value_musd",
                "share",
                "cumulative_share");
        double covered = 0;
        for (int k = 0; k < answer.chains().size(); k++) {
            SupplyChains.Chain chain = answer.chains().get(k);
            covered += chain.share();
            table.row(
                    k + 1,
                    chain.industries().stream().map(world::label).collect(Collectors.joining(" > ")),
                    chain.industries().stream()
                            .map(i -> industryName(analysis, world, i))
                            .collect(Collectors.joining(" > ")),
                    chain.industries().size() - 1,
                    chain.valueMusd(),
                    chain.share(),
                    covered);
        }
        return table.build();
    }

    private static Table.Builder builder(
            Analysis analysis, World world, List<Integer> homes, String what, String[] fields) {
        String codes = homes.size() == world.economyCount()
                ? "all"
                : homes.stream().map(h -> code(world, h)).collect(Collectors.joining(" "));
        return new Table.Builder(
                head(
                        analysis,
                        List.of(world),
                        codes,
                        title(analysis, world, homes, what),
                        "exposure",
                        medianError(world)),
                fields);
    }

    /** What a table of these homes shows, in words. */
    private static String title(Analysis analysis, World world, List<Integer> homes, String what) {
        Words words = analysis.words();
        String who = homes.size() == world.economyCount()
                ? words.say("exposure.everyone")
                : words.and(homes.stream().map(h -> name(analysis, world, h)).toList());
        return words.say("exposure." + what, "who", who, "year", world.about().year());
    }

    /** How far look-through figures of an estimated world are off where the truth is known. */
    private static Map<String, Object> medianError(World world) {
        Map<String, Object> facts = new LinkedHashMap<>();
        EstimatedWorld.medianError(world).ifPresent(error -> {
            facts.put("median_error_supply_pct", error.supplyPercent());
            facts.put("median_error_market_pct", error.marketPercent());
        });
        return facts;
    }

    /** The head of any result computed from these worlds. */
    static Table.Head head(
            Analysis analysis,
            List<World> worlds,
            String home,
            String title,
            String method,
            Map<String, Object> facts) {
        return new Table.Head(
                title,
                worlds.stream().map(World::id).collect(Collectors.joining(" ")),
                home,
                analysis.words()
                        .say(
                                "unit.shares",
                                "unit",
                                analysis.words().data(worlds.getLast().about().unit())),
                analysis.words().say("method." + method),
                facts,
                worlds.stream().map(ExposureTables::sourceLine).distinct().toList(),
                worlds.stream()
                        .flatMap(w -> w.about().notes().stream())
                        .distinct()
                        .toList(),
                analysis.words());
    }

    /** Source, licence, and what value added means in it: it stands wherever a figure of this world does. */
    static String sourceLine(World world) {
        return "%s. Licence: %s. Value added: %s"
                .formatted(
                        world.about().source(),
                        world.about().licence(),
                        world.about().valueAdded());
    }

    private static List<PartnerShare> ranked(List<PartnerShare> shares) {
        return shares.stream()
                .sorted(Comparator.comparing((PartnerShare s) -> s.partner() == s.home())
                        .thenComparing(Comparator.comparingDouble(PartnerShare::supplyLookThrough)
                                .reversed()))
                .toList();
    }

    private static List<Double> shares(PartnerShare s) {
        return List.of(
                s.supplyDirect(),
                s.supplyLookThrough(),
                s.consumptionLookThrough(),
                s.marketDirect(),
                s.marketLookThrough(),
                s.hiddenRatio(),
                s.leveragePp());
    }

    private static List<Double> figures(Indicator i) {
        return List.of(
                i.hhiDirect(),
                i.hhiLookThrough(),
                i.exportsMusd(),
                i.domesticVaInExportsMusd(),
                i.foreignVaInExportsMusd(),
                i.vaxRatio(),
                i.upstreamness(),
                i.downstreamness(),
                i.upstreamnessNetInventory(),
                i.downstreamnessNetInventory(),
                i.foreignInputReliance(),
                i.foreignMarketReliance());
    }

    private static Object[] cells(List<?> keys, List<Double> figures) {
        return Stream.concat(keys.stream(), figures.stream()).toArray();
    }

    private static String[] fields(List<String> keys, String[] figures) {
        return Stream.concat(keys.stream(), Arrays.stream(figures)).toArray(String[]::new);
    }

    private static String[] concat(String[] a, String[] b) {
        return Stream.concat(Arrays.stream(a), Arrays.stream(b)).toArray(String[]::new);
    }

    private static List<Double> concat(List<Double> a, List<Double> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /** All homes of a world. */
    public static List<Integer> everyHome(World world) {
        return IntStream.range(0, world.economyCount()).boxed().toList();
    }

    static String code(World world, int economy) {
        return world.economies().get(economy).code();
    }

    static String name(Analysis analysis, World world, int economy) {
        return analysis.words().name(world.economies().get(economy));
    }

    static String sectorCode(World world, int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? "all"
                : world.sectors().get(sector).code();
    }

    static String sectorName(Analysis analysis, World world, int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? analysis.words().say("all.named")
                : analysis.words().name(world.sectors().get(sector));
    }

    private static String industry(World world, int economy, int sector) {
        return code(world, economy) + "_" + sectorCode(world, sector);
    }

    static String industryName(Analysis analysis, World world, int industry) {
        return analysis.words()
                .say(
                        "industry",
                        "economy",
                        name(analysis, world, world.economyOf(industry)),
                        "sector",
                        analysis.words().the(world.sectors().get(world.sectorOf(industry))));
    }

    private static String pathsTitle(Analysis analysis, World world, SupplyChains.Query query) {
        return analysis.words()
                .say(
                        "paths.title",
                        "from",
                        described(analysis, world, query.partner(), query.fromSector()),
                        "into",
                        described(analysis, world, query.home(), query.intoSector()));
    }

    private static String described(Analysis analysis, World world, int economy, int sector) {
        Words words = analysis.words();
        Economy one = world.economies().get(economy);
        return sector == PartnerShare.ALL_SECTORS
                ? words.the(one)
                : words.say(
                        "paths.industry",
                        "economy",
                        words.the(one),
                        "sector",
                        words.the(world.sectors().get(sector)));
    }
}
