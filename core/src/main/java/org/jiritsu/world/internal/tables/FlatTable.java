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
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jiritsu.base.InputException;

/**
 * Brings the flat layouts of FIGARO, one line a cell, into the wide one: that of the files, and SDMX-CSV as Eurostat's
 * database serves it ({@code naio_10_fcp_ii}, {@code naio_10_fcp_ip}), whose lines may be of several years.
 */
final class FlatTable {
    /** Where the fields of a cell stand in a line; year and unit, which the files lack, may be -1. */
    record Columns(int rowArea, int row, int columnArea, int column, int value, int year, int unit) {}

    /** A table, and its year where the lines say it. */
    record Dated(WideTable table, OptionalInt year) {}

    /** Codes of the database by those of the files. */
    private static final Map<String, String> AREAS = Map.of("DOM", Figaro.OUTSIDE, "WRL_REST", "FIGW1");

    private static final String TOTAL = "TOTAL";
    private static final String UNIT = "MIO_EUR";

    private final String place;
    private final Columns columns;
    private final Map<String, Integer> columnNumbers = new LinkedHashMap<>();
    private final Map<String, WideTable.Row> rows = new LinkedHashMap<>();

    /** The year to take; once a line is taken, that of all lines. */
    private OptionalInt year;

    private final boolean asked;
    private final Set<String> otherYears = new TreeSet<>();

    private FlatTable(String place, Columns columns, OptionalInt year) {
        this.place = place;
        this.columns = columns;
        this.year = year;
        this.asked = year.isPresent();
    }

    static Optional<Columns> columns(List<String> header) {
        List<String> names =
                header.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
        Columns columns = new Columns(
                first(names, "refarea", "c_orig"),
                first(names, "rowii", "rowpi", "ind_ava", "prd_ava"),
                first(names, "counterpartarea", "c_dest"),
                first(names, "colii", "colpi", "ind_use", "prd_use"),
                first(names, "obsvalue", "obs_value"),
                names.indexOf("time_period"),
                names.indexOf("unit"));
        boolean whole = columns.rowArea() >= 0
                && columns.row() >= 0
                && columns.columnArea() >= 0
                && columns.column() >= 0
                && columns.value() >= 0;
        return whole ? Optional.of(columns) : Optional.empty();
    }

    private static int first(List<String> names, String... any) {
        return Arrays.stream(any).mapToInt(names::indexOf).max().orElse(-1);
    }

    /**
     * @param year to take, of lines that are of several
     * @param notes is told of cells that the file does not list
     */
    static Dated read(Source source, OptionalInt year, List<String> notes) {
        return source.read(in -> {
            try (CsvReader<CsvRecord> lines = reader(in)) {
                Iterator<CsvRecord> all = lines.iterator();
                CsvRecord header = all.next();
                List<String> names = header.getFields().stream()
                        .map(f -> f.replace("\uFEFF", "").strip())
                        .toList();
                FlatTable table = new FlatTable(source.place(), columns(names).orElseThrow(), year);
                while (all.hasNext()) {
                    table.take(all.next());
                }
                return new Dated(table.wide(notes), table.columns.year() < 0 ? OptionalInt.empty() : table.year);
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
        int least = Math.max(columns.value(), columns.year());
        if (line.getFieldCount() <= least) {
            throw InputException.data(
                    at(line) + ": a line of %d fields".formatted(line.getFieldCount()),
                    "at least " + (least + 1),
                    String.join(",", line.getFields()),
                    "the file was cut off here: copy it again.");
        }
        if (columns.year() >= 0 && !isWanted(line)) {
            return;
        }
        String row = label(line, columns.rowArea(), columns.row());
        String column = label(line, columns.columnArea(), columns.column());
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

    private String label(CsvRecord line, int area, int item) {
        String economy = line.getField(area);
        return AREAS.getOrDefault(economy, economy) + "_" + line.getField(item).replace('-', 'T');
    }

    /** Whether a line of the database is a cell of the year; sums are not. */
    private boolean isWanted(CsvRecord line) {
        if (columns.unit() >= 0 && !line.getField(columns.unit()).equals(UNIT)) {
            throw InputException.data(
                    at(line) + ": another unit than FIGARO's",
                    UNIT,
                    line.getField(columns.unit()),
                    "another data set was downloaded: naio_10_fcp_ii is wanted.");
        }
        String text = line.getField(columns.year());
        if (year.isEmpty()) {
            year = OptionalInt.of(Math.toIntExact(Math.round(number(line, columns.year()))));
        }
        if (!text.equals("" + year.getAsInt())) {
            otherYears.add(text);
            return false;
        }
        return !line.getField(columns.row()).equals(TOTAL)
                && !line.getField(columns.column()).equals(TOTAL);
    }

    private double number(CsvRecord line) {
        return number(line, columns.value());
    }

    private double number(CsvRecord line, int field) {
        String text = line.getField(field).strip();
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
        if (!asked && !otherYears.isEmpty()) {
            throw InputException.data(
                    place + " holds several years",
                    "--year with one of them",
                    "%d, %s".formatted(year.orElseThrow(), String.join(", ", otherYears)),
                    "add --year %d.".formatted(year.orElseThrow()));
        }
        if (rows.isEmpty() && !otherYears.isEmpty()) {
            throw InputException.data(
                    "%s holds no cells of %d".formatted(place, year.orElseThrow()),
                    "--year with a year that it holds",
                    String.join(", ", otherYears),
                    "add --year %s.".formatted(otherYears.iterator().next()));
        }
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
