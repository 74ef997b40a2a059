package org.jiritsu.study.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** Findings name who matters to the reader. */
class StepFindingsTest {
    private static final World WORLD = Bundled.world("wiod2011");

    private static Table.Builder tariffs() {
        Table.Head head =
                new Table.Head("t", "wiod2011", "all", "u", "m", Map.of(), List.of(), List.of(), Words.in(Language.EN));
        return new Table.Builder(
                head,
                "economy",
                "real_income_pct",
                "real_income_musd",
                "real_wage_pct",
                "exports_pct",
                "tariff_revenue_pct_of_income");
    }

    private static List<String> said(Table table, Language language) {
        return new StepFindings(WORLD, WORLD.economy("JPN"), Words.in(language)).tariffs(table);
    }

    @Test
    void thoseWhoLoseMostLoseMostMoney() {
        Table table = tariffs()
                .row("MLT", -1.5, -140.0, -1.0, -1.0, 0.0)
                .row("ROW", -1.0, -90_000.0, -1.0, -1.0, 0.0)
                .row("CAN", -0.8, -14_000.0, -1.0, -1.0, 0.0)
                .row("CHN", -0.2, -15_000.0, -1.0, -1.0, 0.0)
                .row("JPN", 0.1, 6_000.0, 0.1, 0.1, 0.1)
                .row("DEU", -0.001, -150.0, -1.0, -1.0, 0.0)
                .build();
        assertEquals(
                "In money it costs most to China (15 billion dollars a year, 0.20% of real income), Canada "
                        + "(14 billion dollars a year, 0.80% of real income) and Malta (140 million dollars a year, 1.50% of "
                        + "real income).",
                said(table, Language.EN).get(1));
        assertEquals(
                "金額で見て最も大きな負担を負うのは、中国（年間150億ドル、実質所得の0.20%）、カナダ（年間140億ドル、実質所得の0.80%）及び" + "マルタ（年間1.4億ドル、実質所得の1.50%）である。",
                said(table, Language.JA).get(1));
    }

    @Test
    void nobodyIsSaidToLoseWhereNobodyDoes() {
        Table table = tariffs()
                .row("JPN", 0.1, 6_000.0, 0.1, 0.1, 0.1)
                .row("DEU", 0.2, 7_000.0, 0.1, 0.1, 0.1)
                .build();
        assertEquals(1, said(table, Language.EN).size());
    }
}
