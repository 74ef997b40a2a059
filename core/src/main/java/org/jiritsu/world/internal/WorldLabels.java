package org.jiritsu.world.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jiritsu.base.InputException;
import org.jiritsu.base.InputFile;
import org.jiritsu.base.Said;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Everything of a world but its numbers, as it stands in {@code world.json}. */
public record WorldLabels(About about, List<Economy> economies, List<Sector> sectors, List<FinalUse> finalUses) {
    public static WorldLabels of(World world) {
        return new WorldLabels(world.about(), world.economies(), world.sectors(), world.finalUses());
    }

    WorldLabels from(List<InputFile> inputs) {
        return new WorldLabels(about.from(inputs), economies, sectors, finalUses);
    }

    public String toJson() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", about.id());
        described.put("title", said(about.title()));
        described.put("year", about.year());
        described.put("unit", said(about.unit()));
        described.put("source", said(about.source()));
        described.put("licence", said(about.licence()));
        described.put("valueAdded", said(about.valueAdded()));
        described.put("notes", about.notes().stream().map(WorldLabels::said).toList());
        if (!about.inputs().isEmpty()) {
            described.put(
                    "inputs",
                    about.inputs().stream()
                            .map(f -> fields("name", f.name(), "sha256", f.sha256()))
                            .toList());
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("about", described);
        all.put(
                "economies",
                economies.stream()
                        .map(e -> fields("code", e.code(), "name", e.name()))
                        .toList());
        all.put(
                "sectors",
                sectors.stream()
                        .map(s -> fields("code", s.code(), "classification", s.classification(), "name", s.name()))
                        .toList());
        all.put(
                "finalUses",
                finalUses.stream()
                        .map(u -> fields("code", u.code(), "name", u.name(), "inventories", u.inventories()))
                        .toList());
        return Json.text(all, true) + "\n";
    }

    /** One text, or one for each language. */
    private static Object said(Said said) {
        return said.english().equals(said.japanese())
                ? said.english()
                : fields("en", said.english(), "ja", said.japanese());
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int k = 0; k < namesAndValues.length; k += 2) {
            fields.put(namesAndValues[k].toString(), namesAndValues[k + 1]);
        }
        return fields;
    }

    static WorldLabels parse(byte[] json, Path file) {
        try {
            Fields all = new Fields("world.json", Json.parse(json));
            Fields about = all.fields("about");
            return new WorldLabels(
                    new About(
                            about.text("id"),
                            about.said("title"),
                            about.get("year", Integer.class),
                            about.said("unit"),
                            about.said("source"),
                            about.said("licence"),
                            about.said("valueAdded"),
                            about.list("notes", Fields::said),
                            about.has("inputs")
                                    ? about.list("inputs", f -> new InputFile(f.text("name"), f.text("sha256")))
                                    : List.of()),
                    all.list("economies", e -> new Economy(e.text("code"), e.text("name"))),
                    all.list("sectors", s -> new Sector(s.text("code"), s.text("classification"), s.text("name"))),
                    all.list(
                            "finalUses",
                            u -> new FinalUse(u.text("code"), u.text("name"), u.get("inventories", Boolean.class))));
        } catch (JacksonException e) {
            throw unreadable(file, e.getOriginalMessage());
        } catch (UnfitException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static InputException unreadable(Path file, String found) {
        return InputException.data(
                file + ": the labels in world.json cannot be read",
                "about, economies, sectors and finalUses",
                found,
                "the file was written by another version: import the table again.");
    }

    /** A field is missing or of another kind. */
    private static final class UnfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnfitException(String message) {
            super(message);
        }
    }

    private record Fields(String place, @Nullable Object content) {
        <T> T get(String name, Class<T> kind) {
            Object value = content instanceof Map<?, ?> fields ? fields.get(name) : null;
            if (!kind.isInstance(value)) {
                throw new UnfitException("%s: no %s '%s'"
                        .formatted(place, kind.getSimpleName().toLowerCase(java.util.Locale.ROOT), name));
            }
            return kind.cast(value);
        }

        boolean has(String name) {
            return content instanceof Map<?, ?> fields && fields.containsKey(name);
        }

        String text(String name) {
            return get(name, String.class);
        }

        Fields fields(String name) {
            return new Fields(name, get(name, Map.class));
        }

        <T> List<T> list(String name, Function<Fields, T> item) {
            List<?> items = get(name, List.class);
            return items.stream().map(i -> item.apply(new Fields(name, i))).toList();
        }

        Said said(String name) {
            return new Fields(name, content instanceof Map<?, ?> fields ? fields.get(name) : null).said();
        }

        private Said said() {
            return content instanceof String text ? Said.of(text) : new Said(text("en"), text("ja"));
        }
    }
}
