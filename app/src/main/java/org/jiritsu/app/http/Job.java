package org.jiritsu.app.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A run in this process: what is known of it now, who works on it, and who waits for news. */
final class Job {
    private static final long QUIET_MILLIS = 10_000;
    private static final long BETWEEN_MILLIS = 100;

    private Run run;
    private long news;
    private boolean cancelled;
    private @Nullable ForkJoinPool pool;

    Job(Run run) {
        this.run = run;
    }

    synchronized Run run() {
        return run;
    }

    /** Changes what is known, unless the run has ended already. */
    synchronized Run change(UnaryOperator<Run> change) {
        if (!run.state().isFinal()) {
            run = change.apply(run);
            news++;
            notifyAll();
        }
        return run;
    }

    /** Progress, which never goes back however the threads race; of no parts, it is a message alone. */
    void at(int done, int all, String message) {
        change(r -> all == 0 ? r.at(r.done(), r.total(), message) : done < r.done() ? r : r.at(done, all, message));
    }

    /** The threads that work on it from now on, unless it was cancelled before. */
    synchronized boolean begin(ForkJoinPool threads) {
        pool = threads;
        return !cancelled;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Has its threads interrupted, whose work then ends at its next {@link org.jiritsu.base.Cancellation#check}. */
    synchronized void cancel() {
        cancelled = true;
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    /** Writes each change as a server-sent event until the run has ended; comments find readers that left. */
    void tell(OutputStream out) throws IOException {
        News told = new News(-1, run());
        try {
            do {
                News next = after(told.number);
                String line = next.number == told.number
                        ? ": still there"
                        : "data: " + Reply.JSON.writeValueAsString(next.run);
                out.write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                told = next;
                Thread.sleep(BETWEEN_MILLIS);
            } while (!told.run.state().isFinal());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    private record News(long number, Run run) {}

    /** What is new since, or after a while the same again. */
    private synchronized News after(long number) throws InterruptedException {
        if (news == number) {
            wait(QUIET_MILLIS);
        }
        return new News(news, run);
    }
}
