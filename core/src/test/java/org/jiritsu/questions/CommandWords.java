package org.jiritsu.questions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Question;

/** Words of a command line as arguments, for tests that need no command line. */
public final class CommandWords {
    private CommandWords() {}

    /** Words of an example as the command line takes them: options with a value each, flags, words without a name. */
    public static Arguments arguments(Question question, List<String> words) {
        Map<String, List<Given>> given = new LinkedHashMap<>();
        List<Param<?>> positionals = question.spec().params().stream()
                .filter(p -> p.shape().isPositional())
                .toList();
        int position = 0;
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            String name = word.startsWith("--")
                    ? word.substring(2)
                    : positionals
                            .get(Math.min(position++, positionals.size() - 1))
                            .name();
            Param<?> param = question.spec().param(name).orElseThrow();
            String text = !word.startsWith("--") ? word : param.shape() == Param.Shape.FLAG ? "true" : words.get(++k);
            given.merge(
                    name,
                    List.of(Given.option(text)),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return Arguments.of(question.spec(), given);
    }
}
