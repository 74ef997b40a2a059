package org.jiritsu.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jiritsu.answer.Language;

/** A request as the routes see it. */
final class Call {
    private final Request request;
    private final Map<String, String> path;

    Call(Request request, Map<String, String> path) {
        this.request = request;
        this.path = path;
    }

    String method() {
        return request.getMethod();
    }

    /** A part of the path that a route names. */
    String path(String name) {
        return path.getOrDefault(name, "");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    Optional<String> cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Parameters in the order given. */
    Map<String, List<String>> query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        try {
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                query.put(field.getName(), List.copyOf(field.getValues()));
            }
        } catch (HttpException.RuntimeException | HttpException.IllegalStateException | IllegalArgumentException e) {
            throw Problem.of(
                            400,
                            "The parameters of this address cannot be read",
                            "name=value, in UTF-8 and percent-encoded",
                            "something else",
                            "a '%' stands alone.")
                    .thrown();
        }
        return query;
    }

    /** The last value of a parameter. */
    Optional<String> query(String name) {
        return Optional.ofNullable(query().get(name)).map(List::getLast);
    }

    /** In which to answer: {@code lang}, or else what the reader's browser says, or else English. */
    Language language() {
        Optional<String> asked = query("lang");
        return asked.isPresent()
                ? asked.flatMap(Language::of)
                        .orElseThrow(() -> Problem.of(
                                        400,
                                        "This language is not known here",
                                        "en or ja",
                                        asked.get(),
                                        "you meant en.")
                                .thrown())
                : Request.getLocales(request).stream()
                        .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                        .findFirst()
                        .orElse(Language.EN);
    }

    /** The media type of the body, without its parameters. */
    String contentType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }

    /** The body, if it is UTF-8 text of at most so many bytes. */
    String text(int limit) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Problem.of(
                                413,
                                "The body is too long",
                                "at most " + limit / 1024 + " KB",
                                "more",
                                "it is another file.")
                        .thrown();
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(
                            400,
                            "The body is not UTF-8 text",
                            "UTF-8",
                            "bytes of another encoding",
                            "it was saved in another encoding.")
                    .thrown();
        }
    }
}
