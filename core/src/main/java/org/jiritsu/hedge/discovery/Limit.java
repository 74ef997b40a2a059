package org.jiritsu.hedge.discovery;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a box asks of one condition: a number between two limits, or one of some words.
 *
 * @param factor index of the condition
 * @param low inclusive; minus infinity where nothing is asked
 * @param high inclusive; infinity where nothing is asked
 * @param words the values allowed of a condition in words; empty for a number
 */
public record Limit(int factor, double low, double high, SortedSet<Integer> words) {
    public Limit {
        words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    static Limit open(int factor, int words) {
        SortedSet<Integer> all = new TreeSet<>();
        for (int w = 0; w < words; w++) {
            all.add(w);
        }
        return new Limit(factor, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, all);
    }

    Limit below(double most) {
        return new Limit(factor, low, most, words);
    }

    Limit above(double least) {
        return new Limit(factor, least, high, words);
    }

    Limit without(int word) {
        SortedSet<Integer> left = new TreeSet<>(words);
        left.remove(word);
        return new Limit(factor, low, high, left);
    }

    Limit with(int... added) {
        SortedSet<Integer> more = new TreeSet<>(words);
        Arrays.stream(added).forEach(more::add);
        return new Limit(factor, low, high, more);
    }

    public boolean hasLow() {
        return low != Double.NEGATIVE_INFINITY;
    }

    public boolean hasHigh() {
        return high != Double.POSITIVE_INFINITY;
    }

    boolean contains(double value) {
        return words.isEmpty() ? value >= low && value <= high : words.contains((int) value);
    }
}
