package org.jiritsu.study;

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
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE);
        try {
            return new Field(
                    name,
                    Kind.valueOf(texts.getString(name + ".kind").toUpperCase(java.util.Locale.ROOT)),
                    texts.getString(name + ".label"),
                    texts.getString(name + ".definition"),
                    texts.containsKey(name + ".source") ? texts.getString(name + ".source") : "");
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No field " + name, e);
        }
    }
}
