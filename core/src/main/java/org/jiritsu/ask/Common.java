package org.jiritsu.ask;

import java.util.List;
import java.util.Optional;

/** Parameters that every question has. Their texts stand in this package's {@code words.properties}. */
public final class Common {
    /** The world that is asked where nothing else is said. */
    public static final String DEFAULT_WORLD = "icio2022";

    /** The world table to ask. */
    public static final Param<String> WORLD =
            Param.one("world", Types.WORLD, DEFAULT_WORLD).as("ID");

    /** Only so many rows, 0 for all. */
    public static final Param<Optional<Integer>> TOP =
            Param.maybe("top", Types.whole(0, Integer.MAX_VALUE)).as("N");

    static final List<Param<?>> ALL = List.of(WORLD, TOP);

    private Common() {}

    /** The rows asked for, where a search should stop early; {@code otherwise} if not said. */
    public static int top(Arguments asked, int otherwise) {
        return asked.get(TOP).map(top -> top == 0 ? Integer.MAX_VALUE : top).orElse(otherwise);
    }
}
