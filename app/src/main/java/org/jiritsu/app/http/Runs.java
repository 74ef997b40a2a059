package org.jiritsu.app.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;
import tools.jackson.core.JacksonException;

/**
 * Long work: queued, done a few at a time, told while it goes on, and kept in a folder each. A folder holds
 * {@code run.json}, what was asked, and {@code results/}, which appears whole or not at all; whatever was cut off with
 * the server is marked as broken when the next one starts.
 */
final class Runs implements AutoCloseable {
    private static final String STATE = "run.json";
    private static final String RESULTS = "results";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final long STOPPING_SECONDS = 60;

    private final Path folder;
    private final Path bundled;
    private final Limits limits;
    private final Function<Exception, Problem> problems;
    private final FileChannel lock;
    private final ThreadPoolExecutor workers;
    private final Map<String, Job> jobs = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final SecureRandom random = new SecureRandom();
    private volatile boolean closed;

    /** What a run does: it writes its results into a folder of its own. */
    interface Work {
        void into(Path results) throws IOException;
    }

    /** @param bundled the only folder from which a run may have files read */
    Runs(Path folder, Path bundled, Limits limits, Function<Exception, Problem> problems) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.bundled = bundled;
        this.limits = limits;
        this.problems = problems;
        this.lock = locked();
        this.workers = new ThreadPoolExecutor(
                limits.atOnce(),
                limits.atOnce(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.queued()),
                Thread.ofPlatform().name("runs-", 0).daemon().factory());
        readAll();
    }

    /** Two servers on one folder would take each other's runs for broken. */
    private FileChannel locked() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very process holds it
        }
        channel.close();
        throw InputException.use(
                "Another server keeps its runs here",
                "one server a folder",
                folder.toString(),
                "it is open in your browser already; a second one needs a JIRITSU_HOME of its own.");
    }

    private void readAll() throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path each :
                    kept.filter(p -> Files.isRegularFile(p.resolve(STATE))).toList()) {
                try {
                    Job job = new Job(Reply.JSON.readValue(each.resolve(STATE), Run.class));
                    if (!job.run().state().isFinal()) {
                        save(job.change(r -> r.ended(Run.State.broken, "cut off when the server ended")));
                    }
                    jobs.put(job.run().id(), job);
                } catch (JacksonException e) {
                    System.err.println("Left as it is, for it cannot be read: " + each.resolve(STATE));
                }
            }
        }
    }

    /** The latest first. */
    List<Run> all() {
        return jobs.values().stream().map(Job::run).toList();
    }

    Job job(String id) {
        return Optional.ofNullable(jobs.get(id))
                .orElseThrow(() -> Problem.of(
                                404,
                                "There is no such run",
                                "one of those that /api/v1/runs lists",
                                id,
                                "it was long ago: the last %d are kept.".formatted(limits.kept()))
                        .thrown());
    }

    /**
     * Queues work.
     *
     * @param question the text of what was asked, kept under {@code name}
     * @throws Problem.Thrown if the queue is full
     */
    Run submit(String title, String kind, String name, String question, Work work) throws IOException {
        String id = newId();
        Run queued = Run.queued(id, title, kind, name);
        Job job = new Job(queued);
        Files.createDirectory(folder.resolve(id));
        Files.writeString(folder.resolve(id).resolve(name), question);
        save(queued);
        jobs.put(id, job);
        try {
            workers.execute(() -> work(job, work));
        } catch (RejectedExecutionException e) {
            jobs.remove(id);
            remove(id);
            throw Problem.of(
                            429,
                            "The queue is full",
                            "at most %d runs that wait".formatted(limits.queued()),
                            "one more",
                            "one of them is no longer needed: cancel it, or come back when one is done.")
                    .thrown();
        }
        forget();
        return queued;
    }

    private String newId() {
        return LocalDateTime.now(ZoneOffset.UTC).format(NAME) + "-%04x".formatted(random.nextInt(1 << 16));
    }

    /** What has ended stays as it is; what waits or works ends as soon as it can. */
    Run cancel(String id) {
        Job job = job(id);
        job.cancel();
        return job.change(r -> r.at(r.done(), r.total(), "being stopped"));
    }

    private void work(Job job, Work work) {
        ForkJoinPool threads = Watched.pool("run-" + job.run().id(), job::at);
        try {
            if (job.begin(threads)) {
                save(job.change(Run::begun));
                ForkJoinTask<?> task = threads.submit(() -> FileAccess.within(bundled, () -> {
                    work.into(folder.resolve(job.run().id()).resolve(RESULTS));
                    return true;
                }));
                task.get(limits.run().toMillis(), TimeUnit.MILLISECONDS);
                List<String> files = files(job.run().id());
                end(job, r -> r.done(files));
            } else {
                end(job, r -> r.ended(Run.State.cancelled, "cancelled before it began"));
            }
        } catch (TimeoutException e) {
            stop(threads);
            end(
                    job,
                    r -> r.failed(Problem.of(
                            504,
                            "This run took too long",
                            "at most %d minutes".formatted(limits.run().toMinutes()),
                            "more",
                            "it asks for less when split in two; the command line has no limit.")));
        } catch (ExecutionException | CancellationException | InterruptedException | IOException e) {
            stop(threads);
            if (!closed) {
                end(job, r -> job.isCancelled() ? r.ended(Run.State.cancelled, "cancelled") : r.failed(problem(e)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void stop(ForkJoinPool threads) {
        threads.shutdownNow();
        try {
            threads.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Problem problem(Exception e) {
        Throwable cause = e;
        while (cause instanceof ExecutionException && cause.getCause() != null
                || cause instanceof RuntimeException
                        && !(cause instanceof InputException)
                        && cause.getCause() instanceof Exception) {
            cause = cause.getCause();
        }
        return problems.apply(cause instanceof Exception exception ? exception : new IllegalStateException(cause));
    }

    private void end(Job job, UnaryOperator<Run> change) {
        try {
            save(change.apply(job.run())); // on disk before anyone hears of it
        } catch (IOException e) {
            System.err.println("Cannot keep " + folder.resolve(job.run().id()).resolve(STATE) + ": " + e.getMessage());
        }
        job.change(change);
    }

    private void save(Run run) throws IOException {
        AtomicWrite.write(
                folder.resolve(run.id()).resolve(STATE), part -> Files.write(part, Reply.JSON.writeValueAsBytes(run)));
    }

    private List<String> files(String id) throws IOException {
        Path home = folder.resolve(id);
        List<String> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(home);
                Stream<Path> results = Files.walk(home.resolve(RESULTS))) {
            top.filter(Files::isRegularFile)
                    .map(p -> p.getFileName().toString())
                    .filter(name -> !name.equals(STATE))
                    .forEach(files::add);
            results.filter(Files::isRegularFile)
                    .map(home.resolve(RESULTS)::relativize)
                    .map(p -> p.toString().replace('\\', '/'))
                    .forEach(files::add);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    /** A file of a run; a name reaches the disk only if the run lists it. */
    byte[] file(String id, String name) throws IOException {
        Run run = job(id).run();
        if (!run.files().contains(name)) {
            throw Problem.of(
                            404,
                            "There is no such file in this run",
                            "one of " + String.join(", ", run.files()),
                            name,
                            run.state().isFinal() ? "it belongs to another run." : "it comes when the run is done.")
                    .thrown();
        }
        Path asked = folder.resolve(id).resolve(name);
        Path result = folder.resolve(id).resolve(RESULTS).resolve(name);
        return Files.readAllBytes(Files.isRegularFile(asked) ? asked : result);
    }

    /** The oldest that have ended make room. */
    private void forget() {
        all().stream().filter(r -> r.state().isFinal()).skip(limits.kept()).forEach(r -> {
            jobs.remove(r.id());
            remove(r.id());
        });
    }

    private void remove(String id) {
        try (Stream<Path> all = Files.walk(folder.resolve(id))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Left behind, and safe to delete: " + folder.resolve(id));
        }
    }

    @Override
    public void close() {
        closed = true;
        workers.shutdownNow();
        jobs.values().stream().filter(j -> !j.run().state().isFinal()).forEach(Job::cancel);
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("The folder of runs was left locked: " + e.getMessage());
        }
    }
}
