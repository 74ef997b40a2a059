package org.jiritsu.world.internal.tables;

import java.nio.file.Path;
import java.util.List;
import org.jiritsu.base.Csv;

/** {@link Csv} with every required cell filled. */
public final class CsvLines {
    private CsvLines() {}

    /** A row whose required cells are not empty. */
    public record Line(Csv.Row row) {
        public String field(String name) {
            return row.text(name);
        }

        public double number(String name) {
            return row.number(name);
        }

        public String place() {
            return row.place();
        }
    }

    /**
     * @param required columns that must be there and may not be empty
     * @param optional columns that may be there
     */
    public static List<Line> read(Path file, List<String> required, List<String> optional) {
        return Csv.read(file, required, optional).stream()
                .map(row -> line(row, required))
                .toList();
    }

    private static Line line(Csv.Row row, List<String> required) {
        required.forEach(row::filled);
        return new Line(row);
    }
}
