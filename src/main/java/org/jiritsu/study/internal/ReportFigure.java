package org.jiritsu.study.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiritsu.study.Chart;
import org.jiritsu.study.Chart.Series;
import org.jiritsu.study.StepResult;

/**
 * A picture as the page's script draws it.
 *
 * @param unit of its values, stated beside the title
 * @param description what a reader who cannot see it is told
 * @param json the data
 */
record ReportFigure(String unit, String description, String json) {

    /** Empty where there is nothing to draw. */
    static Optional<ReportFigure> of(StepResult step, ReportColours colours) {
        return isEmpty(step.chart()) ? Optional.empty() : drawn(step, colours);
    }

    private static boolean isEmpty(Chart chart) {
        return switch (chart) {
            case Chart.None none -> true;
            case Chart.Bars c -> c.labels().isEmpty() || c.series().isEmpty();
            case Chart.Lines c -> c.years().isEmpty() || c.series().isEmpty();
            case Chart.HeatMap c -> c.rows().isEmpty() || c.columns().isEmpty();
            case Chart.Flow c -> c.links().isEmpty();
            case Chart.Points c -> c.points().isEmpty();
        };
    }

    private static Optional<ReportFigure> drawn(StepResult step, ReportColours colours) {
        return switch (step.chart()) {
            case Chart.None none -> Optional.empty();
            case Chart.Bars c -> figure("bars", c, c.unit(), "Bar chart of %s for %d entries in %s."
                    .formatted(names(c.series()), c.labels().size(), c.unit()), colours(colours, c.series()), step);
            case Chart.Lines c -> figure("lines", c, c.unit(), "Line chart of %s over %s in %s."
                    .formatted(names(c.series()), String.join(", ", c.years()), c.unit()), colours(colours, c.series()), step);
            case Chart.HeatMap c -> figure("heatmap", c, c.unit(), "Heat map of %d by %d cells in %s."
                    .formatted(c.rows().size(), c.columns().size(), c.unit()), List.of(), step);
            case Chart.Flow c -> figure("flow", c, c.unit(), "Flow picture of %d links between %d industries in %s."
                    .formatted(c.links().size(), c.nodes().size(), c.unit()), List.of(), step);
            case Chart.Points c -> figure("points", c, "both axes logarithmic", "Scatter of %d points, %s against %s."
                    .formatted(c.points().size(), c.yLabel(), c.xLabel()), List.of(), step);
        };
    }

    private static Optional<ReportFigure> figure(
            String kind, Chart chart, String unit, String description, List<Integer> colours, StepResult step) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", kind);
        data.put("title", step.heading());
        data.put("file", step.id());
        data.put("colours", colours);
        data.put("chart", chart);
        return Optional.of(new ReportFigure(unit, description, ReportJson.inPage(data)));
    }

    private static List<Integer> colours(ReportColours colours, List<Series> series) {
        return colours.of(series.stream().map(Series::name).toList());
    }

    private static String names(List<Series> series) {
        return series.stream().map(Series::name).collect(Collectors.joining(", "));
    }
}
