package org.jiritsu.world.internal.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiritsu.base.InputException;

/** Brings the flat layout of FIGARO, one line a cell, into the wide one. */
final class FlatTable {
    /** Where the fields of a cell stand in a line. */
    record Columns(int rowArea, int row, int columnArea, int column, int value) {}

    private final String place;
    private final Columns columns;
    private final Map<String, Integer> columnNumbers = new LinkedHashMap<>();
    private final Map<String, WideTable.Row> rows = new LinkedHashMap<>();

    private FlatTable(String place, Columns columns) {
        this.place = place;
        this.columns = columns;
    }

    static Optional<Columns> columns(List<String> header) {
        List<String> names =
                header.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
        Columns columns = new Columns(
                names.indexOf("refarea"),
                Math.max(names.indexOf("rowii"), names.indexOf("rowpi")),
                names.indexOf("counterpartarea"),
                Math.max(names.indexOf("colii"), names.indexOf("colpi")),
                names.indexOf("obsvalue"));
        boolean whole = columns.rowArea() >= 0
                && columns.row() >= 0
                && columns.columnArea() >= 0
                && columns.column() >= 0
                && columns.value() >= 0;
        return whole ? Optional.of(columns) : Optional.empty();
    }

    /** @param notes is told of cells that the file does not list */
    static WideTable read(Source source, List<String> notes) {
        return source.read(in -> {
            try (CsvReader<CsvRecord> lines = reader(in)) {
                Iterator<CsvRecord> all = lines.iterator();
                CsvRecord header = all.next();
                List<String> names = header.getFields().stream()
                        .map(f -> f.replace("\uFEFF", "").strip())
                        .toList();
                FlatTable table = new FlatTable(source.place(), columns(names).orElseThrow());
                while (all.hasNext()) {
                    table.take(all.next());
                }
                return table.wide(notes);
            }
        });
    }

    private static CsvReader<CsvRecord> reader(InputStream in) {
        return CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private void take(CsvRecord line) {
        if (line.getFieldCount() <= columns.value()) {
            throw InputException.data(
                    at(line) + ": a line of %d fields".formatted(line.getFieldCount()),
                    "at least " + (columns.value() + 1),
                    String.join(",", line.getFields()),
                    "the file was cut off here: copy it again.");
        }
        String row = line.getField(columns.rowArea()) + "_" + line.getField(columns.row());
        String column = line.getField(columns.columnArea()) + "_" + line.getField(columns.column());
        int c = columnNumbers.computeIfAbsent(column, k -> columnNumbers.size());
        WideTable.Row cells = rows.computeIfAbsent(
                row, k -> new WideTable.Row(line.getStartingLineNumber(), List.of(row), unknown(columnNumbers.size())));
        if (c >= cells.values().length) {
            double[] longer = Arrays.copyOf(cells.values(), 2 * c + 16);
            Arrays.fill(longer, cells.values().length, longer.length, Double.NaN);
            cells = new WideTable.Row(cells.line(), cells.labels(), longer);
            rows.put(row, cells);
        }
        if (!Double.isNaN(cells.values()[c])) {
            throw InputException.data(
                    at(line) + ": the cell %s to %s stands twice".formatted(row, column),
                    "one line a cell",
                    "a second line",
                    "two files were joined: keep one of the lines.");
        }
        cells.values()[c] = number(line);
    }

    private double number(CsvRecord line) {
        String text = line.getField(columns.value()).strip();
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, as what is not finite
        }
        throw InputException.data(
                at(line) + ": the value is not a number",
                "a number such as 1234.5",
                "'" + text + "'",
                "it is a mark for missing data.");
    }

    private String at(CsvRecord line) {
        return "%s, line %d".formatted(place, line.getStartingLineNumber());
    }

    private static double[] unknown(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private WideTable wide(List<String> notes) {
        if (rows.isEmpty()) {
            throw InputException.data(
                    place + " holds no rows",
                    "lines of cells",
                    "the header only",
                    "the file was cut off: copy it again.");
        }
        addUnlisted();
        long missing = 0;
        List<WideTable.Row> all = new ArrayList<>();
        for (WideTable.Row row : rows.values()) {
            double[] values = Arrays.copyOf(row.values(), columnNumbers.size());
            for (int c = 0; c < values.length; c++) {
                if (c >= row.values().length || Double.isNaN(values[c])) {
                    values[c] = 0;
                    missing++;
                }
            }
            all.add(new WideTable.Row(row.line(), row.labels(), values));
        }
        if (missing > 0) {
            notes.add(missing + " cells are not listed in the file; they count as zero.");
        }
        List<String> header = new ArrayList<>(List.of("rowLabels"));
        header.addAll(columnNumbers.keySet());
        return new WideTable(place, List.of(header), all);
    }

    /** Zero rows and columns of industries that sell or buy nothing, where lines of zeros are left out. */
    private void addUnlisted() {
        Set<String> economies = new LinkedHashSet<>();
        Set<String> sectors = new LinkedHashSet<>();
        for (String row : rows.keySet()) {
            Label.Cell cell = Label.split(row, place);
            if (!cell.economy().equals(Figaro.OUTSIDE)) {
                economies.add(cell.economy());
                sectors.add(cell.item());
            }
        }
        for (String economy : economies) {
            for (String sector : sectors) {
                String label = economy + "_" + sector;
                rows.computeIfAbsent(label, k -> new WideTable.Row(0, List.of(label), unknown(0)));
                columnNumbers.computeIfAbsent(label, k -> columnNumbers.size());
            }
        }
    }
}
