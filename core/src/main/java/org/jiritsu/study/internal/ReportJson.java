package org.jiritsu.study.internal;

import java.io.StringWriter;
import java.util.Map;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.JsonChart;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** JSON that can stand in a script element of a page. */
final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ReportJson() {}

    /** A "&lt;" occurs only within JSON strings; escaped, it can neither end the script nor open a comment. */
    static String inPage(Object value) {
        return safe(MAPPER.writeValueAsString(value));
    }

    /** An object and within it a chart, as it is said over HTTP. */
    static String inPage(Map<String, Object> data, Chart chart) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            data.forEach((name, value) -> {
                json.writeName(name);
                json.writePOJO(value);
            });
            json.writeName("chart");
            JsonChart.write(chart, json);
            json.writeEndObject();
        }
        return safe(text.toString());
    }

    private static String safe(String json) {
        return json.replace("<", "\\u003c");
    }
}
