package org.jiritsu.exposure;

import static org.jiritsu.Referee.assertAgrees;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiritsu.Bundled;
import org.jiritsu.Referee;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every measure on WIOD 2011 against the numpy referee, at 1e-9 relative. */
class RefereeTest {
    private static final double RELATIVE = 1e-9;
    private static final Kernel KERNEL = Kernel.best();
    private static Leontief leontief;
    private static World world;

    @BeforeAll
    static void open() {
        world = Bundled.world("wiod2011");
        leontief = Leontief.of(world, KERNEL);
    }

    @AfterAll
    static void close() {
        leontief.close();
    }

    private static void assertShare(NamedCsvRecord row, PartnerShare share, boolean domestic) {
        assertAgrees(row, "supply_direct", share.supplyDirect(), RELATIVE, 0);
        assertAgrees(row, "supply_look_through", share.supplyLookThrough(), RELATIVE, 0);
        assertAgrees(row, "consumption_look_through", share.consumptionLookThrough(), RELATIVE, 0);
        assertAgrees(row, "market_direct", share.marketDirect(), RELATIVE, 0);
        assertAgrees(row, "market_look_through", share.marketLookThrough(), RELATIVE, 0);
        // a difference of two shares: hold it to the size of the shares, in points
        assertAgrees(row, "leverage_pp", share.leveragePp(), RELATIVE, 100 * share.supplyLookThrough());
        if (!domestic) {
            assertAgrees(row, "hidden_ratio", share.hiddenRatio(), RELATIVE, 0);
        }
    }

    @Test
    void partnersOfEveryHome() {
        PartnerExposure exposure = PartnerExposure.of(leontief);
        List<NamedCsvRecord> rows = Referee.read("wiod2011_partners.csv.gz");
        for (NamedCsvRecord row : rows) {
            int home = world.economy(row.getField("home"));
            int partner = world.economy(row.getField("partner"));
            assertShare(row, exposure.partners(home).get(partner), home == partner);
        }
        assertEquals(41 * 41, rows.size());
    }

    @Test
    void partnersBySellingSector() {
        PartnerExposure exposure = PartnerExposure.of(leontief);
        Map<String, List<NamedCsvRecord>> byHome = Referee.read("wiod2011_partner_sectors.csv.gz").stream()
                .collect(Collectors.groupingBy(r -> r.getField("home")));
        byHome.forEach((code, rows) -> {
            int home = world.economy(code);
            List<PartnerShare> shares = exposure.partnersBySector(home);
            for (NamedCsvRecord row : rows) {
                int partner = world.economy(row.getField("partner"));
                assertShare(
                        row,
                        shares.get(world.industry(partner, world.sector(row.getField("sector")))),
                        home == partner);
            }
        });
        assertEquals(2, byHome.size());
    }

    @Test
    void anEarlierYear() {
        try (Leontief earlier = Leontief.of(Bundled.world("wiod1995"), KERNEL)) {
            PartnerExposure exposure = PartnerExposure.of(earlier);
            for (NamedCsvRecord row : Referee.read("wiod1995_partners.csv.gz")) {
                int home = world.economy(row.getField("home"));
                int partner = world.economy(row.getField("partner"));
                assertShare(row, exposure.partners(home).get(partner), home == partner);
            }
        }
    }

    @Test
    void indicatorsOfHomesAndTheirIndustries() {
        Indicators indicators = Indicators.of(leontief, PartnerExposure.of(leontief), KERNEL);
        for (NamedCsvRecord row : Referee.read("wiod2011_indicators.csv.gz")) {
            assertIndicator(row, indicators.home(world.economy(row.getField("home"))));
        }
        List<NamedCsvRecord> rows = Referee.read("wiod2011_indicators_sectors.csv.gz");
        for (NamedCsvRecord row : rows) {
            assertIndicator(
                    row,
                    indicators
                            .homeSectors(world.economy(row.getField("home")))
                            .get(world.sector(row.getField("sector"))));
        }
        assertEquals(1435, rows.size());
    }

    private static void assertIndicator(NamedCsvRecord row, Indicator i) {
        assertAgrees(row, "hhi_direct", i.hhiDirect(), RELATIVE, 0);
        assertAgrees(row, "hhi_look_through", i.hhiLookThrough(), RELATIVE, 0);
        assertAgrees(row, "exports_musd", i.exportsMusd(), RELATIVE, 0);
        assertAgrees(row, "domestic_va_in_exports_musd", i.domesticVaInExportsMusd(), RELATIVE, 0);
        assertAgrees(row, "foreign_va_in_exports_musd", i.foreignVaInExportsMusd(), RELATIVE, 0);
        assertAgrees(row, "vax_ratio", i.vaxRatio(), RELATIVE, 0);
        assertAgrees(row, "upstreamness", i.upstreamness(), RELATIVE, 0);
        assertAgrees(row, "downstreamness", i.downstreamness(), RELATIVE, 0);
        assertAgrees(row, "upstreamness_net_inventory", i.upstreamnessNetInventory(), RELATIVE, 0);
        assertAgrees(row, "downstreamness_net_inventory", i.downstreamnessNetInventory(), RELATIVE, 0);
        assertAgrees(row, "foreign_input_reliance", i.foreignInputReliance(), RELATIVE, 0);
        assertAgrees(row, "foreign_market_reliance", i.foreignMarketReliance(), RELATIVE, 0);
    }

    /** Published by their authors; the rest is our table's rounding to whole millions: bench/peers/antras-chor.md. */
    @Test
    void positionsAgreeWithAntrasAndChor() {
        Position position = Position.netOfInventories(world, KERNEL);
        for (NamedCsvRecord row : Referee.read("antras_chor_2011_sample.csv")) {
            int i = world.industry(world.economy(row.getField("home")), world.sector(row.getField("sector")));
            if (world.output(i) > 0) {
                assertEquals(
                        Double.parseDouble(row.getField("upstreamness_net_inventory")),
                        position.upstreamness()[i],
                        0.008);
                assertEquals(
                        Double.parseDouble(row.getField("downstreamness_net_inventory")),
                        position.downstreamness()[i],
                        0.02);
            }
        }
    }

    /** The referee cuts the table and inverts it again for each link. */
    @Test
    void cutLinksAgainstFactoringFromScratch() {
        Map<Double, Cutoff> byThreshold = Map.of(
                0.001, Cutoff.into(leontief, world.economy("JPN"), 0.001),
                0.01, Cutoff.into(leontief, world.economy("JPN"), 0.01),
                0.05, Cutoff.into(leontief, world.economy("JPN"), 0.05));
        List<NamedCsvRecord> rows = Referee.read("wiod2011_cutoff.csv.gz");
        for (NamedCsvRecord row : rows) {
            int partner = world.economy(row.getField("partner"));
            String sector = row.getField("sector");
            int s = sector.isEmpty() ? PartnerShare.ALL_SECTORS : world.sector(sector);
            CutLink link = byThreshold.get(0.01).link(partner, s);
            assertAgrees(row, "flow_musd", link.flowMusd(), RELATIVE, 0);
            assertAgrees(row, "intermediate_musd", link.intermediateMusd(), RELATIVE, 0);
            assertAgrees(row, "final_musd", link.finalMusd(), RELATIVE, 0);
            // differences of two large outputs in the referee: it is good to 2e-8 million USD, one cent
            assertAgrees(row, "supplier_va_lost_musd", link.supplierVaLostMusd(), RELATIVE, 100);
            assertAgrees(row, "supplier_va_lost_pct_gdp", link.supplierVaLostPctGdp(), RELATIVE, 100);
            assertAgrees(row, "home_va_lost_musd", link.homeVaLostMusd(), RELATIVE, 100);
            assertAgrees(row, "world_va_lost_musd", link.worldVaLostMusd(), RELATIVE, 100);
            byThreshold.forEach((t, cutoff) -> {
                CutLink at = cutoff.link(partner, s);
                assertAgrees(row, "home_output_using_musd_" + t, at.homeOutputUsingMusd(), RELATIVE, 0);
                assertAgrees(row, "home_va_using_musd_" + t, at.homeVaUsingMusd(), RELATIVE, 0);
            });
        }
        assertEquals(100, rows.size());
    }

    @Test
    void chainsAgainstExplicitEnumeration() {
        assertChains("wiod2011_CHN_c14_JPN_c15", world.sector("c14"));
        assertChains("wiod2011_CHN_JPN_c15", PartnerShare.ALL_SECTORS);
    }

    private static void assertChains(String name, int fromSector) {
        SupplyChains.Answer answer = SupplyChains.find(
                leontief,
                new SupplyChains.Query(
                        world.economy("JPN"), world.economy("CHN"), fromSector, world.sector("c15"), 1e-4, 2000));
        assertAgrees(Referee.read(name + "_tiers.csv.gz").getFirst(), "total_musd", answer.totalMusd(), RELATIVE, 0);
        // the referee enumerates up to three stages between: compare chain by chain among those
        List<SupplyChains.Chain> short3 =
                answer.chains().stream().filter(c -> c.industries().size() <= 5).toList();
        List<NamedCsvRecord> rows = Referee.read(name + "_paths.csv.gz");
        for (int k = 0; k < rows.size(); k++) {
            SupplyChains.Chain chain = short3.get(k);
            assertEquals(
                    rows.get(k).getField("chain"),
                    chain.industries().stream().map(world::label).collect(Collectors.joining(">")));
            assertAgrees(rows.get(k), "value_musd", chain.valueMusd(), RELATIVE, 0);
            assertAgrees(rows.get(k), "share_of_total", chain.share(), RELATIVE, 0);
        }
        assertTrue(answer.coverage() > 0.3 && answer.coverage() < 1);
    }
}
