package org.jiritsu.app.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.Cancellation;
import org.jiritsu.study.Study;
import org.jiritsu.study.StudyRunner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what is posted to be run, refuses what cannot be, and says what is done with the rest. */
final class RunRequests {
    private static final List<String> KEYS = List.of("command", "parameters");

    private final HttpServer.Ground ground;
    private final Lanes lanes;
    private final Runs runs;

    RunRequests(HttpServer.Ground ground, Lanes lanes, Runs runs) {
        this.ground = ground;
        this.lanes = lanes;
        this.runs = runs;
    }

    Run submit(Call call) throws Exception {
        return switch (call.contentType()) {
            case "application/yaml" -> study(call.text(ground.limits().body()), call.language());
            case "application/json" -> question(call.text(ground.limits().body()), call.language());
            default ->
                throw Problem.of(
                                415,
                                "This kind of body cannot be run",
                                "application/yaml, a study, or application/json, {\"command\": ..., \"parameters\": {...}}",
                                call.contentType(),
                                "the header Content-Type is missing.")
                        .thrown();
        };
    }

    private Run study(String text, Language language) throws Exception {
        Study study = lanes.with(true, session -> runner(session.in(language)).read("study.yaml", text));
        int most = ground.limits().steps();
        if (study.steps().size() > most) {
            throw Problem.of(
                            422,
                            "This study is too long for a server",
                            "at most " + most + " steps",
                            study.steps().size() + " steps",
                            "'jiritsu run' does it: it has no limit.")
                    .thrown();
        }
        return runs.submit(study.title(), "study", "study.yaml", text, results -> {
            runner(watched()).run("study.yaml", text, results);
        });
    }

    private StudyRunner runner(Session session) {
        return new StudyRunner(ground.catalogue(), session, ground.version());
    }

    /** A session that tells whoever watches the run, with worlds as they are when it begins. */
    private Session watched() {
        ground.session().tidy(Lanes.WARM_BYTES);
        return ground.session()
                .toldTo((done, all, what) -> Watched.current().ifPresent(w -> {
                    Cancellation.check();
                    w.at(done, all, what);
                }));
    }

    private Run question(String text, Language language) throws Exception {
        JsonNode body = body(text);
        String name = body.path("command").asString("");
        Question question = ground.catalogue()
                .question(name)
                .orElseThrow(() -> notAQuestion(
                        name.isEmpty() ? "no command" : "the command '" + name + "'",
                        "the command is one of %s.".formatted(String.join(", ", names()))));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> parameter : body.path("parameters").properties()) {
            parameters.put(parameter.getKey(), values(parameter.getKey(), parameter.getValue()));
        }
        Language told = Optional.ofNullable(parameters.remove("lang"))
                .flatMap(all -> Language.of(all.getLast()))
                .orElse(language);
        Asked asked = Asked.of(question, parameters, told);
        String title = lanes.with(true, session -> asked.plan(session).title());
        return runs.submit(
                title, name, "question.json", text, results -> write(name, text, asked.plan(watched()), results));
    }

    private List<String> names() {
        return ground.catalogue().questions().stream().map(q -> q.spec().name()).toList();
    }

    /** An object with a command, and parameters that are one too. */
    private static JsonNode body(String text) {
        JsonNode body;
        try {
            body = Reply.JSON.readTree(text);
        } catch (JacksonException e) {
            throw notAQuestion(
                    Optional.ofNullable(e.getOriginalMessage()).orElse("something else"),
                    "a quotation mark or a bracket is missing.");
        }
        if (!body.isObject()) {
            throw notAQuestion(kind(body), "it should stand in { }, with the name 'command' before the command.");
        }
        List<String> foreign =
                body.propertyNames().stream().filter(key -> !KEYS.contains(key)).toList();
        if (!foreign.isEmpty()) {
            throw notAQuestion("the key '" + foreign.getFirst() + "'", "it should stand within 'parameters'.");
        }
        if (body.has("parameters") && !body.get("parameters").isObject()) {
            throw notAQuestion(
                    "parameters that are " + kind(body.get("parameters")),
                    "they should stand in { }, each with its name.");
        }
        return body;
    }

    private static String kind(JsonNode node) {
        return node.isArray()
                ? "a list"
                : node.isObject()
                        ? "an object"
                        : node.isString()
                                ? "a text"
                                : node.isNumber() ? "a number" : node.isBoolean() ? "true or false" : "nothing";
    }

    private static Problem.Thrown notAQuestion(String found, String maybe) {
        return Problem.of(
                        400,
                        "This is not a question",
                        "{\"command\": \"tariffs\", \"parameters\": {\"nash\": true}}",
                        found,
                        maybe)
                .thrown();
    }

    private static List<String> values(String name, JsonNode value) {
        List<String> values = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (!each.isValueNode() || each.isNull()) {
                throw notAQuestion(
                        "the parameter " + name + " that is " + kind(each),
                        "it should be a text, a number, true or false, or a list of them.");
            }
            values.add(each.asString());
        }
        return values;
    }

    /** The same files as a study's, as far as one answer has them. */
    private void write(String name, String text, Plan plan, Path results) throws IOException {
        long start = System.nanoTime();
        Answer answer = plan.answer().get();
        Cancellation.check();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("question", text);
        manifest.put("datasets_sha256", datasets(answer));
        manifest.put(
                "versions",
                Map.of(
                        "jiritsu",
                        ground.version(),
                        "java",
                        Runtime.version().toString(),
                        "kernel",
                        ground.session().kernel().name()));
        answer.from().seed().ifPresent(seed -> manifest.put("seed", seed));
        manifest.put("made_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        manifest.put("milliseconds", (System.nanoTime() - start) / 1_000_000);
        AtomicWrite.write(results, part -> {
            Path tables = Files.createDirectories(part.resolve("tables"));
            Format.JSON.write(answer, part.resolve("results.json"));
            for (Format format : List.of(Format.CSV, Format.PARQUET, Format.XLSX)) {
                format.write(
                        answer,
                        tables.resolve("01-%s.%s".formatted(name, format.name().toLowerCase(Locale.ROOT))));
            }
            Files.write(
                    part.resolve("manifest.json"),
                    Reply.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        });
    }

    private Map<String, String> datasets(Answer answer) {
        Map<String, String> datasets = new LinkedHashMap<>();
        for (String world : answer.from().worlds()) {
            datasets.put(world, ground.session().store().sha256(world));
        }
        return datasets;
    }
}
