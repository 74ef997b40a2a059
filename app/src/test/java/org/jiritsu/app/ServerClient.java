package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jiritsu.Bundled;
import org.jiritsu.app.http.HttpServer;
import org.jiritsu.app.http.Limits;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.Questions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on a port of its own, and what it is asked. */
final class ServerClient implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Optional<HttpServer> server;
    private final int port;

    private ServerClient(Optional<HttpServer> server, int port) {
        this.server = server;
        this.port = port;
    }

    /** In this machine, with its runs in {@code home}. */
    static ServerClient server(Path home, Limits limits, Optional<String> token) {
        return server(home, limits, token, Questions.ALL);
    }

    static ServerClient server(Path home, Limits limits, Optional<String> token, Catalogue catalogue) {
        HttpServer.Ground ground = new HttpServer.Ground(
                Bundled.root(),
                home.resolve("runs"),
                Bundled.session(Bundled.store(home.resolve("worlds")), Kernel.best()),
                catalogue,
                Failures::problem,
                "test",
                limits);
        try {
            HttpServer server = new HttpServer(ground, "127.0.0.1", 0, token);
            return new ServerClient(Optional.of(server), server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerClient server(Path home) {
        return server(home, Limits.USUAL, Optional.empty());
    }

    /** One that runs elsewhere. */
    static ServerClient at(int port) {
        return new ServerClient(Optional.empty(), port);
    }

    int port() {
        return port;
    }

    /** What came back. */
    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        byte[] body() {
            return response.body();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        byte[] unzipped() {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body()))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Reply with(int status) {
            assertEquals(status, status(), this::text);
            return this;
        }

        /** A problem of this status with all its parts, one of which holds each text. */
        Reply problem(int status, String... texts) {
            with(status);
            assertEquals("application/problem+json", header("Content-Type"));
            JsonNode problem = json();
            for (String part : new String[] {"type", "title", "status", "detail", "expected", "found", "maybe"}) {
                assertTrue(problem.has(part), () -> part + " is missing in " + text());
            }
            assertEquals(status, problem.get("status").asInt());
            assertTrue(
                    problem.get("detail").asString().lines().toList().getLast().startsWith("Maybe "), this::text);
            for (String each : texts) {
                assertTrue(text().contains(each), () -> "'" + each + "' is missing in " + text());
            }
            return this;
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Reply get(String path) {
        return send(request(path));
    }

    Reply api(String path) {
        return get("/api/v1" + path);
    }

    Reply post(String type, String body) {
        return send(
                request("/api/v1/runs").header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply delete(String id) {
        return send(request("/api/v1/runs/" + id).DELETE());
    }

    JsonNode run(String id) {
        return api("/runs/" + id).with(200).json();
    }

    /** Waits until a run has come to a state. */
    JsonNode until(String id, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode run = run(id);
        while (!run.get("state").asString().equals(state) && System.nanoTime() < end) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            run = run(id);
        }
        assertEquals(state, run.get("state").asString(), run.toString());
        return run;
    }

    @Override
    public void close() {
        client.close();
        server.ifPresent(HttpServer::close);
    }
}
