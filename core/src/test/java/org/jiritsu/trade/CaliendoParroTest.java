package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caliendo and Parro (2015), Table 2: NAFTA's tariffs from 1993 to 2005, the rest of the world's as in 1993. */
class CaliendoParroTest {
    private static final Path FOLDER = Path.of(System.getProperty("jiritsu.root"), "data", "cp1993");
    private static final CaliendoParro PAPER = CaliendoParro.read(FOLDER);
    private static final List<Integer> NAFTA = List.of(
            PAPER.data().economy("CAN"),
            PAPER.data().economy("MEX"),
            PAPER.data().economy("USA"));
    private static final Effects BLOC_ONLY = nafta(Deficits.ZERO);

    private static Effects nafta(Deficits deficits) {
        return TradeModel.of(PAPER.data(), deficits)
                .effects(policy -> PAPER.setTariffsOf2005(
                        policy, (importer, exporter) -> NAFTA.contains(importer) && NAFTA.contains(exporter)));
    }

    /** The figures as printed, two decimals: half a unit of the last one is the print, 0.01 the demand. */
    @ParameterizedTest
    @CsvSource({"MEX,-0.41,1.72,1.31,1.72", "CAN,-0.11,0.04,-0.06,0.32", "USA,0.04,0.04,0.08,0.11"})
    void printsTableTwo(String economy, double termsOfTrade, double volume, double welfare, double realWage) {
        Effects.EconomyRow row = BLOC_ONLY.economy(PAPER.data().economy(economy));
        assertEquals(termsOfTrade, row.termsOfTradePct(), 0.005);
        assertEquals(volume, row.volumeOfTradePct(), 0.005);
        assertEquals(welfare, row.firstOrderWelfarePct(), 0.01);
        assertEquals(realWage, row.realWagePct(), 0.01);
    }

    @ParameterizedTest
    @CsvSource({"MEX,0.007", "CAN,-0.110", "USA,0.074"})
    void exactRealIncomeOfTheSameEquilibrium(String economy, double realIncome) {
        assertEquals(
                realIncome, BLOC_ONLY.economy(PAPER.data().economy(economy)).realIncomePct(), 0.0005);
    }

    @ParameterizedTest
    @CsvSource({"MEX,118", "CAN,11", "USA,41"})
    void importsFromTheBloc(String economy, double growth) {
        assertEquals(growth, BLOC_ONLY.importsFromPct(PAPER.data().economy(economy), NAFTA), 0.5);
    }

    @Test
    void solvesFarBelowTheTolerance() {
        EquilibriumCheck.Residual residual = BLOC_ONLY.equilibrium().residual();
        assertTrue(residual.size() < 1e-10, residual.toString());
    }

    @Test
    void aCutOffFileIsAnError(@TempDir Path folder) throws Exception {
        for (Path file : Files.list(FOLDER).filter(Files::isRegularFile).toList()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Path broken = folder.resolve("GO.txt");
        List<String> lines = Files.readAllLines(broken);
        lines.set(4, lines.get(4).replaceFirst("\\s.*", " abc"));
        Files.write(broken, lines);
        InputException e = assertThrows(InputException.class, () -> CaliendoParro.read(folder));
        assertTrue(e.getMessage().contains("GO.txt, line 5"), e.getMessage());
    }
}
