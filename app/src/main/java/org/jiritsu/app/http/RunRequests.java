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
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.Cancellation;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.Study;
import org.jiritsu.study.StudyRunner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what is posted to be run, refuses what cannot be, and says what is done with the rest. */
final class RunRequests {
    private static final List<String> KEYS = List.of("command", "parameters");

    private final HttpServer.Ground ground;
    private final Answers answers;
    private final Runs runs;

    RunRequests(HttpServer.Ground ground, Answers answers, Runs runs) {
        this.ground = ground;
        this.answers = answers;
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
        Study study =
                answers.with(true, analysis -> runner(analysis.in(language)).read("study.yaml", text));
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
            try (Analysis analysis = ground.analysis().get()) {
                runner(analysis).run(study, results);
            }
        });
    }

    private StudyRunner runner(Analysis analysis) {
        return new StudyRunner(
                analysis,
                ground.version(),
                (done, all, what) -> Watched.current().ifPresent(w -> w.at(done, all, what)));
    }

    private Run question(String text, Language language) throws Exception {
        JsonNode body = body(text);
        String name = body.path("command").asString("");
        if (!ground.questions().names().contains(name)) {
            throw notAQuestion(
                    name.isEmpty() ? "no command" : "the command '" + name + "'",
                    "the command is one of "
                            + String.join(", ", ground.questions().names()) + ".");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> parameter : body.path("parameters").properties()) {
            parameters.put(parameter.getKey(), values(parameter.getKey(), parameter.getValue()));
        }
        parameters.putIfAbsent("lang", List.of(language.code()));
        Questions.Asked asked = ground.questions().ask(name, parameters);
        String title = answers.with(true, asked::title);
        return runs.submit(title, name, "question.json", text, results -> {
            try (Analysis analysis = ground.analysis().get()) {
                write(name, text, asked, analysis, results);
            }
        });
    }

    /** An object with a command, and parameters that are one too. */
    private static JsonNode body(String text) {
        JsonNode body;
        try {
            body = Answer.JSON.readTree(text);
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

    /** The same files as a study's, as far as one table has them. */
    private void write(String name, String text, Questions.Asked asked, Analysis analysis, Path results)
            throws IOException {
        long start = System.nanoTime();
        Table table = asked.answer(analysis);
        Cancellation.check();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("question", text);
        manifest.put(
                "datasets_sha256",
                analysis.store().holds(table.head().world())
                        ? Map.of(
                                table.head().world(),
                                analysis.store().sha256(table.head().world()))
                        : Map.of());
        manifest.put(
                "versions",
                Map.of(
                        "jiritsu",
                        ground.version(),
                        "java",
                        Runtime.version().toString(),
                        "kernel",
                        analysis.kernelName()));
        manifest.put("made_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        manifest.put("milliseconds", (System.nanoTime() - start) / 1_000_000);
        AtomicWrite.write(results, part -> {
            Path tables = Files.createDirectories(part.resolve("tables"));
            Format.JSON.write(table, part.resolve("results.json"));
            for (Format format : List.of(Format.CSV, Format.PARQUET, Format.XLSX)) {
                format.write(
                        table,
                        tables.resolve("01-%s.%s".formatted(name, format.name().toLowerCase(Locale.ROOT))));
            }
            Files.write(
                    part.resolve("manifest.json"),
                    Answer.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        });
    }
}
