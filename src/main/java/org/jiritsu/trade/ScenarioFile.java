package org.jiritsu.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.world.InputException;
import org.jiritsu.world.Nearest;
import org.jiritsu.world.Reach;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a scenario from YAML. */
final class ScenarioFile {
    private static final Set<String> TOP = Set.of("title", "sources", "notes", "worlds", "changes");
    private static final Map<String, Scenario.Instrument> INSTRUMENTS = Map.of(
            "tariff", Scenario.Instrument.TARIFF,
            "tariff_add", Scenario.Instrument.TARIFF_ADD,
            "tariff_floor", Scenario.Instrument.TARIFF_FLOOR,
            "trade_cost", Scenario.Instrument.TRADE_COST,
            "export_tax", Scenario.Instrument.EXPORT_TAX);
    private static final Set<String> OTHER_INSTRUMENTS = Set.of("ban", "rates", "schedule");
    private static final Set<String> LINE = Stream.of(
                    Set.of("importer", "exporter", "sector"), INSTRUMENTS.keySet(), OTHER_INSTRUMENTS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final String CP_2005 = "cp1993-2005";

    private final Path file;

    private ScenarioFile(Path file) {
        this.file = file;
    }

    static Scenario read(Path file) {
        ScenarioFile reader = new ScenarioFile(file);
        String name = file.getFileName().toString();
        return reader.scenario(name.substring(0, name.lastIndexOf('.')), reader.load());
    }

    static Scenario of(String id, Map<String, Object> content, Path file) {
        return new ScenarioFile(file).scenario(id, content);
    }

    private Scenario scenario(String id, Object content) {
        Map<String, Object> top = map(content, "the scenario");
        top.keySet().forEach(key -> requireKnown(key, TOP));
        List<Scenario.Change> changes = new ArrayList<>();
        if (!(top.get("changes") instanceof List<?> lines) || lines.isEmpty()) {
            throw bad("no changes", "changes: a list of lines with importer, exporter, sector and a rate", "none",
                    "the list is not indented under 'changes:'.");
        }
        for (Object line : lines) {
            changes.add(change(map(line, "a line of changes")));
        }
        return new Scenario(id, top.getOrDefault("title", id).toString(),
                words(top.getOrDefault("sources", List.of())), words(top.getOrDefault("notes", List.of())),
                top.getOrDefault("worlds", "*").toString(), changes);
    }

    private Object load() {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
            return new Load(settings).loadFromString(Files.readString(Reach.require(file)));
        } catch (NoSuchFileException e) {
            throw InputException.use("There is no such file", "a scenario in YAML", file.toString(),
                    "the path is relative to another folder.");
        } catch (YamlEngineException e) {
            throw bad("not YAML", "key: value lines", String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "a quotation mark or bracket is open, or the indentation is off.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scenario.Change change(Map<String, Object> line) {
        line.keySet().forEach(key -> requireKnown(key, LINE));
        return new Scenario.Change(
                words(line.getOrDefault("importer", "*")),
                words(line.getOrDefault("exporter", "*")),
                words(line.getOrDefault("sector", "*")),
                rates(line));
    }

    private Scenario.Rates rates(Map<String, Object> line) {
        List<String> given = line.keySet().stream()
                .filter(k -> INSTRUMENTS.containsKey(k) || OTHER_INSTRUMENTS.contains(k))
                .toList();
        if (given.size() != 1) {
            throw bad("a line of changes with %d instruments".formatted(given.size()),
                    "one of tariff, tariff_add, tariff_floor, trade_cost, export_tax, ban, rates, schedule",
                    given.isEmpty() ? "none" : String.join(", ", given), "two lines are meant.");
        }
        String key = given.getFirst();
        return switch (key) {
            case "ban" -> new Scenario.Flat(Scenario.Instrument.BAN, 0);
            case "rates" -> table(Reach.require(file.resolveSibling(line.get(key).toString())));
            case "schedule" -> schedule(line.get(key).toString());
            default -> new Scenario.Flat(INSTRUMENTS.get(key), rate(line.get(key)));
        };
    }

    private Scenario.Rates schedule(String name) {
        if (!name.equals(CP_2005)) {
            throw bad("an unknown schedule", CP_2005, name, "you meant " + CP_2005 + ".");
        }
        return new Scenario.Schedule(CaliendoParro.read(file.resolveSibling("../cp1993")).tariffs2005());
    }

    private static Scenario.ByPartner table(Path csv) {
        Map<String, Scenario.PartnerRate> rates = new LinkedHashMap<>();
        CsvFile.read(csv, "economy,rate,kind,us_imports_2023_kusd", record -> rates.put(record.getField("economy"),
                new Scenario.PartnerRate(
                        new Scenario.Flat(kind(csv, record.getField("kind"), CsvFile.place(csv, record)),
                                CsvFile.number(csv, record, "rate")),
                        CsvFile.number(csv, record, "us_imports_2023_kusd"))));
        return new Scenario.ByPartner(rates);
    }

    private static Scenario.Instrument kind(Path csv, String word, String place) {
        return switch (word) {
            case "add" -> Scenario.Instrument.TARIFF_ADD;
            case "floor" -> Scenario.Instrument.TARIFF_FLOOR;
            case "set" -> Scenario.Instrument.TARIFF;
            default -> throw InputException.data(place + ": unknown kind of rate", "add, floor or set", word,
                    "it is misspelt in " + csv.getFileName() + ".");
        };
    }

    /** {@code 15%}, or a bare fraction up to 1 such as 0.15. */
    private double rate(Object value) {
        String text = value.toString().strip();
        try {
            if (text.endsWith("%")) {
                return Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100;
            }
            double fraction = Double.parseDouble(text);
            if (Math.abs(fraction) <= 1) {
                return fraction;
            }
            throw bad("a rate without its percent sign", "15% or 0.15", text,
                    String.format(Locale.ROOT, "%s%% was meant.", text));
        } catch (NumberFormatException e) {
            throw bad("a rate that is no number", "15% or 0.15", text, "a decimal comma: write 12.5%.");
        }
    }

    private void requireKnown(String key, Set<String> known) {
        if (!known.contains(key)) {
            throw bad("an unknown key", "one of " + String.join(", ", known.stream().sorted().toList()), key,
                    Nearest.of(key, known).map(near -> "you meant '" + near + "'.").orElse("it is misspelt."));
        }
    }

    private Map<String, Object> map(Object value, String what) {
        if (!(value instanceof Map<?, ?> raw)) {
            throw bad(what + " is not made of keys and values", "key: value", String.valueOf(value),
                    "a blank after ':' is missing.");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        raw.forEach((key, item) -> map.put(String.valueOf(key), item));
        return map;
    }

    private static List<String> words(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(value.toString());
    }

    private InputException bad(String what, String expected, String found, String maybe) {
        return InputException.data(file + ": " + what, expected, found, maybe);
    }
}
