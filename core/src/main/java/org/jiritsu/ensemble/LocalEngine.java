package org.jiritsu.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;

/**
 * Cells on this machine's threads.
 *
 * @param threads changes the speed only
 * @param batch most cells given to the model at once, and so in a part
 */
public record LocalEngine(int threads, int batch) implements CellEngine {
    public LocalEngine {
        if (threads < 1 || batch < 1) {
            throw InputException.use(
                    "Cells need a thread and a batch",
                    "one or more of each",
                    threads + " threads, batches of " + batch,
                    "one of the two was left at 0.");
        }
    }

    @Override
    public <I extends Serializable> double[] run(
            List<Cell<I>> cells, CellModel<I> model, CellStore store, Progress progress) {
        SortedMap<String, Cell<I>> missing = new TreeMap<>();
        for (Cell<I> cell : cells) {
            if (store.get(cell.key()).isEmpty()) {
                missing.put(cell.key(), cell);
            }
        }
        compute(new ArrayList<>(missing.values()), model, store, progress);
        double[] results = new double[cells.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = store.get(cells.get(i).key()).orElseThrow();
        }
        return results;
    }

    private <I extends Serializable> void compute(
            List<Cell<I>> cells, CellModel<I> model, CellStore store, Progress progress) {
        int parts = Math.ceilDiv(cells.size(), batch);
        if (threads == 1 || parts <= 1) {
            for (int part = 0; part < parts; part++) {
                compute(part(cells, part, parts), model, store);
                progress.done((long) (part + 1) * cells.size() / parts, cells.size());
            }
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, parts))) {
            ExecutorCompletionService<Integer> running = new ExecutorCompletionService<>(pool);
            for (int part = 0; part < parts; part++) {
                List<Cell<I>> some = part(cells, part, parts);
                running.submit(() -> compute(some, model, store));
            }
            long done = 0;
            try {
                for (int part = 0; part < parts; part++) {
                    done += running.take().get();
                    progress.done(done, cells.size());
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped");
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
            }
        }
    }

    private static <I extends Serializable> List<Cell<I>> part(List<Cell<I>> cells, int part, int parts) {
        return cells.subList(
                (int) ((long) part * cells.size() / parts), (int) ((long) (part + 1) * cells.size() / parts));
    }

    private static <I extends Serializable> int compute(List<Cell<I>> cells, CellModel<I> model, CellStore store) {
        Cancellation.check();
        double[] results = model.run(cells.stream().map(Cell::input).toList());
        if (results.length != cells.size()) {
            throw new IllegalStateException(
                    "the model gave " + results.length + " results for " + cells.size() + " cells");
        }
        for (double result : results) {
            if (!Double.isFinite(result)) {
                throw new IllegalStateException("the model gave a result that is no number");
            }
        }
        store.put(cells.stream().map(Cell::key).toList(), results);
        return cells.size();
    }
}
