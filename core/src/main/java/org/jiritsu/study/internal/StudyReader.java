package org.jiritsu.study.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Yaml;
import org.jiritsu.study.Study;
import org.jiritsu.study.Study.Step;
import org.jiritsu.world.World;

/** Reads a study and has each of its questions checked against the worlds it names, before anything is computed. */
public final class StudyReader {
    private static final List<String> KEYS = List.of("title", "language", "home", "worlds", "summary", "steps");

    /** What every step may say beside the parameters of its question. */
    private static final List<String> OF_A_STEP = List.of("title", "text", "show");

    private static final int MOST_SHOWN = 100;

    private final Catalogue catalogue;
    private final Session session;
    private final Language language;

    private StudyReader(Catalogue catalogue, Session session) {
        this.catalogue = catalogue;
        this.session = session;
        this.language = session.words().language();
    }

    /** In the language that the study names, or else in that of the session. */
    public static Study read(String file, String text, Catalogue catalogue, Session session) {
        Yaml root = Yaml.parse(file, text);
        Map<String, Yaml> entries = root.entries(KEYS);
        Language language = Optional.ofNullable(entries.get("language"))
                .map(value -> value.textAmong(
                        Arrays.stream(Language.values()).map(Language::code).toList()))
                .flatMap(Language::of)
                .orElse(session.words().language());
        return new StudyReader(catalogue, session.in(language)).study(root, entries, text);
    }

    /** The title alone. */
    public static String title(String file, String text, Language language) {
        Yaml root = Yaml.parse(file, text);
        return required(root, root.entries(KEYS), "title", "a title").told(languages(language));
    }

    /** Their codes, this one first. */
    private static List<String> languages(Language first) {
        return Stream.concat(Stream.of(first), Arrays.stream(Language.values()))
                .distinct()
                .map(Language::code)
                .toList();
    }

    private Study study(Yaml root, Map<String, Yaml> entries, String source) {
        Yaml listed = required(root, entries, "worlds", "[icio2022]");
        List<String> worlds = worlds(listed);
        Yaml homeEntry = required(root, entries, "home", "JPN");
        worlds.forEach(id -> economy(homeEntry, session.world(id)));
        String home = economy(homeEntry, session.world(worlds.getLast()));
        Surroundings around = new Surroundings(
                given(homeEntry, home),
                worlds.stream().map(id -> given(listed, id)).toList());
        List<Step> steps = new ArrayList<>();
        for (Yaml step : required(root, entries, "steps", "a list of steps").list()) {
            steps.add(step(step, around));
        }
        if (steps.isEmpty()) {
            throw Objects.requireNonNull(entries.get("steps"))
                    .wrong(
                            "nothing to do",
                            "at least one step",
                            "an empty list",
                            "'- partners:' is a good first step.");
        }
        return new Study(
                source,
                language,
                required(root, entries, "title", "a title").told(languages(language)),
                home,
                worlds,
                told(entries, "summary"),
                steps);
    }

    /** What the head of a study says for every step that does not say it itself. */
    private record Surroundings(Given home, List<Given> worlds) {}

    private List<String> worlds(Yaml list) {
        List<String> worlds = new ArrayList<>();
        for (Yaml id : list.list()) {
            worlds.add(id.checked(text -> session.world(text).id()));
        }
        if (worlds.isEmpty()) {
            throw list.wrong(
                    "no world to ask", "at least one world id", "an empty list", "'jiritsu worlds' lists them.");
        }
        return worlds;
    }

    private static Yaml required(Yaml parent, Map<String, Yaml> entries, String key, String example) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(() -> parent.wrong(
                        "the key '" + key + "' is missing",
                        key + ": " + example,
                        "only " + new TreeSet<>(entries.keySet()),
                        "it is indented too far, or was forgotten."));
    }

    private static String economy(Yaml value, World world) {
        return value.checked(text -> world.economies().get(world.economy(text)).code());
    }

    private String told(Map<String, Yaml> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .map(value -> value.told(languages(language)))
                .orElse("");
    }

    private Step step(Yaml item, Surroundings around) {
        Map<String, Yaml> named = item.entries(catalogue.steps());
        if (named.size() != 1) {
            throw item.wrong(
                    "a step has one name",
                    "one of: " + String.join(", ", catalogue.steps()),
                    named.isEmpty() ? "none" : String.join(" and ", named.keySet()),
                    "each step needs a '- ' of its own, and its parameters two more spaces.");
        }
        String name = named.keySet().iterator().next();
        Catalogue.Step asked = catalogue.step(name).orElseThrow();
        Spec spec = asked.question().spec();
        Map<String, Yaml> entries = Objects.requireNonNull(named.get(name)).entries(keys(spec));
        Map<String, List<Given>> given = arguments(spec, asked.presets(), entries, around, item);
        try {
            Arguments arguments = Arguments.of(spec, given);
            return new Step(
                    name,
                    told(entries, "title"),
                    told(entries, "text"),
                    Optional.ofNullable(entries.get("show")).map(rows -> rows.whole(1, MOST_SHOWN)),
                    arguments.said(),
                    session.plan(asked.question(), arguments));
        } catch (InputException e) {
            throw e.kind() == InputException.Kind.DATA ? e : e.at(item.place());
        }
    }

    private static List<String> keys(Spec spec) {
        return Stream.concat(OF_A_STEP.stream(), spec.all().stream().flatMap(StudyReader::written))
                .distinct()
                .toList();
    }

    /** A list may be named in the plural. */
    private static Stream<String> written(Param<?> param) {
        return param.shape().isList() ? Stream.of(param.name(), param.name() + "s") : Stream.of(param.name());
    }

    /** What the step says, else its form, else the head of the study. */
    private static Map<String, List<Given>> arguments(
            Spec spec, List<Spec.Preset> presets, Map<String, Yaml> entries, Surroundings around, Yaml item) {
        Map<String, List<Given>> given = new LinkedHashMap<>();
        spec.all()
                .forEach(param -> written(param)
                        .filter(entries::containsKey)
                        .forEach(key -> given.put(param.name(), values(Objects.requireNonNull(entries.get(key))))));
        for (Spec.Preset preset : presets) {
            boolean ofTheStudy = preset.text().equals(Spec.Preset.OF_THE_STUDY);
            given.putIfAbsent(preset.param(), ofTheStudy ? around.worlds() : List.of(given(item, preset.text())));
        }
        if (spec.param("home").isPresent()) {
            given.putIfAbsent("home", List.of(around.home()));
        }
        if (!given.containsKey("worlds")) {
            given.putIfAbsent("world", List.of(around.worlds().getLast()));
        }
        return given;
    }

    /** One value or each of a list; of a list within, joined by commas, of a mapping {@code key=value key=value}. */
    private static List<Given> values(Yaml value) {
        return (value.isMapping() ? List.of(value) : value.items())
                .stream()
                        .map(each -> given(each, each.isMapping() ? mapping(each) : String.join(",", each.texts())))
                        .toList();
    }

    private static String mapping(Yaml value) {
        return value.anyEntries().entrySet().stream()
                .map(each ->
                        each.getKey() + "=" + String.join(",", each.getValue().texts()))
                .collect(Collectors.joining(" "));
    }

    private static Given given(Yaml at, String text) {
        return new Given(text, new Given.Place.Text(at.place()));
    }
}
