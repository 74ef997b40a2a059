package org.jiritsu.app.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Session;

/** Jiritsu over HTTP: {@code docs/api.md}. Listens from its making until it is closed. */
public final class HttpServer implements AutoCloseable {
    static final String API = "/api/v1";
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    private static final int LONGEST_HEADERS = 8192;
    private static final int CONNECTIONS = 512;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Server jetty;
    private final ServerConnector connector;
    private final Guard guard;
    private final Api api;
    private final Workbench workbench = new Workbench(Workbench.FOLDER);
    private final Function<Exception, Problem> problems;

    /**
     * What a server stands on.
     *
     * @param root the product's folder, with {@code data}, {@code studies} and {@code docs}
     * @param runs the folder where runs are kept
     * @param session shared by all who ask
     * @param problems the words of the command line for a failure
     * @param version of Jiritsu
     */
    public record Ground(
            Path root,
            Path runs,
            Session session,
            Catalogue catalogue,
            Function<Exception, Problem> problems,
            String version,
            Limits limits) {}

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @param token what callers must know; none only for an address that no other machine can reach
     */
    public HttpServer(Ground ground, String address, int port, Optional<String> token) throws IOException {
        boolean loopback = isLoopback(address);
        if (!loopback && token.isEmpty()) {
            throw new IllegalArgumentException("No token for " + address);
        }
        this.problems = ground.problems();
        this.guard = new Guard(loopback, token);
        this.api = new Api(ground);
        JETTY.setLevel(Level.WARNING); // and not each start and stop
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        this.jetty = new Server(threads);
        this.connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        jetty.addConnector(connector);
        jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                send(request, response, callback, answer(request));
                return true;
            }
        });
        jetty.setErrorHandler((request, response, callback) -> {
            send(
                    request,
                    response,
                    callback,
                    Reply.problem(unread(
                            Math.max(400, response.getStatus()),
                            String.valueOf(request.getAttribute(ErrorHandler.ERROR_MESSAGE)))));
            return true;
        });
        start();
    }

    /** What Jetty refused before anybody could read it. */
    private static Problem unread(int status, String message) {
        return switch (status) {
            case 414 ->
                Problem.of(
                        status,
                        "The address is too long",
                        "at most 8 KB, headers included",
                        "more",
                        "it is a question for a run: POST it to /api/v1/runs.");
            case 431 ->
                Problem.of(
                        status,
                        "The headers are too long",
                        "at most 8 KB, the address included",
                        "more",
                        "cookies of other servers on this machine have piled up.");
            default ->
                message.contains("URI")
                        ? Problem.of(
                                status,
                                "This address cannot be understood",
                                "parts between '/', without '..', and percent-encoded UTF-8 that hides neither",
                                message,
                                "'%2F', '%2E' or a '%' alone is in it: names have no '/' and no '..'.")
                        : Problem.of(
                                status,
                                "This request cannot be understood",
                                "HTTP/1.1",
                                message,
                                "a proxy on the way has changed it.");
        };
    }

    /** Whether only this machine can reach an address. */
    public static boolean isLoopback(String address) throws UnknownHostException {
        return InetAddress.getByName(address).isLoopbackAddress();
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        return http;
    }

    private void start() throws IOException {
        try {
            jetty.start();
        } catch (Exception e) {
            close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /** Has the usual world made ready while nobody asks yet. */
    public void warm() {
        api.warm();
    }

    public int port() {
        return connector.getLocalPort();
    }

    private Reply answer(Request request) {
        try {
            Call call = new Call(request, Map.of());
            guard.check(call);
            Optional<Reply> welcome = guard.welcome(call);
            if (welcome.isPresent()) {
                return welcome.get();
            }
            String path = Request.getPathInContext(request);
            if (path.equals(API) || path.startsWith(API + "/")) {
                return api.answer(request, path.substring(API.length()));
            }
            return path.equals("/api") || path.startsWith("/api/")
                    ? Reply.problem(Problem.of(
                            404,
                            "There is no such version of the API",
                            "a path that begins with " + API,
                            path,
                            "GET %s/openapi.json says which there are.".formatted(API)))
                    : workbench.answer(path);
        } catch (Problem.Thrown e) {
            return Reply.problem(e.problem());
        } catch (HttpException.RuntimeException | HttpException.IllegalStateException e) {
            return Reply.problem(Problem.of(
                    400,
                    "This request cannot be understood",
                    "HTTP/1.1",
                    "something else",
                    "a proxy on the way has changed it."));
        } catch (Exception e) {
            return Reply.problem(problems.apply(e));
        }
    }

    private static void send(Request request, Response response, Callback callback, Reply answer) {
        Guard.headers().forEach(response.getHeaders()::put);
        answer.headers().forEach(response.getHeaders()::put);
        switch (answer) {
            case Reply.Whole whole -> whole(request, response, callback, whole);
            case Reply.Stream stream -> {
                response.setStatus(stream.status());
                try (OutputStream out = Content.Sink.asOutputStream(response)) {
                    stream.writer().write(out);
                } catch (IOException e) {
                    callback.failed(e); // the reader has gone
                    return;
                }
                callback.succeeded();
            }
        }
    }

    private static void whole(Request request, Response response, Callback callback, Reply.Whole answer) {
        String tag = answer.headers().getOrDefault("ETag", "");
        if (answer.status() == 200
                && !tag.isEmpty()
                && request.getHeaders().getValuesList("If-None-Match").stream()
                        .anyMatch(t -> t.equals(tag) || t.equals("W/" + tag))) {
            response.setStatus(304);
            response.write(true, ByteBuffer.allocate(0), callback);
            return;
        }
        boolean zipped = answer.zipped().length > 0
                && request.getHeaders().getCSV("Accept-Encoding", false).contains("gzip");
        byte[] body = zipped ? answer.zipped() : answer.body();
        response.setStatus(answer.status());
        if (zipped) {
            response.getHeaders().put("Content-Encoding", "gzip");
            response.getHeaders().put("ETag", "W/" + tag);
        }
        response.getHeaders().put("Content-Length", Integer.toString(body.length));
        response.write(
                true, request.getMethod().equals("HEAD") ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            System.err.println("The server did not stop in order: " + e.getMessage());
        }
        api.close();
    }
}
