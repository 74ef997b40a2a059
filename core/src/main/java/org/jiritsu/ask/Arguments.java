package org.jiritsu.ask;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/**
 * The values of a question's parameters, read and checked, each of which knows where it stood: whatever is wrong with one is
 * answered there, and in the words of that place ({@code --days 60}, {@code days=60}, {@code days: 60}).
 */
public final class Arguments {
    private static final Pattern OPTION = Pattern.compile(
            "--([a-z][a-z-]*)" + "(?: (?!(?:with|without|and|or|alone|is)\\b)([^\\s,;:'\"]*[^\\s,;:'\".]))?");

    private final Spec spec;
    private final Map<String, List<Given>> given;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Arguments(Spec spec, Map<String, List<Given>> given) {
        this.spec = spec;
        this.given = given;
    }

    /**
     * Reads what was given from elsewhere.
     *
     * @param open the parameters that may be given there; the others are unknown
     */
    public static Arguments of(Spec spec, Predicate<Param<?>> open, Map<String, List<Given>> given) {
        List<String> known = spec.all().stream().filter(open).map(Param::name).toList();
        Arguments arguments = new Arguments(spec, given);
        given.forEach((name, all) -> {
            if (!known.contains(name)) {
                throw arguments.at(all.getFirst(), unknown(spec, name, known));
            }
        });
        spec.all().forEach(param -> arguments.values.put(param.name(), arguments.read(param)));
        return arguments;
    }

    private static InputException unknown(Spec spec, String name, List<String> known) {
        return InputException.use(
                "Unknown parameter of " + spec.name(),
                "one of " + String.join(", ", known),
                name,
                NearestWord.of(name, known)
                        .map(near -> "you meant " + near + ".")
                        .orElse("it belongs to another question: 'jiritsu " + spec.name()
                                + " --help' lists what this one takes."));
    }

    /**
     * Reads what was given.
     *
     * @param given values by parameter, as text
     * @throws InputException if a parameter is unknown, said too often, missing, or its value cannot be read
     */
    public static Arguments of(Spec spec, Map<String, List<Given>> given) {
        return of(spec, _ -> true, given);
    }

    private <T> T read(Param<T> param) {
        List<Given> all = given.getOrDefault(param.name(), List.of());
        if (!param.shape().isList() && all.size() > 1) {
            throw at(
                    all.get(1),
                    InputException.use(
                            param.option() + " is said more than once",
                            "one value",
                            String.join(" and ", all.stream().map(Given::text).toList()),
                            "one of them is left over."));
        }
        if (param.shape() == Param.Shape.POSITIONAL && all.isEmpty()) {
            throw InputException.use(
                    "%s is missing".formatted(param.placeholder()),
                    param.type().expected(),
                    "nothing",
                    "'jiritsu %s' is what you want."
                            .formatted(spec.examples().stream()
                                    .findFirst()
                                    .map(words -> spec.name() + " " + String.join(" ", words))
                                    .orElse(spec.name() + " --help")));
        }
        List<Given> parts = all.stream().flatMap(each -> parts(param, each)).toList();
        requireOnce(param, parts);
        List<Object> values =
                parts.stream().<Object>map(each -> naming(param, each)).toList();
        return param.reader().apply(values);
    }

    private void requireOnce(Param<?> param, List<Given> parts) {
        Set<String> before = new HashSet<>();
        for (Given each : parts) {
            if (!before.add(each.text())) {
                throw at(
                        each,
                        InputException.use(
                                "%s says %s twice".formatted(param.option(), each.text()),
                                "each value once",
                                String.join(
                                        ", ", parts.stream().map(Given::text).toList()),
                                "one of them is left over."));
            }
        }
    }

    /** A list given with commas in one value; an empty part is a slip. */
    private Stream<Given> parts(Param<?> param, Given each) {
        if (param.shape() != Param.Shape.LIST && param.shape() != Param.Shape.POSITIONAL_LIST) {
            return Stream.of(each);
        }
        return Stream.of(each.text().split(",", -1)).map(part -> {
            if (part.isBlank()) {
                throw at(
                        each,
                        InputException.use(
                                "An empty value in " + param.option(),
                                "values parted by single commas",
                                "'" + each.text() + "'",
                                "a comma is left over."));
            }
            return new Given(part.strip(), each.place());
        });
    }

    private Object naming(Param<?> param, Given each) {
        try {
            return param.type().read().apply(each.text());
        } catch (InputException e) {
            throw at(
                    each,
                    InputException.use(param.option() + ": " + begin(e.what()), e.expected(), e.found(), e.maybe()));
        }
    }

    private static String begin(String what) {
        return what.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + what.substring(1);
    }

    /** The value of a parameter of this question. */
    @SuppressWarnings("unchecked") // made by the parameter's own reader
    public <T> T get(Param<T> param) {
        if (!values.containsKey(param.name())) {
            throw new IllegalArgumentException(spec.name() + " has no parameter " + param.name());
        }
        return (T) values.get(param.name());
    }

    /** Whether it was said, rather than left at what is usual. */
    public boolean has(Param<?> param) {
        return given.containsKey(param.name());
    }

    /** The texts that were given for a parameter, as they stood. */
    public List<String> texts(Param<?> param) {
        return given.getOrDefault(param.name(), List.of()).stream()
                .map(Given::text)
                .toList();
    }

    /** Everything that was given, by parameter, to ask the same again. */
    public Map<String, List<String>> said() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        given.forEach(
                (name, all) -> said.put(name, all.stream().map(Given::text).toList()));
        return said;
    }

    /** Something is wrong with a parameter's value (or its absence); found is what was given. */
    public InputException wrong(Param<?> param, String what, String expected, String maybe) {
        List<String> texts = texts(param);
        return wrong(param, what, expected, texts.isEmpty() ? "no " + param.option() : String.join(", ", texts), maybe);
    }

    /** The same where what was found is better said in other words. */
    public InputException wrong(Param<?> param, String what, String expected, String found, String maybe) {
        InputException wrong = InputException.use(what, expected, found, maybe);
        return place(param).map(each -> at(each, wrong)).orElseGet(() -> anywhere(wrong));
    }

    private Optional<Given> place(Param<?> param) {
        return given.getOrDefault(param.name(), List.of()).stream().findFirst();
    }

    /** Looks something up for a parameter; a failure is answered at its place. */
    public <R> R check(Param<?> param, Supplier<R> lookUp) {
        try {
            return lookUp.get();
        } catch (InputException e) {
            throw place(param).map(each -> at(each, e)).orElse(e);
        }
    }

    /** The same for the value that was said so many values in, of a parameter that may have several. */
    public <R> R check(Param<?> param, int which, Supplier<R> lookUp) {
        try {
            return lookUp.get();
        } catch (InputException e) {
            List<Given> values = given.getOrDefault(param.name(), List.of()).stream()
                    .flatMap(each -> parts(param, each))
                    .toList();
            throw at(values.get(which), e);
        }
    }

    /** Looks up the value of a parameter; a failure is answered at its place. */
    public <T, R> R look(Param<T> param, Function<T, R> lookUp) {
        return check(param, () -> lookUp.apply(get(param)));
    }

    /** Without a value to point at, in the words of wherever the others stood. */
    private InputException anywhere(InputException wrong) {
        return given.values().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(each -> new Given("", each.place()))
                .map(each -> at(each, wrong))
                .orElse(wrong);
    }

    private InputException at(Given each, InputException e) {
        return switch (each.place()) {
            case Given.Place.Option _ -> e;
            case Given.Place.Query _ -> in(e, "$1=$2", "");
            case Given.Place.Text text -> in(e, "$1: $2", text.where() + ": ");
        };
    }

    /** The same error in the words of another place. */
    private static InputException in(InputException e, String style, String before) {
        Function<String, String> told = text -> OPTION.matcher(text)
                .replaceAll(found -> found.group(2) == null
                        ? found.group(1)
                        : style.replace("$1", found.group(1))
                                .replace("$2", java.util.regex.Matcher.quoteReplacement(found.group(2))));
        String what = before + told.apply(e.what());
        return before.isEmpty()
                ? e.with(what, told.apply(e.expected()), e.found(), told.apply(e.maybe()))
                : InputException.data(what, told.apply(e.expected()), e.found(), told.apply(e.maybe()));
    }
}
