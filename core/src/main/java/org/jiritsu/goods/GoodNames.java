package org.jiritsu.goods;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiritsu.base.Csv;

/** What goods are called, which industry makes them, and BACI's numbers of economies. */
public final class GoodNames {
    private final Map<HsRevision, Map<String, String>> full = new EnumMap<>(HsRevision.class);
    private final Map<String, ShortName> brief = new HashMap<>();
    private final Map<String, Industries> industries = new HashMap<>();
    private final Map<Integer, String> economies = new HashMap<>();
    private final SortedMap<String, String> economyNames = new TreeMap<>();

    private GoodNames() {}

    /** A good's everyday name in two languages. */
    public record ShortName(String english, String japanese) {}

    /** Whether the two published ways from a good to an industry agree. */
    public enum Routes {
        AGREE,
        DISAGREE,
        /** Only one of them is there. */
        ONE
    }

    /**
     * The industries that make a good of HS22, by code of the world table {@code icio2022}.
     *
     * @param codes usually one; several where the ways disagree
     */
    public record Industries(List<String> codes, Routes routes) {}

    static GoodNames read(Path folder) {
        GoodNames names = new GoodNames();
        names.full.put(HsRevision.HS17, names(folder.resolve("hs17.csv.gz")));
        names.full.put(HsRevision.HS22, names(folder.resolve("hs22.csv.gz")));
        for (Csv.Row row : Csv.read(folder.resolve("short-names.csv"), List.of("good", "english", "japanese"))) {
            names.brief.put(row.text("good"), new ShortName(row.text("english"), row.text("japanese")));
        }
        for (Csv.Row row :
                Csv.read(folder.resolve("hs22-industries.csv.gz"), List.of("good", "industries", "routes"))) {
            names.industries.put(
                    row.text("good"),
                    new Industries(List.of(row.text("industries").split("\\|")), row.oneOf("routes", Routes.class)));
        }
        for (Csv.Row row : Csv.read(folder.resolve("economies.csv"), List.of("number", "economy", "name"))) {
            names.economies.put(row.whole("number"), row.text("economy"));
            names.economyNames.putIfAbsent(row.text("economy"), row.text("name"));
        }
        return names;
    }

    private static Map<String, String> names(Path file) {
        Map<String, String> names = new HashMap<>();
        Csv.read(file, List.of("good", "name")).forEach(row -> names.put(row.text("good"), row.text("name")));
        return names;
    }

    /** The official English name, where the revision's list is bundled (HS17 and HS22) and holds the code. */
    public Optional<String> name(HsRevision revision, String good) {
        return Optional.ofNullable(full.getOrDefault(revision, Map.of()).get(good));
    }

    /**
     * The everyday name of a good that the bundled data hold. They were chosen so that a code means the same good in every
     * revision in which it stands here.
     */
    public Optional<ShortName> shortName(String good) {
        return Optional.ofNullable(brief.get(good));
    }

    /** All codes of a revision; empty where its list is not bundled. */
    public Set<String> codes(HsRevision revision) {
        return Set.copyOf(full.getOrDefault(revision, Map.of()).keySet());
    }

    /** Which industries make a good of HS22. */
    public Optional<Industries> industries(String good) {
        return Optional.ofNullable(industries.get(good));
    }

    /** BACI's numbers of economies with their alpha-3 codes. */
    public Map<Integer, String> economyNumbers() {
        return Map.copyOf(economies);
    }

    /** What BACI calls each economy, by alpha-3 code. */
    public SortedMap<String, String> economyNames() {
        return Collections.unmodifiableSortedMap(economyNames);
    }
}
