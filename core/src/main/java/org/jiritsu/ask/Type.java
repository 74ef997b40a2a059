package org.jiritsu.ask;

import java.util.List;
import java.util.function.Function;

/**
 * What kind of value a parameter takes.
 *
 * @param kind for forms and descriptions: text, flag, whole, number, share, economy, sector, world, date, choice, file
 * @param among the words that are taken, where only some are
 * @param java of the value
 * @param read makes a value of text
 * @param expected what would be taken, for errors, such as {@code a whole number such as 60}
 */
public record Type<T>(Kind kind, List<String> among, Class<T> java, Function<String, T> read, String expected) {
    /** What a form offers. */
    public enum Kind {
        TEXT,
        FLAG,
        WHOLE,
        NUMBER,
        SHARE,
        ECONOMY,
        SECTOR,
        WORLD,
        DATE,
        CHOICE,
        /** A file on this machine: the command line's alone. */
        FILE
    }

    public Type {
        among = List.copyOf(among);
    }

    /** A value that this type has read. */
    public T cast(Object value) {
        return java.cast(value);
    }
}
