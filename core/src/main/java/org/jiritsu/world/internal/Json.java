package org.jiritsu.world.internal;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON as maps, lists, texts, numbers, truths and nulls. Small on purpose: data binding takes longer to load than a
 * world to open.
 */
public final class Json {
    private Json() {}

    /** @throws JacksonException where the text is no JSON */
    static @Nullable Object parse(byte[] text) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            return value(json);
        }
    }

    // Plain tests and no patterns over types: those are linked at the first run, at the price of the whole parse.

    private static @Nullable Object value(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, value(json));
            }
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(json));
            }
            return items;
        }
        if (token == null || !token.isScalarValue()) {
            throw new StreamReadException(json, "no value where one should be");
        }
        return token == JsonToken.VALUE_NULL
                ? null
                : token.isBoolean()
                        ? (Object) json.getBooleanValue()
                        : token.isNumeric() ? json.getNumberValue() : json.getString();
    }

    public static String text(Object content, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(new Layout(indented), text)) {
            write(json, content);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object content) {
        if (content instanceof Map<?, ?> fields) {
            json.writeStartObject();
            fields.forEach((name, value) -> {
                json.writeName(String.valueOf(name));
                write(json, value);
            });
            json.writeEndObject();
        } else if (content instanceof List<?> items) {
            json.writeStartArray();
            items.forEach(item -> write(json, item));
            json.writeEndArray();
        } else if (content instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (content instanceof Integer number) {
            json.writeNumber(number);
        } else if (content == null) {
            json.writeNull();
        } else {
            json.writeString(content.toString());
        }
    }

    private static final class Layout extends ObjectWriteContext.Base {
        private final boolean indented;

        Layout(boolean indented) {
            this.indented = indented;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return indented;
        }

        @Override
        public @Nullable PrettyPrinter getPrettyPrinter() {
            return indented ? new DefaultPrettyPrinter() : null;
        }
    }
}
