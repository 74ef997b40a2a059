package org.jiritsu.app;

/** Tells a person at a terminal how far long work has come; silent when nobody watches. */
final class Progress {
    private Progress() {}

    static void line(String text) {
        if (System.console() != null && System.console().isTerminal()) {
            System.err.println(text);
        }
    }

    /** Every twentieth part. */
    static void of(int done, int all) {
        if (done == all || done % Math.max(1, all / 20) == 0) {
            line("%d of %d".formatted(done, all));
        }
    }
}
