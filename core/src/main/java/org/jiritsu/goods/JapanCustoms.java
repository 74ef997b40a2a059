package org.jiritsu.goods;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jiritsu.base.Csv;

/**
 * Japan's customs statistics by area and good, 2009 to the first quarter of 2026: newer than BACI, in billion yen, and in
 * 78 goods of their own that are no HS codes. Only areas with a name of their own are here; the sum of all is {@code
 * WORLD}, and {@code EU} holds its members.
 */
public final class JapanCustoms {
    /** The last year is January to March only. */
    public static final int PART_YEAR = 2026;

    /** The world and the total of all goods. */
    public static final String WORLD = "WORLD";

    public static final String ALL_GOODS = "Grand Total";

    private record Key(boolean imports, String economy, String good, int year) {}

    private final Map<Key, Double> flows = new HashMap<>();
    private final SortedSet<String> goods = new TreeSet<>();
    private final SortedSet<String> economies = new TreeSet<>();

    private JapanCustoms() {}

    static JapanCustoms read(Path folder) {
        JapanCustoms all = new JapanCustoms();
        Map<String, String> areas = new HashMap<>();
        for (Csv.Row row : Csv.read(folder.resolve("japan-customs-areas.csv"), List.of("area", "economy"))) {
            areas.put(row.text("area"), row.text("economy"));
        }
        for (Csv.Row row :
                Csv.read(folder.resolve("japan-customs.csv.gz"), List.of("flow", "area", "good", "year", "bn_jpy"))) {
            String economy = Optional.ofNullable(areas.get(row.text("area")))
                    .orElseThrow(() ->
                            row.wrong("area", "an area of japan-customs-areas.csv", "that cell was edited by hand."));
            all.goods.add(row.text("good"));
            all.economies.add(economy);
            all.flows.put(
                    new Key(row.text("flow").equals("import"), economy, row.text("good"), row.whole("year")),
                    row.number("bn_jpy"));
        }
        return all;
    }

    /** The goods as published; names in brackets are parts of another. */
    public SortedSet<String> goods() {
        return new TreeSet<>(goods);
    }

    /** Alpha-3 codes, with {@code EU} and {@code WORLD}. */
    public SortedSet<String> economies() {
        return new TreeSet<>(economies);
    }

    /** Billion yen; empty where nothing is published, which may be zero or too small. */
    public OptionalDouble imports(String economy, String good, int year) {
        return flow(true, economy, good, year);
    }

    /** Billion yen; empty where nothing is published. */
    public OptionalDouble exports(String economy, String good, int year) {
        return flow(false, economy, good, year);
    }

    private OptionalDouble flow(boolean imports, String economy, String good, int year) {
        Double flow = flows.get(new Key(imports, economy, good, year));
        return flow == null ? OptionalDouble.empty() : OptionalDouble.of(flow);
    }
}
