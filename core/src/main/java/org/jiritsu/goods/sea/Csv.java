package org.jiritsu.goods.sea;

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
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jiritsu.base.InputException;

/** A row of one of the folder's tables; errors name the file, the line and the column. */
record Csv(Path file, NamedCsvRecord row) {
    /** Reads a table, gzip if its name ends in {@code .gz}. */
    static <T> List<T> read(Path file, Function<Csv, T> of) {
        List<T> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                rows.add(of.apply(new Csv(file, row)));
            }
        } catch (NoSuchFileException e) {
            throw InputException.data(
                    "The folder of sea lanes is not whole",
                    file.getFileName().toString(),
                    "no such file",
                    "the folder data/sea of the program is meant.");
        } catch (IOException | CsvParseException e) {
            throw e instanceof IOException io
                    ? new UncheckedIOException("Cannot read " + file, io)
                    : InputException.data(
                            String.valueOf(file.getFileName()),
                            "rows of comma-separated text",
                            String.valueOf(e.getMessage()),
                            "the file was cut short: copy it again.");
        }
        return rows;
    }

    String text(String column) {
        return row.findField(column).orElseThrow(() -> wrong(column, "a column of that name", "none"));
    }

    boolean blank(String column) {
        return text(column).isBlank();
    }

    double number(String column) {
        try {
            double value = Double.parseDouble(text(column));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(column, "a number", text(column));
    }

    double number(String column, double least, double most) {
        double value = number(column);
        if (value < least || value > most) {
            throw wrong(column, "a number from " + least + " to " + most, text(column));
        }
        return value;
    }

    InputException wrong(String column, String expected, String found) {
        return InputException.data(
                file.getFileName() + ", line " + row.getStartingLineNumber() + ", column " + column,
                expected,
                found,
                "the line was changed by hand: set it right, or copy the file again.");
    }
}
