package org.jiritsu.questions.disrupt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Session;
import org.jiritsu.linear.Kernel;

/** Asks as the command line does. */
final class Asking {
    static final DisruptQuestion QUESTION = new DisruptQuestion();
    private static final Session SESSION = new Session(
            Bundled.store(Path.of("target/no-worlds")),
            Kernel.java(),
            Bundled.root().resolve("data"),
            Path.of("target"));

    private Asking() {}

    static Session session(Language language) {
        return SESSION.in(language).of(QUESTION);
    }

    static Answer answer(String line) {
        return answer(line, Language.EN);
    }

    static Answer answer(String line, Language language) {
        return QUESTION.plan(session(language), arguments(line, Given::option))
                .answer()
                .get();
    }

    /** Read, and not answered. */
    static Inquiry inquiry(String line) {
        return DisruptQuestion.inquiry(
                session(Language.EN), session(Language.EN).world("wiod2011"), arguments(line, Given::option));
    }

    /** {@code JPN --cut CHN:c14 --days 60}; of wiod2011 where no world is said; two quotation marks are an empty value. */
    static Arguments arguments(String line, Function<String, Given> given) {
        Map<String, List<Given>> all = new LinkedHashMap<>();
        List<String> words = List.of(line.strip().split("\\s+", -1));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.startsWith("--") ? word.substring(2) : "home";
            Optional<Param<?>> param = QUESTION.spec().param(name);
            boolean flag = param.filter(p -> p.shape() == Param.Shape.FLAG).isPresent();
            String text = flag
                    ? "true"
                    : name.equals("home")
                            ? word
                            : i + 1 < words.size() ? words.get(++i).replace("''", "") : "";
            all.computeIfAbsent(name, _ -> new ArrayList<>()).add(given.apply(text));
        }
        all.putIfAbsent("world", List.of(given.apply("wiod2011")));
        return Arguments.of(QUESTION.spec(), all);
    }
}
