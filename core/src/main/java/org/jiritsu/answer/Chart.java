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

    /**
     * A map of sea lanes: what is carried, by layer, and the places that it passes.
     *
     * @param layers drawn in their order
     */
    record LaneMap(String unit, List<Layer> layers, List<Place> places) implements Chart {}

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

    /** Lines of one kind, and what they are called. */
    record Layer(String name, Way way, List<Line> lines) {}

    /** What becomes of those who sail there. */
    enum Way {
        /** They sail as usual. */
        OPEN,
        /** They sailed there, and now sail elsewhere. */
        LEFT,
        /** They sail there now, round what is closed. */
        ROUND,
        /** They sailed there, and no way is left. */
        CUT
    }

    /** A line and how much goes along it; neighbouring points are joined by great circles. */
    record Line(double value, List<Spot> points) {}

    /** A place on the globe, in degrees. */
    record Spot(double lon, double lat) {}

    /**
     * A named place.
     *
     * @param value what passes it, in the unit of the map; NaN where that is not said
     */
    record Place(String label, Sign sign, Spot at, double value) {}

    /** How a place is marked. */
    enum Sign {
        PORT,
        STRAIT,
        CLOSED
    }
}
