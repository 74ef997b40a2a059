package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of one answer say the same thing. */
class EffectsTest {
    private static final TradeModel MODEL =
            TradeModel.of(Worlds.data(Worlds.random(17, 3, 1, 2, 1.5)), Deficits.OBSERVED);
    private static final TradeData BEFORE = MODEL.baseline();
    private static final Effects EFFECTS = MODEL.effects(policy -> {
        policy.setTariff(0, 0, 1, 0.3);
        policy.setExportTax(2, 1, 2, 0.2);
        policy.ban(1, 2, 0);
    });
    private static final TradeData AFTER = EFFECTS.equilibrium().asData();

    private static double exports(TradeData at, int e, int from, int to) {
        double sum = 0;
        for (int j = from; j < to; j++) {
            for (int n = 0; n < 3; n++) {
                sum += n == e ? 0 : at.flow(j, n, e);
            }
        }
        return sum;
    }

    @Test
    void partnersAddUpToTheEconomy() {
        for (int e = 0; e < 3; e++) {
            String code = BEFORE.economies().get(e).code();
            List<Effects.PartnerRow> rows = EFFECTS.partners().stream()
                    .filter(r -> r.economy().equals(code))
                    .toList();
            assertEquals(2, rows.size());
            double was =
                    rows.stream().mapToDouble(Effects.PartnerRow::exportsBefore).sum();
            double is =
                    rows.stream().mapToDouble(Effects.PartnerRow::exportsAfter).sum();
            assertEquals(exports(BEFORE, e, 0, 3), was, 1e-9);
            assertEquals(EFFECTS.economy(e).exportsPct(), 100 * (is / was - 1), 1e-9);
            double imported =
                    rows.stream().mapToDouble(Effects.PartnerRow::importsAfter).sum();
            assertEquals(AFTER.deficit[e], imported - is, 1e-8);
        }
    }

    @Test
    void oneSidesExportsAreTheOthersImports() {
        for (Effects.PartnerRow row : EFFECTS.partners()) {
            Effects.PartnerRow mirror = EFFECTS.partners().stream()
                    .filter(r ->
                            r.economy().equals(row.partner()) && r.partner().equals(row.economy()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(row.exportsAfter(), mirror.importsAfter(), 1e-12);
            assertEquals(row.exportsPct(), mirror.importsPct(), 1e-12);
        }
    }

    @Test
    void sectorsHoldTheirOwnOutputAndTrade() {
        double[] was = BEFORE.sales(true);
        double[] is = AFTER.sales(true);
        for (int e = 0; e < 3; e++) {
            for (int j = 0; j < 3; j++) {
                Effects.SectorRow row = EFFECTS.sectors().get(e * 3 + j);
                int pair = BEFORE.pair(j, e);
                if (was[pair] == 0) {
                    assertTrue(Double.isNaN(row.outputPct()), row.toString());
                    continue;
                }
                assertEquals(100 * (is[pair] / was[pair] - 1), row.outputPct(), 1e-9);
                assertEquals(
                        (1 + row.outputPct() / 100) / (1 + row.producerPricePct() / 100),
                        1 + row.outputVolumePct() / 100,
                        1e-12);
                assertEquals(
                        100 * (exports(AFTER, e, j, j + 1) / exports(BEFORE, e, j, j + 1) - 1), row.exportsPct(), 1e-9);
            }
        }
    }

    @Test
    void revenueIsRateTimesImports() {
        double revenue = 0;
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) {
                revenue += AFTER.flow(j, 0, i) * AFTER.tariffRate(j, 0, i);
            }
        }
        assertEquals(
                100 * revenue / EFFECTS.equilibrium().income[0],
                EFFECTS.economy(0).tariffRevenuePctOfIncome(),
                1e-10);
    }
}
