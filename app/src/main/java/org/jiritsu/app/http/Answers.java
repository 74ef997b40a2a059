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
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Table;
import org.jiritsu.base.FileAccess;
import org.jiritsu.study.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from a warm analysis and remembers the answers. An analysis is for one thread, so questions wait in
 * two lanes, that models of seconds may not hold up tables of milliseconds; the same question is worked out once.
 */
final class Answers implements AutoCloseable {
    private static final long REMEMBERED_BYTES = 64L << 20;
    private static final int WAITING = 256;

    /** Of tables and factors kept between questions, in each lane: fifteen years of WIOD. */
    private static final long WARM_BYTES = 512L << 20;

    private final Lane quick;
    private final Lane slow;
    private final Path bundled;
    private final Duration patience;
    private final Map<String, Answer.Whole> remembered = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, FutureTask<Answer.Whole>> underWay = new ConcurrentHashMap<>();
    private long bytes;

    /**
     * @param bundled the only folder from which a question may have files read
     * @param patience after which a question is given up
     */
    Answers(Supplier<Analysis> analysis, Path bundled, Duration patience) {
        this.quick = new Lane("quick", analysis.get());
        this.slow = new Lane("slow", analysis.get());
        this.bundled = bundled;
        this.patience = patience;
    }

    private record Lane(ThreadPoolExecutor threads, Analysis analysis) {
        Lane(String name, Analysis analysis) {
            this(
                    new ThreadPoolExecutor(
                            1,
                            1,
                            0,
                            TimeUnit.SECONDS,
                            new ArrayBlockingQueue<>(WAITING),
                            Thread.ofPlatform().name("answers-" + name).daemon().factory()),
                    analysis);
        }

        /** Work on what is at hand, as far as it is still true and not too much to keep. */
        <T> T within(Path bundled, Callable<T> work) throws Exception {
            analysis.tidy(WARM_BYTES);
            return FileAccess.within(bundled, work::call);
        }

        void run(Runnable task) {
            try {
                threads.execute(task);
            } catch (RejectedExecutionException e) {
                throw Problem.of(
                                503,
                                "Too many questions wait",
                                "at most " + WAITING,
                                "more",
                                "a minute later it will do.")
                        .thrown();
            }
        }
    }

    /**
     * The answer in a form, from memory if it was given before.
     *
     * @param name the same for the same question
     * @param read reads the question, if it is new
     */
    Answer.Whole of(String name, Supplier<Questions.Asked> read, boolean isSlow, Format format) throws Exception {
        Lane lane = isSlow ? slow : quick;
        String key = format + " " + name + " " + lane.analysis.store().versions(); // with another world, another answer
        Answer.Whole known = remembered(key);
        if (known != null) {
            return known;
        }
        Questions.Asked asked = read.get();
        FutureTask<Answer.Whole> task = new FutureTask<>(() -> lane.within(bundled, () -> {
            Answer.Whole answer = written(asked.answer(lane.analysis), format, name);
            remember(key, answer);
            return answer;
        }));
        FutureTask<Answer.Whole> before = underWay.putIfAbsent(key, task);
        if (before != null) {
            return waited(before);
        }
        try {
            lane.run(task);
            return waited(task);
        } finally {
            underWay.remove(key, task);
        }
    }

    /** Works out what needs a warm analysis but is no command, such as the reading of a study. */
    <T> T with(boolean isSlow, Function<Analysis, T> work) throws Exception {
        Lane lane = isSlow ? slow : quick;
        FutureTask<T> task = new FutureTask<>(() -> lane.within(bundled, () -> work.apply(lane.analysis)));
        lane.run(task);
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

    private synchronized Answer.@Nullable Whole remembered(String key) {
        return remembered.get(key);
    }

    private synchronized void remember(String key, Answer.Whole answer) {
        if (size(answer) > REMEMBERED_BYTES / 4) {
            return; // one that would drive all others out
        }
        Answer.Whole before = remembered.put(key, answer);
        bytes += size(answer) - (before == null ? 0 : size(before));
        Iterator<Answer.Whole> oldest = remembered.values().iterator();
        while (bytes > REMEMBERED_BYTES && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(Answer.Whole answer) {
        return answer.body().length + answer.zipped().length + 1000L;
    }

    private static Answer.Whole written(Table table, Format format, String name) throws IOException {
        byte[] body;
        if (format.isText()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.print(table, out);
            body = out.toByteArray();
        } else {
            Path folder = Files.createTempDirectory("jiritsu");
            Path file = folder.resolve("table");
            try {
                format.write(table, file);
                body = Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        }
        Answer.Whole answer = Answer.of(200, type(format), body);
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
        for (Lane lane : List.of(quick, slow)) {
            lane.threads.shutdownNow();
            try {
                if (lane.threads.awaitTermination(10, TimeUnit.SECONDS)) {
                    lane.analysis.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
