package org.jiritsu.study.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiritsu.answer.Language;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.CutoffTables;
import org.jiritsu.study.DisruptQuestion;
import org.jiritsu.study.ExposureTables;
import org.jiritsu.study.Study;
import org.jiritsu.study.Study.Step;
import org.jiritsu.world.World;

/** Reads a study and checks every word of it against the worlds it names, before anything is computed. */
public final class StudyReader {
    private static final List<String> KEYS = List.of("title", "language", "home", "worlds", "summary", "steps");
    private static final List<String> MEASURES = List.of(
            "supply_direct", "supply_look_through", "consumption_look_through", "market_direct", "market_look_through");

    /** The steps and their parameters. */
    private static final Map<String, List<String>> STEPS = steps();

    private final Analysis analysis;
    private final Language language;

    private StudyReader(Analysis analysis) {
        this.analysis = analysis;
        this.language = analysis.words().language();
    }

    private static Map<String, List<String>> steps() {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put("partners", List.of("text", "show"));
        steps.put("sectors", List.of("text", "show"));
        steps.put("trend", List.of("text", "worlds", "partners", "measure"));
        steps.put("indicators", List.of("text", "worlds"));
        steps.put("paths", List.of("text", "from", "sector", "into", "threshold", "show"));
        steps.put("cutoff", List.of("text", "by", "sector", "threshold", "show"));
        steps.put("atlas", List.of("text", "threshold", "show"));
        steps.put("tariffs", List.of("text", "scenario", "changes", "retaliate", "elasticities", "deficits", "show"));
        steps.put("rules", List.of("text", "scenario", "changes", "coalitions", "elasticities", "deficits", "show"));
        steps.put(
                "disrupt",
                Stream.concat(Stream.of("text", "title", "show"), DisruptQuestion.WORDS.stream())
                        .toList());
        return steps;
    }

    /** In the language that the study names, or else in that of the analysis. */
    public static Study read(String file, String text, Analysis analysis) {
        Yaml root = Yaml.parse(file, text);
        Map<String, Yaml> entries = root.entries(KEYS);
        Language language = Optional.ofNullable(entries.get("language"))
                .map(value -> value.textAmong(
                        Arrays.stream(Language.values()).map(Language::code).toList()))
                .flatMap(Language::of)
                .orElse(analysis.words().language());
        return new StudyReader(analysis.in(language)).study(root, entries, text);
    }

    /** The title alone. */
    public static String title(String file, String text, Language language) {
        Yaml root = Yaml.parse(file, text);
        return required(root, root.entries(KEYS), "title", "a title").told(language);
    }

    private Study study(Yaml root, Map<String, Yaml> entries, String source) {
        List<String> worlds = worlds(required(root, entries, "worlds", "[icio2022]"));
        World last = analysis.world(worlds.getLast());
        Yaml homeEntry = required(root, entries, "home", "JPN");
        String home = economy(homeEntry, last);
        worlds.forEach(id -> economy(homeEntry, analysis.world(id)));
        List<Step> steps = new ArrayList<>();
        for (Yaml step : required(root, entries, "steps", "a list of steps").list()) {
            steps.add(step(step, last, home, worlds));
        }
        if (steps.isEmpty()) {
            throw entries.get("steps")
                    .wrong(
                            "nothing to do",
                            "at least one step",
                            "an empty list",
                            "'- partners:' is a good first step.");
        }
        return new Study(
                source,
                language,
                required(root, entries, "title", "a title").told(language),
                home,
                worlds,
                told(entries, "summary"),
                steps);
    }

    private List<String> worlds(Yaml list) {
        List<String> worlds = new ArrayList<>();
        for (Yaml id : list.list()) {
            worlds.add(id.checked(text -> analysis.world(text).id()));
        }
        if (worlds.isEmpty()) {
            throw list.wrong(
                    "no world to ask", "at least one world id", "an empty list", "'jiritsu worlds' lists them.");
        }
        return worlds;
    }

    /** The worlds a step names itself, in each of which the home must be, or else the study's. */
    private List<String> ownWorlds(Map<String, Yaml> p, String home, List<String> otherwise) {
        if (!p.containsKey("worlds")) {
            return otherwise;
        }
        List<String> own = worlds(p.get("worlds"));
        own.forEach(
                id -> p.get("worlds").checkedAs(home, code -> analysis.world(id).economy(code)));
        return own;
    }

    static Yaml required(Yaml parent, Map<String, Yaml> entries, String key, String example) {
        Yaml value = entries.get(key);
        if (value == null) {
            throw parent.wrong(
                    "the key '" + key + "' is missing",
                    key + ": " + example,
                    "only " + new TreeSet<>(entries.keySet()),
                    "it is indented too far, or was forgotten.");
        }
        return value;
    }

    private static String economy(Yaml value, World world) {
        return value.checked(text -> world.economies().get(world.economy(text)).code());
    }

    private static String sector(Yaml value, World world) {
        return value.checked(text -> world.sectors().get(world.sector(text)).code());
    }

    private Step step(Yaml item, World world, String home, List<String> worlds) {
        Map<String, Yaml> named = item.entries(STEPS.keySet());
        if (named.size() != 1) {
            throw item.wrong(
                    "a step has one name",
                    "one of: " + String.join(", ", STEPS.keySet()),
                    named.isEmpty() ? "none" : String.join(" and ", named.keySet()),
                    "each step needs a '- ' of its own, and its parameters two more spaces.");
        }
        String name = named.keySet().iterator().next();
        Yaml body = named.get(name);
        Map<String, Yaml> p = body.entries(STEPS.get(name));
        String text = told(p, "text");
        return switch (name) {
            case "partners" -> new Step.Partners(text, show(p, 15));
            case "sectors" -> new Step.Sectors(text, show(p, 12));
            case "indicators" -> new Step.Indicators(text, ownWorlds(p, home, worlds));
            case "trend" -> trend(p, text, item, home, ownWorlds(p, home, worlds));
            case "paths" ->
                new Step.Paths(
                        text,
                        partner(item, p, "from", world, home),
                        sector(p, "sector", world),
                        sector(p, "into", world),
                        chainThreshold(p),
                        show(p, 12));
            case "cutoff" ->
                new Step.Cutoff(
                        text,
                        partner(item, p, "by", world, home),
                        sector(p, "sector", world),
                        threshold(p, CutoffTables.DEFAULT_THRESHOLD, true),
                        show(p, 12));
            case "tariffs", "rules" -> new TradeSteps(analysis, world).step(name, item, p, text, show(p, 15));
            case "disrupt" -> new Step.Disrupt(text, told(p, "title"), words(body, p, world, home), show(p, 15));
            default -> new Step.Atlas(text, threshold(p, CutoffTables.DEFAULT_THRESHOLD, true), show(p, 20));
        };
    }

    private String told(Map<String, Yaml> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .map(value -> value.told(language))
                .orElse("");
    }

    private Step trend(Map<String, Yaml> p, String text, Yaml item, String home, List<String> worlds) {
        if (worlds.size() < 2) {
            throw item.wrong(
                    "a trend needs several worlds",
                    "worlds: [wiod1995, wiod2011]",
                    String.join(", ", worlds),
                    "add earlier worlds to the list 'worlds', of the study or of this step, latest last.");
        }
        List<String> partners = new ArrayList<>();
        if (p.containsKey("partners")) {
            for (Yaml partner : p.get("partners").list()) {
                worlds.forEach(id -> economy(partner, analysis.world(id)));
                partners.add(economy(partner, analysis.world(worlds.getLast())));
            }
        }
        String measure = p.containsKey("measure") ? p.get("measure").textAmong(MEASURES) : "supply_look_through";
        return new Step.Trend(text, worlds, partners, measure);
    }

    private static String partner(Yaml item, Map<String, Yaml> p, String key, World world, String home) {
        Yaml value = required(item, p, key, "CHN");
        String partner = economy(value, world);
        if (partner.equals(home)) {
            throw value.wrong(
                    "home cannot be its own partner",
                    "an economy other than " + home,
                    partner,
                    "you meant another economy.");
        }
        return partner;
    }

    /** Read now, so that a mistake in them is met before anything is computed. */
    private Map<String, List<String>> words(Yaml body, Map<String, Yaml> p, World world, String home) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        p.forEach((key, value) -> {
            if (DisruptQuestion.WORDS.contains(key)) {
                words.put(key, value.texts());
            }
        });
        body.checkedAs(home, code -> DisruptQuestion.of(analysis.words(), world, code, words));
        return words;
    }

    private static Optional<String> sector(Map<String, Yaml> p, String key, World world) {
        return Optional.ofNullable(p.get(key)).map(value -> sector(value, world));
    }

    private static int show(Map<String, Yaml> p, int otherwise) {
        return p.containsKey("show") ? p.get("show").whole(1, 100) : otherwise;
    }

    private static double chainThreshold(Map<String, Yaml> p) {
        double threshold = threshold(p, 0.0005, false);
        if (threshold < ExposureTables.SMALLEST_CHAIN) {
            throw p.get("threshold")
                    .wrong(
                            "this threshold is too small",
                            "at least " + ExposureTables.SMALLEST_CHAIN,
                            Double.toString(threshold),
                            "0.0005 is small enough.");
        }
        return threshold;
    }

    private static double threshold(Map<String, Yaml> p, double otherwise, boolean zero) {
        return p.containsKey("threshold") ? p.get("threshold").share(zero) : otherwise;
    }
}
