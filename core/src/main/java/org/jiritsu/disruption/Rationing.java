package org.jiritsu.disruption;

import java.util.List;

/** Who gets what when a seller cannot fill every order. */
public sealed interface Rationing {
    /** Everyone the same share of his order. */
    record Proportional() implements Rationing {}

    /**
     * Industries that would stop without the good first, each the same share of his order; the others and final users share
     * what is left. It stands for what prices would do, and keeps an industry from starving itself.
     */
    record CriticalFirst() implements Rationing {}

    /** The stated users first, each the same share; the rest share what is left. */
    record Priority(List<Buyers> users) implements Rationing {
        public Priority {
            users = List.copyOf(users);
        }
    }
}
