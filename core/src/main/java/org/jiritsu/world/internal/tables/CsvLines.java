package org.jiritsu.world.internal.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.base.InputException;

/** A small CSV file with named columns, such as a map or a list of totals. */
public final class CsvLines {
    private CsvLines() {}

    /** One line of the file; a field that the line or the file has not is empty. */
    public record Line(String place, Map<String, Integer> names, List<String> fields) {
        public String field(String name) {
            int at = names.getOrDefault(name, fields.size());
            return at >= fields.size() ? "" : fields.get(at).strip();
        }

        public double number(String name) {
            try {
                double value = Double.parseDouble(field(name));
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // refused below, as what is not finite
            }
            throw InputException.data(
                    "%s, column %s: this is not a number".formatted(place, name),
                    "a number such as 1234.5",
                    "'" + field(name) + "'",
                    "it has a decimal comma: write 1234.5.");
        }
    }

    /**
     * @param required columns that must be there and may not be empty
     * @param optional columns that may be there
     */
    public static List<Line> read(Path file, List<String> required, List<String> optional) {
        Source source = Source.in(file).getFirst();
        return source.read(in -> {
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(new InputStreamReader(
                            in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
                List<Line> lines = new ArrayList<>();
                Map<String, Integer> names = Map.of();
                for (CsvRecord record : csv) {
                    String place = "%s, line %d".formatted(source.place(), record.getStartingLineNumber());
                    if (names.isEmpty()) {
                        names = header(place, record, required, optional);
                    } else {
                        lines.add(line(place, names, record, required));
                    }
                }
                if (names.isEmpty()) {
                    throw InputException.data(
                            source.place() + " is empty",
                            "a header " + String.join(",", required),
                            "nothing",
                            "it was cut off: copy it again.");
                }
                return lines;
            }
        });
    }

    private static Map<String, Integer> header(
            String place, CsvRecord record, List<String> required, List<String> optional) {
        List<String> names = record.getFields().stream()
                .map(f -> f.replace("\uFEFF", "").strip())
                .toList();
        if (!names.containsAll(required)) {
            throw InputException.data(
                    place + ": a column is missing in the header",
                    String.join(",", required) + (optional.isEmpty() ? "" : "[," + String.join(",", optional) + "]"),
                    String.join(",", names),
                    names.size() == 1 && names.getFirst().contains(";")
                            ? "the file uses ';': write it with ','."
                            : "the first line is missing.");
        }
        Map<String, Integer> columns = new HashMap<>();
        for (int c = 0; c < names.size(); c++) {
            columns.putIfAbsent(names.get(c), c);
        }
        return columns;
    }

    private static Line line(String place, Map<String, Integer> names, CsvRecord record, List<String> required) {
        Line line = new Line(place, names, record.getFields());
        for (String name : required) {
            if (line.field(name).isEmpty()) {
                throw InputException.data(
                        "%s: column %s is empty".formatted(place, name),
                        "a " + name,
                        "nothing",
                        "a comma is missing, or the line is left over.");
            }
        }
        return line;
    }
}
