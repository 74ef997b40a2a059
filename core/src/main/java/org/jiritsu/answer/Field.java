package org.jiritsu.answer;

import java.util.Locale;

/**
 * A column that results can have: its name in files, its label for readers, how it is shown, what it means and which
 * paper defines it. Fields stand in {@code fields.properties}, those of one question in its package.
 */
public record Field(String name, Kind kind, String label, String definition, String source) {
    /** What a cell holds and how a person reads it. Files always carry the raw value. */
    public enum Kind {
        TEXT,
        COUNT,
        /** Stored as a fraction and shown in per cent. */
        SHARE,
        PERCENT,
        POINTS,
        MUSD,
        /** US dollars, not millions of them. */
        USD,
        KM,
        TONNES,
        INDEX,
        RATIO,
        /** Whole days without decimals. */
        DAYS
    }

    /** @throws IllegalArgumentException if no field has this name */
    static Field of(String name, Bundles texts) {
        if (!texts.has(name + ".kind")) {
            throw new IllegalArgumentException("No field " + name);
        }
        return new Field(
                name,
                Kind.valueOf(texts.text(name + ".kind").toUpperCase(Locale.ROOT)),
                texts.text(name + ".label"),
                texts.text(name + ".definition"),
                texts.has(name + ".source") ? texts.text(name + ".source") : "");
    }
}
