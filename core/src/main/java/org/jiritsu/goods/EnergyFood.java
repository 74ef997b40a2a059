package org.jiritsu.goods;

import java.nio.file.Path;
import java.util.List;
import org.jiritsu.base.Csv;

/**
 * How concentrated an economy's imports of an energy, food or fertiliser good were in 2024, by tonnes. Who supplies it is not
 * in the table.
 *
 * @param commodity such as {@code wheat} or {@code refined_petroleum}, several codes together
 * @param suppliers how many
 * @param largestShare of the largest of them, 0 to 1
 * @param hhi 0 to 1
 */
public record EnergyFood(
        String commodity,
        String economy,
        double importTonnes,
        double exportTonnes,
        int suppliers,
        double largestShare,
        double hhi) {
    static List<EnergyFood> read(Path file) {
        return Csv.read(file, List.of("commodity", "economy", "suppliers")).stream()
                .map(row -> new EnergyFood(
                        row.text("commodity"),
                        row.text("economy"),
                        row.number("import_tonnes"),
                        row.number("export_tonnes"),
                        row.whole("suppliers"),
                        row.maybeNumber("largest_share").orElse(0),
                        row.maybeNumber("hhi").orElse(0)))
                .toList();
    }
}
