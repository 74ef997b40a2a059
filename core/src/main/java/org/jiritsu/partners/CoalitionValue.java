package org.jiritsu.partners;

/** What coalitions of partners are worth to the home: a model's answer, for instance loss avoided. */
@FunctionalInterface
public interface CoalitionValue {
    /**
     * Values of many coalitions in one call, so that a model can run them side by side.
     *
     * @param coalitions each a set of players: bit {@code i} is set if player {@code i} stands by
     * @return their values in the same order, in one unit
     */
    double[] of(long[] coalitions);
}
