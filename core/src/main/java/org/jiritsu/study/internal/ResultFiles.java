package org.jiritsu.study.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.answer.JsonAnswer;
import org.jiritsu.study.StepResult;
import org.jiritsu.study.StudyResult;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code results.json}, for programs, and {@code manifest.json}, for whoever must run the study again. */
public final class ResultFiles {
    private ResultFiles() {}

    /** The steps in order, each with its whole answer. */
    public static void results(StudyResult result, OutputStream out) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("title", result.study().title());
            json.writeStringProperty("language", result.study().language().code());
            json.writeStringProperty("home", result.study().home());
            json.writeArrayPropertyStart("worlds");
            result.study().worlds().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("steps");
            for (StepResult step : result.steps()) {
                json.writeStartObject();
                json.writeStringProperty("id", step.id());
                json.writeStringProperty("heading", step.heading());
                json.writeName("answer");
                JsonAnswer.write(step.answer(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private record Manifest(
            String study,
            String language,
            Map<String, String> datasets_sha256,
            Map<String, String> versions,
            Map<String, Long> seeds,
            Map<String, Map<String, List<String>>> arguments,
            double worst_residual,
            String made_at,
            Map<String, Long> milliseconds) {}

    /**
     * @param datasets SHA-256 by world id
     * @param milliseconds by step
     */
    public static void manifest(
            StudyResult result,
            Map<String, String> datasets,
            Map<String, Long> milliseconds,
            String kernel,
            double worstResidual,
            OutputStream out)
            throws IOException {
        Map<String, String> versions = Map.of(
                "jiritsu",
                result.version(),
                "java",
                Runtime.version().toString(),
                "kernel",
                kernel,
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        try {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(
                            out,
                            new Manifest(
                                    result.study().source(),
                                    result.study().language().code(),
                                    datasets,
                                    new java.util.TreeMap<>(versions),
                                    seeds(result),
                                    arguments(result),
                                    worstResidual,
                                    Instant.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString(),
                                    milliseconds));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** By step: of each that drew at random. */
    private static Map<String, Long> seeds(StudyResult result) {
        Map<String, Long> seeds = new LinkedHashMap<>();
        result.steps().forEach(step -> step.answer().from().seed().ifPresent(seed -> seeds.put(step.id(), seed)));
        return seeds;
    }

    /** By step: every argument with which it was asked, also those that came from the head of the study. */
    private static Map<String, Map<String, List<String>>> arguments(StudyResult result) {
        Map<String, Map<String, List<String>>> arguments = new LinkedHashMap<>();
        for (int k = 0; k < result.steps().size(); k++) {
            arguments.put(
                    result.steps().get(k).id(), result.study().steps().get(k).said());
        }
        return arguments;
    }
}
