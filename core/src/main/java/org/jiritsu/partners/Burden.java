package org.jiritsu.partners;

import java.nio.file.Path;
import java.util.List;
import org.jiritsu.base.Csv;

/**
 * A published figure of what is spent on defence or pledged to a partner.
 *
 * @param economy ISO 3166 alpha-3; empty for a guideline
 * @param measure what it is, as host-nation support
 * @param period year, fiscal year or span
 * @param value in {@code unit}
 */
public record Burden(
        String economy,
        String measure,
        String period,
        double value,
        String unit,
        Evidence evidence,
        String source,
        String note) {

    /** @param folder {@code data/partners} */
    public static List<Burden> bundled(Path folder) {
        return Csv.read(
                        folder.resolve("burden.csv"),
                        List.of("economy", "measure", "period", "value", "unit", "evidence"))
                .stream()
                .map(r -> new Burden(
                        r.text("economy"),
                        r.text("measure"),
                        r.text("period"),
                        r.number("value"),
                        r.text("unit"),
                        Evidence.of(r),
                        r.text("source"),
                        r.text("note")))
                .toList();
    }
}
