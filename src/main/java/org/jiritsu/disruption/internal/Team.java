package org.jiritsu.disruption.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that do one short round of work after another together. A round is well under a millisecond, too short
 * for an executor's queue, so members look out for the next one for a while before they sleep.
 */
final class Team implements AutoCloseable {
    private static final int LOOKS = 20_000;

    private final Thread[] helpers;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile int round;
    private volatile boolean closed;
    private IntConsumer work = member -> {};

    Team(int members) {
        helpers = new Thread[members - 1];
        for (int h = 0; h < helpers.length; h++) {
            int member = h + 1;
            helpers[h] = Thread.ofPlatform().daemon().name("disruption-" + member).start(() -> help(member));
        }
    }

    int size() {
        return helpers.length + 1;
    }

    /** Every member does {@code task} with its number; returns when all have. */
    void together(IntConsumer task) {
        work = task;
        done.set(0);
        round++;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        attempt(0);
        for (int looks = 0; done.get() <= helpers.length; looks++) {
            waitABit(looks);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void help(int member) {
        int seen = 0;
        while (!closed) {
            for (int looks = 0; round == seen && !closed; looks++) {
                waitABit(looks);
            }
            if (!closed) {
                seen++;
                attempt(member);
            }
        }
    }

    private void attempt(int member) {
        try {
            work.accept(member);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            done.incrementAndGet();
        }
    }

    private static void waitABit(int looks) {
        if (looks < LOOKS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(50_000);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
