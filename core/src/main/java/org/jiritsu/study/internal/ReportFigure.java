package org.jiritsu.study.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Chart.Series;
import org.jiritsu.answer.Words;
import org.jiritsu.study.StepResult;

/**
 * A picture as the page's script draws it.
 *
 * @param unit of its values, stated beside the title
 * @param description what a reader who cannot see it is told
 * @param json the data
 */
record ReportFigure(String unit, String description, String json) {
    private static final int FEW = 20;

    /** Those in which there is something to see. */
    static List<ReportFigure> of(StepResult step, ReportColours colours, String origin) {
        List<ReportFigure> figures = new ArrayList<>();
        for (Chart chart : step.answer().charts()) {
            if (!isEmpty(chart)) {
                String file = figures.isEmpty() ? step.id() : step.id() + "-" + (figures.size() + 1);
                drawn(
                                new Drawing(step, file, origin, chart),
                                colours,
                                step.answer().table().head().words())
                        .ifPresent(figures::add);
            }
        }
        return figures;
    }

    /** A chart of a step, the name of its file when it is saved, and what it says of its source then. */
    private record Drawing(StepResult step, String file, String origin, Chart chart) {}

    private static boolean isEmpty(Chart chart) {
        return switch (chart) {
            case Chart.None none -> true;
            case Chart.Bars c -> c.labels().isEmpty() || c.series().isEmpty();
            case Chart.Lines c -> c.years().isEmpty() || c.series().isEmpty();
            case Chart.HeatMap c -> c.rows().isEmpty() || c.columns().isEmpty();
            case Chart.Flow c -> c.links().isEmpty();
            case Chart.Points c -> c.points().isEmpty();
            case Chart.LaneMap c ->
                c.layers().stream().allMatch(layer -> layer.lines().isEmpty());
        };
    }

    private static Optional<ReportFigure> drawn(Drawing step, ReportColours colours, Words words) {
        return switch (step.chart()) {
            case Chart.None none -> Optional.empty();
            case Chart.Bars c ->
                figure(
                        c.unit(),
                        words.say(
                                "picture.bars",
                                "what",
                                names(c.series(), words),
                                "count",
                                c.labels().size(),
                                "unit",
                                c.unit()),
                        colours(colours, c.series()),
                        step);
            case Chart.Lines c ->
                figure(
                        c.unit(),
                        words.say(
                                "picture.lines",
                                "what",
                                names(c.series(), words),
                                "over",
                                over(c.years(), words),
                                "unit",
                                c.unit()),
                        colours(colours, c.series()),
                        step);
            case Chart.HeatMap c ->
                figure(
                        c.unit(),
                        words.say(
                                "picture.heatmap",
                                "rows",
                                c.rows().size(),
                                "columns",
                                c.columns().size(),
                                "unit",
                                c.unit()),
                        List.of(),
                        step);
            case Chart.Flow c ->
                figure(
                        c.unit(),
                        words.say(
                                "picture.flow",
                                "links",
                                c.links().size(),
                                "industries",
                                c.nodes().size(),
                                "unit",
                                c.unit()),
                        List.of(),
                        step);
            case Chart.Points c ->
                figure(
                        words.say("unit.logarithmic"),
                        words.say("picture.points", "count", c.points().size(), "y", c.yLabel(), "x", c.xLabel()),
                        List.of(),
                        step);
            case Chart.LaneMap c -> figure(c.unit(), described(c, words), List.of(), step);
        };
    }

    private static String described(Chart.LaneMap map, Words words) {
        List<String> straits = map.places().stream()
                .filter(place -> place.sign() != Chart.Sign.PORT)
                .map(Chart.Place::label)
                .toList();
        return straits.isEmpty()
                ? words.say("picture.lanes.open")
                : words.say("picture.lanes", "places", words.and(straits));
    }

    /** Each of a few years; of many days the first and the last. */
    private static String over(List<String> years, Words words) {
        return years.size() <= FEW
                ? String.join(", ", years)
                : words.say("span", "low", years.getFirst(), "high", years.getLast());
    }

    private static Optional<ReportFigure> figure(String unit, String description, List<Integer> colours, Drawing step) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", step.step().heading());
        data.put("file", step.file());
        data.put("unit", unit);
        data.put("source", step.origin());
        data.put("colours", colours);
        data.put("texts", step.step().answer().table().head().words().under("drawn"));
        return Optional.of(new ReportFigure(unit, description, ReportJson.inPage(data, step.chart())));
    }

    private static List<Integer> colours(ReportColours colours, List<Series> series) {
        return colours.of(series.stream().map(Series::name).toList());
    }

    private static String names(List<Series> series, Words words) {
        return words.and(series.stream().map(Series::name).toList());
    }
}
