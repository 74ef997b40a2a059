package org.jiritsu.ask;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** The types of values that parameters take. What they throw gets its place from {@link Arguments}. */
public final class Types {
    /** Any text. */
    public static final Type<String> TEXT = text(Type.Kind.TEXT, "a text");

    /** An economy or group, by code or name; the plan looks it up in its world. */
    public static final Type<String> ECONOMY = text(Type.Kind.ECONOMY, "an economy, such as JPN");

    /** A sector, by code; the plan looks it up in its world. */
    public static final Type<String> SECTOR = text(Type.Kind.SECTOR, "a sector, such as C26");

    /** A world's id. */
    public static final Type<String> WORLD = text(Type.Kind.WORLD, "the id of a world");

    public static final Type<Double> NUMBER =
            new Type<>(Type.Kind.NUMBER, List.of(), Double.class, Types::number, "a number such as 0.5");

    /** A fraction: 0.5, or 50%. */
    public static final Type<Double> SHARE =
            new Type<>(Type.Kind.SHARE, List.of(), Double.class, Types::share, "a share such as 0.5, or 50%");

    public static final Type<LocalDate> DATE =
            new Type<>(Type.Kind.DATE, List.of(), LocalDate.class, Types::date, "a date such as 2026-04-01");

    public static final Type<Long> SEED = new Type<>(
            Type.Kind.WHOLE, List.of(), Long.class, text -> whole(text, Long::valueOf), "a whole number such as 7");

    /** A file, as far as it may be read. */
    public static final Type<Path> FILE =
            new Type<>(Type.Kind.FILE, List.of(), Path.class, text -> FileAccess.require(Path.of(text)), "a file");

    static final Type<Boolean> FLAG =
            new Type<>(Type.Kind.FLAG, List.of("true", "false"), Boolean.class, Types::flag, "true or false");

    private Types() {}

    private static Type<String> text(Type.Kind kind, String expected) {
        return new Type<>(kind, List.of(), String.class, String::strip, expected);
    }

    /** A whole number within bounds. */
    public static Type<Integer> whole(int least, int most) {
        String expected = most == Integer.MAX_VALUE
                ? "a whole number of at least " + least
                : "a whole number from %d to %d".formatted(least, most);
        return new Type<>(
                Type.Kind.WHOLE,
                List.of(),
                Integer.class,
                text -> {
                    int value = whole(text, Integer::valueOf);
                    if (value < least || value > most) {
                        int near = value < 0 && -value >= least && -value <= most
                                ? -value
                                : Math.clamp(value, least, most);
                        throw InputException.use(
                                "This number is out of range", expected, text, "you meant %d.".formatted(near));
                    }
                    return value;
                },
                expected);
    }

    /** One of the constants of an enum, by its name in lower case. */
    public static <E extends Enum<E>> Type<E> among(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        String expected = "one of " + String.join(", ", names);
        return new Type<>(
                Type.Kind.CHOICE,
                names,
                type,
                text -> {
                    String lower = text.strip().toLowerCase(Locale.ROOT);
                    if (!names.contains(lower)) {
                        throw InputException.use(
                                "This word is not known here",
                                expected,
                                text,
                                "you meant " + NearestWord.of(lower, names).orElse(names.getFirst()) + ".");
                    }
                    return Enum.valueOf(type, lower.toUpperCase(Locale.ROOT));
                },
                expected);
    }

    /** How a default is written. */
    static String text(Object value) {
        return switch (value) {
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Double number ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    /**
     * A number.
     *
     * @throws InputException if it is none
     */
    public static double number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (!Double.isNaN(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw InputException.use("This should be a number", NUMBER_EXPECTED, "'" + text + "'", slip(text));
    }

    private static final String NUMBER_EXPECTED = "a number such as 0.5";

    /** A fraction: 0.5, or 50%. */
    public static double share(String text) {
        String plain = text.strip();
        return plain.endsWith("%") ? number(plain.substring(0, plain.length() - 1)) / 100 : number(plain);
    }

    private static <N> N whole(String text, Function<String, N> read) {
        try {
            return read.apply(text.strip());
        } catch (NumberFormatException e) {
            boolean large = text.strip().matches("[+-]?[0-9]+");
            throw InputException.use(
                    large ? "This number is out of range" : "This should be a whole number",
                    "a number such as 60",
                    "'" + text + "'",
                    large ? "it has digits too many." : slip(text));
        }
    }

    private static String slip(String text) {
        if (text.isBlank()) {
            return "nothing was written there.";
        }
        return text.matches(".*[0-9].*") ? "a sign or a unit is in it." : "another option's value stands here.";
    }

    private static boolean flag(String text) {
        return switch (text.strip()) {
            case "true", "" -> true;
            case "false" -> false;
            default ->
                throw InputException.use("This is either so or not", "true or false", text, "leave the value out.");
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw InputException.use(
                    "This is not a date",
                    "a date such as 2026-04-01",
                    text,
                    "the month or the day does not exist, or they are swapped.");
        }
    }
}
