package org.jiritsu.answer;

import java.util.List;

/**
 * One sentence of what was found.
 *
 * @param said in the language of the answer
 * @param figures the cells of the table that it speaks of, which "why?" opens; empty if of the table as a whole
 */
public record Finding(Role role, String said, List<Figure> figures) {
    public Finding {
        figures = List.copyOf(figures);
    }

    /** What a sentence is for; in the order in which a reader should meet them. */
    public enum Role {
        /** The answer in one sentence, with its spread. */
        HEADLINE,
        /** What happened, in order. */
        STORY,
        /** What was assumed, and never told as found. */
        ASSUMPTION,
        /** What the figures cannot say. */
        LIMIT
    }

    /** A cell of the answer's table. */
    public record Figure(int row, String field) {}

    public static Finding headline(String said, Figure... figures) {
        return new Finding(Role.HEADLINE, said, List.of(figures));
    }

    public static Finding story(String said, Figure... figures) {
        return new Finding(Role.STORY, said, List.of(figures));
    }

    public static Finding assumption(String said) {
        return new Finding(Role.ASSUMPTION, said, List.of());
    }

    public static Finding limit(String said) {
        return new Finding(Role.LIMIT, said, List.of());
    }
}
