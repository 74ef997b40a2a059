package org.jiritsu.goods;

import static org.jiritsu.goods.GoodsAtHand.critical;
import static org.jiritsu.goods.GoodsAtHand.japan;
import static org.jiritsu.goods.GoodsAtHand.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Japan's sources as BACI has them, worked out apart from the product in {@code bench/peers/goods.py}. */
class PublishedDependenceTest {
    @ParameterizedTest
    @CsvSource({
        "270900, ARE, 43.1",
        "270900, SAU, 39.4",
        "270900, KWT, 6.7",
        "270900, QAT, 3.9",
        "271111, AUS, 39.2",
        "284690, CHN, 58.1",
        "282520, CHN, 84.1"
    })
    void rawMaterialsOf2024ByValue(String good, String supplier, double percent) {
        assertEquals(percent, 100 * japan(raw(2024), good).share(supplier, Measure.VALUE), 0.05);
    }

    @ParameterizedTest
    @CsvSource({"850511, PHL, 32.4", "850511, VNM, 27.9", "850511, CHN, 27.6", "270112, AUS, 67.5", "810194, CHN, 99.6"
    })
    void criticalGoodsOf2024ByValue(String good, String supplier, double percent) {
        assertEquals(percent, 100 * japan(critical(), good).share(supplier, Measure.VALUE), 0.05);
    }

    @Test
    void magnetsComeTo568MillionDollarsAndChinaExportsMostOfTheWorlds() {
        assertEquals(568.8, japan(critical(), "850511").imports().kusd() / 1000, 0.05);
        Supplier largest = critical().worldExporters("850511").getFirst();
        assertEquals("CHN", largest.economy());
        assertEquals(63, 100 * largest.valueShare(), 0.5);
    }

    @Test
    void valueAndTonnesDiffer() {
        Dependence compounds = japan(raw(2024), "284690");
        assertEquals(76, 100 * compounds.share("CHN", Measure.TONNES), 0.5);
        assertEquals("CHN", compounds.largest(Measure.TONNES).orElseThrow().economy());
    }

    @ParameterizedTest
    @CsvSource({"2008, 89", "2010, 79", "2011, 64", "2012, 54"})
    void rareEarthsFromChinaByTonnesFellAfter2010(int year, double percent) {
        double china = 0;
        double all = 0;
        for (String good : List.of("284610", "284690", "280530")) {
            Dependence d = japan(raw(year), good);
            china += d.share("CHN", Measure.TONNES) * d.imports().tonnes();
            all += d.imports().tonnes();
        }
        assertEquals(percent, 100 * china / all, 0.5);
    }

    @Test
    void allGoodsOf2023() {
        GoodsStore store = GoodsAtHand.STORE;
        Dependence all = japan(store.table(store.dataset("baci-total-2023"), 2023), "TOTAL");
        assertEquals(709.5, all.imports().kusd() / 1e6, 0.05);
        assertEquals(23.3, 100 * all.share("CHN", Measure.VALUE), 0.05);
    }

    @Test
    void theMirrorShowsWhomJapanHolds() {
        GoodsStore store = GoodsAtHand.STORE;
        List<Dependence> us =
                store.table(store.dataset("us-imports-2024"), 2024).onSupplier("JPN", 0.9);
        assertTrue(us.size() > 5 && us.stream().allMatch(d -> d.economy().equals("USA")), us.size() + " goods");
        List<Dependence> titanium = critical().onSupplier("JPN", 0.5).stream()
                .filter(d -> d.good().equals("810820"))
                .toList();
        assertTrue(titanium.stream().anyMatch(d -> d.economy().equals("USA")), titanium.toString());
    }

    /** Two publishers: the customs count in yen and with freight, BACI in dollars and without. */
    @Test
    void customsAndBaciAgreeOnWhoSendsTheGas() {
        JapanCustoms customs = GoodsAtHand.STORE.japanCustoms();
        double australia = customs.imports("AUS", "Lng", 2024).orElseThrow()
                / customs.imports(JapanCustoms.WORLD, "Lng", 2024).orElseThrow();
        assertEquals(japan(raw(2024), "271111").share("AUS", Measure.VALUE), australia, 0.03);
        assertEquals(57, customs.economies().size());
        assertEquals(78, customs.goods().size());
        assertTrue(customs.imports("CHN", JapanCustoms.ALL_GOODS, 2026).isPresent());
    }

    @Test
    void concentrationOfFoodAndEnergy() {
        EnergyFood crude = GoodsAtHand.STORE.energyFood().stream()
                .filter(e -> e.economy().equals("JPN") && e.commodity().equals("crude_oil"))
                .findFirst()
                .orElseThrow();
        Dependence same = japan(raw(2024), "270900");
        assertEquals(same.largest(Measure.TONNES).orElseThrow().tonnesShare(), crude.largestShare(), 0.01);
        assertEquals(same.hhiImportsTonnes(), crude.hhi(), 0.01);
    }

    @Test
    void whatIsNotHeldIsSaid() {
        GoodsStore store = GoodsAtHand.STORE;
        Dataset critical = store.dataset("baci-hs17-critical30");
        Mistakes.assertWrongUse(() -> store.dataset("baci-hs17-critical"), "baci-hs17-critical30");
        Mistakes.assertWrongUse(() -> store.table(critical, 2023), "2023", "2024");
        Mistakes.assertWrongUse(() -> store.requireGood(critical, 2024, "850512"), "850511");
        Mistakes.assertWrongUse(() -> store.requireGood(critical, 2024, "854231"), "goods-import");
        Mistakes.assertWrongUse(() -> HsRevision.of("HS18"), "HS17");
    }

    @Test
    void theFirstDataSetOfAYearIsTheNewestRevision() {
        List<String> ids =
                GoodsAtHand.STORE.inYear(2024).stream().map(Dataset::id).toList();
        assertEquals(List.of("baci-hs17-critical30", "baci-hs92-raw74"), ids);
    }
}
