package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import org.junit.jupiter.api.Test;

/** The world table cp1993 and the trade model's own data of 1993 are the same economy. */
class CaliendoParroWorldTest {
    private static final double RELATIVE = 1e-12;
    private static final World WORLD = new WorldStore(Worlds.DATA, Path.of("none")).open("cp1993");
    private static final TradeData DATA =
            CaliendoParro.read(Worlds.DATA.resolve("cp1993")).data();
    private final int n = WORLD.economyCount();
    private final int sectors = WORLD.sectorCount();

    @Test
    void sameLabels() {
        assertEquals(DATA.economies(), WORLD.economies());
        assertEquals(DATA.sectors(), WORLD.sectors());
    }

    @Test
    void sameTradeShares() {
        for (int j = 0; j < sectors; j++) {
            for (int importer = 0; importer < n; importer++) {
                double[] spent = new double[n];
                double total = 0;
                for (int i = 0; i < n; i++) {
                    spent[i] = sales(i, j, importer) * (1 + DATA.tariffRate(j, importer, i));
                    total += spent[i];
                }
                for (int i = 0; i < n; i++) {
                    assertEquals(DATA.share[DATA.cell(j, importer, i)], spent[i] / total, RELATIVE);
                }
            }
        }
    }

    /**
     * Rounding is that of the terms, not of their sum: industries of one USD sell up to 2474 million to other industries
     * and as much less to final demand.
     */
    @Test
    void sameSpending() {
        for (int j = 0; j < sectors; j++) {
            for (int importer = 0; importer < n; importer++) {
                double total = 0;
                double turnover = 0;
                for (int i = 0; i < n; i++) {
                    double factor = 1 + DATA.tariffRate(j, importer, i);
                    total += sales(i, j, importer) * factor;
                    turnover += 2 * Math.abs(WORLD.y(WORLD.industry(i, j), importer)) * factor;
                }
                assertEquals(DATA.expenditure[DATA.pair(j, importer)], total, RELATIVE * (turnover + total));
            }
        }
    }

    private double sales(int exporter, int sector, int importer) {
        int seller = WORLD.industry(exporter, sector);
        double sum = WORLD.y(seller, importer);
        for (int k = 0; k < sectors; k++) {
            sum += WORLD.z(seller, WORLD.industry(importer, k));
        }
        return sum;
    }

    /** Purchases at border values with the tariffs on top, over output, are γ; what they leave is β. */
    @Test
    void sameCoefficients() {
        for (int e = 0; e < n; e++) {
            for (int k = 0; k < sectors; k++) {
                int buyer = WORLD.industry(e, k);
                double left = 1;
                for (int j = 0; j < sectors; j++) {
                    double cost = 0;
                    for (int i = 0; i < n; i++) {
                        cost += WORLD.z(WORLD.industry(i, j), buyer) * (1 + DATA.tariffRate(j, e, i));
                    }
                    double share = cost / WORLD.output(buyer);
                    assertEquals(DATA.technology.inputShare()[(e * sectors + j) * sectors + k], share, RELATIVE);
                    left -= share;
                }
                assertEquals(DATA.technology.labourShare()[DATA.pair(k, e)], left, RELATIVE);
            }
        }
    }

    /** The model's final shares are the table's final demand at purchasers' values, without the negative ones. */
    @Test
    void sameFinalDemandWhereItIsNotNegative() {
        for (int e = 0; e < n; e++) {
            double[] demand = new double[sectors];
            double total = 0;
            for (int j = 0; j < sectors; j++) {
                for (int i = 0; i < n; i++) {
                    demand[j] += WORLD.y(WORLD.industry(i, j), e) * (1 + DATA.tariffRate(j, e, i));
                }
                demand[j] = Math.max(0, demand[j]);
                total += demand[j];
            }
            for (int j = 0; j < sectors; j++) {
                assertEquals(DATA.technology.finalShare()[DATA.pair(j, e)], demand[j] / total, RELATIVE);
            }
        }
    }
}
