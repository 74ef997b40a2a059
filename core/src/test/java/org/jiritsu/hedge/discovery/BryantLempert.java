package org.jiritsu.hedge.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The 882 cases of Bryant & Lempert (2010): nine conditions, and whether the cost is among the greatest tenth. */
final class BryantLempert {
    private static final int FIRST = 2;
    private static final int CONDITIONS = 9;
    private static final int OUTCOME = 15;

    private BryantLempert() {}

    static Cases cases() {
        List<String> lines = lines("cases.csv");
        List<Factor> factors = Arrays.stream(lines.getFirst().split(","))
                .skip(FIRST)
                .limit(CONDITIONS)
                .map(Factor::number)
                .toList();
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",")).toList();
        boolean[] hit = new boolean[rows.size()];
        for (int i = 0; i < hit.length; i++) {
            hit[i] = rows.get(i)[OUTCOME].strip().equals("1");
        }
        return new Cases(
                factors,
                rows.stream()
                        .map(row -> Arrays.stream(row)
                                .skip(FIRST)
                                .limit(CONDITIONS)
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toArray(double[][]::new),
                hit);
    }

    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(
                BryantLempert.class.getResourceAsStream("/hedges/bryant-lempert-2010/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
