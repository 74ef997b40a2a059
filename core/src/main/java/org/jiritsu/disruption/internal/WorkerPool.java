package org.jiritsu.disruption.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that do one short round of items after another together. A round is well under a millisecond, too short
 * for an executor's queue, so members look out for the next one for a while before they sleep; nobody waits for a member
 * who has not taken an item, so that a busy machine costs only its help.
 */
final class WorkerPool implements AutoCloseable {
    private static final int LOOKS = 20_000;

    /** What a member does with an item. */
    interface Work {
        void take(int member, int item);
    }

    private int items;
    private Work work = (_, _) -> {};
    /** The round in the upper half, the number of items left in the lower. */
    private final AtomicLong ticket = new AtomicLong();

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean closed;

    WorkerPool(int members) {
        for (int h = 1; h < members; h++) {
            int member = h;
            Thread.ofPlatform().daemon().name("disruption-" + member).start(() -> help(member));
        }
    }

    /** Does every item once; returns when all are done. What was written before is seen by every member. */
    void round(int count, Work todo) {
        items = count;
        work = todo;
        done.set(0);
        ticket.set(((ticket.get() >>> 32) + 1 << 32) + count);
        takeAll(0);
        for (int looks = 0; done.get() < count; looks++) {
            waitABit(looks);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void help(int member) {
        for (int looks = 0; !closed; looks++) {
            if (takeAll(member)) {
                looks = 0;
            }
            waitABit(looks);
        }
    }

    private boolean takeAll(int member) {
        boolean any = false;
        long next = ticket.get();
        while ((int) next > 0) {
            if (ticket.compareAndSet(next, next - 1)) {
                any = true;
                take(member, items - (int) next);
            }
            next = ticket.get();
        }
        return any;
    }

    private void take(int member, int item) {
        try {
            work.take(member, item);
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
