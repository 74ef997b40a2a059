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
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Question;
import org.jiritsu.world.World;

/** The routes of the API, each said once: what is answered and what is described come from the same list. */
final class Api implements AutoCloseable {
    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).toList();

    private final HttpServer.Ground ground;
    private final Library library;
    private final Lanes lanes;
    private final Runs runs;
    private final RunRequests requests;
    private final List<Route> routes;
    private final Map<String, Reply.Whole> fixed = new ConcurrentHashMap<>();

    Api(HttpServer.Ground ground) throws IOException {
        this.ground = ground;
        this.library = new Library(ground.root());
        Path bundled = ground.root().resolve("data");
        this.runs = new Runs(ground.runs(), bundled, ground.limits(), ground.problems());
        this.lanes = new Lanes(ground.session(), bundled, ground.limits().question());
        this.requests = new RunRequests(ground, lanes, runs);
        this.routes = List.copyOf(routes());
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        ground.catalogue().questions().forEach(question -> routes.add(question(question)));
        routes.addAll(List.of(
                Route.get(
                        "/worlds/{id}",
                        "One world: source, limits, economies and sectors in English and Japanese",
                        call -> Reply.json(200, world(call.path("id"), Library::world))),
                Route.get(
                        "/economies",
                        "Every economy of ISO 3166-1, with its names and the number by which maps know it",
                        call -> once("economies", () -> Reply.json(200, Library.economies()))),
                Route.get(
                                "/scenarios",
                                "The bundled scenarios of trade policy",
                                call -> once(
                                        "scenarios " + call.language(),
                                        () -> Reply.json(200, library.scenarios(call.language()))))
                        .with("lang", LANGUAGES),
                Route.get(
                                "/questions",
                                "Every question: its parameters, with texts for a form, its cost and examples",
                                call -> once(
                                        "questions " + call.language(),
                                        () -> Reply.json(200, QuestionForms.of(ground.catalogue(), call.language()))))
                        .with("lang", LANGUAGES),
                Route.get(
                                "/fields",
                                "Every column a result can have: kind, label, definition, source",
                                call -> once(
                                        "fields " + call.language(),
                                        () -> Reply.json(200, Library.fields(ground.catalogue(), call.language()))))
                        .with("lang", LANGUAGES),
                Route.get(
                        "/methods",
                        "The pages on methods",
                        call -> once("methods", () -> Reply.json(200, library.methods()))),
                Route.get(
                                "/methods/{id}",
                                "A page on a method",
                                call -> once(
                                        "method " + call.path("id"),
                                        () -> Reply.text(200, "text/markdown", library.method(call.path("id")))))
                        .gives("text/markdown"),
                Route.get(
                                "/studies",
                                "The bundled studies, with their text",
                                call -> once(
                                        "studies " + call.language(),
                                        () -> Reply.json(200, library.studies(call.language()))))
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
                        call -> once("openapi", () -> Reply.json(200, description())))));
        return routes;
    }

    private Route question(Question question) {
        String name = question.spec().name();
        String about = Catalogue.words(question, Language.EN).say("about");
        return Route.get("/" + name, about, call -> question(question, call.query(), call.language()))
                .of("Answer")
                .with("format", List.of("json", "csv", "xlsx", "parquet"))
                .asks(name);
    }

    private Map<String, Object> description() {
        return OpenApi.of(ground.version(), routes, ground.catalogue());
    }

    /** What does not change while the server runs is made once; a failure is not kept. */
    private Reply once(String name, Callable<Reply.Whole> make) throws Exception {
        Reply.Whole made = fixed.get(name);
        if (made == null) {
            made = make.call();
            fixed.put(name, made);
        }
        return made;
    }

    /** True now, and not a moment later. */
    private static Reply.Whole current(int status, Object value) {
        return Reply.json(status, value).with("Cache-Control", "no-store");
    }

    private static Reply submitted(Run run) {
        return current(202, run).with("Location", HttpServer.API + "/runs/" + run.id());
    }

    private static Reply events(Job job) {
        return new Reply.Stream(
                200, Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-store"), job::tell);
    }

    private Reply file(String id, String name) throws IOException {
        Reply.Whole file = Reply.of(200, type(name), runs.file(id, name));
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
            case "csv" -> Lanes.type(Format.CSV);
            case "parquet" -> Lanes.type(Format.PARQUET);
            case "xlsx" -> Lanes.type(Format.XLSX);
            default -> "application/octet-stream";
        };
    }

    Reply answer(Request request, String path) throws Exception {
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
            return Reply.problem(Problem.of(
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
        Optional<Question> first = ground.catalogue().question("exposure");
        first.ifPresent(question -> Thread.ofVirtual().start(() -> {
            try {
                question(question, Map.of("home", List.of("JPN"), "band", List.of("true")), Language.EN);
            } catch (Exception e) {
                Problem told = ground.problems().apply(e); // traced if asked for; the first reader meets it too
                System.getLogger(Api.class.getName()).log(System.Logger.Level.DEBUG, told.title());
            }
        }));
    }

    private Reply question(Question question, Map<String, List<String>> given, Language language) throws Exception {
        Map<String, List<String>> parameters = new LinkedHashMap<>(given);
        parameters.remove("lang");
        Format format = format(Optional.ofNullable(parameters.remove("format"))
                .map(List::getLast)
                .orElse("json"));
        String name = question.spec().name();
        String told = language == Language.EN ? "" : " " + language.code();
        return lanes.of(
                name + " " + new TreeMap<>(parameters) + told, () -> Asked.of(question, parameters, language), format);
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
        return lanes.with(false, session -> {
            if (!session.store().holds(id)) {
                throw Problem.of(
                                404,
                                "There is no such world",
                                "one of those that /api/v1/worlds lists",
                                id,
                                "it has still to be imported: 'jiritsu world import'.")
                        .thrown();
            }
            return told.apply(session.world(id));
        });
    }

    @Override
    public void close() {
        runs.close();
        lanes.close();
    }
}
