package org.jiritsu.answer;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A chart as data: {@code kind} says which, the rest is what its record holds; a value without meaning is null. */
public final class JsonChart {
    private JsonChart() {}

    public static void write(Chart chart, JsonGenerator json) {
        json.writeStartObject();
        switch (chart) {
            case Chart.Bars bars -> {
                head(json, "bars", bars.unit());
                strings(json, "labels", bars.labels());
                series(json, bars.series());
            }
            case Chart.Lines lines -> {
                head(json, "lines", lines.unit());
                json.writeStringProperty("over", lines.over());
                strings(json, "labels", lines.years());
                series(json, lines.series());
            }
            case Chart.HeatMap map -> {
                head(json, "heatmap", map.unit());
                strings(json, "rows", map.rows());
                strings(json, "columns", map.columns());
                json.writeArrayPropertyStart("values");
                map.values().forEach(row -> numbers(json, row));
                json.writeEndArray();
            }
            case Chart.Flow flow -> flow(flow, json);
            case Chart.Points points -> points(points, json);
            case Chart.None _ -> json.writeStringProperty("kind", "none");
        }
        json.writeEndObject();
    }

    private static void flow(Chart.Flow flow, JsonGenerator json) {
        head(json, "flow", flow.unit());
        json.writeArrayPropertyStart("nodes");
        for (Chart.Node node : flow.nodes()) {
            json.writeStartObject();
            json.writeStringProperty("id", node.id());
            json.writeStringProperty("label", node.label());
            json.writeNumberProperty("stage", node.stage());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("links");
        for (Chart.Link link : flow.links()) {
            json.writeStartObject();
            json.writeStringProperty("from", link.from());
            json.writeStringProperty("to", link.to());
            number(json, "value", link.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void points(Chart.Points points, JsonGenerator json) {
        json.writeStringProperty("kind", "points");
        json.writeStringProperty("x", points.xLabel());
        json.writeStringProperty("y", points.yLabel());
        json.writeArrayPropertyStart("points");
        for (Chart.Point point : points.points()) {
            json.writeStartObject();
            json.writeStringProperty("label", point.label());
            number(json, "x", point.x());
            number(json, "y", point.y());
            number(json, "weight", point.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void head(JsonGenerator json, String kind, String unit) {
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("unit", unit);
    }

    private static void series(JsonGenerator json, List<Chart.Series> all) {
        json.writeArrayPropertyStart("series");
        for (Chart.Series one : all) {
            json.writeStartObject();
            json.writeStringProperty("name", one.name());
            json.writeName("values");
            numbers(json, one.values());
            if (!one.low().isEmpty()) {
                json.writeName("low");
                numbers(json, one.low());
                json.writeName("high");
                numbers(json, one.high());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, List<Double> values) {
        json.writeStartArray();
        for (double value : values) {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
