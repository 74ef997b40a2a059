package org.jiritsu.study;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Timing;

/** The words of a {@link DisruptQuestion}, one value at a time: numbers, dates, and WHO[:SECTORS][=AMOUNT][@FROM[..UNTIL]]. */
final class DisruptWords {
    private static final Pattern SPEC = Pattern.compile("([^=@]+)(?:=([^@]+))?(?:@(.+))?");

    private final Map<String, List<String>> words;

    DisruptWords(Map<String, List<String>> words) {
        this.words = words;
    }

    /** One thing that is said about somebody. */
    record Spec(String who, Optional<String> amount, Optional<String> when) {}

    boolean has(String word) {
        return words.containsKey(word);
    }

    List<String> all(String word) {
        return words.getOrDefault(word, List.of());
    }

    /** The parts of a list, however it was given: repeated, or with commas. */
    List<String> parts(String word) {
        return all(word).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .toList();
    }

    Optional<String> one(String word) {
        List<String> all = all(word);
        if (all.size() > 1) {
            throw InputException.use(
                    word + " is said more than once",
                    "one value",
                    String.join(" and ", all),
                    "one of them is left over.");
        }
        return all.stream().findFirst().map(String::strip);
    }

    boolean flag(String word) {
        return one(word)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw InputException.use(
                                word + " is either so or not", "true or false", text, "leave the value out.");
                })
                .orElse(false);
    }

    double number(String word, double otherwise) {
        return one(word).map(text -> number(word, text)).orElse(otherwise);
    }

    double share(String word, double otherwise) {
        return one(word).map(text -> share(word, text)).orElse(otherwise);
    }

    /** 0.1, or 0.1%. */
    double percent(String word, double otherwise) {
        return one(word)
                .map(text -> number(word, text.replaceFirst("\\s*%$", "")))
                .orElse(otherwise);
    }

    int whole(String word, int otherwise) {
        return one(word).map(text -> whole(word, text)).orElse(otherwise);
    }

    private static String slip(String text) {
        return text.isBlank() ? "nothing was written there." : "a sign or a unit is in it.";
    }

    static double number(String word, String text) {
        try {
            double value = Double.parseDouble(text);
            if (!Double.isNaN(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw InputException.use(word + " should be a number", "a number such as 0.5", "'" + text + "'", slip(text));
    }

    /** 0.5, or 50%. */
    static double share(String word, String text) {
        String plain = text.strip();
        return plain.endsWith("%")
                ? number(word, plain.substring(0, plain.length() - 1).strip()) / 100
                : number(word, plain);
    }

    static int whole(String word, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw InputException.use(
                    word + " should be a whole number", "a number such as 60", "'" + text + "'", slip(text));
        }
    }

    <T extends Enum<T>> T among(String word, Class<T> type, T otherwise) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(c -> c.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
        return one(word)
                .map(text -> {
                    String lower = text.toLowerCase(java.util.Locale.ROOT);
                    if (!names.contains(lower)) {
                        throw InputException.use(
                                word + " is not known",
                                String.join(", ", names),
                                text,
                                NearestWord.of(lower, names)
                                        .map(near -> "you meant " + near + ".")
                                        .orElse("it is another option."));
                    }
                    return Enum.valueOf(type, lower.toUpperCase(java.util.Locale.ROOT));
                })
                .orElse(otherwise);
    }

    List<Spec> specs(String word) {
        List<Spec> specs = new ArrayList<>();
        for (String text : all(word)) {
            Matcher matcher = SPEC.matcher(text.strip());
            if (!matcher.matches()) {
                throw InputException.use(
                        word + " cannot be read",
                        "WHO[:SECTORS][=AMOUNT][@FROM[..UNTIL]], such as CHN:C26=0.5@10..69",
                        "'" + text + "'",
                        text.isBlank() ? "a variable of your script is empty." : "a sign stands twice.");
            }
            specs.add(new Spec(
                    matcher.group(1).strip(),
                    Optional.ofNullable(matcher.group(2)).map(String::strip),
                    Optional.ofNullable(matcher.group(3)).map(String::strip)));
        }
        return specs;
    }

    /** CHN+KOR:C26,C27. */
    static Selection selection(String who) {
        int colon = who.indexOf(':');
        String economies = colon < 0 ? who : who.substring(0, colon);
        return new Selection(List.of(economies.split("\\+")), colon < 0 ? List.of() : goods(who.substring(colon + 1)));
    }

    static List<String> goods(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** The date of day 0, if any date is said. */
    Optional<LocalDate> start() {
        return one("start")
                .map(text -> date("start", text))
                .or(() -> one("from").filter(DisruptWords::isDate).map(text -> date("from", text)));
    }

    /** What is said about somebody and has no dates. */
    List<Spec> undated(String word) {
        List<Spec> specs = specs(word);
        specs.stream().filter(spec -> spec.when().isPresent()).findFirst().ifPresent(spec -> {
            throw InputException.use(
                    word + " has no dates of its own",
                    word + " without '@'",
                    "'@" + spec.when().get() + "'",
                    "it is there from the first day: leave '@" + spec.when().get() + "' out.");
        });
        return specs;
    }

    /** From and until of the question, or of one shock; a shock that says its beginning alone ends as the question does. */
    Timing timing(Optional<String> own) {
        String[] ends = own.map(text -> text.split("\\.\\.", 2)).orElse(new String[0]);
        int from = ends.length > 0
                ? day("@", ends[0])
                : one("from").map(text -> day("from", text)).orElse(0);
        OptionalInt until = ends.length > 1 ? OptionalInt.of(day("@", ends[1])) : until(from);
        return until.isEmpty() ? Timing.from(from) : Timing.of(from, until.getAsInt() - from + 1);
    }

    private OptionalInt until(int from) {
        OptionalInt until =
                one("until").map(text -> OptionalInt.of(day("until", text))).orElse(OptionalInt.empty());
        if (until.isPresent() && has("days")) {
            throw InputException.use("The end is said twice", "days or until", "both", "leave one of them out.");
        }
        return has("days") ? OptionalInt.of(from + duration() - 1) : until;
    }

    private int duration() {
        int days = whole("days", 1);
        if (days < 1) {
            throw InputException.use(
                    "days is too short to be felt",
                    "at least 1, or none for good",
                    String.valueOf(days),
                    days < 0
                            ? "the sign is wrong: --days %d.".formatted(-days)
                            : "you want it for good: leave --days out.");
        }
        return days;
    }

    private int day(String word, String text) {
        String plain = text.strip();
        if (!isDate(plain)) {
            return whole(word, plain);
        }
        LocalDate zero = start().orElseThrow(
                        () -> InputException.use(
                                "Which date is day 0?",
                                "start, or from, as a date beside '%s %s'".formatted(word, plain),
                                "neither",
                                "it begins at a date too: add '--from YYYY-MM-DD', or '--start YYYY-MM-DD' for a first day before it."));
        return Math.clamp(ChronoUnit.DAYS.between(zero, date(word, plain)), -100_000, 100_000);
    }

    private static boolean isDate(String text) {
        return text.indexOf('-', 1) > 0;
    }

    private static LocalDate date(String word, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw InputException.use(
                    word + " is not a date",
                    "a date such as 2026-04-01, or a day from 0",
                    text,
                    "the month or the day does not exist, or they are swapped.");
        }
    }

    /** NAME=LOW..HIGH. */
    static double[] range(Spec spec) {
        ToDoubleFunction<String> number = text -> number("vary " + spec.who(), text);
        String[] ends = spec.amount().orElse("").split("\\.\\.", 2);
        if (ends.length < 2) {
            throw InputException.use(
                    "The range of " + spec.who() + " cannot be read",
                    "NAME=LOW..HIGH, such as inventory=0.5..2",
                    spec.amount().orElse("nothing"),
                    "two dots are missing between the bounds.");
        }
        return new double[] {number.applyAsDouble(ends[0]), number.applyAsDouble(ends[1])};
    }
}
