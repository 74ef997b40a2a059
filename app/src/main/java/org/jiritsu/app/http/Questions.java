package org.jiritsu.app.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jiritsu.answer.Table;
import org.jiritsu.study.Analysis;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the command line, as far as they may be asked from elsewhere. */
public interface Questions {
    /** Their names. */
    Collection<String> names();

    /** What a command says of itself. */
    CommandSpec spec(String name);

    /** What may be given from elsewhere, by name: nothing of type file, no form of output. */
    Map<String, ArgSpec> parameters(String name);

    /**
     * Reads a question; nothing is computed yet.
     *
     * @param parameters values by parameter: an option's name without dashes, a positional's label in lower case
     * @throws RuntimeException if they cannot be understood, for {@link #problem}
     */
    Asked ask(String name, Map<String, List<String>> parameters);

    /** The words of the command line for a failure. */
    Problem problem(Exception failure);

    /** A question understood. */
    interface Asked {
        /** Whether it may take minutes, and so must be a run. */
        boolean isLong();

        /**
         * What is asked, in plain words; every word of it is read against the world asked.
         *
         * @throws RuntimeException if it cannot be answered, for {@link #problem}
         */
        String title(Analysis analysis);

        Table answer(Analysis analysis);
    }
}
