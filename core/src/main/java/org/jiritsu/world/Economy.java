package org.jiritsu.world;

import java.util.Set;

/** An economy: ISO 3166 alpha-3 code, or {@code ROW} for the rest of the world, and its English name. */
public record Economy(String code, String name) {
    private static final Set<String> WITH_ARTICLE = Set.of(
            "United States", "United Kingdom", "Netherlands", "Czech Republic", "Philippines", "United Arab Emirates");

    /** The name as it stands in a sentence, with its article. */
    public String inSentence() {
        return inSentence(name);
    }

    /** Any economy's name with its article. */
    public static String inSentence(String name) {
        return name.startsWith("Rest of the world")
                ? "the rest of the world"
                : WITH_ARTICLE.contains(name) ? "the " + name : name;
    }
}
