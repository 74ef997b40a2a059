package org.jiritsu.goods.sea;

import java.util.Collections;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Straits closed beyond what is usual, and passages opened that are usually closed (such as {@code northeast}). Codes are
 * checked when a network applies it.
 */
public record Closure(Set<String> closed, Set<String> opened) {
    private static final Closure USUAL = new Closure(Set.of(), Set.of());

    public Closure {
        closed = sorted(closed);
        opened = sorted(opened);
    }

    /** Everything as usual: canals and straits open, ice and inland waterways closed. */
    public static Closure usual() {
        return USUAL;
    }

    public static Closure of(String... straits) {
        return new Closure(Set.of(straits), Set.of());
    }

    /** These and one more strait closed. */
    public Closure closing(String strait) {
        TreeSet<String> more = new TreeSet<>(closed);
        more.add(strait);
        TreeSet<String> still = new TreeSet<>(opened);
        still.remove(strait);
        return new Closure(more, still);
    }

    /** The same with a passage open that is usually closed. */
    public Closure opening(String passage) {
        TreeSet<String> more = new TreeSet<>(opened);
        more.add(passage);
        TreeSet<String> still = new TreeSet<>(closed);
        still.remove(passage);
        return new Closure(still, more);
    }

    private static Set<String> sorted(Set<String> codes) {
        SequencedSet<String> sorted = new TreeSet<>(codes);
        return Collections.unmodifiableSet(sorted);
    }
}
