package org.jiritsu.app.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;

/**
 * Japanese names of economies (CLDR, as the Java platform has it, save for those in {@code names_ja.properties}) and of
 * the sectors of the bundled worlds, and the numbers by which maps know economies (ISO 3166-1).
 */
final class Names {
    private static final ResourceBundle JAPANESE =
            ResourceBundle.getBundle("org.jiritsu.app.http.names_ja", Locale.ROOT);
    private static final ResourceBundle NUMERIC =
            ResourceBundle.getBundle("org.jiritsu.app.http.iso_numeric", Locale.ROOT);
    private static final Map<String, String> ALPHA_2 = alpha2();

    private Names() {}

    private static Map<String, String> alpha2() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(Locale.of("", code).getISO3Country(), code);
        }
        return codes;
    }

    /** The English name where no other is known. */
    static String japanese(Economy economy) {
        return text(JAPANESE, "economy." + economy.code())
                .or(() -> Optional.ofNullable(ALPHA_2.get(economy.code()))
                        .map(code -> Locale.of("", code).getDisplayCountry(Locale.JAPANESE)))
                .orElse(economy.name());
    }

    /** The English name where no other is known. */
    static String japanese(Sector sector) {
        return text(JAPANESE, "sector." + sector.code()).orElse(sector.name());
    }

    /** Three digits, or empty for what is no economy of ISO 3166-1, such as the rest of the world. */
    static String numeric(Economy economy) {
        return text(NUMERIC, economy.code()).orElse("");
    }

    private static Optional<String> text(ResourceBundle texts, String key) {
        try {
            return Optional.of(texts.getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
