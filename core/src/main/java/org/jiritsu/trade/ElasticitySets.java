package org.jiritsu.trade;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.world.Sector;

/** Published trade elasticities θ = σ − 1 for one classification of sectors, several sets side by side. */
public final class ElasticitySets {
    private final String file;
    private final Map<String, Map<String, Double>> thetaBySetAndSector;

    private ElasticitySets(String file, Map<String, Map<String, Double>> thetaBySetAndSector) {
        this.file = file;
        this.thetaBySetAndSector = thetaBySetAndSector;
    }

    /**
     * Reads lines {@code set,sector,theta}.
     *
     * @throws InputException naming file and line of what cannot be read, or of an elasticity at or below 0
     */
    public static ElasticitySets read(Path file) {
        Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
        Csv.forEach(file, List.of("set", "sector", "theta"), List.of(), record -> {
            double theta = record.number("theta");
            if (!(theta > 0)) {
                throw InputException.data(
                        "%s: the elasticity cannot be used".formatted(record.place()),
                        "theta = sigma - 1, above 0",
                        String.valueOf(theta),
                        "the figure is sigma at or below 1, or a regression coefficient with its minus sign.");
            }
            sets.computeIfAbsent(record.text("set"), s -> new LinkedHashMap<>()).put(record.text("sector"), theta);
        });
        return new ElasticitySets(file.getFileName().toString(), sets);
    }

    /** The names of the sets, in the order of the file. */
    public List<String> names() {
        return List.copyOf(thetaBySetAndSector.keySet());
    }

    /** Whether the file knows every one of the sectors. */
    boolean covers(List<Sector> sectors) {
        return thetaBySetAndSector.values().stream()
                .allMatch(set -> sectors.stream().allMatch(sector -> set.containsKey(sector.code())));
    }

    /**
     * θ of the named set, one a sector.
     *
     * @throws InputException if there is no such set, or it lacks one of the sectors
     */
    public double[] theta(String set, List<Sector> sectors) {
        Map<String, Double> bySector = thetaBySetAndSector.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(set.strip()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> InputException.use(
                        "There is no such set of elasticities",
                        "one of " + String.join(", ", names()),
                        set,
                        NearestWord.of(set, names())
                                .map(near -> "you meant " + near + ".")
                                .orElse("it belongs to another world.")));
        return sectors.stream()
                .mapToDouble(sector -> {
                    Double theta = bySector.get(sector.code());
                    if (theta == null) {
                        throw InputException.data(
                                "%s has no elasticity for sector %s in set %s".formatted(file, sector.code(), set),
                                "one line a sector of the world",
                                "none",
                                "the file is made for another classification of sectors.");
                    }
                    return theta;
                })
                .toArray();
    }
}
