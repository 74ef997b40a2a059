package org.jiritsu.ask;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A parameter of a question, which gives a {@code T}.
 *
 * @param name in lower case with hyphens, such as {@code seek-days}: {@code --seek-days} on the command line, {@code
 *     seek-days=} over HTTP, {@code seek-days:} in a study
 * @param type of each value
 * @param usual how help and forms say what holds where nothing is said; empty for nothing
 * @param placeholder of its value in help
 * @param slow the cost of a question that has it at least, for those who must know before planning
 * @param reader makes a {@code T} of the values, of which there may be none
 */
public record Param<T>(
        String name,
        Type<?> type,
        Shape shape,
        Optional<String> usual,
        String placeholder,
        Cost slow,
        Function<List<Object>, T> reader) {
    /** How often it may stand, and how. */
    public enum Shape {
        /** So or not. */
        FLAG,
        /** Once. */
        ONE,
        /** Several, parted by commas or said again. */
        LIST,
        /** Said again for each; a comma is part of a value. */
        MANY,
        /** The word without a name on the command line, such as HOME; must be said. */
        POSITIONAL,
        /** The word without a name, which may be left out. */
        POSITIONAL_MAYBE,
        /** Words without a name. */
        POSITIONAL_LIST;

        public boolean isPositional() {
            return this == POSITIONAL || this == POSITIONAL_MAYBE || this == POSITIONAL_LIST;
        }

        public boolean isList() {
            return this == LIST || this == MANY || this == POSITIONAL_LIST;
        }
    }

    /** True where it is said. */
    public static Param<Boolean> flag(String name) {
        return new Param<>(
                name,
                Types.FLAG,
                Shape.FLAG,
                Optional.empty(),
                "",
                Cost.QUICK,
                v -> !v.isEmpty() && (Boolean) v.getFirst());
    }

    /** One value, or another where none is said. */
    public static <T> Param<T> one(String name, Type<T> type, T usual) {
        return of(
                name,
                type,
                Shape.ONE,
                Optional.of(Types.text(usual)),
                v -> v.isEmpty() ? usual : type.cast(v.getFirst()));
    }

    /** One value, or none. */
    public static <T> Param<Optional<T>> maybe(String name, Type<T> type) {
        return of(
                name,
                type,
                Shape.ONE,
                Optional.empty(),
                v -> v.stream().findFirst().map(type::cast));
    }

    /** Several, parted by commas or said again; empty where nothing is said. */
    public static <T> Param<List<T>> list(String name, Type<T> type) {
        return of(
                name,
                type,
                Shape.LIST,
                Optional.empty(),
                v -> v.stream().map(type::cast).toList());
    }

    /** Several, said again for each: a comma is part of a value. */
    public static <T> Param<List<T>> many(String name, Type<T> type) {
        return of(
                name,
                type,
                Shape.MANY,
                Optional.empty(),
                v -> v.stream().map(type::cast).toList());
    }

    /** The word without a name that must be said. */
    public static <T> Param<T> positional(String name, Type<T> type) {
        return of(name, type, Shape.POSITIONAL, Optional.empty(), v -> type.cast(v.getFirst()));
    }

    /** The word without a name, if said. */
    public static <T> Param<Optional<T>> positionalMaybe(String name, Type<T> type) {
        return of(
                name,
                type,
                Shape.POSITIONAL_MAYBE,
                Optional.empty(),
                v -> v.stream().findFirst().map(type::cast));
    }

    /** All words without a name. */
    public static <T> Param<List<T>> positionalList(String name, Type<T> type) {
        return of(
                name,
                type,
                Shape.POSITIONAL_LIST,
                Optional.empty(),
                v -> v.stream().map(type::cast).toList());
    }

    private static <T> Param<T> of(
            String name, Type<?> type, Shape shape, Optional<String> usual, Function<List<Object>, T> reader) {
        return new Param<>(name, type, shape, usual, name.toUpperCase(Locale.ROOT), Cost.QUICK, reader);
    }

    /** The same with another word for its value in help. */
    public Param<T> as(String shown) {
        return new Param<>(name, type, shape, usual, shown, slow, reader);
    }

    /** The same, with which an answer costs at least so much. */
    public Param<T> costing(Cost least) {
        return new Param<>(name, type, shape, usual, placeholder, least, reader);
    }

    /** As it is written on the command line. */
    public String option() {
        return shape.isPositional() ? placeholder : "--" + name;
    }
}
