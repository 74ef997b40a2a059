package org.jiritsu.linear.internal;

import java.util.stream.IntStream;

/**
 * Work on the rows of a matrix in parallel, in a fixed number of parts, so that sums made a part at a time are the same
 * however many threads there are.
 */
public final class RowBlocks {
    /** The number of parts. */
    public static final int PARTS = 16;

    private RowBlocks() {}

    /** Work on rows from (included) to (excluded) of one part. */
    @FunctionalInterface
    public interface Part {
        void run(int part, int from, int to);
    }

    /** Runs every part, each on one thread and with its rows in rising order. */
    public static void forEachPart(int n, Part work) {
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int from = (int) ((long) n * part / PARTS);
            int to = (int) ((long) n * (part + 1) / PARTS);
            if (from < to) {
                work.run(part, from, to);
            }
        });
    }
}
