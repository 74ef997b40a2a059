package org.jiritsu.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** What is sent back: a whole body that is known, or one that is written as things happen. */
sealed interface Reply {
    JsonMapper JSON = JsonMapper.shared();

    int status();

    Map<String, String> headers();

    /** @param zipped the body in gzip, or empty where that is no gain */
    record Whole(int status, Map<String, String> headers, byte[] body, byte[] zipped) implements Reply {
        /** The same with another header, or another value of it. */
        Whole with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Whole(status, more, body, zipped);
        }
    }

    /** A body written as things happen; never kept by anyone on the way. */
    record Stream(int status, Map<String, String> headers, Writer writer) implements Reply {}

    /** Writes until it is done or the reader has gone, which is an {@link IOException}. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    static Whole json(int status, Object value) {
        return of(status, "application/json", JSON.writeValueAsBytes(value));
    }

    static Whole problem(Problem problem) {
        return of(problem.status(), "application/problem+json", JSON.writeValueAsBytes(problem.json()))
                .with("Cache-Control", "no-store");
    }

    static Whole text(int status, String type, String text) {
        return of(status, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** May be kept, if asked after each time; its tag changes with its content. */
    static Whole of(int status, String type, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("Cache-Control", "no-cache");
        headers.put("ETag", '"' + sha256(body).substring(0, 32) + '"');
        boolean text = type.startsWith("text/")
                || type.contains("json")
                || type.contains("javascript")
                || type.contains("svg");
        return new Whole(status, headers, body, text && body.length > 512 ? gzip(body) : new byte[0]);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
