package org.jiritsu.world;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people call countries, beside the names that a world has: Java's own names, ISO alpha-2 codes, and habits. */
final class CountryNames {
    /** Usual names that are not Java's, without blanks, dots and accents. */
    private static final Map<String, String> HABITS = Map.ofEntries(
            Map.entry("korea", "KOR"),
            Map.entry("republicofkorea", "KOR"),
            Map.entry("rok", "KOR"),
            Map.entry("us", "USA"),
            Map.entry("america", "USA"),
            Map.entry("unitedstatesofamerica", "USA"),
            Map.entry("uk", "GBR"),
            Map.entry("britain", "GBR"),
            Map.entry("greatbritain", "GBR"),
            Map.entry("holland", "NLD"),
            Map.entry("turkey", "TUR"),
            Map.entry("turkiye", "TUR"),
            Map.entry("czechrepublic", "CZE"),
            Map.entry("slovakrepublic", "SVK"),
            Map.entry("russianfederation", "RUS"),
            Map.entry("vietnam", "VNM"),
            Map.entry("burma", "MMR"),
            Map.entry("hongkong", "HKG"),
            Map.entry("chinesetaipei", "TWN"),
            Map.entry("ivorycoast", "CIV"),
            Map.entry("brunei", "BRN"),
            Map.entry("laos", "LAO"),
            Map.entry("laopdr", "LAO"),
            Map.entry("uae", "ARE"),
            Map.entry("drcongo", "COD"),
            Map.entry("drc", "COD"),
            Map.entry("prc", "CHN"),
            Map.entry("peoplesrepublicofchina", "CHN"),
            Map.entry("restofworld", "ROW"),
            Map.entry("米国", "USA"),
            Map.entry("英国", "GBR"),
            Map.entry("豪州", "AUS"));

    private CountryNames() {}

    /** The alpha-3 code of a country by one of its names, in English, Japanese or the user's language. */
    static Optional<String> code(String name) {
        String wanted = plain(name);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(HABITS.get(wanted))
                .or(() -> Arrays.stream(Locale.getISOCountries())
                        .map(code -> Locale.of("", code))
                        .filter(country ->
                                names(country).map(CountryNames::plain).anyMatch(wanted::equals))
                        .map(Locale::getISO3Country)
                        .findFirst());
    }

    /** Whether this is a country at all, by a name or its alpha-3 code. */
    static boolean known(String text) {
        return code(text).isPresent()
                || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)
                        .contains(text.strip().toUpperCase(Locale.ROOT));
    }

    private static Stream<String> names(Locale country) {
        return Stream.of(
                country.getCountry(),
                country.getDisplayCountry(Locale.ENGLISH),
                country.getDisplayCountry(Locale.JAPANESE),
                country.getDisplayCountry());
    }

    /** Letters only, small and without accents. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
