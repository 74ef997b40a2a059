package org.jiritsu.app.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Language;
import org.jiritsu.world.World;

/** The routes of the API, each said once: what is answered and what is described come from the same list. */
final class Api implements AutoCloseable {
    private static final Set<String> SLOW = Set.of("tariffs", "disrupt");
    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).toList();

    private final HttpServer.Ground ground;
    private final Library library;
    private final Answers answers;
    private final Runs runs;
    private final RunRequests requests;
    private final List<Route> routes;
    private final Map<String, Answer.Whole> fixed = new ConcurrentHashMap<>();

    Api(HttpServer.Ground ground) throws IOException {
        this.ground = ground;
        this.library = new Library(ground.root());
        Path bundled = ground.root().resolve("data");
        this.runs = new Runs(ground.runs(), bundled, ground.limits(), ground.questions());
        this.answers = new Answers(ground.analysis(), bundled, ground.limits().question());
        this.requests = new RunRequests(ground, answers, runs);
        this.routes = List.copyOf(routes());
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        ground.questions().names().forEach(name -> routes.add(question(name)));
        routes.addAll(List.of(
                Route.get(
                        "/worlds/{id}",
                        "One world: source, limits, economies and sectors in English and Japanese",
                        call -> Answer.json(200, world(call.path("id"), Library::world))),
                Route.get(
                                "/scenarios",
                                "The bundled scenarios of trade policy",
                                call -> once(
                                        "scenarios " + call.language(),
                                        () -> Answer.json(200, library.scenarios(call.language()))))
                        .with("lang", LANGUAGES),
                Route.get(
                                "/fields",
                                "Every column a result can have: kind, label, definition, source",
                                call -> once(
                                        "fields " + call.language(),
                                        () -> Answer.json(200, Library.fields(call.language()))))
                        .with("lang", LANGUAGES),
                Route.get(
                        "/methods",
                        "The pages on methods",
                        call -> once("methods", () -> Answer.json(200, library.methods()))),
                Route.get(
                                "/methods/{id}",
                                "A page on a method",
                                call -> once(
                                        "method " + call.path("id"),
                                        () -> Answer.text(200, "text/markdown", library.method(call.path("id")))))
                        .gives("text/markdown"),
                Route.get(
                                "/studies",
                                "The bundled studies, with their text",
                                call -> once(
                                        "studies " + call.language(),
                                        () -> Answer.json(200, library.studies(call.language()))))
                        .with("lang", LANGUAGES),
                Route.get("/runs", "Every run that is kept, the latest first", call -> current(200, runs.all()))
                        .of("Run[]"),
                Route.get(
                                "/runs",
                                "Run a study (application/yaml), or a long question (application/json)",
                                call -> submitted(requests.submit(call)))
                        .by("POST")
                        .of("Run")
                        .with("lang", LANGUAGES),
                Route.get(
                                "/runs/{id}",
                                "How far a run has come",
                                call -> current(200, runs.job(call.path("id")).run()))
                        .of("Run"),
                Route.get(
                                "/runs/{id}",
                                "Stop a run; what has ended stays as it is",
                                call -> current(202, runs.cancel(call.path("id"))))
                        .by("DELETE")
                        .of("Run"),
                Route.get(
                                "/runs/{id}/events",
                                "The run after each change, until it has ended",
                                call -> events(runs.job(call.path("id"))))
                        .gives("text/event-stream"),
                Route.get(
                                "/runs/{id}/files/{name...}",
                                "A file of a run that is done",
                                call -> file(call.path("id"), call.path("name")))
                        .gives("*/*"),
                Route.get(
                        "/health",
                        "Whether the server answers, and its version",
                        call -> current(200, Map.of("status", "ok", "version", ground.version()))),
                Route.get(
                        "/openapi.json",
                        "This description",
                        call -> once("openapi", () -> Answer.json(200, description())))));
        return routes;
    }

    private Route question(String name) {
        String about =
                String.join(" ", ground.questions().spec(name).usageMessage().description());
        return Route.get("/" + name, about, call -> question(name, call.query(), call.language()))
                .of("Table")
                .with("format", List.of("json", "csv", "xlsx", "parquet"))
                .asks(name);
    }

    private Map<String, Object> description() {
        return OpenApi.of(ground.version(), routes, ground.questions());
    }

    /** What does not change while the server runs is made once; a failure is not kept. */
    private Answer once(String name, Callable<Answer.Whole> make) throws Exception {
        Answer.Whole made = fixed.get(name);
        if (made == null) {
            made = make.call();
            fixed.put(name, made);
        }
        return made;
    }

    /** True now, and not a moment later. */
    private static Answer.Whole current(int status, Object value) {
        return Answer.json(status, value).with("Cache-Control", "no-store");
    }

    private static Answer submitted(Run run) {
        return current(202, run).with("Location", HttpServer.API + "/runs/" + run.id());
    }

    private static Answer events(Job job) {
        return new Answer.Stream(
                200, Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-store"), job::tell);
    }

    private Answer file(String id, String name) throws IOException {
        Answer.Whole file = Answer.of(200, type(name), runs.file(id, name));
        if (name.endsWith(".html")) {
            return file.with("Content-Security-Policy", Guard.REPORT_POLICY).with("X-Frame-Options", "SAMEORIGIN");
        }
        return name.endsWith(".json")
                ? file
                : file.with(
                        "Content-Disposition",
                        "attachment; filename=\"" + name.substring(name.lastIndexOf('/') + 1) + "\"");
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "json" -> "application/json";
            case "yaml" -> "text/yaml; charset=utf-8";
            case "csv" -> Answers.type(Format.CSV);
            case "parquet" -> Answers.type(Format.PARQUET);
            case "xlsx" -> Answers.type(Format.XLSX);
            default -> "application/octet-stream";
        };
    }

    Answer answer(Request request, String path) throws Exception {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> named = route.match(path);
            if (named.isPresent()) {
                String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
                if (route.method().equals(method)) {
                    return route.handler().answer(new Call(request, named.get()));
                }
                methods.add(route.method());
            }
        }
        if (!methods.isEmpty()) {
            return Answer.problem(Problem.of(
                            405,
                            "This cannot be done here",
                            String.join(" or ", methods),
                            request.getMethod(),
                            "another address is meant: /api/v1/openapi.json lists them all."))
                    .with("Allow", String.join(", ", methods));
        }
        throw Problem.of(
                        404,
                        "There is no such address",
                        "one of /api/v1/openapi.json",
                        "/api/v1" + path,
                        "it is from another version.")
                .thrown();
    }

    /** Has the usual world opened and solved, so that the first reader need not wait for it. */
    void warm() {
        Thread.ofVirtual().start(() -> {
            try {
                question("exposure", Map.of("home", List.of("JPN"), "band", List.of("true")), Language.EN);
            } catch (Exception e) {
                ground.questions().problem(e); // traced if asked for; the first reader will be told
            }
        });
    }

    private Answer question(String name, Map<String, List<String>> given, Language language) throws Exception {
        Map<String, List<String>> parameters = new LinkedHashMap<>(given);
        parameters.remove("lang");
        if (language != Language.EN) {
            parameters.put(
                    "lang", List.of(language.code())); // so that the name of an English answer is as it was asked
        }
        Format format = format(Optional.ofNullable(parameters.remove("format"))
                .map(List::getLast)
                .orElse("json"));
        return answers.of(
                name + " " + new TreeMap<>(parameters),
                () -> answerable(name, parameters),
                SLOW.contains(name),
                format);
    }

    private Questions.Asked answerable(String name, Map<String, List<String>> parameters) {
        Questions.Asked asked = ground.questions().ask(name, parameters);
        if (asked.isLong()) {
            throw Problem.of(
                            422,
                            "This question takes too long to be waited for",
                            "a run",
                            "a question",
                            "it should be a run: POST it to /api/v1/runs.")
                    .thrown();
        }
        return asked;
    }

    private static Format format(String text) {
        for (Format each : Format.values()) {
            if (each != Format.TABLE && each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw Problem.of(
                        400,
                        "This format is not known here",
                        "one of json, csv, parquet, xlsx",
                        text,
                        "you meant json.")
                .thrown();
    }

    private <T> T world(String id, Function<World, T> told) throws Exception {
        return answers.with(false, analysis -> {
            if (!analysis.store().holds(id)) {
                throw Problem.of(
                                404,
                                "There is no such world",
                                "one of those that /api/v1/worlds lists",
                                id,
                                "it has still to be imported: 'jiritsu world import'.")
                        .thrown();
            }
            return told.apply(analysis.world(id));
        });
    }

    @Override
    public void close() {
        runs.close();
        answers.close();
    }
}
