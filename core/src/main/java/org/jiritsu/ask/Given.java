package org.jiritsu.ask;

/** One value as it was given, and where. */
public record Given(String text, Place place) {
    /** Where a value stood, and so how an error names it. */
    public sealed interface Place {
        /** On the command line. */
        record Option() implements Place {}

        /** In a query, or in the parameters of a posted question. */
        record Query() implements Place {}

        /** In a study; {@code where} is file, line and column. */
        record Text(String where) implements Place {}
    }

    public static Given option(String text) {
        return new Given(text, new Place.Option());
    }

    public static Given query(String text) {
        return new Given(text, new Place.Query());
    }
}
