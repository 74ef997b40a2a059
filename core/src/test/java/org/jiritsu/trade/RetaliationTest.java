package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;

class RetaliationTest {
    private static final int SECTORS = 3;
    private static final List<Integer> ALL = IntStream.range(0, SECTORS).boxed().toList();

    /** One small economy (3) among three large ones. */
    private static final TradeData DATA = Worlds.data(Worlds.random(31, SECTORS, 2, 3, 2.5, 0.05));

    private static final TradeModel LINKED = TradeModel.of(DATA, Deficits.ZERO);
    private static final TradeModel PLAIN = TradeModel.of(DATA.withoutInputOutput(), Deficits.ZERO);

    private static double income(TradeModel model, int economy, double rate) {
        return model.effects(policy -> {
                    for (int j = 0; j < SECTORS; j++) {
                        for (int i = 0; i < DATA.economyCount(); i++) {
                            policy.setTariff(j, economy, i, rate);
                        }
                    }
                })
                .realIncomePct(economy);
    }

    @Test
    void theUnilateralOptimumIsThatOfAFineSearch() {
        Retaliation.Player player = new Retaliation(LINKED, ALL).everyone().get(1);
        Retaliation.Outcome outcome = new Retaliation(LINKED, ALL).unilateral(player, Retaliation.Shape.UNIFORM);
        double best = IntStream.range(0, 400)
                .mapToObj(i -> i * 0.0025)
                .max((a, b) -> Double.compare(income(LINKED, 1, a), income(LINKED, 1, b)))
                .orElseThrow();
        assertEquals(best, outcome.choices().getFirst().meanRate(), 0.0025);
        assertEquals(income(LINKED, 1, best), outcome.effects().realIncomePct(1), 1e-3);
    }

    /** For an economy too small to move foreign wages, without input-output links, the formula is exact. */
    @Test
    void theShortcutIsTheOptimumOfASmallEconomy() {
        Retaliation retaliation = new Retaliation(PLAIN, ALL);
        Retaliation.Outcome nash = retaliation.nash(retaliation.everyone(), Retaliation.Shape.UNIFORM, line -> {});
        double[] shortcut = retaliation.shortcutRates();
        assertEquals(nash.choices().get(3).meanRate(), shortcut[3], 2e-3);
        for (int e = 0; e < 3; e++) {
            assertEquals(nash.choices().get(e).meanRate(), shortcut[e], 0.2 * shortcut[e]);
        }
    }

    /** Costinot, Donaldson, Vogel and Werning (2015): without export taxes or input links, one rate for all sectors. */
    @Test
    void theOptimumOfASmallEconomyIsUniform() {
        Retaliation retaliation = new Retaliation(PLAIN, ALL);
        List<Double> rates = retaliation
                .unilateral(retaliation.everyone().get(3), Retaliation.Shape.BY_SECTOR)
                .choices()
                .getFirst()
                .rates();
        for (double rate : rates) {
            assertEquals(rates.getFirst(), rate, 5e-3);
        }
    }

    @Test
    void inNashNobodyGainsByMoving() {
        Retaliation retaliation = new Retaliation(LINKED, ALL);
        List<String> lines = new ArrayList<>();
        Retaliation.Outcome nash = retaliation.nash(retaliation.everyone(), Retaliation.Shape.UNIFORM, lines::add);
        assertEquals(nash.rounds(), lines.size());
        double[] rates = nash.choices().stream()
                .mapToDouble(Retaliation.Choice::meanRate)
                .toArray();
        for (int e = 0; e < 4; e++) {
            for (double move : new double[] {-0.03, 0.03}) {
                double[] moved = rates.clone();
                moved[e] += move;
                assertTrue(incomes(moved)[e] < incomes(rates)[e], "economy " + e);
            }
        }
        assertArrayEquals(
                incomes(rates),
                nash.effects().economies().stream()
                        .mapToDouble(Effects.EconomyRow::realIncomePct)
                        .toArray(),
                1e-9);
    }

    private static double[] incomes(double[] rates) {
        return LINKED
                .effects(policy -> {
                    for (int n = 0; n < rates.length; n++) {
                        for (int i = 0; i < rates.length; i++) {
                            for (int j = 0; j < SECTORS; j++) {
                                policy.setTariff(j, n, i, rates[n]);
                            }
                        }
                    }
                })
                .economies()
                .stream()
                .mapToDouble(Effects.EconomyRow::realIncomePct)
                .toArray();
    }

    /** Those whom a policy hits answer the hitter alone, and no rate nearby serves them better. */
    @Test
    void answersAreTheBestOfThoseHit() {
        TradePolicy policy = TradePolicy.statusQuo(LINKED.baseline());
        ALL.forEach(j -> policy.setTariff(j, 0, 1, 0.5));
        policy.setExportTax(1, 2, 0, 0.2);
        Retaliation.Outcome outcome = new Retaliation(LINKED, ALL).answers(policy, line -> {});
        assertEquals(
                List.of("E1", "E2"),
                outcome.choices().stream().map(c -> c.player().name()).toList());
        for (Retaliation.Choice choice : outcome.choices()) {
            assertEquals(List.of(0), choice.player().against());
            int e = choice.player().members().getFirst();
            assertEquals(choice.meanRate(), outcome.policy().tariffRate(0, e, 0), 1e-15);
            for (double move : new double[] {-0.03, 0.03}) {
                TradePolicy moved = outcome.policy();
                ALL.forEach(j -> moved.setTariff(j, e, 0, choice.meanRate() + move));
                assertTrue(
                        LINKED.effects(moved).realIncomePct(e)
                                < outcome.effects().realIncomePct(e),
                        choice.toString());
            }
        }
        assertEquals(0.5, outcome.policy().tariffRate(0, 0, 1), 1e-15);
        assertThrows(
                InputException.class,
                () -> new Retaliation(LINKED, ALL).answers(TradePolicy.statusQuo(LINKED.baseline()), line -> {}));
    }

    @Test
    void coalitionsPlayAsOneAndNobodyTwice() {
        Retaliation retaliation = new Retaliation(LINKED, ALL);
        assertEquals(
                List.of("E0+E2", "E1", "E3"),
                retaliation.everyone(List.of(List.of(0, 2))).stream()
                        .map(Retaliation.Player::name)
                        .toList());
        assertThrows(InputException.class, () -> retaliation.everyone(List.of(List.of(0, 2), List.of(2, 3))));
        assertThrows(InputException.class, () -> retaliation.everyone(List.of(List.of(0, 1, 2, 3))));
    }

    @Test
    void aCoalitionLeavesItsMembersTheirOldTariffs() {
        Retaliation retaliation = new Retaliation(LINKED, ALL);
        Retaliation.Player bloc = retaliation.coalition(List.of(0, 2));
        Retaliation.Outcome outcome = retaliation.unilateral(bloc, Retaliation.Shape.UNIFORM);
        TradePolicy policy = outcome.effects().equilibrium().policy;
        double rate = outcome.choices().getFirst().meanRate();
        for (int j : ALL) {
            assertEquals(LINKED.baseline().tariffRate(j, 0, 2), policy.tariffRate(j, 0, 2), 1e-15);
            assertEquals(rate, policy.tariffRate(j, 0, 1), 1e-15);
            assertEquals(rate, policy.tariffRate(j, 2, 3), 1e-15);
        }
    }

    @Test
    void nothingToTaxIsAClearError() {
        assertThrows(InputException.class, () -> new Retaliation(LINKED, List.of()));
    }
}
