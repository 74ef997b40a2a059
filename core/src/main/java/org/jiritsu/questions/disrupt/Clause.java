package org.jiritsu.questions.disrupt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.ask.Type;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Recovery;

/**
 * One thing that is said about somebody: {@code WHO[:SECTORS][=AMOUNT][@FROM[..UNTIL]][~[SHAPE/]DAYS]}, such as {@code
 * CHN:C26=0.5@10..69~linear/30}.
 */
record Clause(
        String who, Optional<String> amount, Optional<Moment> from, Optional<Moment> until, Optional<Ending> ending) {
    private static final Pattern SHAPE = Pattern.compile("([^=@~]+)(?:=([^@~]+))?(?:@([^~]+))?(?:~(.+))?");
    private static final Pattern RANGE = Pattern.compile("\\.\\.");

    /** A share may follow, as in {@code CHN:C26=0.5}. */
    static final Type<Clause> SHARE =
            type("WHO[:SECTORS][=SHARE][@FROM[..UNTIL]][~[SHAPE/]DAYS], such as CHN:C26=0.5@10..69", c -> c.share(1));
    /** Days must follow, as in {@code CHN:C26=14}. */
    static final Type<Clause> DELAY =
            type("WHO[:SECTORS]=DAYS[@FROM[..UNTIL]], such as CHN:C26=14", c -> c.whole("CHN:C26=14"));
    /** A share and a time to reach it, as in {@code C26=0.3/60}. */
    static final Type<Clause> RAMP = type("SECTORS=SHARE[/DAYS][@FROM[..UNTIL]], such as C26=0.3/60", Clause::ramp);
    /** Days of use and a daily release, as in {@code C26=30/0.5}. */
    static final Type<Clause> PILE = type("GOODS=DAYS[/DAILY], such as C26=30", c -> {
        c.requireUndated();
        c.pile();
    });
    /** Days, for all or some goods: {@code 10}, {@code C26=30}, {@code sourced}. */
    static final Type<Clause> INVENTORY = type("DAYS, GOODS=DAYS or sourced", c -> {
        c.requireUndated();
        c.amount().ifPresentOrElse(Types::number, () -> {
            if (!c.who().equals("sourced")) {
                Types.number(c.who());
            }
        });
    });
    /** Sizes, as in {@code C26=0,5,10}. */
    static final Type<Clause> SIZES = type("GOOD[=SIZES], such as C26=0,5,10", c -> {
        c.requireUndated();
        c.numbers();
    });
    /** Bounds, as in {@code inventory=0.5..2}. */
    static final Type<Clause> BOUNDS = type("NAME=LOW..HIGH, such as inventory=0.5..2", Clause::bounds);

    /** How it ends, in a shape or in the usual one, and in how many days. */
    record Ending(Optional<Recovery> shape, int days) {
        static Ending of(String text) {
            String[] parts = text.strip().split("/", 2);
            Optional<Recovery> shape = Arrays.stream(Recovery.values())
                    .filter(r -> r.name().equalsIgnoreCase(parts[0].strip()))
                    .findFirst();
            boolean days = parts.length > 1 || shape.isEmpty();
            return new Ending(shape, days ? number(parts[parts.length - 1].strip()) : 0);
        }
    }

    /** Somebody, of whom nothing more is said. */
    static Clause naming(String who) {
        return new Clause(who, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A share to reach, within so many days. */
    record Ramp(double share, int days) {}

    /** So many days of use, of which so many leave a day at most. */
    record Pile(double days, double daily) {}

    private static Type<Clause> type(String expected, Consumer<Clause> check) {
        return new Type<>(
                Type.Kind.TEXT,
                List.of(),
                Clause.class,
                text -> {
                    Clause clause = of(text, expected);
                    check.accept(clause);
                    return clause;
                },
                expected);
    }

    private static Clause of(String text, String expected) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw InputException.use(
                    "This cannot be read",
                    expected,
                    "'" + text + "'",
                    text.isBlank() ? "a variable of your script is empty." : "a sign stands twice.");
        }
        String[] ends = matcher.group(3) == null ? new String[0] : RANGE.split(matcher.group(3), 2);
        return new Clause(
                matcher.group(1).strip(),
                Optional.ofNullable(matcher.group(2)).map(String::strip),
                ends.length > 0 ? Optional.of(Moment.of(ends[0])) : Optional.empty(),
                ends.length > 1 ? Optional.of(Moment.of(ends[1])) : Optional.empty(),
                Optional.ofNullable(matcher.group(4)).map(Ending::of));
    }

    /** The economies of CHN+KOR:C26,C27. */
    List<String> economies() {
        int colon = who.indexOf(':');
        return split(colon < 0 ? who : who.substring(0, colon), "\\+");
    }

    /** The sectors of CHN+KOR:C26,C27; empty where none are named. */
    List<String> sectors() {
        int colon = who.indexOf(':');
        return colon < 0 ? List.of() : split(who.substring(colon + 1), ",");
    }

    /** Where only goods are named: C26,C27. */
    List<String> goods() {
        return split(who, ",");
    }

    private static List<String> split(String text, String sign) {
        return Arrays.stream(text.split(sign, -1)).map(String::strip).toList();
    }

    double share(double otherwise) {
        return amount.map(Types::share).orElse(otherwise);
    }

    int whole(String example) {
        return number(required(example));
    }

    private static int number(String text) {
        return Types.whole(Integer.MIN_VALUE, Integer.MAX_VALUE).read().apply(text);
    }

    Ramp ramp() {
        String[] parts = required("C26=0.3/60").split("/", 2);
        return new Ramp(Types.share(parts[0]), parts.length > 1 ? number(parts[1]) : 0);
    }

    Pile pile() {
        String[] parts = required("C26=30").split("/", 2);
        Pile pile =
                new Pile(Types.number(parts[0]), parts.length > 1 ? Types.number(parts[1]) : Double.POSITIVE_INFINITY);
        if (pile.days() < 0 || !(pile.daily() > 0)) {
            throw InputException.use(
                    "No such stockpile of " + who,
                    "DAYS of 0 or more, a release above 0 a day",
                    String.join("/", parts),
                    pile.days() < 0 ? "the sign is wrong." : "the release is left out: %s=30.".formatted(who));
        }
        return pile;
    }

    /** Those after '=', if there are any. */
    Optional<List<Double>> numbers() {
        return amount.map(text -> split(text, ",").stream().map(Types::number).toList());
    }

    double[] bounds() {
        String[] ends = RANGE.split(amount.orElse(""), 2);
        if (ends.length < 2) {
            throw InputException.use(
                    "The range of " + who + " cannot be read",
                    "NAME=LOW..HIGH, such as inventory=0.5..2",
                    amount.orElse("nothing"),
                    "two dots are missing between the bounds.");
        }
        return new double[] {Types.number(ends[0]), Types.number(ends[1])};
    }

    private String required(String example) {
        return amount.orElseThrow(
                () -> InputException.use("How much?", example, who + " alone", "the part from '=' on is missing."));
    }

    private void requireUndated() {
        if (from.isPresent() || ending.isPresent()) {
            throw InputException.use(
                    "This has no dates of its own",
                    who + " without '@' or '~'",
                    from.isPresent() ? "'@'" : "'~'",
                    "it is there from the first day: leave the sign and what follows out.");
        }
    }
}
