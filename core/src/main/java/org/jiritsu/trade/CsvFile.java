package org.jiritsu.trade;

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
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jiritsu.base.InputException;

/** Small CSV files with a header, plain or gzipped; '#' begins a comment line. */
final class CsvFile {
    private CsvFile() {}

    /**
     * @param columns what the header must hold, separated by commas; more is welcome
     * @throws InputException naming what is wrong and where
     */
    static void read(Path file, String columns, Consumer<NamedCsvRecord> each) {
        try (InputStream in = open(file);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean first = true;
            for (NamedCsvRecord record : csv) {
                if (first && !record.getHeader().containsAll(List.of(columns.split(",")))) {
                    throw InputException.data(
                            file + " has another header",
                            columns,
                            String.join(",", record.getHeader()),
                            "the first line is missing or misspelt.");
                }
                first = false;
                each.accept(record);
            }
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no such file",
                    "a CSV file of " + columns,
                    file.toString(),
                    "the path is relative to another folder.");
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw InputException.data(
                    file + " cannot be read",
                    "CSV lines of " + columns,
                    String.valueOf(e.getMessage()),
                    "the file was cut off or a quotation mark is open.");
        }
    }

    static double number(Path file, NamedCsvRecord record, String column) {
        String text = record.getField(column).strip();
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw InputException.data(
                "%s is not a number".formatted(place(file, record)),
                "%s as a number such as 0.15".formatted(column),
                "'" + text + "'",
                "it is written with '%' or a decimal comma: write 0.15.");
    }

    static String place(Path file, NamedCsvRecord record) {
        return "%s, line %d".formatted(file, record.getStartingLineNumber());
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
