package org.jiritsu.app.http;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** Work that somebody watches from elsewhere: its threads, which its parallel parts share, know whom to tell. */
public final class Watched extends ForkJoinWorkerThread {
    private final Watcher watcher;

    private Watched(ForkJoinPool pool, Watcher watcher) {
        super(pool);
        this.watcher = watcher;
    }

    /** Told how far work has come. */
    @FunctionalInterface
    public interface Watcher {
        void at(int done, int all, String message);
    }

    static ForkJoinPool pool(String name, Watcher watcher) {
        return new ForkJoinPool(
                Runtime.getRuntime().availableProcessors(),
                pool -> {
                    Watched thread = new Watched(pool, watcher);
                    thread.setName(name + "-" + thread.getPoolIndex());
                    return thread;
                },
                null,
                false);
    }

    /** Who watches the work of this thread. */
    public static Optional<Watcher> current() {
        return Thread.currentThread() instanceof Watched watched ? Optional.of(watched.watcher) : Optional.empty();
    }
}
