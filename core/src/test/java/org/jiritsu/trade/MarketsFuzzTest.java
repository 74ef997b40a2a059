package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiritsu.RandomWorlds;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;

/**
 * Small random worlds under random bans: which economies still form markets, and whether imbalances can last, against
 * every set of economies tried in turn; then the equilibrium against {@link DenseReferee}. So many worlds as the property
 * {@code jiritsu.fuzz} says, 60 as a rule.
 */
class MarketsFuzzTest {
    private static final int WORLDS = Integer.getInteger("jiritsu.fuzz", 60);

    @Test
    void everyRandomWorldIsPartedAsTryingAllSetsDoes() {
        int refused = 0;
        int parted = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            int markets = check(seed);
            refused += markets == 0 ? 1 : 0;
            parted += markets > 1 ? 1 : 0;
        }
        assertTrue(refused > WORLDS / 20 && parted > WORLDS / 20, refused + " refused, " + parted + " parted");
    }

    static int check(long seed) {
        return new Case(seed).check(seed);
    }

    /** One world under one policy. */
    private static final class Case {
        private final TradeData data;
        private final TradePolicy policy;
        private final int n;
        private final boolean[][] sells;

        private Case(long seed) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbouring seeds begin alike
            this.n = 2 + random.nextInt(4);
            int sectors = (n > 3 ? 1 : 2) + random.nextInt(2); // so many that some buy from others
            this.data = TradeModel.of(
                            TradeData.of(
                                    RandomWorlds.of(seed, n, sectors), Worlds.theta(sectors), Worlds.tariffs(0.08)),
                            random.nextBoolean() ? Deficits.ZERO : Deficits.OBSERVED)
                    .baseline();
            this.policy = TradePolicy.statusQuo(data);
            this.sells = new boolean[n][n];
            double part = random.nextDouble();
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    boolean ban = from != to && random.nextDouble() < part;
                    for (int j = 0; j < sectors; j++) {
                        if (ban) {
                            policy.ban(j, to, from);
                        } else if (random.nextInt(4) == 0) {
                            policy.setTariff(j, to, from, random.nextDouble() / 2);
                        }
                        sells[from][to] |= !ban && data.share[data.cell(j, to, from)] > 0;
                    }
                }
            }
        }

        /** @return how many markets there are; 0 where the imbalances cannot last */
        private int check(long seed) {
            String where = "seed " + seed;
            double least = 1e-9 * Arrays.stream(data.factorIncome).sum();
            boolean lasts = closedSets().noneMatch(set -> owed(set) > least);
            boolean[][] linked = new boolean[n][n];
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    int a = from;
                    int b = to;
                    boolean cut =
                            closedSets().anyMatch(set -> has(set, a) && !has(set, b) && Math.abs(owed(set)) <= least);
                    linked[a][b] |= sells[a][b] && !cut;
                    linked[b][a] |= sells[a][b] && !cut;
                }
            }
            try {
                Markets markets = Markets.of(data, policy, data.deficit);
                assertTrue(lasts, where);
                for (int a = 0; a < n; a++) {
                    for (int b = 0; b < n; b++) {
                        assertEquals(reach(linked, a, b), markets.of(a) == markets.of(b), where);
                    }
                }
                solve(where);
                return markets.count();
            } catch (InputException e) {
                assertTrue(!lasts && e.getMessage().contains("cannot last"), where + ": " + e.getMessage());
                return 0;
            }
        }

        /** Sets that nothing enters from outside, as bits; not none and not all. */
        private IntStream closedSets() {
            return IntStream.range(1, (1 << n) - 1)
                    .filter(set -> IntStream.range(0, n * n)
                            .noneMatch(link -> sells[link / n][link % n] && !has(set, link / n) && has(set, link % n)));
        }

        private static boolean has(int set, int e) {
            return (set >> e & 1) == 1;
        }

        private double owed(int set) {
            return IntStream.range(0, n)
                    .filter(e -> has(set, e))
                    .mapToDouble(e -> data.deficit[e])
                    .sum();
        }

        private static boolean reach(boolean[][] linked, int from, int to) {
            boolean[] seen = new boolean[linked.length];
            seen[from] = true;
            for (int round = 0; round < linked.length; round++) {
                for (int a = 0; a < linked.length; a++) {
                    for (int b = 0; b < linked.length; b++) {
                        seen[b] |= seen[a] && linked[a][b];
                    }
                }
            }
            return seen[to];
        }

        private void solve(String where) {
            Equilibrium at;
            try {
                at = EquilibriumSolver.solve(data, policy, Deficits.OBSERVED, new double[n]);
            } catch (InputException e) {
                // some good has no seller left, or an income is gone
                return;
            }
            assertTrue(at.residual().size() < 1e-9, where + " " + at.residual());
            for (List<Integer> market : at.markets()) {
                DenseReferee.Found found = new DenseReferee(data, policy, at.deficit, at.parted, market).solve();
                for (int k = 0; k < market.size(); k++) {
                    assertEquals(found.wage()[k], at.wage[market.get(k)], 1e-7 * found.wage()[k], where);
                }
            }
        }
    }
}
