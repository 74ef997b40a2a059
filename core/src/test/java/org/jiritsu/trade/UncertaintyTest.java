package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
    private static final TradeData DATA = Worlds.data(Worlds.random(21, 3, 1, 2, 1.5));

    private static TradePolicy tariffs() {
        TradePolicy policy = TradePolicy.statusQuo(DATA);
        for (int j = 0; j < DATA.sectorCount(); j++) {
            policy.setTariff(j, 0, 1, 0.4);
        }
        return policy;
    }

    private static Uncertainty run(int count, long seed) {
        return Uncertainty.run(
                DATA,
                Deficits.ZERO,
                tariffs(),
                ParameterDraws.of(ElasticityDraws.logNormal(DATA, 0.3)),
                count,
                seed,
                done -> {});
    }

    @Test
    void bandsHoldTheDrawsThatASlowLoopMakes() {
        SplittableRandom random = new SplittableRandom(7);
        ElasticityDraws draws = ElasticityDraws.logNormal(DATA, 0.3);
        int count = 21;
        double[] incomes = new double[count];
        for (int d = 0; d < count; d++) {
            incomes[d] = TradeModel.of(DATA.withTheta(draws.theta(draws.draw(random))), Deficits.ZERO)
                    .effects(tariffs())
                    .realIncomePct(2);
        }
        java.util.Arrays.sort(incomes);
        Uncertainty.Band band = run(count, 7).bands().stream()
                .filter(b -> b.economy().equals("E2") && b.measure() == Measure.REAL_INCOME_PCT)
                .findFirst()
                .orElseThrow();
        assertEquals(incomes[10], band.median(), 1e-12);
        assertEquals(incomes[1], band.low5(), 1e-12);
        assertEquals(incomes[19], band.high95(), 1e-12);
    }

    @Test
    void threadsDoNotMatterAndTheSeedDoes() throws Exception {
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool many = new ForkJoinPool(7)) {
            assertEquals(
                    one.submit(() -> run(20, 5).bands()).get(),
                    many.submit(() -> run(20, 5).bands()).get());
        }
        assertTrue(!run(20, 5).bands().equals(run(20, 6).bands()));
    }

    @Test
    void theDriverIsTheElasticityThatMatters() {
        TradePolicy policy = TradePolicy.statusQuo(DATA);
        policy.setTariff(2, 0, 1, 0.4);
        AtomicInteger told = new AtomicInteger();
        Uncertainty uncertainty = Uncertainty.run(
                DATA,
                Deficits.OBSERVED,
                policy,
                ParameterDraws.of(ElasticityDraws.logNormal(DATA, 0.3)),
                60,
                1,
                done -> told.incrementAndGet());
        assertEquals(60, told.get());
        Uncertainty.Driver first =
                uncertainty.drivers(0, Measure.TARIFF_REVENUE_PCT_OF_INCOME).getFirst();
        assertEquals("s2", first.factor());
        assertTrue(first.rankCorrelation() < -0.8, first.toString());
    }

    @Test
    void otherParametersAreDrawnBetweenNoneAndAllOfThem() {
        ParameterDraws draws = new ParameterDraws(Optional.empty(), true, true);
        assertEquals(List.of("deficits", "inputs"), draws.factors());
        assertArrayEquals(
                DATA.withoutInputOutput().technology.finalShare(),
                draws.applyTo(DATA, new double[] {1, 0}).technology.finalShare());
        TradeModel model = TradeModel.of(DATA, Deficits.OBSERVED);
        assertEquals(
                incomes(model),
                incomes(TradeModel.of(draws.applyTo(model.baseline(), new double[] {1, 1}), Deficits.OBSERVED)),
                1e-10);
        assertEquals(
                incomes(TradeModel.of(DATA, Deficits.ZERO)),
                incomes(TradeModel.of(draws.applyTo(DATA, new double[] {0, 1}), Deficits.OBSERVED)),
                1e-10);
        TradeData weaker = draws.applyTo(model.baseline(), new double[] {1, 0.4});
        assertEquals(0, TradeModel.of(weaker, Deficits.OBSERVED).calibration().steps(), "no exact equilibrium");
    }

    private static double incomes(TradeModel model) {
        return model.effects(tariffs()).realIncomePct(0);
    }

    @Test
    void publishedSetsMoveWhatTheyCannotTellApartTogether() {
        TradeData wiod = Worlds.wiod2011("GYY");
        ElasticityDraws draws = ElasticityDraws.ofSets(
                ElasticitySets.read(Worlds.DATA.resolve("elasticities/wiod35.csv")), wiod.sectors());
        assertTrue(draws.factors().contains("c4+c5"), draws.factors().toString());
        double[] theta = draws.theta(draws.draw(new SplittableRandom(1)));
        assertEquals(theta[wiod.sector("c4")], theta[wiod.sector("c5")]);
    }

    @Test
    void ranksAndQuantilesAreTheTextbooks() {
        assertArrayEquals(new double[] {2, 0.5, 0.5, 3}, Uncertainty.ranks(new double[] {5, 1, 1, 9}));
        assertEquals(-1, Uncertainty.correlation(new double[] {1, 2, 3}, new double[] {9, 6, 3}), 1e-15);
        assertEquals(2.5, Uncertainty.quantile(new double[] {1, 2, 3, 4}, 0.5));
        assertEquals(1.15, Uncertainty.quantile(new double[] {1, 2, 3, 4}, 0.05), 1e-15);
    }

    @Test
    void badInputIsAClearError() {
        assertThrows(InputException.class, () -> run(1, 1));
        assertThrows(InputException.class, () -> ElasticityDraws.logNormal(DATA, 25));
    }
}
