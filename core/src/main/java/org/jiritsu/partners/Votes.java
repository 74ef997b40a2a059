package org.jiritsu.partners;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jiritsu.base.Csv;

/**
 * Ideal points from votes in the United Nations General Assembly (Bailey, Strezhnev and Voeten 2017). They say how far two
 * states are apart on what was voted on; they do not measure alliance: most allies of the United States vote far from it.
 */
public final class Votes {
    private final Map<String, IdealPoint> points;
    private final int latest;

    private Votes(Map<String, IdealPoint> points, int latest) {
        this.points = points;
        this.latest = latest;
    }

    /**
     * A state's place on the line of votes in a year, in standard deviations of all states about.
     *
     * @param low end of the 90% interval
     * @param high end of it
     */
    public record IdealPoint(double point, double low, double high) {}

    /** @param folder {@code data/partners} */
    public static Votes bundled(Path folder) {
        Map<String, IdealPoint> points = new HashMap<>();
        int latest = 0;
        for (Csv.Row row :
                Csv.read(folder.resolve("votes.csv.gz"), List.of("economy", "year", "ideal_point", "q5", "q95"))) {
            points.put(
                    row.text("economy") + row.whole("year"),
                    new IdealPoint(row.number("ideal_point"), row.number("q5"), row.number("q95")));
            latest = Math.max(latest, row.whole("year"));
        }
        return new Votes(points, latest);
    }

    /** The last year of votes. */
    public int latest() {
        return latest;
    }

    public Optional<IdealPoint> of(String economy, int year) {
        return Optional.ofNullable(points.get(economy + year));
    }

    /** How far two states are apart, none if one did not vote that year. */
    public OptionalDouble distance(String a, String b, int year) {
        Optional<IdealPoint> ofA = of(a, year);
        Optional<IdealPoint> ofB = of(b, year);
        return ofA.isPresent() && ofB.isPresent()
                ? OptionalDouble.of(Math.abs(ofA.get().point() - ofB.get().point()))
                : OptionalDouble.empty();
    }
}
