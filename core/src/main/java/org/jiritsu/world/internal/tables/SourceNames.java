package org.jiritsu.world.internal.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;

/** ISO codes and English names for the codes that published tables use. */
final class SourceNames implements Naming {
    private static final Map<String, String> OWN_CODES =
            Map.of("EL", "GRC", "UK", "GBR", "ROM", "ROU", "FIGW1", "ROW", "XK", "XKX");
    private static final Map<String, String> REGIONS = Map.of(
            "ROW",
            "Rest of the world",
            "XKX",
            "Kosovo",
            "WWA",
            "Rest of Asia and Pacific",
            "WWL",
            "Rest of America",
            "WWE",
            "Rest of Europe",
            "WWF",
            "Rest of Africa",
            "WWM",
            "Rest of Middle East");

    private final Map<String, String> iso3 = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>(REGIONS);
    private final Map<String, Sector> sectors = new HashMap<>();

    SourceNames() {
        Arrays.stream(Locale.getISOCountries()).map(code -> Locale.of("", code)).forEach(country -> {
            try {
                iso3.put(country.getCountry(), country.getISO3Country());
                countries.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
            } catch (MissingResourceException e) {
                // a country without an alpha-3 code stays with the source's own
            }
        });
        iso3.putAll(OWN_CODES);
        readSectors();
    }

    private void readSectors() {
        try (InputStream in = Objects.requireNonNull(Sector.class.getResourceAsStream("sectors.csv"));
                CsvReader<CsvRecord> csv =
                        CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CsvRecord line : csv) {
                sectors.put(line.getField(0), new Sector(line.getField(0), line.getField(1), line.getField(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The alpha-3 code for a code or a name of an own making of a source; what is unknown stays as it is. */
    String economyCode(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return iso3.getOrDefault(upper, countries.containsKey(upper) ? upper : code);
    }

    @Override
    public Economy economy(String code) {
        return new Economy(code, countries.getOrDefault(code, code));
    }

    @Override
    public Sector sector(String code) {
        return sectors.getOrDefault(code, new Sector(code, "", code));
    }

    /** A final use by the code or the words of its source. */
    @Override
    public FinalUse finalUse(String code) {
        FinalUse known = FinalUse.of(code);
        if (!known.name().equals(code)) {
            return known;
        }
        return switch (code) {
            case "P3_S14" -> new FinalUse(code, "Household final consumption", false);
            case "P3_S15" -> new FinalUse(code, "Non-profit institutions serving households", false);
            case "P3_S13" -> new FinalUse(code, "Government final consumption", false);
            case "P51G" -> new FinalUse(code, "Gross fixed capital formation", false);
            case "P5M" -> new FinalUse(code, "Change of inventories and valuables", true);
            case "DPABR" -> new FinalUse(code, "Direct purchases abroad by residents", false);
            case "NONRES" -> new FinalUse(code, "Direct purchases by non-residents", false);
            case "NPS" -> new FinalUse(code, "Non-profit institutions serving households", false);
            default -> new FinalUse(code, code, code.toLowerCase(Locale.ROOT).contains("inventor"));
        };
    }
}
