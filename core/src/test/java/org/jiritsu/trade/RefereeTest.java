package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same equilibria by the numpy solver of bench/peers/trade.py, which shares nothing with ours but the paper. */
class RefereeTest {
    private static final double PERCENT_TOLERANCE = 1e-7;

    @ParameterizedTest
    @ValueSource(strings = {"zero", "observed"})
    void caliendoAndParro(String deficits) {
        CaliendoParro paper = CaliendoParro.read(Worlds.DATA.resolve("cp1993"));
        TradeData data = paper.data();
        Set<Integer> bloc = Set.of(data.economy("CAN"), data.economy("MEX"), data.economy("USA"));
        Effects effects = TradeModel.of(paper.data(), deficits.equals("zero") ? Deficits.ZERO : Deficits.OBSERVED)
                .effects(policy -> paper.setTariffsOf2005(
                        policy, (importer, exporter) -> bloc.contains(importer) && bloc.contains(exporter)));
        compare("trade-cp1993.csv", deficits, effects);
    }

    @ParameterizedTest
    @CsvSource({"wiod2011, wiod35, c15", "icio2022, icio, C29"})
    void worldTables(String world, String classification, String cars) {
        TradeData data = Worlds.bundled(world, classification, "GYY");
        TradeModel model = TradeModel.of(data, Deficits.OBSERVED);
        String file = "trade-" + world + ".csv";
        int usa = data.economy("USA");
        int china = data.economy("CHN");
        List<Integer> goods = goods(data);
        compare(
                file,
                "wall",
                model.effects(policy ->
                        everyExporter(data, (j, i) -> policy.setTariff(j, usa, i, data.tariffRate(j, usa, i) + 0.2))));
        compare(
                file,
                "cars",
                model.effects(policy -> IntStream.range(0, data.economyCount())
                        .forEach(i -> policy.setTariff(data.sector(cars), usa, i, 0.25))));
        compare(
                file,
                "apart",
                model.effects(policy -> goods.forEach(j -> {
                    policy.ban(j, usa, china);
                    policy.ban(j, china, usa);
                })));
    }

    /** The sectors on which anyone levies a tariff, as the peer takes them. */
    private static List<Integer> goods(TradeData data) {
        int n = data.economyCount();
        return IntStream.range(0, data.sectorCount())
                .filter(j -> IntStream.range(0, n * n).anyMatch(cell -> data.tariffRate(j, cell / n, cell % n) > 0))
                .boxed()
                .toList();
    }

    @FunctionalInterface
    private interface Flow {
        void set(int sector, int exporter);
    }

    private static void everyExporter(TradeData data, Flow flow) {
        goods(data).forEach(j -> IntStream.range(0, data.economyCount()).forEach(i -> flow.set(j, i)));
    }

    private static void compare(String file, String scenario, Effects effects) {
        int compared = 0;
        for (String line : lines(file)) {
            String[] words = line.split(",");
            if (words[0].equals(scenario)) {
                Effects.EconomyRow row = effects.economies().get(compared++);
                assertEquals(words[1], row.economy());
                assertEquals(Double.parseDouble(words[2]), row.realWagePct(), PERCENT_TOLERANCE, line);
                assertEquals(Double.parseDouble(words[3]), row.realIncomePct(), PERCENT_TOLERANCE, line);
                assertEquals(Double.parseDouble(words[4]), row.importsPct(), PERCENT_TOLERANCE, line);
            }
        }
        assertEquals(effects.economies().size(), compared);
        assertTrue(compared > 0);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(
                    Path.of(System.getProperty("jiritsu.root"), "core/src/test/resources/referee", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
