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
        TEXT,
        COUNT,
        /** Stored as a fraction and shown in per cent. */
        SHARE,
        PERCENT,
        POINTS,
        MUSD,
        INDEX,
        RATIO,
        /** Whole days without decimals. */
        DAYS
    }

    /** The field of this name. */
    public static Field of(String name, Language language) {
        return of(name, texts(language));
    }

    /** Every field, by name. */
    public static List<Field> all(Language language) {
        return texts(Language.EN).keySet().stream()
                .filter(key -> key.endsWith(".kind"))
                .map(key -> key.substring(0, key.length() - ".kind".length()))
                .sorted()
                .map(name -> of(name, texts(language)))
                .toList();
    }

    /** Never by the machine's own language: the same command gives the same words everywhere. */
    private static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(BUNDLE, language.locale());
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
