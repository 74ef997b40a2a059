package org.jiritsu.partners;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;

class CoalitionsTest {
    private static final OptionalInt EXACT = OptionalInt.empty();

    @Test
    void sharesAPairOfGloves() {
        // player 0 owns a left glove, 1 and 2 a right one each: a pair is worth 1
        assertShapley(new double[] {2.0 / 3, 1.0 / 6, 1.0 / 6}, c -> (c & 1) == 1 && (c & 6) != 0 ? 1 : 0);
    }

    @Test
    void sharesTheRunwayOfAnAirport() {
        double[] cost = {8, 11, 13, 18};
        assertShapley(
                new double[] {2, 3, 4, 9},
                c -> IntStream.range(0, 4)
                        .filter(i -> (c >> i & 1) == 1)
                        .mapToDouble(i -> cost[i])
                        .max()
                        .orElse(0));
    }

    @Test
    void sharesAGameOfThree() {
        double[] value = {0, 1, 2, 4, 0, 3, 3, 6};
        assertShapley(new double[] {13.0 / 6, 16.0 / 6, 7.0 / 6}, c -> value[(int) c]);
    }

    @Test
    void weighsTheSecurityCouncil() {
        // five permanent members, ten elected: nine votes, all permanent ones among them
        List<Worth> worth = exact(15, CoalitionsTest::carries);
        for (int i = 0; i < 15; i++) {
            assertEquals(i < 5 ? 0.196270 : 0.001865, worth.get(i).shapley(), 5e-7);
        }
    }

    private static double carries(long c) {
        return (c & 31) == 31 && Long.bitCount(c) >= 9 ? 1 : 0;
    }

    @Test
    void keepsShapleysAxioms() {
        SplittableRandom random = new SplittableRandom(5);
        for (int game = 0; game < 40; game++) {
            int n = 1 + random.nextInt(8);
            double[] v = randomGame(random, n);
            double[] w = randomGame(random, n);
            double[] sum = new double[v.length];
            Arrays.setAll(sum, i -> v[i] + w[i]);
            double[] ofV = shapley(n, v);
            double[] ofW = shapley(n, w);
            double[] ofSum = shapley(n, sum);
            assertEquals(v[v.length - 1] - v[0], Arrays.stream(ofV).sum(), 1e-12, "efficiency");
            for (int i = 0; i < n; i++) {
                assertEquals(ofV[i] + ofW[i], ofSum[i], 1e-12, "additivity");
            }
        }
    }

    @Test
    void givesNothingToWhoAddsNothingAndTheSameToEquals() {
        SplittableRandom random = new SplittableRandom(6);
        for (int game = 0; game < 40; game++) {
            int n = 3 + random.nextInt(6);
            double[] v = randomGame(random, n);
            double[] w = new double[v.length];
            for (int c = 0; c < w.length; c++) {
                int without = c & ~1; // player 0 adds nothing
                int equals = Integer.bitCount(without & 6) == 1 ? without & ~6 | 2 : without; // 1 and 2 are alike
                w[c] = v[equals];
            }
            double[] worth = shapley(n, w);
            assertEquals(0, worth[0], 1e-14);
            assertEquals(worth[1], worth[2], 1e-12);
        }
    }

    @Test
    void agreesWithTheMeanOverAllOrders() {
        SplittableRandom random = new SplittableRandom(7);
        double[] v = randomGame(random, 5);
        double[] mean = new double[5];
        int[] orders = {0};
        permute(new int[] {0, 1, 2, 3, 4}, 0, order -> {
            int c = 0;
            for (int player : order) {
                mean[player] += v[c | 1 << player] - v[c];
                c |= 1 << player;
            }
            orders[0]++;
        });
        double[] worth = shapley(5, v);
        for (int i = 0; i < 5; i++) {
            assertEquals(mean[i] / orders[0], worth[i], 1e-12);
        }
    }

    @Test
    void allowsNegativeWorth() {
        List<Worth> worth = exact(2, c -> c == 1 ? 5 : c == 3 ? 3 : 0);
        assertTrue(worth.get(1).shapley() < 0);
        assertEquals(-2, worth.get(1).lastIn());
        assertEquals(0, worth.get(1).firstIn());
    }

    @Test
    void takesLeaveOneOutFromWhoStandsByToday() {
        Coalitions coalitions = Coalitions.of(List.of("USA", "AUS", "GBR"), Set.of("USA"), EXACT, 0);
        double[] value = {0, 1, 2, 4, 0, 3, 3, 6};
        List<Worth> worth = coalitions.worth(
                c -> Arrays.stream(c).mapToDouble(x -> value[(int) x]).toArray());
        assertEquals(1, worth.get(0).leaveOneOut()); // v({USA}) - v({})
        assertEquals(3, worth.get(1).leaveOneOut()); // v({USA, AUS}) - v({USA})
        assertEquals(3, worth.get(0).lastIn()); // v(N) - v({AUS, GBR})
        assertEquals(2, worth.get(1).firstIn());
    }

    @Test
    void samplesOrdersWithinTheirErrors() {
        Coalitions sampled = Coalitions.of(players(15), OptionalInt.of(4000), 42);
        List<Worth> worth = sampled.worth(batch(CoalitionsTest::carries));
        double sum = 0;
        for (int i = 0; i < 15; i++) {
            double exact = i < 5 ? 0.196270 : 0.001865;
            assertTrue(
                    Math.abs(worth.get(i).shapley() - exact) < 4 * worth.get(i).standardError() + 1e-6,
                    worth.get(i)::toString);
            sum += worth.get(i).shapley();
        }
        assertEquals(1, sum, 1e-12, "sampled worths add up too");
    }

    @Test
    void coversTheTruthAsOftenAsItsErrorSays() {
        SplittableRandom random = new SplittableRandom(8);
        double[] v = randomGame(random, 6);
        double[] exact = shapley(6, v);
        int covered = 0;
        int tries = 200;
        for (int seed = 0; seed < tries; seed++) {
            Worth w = Coalitions.of(players(6), OptionalInt.of(60), seed)
                    .worth(batch(c -> v[(int) c]))
                    .getFirst();
            covered += Math.abs(w.shapley() - exact[0]) < 1.96 * w.standardError() ? 1 : 0;
        }
        assertEquals(0.95, covered / (double) tries, 0.05);
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        Coalitions a = Coalitions.of(players(30), OptionalInt.of(50), 9);
        Coalitions b = Coalitions.of(players(30), OptionalInt.of(50), 9);
        assertArrayEquals(a.cells(), b.cells());
        LongToDoubleFunction value = c -> Math.sqrt(Long.bitCount(c)) + (c & 1) * 2;
        assertEquals(a.worth(batch(value)), b.worth(batch(value)));
    }

    @Test
    void valuesTwentyExactly() {
        List<Worth> worth = exact(20, c -> Long.bitCount(c) * (double) Long.bitCount(c));
        worth.forEach(w -> assertEquals(20, w.shapley(), 1e-9)); // 400 shared by 20 alike
    }

    @Test
    void refusesMoreThanTwentyWithoutSamples() {
        Mistakes.assertWrongUse(() -> Coalitions.of(players(21), EXACT, 0), "--samples");
        Mistakes.assertWrongUse(() -> Coalitions.of(players(63), OptionalInt.of(100), 0), "at most 62");
        Mistakes.assertWrongUse(() -> Coalitions.of(players(5), OptionalInt.of(2), 0), "too few");
        Mistakes.assertWrongUse(() -> Coalitions.of(List.of("USA", "USA"), EXACT, 0), "written twice");
        Mistakes.assertWrongUse(() -> Coalitions.of(List.of(), EXACT, 0), "one or more partners");
        Mistakes.assertWrongUse(() -> Coalitions.of(List.of("USA"), Set.of("AUS"), EXACT, 0), "'AUS'");
    }

    @Test
    void refusesAValueThatCannotBeReproduced() {
        int[] calls = {0};
        Coalitions coalitions = Coalitions.of(List.of("USA", "AUS"), EXACT, 0);
        Mistakes.assertBadData(
                () -> coalitions.worth(c -> {
                    calls[0]++;
                    return Arrays.stream(c)
                            .mapToDouble(x -> x + calls[0] * 1e-9)
                            .toArray();
                }),
                "cannot be reproduced");
        Mistakes.assertBadData(() -> coalitions.worth(new double[] {0, Double.NaN, 1, 2}), "{USA}");
    }

    @Test
    void bandsOverRules() {
        List<Worth> low = exact(2, c -> Long.bitCount(c));
        List<Worth> high = exact(2, c -> 3 * Long.bitCount(c));
        assertEquals(
                new WorthBand.Range(1, 2, 3),
                WorthBand.over(List.of(high, low)).getFirst().shapley());
    }

    private static void assertShapley(double[] expected, LongToDoubleFunction value) {
        List<Worth> worth = exact(expected.length, value);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], worth.get(i).shapley(), 1e-14);
        }
    }

    private static List<Worth> exact(int n, LongToDoubleFunction value) {
        return Coalitions.of(players(n), EXACT, 0).worth(batch(value));
    }

    private static double[] shapley(int n, double[] values) {
        return exact(n, c -> values[(int) c]).stream()
                .mapToDouble(Worth::shapley)
                .toArray();
    }

    private static CoalitionValue batch(LongToDoubleFunction value) {
        return coalitions -> Arrays.stream(coalitions).mapToDouble(value).toArray();
    }

    private static List<String> players(int n) {
        return IntStream.range(0, n).mapToObj(i -> "P" + i).toList();
    }

    private static double[] randomGame(SplittableRandom random, int n) {
        return random.doubles(1L << n, -1, 1).toArray();
    }

    private static void permute(int[] order, int at, Consumer<int[]> each) {
        if (at == order.length) {
            each.accept(order);
            return;
        }
        for (int i = at; i < order.length; i++) {
            swap(order, at, i);
            permute(order, at + 1, each);
            swap(order, at, i);
        }
    }

    private static void swap(int[] order, int a, int b) {
        int kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }
}
