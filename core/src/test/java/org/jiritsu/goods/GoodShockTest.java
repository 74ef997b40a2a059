package org.jiritsu.goods;

import static org.jiritsu.goods.GoodsAtHand.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoodShockTest {
    private static final GoodCode MAGNETS = GoodCode.of("HS17:850511");

    /** Cars buy ten times what electronics buy, and twice as much from makers of magnets; food none. */
    private static final GoodShock.Purchases PURCHASES = new GoodShock.Purchases() {
        private final Map<String, Double> all = Map.of("C10T12", 100_000.0, "C26", 40_000.0, "C29", 400_000.0);
        private final Map<String, Double> from = Map.of("C10T12", 0.0, "C26", 10_000.0, "C29", 20_000.0);

        @Override
        public List<String> industries() {
            return List.of("C10T12", "C26", "C29");
        }

        @Override
        public double all(String industry) {
            return all.getOrDefault(industry, 0.0);
        }

        @Override
        public double from(String industry, Set<String> makers) {
            return from.getOrDefault(industry, 0.0);
        }
    };

    private static GoodShock shock(double share, GoodCode... goods) {
        return GoodShock.of(
                STORE, STORE.uses(), "JPN", 2024, new GoodShock.Ban(Set.of(goods), Set.of("CHN"), share), PURCHASES);
    }

    @Test
    void magnetsFromChinaBetweenTheTwoBounds() {
        GoodShock shock = shock(1, MAGNETS);
        GoodShock.Missing missing = shock.missing().getFirst();
        assertEquals(156_879.57, missing.kusd(), 0.01);
        assertEquals(0.3595, missing.share(), 0.0001, "of tonnes");
        assertEquals(60 / missing.share(), missing.daysUntilShort().usual(), 1e-9);
        assertEquals(0, missing.daysUntilShort().low(), "the target may be empty");
        GoodShock.InputLoss cars = shock.losses().get(2);
        assertEquals("C29", cars.industry());
        assertEquals(156.87957 * 20 / 30 / 400_000, cars.proportional(), 1e-12);
        Range needed = STORE.uses().of(MAGNETS, "JPN").stream()
                .filter(u -> u.industry().equals("C29"))
                .findFirst()
                .orElseThrow()
                .share();
        assertEquals(needed.times(missing.share()), cars.essential());
        assertTrue(cars.essential().low() > 100 * cars.proportional());
        GoodShock.InputLoss food = shock.losses().getFirst();
        assertEquals(Range.of(0), food.essential());
        assertEquals(0, food.proportional());
    }

    @Test
    void whatIsMissingIsSpentOnceAndHalfABanTakesHalf() {
        GoodShock whole = shock(1, MAGNETS, GoodCode.of("HS92:284690"));
        double spent = whole.losses().stream()
                .mapToDouble(l -> l.proportional() * PURCHASES.all(l.industry()))
                .sum();
        assertEquals(
                whole.missing().stream().mapToDouble(GoodShock.Missing::kusd).sum() / 1000, spent, 1e-9);
        GoodShock half = shock(0.5, MAGNETS, GoodCode.of("HS92:284690"));
        for (int i = 0; i < whole.losses().size(); i++) {
            assertEquals(
                    whole.losses().get(i).proportional() / 2,
                    half.losses().get(i).proportional(),
                    1e-15);
            assertEquals(
                    whole.losses().get(i).essential().usual() / 2,
                    half.losses().get(i).essential().usual(),
                    1e-15);
        }
    }

    @Test
    void stocksAsPublished() {
        assertEquals(
                254,
                STORE.uses()
                        .stock(GoodCode.of("HS92:270900"), "JPN")
                        .orElseThrow()
                        .days()
                        .usual());
        Uses.Stock gas = STORE.uses().stock(GoodCode.of("HS92:271111"), "JPN").orElseThrow();
        assertEquals(14, gas.days().low());
        assertEquals(21, gas.days().high());
        Uses.Stock magnets = STORE.uses().stock(MAGNETS, "JPN").orElseThrow();
        assertEquals(60, magnets.days().usual());
        assertEquals(Uses.Basis.TARGET, magnets.basis());
        assertTrue(STORE.uses().stock(MAGNETS, "DEU").isEmpty());
    }

    @Test
    void everyUseNamesAGoodThatIsHeldAndWhatItRestsOn() {
        for (Uses.Use use : STORE.uses().all()) {
            use.goods().forEach(g -> assertTrue(STORE.holding(g, 2024).isPresent(), g.toString()));
            assertTrue(use.basis() == Uses.Basis.JUDGEMENT || !use.source().isEmpty(), use.toString());
            assertTrue(
                    use.basis() == Uses.Basis.PUBLISHED
                            || use.share().low() < use.share().high(),
                    use.toString());
        }
    }

    @Test
    void aBanAsAPersonWritesIt() {
        GoodShock.Ban ban = GoodShock.Ban.parse(STORE, 2024, "CHN+VNM:850511+284690");
        assertEquals(Set.of(MAGNETS, GoodCode.of("HS92:284690")), ban.goods());
        assertEquals(Set.of("CHN", "VNM"), ban.suppliers());
        assertEquals(1, ban.share());
        Mistakes.assertWrongUse(() -> GoodShock.Ban.parse(STORE, 2024, "China:850511"), "CHN:850511");
        Mistakes.assertWrongUse(() -> GoodShock.Ban.parse(STORE, 2024, "CHN:850512"), "850511");
        Mistakes.assertWrongUse(() -> GoodShock.Ban.parse(STORE, 2024, "CHN:854231"), "goods-import");
    }

    @Test
    void mistakes(@TempDir Path folder) throws IOException {
        Mistakes.assertWrongUse(() -> new GoodShock.Ban(Set.of(MAGNETS), Set.of("CHN"), 1.5), "1.5");
        Mistakes.assertWrongUse(() -> shock(1, GoodCode.of("HS17:854231")), "goods-import");
        String header = "goods,economy,industry,isic,low,usual,high,basis,source,note\n";
        Path above = Files.writeString(
                folder.resolve("above.csv"), header + "HS17:850511,,C29,29,0.5,0.9,1.2,judgement,,cars\n");
        Mistakes.assertBadData(() -> STORE.uses().with(above), "line 2", "high", "1.2");
        Path order = Files.writeString(
                folder.resolve("order.csv"), header + "HS17:850511,,C29,29,0.5,0.4,1,judgement,,cars\n");
        Mistakes.assertBadData(() -> STORE.uses().with(order), "line 2", "usual");
        Path basis =
                Files.writeString(folder.resolve("basis.csv"), header + "HS17:850511,,C29,29,0.5,0.6,1,guess,,cars\n");
        Mistakes.assertBadData(() -> STORE.uses().with(basis), "line 2", "basis", "judgement");
        Path code =
                Files.writeString(folder.resolve("code.csv"), header + "850511,,C29,29,0.5,0.6,1,judgement,,cars\n");
        Mistakes.assertBadData(() -> STORE.uses().with(code), "line 2", "HS17:850511");
        Mistakes.assertWrongUse(() -> STORE.uses().with(folder.resolve("none.csv")), "none.csv");
        Path source = Files.writeString(
                folder.resolve("source.csv"), header + "HS17:850511,,C29,29,0.5,0.6,1,published,,cars\n");
        Mistakes.assertBadData(() -> STORE.uses().with(source), "line 2", "source");
    }
}
