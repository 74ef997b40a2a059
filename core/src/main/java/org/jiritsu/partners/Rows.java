package org.jiritsu.partners;

import de.siegmar.fastcsv.reader.CommentStrategy;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** Rows of a CSV file with a header, plain or gzipped; '#' begins a comment line. */
final class Rows {
    private Rows() {}

    /** One row, which knows where it stands. */
    record Row(Path file, NamedCsvRecord fields) {
        /** The field without blanks about it; empty if the file has no such column. */
        String text(String column) {
            return fields.findField(column).map(String::strip).orElse("");
        }

        int whole(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column, "a whole number", "the column was shifted by a missing comma.");
            }
        }

        double number(String column) {
            try {
                double number = Double.parseDouble(text(column));
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw wrong(column, "a number such as 12.5", "it is written with a unit or a decimal comma: write 12.5.");
        }

        boolean flag(String column) {
            return text(column).equals("1");
        }

        Optional<TieDate> date(String column) {
            return date(column, text(column));
        }

        Optional<TieDate> date(String column, String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<TieDate> date = TieDate.parse(text);
            if (date.isEmpty()) {
                throw wrong(
                        column,
                        "a date as 2022-01-06, 2022-01, 2022 or FY2022",
                        "day and month are swapped: the year comes first.");
            }
            return date;
        }

        /** The field as one of the words of a list. */
        String oneOf(String column, Collection<String> words) {
            String text = text(column);
            if (!words.contains(text)) {
                throw wrong(
                        column,
                        "one of " + String.join(", ", words),
                        NearestWord.of(text, words)
                                .map(near -> "'" + near + "' is meant.")
                                .orElse("'" + words.iterator().next() + "' will do."));
            }
            return text;
        }

        InputException wrong(String column, String expected, String maybe) {
            int at = fields.getHeader().indexOf(column) + 1;
            return InputException.data(
                    "%s, line %d, column %d (%s)".formatted(file, fields.getStartingLineNumber(), at, column),
                    expected,
                    text(column),
                    maybe);
        }
    }

    /**
     * @param columns what the header must hold; more is welcome
     * @throws InputException naming what is wrong and where
     */
    static List<Row> read(Path file, List<String> columns) {
        try (InputStream in = open(file);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            for (NamedCsvRecord fields : csv) {
                if (rows.isEmpty()) {
                    requireHeader(file, columns, fields.getHeader());
                }
                rows.add(new Row(file, fields));
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no such file",
                    "a CSV file of " + String.join(",", columns),
                    file.toString(),
                    "the path is relative to another folder.");
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw InputException.data(
                    file + " cannot be read",
                    "CSV lines of " + String.join(",", columns),
                    String.valueOf(e.getMessage()),
                    "the file was cut off or a quotation mark is open.");
        }
    }

    private static void requireHeader(Path file, List<String> columns, List<String> header) {
        if (!header.containsAll(columns)) {
            throw InputException.data(
                    file + ", line 1: another header",
                    String.join(",", columns),
                    String.join(",", header),
                    "the first line is missing or misspelt.");
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
