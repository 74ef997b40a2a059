package org.jiritsu.world.internal.estimate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.world.InputException;

/** Reads {@code flowsYYYY.csv.gz}: a line {@code exporter,sector} and a column for each importing economy. */
final class FlowsReader {
    private FlowsReader() {}

    static Flows read(Path file, List<String> economies, List<String> sectors) {
        CsvFile csv = CsvFile.read(file, Stream.concat(Stream.of("exporter", "sector"), economies.stream()).toList());
        int industries = economies.size() * sectors.size();
        if (csv.lines().size() != industries) {
            throw InputException.data(file + ": lines are missing or stand twice",
                    "%d economies x %d sectors = %d lines".formatted(economies.size(), sectors.size(), industries),
                    csv.lines().size() + " lines", "it was cut off, or is of another edition.");
        }
        double[] cells = new double[industries * economies.size()];
        for (int i = 0; i < industries; i++) {
            NamedCsvRecord line = csv.lines().get(i);
            requireLabel(csv, line, economies.get(i / sectors.size()), sectors.get(i % sectors.size()));
            for (int d = 0; d < economies.size(); d++) {
                cells[i * economies.size() + d] = flow(csv, line, economies.get(d));
            }
        }
        return new Flows(economies.size(), sectors.size(), cells);
    }

    private static void requireLabel(CsvFile csv, NamedCsvRecord line, String economy, String sector) {
        String found = csv.text(line, "exporter") + "," + csv.text(line, "sector");
        if (!found.equals(economy + "," + sector)) {
            throw InputException.data(csv.place(line) + ": another industry is due here", economy + "," + sector, found,
                    "the lines were sorted: keep the order of economies.csv and sectors.csv.");
        }
    }

    private static double flow(CsvFile csv, NamedCsvRecord line, String destination) {
        double flow = csv.number(line, destination);
        if (flow < 0) {
            throw InputException.data("%s, column %s: a negative flow".formatted(csv.place(line), destination),
                    "zero or more", String.valueOf(flow), "stocks ran down in the source: set it to 0.");
        }
        return flow;
    }
}
