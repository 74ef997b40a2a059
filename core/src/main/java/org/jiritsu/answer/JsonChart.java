package org.jiritsu.answer;

import java.util.List;
import java.util.Locale;
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
            case Chart.LaneMap map -> lanes(map, json);
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

    private static void lanes(Chart.LaneMap map, JsonGenerator json) {
        head(json, "lanes", map.unit());
        json.writeArrayPropertyStart("layers");
        for (Chart.Layer layer : map.layers()) {
            json.writeStartObject();
            json.writeStringProperty("name", layer.name());
            json.writeStringProperty("way", layer.way().name().toLowerCase(Locale.ROOT));
            json.writeArrayPropertyStart("lines");
            for (Chart.Line line : layer.lines()) {
                json.writeStartObject();
                number(json, "value", line.value());
                json.writeArrayPropertyStart("points");
                line.points().forEach(point -> spot(point, json));
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("places");
        for (Chart.Place place : map.places()) {
            json.writeStartObject();
            json.writeStringProperty("label", place.label());
            json.writeStringProperty("sign", place.sign().name().toLowerCase(Locale.ROOT));
            json.writeName("at");
            spot(place.at(), json);
            number(json, "value", place.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Longitude and latitude, to a hundredth of a degree: a kilometre. */
    private static void spot(Chart.Spot at, JsonGenerator json) {
        json.writeStartArray();
        json.writeNumber(Math.round(100 * at.lon()) / 100.0);
        json.writeNumber(Math.round(100 * at.lat()) / 100.0);
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
