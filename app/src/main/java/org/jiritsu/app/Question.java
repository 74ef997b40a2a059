package org.jiritsu.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.study.Analysis;

/** A command whose answer is one table, wherever it is asked: at a terminal, over HTTP, or as a run. */
interface Question extends Callable<Integer> {
    /**
     * Reads every word against the world that is asked; nothing that takes long is computed.
     *
     * @param analysis in the {@link #language} of the answer
     * @throws org.jiritsu.base.InputException if it cannot be answered as it was asked
     */
    Plan plan(Analysis analysis);

    /**
     * A question understood.
     *
     * @param title in plain words
     * @param answer works it out
     */
    record Plan(String title, Supplier<Table> answer) {}

    Output output();

    Language language();

    /** Whether it may take minutes as it was asked. */
    default boolean isLong() {
        return false;
    }

    @Override
    default Integer call() throws IOException {
        output().require();
        try (Analysis analysis = Places.analysis().in(language())) {
            output().give(plan(analysis).answer().get());
        }
        return 0;
    }
}
