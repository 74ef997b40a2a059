package org.jiritsu.goods;

/** A figure that was judged or published loosely: where it usually lies, and between which ends. */
public record Range(double low, double usual, double high) {
    public static Range of(double certain) {
        return new Range(certain, certain, certain);
    }

    public Range times(double factor) {
        return new Range(low * factor, usual * factor, high * factor);
    }

    /** Each end the larger of the two. */
    public Range max(Range other) {
        return new Range(Math.max(low, other.low), Math.max(usual, other.usual), Math.max(high, other.high));
    }
}
