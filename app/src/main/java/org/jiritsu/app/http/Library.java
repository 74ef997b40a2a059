package org.jiritsu.app.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Field;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Question;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Said;
import org.jiritsu.study.StudyRunner;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeScenario;
import org.jiritsu.world.Economy;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/** What comes with the product and can be read as it is: worlds, fields, methods, studies, scenarios. */
final class Library {
    private static final ResourceBundle NUMERIC =
            ResourceBundle.getBundle("org.jiritsu.app.http.iso_numeric", Locale.ROOT);

    private final Path root;
    private final TradeLibrary trade;

    Library(Path root) {
        this.root = root;
        this.trade = new TradeLibrary(root.resolve("data"));
    }

    static Map<String, Object> world(World world) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", world.id());
        json.put("name", world.about().title().english());
        json.put("year", world.about().year());
        json.put("estimated", EstimatedWorld.isEstimate(world));
        json.put("unit", world.about().unit().english());
        json.put("source", world.about().source().english());
        json.put("licence", world.about().licence().english());
        json.put("value_added", world.about().valueAdded().english());
        json.put("notes", world.about().notes().stream().map(Said::english).toList());
        json.put("economies", world.economies().stream().map(Library::economy).toList());
        json.put(
                "sectors",
                world.sectors().stream()
                        .map(s -> {
                            Map<String, Object> sector = new LinkedHashMap<>();
                            sector.put("code", s.code());
                            sector.put("classification", s.classification());
                            sector.put("name", s.name());
                            sector.put("name_ja", Words.in(Language.JA).name(s));
                            return sector;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> economy(Economy e) {
        Map<String, Object> economy = new LinkedHashMap<>();
        economy.put("code", e.code());
        economy.put("name", e.name());
        economy.put("name_ja", Words.in(Language.JA).name(e));
        economy.put("iso_numeric", numeric(e));
        return economy;
    }

    /** Everybody whom a map may show, whether a world lists them or not. */
    static List<Map<String, Object>> economies() {
        Words words = Words.in(Language.EN);
        return NUMERIC.keySet().stream()
                .sorted()
                .map(words::economy)
                .map(Library::economy)
                .toList();
    }

    /** By which maps know an economy (ISO 3166-1); empty for what is none, such as the rest of the world. */
    static String numeric(Economy economy) {
        return NUMERIC.containsKey(economy.code()) ? NUMERIC.getString(economy.code()) : "";
    }

    /** The fields of every question. */
    static Map<String, Object> fields(Catalogue catalogue, Language language) {
        Map<String, Object> json = new TreeMap<>();
        for (Question question : catalogue.questions()) {
            Words words = Catalogue.words(question, language);
            for (Field field : words.fields()) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("kind", field.kind().name().toLowerCase(Locale.ROOT));
                said.put("unit", words.unit(field.kind()));
                said.put("label", field.label());
                said.put("definition", field.definition());
                said.put("source", field.source());
                json.put(field.name(), said);
            }
        }
        return json;
    }

    List<Map<String, Object>> scenarios(Language language) {
        return trade.scenarios().stream()
                .map(id -> {
                    TradeScenario scenario = trade.scenario(id);
                    Words words = Words.in(language);
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("id", id);
                    json.put("title", words.text("scenario." + id).orElse(scenario.title()));
                    json.put(
                            "description",
                            scenario.notes().stream().map(words::data).collect(Collectors.joining(" ")));
                    json.put("sources", scenario.sources());
                    json.put("worlds", scenario.worlds());
                    return json;
                })
                .toList();
    }

    List<Map<String, Object>> methods() throws IOException {
        List<Map<String, Object>> methods = new ArrayList<>();
        for (String id : names("docs/methods", ".md")) {
            String title = method(id)
                    .lines()
                    .filter(l -> l.startsWith("# "))
                    .findFirst()
                    .orElse("# " + id);
            methods.add(ordered("id", id, "title", title.substring(2)));
        }
        return methods;
    }

    /** The text of a method's page, in Markdown. */
    String method(String id) throws IOException {
        return Files.readString(known("docs/methods", id, ".md"));
    }

    List<Map<String, Object>> studies(Language language) throws IOException {
        List<Map<String, Object>> studies = new ArrayList<>();
        for (String id : names("studies", ".yaml")) {
            String text = Files.readString(known("studies", id, ".yaml"));
            Map<String, Object> study = ordered("id", id, "title", StudyRunner.title(id, text, language));
            study.put("text", text);
            studies.add(study);
        }
        return studies;
    }

    private static Map<String, Object> ordered(String a, Object first, String b, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(a, first);
        map.put(b, second);
        return map;
    }

    /** A name reaches a file only if it is one of those listed. */
    private Path known(String folder, String id, String ending) throws IOException {
        List<String> names = names(folder, ending);
        if (!names.contains(id)) {
            throw Problem.of(
                            404,
                            "There is no such page",
                            "one of " + String.join(", ", names),
                            id,
                            NearestWord.of(id, names)
                                    .map(near -> "you meant " + near + ".")
                                    .orElse("it was never written."))
                    .thrown();
        }
        return root.resolve(folder).resolve(id + ending);
    }

    private List<String> names(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
