package org.jiritsu.answer;

import java.util.List;

/** What a step draws, as data only; the report's page knows how. Values are in the unit named, not in fractions. */
public sealed interface Chart {
    /** One bar a label and series, in the order given. */
    record Bars(String unit, List<String> labels, List<Series> series) implements Chart {}

    /** values[row][column]. */
    record HeatMap(String unit, List<String> rows, List<String> columns, List<List<Double>> values) implements Chart {}

    /**
     * One line a series over the years, or over what else is named.
     *
     * @param over what the line runs over; empty for years, which say so themselves
     */
    record Lines(String unit, String over, List<String> years, List<Series> series) implements Chart {
        public Lines(String unit, List<String> years, List<Series> series) {
            this(unit, "", years, series);
        }
    }

    /** A flow picture: nodes by stage (0 is the source), links between neighbours. */
    record Flow(String unit, List<Node> nodes, List<Link> links) implements Chart {}

    /** One point a row, both axes logarithmic. */
    record Points(String xLabel, String yLabel, List<Point> points) implements Chart {}

    /** Nothing to draw. */
    record None() implements Chart {}

    /**
     * A named run of values, one a label or year.
     *
     * @param low lower ends of their bands, one a value; empty where there are none
     * @param high upper ends
     */
    record Series(String name, List<Double> values, List<Double> low, List<Double> high) {
        public Series(String name, List<Double> values) {
            this(name, values, List.of(), List.of());
        }
    }

    /** A node of a flow picture. */
    record Node(String id, String label, int stage) {}

    /** A link of a flow picture, by node ids. */
    record Link(String from, String to, double value) {}

    /** A point with its label and weight. */
    record Point(String label, double x, double y, double weight) {}
}
