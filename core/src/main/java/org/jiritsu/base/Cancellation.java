package org.jiritsu.base;

import java.util.concurrent.CancellationException;

/** Lets long work be stopped: its loops ask here, and a thread that was interrupted ends. */
public final class Cancellation {
    private Cancellation() {}

    /** @throws CancellationException if this thread was interrupted; {@link AtomicWrite} leaves nothing half-written then */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped");
        }
    }
}
