package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same equilibria by the numpy solver of bench/peers/trade.py, which shares nothing with ours but the paper. */
class RefereeTest {
    private static final double PERCENT_TOLERANCE = 1e-7;

    @ParameterizedTest
    @ValueSource(strings = {"zero", "observed"})
    void caliendoAndParro(String deficits) {
        CaliendoParro paper = CaliendoParro.read(Worlds.DATA.resolve("cp1993"));
        Set<Integer> bloc = Set.of(paper.data().economy("CAN"), paper.data().economy("MEX"), paper.data().economy("USA"));
        Effects effects = TradeModel.of(paper.data(), deficits.equals("zero") ? Deficits.ZERO : Deficits.OBSERVED)
                .effects(policy -> paper.setTariffsOf2005(policy,
                        (importer, exporter) -> bloc.contains(importer) && bloc.contains(exporter)));
        compare("trade-cp1993.csv", deficits, effects);
    }

    @Test
    void wiod2011() {
        TradeModel model = TradeModel.of(Worlds.wiod2011("GYY"), Deficits.OBSERVED);
        compare("trade-wiod2011.csv", "wall", model.effects(wall(model.baseline())));
        compare("trade-wiod2011.csv", "cars", model.effects(policy -> everyExporter(model.baseline(), (usa, i) ->
                policy.setTariff(model.baseline().sector("c15"), usa, i, 0.25))));
        compare("trade-wiod2011.csv", "apart", model.effects(policy -> {
            TradeData data = model.baseline();
            for (int j = 0; j < 16; j++) {
                policy.ban(j, data.economy("USA"), data.economy("CHN"));
                policy.ban(j, data.economy("CHN"), data.economy("USA"));
            }
        }));
    }

    private static Consumer<TradePolicy> wall(TradeData data) {
        return policy -> everyExporter(data, (usa, i) -> {
            for (int j = 0; j < 16; j++) {
                policy.setTariff(j, usa, i, policy.tariffRate(j, usa, i) + 0.2);
            }
        });
    }

    @FunctionalInterface
    private interface Pair {
        void set(int importer, int exporter);
    }

    private static void everyExporter(TradeData data, Pair pair) {
        for (int i = 0; i < data.economyCount(); i++) {
            pair.set(data.economy("USA"), i);
        }
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
            return Files.readAllLines(Path.of(System.getProperty("jiritsu.root"), "src/test/resources/referee", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
