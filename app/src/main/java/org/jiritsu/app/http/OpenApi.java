package org.jiritsu.app.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Type;

/** The API's description (OpenAPI 3.1), made from the routes and from what the questions say of themselves. */
final class OpenApi {
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)(\\.\\.\\.)?}");

    private OpenApi() {}

    static Map<String, Object> of(String version, List<Route> routes, Catalogue catalogue) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            Map<String, Object> operations = children(paths, route.path().replace("...", ""));
            operations.put(route.method().toLowerCase(Locale.ROOT), operation(route, catalogue));
        }
        return map(
                "openapi",
                "3.1.0",
                "info",
                map(
                        "title",
                        "Jiritsu",
                        "version",
                        version,
                        "description",
                        "On whom does a country depend, who depends on it, and what would a break cost?",
                        "license",
                        map("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(map("url", HttpServer.API)),
                "paths",
                paths,
                "components",
                map("schemas", schemas(), "securitySchemes", map("token", map("type", "http", "scheme", "bearer"))),
                "security",
                List.of(Map.of(), map("token", List.of())));
    }

    private static Map<String, Object> operation(Route route, Catalogue catalogue) {
        Map<String, Object> operation = map("operationId", id(route), "summary", route.about());
        List<Object> parameters = new ArrayList<>();
        Matcher named = NAMED.matcher(route.path());
        while (named.find()) {
            parameters.add(
                    map("name", named.group(1), "in", "path", "required", true, "schema", map("type", "string")));
        }
        route.parameters()
                .forEach((name, values) -> parameters.add(map(
                        "name",
                        name,
                        "in",
                        "query",
                        "schema",
                        map("type", "string", "enum", values, "default", values.getFirst()))));
        if (!route.command().isEmpty()) {
            Question question = catalogue.question(route.command()).orElseThrow();
            Words words = Catalogue.words(question, Language.EN);
            Asked.parameters(question.spec()).forEach(param -> parameters.add(parameter(param, words)));
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (route.method().equals("POST")) {
            operation.put(
                    "requestBody",
                    map(
                            "required",
                            true,
                            "content",
                            map(
                                    "application/yaml", map("schema", map("type", "string")),
                                    "application/json", map("schema", reference("Question")))));
        }
        operation.put(
                "responses",
                map(
                        route.status(),
                        map("description", route.about(), "content", map(route.gives(), map("schema", schema(route)))),
                        "default",
                        map(
                                "description",
                                "What went wrong",
                                "content",
                                map("application/problem+json", map("schema", reference("Problem"))))));
        return operation;
    }

    /** Such as {@code getRunsIdEvents}. */
    private static String id(Route route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (String part : route.path().split("[^A-Za-z]+")) {
            id.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return id.toString();
    }

    private static Object schema(Route route) {
        if (!route.gives().equals("application/json")) {
            return map("type", "string");
        }
        return switch (route.schema()) {
            case "" -> Map.of();
            case String name
            when name.endsWith("[]") -> map("type", "array", "items", reference(name.substring(0, name.length() - 2)));
            case String name -> reference(name);
        };
    }

    private static Object parameter(Param<?> param, Words words) {
        Map<String, Object> one = type(param.type());
        param.usual().ifPresent(text -> one.put("default", value(text, String.valueOf(one.get("type")))));
        return map(
                "name",
                param.name(),
                "in",
                "query",
                "required",
                param.shape() == Param.Shape.POSITIONAL,
                "description",
                words.say("param." + param.name()),
                "schema",
                param.shape().isList() ? map("type", "array", "items", one) : one,
                "style",
                "form",
                "explode",
                param.shape() == Param.Shape.MANY);
    }

    private static Map<String, Object> type(Type<?> type) {
        return switch (type.kind()) {
            case CHOICE -> map("type", "string", "enum", type.among());
            case FLAG -> map("type", "boolean");
            case WHOLE -> map("type", "integer");
            case NUMBER, SHARE -> map("type", "number");
            case DATE -> map("type", "string", "format", "date");
            case TEXT, ECONOMY, SECTOR, WORLD, FILE -> map("type", "string");
        };
    }

    private static Object value(String text, Object type) {
        return type.equals("integer")
                ? (Object) Long.valueOf(text)
                : type.equals("number") ? (Object) Double.valueOf(text) : text;
    }

    private static Map<String, Object> schemas() {
        Map<String, Object> text = map("type", "string");
        Map<String, Object> texts = map("type", "array", "items", text);
        Map<String, Object> whole = map("type", "integer");
        List<String> states = Arrays.stream(Run.State.values()).map(Enum::name).toList();
        return map(
                "Answer",
                        object(
                                List.of(
                                        "title",
                                        "world",
                                        "home",
                                        "unit",
                                        "method",
                                        "sources",
                                        "notes",
                                        "findings",
                                        "charts",
                                        "rows"),
                                map(
                                        "title",
                                        text,
                                        "world",
                                        text,
                                        "home",
                                        text,
                                        "unit",
                                        text,
                                        "method",
                                        text,
                                        "sources",
                                        texts,
                                        "notes",
                                        texts,
                                        "findings",
                                        map("type", "array", "items", reference("Finding")),
                                        "charts",
                                        map("type", "array", "items", object(List.of("kind"), map("kind", text))),
                                        "rows",
                                        map(
                                                "type",
                                                "array",
                                                "items",
                                                map(
                                                        "type",
                                                        "object",
                                                        "additionalProperties",
                                                        map("type", List.of("string", "number", "boolean", "null")))))),
                "Finding",
                        object(
                                List.of("role", "said", "figures"),
                                map(
                                        "role",
                                        map(
                                                "type",
                                                "string",
                                                "enum",
                                                List.of("headline", "story", "assumption", "limit")),
                                        "said",
                                        text,
                                        "figures",
                                        map(
                                                "type",
                                                "array",
                                                "items",
                                                object(List.of("row", "field"), map("row", whole, "field", text))))),
                "Run",
                        object(
                                List.of(
                                        "id",
                                        "title",
                                        "kind",
                                        "state",
                                        "done",
                                        "total",
                                        "message",
                                        "submitted",
                                        "files"),
                                map(
                                        "id",
                                        text,
                                        "title",
                                        text,
                                        "kind",
                                        text,
                                        "state",
                                        map("type", "string", "enum", states),
                                        "done",
                                        whole,
                                        "total",
                                        whole,
                                        "message",
                                        text,
                                        "submitted",
                                        text,
                                        "started",
                                        text,
                                        "ended",
                                        text,
                                        "problem",
                                        reference("Problem"),
                                        "files",
                                        texts)),
                "Question",
                        object(
                                List.of("command", "parameters"),
                                map("command", text, "parameters", map("type", "object"))),
                "Problem",
                        object(
                                List.of("type", "title", "status", "detail", "expected", "found", "maybe"),
                                map(
                                        "type",
                                        text,
                                        "title",
                                        text,
                                        "status",
                                        whole,
                                        "detail",
                                        text,
                                        "expected",
                                        text,
                                        "found",
                                        text,
                                        "maybe",
                                        text)));
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        return map("type", "object", "required", required, "properties", properties);
    }

    private static Map<String, Object> reference(String name) {
        return map("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> children(Map<String, Object> of, String name) {
        Map<String, Object> fresh = new LinkedHashMap<>();
        return of.putIfAbsent(name, fresh) instanceof Map<?, ?> known ? retyped(known) : fresh;
    }

    private static Map<String, Object> retyped(Map<?, ?> known) {
        @SuppressWarnings("unchecked") // nothing but this class puts maps there
        Map<String, Object> map = (Map<String, Object>) known;
        return map;
    }

    /** In the order given: keys and values in turn. */
    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
