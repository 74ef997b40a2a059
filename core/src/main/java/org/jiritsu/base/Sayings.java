package org.jiritsu.base;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in both languages from {@code says.properties} beside a class: {@code key.en} and {@code key.ja}, with {@code {1}},
 * {@code {2}} and so on for values.
 */
public final class Sayings {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle texts;

    public Sayings(Class<?> beside) {
        texts = ResourceBundle.getBundle(beside.getPackageName() + ".says", Locale.ROOT);
    }

    /** @param values in the order of their numbers; a {@link Said} stands in its own language */
    public Said say(String key, Object... values) {
        return new Said(
                filled(
                        texts.getString(key + ".en"),
                        value -> values[value] instanceof Said said ? said.english() : values[value]),
                filled(
                        texts.getString(key + ".ja"),
                        value -> values[value] instanceof Said said ? said.japanese() : values[value]));
    }

    private static String filled(String text, java.util.function.IntFunction<Object> value) {
        return VALUE.matcher(text)
                .replaceAll((MatchResult place) -> Matcher.quoteReplacement(
                        value.apply(Integer.parseInt(place.group(1)) - 1).toString()));
    }
}
