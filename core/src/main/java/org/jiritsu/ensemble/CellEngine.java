package org.jiritsu.ensemble;

import java.io.Serializable;
import java.util.List;

/** Where cells are computed: on this machine's threads, or elsewhere. Results are the same to the last digit. */
public interface CellEngine {
    /**
     * The results in the order of the cells. What the store holds is not computed again; what is computed is put into it
     * part by part, so that a run that was stopped goes on where it was.
     */
    <I extends Serializable> double[] run(List<Cell<I>> cells, CellModel<I> model, CellStore store, Progress progress);

    /** Told after each part; calls do not overlap. */
    @FunctionalInterface
    interface Progress {
        Progress NONE = (_, _) -> {};

        void done(long cells, long of);
    }
}
