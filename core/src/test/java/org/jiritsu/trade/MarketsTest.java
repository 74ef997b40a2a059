package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiritsu.Mistakes;
import org.jiritsu.RandomWorlds;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Economies that no longer trade with others: each group of them is a market of its own. */
class MarketsTest {
    private static TradeData random(long seed) {
        return Worlds.data(RandomWorlds.of(seed, 5, 3));
    }

    private static TradePolicy apart(TradeData data, List<Integer> group, boolean imports, boolean exports) {
        TradePolicy policy = TradePolicy.statusQuo(data);
        for (int j = 0; j < data.sectorCount(); j++) {
            for (int a : group) {
                for (int b = 0; b < data.economyCount(); b++) {
                    if (!group.contains(b) && imports) {
                        policy.ban(j, a, b);
                    }
                    if (!group.contains(b) && exports) {
                        policy.ban(j, b, a);
                    }
                }
            }
        }
        return policy;
    }

    /** By the solver and by the referee, which is told the market. */
    private static void assertAgrees(TradeData data, TradePolicy policy, Effects effects, List<Integer> market) {
        Equilibrium at = effects.equilibrium();
        DenseReferee.Found found = new DenseReferee(data, policy, at.deficit, at.parted, market).solve();
        for (int k = 0; k < market.size(); k++) {
            int e = market.get(k);
            assertEquals(found.wage()[k], at.wage[e], 1e-9 * found.wage()[k]);
            assertEquals(100 * (found.realIncome()[k] - 1), effects.realIncomePct(e), 1e-7);
            double imports = 0;
            for (int s = 0; s < data.economyCount(); s++) {
                for (int j = 0; j < data.sectorCount() && s != e; j++) {
                    imports += at.asData().flow(j, e, s);
                }
            }
            assertEquals(found.imports()[k], imports, 1e-8 * Math.max(1, imports));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theRefereeAgreesWhereAllTrade(long seed) {
        TradeModel model = TradeModel.of(random(seed), Deficits.OBSERVED);
        TradePolicy policy = TradePolicy.statusQuo(model.baseline());
        policy.setTariff(0, 1, 2, 0.4);
        policy.setTradeCost(2, 0, 3, 0.2);
        Effects effects = model.effects(policy);
        assertEquals(1, effects.equilibrium().markets().size());
        assertAgrees(model.baseline(), policy, effects, List.of(0, 1, 2, 3, 4));
    }

    /** Whoever forbids the trade, and whether one economy leaves or several. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void groupsThatPartAreMarketsOfTheirOwn(long seed) {
        TradeModel model = TradeModel.of(random(seed), Deficits.ZERO);
        TradeData data = model.baseline();
        List<Integer> group = seed % 2 == 0 ? List.of(1, 3) : List.of((int) seed % 5);
        List<Integer> rest =
                IntStream.range(0, 5).boxed().filter(e -> !group.contains(e)).toList();
        for (boolean[] how : new boolean[][] {{true, true}, {true, false}, {false, true}}) {
            TradePolicy policy = apart(data, group, how[0], how[1]);
            Effects effects = model.effects(policy);
            assertTrue(effects.equilibrium().residual().size() < 1e-11);
            assertEquals(2, effects.equilibrium().markets().size());
            assertAgrees(data, policy, effects, group);
            assertAgrees(data, policy, effects, rest);
        }
    }

    /** A chain of one-way links carries nothing either, for nobody can pay. */
    @Test
    void oneWayLinksCarryNothingWithoutImbalances() {
        TradeModel model = TradeModel.of(random(9), Deficits.ZERO);
        TradePolicy policy = TradePolicy.statusQuo(model.baseline());
        for (int j = 0; j < 3; j++) {
            for (int seller = 0; seller < 5; seller++) {
                for (int buyer = 0; buyer < seller; buyer++) {
                    policy.ban(j, buyer, seller);
                }
            }
        }
        Effects effects = model.effects(policy);
        assertEquals(5, effects.equilibrium().markets().size());
        for (int e = 0; e < 5; e++) {
            assertEquals(-100, effects.economy(e).exportsPct(), 1e-9);
            assertAgrees(model.baseline(), policy, effects, List.of(e));
        }
    }

    /** Goods may leave a group that buys nothing where its imbalance pays for them, and only then. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void imbalancesPayForGoodsOneWayOrCannotLast(long seed) {
        TradeModel model = TradeModel.of(random(seed), Deficits.OBSERVED);
        TradeData data = model.baseline();
        for (int e = 0; e < 5; e++) {
            TradePolicy noImports = apart(data, List.of(e), true, false);
            TradePolicy noExports = apart(data, List.of(e), false, true);
            boolean buysMore = data.deficit[e] > 0;
            TradePolicy possible = buysMore ? noExports : noImports;
            Effects effects = model.effects(possible);
            assertEquals(1, effects.equilibrium().markets().size());
            assertAgrees(data, possible, effects, List.of(0, 1, 2, 3, 4));
            String amount = "%,.1f million USD".formatted(Math.abs(data.deficit[e]));
            Mistakes.assertWrongUse(
                    () -> model.effects(buysMore ? noImports : noExports),
                    "trade %s of E%d cannot last".formatted(buysMore ? "deficit" : "surplus", e),
                    amount,
                    "--deficits zero");
            TradePolicy neither = apart(data, List.of(e), true, true);
            Mistakes.assertWrongUse(() -> model.effects(neither), amount);
        }
    }

    /** Where it trades with nobody to begin with, it is a market too, and moves nobody's figures. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anEconomyAloneMovesNobodysFigures(long seed) {
        TradeData small = Worlds.data(Worlds.random(seed, 3, 1, 1.4, 0.7));
        TradeData large = Worlds.data(beside(Worlds.random(seed, 3, 1, 1.4, 0.7)));
        for (Deficits deficits : Deficits.values()) {
            Effects alone = effects(TradeModel.of(small, deficits));
            Effects beside = effects(TradeModel.of(large, deficits));
            assertEquals(2, beside.equilibrium().markets().size());
            for (int e = 0; e < 3; e++) {
                assertEquals(alone.realIncomePct(e), beside.realIncomePct(e), 1e-9);
                assertEquals(alone.economy(e).exportsPct(), beside.economy(e).exportsPct(), 1e-9);
                assertEquals(alone.economy(e).priceIndexPct(), beside.economy(e).priceIndexPct(), 1e-9);
            }
            assertEquals(0, beside.realIncomePct(3), 1e-11);
        }
    }

    private static Effects effects(TradeModel model) {
        return model.effects(policy -> policy.setTariff(0, 1, 2, 0.4));
    }

    /** The same world with one economy more, which sells to itself alone. */
    private static World beside(World world) {
        int n = world.size();
        int economies = world.economyCount();
        int sectors = world.sectorCount();
        int wide = n + sectors;
        double[] z = new double[wide * wide];
        double[] y = new double[wide * (economies + 1)];
        double[] x = new double[wide];
        Random random = new Random(5);
        for (int i = 0; i < wide; i++) {
            for (int k = 0; k < wide; k++) {
                z[i * wide + k] = i < n && k < n ? world.z(i, k) : i >= n && k >= n ? random.nextDouble() : 0;
                x[i] += z[i * wide + k];
            }
            for (int e = 0; e <= economies; e++) {
                int at = i * (economies + 1) + e;
                y[at] = i < n && e < economies ? world.y(i, e) : i >= n && e == economies ? 5 : 0;
                x[i] += y[at];
            }
        }
        return Worlds.world(sectors, economies + 1, z, y, x);
    }

    /** Russia cut off from all trade: the same whoever forbids it, and a market of its own. */
    @Test
    void whoStillTradesIsToldInItsOwnMoney() {
        TradeModel model = TradeModel.of(Worlds.bundled("wiod2011", "wiod35", "GYY"), Deficits.ZERO);
        TradeData data = model.baseline();
        List<Integer> russia = List.of(data.economy("RUS"));
        Effects both = model.effects(apart(data, russia, true, true));
        Effects one = model.effects(apart(data, russia, true, false));
        assertEquals(russia, both.equilibrium().markets().getLast());
        for (String code : List.of("SVK", "JPN", "USA", "DEU")) {
            assertEquals(exports(both, code), exports(one, code), 1e-6);
            assertTrue(exports(both, code) < 0 && exports(both, code) > -10, code + exports(both, code));
        }
        TradeModel observed = TradeModel.of(Worlds.bundled("wiod2011", "wiod35", "GYY"), Deficits.OBSERVED);
        Mistakes.assertWrongUse(
                () -> observed.effects(apart(observed.baseline(), russia, true, true)), "surplus of RUS cannot last");
    }

    /** Against bench/peers/trade.py, which solves the world of all others. */
    @Test
    void russiaAloneInTheWorldOfToday() {
        TradeModel model = TradeModel.of(Worlds.bundled("icio2022", "icio", "GYY"), Deficits.ZERO);
        TradeData data = model.baseline();
        Effects effects = model.effects(apart(data, List.of(data.economy("RUS")), true, true));
        assertEquals(-3.943772774, exports(effects, "SVK"), 1e-7);
        assertEquals(-47.268538146, exports(effects, "BLR"), 1e-7);
        assertEquals(-0.889520010, exports(effects, "JPN"), 1e-7);
        assertEquals(-0.238340125, exports(effects, "USA"), 1e-7);
    }

    /** What an economy does not make at all it must buy from somebody. */
    @Test
    void anEconomyWithoutCoalCannotLeaveAll() {
        TradeData data = Worlds.bundled("icio2022", "icio", "GYY");
        TradePolicy policy = apart(data, List.of(data.economy("CHE")), true, true);
        Mistakes.assertWrongUse(
                () -> new MarketSystem(data, policy, Deficits.ZERO),
                "nobody from whom CHE could buy B05 (0.0",
                "% of its spending)",
                "outside the ban, its largest seller of this.");
    }

    private static double exports(Effects effects, String code) {
        return IntStream.range(0, effects.economyCount())
                .filter(e -> effects.code(e).equals(code))
                .mapToDouble(e -> effects.economy(e).exportsPct())
                .sum();
    }

    /** A reminder of what the solver itself is given: imbalances that sum to zero in every market. */
    @Test
    void imbalancesOfAMarketSumToZero() {
        TradeData data = TradeModel.of(random(4), Deficits.OBSERVED).baseline();
        double[] owed = Arrays.stream(data.deficit).map(d -> 0).toArray();
        owed[0] = 1e-12;
        owed[1] = -1e-12;
        Markets markets = Markets.of(data, apart(data, List.of(0), true, true), owed);
        assertEquals(2, markets.count());
        assertEquals(0, markets.deficits()[0], 1e-25);
    }
}
