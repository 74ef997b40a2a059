package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any answer of the model must satisfy, whatever the data. */
class TradeModelTest {
    private static final int SECTORS = 4;
    private static final World WORLD = Worlds.random(11, SECTORS, 1, 2, 3, 1.5, 0.7);
    private static final TradeData DATA = Worlds.data(WORLD);
    private static final TradeData WIOD = Worlds.wiod2011("GYY");

    private static Consumer<TradePolicy> tariffOn(int importer, double rate) {
        return policy -> {
            for (int j = 0; j < SECTORS; j++) {
                for (int i = 0; i < DATA.economyCount(); i++) {
                    policy.setTariff(j, importer, i, rate);
                }
            }
        };
    }

    private static double[] realIncome(Effects effects) {
        return effects.economies().stream()
                .mapToDouble(Effects.EconomyRow::realIncomePct)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Deficits.class)
    void noChangeGivesZeros(Deficits deficits) {
        for (TradeData data : new TradeData[] {DATA, WIOD, WIOD.withoutInputOutput(), WIOD.oneSector(5)}) {
            for (Effects.EconomyRow row :
                    TradeModel.of(data, deficits).effects(policy -> {}).economies()) {
                for (double zero : new double[] {
                    row.realWagePct(),
                    row.realIncomePct(),
                    row.firstOrderWelfarePct(),
                    row.termsOfTradePct(),
                    row.volumeOfTradePct(),
                    row.exportsPct(),
                    row.importsPct()
                }) {
                    assertEquals(0, zero / 100, 1e-12, row.toString());
                }
            }
        }
    }

    @Test
    void aWorldTableIsAlreadyAnEquilibrium() {
        assertEquals(0, TradeModel.of(WIOD, Deficits.OBSERVED).calibration().steps());
        assertEquals(0, TradeModel.of(DATA, Deficits.OBSERVED).calibration().steps());
    }

    @Test
    void theUnitOfMoneyDoesNotMatter() {
        int n = WORLD.size();
        int economies = WORLD.economyCount();
        double[] z = new double[n * n];
        double[] y = new double[n * economies];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i * n + j] = 2 * WORLD.z(i, j);
            }
            for (int e = 0; e < economies; e++) {
                y[i * economies + e] = 2 * WORLD.y(i, e);
            }
            x[i] = 2 * WORLD.output(i);
        }
        TradeData doubled = Worlds.data(Worlds.world(SECTORS, economies, z, y, x));
        assertArrayEquals(
                realIncome(TradeModel.of(DATA, Deficits.OBSERVED).effects(tariffOn(2, 0.3))),
                realIncome(TradeModel.of(doubled, Deficits.OBSERVED).effects(tariffOn(2, 0.3))),
                1e-10);
    }

    @Test
    void theOrderOfEconomiesDoesNotMatter() {
        int n = DATA.economyCount();
        World turned = turned(WORLD);
        BaselineTariffs tariffs = new BaselineTariffs() {
            @Override
            public double rate(String importer, String exporter, String sector) {
                return Worlds.tariffs(0.08).rate(back(importer), back(exporter), sector);
            }

            private String back(String code) {
                return "E" + (Integer.parseInt(code.substring(1)) + 1) % n;
            }

            @Override
            public Said source() {
                return Said.of("test");
            }
        };
        TradeData data = TradeData.of(turned, Worlds.theta(SECTORS), tariffs);
        double[] straight = realIncome(TradeModel.of(DATA, Deficits.OBSERVED).effects(tariffOn(2, 0.3)));
        double[] other = realIncome(TradeModel.of(data, Deficits.OBSERVED).effects(tariffOn(1, 0.3)));
        for (int e = 0; e < n; e++) {
            assertEquals(straight[(e + 1) % n], other[e], 1e-10);
        }
    }

    /** Economy 1 comes first, economy 0 last. */
    private static World turned(World world) {
        int n = world.size();
        int economies = world.economyCount();
        int shift = world.sectorCount();
        double[] z = new double[n * n];
        double[] y = new double[n * economies];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            int from = (i + shift) % n;
            for (int j = 0; j < n; j++) {
                z[i * n + j] = world.z(from, (j + shift) % n);
            }
            for (int e = 0; e < economies; e++) {
                y[i * economies + e] = world.y(from, (e + 1) % economies);
            }
            x[i] = world.output(from);
        }
        return Worlds.world(world.sectorCount(), economies, z, y, x);
    }

    @Test
    void aTariffOfATinyEconomyMovesNoForeignPrice() {
        TradeData data = Worlds.data(Worlds.random(5, SECTORS, 1, 2, 1e-9, 1.5, 1));
        Equilibrium after =
                TradeModel.of(data, Deficits.OBSERVED).effects(tariffOn(2, 0.5)).equilibrium();
        for (int e = 0; e < data.economyCount(); e++) {
            if (e != 2) {
                assertEquals(1, after.wageChange(e), 1e-8);
                assertEquals(1, after.priceIndex(e), 1e-8);
            }
        }
        assertTrue(after.priceIndex(2) > 1.01);
    }

    /** Arkolakis, Costinot and Rodriguez-Clare (2012), equation 1: Ŵ = π̂_nn^(-1/θ). */
    @Test
    void oneSectorHasTheClosedFormOfAcr() {
        double theta = 5;
        TradeData data = TradeData.of(WORLD, Worlds.theta(SECTORS), BaselineTariffs.NONE)
                .oneSector(theta)
                .withoutInputOutput();
        TradeModel model = TradeModel.of(data, Deficits.ZERO);
        Random random = new Random(3);
        Effects effects = model.effects(policy -> {
            for (int n = 0; n < data.economyCount(); n++) {
                for (int i = 0; i < data.economyCount(); i++) {
                    policy.setTradeCost(0, n, i, random.nextDouble() - 0.3);
                }
            }
        });
        TradeData after = effects.equilibrium().asData();
        for (int e = 0; e < data.economyCount(); e++) {
            int cell = data.cell(0, e, e);
            double closed = Math.pow(after.share[cell] / model.baseline().share[cell], -1 / theta);
            assertEquals(closed - 1, effects.realIncomePct(e) / 100, 1e-10);
        }
    }

    /** The same authors, multi-sector: Ŵ = Π_j π̂_nnj^(-α_j/θ_j); here the trade ends, so π' = 1. */
    @Test
    void autarkyCostsTheGainsFromTrade() {
        TradeData data = TradeData.of(Worlds.random(8, SECTORS, 1, 2, 3), Worlds.theta(SECTORS), BaselineTariffs.NONE)
                .withoutInputOutput();
        TradeModel model = TradeModel.of(data, Deficits.ZERO);
        TradeData before = model.baseline();
        // economy 0 sells every sector at home; economy 1 has an idle one and could not live alone
        Effects effects = model.effects(policy -> {
            for (int j = 0; j < SECTORS; j++) {
                for (int i = 1; i < 3; i++) {
                    policy.ban(j, 0, i);
                    policy.ban(j, i, 0);
                }
            }
        });
        double log = 0;
        for (int j = 0; j < SECTORS; j++) {
            log += before.technology.finalShare()[before.pair(j, 0)]
                    / data.theta(j)
                    * Math.log(before.share[before.cell(j, 0, 0)]);
        }
        assertEquals(Math.exp(log) - 1, effects.realIncomePct(0) / 100, 1e-10);
        assertTrue(Double.isNaN(effects.economy(0).firstOrderWelfarePct()));
    }

    /** Lerner (1936): with balanced trade a tariff on all imports is a tax on all exports. */
    @Test
    void importTariffsAndExportTaxesAreSymmetric() {
        TradeData data = TradeData.of(WORLD, Worlds.theta(SECTORS), BaselineTariffs.NONE);
        TradeModel model = TradeModel.of(data, Deficits.ZERO);
        Effects tariffs = model.effects(tariffOn(2, 0.25));
        Effects taxes = model.effects(policy -> {
            for (int j = 0; j < SECTORS; j++) {
                for (int n = 0; n < data.economyCount(); n++) {
                    policy.setExportTax(j, n, 2, 0.25);
                }
            }
        });
        assertArrayEquals(realIncome(tariffs), realIncome(taxes), 1e-8);
        assertTrue(Math.abs(realIncome(tariffs)[2]) > 1e-3);
    }

    /** Without imbalances, whose purchasing power would be part of the exact figure alone. */
    @Test
    void firstOrderIsTheLimitOfExact() {
        TradeModel model = TradeModel.of(DATA, Deficits.ZERO);
        double step = 1e-5;
        Effects effects = model.effects(policy -> {
            for (int j = 0; j < SECTORS; j++) {
                policy.setTariff(j, 2, 0, policy.tariffRate(j, 2, 0) + step);
                policy.setExportTax(j, 1, 3, step);
                policy.setTradeCost(j, 4, 2, step);
            }
        });
        for (Effects.EconomyRow row : effects.economies()) {
            assertEquals(row.realIncomePct(), row.firstOrderWelfarePct(), 100 * 10 * step * step, row.toString());
        }
        assertTrue(Math.abs(effects.realIncomePct(2)) > 100 * 100 * step * step);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyStartingPointGivesTheSameAnswer(long seed) {
        TradeModel model = TradeModel.of(WIOD, Deficits.OBSERVED);
        TradePolicy policy = TradePolicy.statusQuo(model.baseline());
        int usa = WIOD.economy("USA");
        for (int i = 0; i < WIOD.economyCount(); i++) {
            policy.setTariff(WIOD.sector("c15"), usa, i, 0.5);
        }
        double[] start =
                new Random(seed).doubles(WIOD.economyCount(), -0.7, 0.7).toArray();
        Equilibrium straight = model.solve(policy, new double[WIOD.economyCount()]);
        Equilibrium roundabout = model.solve(policy, start);
        for (int e = 0; e < WIOD.economyCount(); e++) {
            assertEquals(straight.wageChange(e), roundabout.wageChange(e), 1e-9);
            assertEquals(straight.priceIndex(e), roundabout.priceIndex(e), 1e-9);
        }
    }

    @Test
    void aBanIsTheLimitOfTradeCosts() {
        TradeModel model = TradeModel.of(WIOD, Deficits.OBSERVED);
        int usa = WIOD.economy("USA");
        int china = WIOD.economy("CHN");
        Effects banned =
                model.effects(policy -> IntStream.range(0, WIOD.sectorCount()).forEach(j -> policy.ban(j, usa, china)));
        Effects costly = model.effects(
                policy -> IntStream.range(0, WIOD.sectorCount()).forEach(j -> policy.setTradeCost(j, usa, china, 1e8)));
        assertArrayEquals(realIncome(banned), realIncome(costly), 1e-9);
        assertTrue(realIncome(banned)[usa] < -0.1);
        assertEquals(
                -100,
                banned.partners().stream()
                        .filter(r -> r.economy().equals("USA") && r.partner().equals("CHN"))
                        .findFirst()
                        .orElseThrow()
                        .importsPct());
    }

    @Test
    void hugeChangesStillSolve() {
        TradeModel model = TradeModel.of(WIOD, Deficits.ZERO);
        Effects effects = model.effects(policy -> {
            for (int j = 0; j < 16; j++) {
                for (int n = 0; n < WIOD.economyCount(); n++) {
                    for (int i = 0; i < WIOD.economyCount(); i++) {
                        policy.setTariff(j, n, i, (n + i) % 3 == 0 ? 9 : 0);
                    }
                }
            }
        });
        assertTrue(effects.equilibrium().residual().size() < TradeModel.RESIDUAL_TOLERANCE);
    }

    /** A check that notices nothing would be worth nothing: every part of an answer is disturbed in turn. */
    @Test
    void theCheckNoticesEveryDisturbance() {
        TradeModel model = TradeModel.of(DATA, Deficits.OBSERVED);
        Equilibrium good = model.effects(tariffOn(1, 0.2)).equilibrium();
        assertTrue(good.residual().size() < 1e-11, good.residual().where());
        for (int part = 0; part < 7; part++) {
            double[][] parts = {
                good.wage, good.cost, good.price, good.share, good.expenditure, good.income, good.deficit
            };
            parts[part] = parts[part].clone();
            int largest = IntStream.range(0, parts[part].length)
                    .boxed()
                    .max((a, b) -> Double.compare(Math.abs(good(parts, a)), Math.abs(good(parts, b))))
                    .orElseThrow();
            parts[part][largest % parts[part].length] *= 1 + 1e-6;
            Equilibrium bad = new Equilibrium(
                    good.data,
                    good.policy,
                    parts[0],
                    parts[1],
                    parts[2],
                    parts[3],
                    parts[4],
                    parts[5],
                    parts[6],
                    new int[good.data.economyCount()],
                    false,
                    0,
                    new double[0][]);
            assertTrue(bad.residual().size() > TradeModel.RESIDUAL_TOLERANCE, "part " + part);
        }
    }

    private static double good(double[][] parts, int at) {
        return Arrays.stream(parts)
                .filter(p -> at < p.length)
                .mapToDouble(p -> p[at])
                .min()
                .orElse(0);
    }

    @Test
    void badInputIsAClearError() {
        TradePolicy policy = TradePolicy.statusQuo(DATA);
        assertMessage("15% was meant", () -> policy.setTariff(0, 0, 1, 15));
        assertMessage("sign is wrong", () -> policy.setTariff(0, 0, 1, -1));
        assertMessage("cannot be meant", () -> policy.setExportTax(0, 0, 1, Double.NaN));
        assertMessage("rest of the world", () -> WIOD.economy("Zimbabwe"));
        assertMessage("lists what this world has", () -> WIOD.economy("Zanzibar"));
        assertMessage("you meant JPN", () -> WIOD.economy("JPM"));
        assertMessage("elasticity", () -> DATA.withTheta(new double[] {1, 2, 0, 4}));
        assertMessage("elasticity", () -> DATA.oneSector(-3));
        assertMessage("no such set", () -> Worlds.wiod2011("nothing"));
        double[] flows = {5, 1, 2, 6};
        assertMessage(
                "no input-output block",
                () -> TradeData.of(
                        Worlds.world(1, 2, new double[4], flows, new double[] {6, 8}),
                        new double[] {4},
                        BaselineTariffs.NONE));
    }

    @Test
    void incomeBelowZeroIsAClearError() {
        double[] deficit = new double[DATA.economyCount()];
        deficit[4] = -2 * DATA.factorIncome[4];
        deficit[0] = -deficit[4];
        assertMessage("income of E4 turns negative", () -> TradeModel.of(DATA.withDeficit(deficit), Deficits.OBSERVED));
    }

    @Test
    void cuttingOffEverySellerIsAClearError() {
        assertMessage(
                "nobody from whom E1 could buy s1",
                () -> TradeModel.of(DATA, Deficits.OBSERVED)
                        .effects(policy ->
                                IntStream.range(0, DATA.economyCount()).forEach(i -> policy.ban(1, 1, i))));
    }

    private static void assertMessage(String part, Runnable call) {
        String message = assertThrows(InputException.class, call::run).getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.lines().toList().getLast().startsWith("Maybe"), message);
    }

    /** A uniform tariff is the same in one sector, whatever the sectors were; a mean lies between its parts. */
    @Test
    void aPolicyInOneSectorIsItsMeanByFlows() {
        TradeData one = DATA.oneSector(4);
        TradePolicy none = DATA.oneSector(TradePolicy.statusQuo(DATA), one);
        assertArrayEquals(one.tariff, none.tariff, 1e-15);
        TradePolicy policy = TradePolicy.statusQuo(DATA);
        for (int j = 0; j < SECTORS; j++) {
            policy.setTariff(j, 0, 1, 0.3);
            policy.setTradeCost(j, 0, 1, 0.2);
        }
        policy.setTariff(1, 2, 1, 0.5);
        TradePolicy merged = DATA.oneSector(policy, one);
        assertEquals(0.3, merged.tariffRate(0, 0, 1), 1e-15);
        assertEquals(1.2, merged.iceberg[one.cell(0, 0, 1)], 1e-15);
        double mean = 0;
        double flows = 0;
        for (int j = 0; j < SECTORS; j++) {
            mean += DATA.flow(j, 2, 1) * policy.tariffRate(j, 2, 1);
            flows += DATA.flow(j, 2, 1);
        }
        assertEquals(mean / flows, merged.tariffRate(0, 2, 1), 1e-15);
        policy.ban(0, 0, 1);
        assertThrows(InputException.class, () -> DATA.oneSector(policy, one));
    }
}
