package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiritsu.Bundled;
import org.jiritsu.ask.Question;
import org.jiritsu.questions.Questions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is read over HTTP: the figures and words of the command line, and what the pages need beside them. */
class ApiTest extends ServerTest {
    /** As the same words on the command line write it to a file. */
    private static byte[] written(String ending, String words) throws IOException {
        Path file = folder.resolve("written." + ending);
        List<String> call = new java.util.ArrayList<>(List.of(words.split(" ")));
        call.addAll(List.of("-o", file.toString()));
        CommandProcess.inProcess(call.toArray(String[]::new)).done();
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/exposure?home=JPN | exposure JPN",
                "/exposure?home=japan&by=sector&world=wiod2011&top=7 | exposure JPN --by sector --world wiod2011 --top 7",
                "/exposure?home=JPN&worlds=wiod1995,wiod2011 | exposure JPN --worlds wiod1995,wiod2011",
                "/exposure?all=true&indicators=true&world=wiod2011 | exposure --all --indicators --world wiod2011",
                "/exposure?home=JPN&paths=true&from=CHN&sector=C26&into=C29"
                        + " | exposure JPN --paths --from CHN --sector C26 --into C29",
                "/cutoff?home=JPN&by=CHN&threshold=0.002 | cutoff JPN --by CHN --threshold 0.002",
                "/cutoff?home=JPN&atlas=true&world=wiod2011 | cutoff JPN --atlas --world wiod2011",
                "/tariffs?scenario=nafta&world=cp1993 | tariffs --scenario nafta --world cp1993",
                "/tariffs?importer=USA&exporter=CHN&tariff=15%25&by=sector&economy=JPN,USA&world=wiod2011"
                        + " | tariffs JPN USA --importer USA --exporter CHN --tariff 15% --by sector --world wiod2011",
                "/disrupt?home=JPN&cut=CHN:c14&days=30&horizon=60&world=wiod2011"
                        + " | disrupt JPN --cut CHN:c14 --days 30 --horizon 60 --world wiod2011",
                "/worlds?id=wiod2011 | worlds wiod2011",
                "/worlds | worlds",
            })
    void aQuestionGetsTheBytesOfTheCommandLine(String path, String words) throws IOException {
        ServerClient.Reply reply = server.api(path).with(200);
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals(new String(written("json", words), StandardCharsets.UTF_8), reply.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v2/exposure", "/api/exposure?home=JPN", "/api/v1x"})
    void anUnknownVersionIsAProblem(String path) {
        server.get(path).problem(404, "no such version of the API", "/api/v1/openapi.json");
        server.api("/openapi.json").with(200);
    }

    @Test
    void aQuestionGivesFilesToKeep() throws IOException {
        ServerClient.Reply csv =
                server.api("/exposure?home=JPN&world=wiod2011&format=csv").with(200);
        assertArrayEquals(written("csv", "exposure JPN --world wiod2011"), csv.body());
        assertEquals("text/csv; charset=utf-8", csv.header("Content-Type"));
        assertEquals(
                "attachment; filename=\"jiritsu-exposure-home-JPN-world-wiod2011.csv\"",
                csv.header("Content-Disposition"));
        assertEquals(
                "PK",
                server.api("/exposure?home=JPN&world=wiod2011&format=xlsx")
                        .with(200)
                        .text()
                        .substring(0, 2));
        assertEquals(
                "PAR1",
                server.api("/exposure?home=JPN&world=wiod2011&format=parquet")
                        .with(200)
                        .text()
                        .substring(0, 4));
        server.api("/exposure?home=JPN&format=table").problem(400, "json, csv, parquet, xlsx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/exposure?home=JPP | exposure JPP",
                "/exposure | exposure",
                "/exposure?home=JPN&by=partners | exposure JPN --by partners",
                "/exposure?home=JPN&top=-1 | exposure JPN --top -1 -o ignored.json",
                "/exposure?home=JPN&world=icio2023 | exposure JPN --world icio2023",
                "/exposure?home=JPN&world=wiod1995&worlds=wiod2005 | exposure JPN --world wiod1995 --worlds wiod2005",
                "/cutoff?home=JPN&by=JPN | cutoff JPN --by JPN",
                "/cutoff?home=JPN&threshold=2 | cutoff JPN --threshold 2",
                "/tariffs?importer=USA&world=wiod2011 | tariffs --importer USA --world wiod2011",
                "/tariffs?scenario=us-2025-augst&world=wiod2011 | tariffs --scenario us-2025-augst --world wiod2011",
                "/disrupt?home=JPN&cut=CHN:Q99 | disrupt JPN --cut CHN:Q99",
            })
    void aMistakeIsAnsweredInTheWordsOfTheCommandLine(String path, String words) {
        ServerClient.Reply reply = server.api(path).problem(400);
        assertEquals(
                plain(CommandProcess.inProcess(words.split(" ")).err()),
                plain(reply.json().get("detail").asString()));
    }

    /** An option is named as it is written there: {@code --days 60} or {@code days=60}. */
    private static String plain(String text) {
        return text.strip().replace("--", "").replaceAll("(?<=[a-z])=", " ");
    }

    @Test
    void aProblemHasItsPartsApart() {
        JsonNode problem = server.api("/exposure?home=JPP").problem(400).json();
        assertEquals("Unknown economy", problem.get("title").asString());
        assertEquals("JPP", problem.get("found").asString());
        assertEquals(
                "one of the 81 economies of world icio2022, such as AGO",
                problem.get("expected").asString());
        assertEquals("you meant JPN (Japan).", problem.get("maybe").asString());
    }

    /** What a question takes from elsewhere, as the server says. */
    private Set<String> parameters(String question) {
        return server.api("/questions")
                .json()
                .valueStream()
                .filter(each -> each.get("name").asString().equals(question))
                .flatMap(each -> each.get("parameters").valueStream())
                .map(each -> each.get("name").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void onlyTheseParametersCanBeGivenFromElsewhere() {
        assertEquals(Set.of("id", "world", "top"), parameters("worlds"));
        assertEquals(
                Set.of(
                        "home",
                        "all",
                        "by",
                        "band",
                        "indicators",
                        "worlds",
                        "trend",
                        "paths",
                        "from",
                        "sector",
                        "into",
                        "threshold",
                        "measure",
                        "partners",
                        "world",
                        "top"),
                parameters("exposure"));
        assertEquals(Set.of("home", "by", "sector", "atlas", "threshold", "world", "top"), parameters("cutoff"));
        for (Question question : Questions.ALL.questions()) {
            Set<String> open = parameters(question.spec().name());
            assertFalse(
                    open.stream().anyMatch(p -> p.contains("file") || p.equals("output") || p.equals("format")),
                    question.spec().name() + open);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/exposure?home=JPN&output=stolen.json",
                "/exposure?home=JPN&o=stolen.json",
                "/exposure?home=JPN&help=true",
                "/exposure?home=JPN&-o=stolen.json",
                "/exposure?home=JPN&=x",
            })
    void anUnknownParameterIsRefused(String path) {
        server.api(path).problem(400, "Unknown parameter of exposure");
        assertFalse(Files.exists(Path.of("stolen.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "-o=stolen.json", "@/etc/hostname", "--output=stolen.json", "--", "${env:HOME}"})
    void aValueIsNeverAnOption(String home) {
        server.api("/exposure?home=" + URLEncoder.encode(home, StandardCharsets.UTF_8))
                .problem(400, "Unknown economy", home);
        assertFalse(Files.exists(Path.of("stolen.json")));
    }

    @Test
    void aLongQuestionMustBeARun() {
        server.api("/tariffs?nash=true&world=wiod2011").problem(422, "POST it to /api/v1/runs");
        server.api("/tariffs?scenario=us-2025-august&draws=10").problem(422, "POST it to /api/v1/runs");
    }

    @Test
    void aWorldNamesItsEconomiesAndSectorsInBothLanguages() {
        JsonNode world = server.api("/worlds/icio2022").with(200).json();
        assertEquals("icio2022", world.get("id").asString());
        assertEquals(2022, world.get("year").asInt());
        assertTrue(world.get("estimated").asBoolean());
        assertFalse(server.api("/worlds/wiod2011").json().get("estimated").asBoolean());
        JsonNode japan = find(world.get("economies"), "JPN");
        assertEquals("Japan", japan.get("name").asString());
        assertEquals("日本", japan.get("name_ja").asString());
        assertEquals("392", japan.get("iso_numeric").asString());
        assertEquals("その他世界", find(world.get("economies"), "ROW").get("name_ja").asString());
        assertEquals("", find(world.get("economies"), "ROW").get("iso_numeric").asString());
        assertEquals(
                "コンピュータ・電子・光学製品製造業",
                find(world.get("sectors"), "C26").get("name_ja").asString());
        server.api("/worlds/icio2O22").problem(404, "There is no such world", "icio2O22");
    }

    private static JsonNode find(JsonNode list, String code) {
        return find(list, "code", code);
    }

    private static JsonNode find(JsonNode list, String key, String value) {
        return list.valueStream()
                .filter(e -> e.get(key).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWorldThatIsBroughtInMeanwhileIsListed() throws IOException {
        Path worlds = Files.createDirectories(folder.resolve("worlds"));
        assertFalse(server.api("/worlds").with(200).text().contains("\"brought-in\""));
        Path bundled = Bundled.root().resolve("data/wiod2013/wiod1995.npz");
        Path mine = Files.copy(bundled, worlds.resolve("brought-in.npz"));
        try {
            assertEquals(
                    2,
                    server.api("/worlds")
                            .with(200)
                            .json()
                            .get("rows")
                            .valueStream()
                            .filter(w -> w.get("id").asString().equals("wiod1995"))
                            .count());
        } finally {
            Files.delete(mine);
        }
    }

    @Test
    void aWorldThatIsBroughtInAgainIsTheNewOne() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("worlds")).resolve("again.npz");
        String question = "/exposure?home=JPN&world=again";
        try {
            Files.copy(Bundled.root().resolve("data/wiod2013/wiod1995.npz"), mine);
            assertTrue(server.api(question)
                    .with(200)
                    .json()
                    .get("title")
                    .asString()
                    .contains("1995"));
            assertEquals(
                    1995,
                    server.api("/worlds/again").with(200).json().get("year").asInt());
            Files.copy(Bundled.root().resolve("data/wiod2013/wiod2011.npz"), mine, StandardCopyOption.REPLACE_EXISTING);
            assertTrue(server.api(question)
                    .with(200)
                    .json()
                    .get("title")
                    .asString()
                    .contains("2011"));
            assertEquals(
                    2011,
                    server.api("/worlds/again").with(200).json().get("year").asInt());
        } finally {
            Files.delete(mine);
        }
        server.api(question).problem(400, "There is no such world");
    }

    @Test
    void whatCanBeAskedAboutIsListed() throws IOException {
        JsonNode scenarios = server.api("/scenarios").with(200).json();
        assertTrue(
                scenarios
                        .valueStream()
                        .anyMatch(s -> s.get("id").asString().equals("us-2025-august")
                                && s.get("title").asString().contains("August")),
                scenarios.toString());
        JsonNode studies = server.api("/studies").with(200).json();
        JsonNode japan = studies.valueStream()
                .filter(s -> s.get("id").asString().equals("japan-2025"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Files.readString(Bundled.root().resolve("studies/japan-2025.yaml")),
                japan.get("text").asString());
        assertEquals("On whom Japan depends", japan.get("title").asString());
        for (JsonNode method : server.api("/methods").with(200).json()) {
            ServerClient.Reply page =
                    server.api("/methods/" + method.get("id").asString()).with(200);
            assertEquals("text/markdown; charset=utf-8", page.header("Content-Type"));
            assertTrue(page.text().startsWith("# " + method.get("title").asString()), page::text);
        }
        server.api("/methods/exposur").problem(404, "exposure");
    }

    @Test
    void fieldsAreToldInBothLanguages() {
        JsonNode english = server.api("/fields").with(200).json();
        JsonNode japanese = server.api("/fields?lang=ja").with(200).json();
        assertEquals(english, server.api("/fields?lang=en").json());
        assertEquals("Direct supply", english.get("supply_direct").get("label").asString());
        assertEquals("直接の供給依存", japanese.get("supply_direct").get("label").asString());
        assertEquals("share", japanese.get("supply_direct").get("kind").asString());
        server.api("/fields?lang=fr").problem(400, "en or ja");
    }

    @Test
    void answersAreToldInTheLanguageThatIsAskedFor() throws IOException {
        String question = "/exposure?home=JPN&world=wiod2011";
        JsonNode japanese = server.api(question + "&lang=ja").with(200).json();
        assertEquals(
                new String(written("json", "exposure JPN --world wiod2011 --lang ja"), StandardCharsets.UTF_8),
                server.api(question + "&lang=ja").text());
        assertEquals("日本（2011年）：誰に依存し、誰から依存されているか", japanese.get("title").asString());
        assertEquals("中国", japanese.get("rows").get(1).get("partner_name").asString());
        JsonNode english = server.api(question).with(200).json();
        assertEquals("China", english.get("rows").get(1).get("partner_name").asString());
        assertEquals(
                english.get("rows").get(1).get("supply_direct"),
                japanese.get("rows").get(1).get("supply_direct"));
        assertEquals(japanese, said(question, "fr, ja-JP;q=0.9, en;q=0.5"));
        assertEquals(english, said(question, "en-GB, ja;q=0.5"));
        assertEquals(english, said(question, "fr"));
        assertEquals(english, said(question + "&lang=en", "ja"));
        assertEquals(
                "2025年8月7日時点の米国の国別税率（全ての財に一律）",
                find(server.api("/scenarios?lang=ja").json(), "id", "us-2025-august")
                        .get("title")
                        .asString());
        server.api(question + "&lang=fr").problem(400, "en or ja");
    }

    private static JsonNode said(String question, String acceptLanguage) {
        return server.send(server.request("/api/v1" + question).header("Accept-Language", acceptLanguage))
                .with(200)
                .json();
    }

    @Test
    void everyRouteIsDescribedAndAnswersAsDescribed() {
        JsonNode description = server.api("/openapi.json").with(200).json();
        assertEquals("3.1.0", description.get("openapi").asString());
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.add(operation.getKey() + " " + path.getKey())));
        Set<String> expected = new TreeSet<>(Set.of(
                "get /worlds/{id}",
                "get /economies",
                "get /scenarios",
                "get /fields",
                "get /questions",
                "get /methods",
                "get /methods/{id}",
                "get /studies",
                "get /runs",
                "post /runs",
                "get /runs/{id}",
                "delete /runs/{id}",
                "get /runs/{id}/events",
                "get /runs/{id}/files/{name}",
                "get /health",
                "get /openapi.json"));
        Questions.ALL
                .questions()
                .forEach(question -> expected.add("get /" + question.spec().name()));
        assertEquals(expected, new TreeSet<>(described));
        Set<String> parameters = description
                .get("paths")
                .get("/exposure")
                .get("get")
                .get("parameters")
                .valueStream()
                .map(p -> p.get("name").asString())
                .collect(Collectors.toSet());
        Set<String> known = new TreeSet<>(parameters("exposure"));
        known.add("format");
        assertEquals(known, new TreeSet<>(parameters));
        JsonNode table = description.get("components").get("schemas").get("Answer");
        JsonNode answer = server.api("/exposure?home=JPN").json();
        table.get("required").forEach(part -> assertTrue(answer.has(part.asString()), part.asString()));
        for (String path : List.of(
                "/worlds",
                "/questions",
                "/economies",
                "/scenarios",
                "/fields",
                "/methods",
                "/studies",
                "/runs",
                "/health")) {
            assertTrue(server.api(path).with(200).json().isContainer(), path);
        }
    }

    @Test
    void anAnswerIsSentOnceAndSmall() {
        ServerClient.Reply first = server.api("/exposure?home=JPN").with(200);
        String tag = first.header("ETag");
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        ServerClient.Reply again = server.send(
                        server.request("/api/v1/exposure?home=JPN").header("If-None-Match", tag))
                .with(304);
        assertEquals(0, again.body().length);
        ServerClient.Reply zipped = server.send(
                        server.request("/api/v1/exposure?home=JPN").header("Accept-Encoding", "gzip"))
                .with(200);
        assertEquals("gzip", zipped.header("Content-Encoding"));
        assertTrue(zipped.body().length * 2 < first.body().length);
        assertArrayEquals(first.body(), zipped.unzipped());
        server.send(server.request("/api/v1/exposure?home=JPN").header("If-None-Match", zipped.header("ETag")))
                .with(304);
    }

    @Test
    void aQuestionOfTheHeadsAloneGetsNoBody() {
        ServerClient.Reply head = server.send(server.request("/api/v1/health")
                        .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()))
                .with(200);
        assertEquals(0, head.body().length);
        assertFalse(head.header("Content-Length").isEmpty());
    }

    @Test
    void whatIsNotThereIsAnswered() {
        server.api("/nothing").problem(404, "/api/v1/nothing");
        server.api("").problem(404);
        server.send(server.request("/api/v1/exposure?home=JPN").DELETE()).problem(405, "GET");
        server.get("/nothing.js").problem(404);
    }
}
