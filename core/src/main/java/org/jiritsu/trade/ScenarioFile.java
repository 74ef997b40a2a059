package org.jiritsu.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.Csv;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Said;
import org.jiritsu.base.Yaml;

/** Reads a scenario from YAML. */
final class ScenarioFile {
    private static final Set<String> TOP = Set.of("title", "sources", "notes", "notes_ja", "worlds", "changes");
    private static final Map<String, TradeScenario.Instrument> INSTRUMENTS = Map.of(
            "tariff", TradeScenario.Instrument.TARIFF,
            "tariff_add", TradeScenario.Instrument.TARIFF_ADD,
            "tariff_floor", TradeScenario.Instrument.TARIFF_FLOOR,
            "trade_cost", TradeScenario.Instrument.TRADE_COST,
            "export_tax", TradeScenario.Instrument.EXPORT_TAX);
    private static final String BAN = "ban";
    private static final Set<String> IN_FILES = Set.of("rates", "rates_by_sector", "schedule");
    private static final List<String> NAMES = List.of("importer", "exporter", "sector");
    private static final List<String> KEYS = Stream.of(
                    NAMES, INSTRUMENTS.keySet().stream().sorted().toList(), List.of(BAN))
            .flatMap(List::stream)
            .toList();
    private static final Set<String> FILE_KEYS =
            Stream.concat(KEYS.stream(), IN_FILES.stream()).collect(Collectors.toUnmodifiableSet());
    private static final String CP_2005 = "cp1993-2005";

    private final Path file;

    private ScenarioFile(Path file) {
        this.file = file;
    }

    static TradeScenario read(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return new ScenarioFile(file)
                .scenario(dot < 0 ? name : name.substring(0, dot), Yaml.parse(file.toString(), text(file)));
    }

    static List<String> keys() {
        return KEYS;
    }

    static TradeScenario.Change change(Map<String, Object> line) {
        line.keySet().forEach(key -> requireKnown(key, KEYS));
        return change(line, key -> ban(said(line, key).toString()));
    }

    private TradeScenario scenario(String id, Yaml content) {
        Map<String, Yaml> top = content.entries(TOP);
        List<Yaml> lines =
                Optional.ofNullable(top.get("changes")).map(Yaml::list).orElse(List.of());
        if (lines.isEmpty()) {
            throw content.wrong(
                    "no changes",
                    "changes: a list of lines with importer, exporter, sector and a rate",
                    "none",
                    "the list is not indented under 'changes:'.");
        }
        return new TradeScenario(
                id,
                text(top, "title", id),
                texts(top, "sources"),
                notes(top),
                text(top, "worlds", "*"),
                lines.stream().map(this::change).toList());
    }

    private static String text(Map<String, Yaml> top, String key, String otherwise) {
        return Optional.ofNullable(top.get(key)).map(Yaml::text).orElse(otherwise);
    }

    private static List<String> texts(Map<String, Yaml> top, String key) {
        return Optional.ofNullable(top.get(key)).map(Yaml::texts).orElse(List.of());
    }

    /** Notes in English, and each of them in Japanese under {@code notes_ja} where that is given. */
    private static List<Said> notes(Map<String, Yaml> top) {
        List<String> english = texts(top, "notes");
        List<String> japanese = top.containsKey("notes_ja") ? texts(top, "notes_ja") : english;
        if (japanese.size() != english.size()) {
            throw Objects.requireNonNull(top.get("notes_ja"))
                    .wrong(
                            "not as many notes as in English",
                            english.size() + " notes",
                            japanese.size() + " notes",
                            "one of them was left out.");
        }
        return IntStream.range(0, english.size())
                .mapToObj(i -> new Said(english.get(i), japanese.get(i)))
                .toList();
    }

    /** What is wrong with a line is told where its instrument stands. */
    private TradeScenario.Change change(Yaml item) {
        item.anyEntries().forEach((key, value) -> {
            if (!value.isMapping() && value.texts().stream().allMatch(String::isEmpty)) {
                throw value.wrong(
                        "the key '%s' has no value".formatted(key),
                        "%s: value".formatted(key),
                        "nothing",
                        "the value was forgotten, or a decimal comma was used: write 12.5%.");
            }
        });
        Map<String, Yaml> given = item.entries(FILE_KEYS);
        Map<String, Object> line = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            List<String> texts = value.texts();
            line.put(key, texts.size() == 1 ? texts.getFirst() : texts);
        });
        List<Yaml> instruments = given.entrySet().stream()
                .filter(each -> !NAMES.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        try {
            return change(line, key -> fromFile(key, said(line, key).toString()));
        } catch (InputException e) {
            throw e.at((instruments.size() == 1 ? instruments.getFirst() : item).place());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(FileAccess.require(file));
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no such file",
                    "a scenario in YAML",
                    file.toString(),
                    "the path is relative to another folder.");
        } catch (CharacterCodingException e) {
            throw InputException.data(
                    file + " is not UTF-8 text",
                    "a scenario in YAML",
                    "bytes of another encoding",
                    "it was saved in another encoding: save it as UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param other reads an instrument that is no rate */
    private static TradeScenario.Change change(Map<String, Object> line, Function<String, TradeScenario.Rates> other) {
        List<String> given =
                line.keySet().stream().filter(key -> !NAMES.contains(key)).toList();
        if (given.size() != 1) {
            throw bad(
                    "a line of changes with %d instruments".formatted(given.size()),
                    "one of tariff, tariff_add, tariff_floor, trade_cost, export_tax, ban",
                    given.isEmpty() ? "none" : String.join(", ", given),
                    given.isEmpty() ? "a rate was forgotten, such as tariff: 15%." : "two lines are meant.");
        }
        String key = given.getFirst();
        return new TradeScenario.Change(
                words(line.getOrDefault("importer", "*")),
                words(line.getOrDefault("exporter", "*")),
                words(line.getOrDefault("sector", "*")),
                INSTRUMENTS.containsKey(key) ? flat(key, rate(said(line, key))) : other.apply(key));
    }

    private static TradeScenario.Flat flat(String key, double rate) {
        TradeScenario.Instrument instrument = Objects.requireNonNull(INSTRUMENTS.get(key));
        if (instrument != TradeScenario.Instrument.TRADE_COST) {
            TradePolicy.requireRate(key.replace('_', ' '), rate);
        }
        return new TradeScenario.Flat(instrument, rate);
    }

    private TradeScenario.Rates fromFile(String key, String value) {
        return switch (key) {
            case BAN -> ban(value);
            case "rates" -> table(FileAccess.require(file.resolveSibling(value)));
            case "rates_by_sector" -> tables(FileAccess.require(file.resolveSibling(value)));
            default -> schedule(value);
        };
    }

    private static TradeScenario.Rates ban(String value) {
        if (!value.strip().equals("true")) {
            throw bad("a ban that is none", "ban: true", value, "the line is not needed: leave it out.");
        }
        return new TradeScenario.Flat(TradeScenario.Instrument.BAN, 0);
    }

    private TradeScenario.Rates schedule(String name) {
        if (!name.equals(CP_2005)) {
            throw bad("an unknown schedule", CP_2005, name, "you meant " + CP_2005 + ".");
        }
        return new TradeScenario.Schedule(
                CaliendoParro.read(file.resolveSibling("../cp1993")).tariffs2005());
    }

    private static TradeScenario.ByPartner table(Path csv) {
        Map<String, TradeScenario.PartnerRate> rates = new LinkedHashMap<>();
        Csv.forEach(
                csv,
                List.of("economy", "rate", "kind", "us_imports_2023_kusd"),
                List.of(),
                record -> rates.put(
                        record.text("economy"),
                        new TradeScenario.PartnerRate(
                                new TradeScenario.Flat(
                                        kind(csv, record.text("kind"), record.place()), record.number("rate")),
                                record.number("us_imports_2023_kusd"))));
        return new TradeScenario.ByPartner(rates);
    }

    /** Points on top of the baseline tariff. */
    private static TradeScenario.BySector tables(Path csv) {
        Map<String, Map<String, TradeScenario.PartnerRate>> rates = new LinkedHashMap<>();
        Csv.forEach(
                csv,
                List.of("economy", "sector", "rate", "us_imports_kusd"),
                List.of(),
                record -> rates.computeIfAbsent(record.text("sector"), sector -> new LinkedHashMap<>())
                        .put(
                                record.text("economy"),
                                new TradeScenario.PartnerRate(
                                        new TradeScenario.Flat(
                                                TradeScenario.Instrument.TARIFF_ADD, record.number("rate")),
                                        record.number("us_imports_kusd"))));
        return new TradeScenario.BySector(rates.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new TradeScenario.ByPartner(each.getValue()))));
    }

    private static TradeScenario.Instrument kind(Path csv, String word, String place) {
        return switch (word) {
            case "add" -> TradeScenario.Instrument.TARIFF_ADD;
            case "floor" -> TradeScenario.Instrument.TARIFF_FLOOR;
            case "set" -> TradeScenario.Instrument.TARIFF;
            default ->
                throw InputException.data(
                        place + ": unknown kind of rate",
                        "add, floor or set",
                        word,
                        "it is misspelt in " + csv.getFileName() + ".");
        };
    }

    /** {@code 15%}, or a bare fraction up to 1 such as 0.15. */
    private static double rate(Object value) {
        String text = value.toString().strip();
        try {
            if (text.endsWith("%")) {
                return Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100;
            }
            double fraction = Double.parseDouble(text);
            if (Math.abs(fraction) <= 1) {
                return fraction;
            }
            throw bad(
                    "a rate without its percent sign",
                    "15% or 0.15",
                    text,
                    String.format(Locale.ROOT, "%s%% was meant.", text));
        } catch (NumberFormatException e) {
            throw bad("a rate that is no number", "15% or 0.15", text, "a decimal comma: write 12.5%.");
        }
    }

    private static void requireKnown(String key, Collection<String> known) {
        if (!known.contains(key)) {
            throw bad(
                    "an unknown key",
                    "one of " + String.join(", ", known.stream().sorted().toList()),
                    key,
                    NearestWord.of(key, known)
                            .map(near -> "you meant '" + near + "'.")
                            .orElse("it is misspelt."));
        }
    }

    private static List<String> words(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }

    private static InputException bad(String what, String expected, String found, String maybe) {
        return InputException.use(what, expected, found, maybe);
    }

    private static Object said(Map<String, Object> line, String key) {
        return Objects.requireNonNull(line.get(key));
    }
}
