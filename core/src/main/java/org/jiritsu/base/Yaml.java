package org.jiritsu.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A place in a YAML text that knows its line and column, so that every mistake is answered where it stands. */
public final class Yaml {
    private static final int LONGEST = 1 << 18;
    private static final int DEEPEST = 20;
    private static final String FOLDED = "(?<=[\\u3000-\\u9fff\\uff00-\\uffef]) (?=[\\u3000-\\u9fff\\uff00-\\uffef])";

    private final String file;
    private final Node node;

    private Yaml(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    public static Yaml parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST)
                .setAllowDuplicateKeys(false)
                .setParseComments(false)
                .build();
        if (text.length() > LONGEST) {
            throw InputException.data(
                    file + " is too long", "at most 256 KB", text.length() / 1024 + " KB", "it is another file.");
        }
        try {
            requirePlain(file, new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            return new Yaml(
                    file,
                    root.orElseThrow(() -> InputException.data(
                            file + " is empty", "key: value", "nothing", "the file was not saved.")));
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark().map(m -> place(file, m)).orElse(file);
            throw InputException.data(
                    place + ": this is not YAML",
                    "key: value, lists with '- ', indentation by spaces",
                    e.getProblem(),
                    text.contains("\t")
                            ? "a tab was used: indent by spaces."
                            : "a text with ':' or '#' in it needs quotation marks, or the indentation is off.");
        } catch (YamlEngineException e) {
            throw InputException.data(
                    file + " cannot be read as YAML", "YAML", String.valueOf(e.getMessage()), "it is another file.");
        }
    }

    /** From the stream of events, so that a hostile depth or web of aliases is never built. */
    private static void requirePlain(String file, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            boolean anchored =
                    event instanceof NodeEvent node && node.getAnchor().isPresent(); // an alias has one too
            if (depth > DEEPEST || anchored) {
                throw InputException.data(
                        event.getStartMark().map(m -> place(file, m)).orElse(file) + ": only plain YAML is read",
                        "no anchors or aliases, and at most " + DEEPEST + " levels",
                        anchored ? "an anchor or alias" : "more levels",
                        "write the value out where it is needed.");
            }
        }
    }

    /** File, line and column, counted from one. */
    public String place() {
        return node.getStartMark().map(m -> place(file, m)).orElse(file);
    }

    private static String place(String file, Mark mark) {
        return "%s, line %d, column %d".formatted(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    public InputException wrong(String what, String expected, String found, String maybe) {
        return InputException.data(place() + ": " + what, expected, found, maybe);
    }

    /** The entries of a mapping, whose keys must be among these; nothing at all counts as an empty one. */
    public Map<String, Yaml> entries(Collection<String> keys) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            return Map.of();
        }
        if (!(node instanceof MappingNode map)) {
            throw wrong("this should hold keys", "some of: " + String.join(", ", keys), found(), "a ':' is missing.");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Yaml key = new Yaml(file, tuple.getKeyNode());
            String name = key.text();
            if (!keys.contains(name)) {
                throw key.wrong(
                        "unknown key",
                        "one of: " + String.join(", ", keys),
                        name,
                        NearestWord.of(name, keys)
                                .map(near -> "you meant '" + near + "'.")
                                .orElse("it belongs to another step, or is not needed."));
            }
            if (entries.put(name, new Yaml(file, tuple.getValueNode())) != null) {
                throw key.wrong(
                        "this key stands twice", "each key once", name, "one of the two is left over: remove it.");
            }
        }
        return entries;
    }

    public List<Yaml> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("this should be a list", "[a, b] or lines that begin with '- '", found(), "put it in [ ].");
        }
        List<Yaml> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new Yaml(file, item)));
        return items;
    }

    /** The items of a list, or one value as a list of its own. */
    public List<Yaml> items() {
        return node instanceof ScalarNode ? List.of(this) : list();
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("this should be a text", "one value", found(), "the '-' or the ':' is one too many.");
        }
        return scalar.getValue().strip();
    }

    /**
     * A text, or the one of a language where there is one for each ({@code en:}, {@code ja:}); the other if it has none.
     * Where a line of Japanese was folded there is no blank.
     *
     * @param languages the codes that may stand there, the wanted one first
     */
    public String told(List<String> languages) {
        Yaml told = this;
        if (node instanceof MappingNode) {
            Map<String, Yaml> each = entries(languages);
            told = Optional.ofNullable(each.get(languages.getFirst()))
                    .or(() -> each.values().stream().findFirst())
                    .orElseThrow(() ->
                            wrong("this text is missing", "en: or ja: with a text", "neither", "it was forgotten."));
        }
        return told.text().replaceAll(FOLDED, "");
    }

    /** One value, or each of a list. */
    public List<String> texts() {
        return node instanceof SequenceNode ? list().stream().map(Yaml::text).toList() : List.of(text());
    }

    /** Whether it holds keys. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Its keys with their values, whatever they are. */
    public Map<String, Yaml> anyEntries() {
        if (!(node instanceof MappingNode map)) {
            throw wrong("this should hold keys", "key: value", found(), "a ':' is missing.");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>();
        map.getValue()
                .forEach(each ->
                        entries.put(new Yaml(file, each.getKeyNode()).text(), new Yaml(file, each.getValueNode())));
        return entries;
    }

    public String textAmong(Collection<String> words) {
        String text = text();
        if (!words.contains(text)) {
            throw wrong(
                    "this word is not known here",
                    "one of: " + String.join(", ", words),
                    text,
                    NearestWord.of(text, words)
                            .map(near -> "you meant '" + near + "'.")
                            .orElse("it is spelt another way."));
        }
        return text;
    }

    public int whole(int least, int most) {
        return number(
                "a whole number from %d to %d".formatted(least, most),
                Integer::parseInt,
                value -> value >= least && value <= most);
    }

    public double share(boolean zero) {
        return number(
                "a share %s 0 and below 1, such as 0.01".formatted(zero ? "from" : "above"),
                Double::parseDouble,
                value -> (zero ? value >= 0 : value > 0) && value < 1);
    }

    private <T extends Number> T number(String expected, Function<String, T> parse, Function<T, Boolean> accepted) {
        String text = text();
        try {
            T value = parse.apply(text);
            if (accepted.apply(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("this should be a number", expected, "'" + text + "'", "a sign or a unit is in it.");
        }
        throw wrong("this number is out of range", expected, text, "per cent was meant: write 0.01 for 1%.");
    }

    /** Runs a look-up of the value and answers its failure at this place. */
    public <T> T checked(Function<String, T> lookUp) {
        return checkedAs(text(), lookUp);
    }

    /** Runs a look-up that this place asks for and answers its failure here. */
    public <T> T checkedAs(String text, Function<String, T> lookUp) {
        try {
            return lookUp.apply(text);
        } catch (InputException e) {
            throw e.at(place());
        }
    }

    private String found() {
        return switch (node) {
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            case SequenceNode sequence -> "a list";
            default -> "keys";
        };
    }
}
