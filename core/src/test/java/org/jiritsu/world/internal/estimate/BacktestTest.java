package org.jiritsu.world.internal.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.EstimatedWorld.Link;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** The error of the method where the truth is known, held to the figures of docs/methods/world-2022.md. */
class BacktestTest {
    private final Map<Boolean, Backtest> backtests = new HashMap<>();
    private final Map<String, World> estimates = new HashMap<>();

    @Test
    void everyFigureInTheDocumentIsMeasured() throws IOException {
        List<String[]> lines = documented("\\| *(block|apart) *\\|.*");
        assertEquals(8, lines.size(), "lines of the tables of errors in the document");
        for (String[] line : lines) {
            double[] stated =
                    Arrays.stream(line).skip(4).mapToDouble(Double::parseDouble).toArray();
            assertArrayEquals(stated, measured(line), 0.0501, String.join(" ", line));
        }
    }

    /** Lines {@code | services | seed | origins | GDP | figures |}: 8 of look-through, 12 of links. */
    private double[] measured(String[] line) {
        World estimate = estimate(line[0], line[1], line[2], line[3]);
        Backtest backtest = backtest(line[0]);
        if (line.length == 12) {
            return backtest.errors(estimate).figures();
        }
        return Arrays.stream(Backtest.Link.values())
                .flatMapToDouble(link -> Stream.of(false, true)
                        .map(japan -> backtest.links(estimate, link, japan))
                        .flatMapToDouble(s -> DoubleStream.of(s.median(), s.p90())))
                .toArray();
    }

    private Backtest backtest(String services) {
        return backtests.computeIfAbsent(services.equals("block"), Backtest::new);
    }

    private World estimate(String services, String seed, String origins, String gdp) {
        return estimates.computeIfAbsent(
                String.join(" ", services, seed, origins, gdp),
                key -> backtest(services)
                        .estimate(Bundled.world("wiod" + seed), origins.equals("seeded"), gdp.equals("given")));
    }

    /** The first edition's errors over all pairs at 35 sectors, all flows known, to be met or beaten. */
    @Test
    void beatsTheFirstEdition() {
        Errors eleven = backtest("apart").errors(estimate("apart", "2000", "seeded", "free"));
        assertTrue(eleven.supply().median() < 8.2, eleven.toString());
        assertTrue(eleven.supply().p90() < 23.2, eleven.toString());
        assertTrue(eleven.market().median() < 4.3, eleven.toString());
        assertTrue(eleven.market().p90() < 12.2, eleven.toString());
    }

    @Test
    void theErrorsStatedBesideResultsAreMeasured() {
        World today = Bundled.world("icio2022");
        EstimatedWorld.MedianError stated = EstimatedWorld.medianError(today).orElseThrow();
        World estimate = estimate("block", "2000", "seeded", "given");
        Errors eleven = backtest("block").errors(estimate);
        assertEquals(stated.supplyPercent(), eleven.supply().median(), 0.0501);
        assertEquals(stated.marketPercent(), eleven.market().median(), 0.0501);
        for (Backtest.Link link : Backtest.Link.values()) {
            EstimatedWorld.LinkError error =
                    EstimatedWorld.linkError(today, Link.valueOf(link.name())).orElseThrow();
            Errors.Spread found = backtest("block").links(estimate, link, false);
            assertEquals(error.medianPercent(), found.median(), 0.501);
            assertEquals(error.p90Percent(), found.p90(), 0.501);
        }
        assertTrue(EstimatedWorld.medianError(Bundled.world("wiod2011")).isEmpty());
    }

    private static List<String[]> documented(String pattern) throws IOException {
        try (Stream<String> lines = Files.lines(Bundled.root().resolve("docs/methods/world-2022.md"))) {
            return lines.filter(l -> l.matches(pattern))
                    .map(l ->
                            Stream.of(l.split("\\|")).skip(1).map(String::strip).toArray(String[]::new))
                    .toList();
        }
    }
}
