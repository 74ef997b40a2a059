package org.jiritsu.questions.tariffs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeScenario;

/** Changes of policy put together outside a scenario file. */
final class Changes {
    private static final List<String> NAMES = List.of("importer", "exporter", "sector");
    private static final Pattern KEY = Pattern.compile("(?:^|\\s+)([A-Za-z][A-Za-z_-]*)\\s*=");
    private static final String EXAMPLE = "importer=USA exporter=JPN sector=goods tariff=15%";

    private final TradeData world;
    private final Words words;

    Changes(TradeData world, Words words) {
        this.world = world;
        this.words = words;
    }

    /**
     * A change as one text: {@code importer=USA exporter=JPN,KOR sector=goods tariff=15%}. A line of a scenario file has
     * the same keys and the same meaning.
     *
     * @throws InputException naming what in it cannot be used
     */
    static Map<String, Object> read(String text) {
        Matcher keys = KEY.matcher(text);
        List<MatchResult> found = keys.results().toList();
        if (found.isEmpty() || found.getFirst().start() > 0) {
            throw InputException.use(
                    "A change is not made of keys and values", EXAMPLE, text, "a '=' is missing, such as tariff=15%.");
        }
        Map<String, Object> line = new LinkedHashMap<>();
        for (int k = 0; k < found.size(); k++) {
            int end = k + 1 < found.size() ? found.get(k + 1).start() : text.length();
            String key = found.get(k).group(1).replace('-', '_');
            String value = text.substring(found.get(k).end(), end).strip();
            if (value.isEmpty()) {
                throw InputException.use(
                        "The key '%s' has no value".formatted(key),
                        "%s=value".formatted(key),
                        "nothing",
                        "the value was forgotten: " + EXAMPLE + ".");
            }
            Object names = NAMES.contains(key)
                    ? Arrays.stream(value.split(",")).map(String::strip).toList()
                    : value;
            if (line.put(key, names) != null) {
                throw InputException.use(
                        "The key '%s' stands twice in a change".formatted(key),
                        "each key once",
                        text,
                        "several names are parted by commas: exporter=JPN,KOR.");
            }
        }
        return line;
    }

    /**
     * @param lines each as in a scenario file, with importer, exporter and sector
     * @throws InputException naming what in them cannot be used
     */
    TradeScenario scenario(List<Map<String, Object>> lines) {
        List<TradeScenario.Change> changes =
                lines.stream().map(TradeScenario::change).toList();
        String title = IntStream.range(0, lines.size())
                .mapToObj(i -> title(lines.get(i), changes.get(i)))
                .collect(Collectors.joining("; "));
        return new TradeScenario("changes", title, List.of(words.say("tariffs.stated")), List.of(), "*", changes);
    }

    private String title(Map<String, Object> line, TradeScenario.Change change) {
        List<String> what = line.entrySet().stream()
                .filter(each -> !NAMES.contains(each.getKey()))
                .map(each -> words.say(
                        "measure." + each.getKey(), "rate", rate(each.getValue().toString(), change)))
                .toList();
        return words.begin(
                "measure.on",
                "what",
                words.and(what),
                "sectors",
                named(change.sectors(), "goods", this::sector),
                "from",
                named(change.exporters(), "economies", this::economy),
                "into",
                named(change.importers(), "economies", this::economy));
    }

    /** As it was written, if that is in per cent: whoever wrote 1 for 1% must see that it is 100%. */
    private static String rate(String text, TradeScenario.Change change) {
        return text.endsWith("%") || !(change.rates() instanceof TradeScenario.Flat flat)
                ? text
                : new BigDecimal(100 * flat.rate(), MathContext.DECIMAL32)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
    }

    private String named(List<String> names, String all, UnaryOperator<String> name) {
        return words.and(names.stream()
                .map(text -> text.equals("*") ? words.say("all." + all) : name.apply(text))
                .toList());
    }

    /** By its name in a sentence, if it is one economy by its code; so for a sector. */
    private String economy(String text) {
        return world.economies().stream()
                .filter(e -> e.code().equalsIgnoreCase(text))
                .findFirst()
                .map(words::the)
                .orElse(text);
    }

    private String sector(String text) {
        return world.sectors().stream()
                .filter(s -> s.code().equals(text))
                .findFirst()
                .map(words::goods)
                .orElseGet(() -> words.text("group." + text).orElse(text));
    }
}
