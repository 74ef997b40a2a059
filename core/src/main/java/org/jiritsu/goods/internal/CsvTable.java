package org.jiritsu.goods.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.jiritsu.base.InputException;

/** A small table with a header line, plain or gzipped, whose rows know their line. */
public record CsvTable(Path file, List<Row> rows) {
    /** One line. */
    public record Row(Path file, NamedCsvRecord fields) {
        public String text(String column) {
            return fields.findField(column)
                    .orElseThrow(() -> InputException.data(
                            file + " lacks a column",
                            column,
                            String.join(", ", fields.getHeader()),
                            "the file is of another edition."))
                    .strip();
        }

        public int whole(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column, "a whole number");
            }
        }

        public double number(String column) {
            return maybeNumber(column).orElseThrow(() -> wrong(column, "a number"));
        }

        /** Empty where the cell is. */
        public OptionalDouble maybeNumber(String column) {
            try {
                String text = text(column);
                return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                throw wrong(column, "a number");
            }
        }

        /** The parts of a cell between semicolons. */
        public List<String> list(String column) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split(";"));
        }

        /** One of an enum's names, in any case. */
        public <E extends Enum<E>> E one(String column, Class<E> of) {
            for (E each : of.getEnumConstants()) {
                if (each.name().equalsIgnoreCase(text(column))) {
                    return each;
                }
            }
            throw wrong(
                    column,
                    "one of "
                            + Arrays.stream(of.getEnumConstants())
                                    .map(e -> e.name().toLowerCase(Locale.ROOT))
                                    .toList());
        }

        /** Where the row stands, for a mistake found by someone else. */
        public String place() {
            return "%s, line %d".formatted(file, fields.getStartingLineNumber());
        }

        public InputException wrong(String column, String expected) {
            return InputException.data(
                    "%s, line %d, column %s cannot be used".formatted(file, fields.getStartingLineNumber(), column),
                    expected,
                    text(column),
                    "that cell was edited by hand.");
        }
    }

    public static CsvTable read(Path file) {
        List<Row> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                InputStreamReader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            csv.forEach(fields -> rows.add(new Row(file, fields)));
        } catch (CsvParseException e) {
            throw InputException.data(
                    file + " is no CSV file",
                    "a header and lines of as many cells",
                    String.valueOf(e.getMessage()),
                    "a quotation mark was not closed.");
        } catch (NoSuchFileException e) {
            throw InputException.data("There is no such file", "a CSV file", file.toString(), "the path is misspelt.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return new CsvTable(file, List.copyOf(rows));
    }
}
