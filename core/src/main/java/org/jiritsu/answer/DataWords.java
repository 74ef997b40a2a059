package org.jiritsu.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What bundled data say of themselves, in Japanese: titles, units, licences and limits come with the data, in English, and
 * are known by their pattern in {@code data_ja.properties}.
 */
final class DataWords {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");
    private static final List<Saying> SAYINGS = sayings();

    private DataWords() {}

    private record Saying(Pattern english, String japanese) {}

    private static List<Saying> sayings() {
        ResourceBundle texts = ResourceBundle.getBundle("org.jiritsu.answer.data_ja", Locale.ROOT);
        List<Saying> sayings = new ArrayList<>();
        texts.keySet().stream()
                .filter(key -> key.endsWith(".en"))
                .sorted()
                .forEach(key -> sayings.add(
                        new Saying(pattern(texts.getString(key)), texts.getString(key.replaceFirst("en$", "ja")))));
        return sayings;
    }

    /** Each value stands once and in its order. */
    private static Pattern pattern(String english) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (MatchResult value : VALUE.matcher(english).results().toList()) {
            pattern.append(Pattern.quote(english.substring(from, value.start())))
                    .append("(.+?)");
            from = value.end();
        }
        return Pattern.compile(pattern + Pattern.quote(english.substring(from)));
    }

    /** The text itself where nothing is known of it. */
    static String japanese(String text) {
        for (Saying saying : SAYINGS) {
            Matcher said = saying.english.matcher(text);
            if (said.matches()) {
                return VALUE.matcher(saying.japanese)
                        .replaceAll(value ->
                                Matcher.quoteReplacement(japanese(said.group(Integer.parseInt(value.group(1))))));
            }
        }
        return text;
    }
}
