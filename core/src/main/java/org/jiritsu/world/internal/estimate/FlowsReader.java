package org.jiritsu.world.internal.estimate;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;

/** Reads {@code flowsYYYY.csv.gz}: a line {@code exporter,sector} and a column for each importing economy. */
final class FlowsReader {
    private FlowsReader() {}

    static GivenFlows read(Path file, List<String> economies, List<String> sectors) {
        List<String> columns = Stream.concat(Stream.of("exporter", "sector"), economies.stream())
                .toList();
        List<Csv.Row> lines = Csv.readFilled(file, columns, List.of());
        int industries = economies.size() * sectors.size();
        if (lines.size() != industries) {
            throw InputException.data(
                    file + ": lines are missing or stand twice",
                    "%d economies x %d sectors = %d lines".formatted(economies.size(), sectors.size(), industries),
                    lines.size() + " lines",
                    "it was cut off, or is of another edition.");
        }
        double[] cells = new double[industries * economies.size()];
        for (int i = 0; i < industries; i++) {
            Csv.Row line = lines.get(i);
            requireLabel(line, economies.get(i / sectors.size()), sectors.get(i % sectors.size()));
            for (int d = 0; d < economies.size(); d++) {
                cells[i * economies.size() + d] = flow(line, economies.get(d));
            }
        }
        return new GivenFlows(economies.size(), sectors.size(), cells);
    }

    private static void requireLabel(Csv.Row line, String economy, String sector) {
        String found = line.text("exporter") + "," + line.text("sector");
        if (!found.equals(economy + "," + sector)) {
            throw InputException.data(
                    line.place() + ": another industry is due here",
                    economy + "," + sector,
                    found,
                    "the lines were sorted: keep the order of economies.csv and sectors.csv.");
        }
    }

    private static double flow(Csv.Row line, String destination) {
        double flow = line.number(destination);
        if (flow < 0) {
            throw InputException.data(
                    "%s, column %s: a negative flow".formatted(line.place(), destination),
                    "zero or more",
                    String.valueOf(flow),
                    "stocks ran down in the source: set it to 0.");
        }
        return flow;
    }
}
