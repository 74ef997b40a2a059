package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.CommandWords;
import org.jiritsu.questions.Questions;
import org.jiritsu.study.StudyRunner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the README tells a reader to ask can be asked: every word of it is read and checked. */
class ReadmeTest {
    private static final Session SESSION = Bundled.session(Bundled.store(Path.of("target/no-worlds")), Kernel.best());

    static Stream<String> commands() throws IOException {
        return Files.readAllLines(Bundled.root().resolve("README.md")).stream()
                .filter(line -> line.startsWith("    ./jiritsu "))
                .map(line -> line.replaceFirst("^ *\\./jiritsu ", "")
                        .replaceFirst(" {2,}#.*", "")
                        .strip());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itCanBeAsked(String command) throws IOException {
        List<String> words = List.of(command.replace(" --open", "").split(" "));
        switch (words.getFirst()) {
            case "run" -> {
                String file = words.get(1);
                assertTrue(!new StudyRunner(Questions.ALL, SESSION, "test")
                        .read(file, Files.readString(Bundled.root().resolve(file)))
                        .steps()
                        .isEmpty());
            }
            case "serve", "world" -> assertFalse(words.isEmpty());
            default -> {
                Question question = Questions.ALL.question(words.getFirst()).orElseThrow();
                List<String> rest = words.subList(1, words.size());
                assertFalse(question.plan(SESSION.of(question), CommandWords.arguments(question, rest))
                        .title()
                        .isEmpty());
            }
        }
    }
}
