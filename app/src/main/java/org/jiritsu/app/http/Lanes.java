package org.jiritsu.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Format;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Session;
import org.jiritsu.base.FileAccess;
import org.jspecify.annotations.Nullable;

/**
 * Lanes questions from a warm analysis and remembers the answers. An analysis is for one thread, so questions wait in
 * two lanes, that models of seconds may not hold up tables of milliseconds; the same question is worked out once.
 */
final class Lanes implements AutoCloseable {
    private static final long REMEMBERED_BYTES = 64L << 20;
    private static final int WAITING = 256;

    /** Of tables and factors kept between questions, in each lane: fifteen years of WIOD. */
    static final long WARM_BYTES = 512L << 20;

    private final Session session;
    private final ThreadPoolExecutor quick;
    private final ThreadPoolExecutor slow;
    private final Path bundled;
    private final Duration patience;
    private final Map<String, Reply.Whole> remembered = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, FutureTask<Reply.Whole>> underWay = new ConcurrentHashMap<>();
    private long bytes;

    /**
     * @param bundled the only folder from which a question may have files read
     * @param patience after which a question is given up
     */
    Lanes(Session session, Path bundled, Duration patience) {
        this.session = session;
        this.quick = lane("quick");
        this.slow = lane("slow");
        this.bundled = bundled;
        this.patience = patience;
    }

    private static ThreadPoolExecutor lane(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("answers-" + name).daemon().factory());
    }

    /** Work on what is at hand, as far as it is still true and not too much to keep. */
    private <T> T within(Callable<T> work) throws Exception {
        session.tidy(WARM_BYTES);
        return FileAccess.within(bundled, work::call);
    }

    private static void run(ThreadPoolExecutor lane, Runnable task) {
        try {
            lane.execute(task);
        } catch (RejectedExecutionException e) {
            throw Problem.of(503, "Too many questions wait", "at most " + WAITING, "more", "a minute later it will do.")
                    .thrown();
        }
    }

    /**
     * The answer in a form, from memory if it was given before.
     *
     * @param name the same for the same question
     * @param read reads the question, if it is new; a long one is refused
     */
    Reply.Whole of(String name, Supplier<Asked> read, Format format) throws Exception {
        String key = format + " " + name + " " + session.store().versions(); // with another world, another answer
        Reply.Whole known = remembered(key);
        if (known != null) {
            return known;
        }
        Asked asked = read.get();
        FutureTask<Reply.Whole> task = new FutureTask<>(() -> within(() -> {
            Reply.Whole answer = written(answer(asked), format, name);
            remember(key, answer);
            return answer;
        }));
        FutureTask<Reply.Whole> before = underWay.putIfAbsent(key, task);
        if (before != null) {
            return waited(before);
        }
        try {
            run(lane(asked), task);
            return waited(task);
        } finally {
            underWay.remove(key, task);
        }
    }

    private ThreadPoolExecutor lane(Asked asked) {
        return switch (asked.cost()) {
            case QUICK -> quick;
            case MODEL -> slow;
            case LONG -> throw tooLong();
        };
    }

    private Answer answer(Asked asked) {
        Plan plan = asked.plan(session);
        if (plan.cost() == Cost.LONG) {
            throw tooLong();
        }
        Answer answer = plan.answer().get();
        return asked.arguments()
                .get(Common.TOP)
                .filter(top -> top > 0)
                .map(answer::top)
                .orElse(answer);
    }

    private static Problem.Thrown tooLong() {
        return Problem.of(
                        422,
                        "This question takes too long to be waited for",
                        "a run",
                        "a question",
                        "it should be a run: POST it to /api/v1/runs.")
                .thrown();
    }

    /** Works out what needs a warm session but is no question, such as the reading of a study. */
    <T> T with(boolean isSlow, Function<Session, T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(() -> within(() -> work.apply(session)));
        run(isSlow ? slow : quick, task);
        return waited(task);
    }

    private <T> T waited(Future<T> task) throws Exception {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            task.cancel(true);
            throw Problem.of(
                            503,
                            "This question takes too long to be waited for",
                            "an answer within %d s".formatted(patience.toSeconds()),
                            "none yet",
                            "it should be a run: POST it to /api/v1/runs.")
                    .thrown();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private synchronized Reply.@Nullable Whole remembered(String key) {
        return remembered.get(key);
    }

    private synchronized void remember(String key, Reply.Whole answer) {
        if (size(answer) > REMEMBERED_BYTES / 4) {
            return; // one that would drive all others out
        }
        Reply.Whole before = remembered.put(key, answer);
        bytes += size(answer) - (before == null ? 0 : size(before));
        Iterator<Reply.Whole> oldest = remembered.values().iterator();
        while (bytes > REMEMBERED_BYTES && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(Reply.Whole answer) {
        return answer.body().length + answer.zipped().length + 1000L;
    }

    private static Reply.Whole written(Answer found, Format format, String name) throws IOException {
        byte[] body;
        if (format.isText()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.print(found, out);
            body = out.toByteArray();
        } else {
            Path folder = Files.createTempDirectory("jiritsu");
            Path file = folder.resolve("table");
            try {
                format.write(found, file);
                body = Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        }
        Reply.Whole answer = Reply.of(200, type(format), body);
        String plain = name.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", "");
        return format == Format.JSON
                ? answer
                : answer.with(
                        "Content-Disposition",
                        "attachment; filename=\"jiritsu-%s.%s\""
                                .formatted(plain, format.name().toLowerCase(Locale.ROOT)));
    }

    static String type(Format format) {
        return switch (format) {
            case TABLE -> "text/plain; charset=utf-8";
            case CSV -> "text/csv; charset=utf-8";
            case JSON -> "application/json";
            case PARQUET -> "application/vnd.apache.parquet";
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    }

    @Override
    public void close() {
        for (ThreadPoolExecutor lane : List.of(quick, slow)) {
            lane.shutdownNow();
            try {
                lane.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
