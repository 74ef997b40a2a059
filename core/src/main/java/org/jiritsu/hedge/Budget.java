package org.jiritsu.hedge;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;

/** A budget a year as people write it. */
public final class Budget {
    private static final Pattern WRITTEN = Pattern.compile("([0-9.]+)\\s*(m|mn|bn|tn|%)?\\s*(?:/\\s*(?:yr|year))?");

    private Budget() {}

    /**
     * Millions a year of the menu's currency.
     *
     * @param text {@code 100bn/yr}, {@code 2500m}, {@code 2500} (millions) or {@code 0.2%} (of GDP)
     * @param gdp millions of the same currency, for per cent
     */
    public static double parse(String text, double gdp) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        try {
            if (written.matches()) {
                double amount = Double.parseDouble(written.group(1));
                String unit = Objects.requireNonNullElse(written.group(2), "m");
                return switch (unit) {
                    case "bn" -> amount * 1e3;
                    case "tn" -> amount * 1e6;
                    case "%" -> amount / 100 * gdp;
                    default -> amount;
                };
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw InputException.use(
                "The budget cannot be read",
                "an amount a year in the menu's currency, such as 100bn/yr, 2500m or 0.2% (of GDP)",
                text,
                "the currency stands beside it: leave it out.");
    }
}
