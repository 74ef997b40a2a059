package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jiritsu.app.http.HttpServer;
import org.jiritsu.app.http.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile page, caller or file must not be able to do. */
class GuardTest extends ServerTest {
    private static final String YAML = "application/yaml";

    /** The whole reply to a request as it is written, which clients would not send. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String rawGet(String path, String host) throws IOException {
        return raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/health", "/api/v1/nothing", "/api/v1/exposure?home=JPP", "/assets/none.js"})
    void everyAnswerCarriesTheHeadersThatBindABrowser(String path) {
        ServerClient.Reply reply = server.get(path);
        String policy = reply.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'") && policy.contains("object-src 'none'"), policy);
        assertFalse(policy.contains("script-src") || policy.contains("unsafe"), policy);
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertEquals("no-referrer", reply.header("Referrer-Policy"));
        assertEquals("DENY", reply.header("X-Frame-Options"));
        assertEquals("same-origin", reply.header("Cross-Origin-Resource-Policy"));
        assertEquals("", reply.header("Server"));
        assertEquals("", reply.header("Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example:1",
                "10.0.0.1",
                ""
            })
    void anotherNameForThisMachineIsRefused(String host) throws IOException {
        String reply = rawGet("/api/v1/health", host);
        assertTrue(reply.startsWith("HTTP/1.1 421") || reply.startsWith("HTTP/1.1 400"), reply);
        for (String own : List.of("localhost:", "[::1]:")) {
            String taken = rawGet("/api/v1/health", own + server.port());
            assertTrue(taken.startsWith("HTTP/1.1 200"), "'" + taken + "'");
        }
    }

    @Test
    void anotherSitesPageIsRefused() {
        String study = "title: x";
        server.send(server.request("/api/v1/runs")
                        .header("Content-Type", YAML)
                        .header("Origin", "http://evil.example")
                        .POST(HttpRequest.BodyPublishers.ofString(study)))
                .problem(403, "Another site's page asks");
        server.send(server.request("/api/v1/runs")
                        .header("Content-Type", YAML)
                        .header("Origin", "null")
                        .POST(HttpRequest.BodyPublishers.ofString(study)))
                .problem(403);
        server.send(server.request("/api/v1/health").header("Sec-Fetch-Site", "cross-site"))
                .problem(403);
        server.send(server.request("/api/v1/runs/x")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Mode", "navigate")
                        .DELETE())
                .problem(403);
        server.send(server.request("/api/v1/health")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Mode", "navigate"))
                .with(200);
        server.send(server.request("/api/v1/health").header("Origin", "http://127.0.0.1:" + server.port()))
                .with(200);
    }

    @Test
    void aFormsKindOfBodyIsRefused() {
        server.post("text/plain", "title: x").problem(415, "application/yaml");
        server.post("application/x-www-form-urlencoded", "a=b").problem(415);
        server.post("multipart/form-data; boundary=x", "--x").problem(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "//etc/passwd",
                "/assets/../../pom.xml",
                "/assets/..\\..\\pom.xml",
                "/org/jiritsu/app/Main.class",
                "/./index.html/../../app/Main.class",
                "/.git/config",
                "/api/v1/methods/..%2f..%2fREADME",
                "/api/v1/methods/%2e%2e",
                "/api/v1/worlds/..%2f..%2fpom.xml",
                "/api/v1/runs/..%2f..",
                "/api/v1/runs/../files/etc",
                "/api/v1/runs/x/files/../../../pom.xml",
                "/api/v1/methods/exposure%00.md",
                "/%c0%ae%c0%ae/etc/passwd",
            })
    void noPathLeavesItsFolder(String path) throws IOException {
        String reply = rawGet(path, "localhost");
        int status = Integer.parseInt(reply.substring(9, 12));
        assertTrue(status == 400 || status == 404 || status == 503, reply);
        assertFalse(reply.contains("root:") || reply.contains("<project") || reply.contains("CAFEBABE"), reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd.yaml", "../../pom.yaml", "../scenarios/nafta", "nafta.yml"})
    void noParameterNamesAFile(String scenario) {
        server.api("/tariffs?world=wiod2011&scenario=" + scenario).problem(400);
        server.post(YAML, """
                title: x
                home: JPN
                worlds: [wiod2011]
                steps:
                  - tariffs:
                      scenario: "%s"
                """.formatted(scenario)).problem(422, "line 6");
    }

    @Test
    void aHostileStudyIsRefused() {
        server.post(YAML, "a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b]\n")
                .problem(422, "no anchors or aliases");
        server.post(YAML, "[".repeat(10_000)).problem(422, "at most 20 levels");
        server.post(YAML, "{a: ".repeat(50_000)).problem(422);
        server.post(YAML, "title: !!javax.script.ScriptEngineManager [x]").problem(422);
        server.post(YAML, study("  - partners:\n      show: 99999999999999999999999999999999\n"))
                .problem(422, "whole number");
        server.post(YAML, study("  - cutoff:\n      by: CHN\n      threshold: 1e999999999\n"))
                .problem(422, "line 7", "share");
        server.post(YAML, study("  - partners:\n".repeat(41))).problem(422, "at most 40 steps");
        server.post(YAML, "title: \u0000").problem(422);
        server.post(YAML, "").problem(422);
        server.post(YAML, "x".repeat(300 << 10)).problem(413, "at most 256 KB");
    }

    private static String study(String steps) {
        return "title: x\nhome: JPN\nworlds: [wiod2011]\nsteps:\n" + steps;
    }

    @Test
    void aHostileQuestionIsRefused() {
        String json = "application/json";
        server.post(json, "[".repeat(100_000)).problem(400, "This is not a question");
        server.post(json, "{\"command\": \"serve\", \"parameters\": {}}").problem(400, "serve");
        server.post(json, "{\"command\": \"exposure\", \"parameters\": {\"output\": \"x.json\"}}")
                .problem(400, "output");
        server.post(json, "{\"command\": \"exposure\", \"parameters\": {\"home\": {\"a\": 1}}}")
                .problem(400);
        server.post(json, "{\"command\": \"exposure\", \"parameters\": {\"top\": 1" + "0".repeat(100_000) + "}}")
                .problem(400);
        server.post(json, "nonsense").problem(400);
        server.post(json, "[1, 2]").problem(400, "a list", "it should stand in { }");
        server.post(json, "{\"command\": \"exposure\", \"parameters\": [\"JPN\"]}")
                .problem(400, "parameters that are a list");
        server.post(json, "{\"command\": \"exposure\", \"home\": \"JPN\"}").problem(400, "the key 'home'");
        server.post(json, "{\"command\": \"exposure\", \"parameters\": {\"home\": null}}")
                .problem(400, "home");
    }

    /** Each would be understood by the parser of words, and fails only against the world that it asks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exposure | 'home': 'JPP' | Unknown economy",
                "exposure | 'home': 'JPN', 'top': -1 | this number is out of range",
                "tariffs | 'scenario': 'us-2025-august', 'draws': true | should be a whole number",
                "tariffs | 'scenario': 'us-2025-august', 'draws': 1.5 | should be a whole number",
                "tariffs | 'scenario': 'us-2025-august', 'draws': -5 | out of range",
                "tariffs | 'scenario': 'us-2025-august', 'draws': 9, 'spread': 7 | This spread of elasticities",
                "tariffs | 'importer': 'USA', 'tariff': 'much' | much",
                "tariffs | 'nash': true, 'coalition': 'USA,XXX' | XXX",
                "disrupt | 'home': 'JPN', 'cut': 'CHN:c14', 'days': 'ten' | this should be a whole number",
                "disrupt | 'home': 'JPN', 'cut': 'CHN:Q99' | Unknown sector",
                "disrupt | 'home': 'JPN', 'cut': 'CHN:c14', 'draws': 1 | An ensemble needs several runs",
                "disrupt | 'home': 'JPN', 'cut': 'CHN:c14', 'curve': 'c14=5,1' | The stock sizes to try are not usable",
                "disrupt | 'home': 'JPN', 'cut': 'CHN:c14', 'durations': '90', 'horizon': 60 | The longest duration ends",
            })
    void aQuestionThatCannotBeAnsweredIsNeverQueued(String command, String parameters, String text) {
        server.post(
                        "application/json",
                        "{'command': '%s', 'parameters': {'world': 'wiod2011', %s}}"
                                .formatted(command, parameters)
                                .replace('\'', '"'))
                .problem(400, text);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/methods/%2e%2e, 400, This address cannot be understood",
        "/api/v1/methods/..%2fREADME, 400, This address cannot be understood"
    })
    void anAddressThatHidesItsWayIsToldSo(String path, int status, String text) throws IOException {
        String reply = rawGet(path, "localhost");
        assertTrue(reply.startsWith("HTTP/1.1 " + status) && reply.contains(text), reply);
    }

    @Test
    void whatIsTooLongIsToldSo() throws IOException {
        String address = rawGet("/api/v1/exposure?home=" + "x".repeat(20_000), "localhost");
        assertTrue(address.startsWith("HTTP/1.1 414") && address.contains("The address is too long"), address);
        String headers = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(20_000) + "\r\n\r\n");
        assertTrue(headers.startsWith("HTTP/1.1 431") && headers.contains("The headers are too long"), headers);
    }

    @Test
    void whatIsNoHttpIsAnsweredOrCutOff() throws IOException {
        String nonsense = raw("\u0016\u0003\u0001 nonsense\r\n\r\n");
        assertTrue(nonsense.isEmpty() || nonsense.startsWith("HTTP/1.1 400"), nonsense);
        String both = raw("POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\n"
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n");
        assertTrue(both.startsWith("HTTP/1.1 400"), both);
        assertTrue(rawGet("/api/v1/exposure?home=%", "localhost").startsWith("HTTP/1.1 400"));
        assertTrue(rawGet("/api/v1/exposure?home=%ff%fe", "localhost").startsWith("HTTP/1.1 400"));
        server.api("/health").with(200);
    }

    @Test
    void aTokenIsAskedForWhereItWasSet() {
        try (ServerClient guarded =
                ServerClient.server(folder.resolve("guarded"), Limits.USUAL, Optional.of("secret-token"))) {
            guarded.api("/health").problem(401, "Authorization: Bearer");
            guarded.get("/").problem(401);
            guarded.send(guarded.request("/api/v1/health").header("Authorization", "Bearer wrong-token"))
                    .problem(401);
            guarded.send(guarded.request("/api/v1/health").header("Authorization", "Bearer secret-token"))
                    .with(200);
            guarded.send(guarded.request("/api/v1/health").header("Cookie", "jiritsu_token=secret-token"))
                    .with(200);
            guarded.get("/?token=wrong-token").problem(401);
            ServerClient.Reply welcome = guarded.get("/?token=secret-token").with(303);
            assertEquals("/", welcome.header("Location"));
            assertEquals("jiritsu_token=secret-token; Path=/; HttpOnly; SameSite=Strict", welcome.header("Set-Cookie"));
        }
    }

    @Test
    void noAddressOfTheNetworkIsOpenedWithoutAToken() {
        assertThrows(IllegalArgumentException.class, () -> new HttpServer(null, "0.0.0.0", 0, Optional.empty()));
        CommandProcess.inProcess("serve", "--token", "short").failed(2, "This token cannot be used");
        CommandProcess.inProcess("serve", "--address", "no such address").failed(2, "This address is not known");
        CommandProcess.inProcess("serve", "--port", "70000").failed(2, "This is no port");
    }

    @Test
    void twoServersDoNotShareTheirRuns() {
        RuntimeException second = assertThrows(RuntimeException.class, () -> ServerClient.server(folder));
        assertTrue(second.getMessage().contains("Another server keeps its runs here"), second::getMessage);
        assertTrue(Files.isDirectory(folder.resolve("runs")));
    }
}
