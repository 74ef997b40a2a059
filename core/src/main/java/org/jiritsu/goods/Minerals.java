package org.jiritsu.goods;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** Who mines, refines and smelts what, by publisher and edition, and what hangs on the mining of something else. */
public final class Minerals {
    /** World Mining Data as an edition beside those of the US Geological Survey. */
    public static final String WMD = "WMD2026";

    private static final String WORLD = "WORLD";

    private final Map<Series, Map<String, Double>> production = new TreeMap<>();
    private final List<Leader> leaders = new ArrayList<>();
    private final Map<String, Companion> companions = new HashMap<>();
    private final Map<String, Mineral> minerals = new TreeMap<>();
    private final Map<String, NavigableMap<Integer, Double>> stability = new HashMap<>();

    private Minerals() {}

    /** One table of output: which material, at which stage, in whose edition, in which year. */
    public record Series(String material, String stage, String edition, int year) implements Comparable<Series> {
        @Override
        public int compareTo(Series o) {
            int by = material.compareTo(o.material);
            by = by != 0 ? by : stage.compareTo(o.stage);
            by = by != 0 ? by : edition.compareTo(o.edition);
            return by != 0 ? by : Integer.compare(year, o.year);
        }
    }

    /** What one economy puts out, and its share of the published world total. */
    public record Producer(String economy, double tonnes, double share) {}

    /**
     * The largest producer as a publisher states it, where the table behind it is not at hand.
     *
     * @param percent of world output
     * @param worldTonnes of all, if stated
     * @param edition who says so; "curated" marks figures that were quoted at second hand
     */
    public record Leader(
            String material,
            String stage,
            String economy,
            double percent,
            OptionalDouble worldTonnes,
            String edition,
            String note) {}

    /** How much of a material comes along with the mining of others: its supply does not follow its own price. */
    public record Companion(String material, Kind kind, double percent, List<String> hosts, String note) {
        public enum Kind {
            BYPRODUCT,
            MIXED,
            PRIMARY
        }
    }

    /** A mineral of World Mining Data and the goods of HS92 as which it is traded; none where it has no code. */
    public record Mineral(String name, List<String> goods, double recycled) {
        public Mineral {
            goods = List.copyOf(goods);
        }
    }

    static Minerals read(Path folder) {
        Minerals all = new Minerals();
        for (Csv.Row row : Csv.read(
                folder.resolve("usgs.csv"), List.of("material", "stage", "edition", "year", "economy", "tonnes"))) {
            all.add(new Series(row.text("material"), row.text("stage"), row.text("edition"), row.whole("year")), row);
        }
        // Whoever may not pass World Mining Data on leaves the file out; what hangs on it is not there then.
        Path wmd = folder.resolve("wmd.csv.gz");
        if (Files.exists(wmd)) {
            for (Csv.Row row : Csv.read(wmd, List.of("mineral", "year", "economy", "tonnes"))) {
                all.add(new Series(row.text("mineral"), "", WMD, row.whole("year")), row);
            }
        }
        for (Csv.Row row : Csv.read(
                folder.resolve("leaders.csv"),
                List.of("material", "stage", "economy", "percent", "world_tonnes", "edition", "note"))) {
            all.leaders.add(new Leader(
                    row.text("material"),
                    row.text("stage"),
                    row.text("economy"),
                    row.number("percent"),
                    row.maybeNumber("world_tonnes"),
                    row.text("edition"),
                    row.text("note")));
        }
        for (Csv.Row row : Csv.read(
                folder.resolve("companions.csv"), List.of("material", "class", "companion_percent", "hosts", "note"))) {
            all.companions.put(
                    row.text("material"),
                    new Companion(
                            row.text("material"),
                            row.oneOf("class", Companion.Kind.class),
                            row.number("companion_percent"),
                            row.text("hosts").isEmpty()
                                    ? List.of()
                                    : List.of(row.text("hosts").split("\\|")),
                            row.text("note")));
        }
        for (Csv.Row row :
                Csv.read(folder.resolve("mineral-goods.csv"), List.of("mineral", "recycling_2023", "hs92"))) {
            all.minerals.put(
                    row.text("mineral"),
                    new Mineral(row.text("mineral"), row.list("hs92"), row.number("recycling_2023")));
        }
        for (Csv.Row row : Csv.read(folder.resolve("stability.csv.gz"), List.of("economy", "year", "risk"))) {
            all.stability
                    .computeIfAbsent(row.text("economy"), e -> new TreeMap<>())
                    .put(row.whole("year"), row.number("risk"));
        }
        return all;
    }

    private void add(Series series, Csv.Row row) {
        production.computeIfAbsent(series, s -> new TreeMap<>()).put(row.text("economy"), row.number("tonnes"));
    }

    /** Whether its tables are among the data; they may be left out. */
    boolean hasWorldMiningData() {
        return production.keySet().stream().anyMatch(s -> s.edition().equals(WMD));
    }

    /** Every table of output. */
    public List<Series> series() {
        return List.copyOf(production.keySet());
    }

    /** The tables of one material at one stage, editions side by side: they differ, and both are shown. */
    public List<Series> series(String material, String stage) {
        return production.keySet().stream()
                .filter(s -> s.material().equals(material) && s.stage().equals(stage))
                .toList();
    }

    /**
     * Who produces, largest first; of equals by code. Shares are of the publisher's world total, which is rounded, or of
     * the sum where none is stated.
     */
    public List<Producer> producers(Series series) {
        Map<String, Double> table = production.getOrDefault(series, Map.of());
        double world = table.containsKey(WORLD)
                ? table.getOrDefault(WORLD, 0.0)
                : table.values().stream().mapToDouble(Double::doubleValue).sum();
        return table.entrySet().stream()
                .filter(e -> !e.getKey().equals(WORLD) && e.getValue() > 0)
                .map(e -> new Producer(e.getKey(), e.getValue(), e.getValue() / world))
                .sorted((a, b) -> a.tonnes() != b.tonnes()
                        ? Double.compare(b.tonnes(), a.tonnes())
                        : a.economy().compareTo(b.economy()))
                .toList();
    }

    /** Metric tonnes of one economy; empty if the table does not name it. */
    public OptionalDouble production(Series series, String economy) {
        Double tonnes = production.getOrDefault(series, Map.of()).get(economy);
        return tonnes == null ? OptionalDouble.empty() : OptionalDouble.of(tonnes);
    }

    /** The published world total, or the sum where none is stated; 0 for a table that is not there. */
    public double world(Series series) {
        Map<String, Double> table = production.getOrDefault(series, Map.of());
        return table.containsKey(WORLD)
                ? table.getOrDefault(WORLD, 0.0)
                : table.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What publishers say of the largest producer of a material at a stage. */
    public List<Leader> leaders(String material, String stage) {
        return leaders.stream()
                .filter(l -> l.material().equals(material) && l.stage().equals(stage))
                .toList();
    }

    /** Whether a material is a by-product, if that is known. */
    public Optional<Companion> companion(String material) {
        return Optional.ofNullable(companions.get(material));
    }

    /** The minerals of World Mining Data by name. */
    public List<Mineral> minerals() {
        return List.copyOf(minerals.values());
    }

    /**
     * @throws InputException if there is no such mineral
     */
    public Mineral mineral(String name) {
        return Optional.ofNullable(minerals.get(name))
                .orElseThrow(() -> InputException.use(
                        "World Mining Data has no such mineral",
                        "one of " + String.join(", ", new TreeSet<>(minerals.keySet())),
                        name,
                        "you meant " + NearestWord.of(name, minerals.keySet()).orElse("Cobalt") + "."));
    }

    /**
     * Political instability of an economy, 0 (stable) to 1: the World Bank's political stability index (WGI), turned
     * round and scaled. Empty if none is published for the year.
     */
    public OptionalDouble instability(String economy, int year) {
        Double risk = stability.getOrDefault(economy, new TreeMap<>()).get(year);
        return risk == null ? OptionalDouble.empty() : OptionalDouble.of(risk);
    }
}
