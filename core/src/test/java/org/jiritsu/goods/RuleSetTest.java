package org.jiritsu.goods;

import static org.jiritsu.goods.GoodsAtHand.critical;
import static org.jiritsu.goods.GoodsAtHand.criticalWithEu;
import static org.jiritsu.goods.GoodsAtHand.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;

/** How many of 30 critical goods each published rule flags, counted apart from the product in bench/peers/goods.py. */
class RuleSetTest {
    private static List<String> flagged(RuleSet rules, DependenceTable table, String economy) {
        return table.of(economy).stream()
                .filter(d -> rules.judge(d, List.of(), 1).thisYear())
                .map(Dependence::good)
                .toList();
    }

    @Test
    void commission() {
        assertEquals(16, flagged(RuleSet.EC_2021, critical(), "JPN").size());
        assertEquals(11, flagged(RuleSet.EC_2021, criticalWithEu(), "EU27").size());
    }

    @Test
    void geodep() {
        assertEquals(
                List.of("260600", "283692", "720293", "810411", "811212"),
                flagged(RuleSet.CEPII_GEODEP, critical(), "JPN"));
        assertEquals(8, flagged(RuleSet.CEPII_GEODEP, criticalWithEu(), "JPN").size());
        assertEquals(7, flagged(RuleSet.CEPII_GEODEP, criticalWithEu(), "EU27").size());
    }

    @Test
    void theFastWayFlagsTheSame() {
        for (RuleSet rules : RuleSet.ALL) {
            for (DependenceTable table : List.of(critical(), criticalWithEu(), raw(2024))) {
                assertEquals(
                        table.where(d -> rules.judge(d, List.of(), 1).thisYear()), table.meeting(rules), rules.name());
                int sum = table.counts(rules).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                assertEquals(table.meeting(rules).size(), sum, rules.name());
            }
        }
    }

    @Test
    void noRuleSeesJapansMagnets() {
        for (RuleSet rules : RuleSet.ALL) {
            assertFalse(flagged(rules, critical(), "JPN").contains("850511"), rules.name());
        }
        assertTrue(flagged(RuleSet.EC_2021, criticalWithEu(), "EU27").contains("850511"));
    }

    @Test
    void aSingleEconomyAlwaysMeetsTheSecondCriterion() {
        Verdict single = RuleSet.EC_2021.judge(critical().of("850511", "JPN").orElseThrow(), List.of(), 1);
        Verdict group =
                RuleSet.EC_2021.judge(criticalWithEu().of("850511", "EU27").orElseThrow(), List.of(), 1);
        assertEquals(1, single.tests().get(1).value());
        assertTrue(single.tests().get(1).always());
        assertFalse(group.tests().get(1).always());
    }

    @Test
    void distancesSayHowCloseACallIs() {
        Verdict tungsten =
                RuleSet.CEPII_GEODEP.judge(critical().of("810194", "JPN").orElseThrow(), List.of(), 1);
        assertFalse(tungsten.thisYear());
        assertEquals(Indicator.HHI_WORLD_EXPORTS, tungsten.closest().criterion().indicator());
        assertEquals(-0.00004, tungsten.closest().distance(), 0.00001);
        RuleSet lower = RuleSet.CEPII_GEODEP.with(Map.of(Indicator.HHI_WORLD_EXPORTS, 0.3999));
        assertEquals("2024 changed", lower.version());
        assertTrue(flagged(lower, critical(), "JPN").contains("810194"));
        assertEquals(RuleSet.CEPII_GEODEP, RuleSet.CEPII_GEODEP.with(Map.of()));
    }

    @Test
    void twoOfThreeYears() {
        Dependence now = raw(2024).of("720293", "JPN").orElseThrow();
        List<Dependence> before = Stream.of(2023, 2022)
                .flatMap(y -> raw(y).of("720293", "JPN").stream())
                .toList();
        Verdict verdict = RuleSet.CEPII_GEODEP.judge(now, before, 3);
        assertEquals(List.of(2022, 2023, 2024), verdict.yearsMet());
        assertEquals(Optional.of(true), verdict.lasting());
        Dependence ends = raw(1995).of("720293", "JPN").orElseThrow();
        assertEquals(
                Optional.empty(), RuleSet.CEPII_GEODEP.judge(ends, List.of(), 1).lasting());
        assertEquals(
                Optional.of(false),
                RuleSet.CEPII_GEODEP
                        .judge(raw(2024).of("270900", "JPN").orElseThrow(), List.of(), 3)
                        .lasting());
    }

    @Test
    void wrongThresholdsAndNames() {
        Mistakes.assertWrongUse(() -> RuleSet.of("cepii"), "cepii-geodep");
        Mistakes.assertWrongUse(() -> RuleSet.EC_2021.with(Map.of(Indicator.HHI_WORLD_EXPORTS, 0.4)), "ec-2021");
        Mistakes.assertWrongUse(() -> RuleSet.EC_2021.with(Map.of(Indicator.HHI_IMPORTS, -1.0)), "ec-2021");
        Mistakes.assertWrongUse(() -> RuleSet.EC_2021.with(Map.of(Indicator.HHI_IMPORTS, Double.NaN)), "ec-2021");
    }
}
