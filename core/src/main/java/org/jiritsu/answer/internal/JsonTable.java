package org.jiritsu.answer.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jiritsu.answer.Table;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** One object: what was asked, of which world, by which method, from which sources; then {@code rows}, flat. */
public final class JsonTable {
    private JsonTable() {}

    public static void write(Table table, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            write(table, json);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    public static void write(Table table, JsonGenerator json) {
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
