package org.jiritsu.world.internal.tables;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * In what the cells of a table are: 10^power units of a currency.
 *
 * @param power from 0 to 15: 3 for thousands, 6 for millions
 * @param currency ISO 4217
 */
record Unit(int power, String currency) {
    static final Unit MILLION_USD = new Unit(6, "USD");
    static final Unit MILLION_EUR = new Unit(6, "EUR");

    private static final int LARGEST = 15;
    private static final List<String> STEPS = List.of("", "thousand", "million", "billion", "trillion", "quadrillion");
    private static final Set<String> ISO = Currency.getAvailableCurrencies().stream()
            .map(c -> c.getCurrencyCode().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("hundred", 2),
            Map.entry("tsd", 3),
            Map.entry("mrd", 9),
            Map.entry("k", 3),
            Map.entry("th", 3),
            Map.entry("ths", 3),
            Map.entry("thou", 3),
            Map.entry("thousand", 3),
            Map.entry("thousands", 3),
            Map.entry("m", 6),
            Map.entry("mm", 6),
            Map.entry("mn", 6),
            Map.entry("mio", 6),
            Map.entry("mil", 6),
            Map.entry("mill", 6),
            Map.entry("mln", 6),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("b", 9),
            Map.entry("bn", 9),
            Map.entry("bln", 9),
            Map.entry("billion", 9),
            Map.entry("billions", 9),
            Map.entry("tn", 12),
            Map.entry("trillion", 12),
            Map.entry("trillions", 12));
    private static final Map<String, String> NAMES = Map.of(
            "u\\.?s\\.?[-\\s]*(dollars?|\\$)|\\$|\\bdollars?\\b", " usd ",
            "€|\\beuros?\\b", " eur ",
            "\\b(japanese )?yen\\b", " jpy ",
            "\\b(yuan|renminbi|rmb)\\b", " cny ",
            "£|\\bpounds? sterling\\b", " gbp ",
            "\\b(korean )?won\\b", " krw ");
    private static final Pattern FILLER =
            Pattern.compile("\\b(at )?(current|basic)( basic)? prices?\\b|\\bcurrent\\b|\\b(in|of)\\b");
    private static final Pattern EXPONENT = Pattern.compile("\\b(?:10(?:\\^|\\*\\*)|1e\\+?)(\\d{1,2})\\b");
    private static final Pattern ZEROS = Pattern.compile("1?(0*)");

    /** A unit as people write it: {@code M.EUR}, {@code '000 USD}, {@code US$ billion}, {@code 100 million yen}. */
    static Optional<Unit> parse(String text) {
        String words = text.toLowerCase(Locale.ROOT).replace(",0", "0");
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            words = words.replaceAll(name.getKey(), name.getValue());
        }
        words = FILLER.matcher(words).replaceAll(" ");
        Matcher exponent = EXPONENT.matcher(words);
        words = exponent.replaceAll(m -> "1" + "0".repeat(Integer.parseInt(m.group(1))));
        int power = 0;
        String currency = "";
        for (String word : words.split("[^a-z0-9]+")) {
            Matcher zeros = ZEROS.matcher(word);
            if (word.isEmpty()) {
                continue;
            }
            if (ISO.contains(word) && currency.isEmpty()) {
                currency = word;
            } else if (POWERS.containsKey(word)) {
                power += POWERS.get(word);
            } else if (zeros.matches()) {
                power += zeros.group(1).length();
            } else if (currency.isEmpty() && isJoined(word, word.length() - 3, 0)) {
                currency = word.substring(word.length() - 3);
                power += Objects.requireNonNull(POWERS.get(word.substring(0, word.length() - 3)));
            } else if (currency.isEmpty() && isJoined(word, 0, 3)) {
                currency = word.substring(0, 3);
                power += Objects.requireNonNull(POWERS.get(word.substring(3)));
            } else {
                return Optional.empty();
            }
        }
        return currency.isEmpty() || power > LARGEST
                ? Optional.empty()
                : Optional.of(new Unit(power, currency.toUpperCase(Locale.ROOT)));
    }

    /** Such as {@code meur} or {@code usdbn}: where currency and power begin. */
    private static boolean isJoined(String word, int currency, int power) {
        return word.length() > 3
                && ISO.contains(word.substring(currency, currency + 3))
                && POWERS.containsKey(word.substring(power, power + word.length() - 3));
    }

    boolean isDollars() {
        return currency.equals("USD");
    }

    /**
     * A cell in million USD.
     *
     * @param rate USD for one unit of the currency
     */
    double toMillionUsd(double cell, double rate) {
        double converted = rate == 1 ? cell : cell * rate;
        return power >= 6 ? converted * scale() : converted / scale();
    }

    /** A cell of this unit that is worth so much. */
    double fromMillionUsd(double millionUsd, double rate) {
        double converted = power >= 6 ? millionUsd / scale() : millionUsd * scale();
        return rate == 1 ? converted : converted / rate;
    }

    /** 10^|power − 6|, which a double holds exactly. */
    private double scale() {
        return Math.pow(10, Math.abs(power - MILLION_USD.power));
    }

    /** In words, such as {@code thousand USD}. */
    @Override
    public String toString() {
        String step = STEPS.get(power / 3);
        String rest = power % 3 == 0 ? "" : "1" + "0".repeat(power % 3) + " ";
        return (rest + step + " " + currency).strip();
    }
}
