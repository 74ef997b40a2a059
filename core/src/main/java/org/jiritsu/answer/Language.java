package org.jiritsu.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which results are told. It is asked for, and never taken from the machine. */
public enum Language {
    EN,
    JA;

    /** By its code, such as {@code ja}. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For resource bundles: English is their root. */
    Locale locale() {
        return this == JA ? Locale.JAPANESE : Locale.ROOT;
    }
}
