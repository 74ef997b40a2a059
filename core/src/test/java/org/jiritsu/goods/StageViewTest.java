package org.jiritsu.goods;

import static org.jiritsu.goods.GoodsAtHand.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;

class StageViewTest {
    private static StageView.Row row(String chain, Stage stage) {
        return StageView.of(STORE, chain, 2024).rows("JPN").stream()
                .filter(r -> r.link().stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void magnetsStageByStage() {
        assertEquals(
                List.of(Stage.MINE, Stage.REFINE, Stage.METAL, Stage.PART, Stage.PRODUCT),
                STORE.chains().of("rare-earths").stream()
                        .map(Chains.Link::stage)
                        .toList());
        assertEquals(3, row("rare-earths", Stage.MINE).outputs().size(), "two editions of USGS and World Mining Data");
        assertEquals(
                "850511", row("rare-earths", Stage.PART).imports().getFirst().good());
        assertTrue(row("rare-earths", Stage.REFINE).leaders().stream()
                .anyMatch(l -> l.edition().equals("IEA") && l.percent() == 91.3));
        assertTrue(row("rare-earths", Stage.PRODUCT).blank(), "the data stop at the magnet");
    }

    /** China ships 28% of Japan's magnets, but makes most of the metal in those that others ship. */
    @Test
    void chinaStandsBehindTheMagnetsThatOthersShip() {
        StageView view = StageView.of(STORE, "rare-earths", 2024);
        double shipped = GoodsAtHand.japan(GoodsAtHand.critical(), "850511").share("CHN", Measure.VALUE);
        StageView.Behind made =
                view.behind("JPN", Stage.PART, Stage.PART, Measure.VALUE).orElseThrow();
        StageView.Behind metal =
                view.behind("JPN", Stage.PART, Stage.METAL, Measure.VALUE).orElseThrow();
        assertTrue(made.share("CHN") > 2 * shipped, made.toString());
        assertTrue(metal.share("CHN") > made.share("CHN"), metal.toString());
        assertEquals("CHN", metal.makers().getFirst().economy());
    }

    @Test
    void sharesAndTheUnknownSumToOneInEveryChain() {
        for (String chain : STORE.chains().names()) {
            StageView view = StageView.of(STORE, chain, 2024);
            for (Stage from : Stage.values()) {
                for (Stage to : Stage.values()) {
                    view.behind("JPN", from, to, Measure.TONNES).ifPresent(b -> {
                        double known = b.makers().stream()
                                .mapToDouble(StageView.Maker::share)
                                .sum();
                        assertEquals(1, known + b.unknown(), 1e-9, chain + b);
                        assertTrue(b.unknown() >= 0 && b.makers().stream().allMatch(m -> m.share() >= 0), chain + b);
                    });
                }
            }
        }
    }

    @Test
    void whatIsNotSeenIsUnknownAndNotSpread() {
        StageView.Behind lithium = StageView.of(STORE, "lithium", 2024)
                .behind("JPN", Stage.REFINE, Stage.MINE, Measure.VALUE)
                .orElseThrow();
        assertTrue(lithium.unknown() > 0.5, "ore has no code, so who mined what China refines is not seen: " + lithium);
        assertTrue(StageView.of(STORE, "rare-earths", 2010)
                .behind("JPN", Stage.PART, Stage.METAL, Measure.VALUE)
                .isEmpty());
    }

    @Test
    void everyGoodOfAStageIsHeldOrSaidNotToBe() {
        Set<GoodCode> seen = new HashSet<>();
        for (String chain : STORE.chains().names()) {
            for (Chains.Link link : STORE.chains().of(chain)) {
                link.goods().forEach(g -> assertTrue(STORE.holding(g, 2024).isPresent(), g.toString()));
                assertTrue(link.goods().stream().allMatch(seen::add), "twice: " + link);
                assertTrue(!link.note().english().isEmpty(), link.toString());
            }
        }
        Mistakes.assertWrongUse(() -> STORE.chains().of("rare-earth"), "rare-earths");
        Mistakes.assertWrongUse(() -> GoodCode.of("850511"), "HS17:850511");
    }
}
