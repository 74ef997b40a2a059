package org.jiritsu.ensemble;

import java.io.Serializable;
import java.util.List;

/** What computes cells, many at a time. Called by several threads at once. */
@FunctionalInterface
public interface CellModel<I extends Serializable> {
    /** One result for each input, in their order; a result must not depend on what else is in the batch. */
    double[] run(List<I> inputs);
}
