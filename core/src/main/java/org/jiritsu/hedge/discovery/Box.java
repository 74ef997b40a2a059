package org.jiritsu.hedge.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A box of conditions: inside all its limits the cases of interest are dense.
 *
 * @param limits one for each condition, in their order; an open one asks nothing
 */
public record Box(List<Factor> factors, List<Limit> limits) {
    public Box {
        factors = List.copyOf(factors);
        limits = List.copyOf(limits);
    }

    static Box open(List<Factor> factors) {
        return new Box(
                factors,
                IntStream.range(0, factors.size())
                        .mapToObj(j -> Limit.open(j, factors.get(j).words().size()))
                        .toList());
    }

    Box with(Limit limit) {
        List<Limit> others = new ArrayList<>(limits);
        others.set(limit.factor(), limit);
        return new Box(factors, others);
    }

    /** The same box without what it asks of one condition. */
    public Box without(int factor) {
        return with(Limit.open(factor, factors.get(factor).words().size()));
    }

    public boolean asks(int factor) {
        Limit limit = limits.get(factor);
        return limit.hasLow()
                || limit.hasHigh()
                || limit.words().size() < factors.get(factor).words().size();
    }

    /** The conditions of which it asks something. */
    public List<Limit> asked() {
        return limits.stream().filter(limit -> asks(limit.factor())).toList();
    }

    /**
     * One condition of the box, ready to be told.
     *
     * @param least empty where there is no lower limit
     * @param most empty where there is no upper limit
     * @param words the words that are left of a condition in words; else empty
     */
    public record Condition(String factor, OptionalDouble least, OptionalDouble most, List<String> words) {
        public Condition {
            words = List.copyOf(words);
        }
    }

    /** What the box asks, in the order of the conditions. */
    public List<Condition> conditions() {
        return asked().stream()
                .map(limit -> new Condition(
                        factors.get(limit.factor()).name(),
                        limit.hasLow() ? OptionalDouble.of(limit.low()) : OptionalDouble.empty(),
                        limit.hasHigh() ? OptionalDouble.of(limit.high()) : OptionalDouble.empty(),
                        limit.words().stream()
                                .map(factors.get(limit.factor()).words()::get)
                                .toList()))
                .toList();
    }

    public boolean contains(double[] values) {
        for (Limit limit : limits) {
            if (!limit.contains(values[limit.factor()])) {
                return false;
            }
        }
        return true;
    }

    /** Condition by condition, for only a few of them ask something. */
    boolean[] inside(Cases cases) {
        boolean[] inside = new boolean[cases.size()];
        Arrays.fill(inside, true);
        for (Limit limit : asked()) {
            boolean words = !limit.words().isEmpty();
            double low = limit.low();
            double high = limit.high();
            for (int i = 0; i < inside.length; i++) {
                double value = cases.values()[i][limit.factor()];
                inside[i] &= words ? limit.contains(value) : value >= low && value <= high;
            }
        }
        return inside;
    }

    /** How the box does on cases, those it was found on or fresh ones. */
    public Score on(Cases cases) {
        boolean[] inside = inside(cases);
        int in = 0;
        int hits = 0;
        for (int i = 0; i < inside.length; i++) {
            in += inside[i] ? 1 : 0;
            hits += inside[i] && cases.hit()[i] ? 1 : 0;
        }
        return new Score(in, hits, cases.size(), cases.hits());
    }

    /**
     * @param in cases in the box
     * @param hits cases of interest in it
     */
    public record Score(int in, int hits, int cases, int allHits) {
        /** Share of all cases of interest that are in the box; 0 where there is none. */
        public double coverage() {
            return allHits == 0 ? 0 : (double) hits / allHits;
        }

        /** Share of the box's cases that are of interest; 0 for an empty box. */
        public double density() {
            return in == 0 ? 0 : (double) hits / in;
        }

        /** Share of all cases that are in the box. */
        public double mass() {
            return (double) in / cases;
        }
    }
}
