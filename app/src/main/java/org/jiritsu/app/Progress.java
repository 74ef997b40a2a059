package org.jiritsu.app;

import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import org.jiritsu.app.http.Watched;
import org.jiritsu.base.Cancellation;

/** Tells whoever watches how far long work has come: a person at a terminal, or whoever asked for a run over HTTP. */
final class Progress {
    private Progress() {}

    static void line(String text) {
        Optional<Watched.Watcher> elsewhere = Watched.current();
        if (elsewhere.isPresent()) {
            Cancellation.check();
            elsewhere.get().at(0, 0, text);
        } else if (atTerminal()) {
            System.err.println(text);
        }
    }

    private static boolean atTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /** Of many parts a person is told every twentieth. */
    static void at(int done, int all, String message) {
        Optional<Watched.Watcher> elsewhere = Watched.current();
        if (all == 0) {
            line(message);
        } else if (elsewhere.isPresent()) {
            Cancellation.check();
            elsewhere.get().at(done, all, message);
        } else if (done == all || done % Math.max(1, all / 20) == 0) {
            line(message);
        }
    }

    /** One line that is written over as a file is read; nothing for what takes less than half a second. */
    static final class Meter implements ObjDoubleConsumer<String> {
        private static final long EVERY_NANOS = 500_000_000;

        private final String what;
        private long last = System.nanoTime();
        private int width;

        Meter(String what) {
            this.what = what;
        }

        @Override
        public synchronized void accept(String file, double part) {
            if (System.nanoTime() - last > EVERY_NANOS) {
                last = System.nanoTime();
                show("%s %s: %.0f%%".formatted(what, file, 100 * part));
            }
        }

        /** Takes the line away. */
        synchronized void done() {
            if (width > 0) {
                show("");
                System.err.print('\r');
            }
        }

        private void show(String text) {
            if (atTerminal()) {
                System.err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
                width = text.length();
            }
        }
    }
}
