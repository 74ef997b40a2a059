package org.jiritsu.trade;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.base.Csv;
import org.jiritsu.base.Said;
import org.jiritsu.base.Sayings;

/** The ad valorem import tariffs already in force in a world, and where they come from. */
public interface BaselineTariffs {
    /** No tariffs: what a world table without a tariff source is taken to have. */
    BaselineTariffs NONE = new BaselineTariffs() {
        @Override
        public double rate(String importer, String exporter, String sector) {
            return 0;
        }

        @Override
        public Said source() {
            return new Sayings(BaselineTariffs.class).say("baseline.none");
        }
    };

    /** A rate such as 0.15. */
    double rate(String importer, String exporter, String sector);

    /** Source and limits, a sentence for people. */
    Said source();

    /**
     * Reads lines {@code importer,exporter,sector,rate}, plain or gzipped; what is not listed is zero.
     *
     * @throws org.jiritsu.base.InputException naming file and line of what cannot be read
     */
    static BaselineTariffs read(Path file, Said source) {
        Map<String, Map<String, Map<String, Double>>> rates = new HashMap<>();
        Csv.forEach(
                file,
                List.of("importer", "exporter", "sector", "rate"),
                List.of(),
                record -> rates.computeIfAbsent(record.text("importer"), i -> new HashMap<>())
                        .computeIfAbsent(record.text("exporter"), e -> new HashMap<>())
                        .put(record.text("sector"), record.number("rate")));
        return new BaselineTariffs() {
            @Override
            public double rate(String importer, String exporter, String sector) {
                return rates.getOrDefault(importer, Map.of())
                        .getOrDefault(exporter, Map.of())
                        .getOrDefault(sector, 0.0);
            }

            @Override
            public Said source() {
                return source;
            }
        };
    }
}
