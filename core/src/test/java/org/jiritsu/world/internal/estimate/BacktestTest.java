package org.jiritsu.world.internal.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.world.EstimatedWorld;
import org.junit.jupiter.api.Test;

/** The error of the method where the truth is known, held to the figures of docs/methods/world-2022.md. */
class BacktestTest {
    @Test
    void everyFigureInTheDocumentIsMeasured() throws IOException {
        List<String[]> lines = documented();
        assertEquals(11, lines.size(), "lines of the error table in the document");
        for (String[] line : lines) {
            double[] stated =
                    Arrays.stream(line).skip(4).mapToDouble(Double::parseDouble).toArray();
            double[] found = measured(line).figures();
            assertArrayEquals(stated, found, 0.0501, String.join(" ", line));
        }
    }

    private static Errors measured(String[] line) {
        Backtest backtest = new Backtest(Integer.parseInt(line[0]));
        boolean seeded = line[3].equals("seeded");
        String seed = "wiod" + line[2];
        return line[1].equals(line[0]) ? backtest.errors(seed, seeded) : backtest.errorsAgainstAllSectors(seed, seeded);
    }

    /** The prototype's medians over all pairs at 17 sectors, to be met or beaten. */
    @Test
    void beatsThePrototype() {
        Backtest backtest = new Backtest(17);
        Errors eleven = backtest.errors("wiod2000", true);
        Errors six = backtest.errors("wiod2005", true);
        assertTrue(eleven.supply().median() <= 8.7, eleven.toString());
        assertTrue(eleven.market().median() <= 4.3, eleven.toString());
        assertTrue(six.supply().median() <= 5.3, six.toString());
        assertTrue(six.market().median() <= 2.9, six.toString());
    }

    @Test
    void theErrorStatedBesideResultsIsMeasured() {
        EstimatedWorld.MedianError stated =
                EstimatedWorld.medianError(Bundled.world("icio2022")).orElseThrow();
        Errors eleven = new Backtest(17).errors("wiod2000", true);
        assertEquals(stated.supplyPercent(), eleven.supply().median(), 0.0501);
        assertEquals(stated.marketPercent(), eleven.market().median(), 0.0501);
        assertTrue(EstimatedWorld.medianError(Bundled.world("wiod2011")).isEmpty());
    }

    /** Cells of the lines {@code | sectors | truth at | seed | split | eight figures |}. */
    private static List<String[]> documented() throws IOException {
        try (Stream<String> lines = Files.lines(Bundled.root().resolve("docs/methods/world-2022.md"))) {
            return lines.filter(l -> l.matches("\\| *(17|35) *\\|.*"))
                    .map(l ->
                            Stream.of(l.split("\\|")).skip(1).map(String::strip).toArray(String[]::new))
                    .toList();
        }
    }
}
