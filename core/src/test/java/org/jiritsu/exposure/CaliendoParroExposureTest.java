package org.jiritsu.exposure;

import static org.jiritsu.Referee.assertAgrees;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import org.jiritsu.Bundled;
import org.jiritsu.Referee;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The partner measures on the world of 1993, whose final demand is negative here and there. */
class CaliendoParroExposureTest {
    private static final double RELATIVE = 1e-9;
    private static World world;
    private static Leontief leontief;
    private static PartnerExposure exposure;

    @BeforeAll
    static void open() {
        world = Bundled.world("cp1993");
        leontief = Leontief.of(world, Kernel.best());
        exposure = PartnerExposure.of(leontief);
    }

    @AfterAll
    static void close() {
        leontief.close();
    }

    @Test
    void agreesWithTheReferee() {
        List<NamedCsvRecord> rows = Referee.read("cp1993_partners.csv.gz");
        for (NamedCsvRecord row : rows) {
            int home = world.economy(row.getField("home"));
            int partner = world.economy(row.getField("partner"));
            PartnerShare share = exposure.partners(home).get(partner);
            assertAgrees(row, "supply_direct", share.supplyDirect(), RELATIVE, 0);
            assertAgrees(row, "supply_look_through", share.supplyLookThrough(), RELATIVE, 0);
            assertAgrees(row, "consumption_look_through", share.consumptionLookThrough(), RELATIVE, 0);
            assertAgrees(row, "market_direct", share.marketDirect(), RELATIVE, 0);
            assertAgrees(row, "market_look_through", share.marketLookThrough(), RELATIVE, 0);
        }
        assertEquals(3 * 31, rows.size());
    }

    @Test
    void sharesOfEveryHomeSumToOne() {
        for (int home = 0; home < world.economyCount(); home++) {
            List<PartnerShare> partners = exposure.partners(home);
            assertEquals(
                    1,
                    partners.stream()
                            .mapToDouble(PartnerShare::supplyLookThrough)
                            .sum(),
                    RELATIVE);
            assertEquals(
                    1,
                    partners.stream()
                            .mapToDouble(PartnerShare::consumptionLookThrough)
                            .sum(),
                    RELATIVE);
            assertEquals(
                    1,
                    partners.stream()
                            .mapToDouble(PartnerShare::marketLookThrough)
                            .sum(),
                    RELATIVE);
        }
    }

    @ParameterizedTest
    @CsvSource({"MEX,USA", "CAN,USA", "AUT,DEU", "NZL,AUS"})
    void dependsMostOnItsLargeNeighbour(String home, String neighbour) {
        PartnerShare first = exposure.partners(world.economy(home)).stream()
                .filter(share -> share.partner() != share.home() && share.partner() != world.economy("ROW"))
                .max(Comparator.comparingDouble(PartnerShare::supplyLookThrough))
                .orElseThrow();
        assertEquals(neighbour, world.economies().get(first.partner()).code());
    }
}
