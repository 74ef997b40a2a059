package org.jiritsu.study.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.BestTariffs;
import org.jiritsu.study.Study.Step;
import org.jiritsu.study.Tariffs;
import org.jiritsu.study.Tariffs.Answer;
import org.jiritsu.study.Tariffs.Setup;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.TradeScenario;
import org.jiritsu.world.World;

/** Reads the steps on trade policy; scenarios are tried on the world, so that a mistake is met where it stands. */
final class TradeSteps {
    private static final List<String> NAMES = List.of("importer", "exporter", "sector");

    private final Analysis analysis;
    private final World world;

    TradeSteps(Analysis analysis, World world) {
        this.analysis = analysis;
        this.world = world;
    }

    Step step(String name, Yaml item, Map<String, Yaml> p, String text, int show) {
        Setup setup = new Setup(
                Optional.ofNullable(p.get("elasticities")).map(Yaml::text),
                word(p, "deficits", Deficits.class).orElse(Deficits.OBSERVED),
                true,
                false);
        Tariffs tariffs =
                p.getOrDefault("elasticities", item).checkedAs("", none -> Tariffs.of(analysis, world.id(), setup));
        Optional<TradeScenario> scenario = scenario(p, tariffs);
        if (name.equals("rules")) {
            return new Step.Rules(text, scenario, coalitions(p, tariffs), setup, show);
        }
        return new Step.Tariffs(
                text,
                scenario.orElseThrow(() -> item.wrong(
                        "no change of trade policy",
                        "scenario: us-2025-august, or changes: a list of lines such as {importer: USA, exporter: JPN, sector: "
                                + "goods, tariff: 15%}",
                        "neither",
                        "the scenario was forgotten.")),
                word(p, "retaliate", Answer.class),
                setup,
                show);
    }

    private Optional<TradeScenario> scenario(Map<String, Yaml> p, Tariffs tariffs) {
        Optional<TradeScenario> named = Optional.ofNullable(p.get("scenario"))
                .map(value -> value.checked(name -> tariffs.require(tariffs.scenario(name))));
        if (!p.containsKey("changes")) {
            return named;
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Yaml line : p.get("changes").list()) {
            lines.add(line(line, tariffs));
        }
        if (lines.isEmpty()) {
            throw p.get("changes").wrong("no changes", "at least one line", "an empty list", "the key is not needed.");
        }
        TradeScenario own = tariffs.changes(lines);
        return Optional.of(named.map(scenario -> scenario.with(own)).orElse(own));
    }

    private static Map<String, Object> line(Yaml line, Tariffs tariffs) {
        Map<String, Yaml> entries = line.entries(TradeScenario.keys());
        Map<String, Object> content = new LinkedHashMap<>();
        NAMES.forEach(key -> content.put(
                key,
                Optional.ofNullable(entries.get(key))
                        .map(value -> names(key, value, tariffs))
                        .orElse(List.of("*"))));
        entries.forEach((key, value) -> {
            if (!NAMES.contains(key)) {
                content.put(key, value.text());
                value.checkedAs("", text -> require(tariffs, content));
            }
        });
        line.checkedAs("", text -> require(tariffs, content));
        return content;
    }

    private static List<String> names(String key, Yaml value, Tariffs tariffs) {
        value.items().forEach(item -> item.checked(name -> require(tariffs, Map.of(key, name, "tariff_add", "0%"))));
        return value.items().stream().map(Yaml::text).toList();
    }

    private static TradeScenario require(Tariffs tariffs, Map<String, Object> line) {
        return tariffs.require(tariffs.changes(List.of(line)));
    }

    private static List<List<String>> coalitions(Map<String, Yaml> p, Tariffs tariffs) {
        if (!p.containsKey("coalitions")) {
            return List.of();
        }
        List<List<String>> coalitions = new ArrayList<>();
        for (Yaml coalition : p.get("coalitions").list()) {
            coalitions.add(coalition.items().stream()
                    .map(name -> name.checked(tariffs::requireEconomies))
                    .toList());
        }
        p.get("coalitions").checkedAs("", text -> BestTariffs.players(tariffs, coalitions));
        return coalitions;
    }

    private static <E extends Enum<E>> Optional<E> word(Map<String, Yaml> p, String key, Class<E> words) {
        List<E> all = List.of(words.getEnumConstants());
        List<String> names =
                all.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
        return Optional.ofNullable(p.get(key)).map(value -> all.get(names.indexOf(value.textAmong(names))));
    }
}
