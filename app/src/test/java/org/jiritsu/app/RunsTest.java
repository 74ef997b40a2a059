package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.app.http.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Long work: told while it goes on, stopped when asked, limited, and kept whole through whatever happens. */
class RunsTest {
    private static final String STUDY = """
            title: A short study
            home: JPN
            worlds: [wiod2011]
            steps:
              - partners:
              - cutoff:
                  by: CHN
              - indicators:
            """;

    /** Hours of work, if nobody stops it. */
    private static final String ENDLESS = """
            {"command": "tariffs", "parameters": {"world": "wiod2011", "scenario": "us-2025-august", "draws": 1000000}}
            """;

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    @TempDir
    Path home;

    private static Limits limits(int atOnce, int queued, int kept, Duration run) {
        return new Limits(256 << 10, 40, atOnce, queued, kept, run, Duration.ofSeconds(60));
    }

    private static String submitted(ServerClient.Reply reply) {
        JsonNode run = reply.with(202).json();
        String id = run.get("id").asString();
        assertEquals("/api/v1/runs/" + id, reply.header("Location"));
        assertEquals("queued", run.get("state").asString());
        return id;
    }

    /** The runs that a stream of events tells, until it ends. */
    private static List<JsonNode> events(ServerClient server, String id) {
        ServerClient.Reply stream = server.api("/runs/" + id + "/events").with(200);
        assertEquals("text/event-stream", stream.header("Content-Type"));
        return stream.text()
                .lines()
                .filter(l -> l.startsWith("data: "))
                .map(l -> ServerClient.JSON.readTree(l.substring(6)))
                .toList();
    }

    @Test
    void aStudyIsToldStepByStepAndGivesTheFilesOfTheCommandLine() throws IOException {
        Path study = Files.writeString(home.resolve("study.yaml"), STUDY);
        CommandProcess.inProcess(
                        "run", study.toString(), "-o", home.resolve("report").toString())
                .done();
        try (ServerClient server = ServerClient.server(home)) {
            String id = submitted(server.post(YAML, STUDY));
            List<JsonNode> told = events(server, id);
            JsonNode last = told.getLast();
            assertEquals("done", last.get("state").asString(), last.toString());
            assertEquals(3, last.get("total").asInt());
            assertEquals(3, last.get("done").asInt());
            List<Integer> progress =
                    told.stream().map(r -> r.get("done").asInt()).toList();
            assertEquals(progress.stream().sorted().toList(), progress);
            assertTrue(told.stream().anyMatch(r -> r.get("state").asString().equals("running")), told.toString());
            assertEquals(last, server.run(id));
            assertEquals("A short study", last.get("title").asString());
            assertEquals("study", last.get("kind").asString());

            List<String> files =
                    last.get("files").valueStream().map(JsonNode::asString).toList();
            assertTrue(
                    files.containsAll(List.of(
                            "report.html",
                            "results.json",
                            "manifest.json",
                            "study.yaml",
                            "tables/01-partners.csv",
                            "tables/03-indicators.parquet")),
                    files.toString());
            for (String same : List.of("results.json", "tables/01-partners.csv", "tables/02-cutoff.csv")) {
                assertArrayEquals(
                        Files.readAllBytes(home.resolve("report").resolve(same)),
                        server.api("/runs/" + id + "/files/" + same).with(200).body(),
                        same);
            }
            assertEquals(
                    STUDY,
                    server.api("/runs/" + id + "/files/study.yaml").with(200).text());
            ServerClient.Reply report =
                    server.api("/runs/" + id + "/files/report.html").with(200);
            assertTrue(
                    report.header("Content-Security-Policy")
                            .startsWith("sandbox allow-scripts allow-downloads; default-src 'none'"),
                    report.header("Content-Security-Policy"));
            assertTrue(report.text().contains("A short study"));
            assertEquals(
                    "attachment; filename=\"01-partners.csv\"",
                    server.api("/runs/" + id + "/files/tables/01-partners.csv").header("Content-Disposition"));
            server.api("/runs/" + id + "/files/run.json").problem(404, "There is no such file in this run");
            server.api("/runs/" + id + "/files/tables").problem(404);
            server.api("/runs/20200101-000000-000-0000").problem(404, "There is no such run");
            assertEquals(1, server.api("/runs").with(200).json().size());
        }
    }

    @Test
    void aQuestionMayBeARun() throws IOException {
        CommandProcess.inProcess(
                        "cutoff",
                        "JPN",
                        "--world",
                        "wiod2011",
                        "--atlas",
                        "-o",
                        home.resolve("atlas.json").toString())
                .done();
        try (ServerClient server = ServerClient.server(home)) {
            String id = submitted(server.post(JSON, """
                    {"command": "cutoff", "parameters": {"home": "JPN", "world": "wiod2011", "atlas": true}}
                    """));
            JsonNode run = server.until(id, "done");
            assertEquals("cutoff", run.get("kind").asString());
            assertEquals(
                    "What Japan has at stake in its supply links, 2011",
                    run.get("title").asString());
            assertArrayEquals(
                    Files.readAllBytes(home.resolve("atlas.json")),
                    server.api("/runs/" + id + "/files/results.json").with(200).body());
            assertEquals(
                    List.of(
                            "manifest.json",
                            "question.json",
                            "results.json",
                            "tables/01-cutoff.csv",
                            "tables/01-cutoff.parquet",
                            "tables/01-cutoff.xlsx"),
                    run.get("files").valueStream().map(JsonNode::asString).toList());
            JsonNode manifest =
                    server.api("/runs/" + id + "/files/manifest.json").json();
            assertTrue(
                    manifest.get("datasets_sha256").get("wiod2011").asString().matches("[0-9a-f]{64}"),
                    manifest.toString());
        }
    }

    @Test
    void aRunIsToldInTheLanguageInWhichItWasAsked() {
        String question = """
                {"command": "tariffs", "parameters": {"world": "wiod2011", "importer": "USA", "exporter": "CHN", "ban": true}}
                """;
        try (ServerClient server = ServerClient.server(home)) {
            JsonNode english = server.until(submitted(server.post(JSON, question)), "done");
            assertEquals(
                    "A ban on goods from China into the United States",
                    english.get("title").asString());
            JsonNode run = server.until(
                    submitted(server.send(server.request("/api/v1/runs?lang=ja")
                            .header("Content-Type", JSON)
                            .POST(HttpRequest.BodyPublishers.ofString(question)))),
                    "done");
            assertEquals("中国から米国への財に対する取引の禁止", run.get("title").asString());
            JsonNode results = server.api("/runs/" + run.get("id").asString() + "/files/results.json")
                    .with(200)
                    .json();
            assertEquals("中国から米国への財に対する取引の禁止", results.get("title").asString());
        }
    }

    @Test
    void aRunThatFailsSaysWhy() throws IOException {
        try (ServerClient server =
                ServerClient.server(home, limits(1, 4, 9, Duration.ofMinutes(5)), Optional.empty())) {
            String before = submitted(server.post(JSON, ENDLESS));
            Path mine = Files.createDirectories(home.resolve("worlds")).resolve("mine.npz");
            Files.copy(Bundled.root().resolve("data/wiod2013/wiod1995.npz"), mine);
            String id = submitted(server.post(
                    JSON,
                    "{\"command\": \"exposure\", \"parameters\": {\"home\": \"JPN\", " + "\"world\": \"mine\"}}"));
            Files.delete(mine); // while it waits for its turn
            server.delete(before).with(202);
            JsonNode run = server.until(id, "failed");
            assertEquals(
                    "There is no such world", run.get("problem").get("title").asString());
            assertTrue(
                    run.get("problem").get("maybe").asString().startsWith("it has still to be imported"),
                    run.toString());
            assertEquals("[\"question.json\"]", run.get("files").toString());
            assertTrue(server.api("/runs/" + id + "/files/question.json")
                    .with(200)
                    .text()
                    .contains("mine"));
            server.post(YAML, STUDY.replace("CHN", "CHX")).problem(422, "study.yaml, line 7", "you meant CHN");
        }
    }

    @Test
    void aRunIsStoppedWhenItIsAsked() throws InterruptedException {
        try (ServerClient server = ServerClient.server(home)) {
            String id = submitted(server.post(JSON, ENDLESS));
            long begun = System.nanoTime();
            while (server.run(id).get("done").asInt() == 0) {
                assertTrue(System.nanoTime() - begun < 60e9, "no progress");
                Thread.sleep(50);
            }
            assertEquals(1_000_000, server.run(id).get("total").asInt());
            server.delete(id).with(202);
            server.until(id, "cancelled");
            assertFalse(worksOn(id), "threads still work on it");
            int done = server.run(id).get("done").asInt();
            Thread.sleep(300);
            assertEquals(done, server.run(id).get("done").asInt());
            assertEquals(
                    "cancelled", server.delete(id).with(202).json().get("state").asString());
        }
    }

    private static boolean worksOn(String id) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().startsWith("run-" + id) && t.isAlive());
    }

    @Test
    void theQueueIsBoundedAndWhatWaitsCanBeTakenOut() {
        try (ServerClient server =
                ServerClient.server(home, limits(1, 1, 10, Duration.ofMinutes(5)), Optional.empty())) {
            String working = submitted(server.post(JSON, ENDLESS));
            server.until(working, "running");
            String waiting = submitted(server.post(JSON, ENDLESS));
            server.post(JSON, ENDLESS).problem(429, "The queue is full");
            assertEquals(2, server.api("/runs").json().size());
            server.delete(waiting).with(202);
            server.delete(working).with(202);
            server.until(working, "cancelled");
            JsonNode never = server.until(waiting, "cancelled");
            assertFalse(never.has("started"), never.toString());
        }
    }

    @Test
    void aRunThatTakesTooLongIsGivenUp() {
        try (ServerClient server =
                ServerClient.server(home, limits(1, 1, 10, Duration.ofSeconds(2)), Optional.empty())) {
            String id = submitted(server.post(JSON, ENDLESS));
            assertEquals(
                    504, server.until(id, "failed").get("problem").get("status").asInt());
            assertFalse(worksOn(id));
        }
    }

    @Test
    void onlyTheLatestAreKept() throws IOException {
        String quick = "{\"command\": \"worlds\", \"parameters\": {\"id\": \"wiod2011\"}}";
        try (ServerClient server =
                ServerClient.server(home, limits(1, 5, 2, Duration.ofMinutes(1)), Optional.empty())) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ids.add(submitted(server.post(JSON, quick)));
                server.until(ids.getLast(), "done");
            }
            List<String> kept = server.api("/runs")
                    .json()
                    .valueStream()
                    .map(r -> r.get("id").asString())
                    .toList();
            assertEquals(List.of(ids.get(3), ids.get(2), ids.get(1)), kept);
            try (Stream<Path> folders = Files.list(home.resolve("runs"))) {
                assertEquals(3, folders.filter(Files::isDirectory).count());
            }
        }
    }

    /** The command in a process of its own, killed in the midst of work, and started again. */
    @Test
    void whatWasDoneSurvivesAKillAndWhatWasNotIsMarkedBroken() throws Exception {
        Process first = serve();
        String done;
        String cut;
        byte[] results;
        try (ServerClient server = ServerClient.at(port(first))) {
            done = submitted(server.post(YAML, STUDY));
            server.until(done, "done");
            results = server.api("/runs/" + done + "/files/results.json")
                    .with(200)
                    .body();
            cut = submitted(server.post(JSON, ENDLESS));
            server.until(cut, "running");
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = serve();
        try (ServerClient server = ServerClient.at(port(second))) {
            assertEquals("done", server.run(done).get("state").asString());
            assertArrayEquals(
                    results,
                    server.api("/runs/" + done + "/files/results.json")
                            .with(200)
                            .body());
            JsonNode broken = server.run(cut);
            assertEquals("broken", broken.get("state").asString());
            assertTrue(
                    broken.has("ended") && broken.get("files").toString().equals("[\"question.json\"]"),
                    broken.toString());
            List<JsonNode> told = events(server, cut);
            assertEquals(List.of(broken), told);
            server.api("/worlds").with(200);
        } finally {
            second.destroy();
            assertTrue(second.waitFor(20, TimeUnit.SECONDS), "it does not end when asked");
        }
    }

    @Test
    void anAddressOfTheNetworkIsOpenedWithATokenThatIsMadeUp() throws Exception {
        Process process = serve("--address", "0.0.0.0");
        String line = firstLine(process);
        try {
            assertTrue(line.matches("Jiritsu: http://localhost:\\d+/\\?token=[0-9a-f]{32}"), line);
            assertTrue(Files.readString(home.resolve("err.txt")).contains("Other machines can reach this address"));
            String token = line.substring(line.indexOf('=') + 1);
            try (ServerClient server = ServerClient.at(Integer.parseInt(line.replaceAll(".*:(\\d+)/.*", "$1")))) {
                server.api("/health").problem(401);
                server.send(server.request("/api/v1/health").header("Authorization", "Bearer " + token))
                        .with(200);
            }
        } finally {
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it does not end when asked");
        }
    }

    private Process serve(String... more) throws IOException {
        return CommandProcess.process(
                        home,
                        CommandProcess.java(Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(more))
                                .toArray(String[]::new)))
                .redirectError(home.resolve("err.txt").toFile())
                .start();
    }

    private static String firstLine(Process server) throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    /** From the line that the server prints when it listens. */
    private static int port(Process server) throws IOException {
        String line = firstLine(server);
        assertTrue(line.matches("Jiritsu: http://127.0.0.1:\\d+/"), line);
        return Integer.parseInt(line.replaceAll(".*:(\\d+)/", "$1"));
    }
}
