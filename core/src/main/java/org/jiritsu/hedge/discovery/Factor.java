package org.jiritsu.hedge.discovery;

import java.util.List;

/**
 * One uncertain condition.
 *
 * @param words empty for a number; otherwise what the values 0, 1, 2 ... stand for, in no order
 */
public record Factor(String name, List<String> words) {
    public Factor {
        words = List.copyOf(words);
    }

    public static Factor number(String name) {
        return new Factor(name, List.of());
    }

    public boolean categorical() {
        return !words.isEmpty();
    }
}
