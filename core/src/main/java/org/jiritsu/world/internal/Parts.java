package org.jiritsu.world.internal;

import java.util.stream.IntStream;

/** Work on a range side by side, in a fixed number of parts, so that what comes out does not depend on the threads. */
public final class Parts {
    private static final int PARTS = 16;

    private Parts() {}

    /** Work on from (included) to (excluded). */
    @FunctionalInterface
    public interface Work {
        void run(int from, int to);
    }

    public static void forEach(int length, Work work) {
        forEach(length, PARTS, work);
    }

    public static void forEach(int length, int parts, Work work) {
        IntStream.range(0, parts).parallel().forEach(part -> {
            int from = (int) ((long) length * part / parts);
            int to = (int) ((long) length * (part + 1) / parts);
            if (from < to) {
                work.run(from, to);
            }
        });
    }
}
