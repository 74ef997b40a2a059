package org.jiritsu.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of world output as the publishers' tables give them, edition by edition. */
class MineralsTest {
    private final Minerals minerals = GoodsAtHand.STORE.minerals();

    private double percent(String material, String stage, String edition, String economy) {
        return 100
                * minerals.producers(new Minerals.Series(material, stage, edition, 2024)).stream()
                        .filter(p -> p.economy().equals(economy))
                        .mapToDouble(Minerals.Producer::share)
                        .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "rare-earths, mine, MCS2025, CHN, 69.2",
        "rare-earths, mine, MCS2026, CHN, 71.1",
        "tungsten, mine, MCS2025, CHN, 82.7",
        "graphite, mine, MCS2025, CHN, 79.4",
        "cobalt, mine, MCS2025, COD, 75.9",
        "nickel, mine, MCS2025, IDN, 59.5",
        "niobium, mine, MCS2025, BRA, 90.9",
        "antimony, mine, MCS2025, CHN, 60.0",
        "Gallium, '', WMD2026, CHN, 98.7",
        "Antimony, '', WMD2026, CHN, 32.7"
    })
    void largestProducers(String material, String stage, String edition, String economy, double percent) {
        assertEquals(percent, percent(material, stage, edition, economy), 0.05);
    }

    @Test
    void editionsStandSideBySide() {
        List<Minerals.Series> series = minerals.series("rare-earths", "mine");
        assertEquals(
                List.of("MCS2025 2023", "MCS2025 2024", "MCS2026 2024", "MCS2026 2025"),
                series.stream().map(s -> s.edition() + " " + s.year()).toList());
    }

    /** Publishers round their totals to one or two digits, and leave out small producers. */
    @Test
    void countriesSumToThePublishedWorldWithinItsRounding() {
        for (Minerals.Series s : minerals.series()) {
            double sum = minerals.producers(s).stream()
                    .mapToDouble(Minerals.Producer::share)
                    .sum();
            assertEquals(1, sum, 0.05, s.toString());
        }
    }

    @Test
    void worldMiningDataMayBeLeftOut(@TempDir Path data) throws IOException {
        Path all = Bundled.root().resolve("data/goods");
        try (Stream<Path> files = Files.walk(all)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = data.resolve("goods").resolve(all.relativize(file));
                Files.createDirectories(copy.getParent());
                if (!file.endsWith("wmd.csv.gz")) {
                    Files.copy(file, copy);
                }
            }
        }
        GoodsStore store = GoodsStore.open(data, data.resolve("own"));
        assertEquals(
                minerals.producers(new Minerals.Series("cobalt", "mine", "MCS2025", 2024)),
                store.minerals().producers(new Minerals.Series("cobalt", "mine", "MCS2025", 2024)));
        Mistakes.assertWrongUse(
                () -> GeoPolRisk.of(store.minerals(), GoodsAtHand.raw(2024), "Cobalt", "JPN"), "wmd.csv.gz");
    }

    @Test
    void byProductsAreMarked() {
        Minerals.Companion gallium = minerals.companion("gallium").orElseThrow();
        assertEquals(Minerals.Companion.Kind.BYPRODUCT, gallium.kind());
        assertTrue(gallium.hosts().contains("bauxite"));
        assertTrue(minerals.companion("unobtainium").isEmpty());
    }
}
