package org.jiritsu.answer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;

/**
 * Japanese names of economies (CLDR, as the Java platform has it, save for those in {@code names_ja.properties}) and of
 * the sectors of the bundled worlds; the English name where no other is known.
 */
final class JapaneseNames {
    private static final ResourceBundle JAPANESE = ResourceBundle.getBundle("org.jiritsu.answer.names_ja", Locale.ROOT);
    private static final String INDUSTRY = "製造業";
    private static final Map<String, String> ALPHA_2 = alpha2();

    private JapaneseNames() {}

    private static Map<String, String> alpha2() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(Locale.of("", code).getISO3Country(), code);
        }
        return codes;
    }

    static String japanese(Economy economy) {
        return text("economy." + economy.code())
                .or(() -> Optional.ofNullable(ALPHA_2.get(economy.code()))
                        .map(code -> Locale.of("", code).getDisplayCountry(Locale.JAPANESE)))
                .orElse(economy.name());
    }

    /** The English name of an economy of which only the code is known; the code where it has none. */
    static String english(String code) {
        return Optional.ofNullable(ALPHA_2.get(code))
                .map(alpha2 -> Locale.of("", alpha2).getDisplayCountry(Locale.ENGLISH))
                .orElse(code);
    }

    static String japanese(Sector sector) {
        return text("sector." + sector.code()).orElse(sector.name());
    }

    /** 電気機器製造業 makes 電気機器. */
    static String goods(Sector sector) {
        String name = japanese(sector);
        return text("goods." + sector.code())
                .orElse(
                        name.endsWith(INDUSTRY)
                                ? name.substring(0, name.length() - INDUSTRY.length())
                                : name.endsWith("業") ? name + "の財・サービス" : name);
    }

    private static Optional<String> text(String key) {
        return JAPANESE.containsKey(key) ? Optional.of(JAPANESE.getString(key)) : Optional.empty();
    }
}
