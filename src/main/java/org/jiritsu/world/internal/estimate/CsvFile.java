package org.jiritsu.world.internal.estimate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
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
import java.util.zip.GZIPInputStream;
import org.jiritsu.world.InputException;

/** A small CSV file with a header, read whole; gzipped if its name ends so. */
record CsvFile(Path file, List<NamedCsvRecord> lines) {
    /** @param columns those the file must have, beside others */
    static CsvFile read(Path file, List<String> columns) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<NamedCsvRecord> lines = new ArrayList<>();
            csv.forEach(lines::add);
            requireColumns(file, columns, lines);
            return new CsvFile(file, lines);
        } catch (NoSuchFileException e) {
            throw InputException.use("There is no such file", "an input of the estimate", file.toString(),
                    "the folder is another one, or this year is not among its files.");
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw InputException.data(file + " cannot be read", "an intact CSV file", String.valueOf(e.getMessage()),
                    "it was cut off: fetch it again.");
        }
    }

    private static void requireColumns(Path file, List<String> columns, List<NamedCsvRecord> lines) {
        List<String> found = lines.isEmpty() ? List.of() : lines.getFirst().getHeader();
        if (!found.containsAll(columns)) {
            throw InputException.data(file + ": columns are missing", String.join(",", columns),
                    found.isEmpty() ? "no lines" : String.join(",", found), "it is another file, or it was cut off.");
        }
    }

    String text(NamedCsvRecord line, String column) {
        return line.findField(column).map(String::strip).orElseThrow(() -> InputException.data(
                place(line) + ": the line is too short", "a value for " + column, "nothing", "it was cut off here."));
    }

    double number(NamedCsvRecord line, String column) {
        String text = text(line, column);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, as what is not finite
        }
        throw InputException.data("%s, column %s".formatted(place(line), column), "a number", "'" + text + "'",
                "a mark for missing data was left in: write 0.");
    }

    String place(NamedCsvRecord line) {
        return "%s, line %d".formatted(file, line.getStartingLineNumber());
    }
}
