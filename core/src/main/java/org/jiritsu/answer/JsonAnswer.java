package org.jiritsu.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * One object: what was asked, of which world, by which method, from which sources; {@code findings} and {@code charts}; then
 * {@code rows}, flat.
 */
public final class JsonAnswer {
    private JsonAnswer() {}

    public static void write(Answer answer, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            write(answer, json);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    public static void write(Answer answer, JsonGenerator json) {
        Table table = answer.table();
        Table.Head head = table.head();
        json.writeStartObject();
        json.writeStringProperty("title", head.title());
        json.writeStringProperty("world", head.world());
        json.writeStringProperty("home", head.home());
        json.writeStringProperty("unit", head.unit());
        json.writeStringProperty("method", head.method());
        strings(json, "sources", head.sources());
        strings(json, "notes", head.notes());
        for (Map.Entry<String, Object> fact : head.facts().entrySet()) {
            json.writeName(fact.getKey());
            value(json, fact.getValue());
        }
        findings(answer.findings(), json);
        json.writeArrayPropertyStart("charts");
        answer.charts().forEach(chart -> JsonChart.write(chart, json));
        json.writeEndArray();
        shown(answer.shown(), json);
        provenance(answer, json);
        json.writeArrayPropertyStart("rows");
        for (List<Object> row : table.rows()) {
            json.writeRaw('\n');
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeName(table.fields().get(i).name());
                value(json, row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Role, sentence, and the cells it speaks of. */
    public static void findings(List<Finding> findings, JsonGenerator json) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("role", finding.role().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("said", finding.said());
            json.writeArrayPropertyStart("figures");
            for (Finding.Figure figure : finding.figures()) {
                json.writeStartObject();
                json.writeNumberProperty("row", figure.row());
                json.writeStringProperty("field", figure.field());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void shown(Answer.Shown shown, JsonGenerator json) {
        json.writeName("shown");
        json.writeStartObject();
        strings(json, "fields", shown.fields());
        json.writeNumberProperty("rows", shown.rows());
        json.writeEndObject();
    }

    /** Without the checks, which tell of all that was solved on a world before: the same question gives the same bytes. */
    private static void provenance(Answer answer, JsonGenerator json) {
        json.writeName("provenance");
        json.writeStartObject();
        strings(json, "worlds", answer.from().worlds());
        answer.from().seed().ifPresent(seed -> json.writeNumberProperty("seed", seed));
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case Double d when Double.isNaN(d) -> json.writeNull();
            case Double d -> json.writeNumber(d);
            case Long l -> json.writeNumber(l);
            case Integer i -> json.writeNumber(i);
            case Boolean b -> json.writeBoolean(b);
            default -> json.writeString(value.toString());
        }
    }
}
