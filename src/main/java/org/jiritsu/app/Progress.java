package org.jiritsu.app;

import java.util.Optional;
import org.jiritsu.app.http.Watched;
import org.jiritsu.world.Stop;

/** Tells whoever watches how far long work has come: a person at a terminal, or whoever asked for a run over HTTP. */
final class Progress {
    private Progress() {}

    static void line(String text) {
        Optional<Watched.Watcher> elsewhere = Watched.current();
        if (elsewhere.isPresent()) {
            Stop.check();
            elsewhere.get().at(0, 0, text);
        } else if (System.console() != null && System.console().isTerminal()) {
            System.err.println(text);
        }
    }

    /** For a person every twentieth part. */
    static void of(int done, int all) {
        Optional<Watched.Watcher> elsewhere = Watched.current();
        if (elsewhere.isPresent()) {
            Stop.check();
            elsewhere.get().at(done, all, "%d of %d".formatted(done, all));
        } else if (done == all || done % Math.max(1, all / 20) == 0) {
            line("%d of %d".formatted(done, all));
        }
    }
}
