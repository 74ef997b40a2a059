package org.jiritsu.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pages of the workbench, as the build put them beside the classes; read once each. */
final class Workbench {
    static final String FOLDER = "/org/jiritsu/web";
    private static final String INDEX = "/index.html";

    /** No part of a path begins with a dot, so none leads out of the folder. */
    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private static final String NOT_BUILT = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Jiritsu</title>
            <h1>The workbench was not built</h1>
            <p>This copy of Jiritsu was built without its pages, most likely because <code>npm</code> was missing.
            <p>Install Node.js, which brings npm (<code>apt-get install npm</code>, or <code>brew install node</code>),
            run <code>mvn package</code> in Jiritsu's folder, and start the server again.
            <p>The <a href="/api/v1/openapi.json">API</a> works without it.
            """;

    private final Map<String, Reply.Whole> read = new ConcurrentHashMap<>();

    private final String folder;

    /** @param folder of the class path */
    Workbench(String folder) {
        this.folder = folder;
    }

    Reply answer(String path) throws IOException {
        Optional<Reply.Whole> file = file(path);
        if (file.isPresent()) {
            return file.get();
        }
        // No page of the workbench has a dot in its address.
        if (path.contains(".")) {
            return Reply.problem(Problem.of(
                    404,
                    "There is no such page",
                    "a page of the workbench, or /api/v1/...",
                    path,
                    "it is from another version: load the first page again."));
        }
        return file(INDEX).orElseGet(() -> Reply.text(503, "text/html", NOT_BUILT));
    }

    private Optional<Reply.Whole> file(String path) throws IOException {
        Reply.Whole known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !FILE.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Workbench.class.getResourceAsStream(folder + path)) {
            if (in == null) {
                return Optional.empty();
            }
            Reply.Whole answer = Reply.of(200, type, in.readAllBytes());
            // The names in assets/ hold a hash of the content.
            if (path.startsWith("/assets/")) {
                answer = answer.with("Cache-Control", "public, max-age=31536000, immutable");
            }
            read.put(path, answer);
            return Optional.of(answer);
        }
    }
}
