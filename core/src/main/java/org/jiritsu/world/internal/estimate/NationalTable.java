package org.jiritsu.world.internal.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.internal.tables.CsvLines;
import org.jiritsu.world.internal.tables.CsvLines.Line;

/**
 * An OECD national input-output table (2021 edition, 45 industries, domestic and imported inputs together, million
 * USD).
 *
 * @param cells [industry][industry], then final use in the last column
 * @param output by industry
 */
record NationalTable(double[][] cells, double[] output) {
    static final int INDUSTRIES = 45;

    private static final List<String> FINAL = List.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT");
    private static final List<String> OTHER = List.of("CONS_ABR", "CONS_NONRES", "EXPO", "IMPO");
    private static final int ENERGY_MINING = 2;
    private static final int OTHER_MINING = 3;
    private static final int REFINING = 9;

    static NationalTable read(Path file) {
        List<String> codes =
                IntStream.rangeClosed(1, INDUSTRIES).mapToObj("%02d"::formatted).toList();
        List<String> columns = Stream.of(List.of("Code"), codes, FINAL, OTHER)
                .flatMap(List::stream)
                .toList();
        List<Line> lines = CsvLines.read(file, columns, List.of());
        List<String> labels = lines.stream().map(l -> l.field("Code")).toList();
        double[][] cells = new double[INDUSTRIES][];
        double[] output = new double[INDUSTRIES];
        Line totals = lines.get(row(file, labels, "OUTPUT"));
        for (int i = 0; i < INDUSTRIES; i++) {
            Line line = lines.get(row(file, labels, codes.get(i)));
            output[i] = totals.number(codes.get(i));
            cells[i] = cells(line, codes);
            requireRowSum(line, cells[i], output[i]);
        }
        NationalTable table = new NationalTable(cells, output);
        table.requireSoundMining(file);
        return table;
    }

    private static int row(Path file, List<String> labels, String code) {
        int row = labels.indexOf(code);
        if (row < 0) {
            throw InputException.data(
                    file + ": a row is missing",
                    "a row of code " + code,
                    "none",
                    "it was cut off, or is of another edition.");
        }
        return row;
    }

    private static double[] cells(Line line, List<String> codes) {
        double[] row = new double[INDUSTRIES + 1];
        for (int j = 0; j < INDUSTRIES; j++) {
            row[j] = line.number(codes.get(j));
        }
        for (String use : FINAL) {
            row[INDUSTRIES] += line.number(use);
        }
        return row;
    }

    private static void requireRowSum(Line line, double[] row, double output) {
        double sum =
                IntStream.rangeClosed(0, INDUSTRIES).mapToDouble(j -> row[j]).sum()
                        + OTHER.stream().mapToDouble(use -> line.number(use)).sum();
        double rounding = 0.05 * (INDUSTRIES + FINAL.size() + OTHER.size() + 1);
        if (Math.abs(sum - output) > rounding) {
            throw InputException.data(
                    line.place() + ": the row does not add up to its output",
                    "%.1f million USD, within %.1f for rounding".formatted(output, rounding),
                    "%.1f".formatted(sum),
                    "a column was lost or two were exchanged.");
        }
    }

    /** In the published table of Japan for 2018 the two kinds of mining are mixed up: refineries there buy ores. */
    private void requireSoundMining(Path file) {
        double energy = cells[ENERGY_MINING][REFINING];
        double other = cells[OTHER_MINING][REFINING];
        if (energy <= other) {
            throw InputException.data(
                    file + ": mining is implausible",
                    "refineries that buy more energy products (row 03) than ores and stones (row 04)",
                    "%.1f and %.1f million USD".formatted(energy, other),
                    "the rows were mixed up in this release, as in Japan's of 2018: use another year.");
        }
    }

    /** Zero-based industries named by text such as {@code 01} or {@code 23..45}. */
    static int[] industries(String text, String place) {
        String[] ends = text.split("\\.\\.");
        List<Integer> numbers = new ArrayList<>();
        try {
            for (String end : ends) {
                numbers.add(Integer.parseInt(end));
            }
        } catch (NumberFormatException e) {
            numbers.clear();
        }
        if (numbers.isEmpty() || numbers.getFirst() < 1 || numbers.getLast() > INDUSTRIES) {
            throw InputException.data(
                    place + ", column national",
                    "a code from 01 to 45, or a range such as 23..45",
                    text,
                    "it is a code of another classification.");
        }
        return IntStream.range(numbers.getFirst() - 1, numbers.getLast()).toArray();
    }
}
