package org.jiritsu.goods;

import static org.jiritsu.goods.GoodsAtHand.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Dataset RAW = STORE.dataset("baci-hs92-raw74");
    private static final Dataset CRITICAL = STORE.dataset("baci-hs17-critical30");

    @Test
    void threeYearsOfRawMaterials() {
        List<Assessment> japan = Assessment.of(STORE, RAW, 2024, "JPN", RuleSet.ALL, Optional.empty());
        assertTrue(japan.size() > 50);
        for (Assessment a : japan) {
            Verdict geodep = a.verdicts().get(1);
            assertEquals(3, geodep.yearsHeld());
            assertEquals(Optional.of(geodep.yearsMet().size() >= 2), geodep.lasting());
            assertEquals(1, a.verdicts().getFirst().yearsHeld());
            assertEquals(
                    a.verdicts().getFirst().thisYear(), a.verdicts().getFirst().flagged());
        }
    }

    @Test
    void oneYearLeavesTheThreeYearRuleOpenOrDecided() {
        List<Assessment> japan =
                Assessment.of(STORE, CRITICAL, 2024, "JPN", List.of(RuleSet.CEPII_GEODEP), Optional.empty());
        long flagged =
                japan.stream().filter(a -> a.verdicts().getFirst().flagged()).count();
        assertEquals(5, flagged);
        assertTrue(
                japan.stream().allMatch(a -> a.verdicts().getFirst().lasting().isEmpty()));
    }

    @Test
    void aGroupByItsName() {
        List<Assessment> union =
                Assessment.of(STORE, CRITICAL, 2024, "EU27", List.of(RuleSet.EC_2021), Optional.of(EconomyGroup.EU27));
        assertEquals(
                11,
                union.stream().filter(a -> a.verdicts().getFirst().flagged()).count());
        Mistakes.assertWrongUse(
                () -> Assessment.of(
                        STORE, CRITICAL, 2024, "DEU", List.of(RuleSet.EC_2021), Optional.of(EconomyGroup.EU27)),
                "EU27");
        Mistakes.assertWrongUse(
                () -> Assessment.of(
                        STORE, STORE.dataset("us-imports-2024"), 2024, "USA", RuleSet.ALL, Optional.empty()),
                "pairs");
    }
}
