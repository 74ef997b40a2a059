package org.jiritsu.study;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A column that results can have: its name in files, its label for readers, how it is shown, what it means and which
 * paper defines it. All fields stand in {@code fields.properties}.
 */
public record Field(String name, Kind kind, String label, String definition, String source) {
    private static final String BUNDLE = "org.jiritsu.study.fields";

    /** What a cell holds and how a person reads it. Files always carry the raw value. */
    public enum Kind {
        TEXT(""),
        COUNT(""),
        SHARE("%"),
        PERCENT("%"),
        POINTS("pp"),
        MUSD("million USD"),
        INDEX(""),
        RATIO("");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /** The unit as a reader sees it; a SHARE is stored as a fraction and shown in per cent. */
        public String unit() {
            return unit;
        }
    }

    /** The field of this name. */
    public static Field of(String name) {
        return of(name, texts(Locale.ROOT));
    }

    /** Every field, by name; in Japanese or, for any other language, in English. */
    public static List<Field> all(Locale language) {
        return texts(Locale.ROOT).keySet().stream()
                .filter(key -> key.endsWith(".kind"))
                .map(key -> key.substring(0, key.length() - ".kind".length()))
                .sorted()
                .map(name -> of(name, texts(language)))
                .toList();
    }

    /** Never by the machine's own language: the same command gives the same words everywhere. */
    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(BUNDLE, Locale.JAPANESE.equals(language) ? language : Locale.ROOT);
    }

    private static Field of(String name, ResourceBundle texts) {
        try {
            return new Field(
                    name,
                    Kind.valueOf(texts.getString(name + ".kind").toUpperCase(Locale.ROOT)),
                    texts.getString(name + ".label"),
                    texts.getString(name + ".definition"),
                    texts.containsKey(name + ".source") ? texts.getString(name + ".source") : "");
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No field " + name, e);
        }
    }
}
