package org.jiritsu.hedge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Yaml;

/** The keys of one place in a menu or futures file. */
final class Fields {
    private static final double MOST = 1e15;

    private final Yaml at;
    private final Map<String, Yaml> fields;

    Fields(Yaml at, Collection<String> keys) {
        this.at = at;
        this.fields = at.entries(keys);
    }

    static Yaml open(Path file, String what) {
        String name = String.valueOf(FileAccess.require(file).getFileName());
        try {
            return Yaml.parse(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no file " + name, what + " as YAML", "nothing at " + file, "the path has a slip.");
        } catch (IOException e) {
            throw InputException.use(
                    "The file " + name + " cannot be read",
                    what + " as text in UTF-8",
                    String.valueOf(e.getMessage()),
                    "it is another file.");
        }
    }

    String place() {
        return at.place();
    }

    InputException wrong(String what, String expected, String found, String maybe) {
        return at.wrong(what, expected, found, maybe);
    }

    Optional<Yaml> optional(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    Yaml required(String key, String why) {
        return optional(key)
                .orElseThrow(() -> at.wrong(
                        "'" + key + "' is missing",
                        why,
                        String.join(", ", fields.keySet()),
                        "the line was forgotten."));
    }

    String text(String key, String why) {
        Yaml value = required(key, why);
        if (value.text().isEmpty()) {
            throw value.wrong("'" + key + "' is empty", why, "nothing", "the text was forgotten.");
        }
        return value.text();
    }

    /** At least one item. */
    List<Yaml> items(String key, String why) {
        Yaml value = required(key, why);
        List<Yaml> items = value.items();
        if (items.isEmpty()) {
            throw value.wrong("'" + key + "' is empty", why, "[]", "its lines were left out.");
        }
        return items;
    }

    List<String> texts(String key) {
        return optional(key).map(Yaml::texts).orElse(List.of());
    }

    /** In both languages. */
    Label label(String key, String why) {
        Yaml value = required(key, why);
        return new Label(value.told(List.of("en", "ja")), value.told(List.of("ja", "en")));
    }

    /** A finite number between two bounds, both allowed. */
    static double number(Yaml value, double least, double most, String expected) {
        String text = value.text();
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw value.wrong("this should be a number", expected, "'" + text + "'", "a sign or a unit is in it.");
        }
        if (!(number >= least && number <= most)) {
            throw value.wrong(
                    "this number is out of range", expected, text, "another unit was meant: a share of 1% is 0.01.");
        }
        return number;
    }

    double number(String key, double least, double most, String why) {
        return number(required(key, why), least, most, why);
    }

    double number(String key, double usual, double least, double most, String why) {
        return optional(key).map(value -> number(value, least, most, why)).orElse(usual);
    }

    double positive(String key, String why) {
        double value = number(key, 0, MOST, why);
        if (value == 0) {
            throw required(key, why).wrong("'" + key + "' is zero", why, "0", "a figure is missing.");
        }
        return value;
    }

    boolean flag(String key) {
        return optional(key)
                .map(value -> value.textAmong(List.of("true", "false")).equals("true"))
                .orElse(false);
    }

    /** One number, or two as a range; the word stands for no end. */
    Futures.Range range(String key, Optional<Futures.Range> usual, double most, String endless, String why) {
        Optional<Yaml> value = optional(key);
        if (value.isEmpty() && usual.isPresent()) {
            return usual.get();
        }
        Yaml given = required(key, why);
        List<Double> ends = new ArrayList<>();
        for (Yaml end : given.items()) {
            ends.add(
                    !endless.isEmpty() && end.text().equals(endless)
                            ? Double.POSITIVE_INFINITY
                            : number(end, 0, most, why));
        }
        boolean ordered = ends.size() == 1 || ends.size() == 2 && ends.getFirst() <= ends.getLast();
        if (!ordered || ends.size() == 2 && ends.getLast().isInfinite()) {
            throw given.wrong(
                    "this is no range",
                    "one number, or [least, most]" + (endless.isEmpty() ? "" : ", or " + endless),
                    String.join(", ", given.texts()),
                    ends.size() == 2 ? "the two ends are swapped." : "two numbers in [ ] were meant.");
        }
        return new Futures.Range(ends.getFirst(), ends.getLast());
    }
}
