package org.jiritsu.ask;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/**
 * In which questions are answered, by any number of threads. What is costly (worlds, factorisations, calibrations, runs) is
 * made once per world and key, kept while there is room, and let go with its world. Native memory of what was let go is
 * freed by the collector, for another thread may still be using it.
 */
public final class Session {
    private final Kept kept;
    private final Words words;
    private final Progress progress;

    /**
     * In English.
     *
     * @param data the folder of bundled data
     * @param home the folder of the user's own
     */
    public Session(WorldStore store, Kernel kernel, Path data, Path home) {
        this(new Kept(store, kernel, data, home), Words.in(Language.EN), (_, _, _) -> {});
    }

    private Session(Kept kept, Words words, Progress progress) {
        this.kept = kept;
        this.words = words;
        this.progress = progress;
    }

    /** The same in another language. */
    public Session in(Language language) {
        return new Session(kept, words.to(language), progress);
    }

    /** The same with the words of a question's package. */
    public Session of(Question question) {
        return new Session(kept, words.of(question.getClass().getPackage()), progress);
    }

    /** How a question is answered: by its own plan, and with what its figures rest on said beside them. */
    public Plan plan(Question question, Arguments asked) {
        Session here = of(question);
        Plan plan = question.plan(here, asked);
        return new Plan(
                plan.title(), plan.cost(), () -> Footing.under(plan.answer().get(), here, asked));
    }

    /** The same, telling someone how far long work has come. */
    public Session toldTo(Progress other) {
        return new Session(kept, words, other);
    }

    /** Whom to tell how far long work has come. */
    public Progress progress() {
        return progress;
    }

    /** Says what is being done, in a line. */
    public void tell(String line) {
        progress.at(0, 0, line);
    }

    /** In which it answers. */
    public Words words() {
        return words;
    }

    public WorldStore store() {
        return kept.store;
    }

    public Kernel kernel() {
        return kept.kernel;
    }

    /** The folder of bundled data. */
    public Path data() {
        return kept.data;
    }

    /** The folder of the user's own things. */
    public Path home() {
        return kept.home;
    }

    /** A world, opened once. */
    public World world(String id) {
        return kept.opened(id).world;
    }

    /**
     * Something made from a world, once for each key.
     *
     * @param key equal for the same thing; a record of what it depends on, or a word
     * @param make is called by one thread, while others that ask for the same wait for it
     */
    public <T> T once(String world, Object key, Class<T> type, Supplier<T> make) {
        return type.cast(kept.opened(world).once(key, make));
    }

    /** The one thing of its type that is made from a world, such as its factors. */
    public <T> T once(String world, Class<T> type, Supplier<T> make) {
        return once(world, type, type, make);
    }

    /** The same for things without number, of which the latest are kept. */
    public <T> T latest(String world, Object key, Class<T> type, int most, Supplier<T> make) {
        Opened at = kept.opened(world);
        T made = type.cast(at.once(key, make));
        at.keepLatest(type, most);
        return made;
    }

    /** Something that belongs to no world, such as a map or a store of another kind: made once for each key, and kept. */
    public <T> T shared(Object key, Class<T> type, Supplier<T> make) {
        return type.cast(shared(kept.apart, kept.apart, key, make));
    }

    /**
     * To be called between questions by who keeps a session: lets go of worlds whose files have changed, and of those that
     * were asked longest ago until tables and factors take no more than so many bytes.
     */
    public void tidy(long bytes) {
        kept.tidy(bytes);
    }

    private static final class Kept {
        private final WorldStore store;
        private final Kernel kernel;
        private final Path data;
        private final Path home;
        private final Map<Object, FutureTask<Object>> apart = new LinkedHashMap<>();
        private final Map<String, FutureTask<Opened>> opened = new LinkedHashMap<>(16, 0.75f, true);

        Kept(WorldStore store, Kernel kernel, Path data, Path home) {
            this.store = store;
            this.kernel = kernel;
            this.data = data;
            this.home = home;
        }

        Opened opened(String id) {
            return shared(
                    opened,
                    this,
                    id,
                    () -> new Opened(id, store.open(id), store.versions().getOrDefault(id, "")));
        }

        synchronized void tidy(long bytes) {
            Map<String, String> versions = store.versions();
            letGo(at -> !at.version.equals(versions.get(at.id)));
            letGo(_ -> here().stream().mapToLong(Opened::bytes).sum() > bytes);
        }

        private void letGo(Predicate<Opened> which) {
            for (Opened at : here()) {
                if (which.test(at)) {
                    opened.remove(at.id);
                }
            }
        }

        private List<Opened> here() {
            return done(opened, Opened.class);
        }
    }

    private static final class Opened {
        private final String id;
        private final World world;
        private final String version;
        private final Map<Object, FutureTask<Object>> made = new LinkedHashMap<>(16, 0.75f, true);

        /** @param id by which it was asked for: a file may hold a world that calls itself otherwise */
        Opened(String id, World world, String version) {
            this.id = id;
            this.world = world;
            this.version = version;
        }

        /** Of the table and its factors, which outweigh the rest. */
        long bytes() {
            return 2L * Double.BYTES * world.size() * world.size();
        }

        Object once(Object key, Supplier<?> make) {
            return shared(made, this, key, make);
        }

        synchronized void keepLatest(Class<?> type, int most) {
            List<Object> keys = new ArrayList<>();
            made.forEach((key, task) -> {
                if (isDone(task) && type.isInstance(task.resultNow())) {
                    keys.add(key);
                }
            });
            keys.subList(0, Math.max(0, keys.size() - most)).forEach(made::remove);
        }
    }

    private static boolean isDone(FutureTask<?> task) {
        return task.state() == FutureTask.State.SUCCESS;
    }

    private static <T> List<T> done(Map<?, ? extends FutureTask<?>> tasks, Class<T> type) {
        return tasks.values().stream()
                .filter(Session::isDone)
                .map(FutureTask::resultNow)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What is in the map, or else made by the first thread that asks while others wait for it; a failure is not kept. */
    private static <K, V> V shared(Map<K, FutureTask<V>> map, Object lock, K key, Supplier<? extends V> make) {
        while (true) {
            FutureTask<V> own = new FutureTask<>(make::get);
            FutureTask<V> task;
            synchronized (lock) {
                task = Objects.requireNonNullElse(map.putIfAbsent(key, own), own);
            }
            if (task == own) {
                own.run();
            }
            try {
                return task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped");
            } catch (ExecutionException e) {
                synchronized (lock) {
                    map.remove(key, task);
                }
                // Whoever was making it has been stopped: that is nothing to us who waited.
                if (task == own || !(e.getCause() instanceof CancellationException)) {
                    throw thrown(e);
                }
            }
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }
}
