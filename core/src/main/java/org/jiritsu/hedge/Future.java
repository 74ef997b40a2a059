package org.jiritsu.hedge;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One course of events with the rules of the model that goes with it: a plain record, so that another machine can be
 * handed it.
 *
 * @param id the set's name and a number
 * @param quiet whether the set is meant to hold no event
 * @param values what was drawn, by name: {@code event.days}, {@code rules.spare} ...; words as their number
 */
public record Future(
        String id,
        String set,
        boolean quiet,
        List<Event> events,
        Rules rules,
        Keeps keeps,
        List<Sign> signs,
        SortedMap<String, Double> values)
        implements Serializable {
    public Future {
        events = List.copyOf(events);
        signs = List.copyOf(signs);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * How the short run is modelled, uncertain like everything else: published losses of one event differ threefold by it.
     *
     * @param input {@code strict}, {@code partial} or {@code gradual}
     * @param seekDays days until other suppliers are found; infinite for never
     * @param spare capacity that suppliers have idle, as a share
     * @param inventories factor on what industries hold
     */
    public record Rules(String input, double seekDays, double spare, double inventories) implements Serializable {
        /** The words for {@link #input}, by their number in {@link Future#values}. */
        public static final List<String> INPUTS = List.of("strict", "partial", "gradual");
    }

    /**
     * Whose promises hold.
     *
     * @param all whether everybody's do
     * @param partners otherwise theirs only
     */
    public record Keeps(boolean all, List<String> partners) implements Serializable {
        /** The words of the condition {@code keeps} in discovery. */
        public static final List<String> WORDS = List.of("nobody", "some", "everybody");

        public Keeps {
            partners = List.copyOf(partners);
        }

        public boolean holds(String partner) {
            return all || partners.contains(partner);
        }

        int word() {
            return all ? 2 : partners.isEmpty() ? 0 : 1;
        }
    }

    /**
     * What can be seen beforehand.
     *
     * @param level the highest it gets before the event, or in the whole horizon of a quiet future
     * @param leadDays how long before the event it gets there
     */
    public record Sign(String id, double level, double leadDays) implements Serializable {}

    /** All that a loss can depend on; two futures with the same text are one. */
    public String identity() {
        return events + " " + rules + " " + keeps;
    }
}
