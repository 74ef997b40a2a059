package org.jiritsu.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.Table;

/** A command whose answer is one table, wherever it is asked: at a terminal, over HTTP, or as a run. */
interface Question extends Callable<Integer> {
    Table answer(Analysis analysis) throws IOException;

    Output output();

    /** Whether it may take minutes as it was asked. */
    default boolean isLong() {
        return false;
    }

    @Override
    default Integer call() throws IOException {
        try (Analysis analysis = Places.analysis()) {
            output().give(answer(analysis));
        }
        return 0;
    }
}
