package org.jiritsu.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.linear.Kernel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds of every question, however many there are. */
class QuestionsTest {
    private static final Session SESSION = Bundled.session(Bundled.store(Path.of("target/no-worlds")), Kernel.best());

    private static Stream<DynamicTest> each(java.util.function.Consumer<Question> check) {
        return Questions.ALL.questions().stream()
                .map(question -> DynamicTest.dynamicTest(question.spec().name(), () -> check.accept(question)));
    }

    /** The first example, in both languages. */
    @TestFactory
    Stream<DynamicTest> itsExampleIsAnswered() {
        return each(question -> {
            assertFalse(question.spec().examples().isEmpty());
            for (Language language : Language.values()) {
                Answer answer = question.plan(
                                SESSION.in(language).of(question),
                                CommandWords.arguments(
                                        question, question.spec().examples().getFirst()))
                        .answer()
                        .get();
                assertFalse(answer.table().rows().isEmpty());
                assertFalse(answer.findings().isEmpty());
                answer.findings().forEach(finding -> requireSound(answer, finding, language));
                answer.shown().fields().forEach(field -> answer.table().cell(0, field));
            }
        });
    }

    private static void requireSound(Answer answer, Finding finding, Language language) {
        assertFalse(finding.said().matches("(?s).*(NaN|null|\\{|}).*"), finding.said());
        assertTrue(
                language == Language.EN || finding.said().codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9fff),
                finding.said());
        finding.figures().forEach(figure -> answer.table().cell(figure.row(), figure.field()));
    }

    @TestFactory
    Stream<DynamicTest> everyParameterIsExplainedInBothLanguages() {
        return each(question -> {
            for (Language language : Language.values()) {
                Words words = Catalogue.words(question, language);
                words.say("about");
                question.spec()
                        .all()
                        .forEach(param -> assertFalse(
                                words.text("param." + param.name()).orElse("").isBlank(), param.name()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everySentenceAndFieldIsSaidInBothLanguagesWithTheSameValues() {
        return each(question -> {
            assertEquals(values(question, "words"), values(question, "words_ja"));
            assertEquals(read(question, "fields").stringPropertyNames(), told(question));
        });
    }

    /** Japanese fields leave out kind and source, which are no words. */
    private static Set<String> told(Question question) {
        Set<String> told = new TreeSet<>(read(question, "fields_ja").stringPropertyNames());
        read(question, "fields").stringPropertyNames().stream()
                .filter(key -> key.endsWith(".kind") || key.endsWith(".source"))
                .forEach(told::add);
        return told;
    }

    /** The values that each text names, by key. */
    private static Map<String, Set<String>> values(Question question, String file) {
        Properties texts = read(question, file);
        Map<String, Set<String>> values = new TreeMap<>();
        texts.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("scenario."))
                .forEach(key -> values.put(
                        key,
                        Pattern.compile("\\{([^}]*)}")
                                .matcher(texts.getProperty(key))
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return values;
    }

    private static Properties read(Question question, String file) {
        Properties texts = new Properties();
        try (InputStream in = question.getClass().getResourceAsStream(file + ".properties")) {
            texts.load(in == null ? new StringReader("") : new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** No question tells a field that all questions share, or another tells, in words of its own. */
    @TestFactory
    Stream<DynamicTest> aFieldIsSaidOnce() {
        Set<String> shared =
                Words.in(Language.EN).fields().stream().map(f -> f.name()).collect(Collectors.toSet());
        Map<String, String> by = new HashMap<>();
        return each(question -> read(question, "fields").stringPropertyNames().stream()
                .filter(key -> key.endsWith(".kind"))
                .map(key -> key.substring(0, key.length() - ".kind".length()))
                .forEach(field -> {
                    assertFalse(shared.contains(field), field + " is shared");
                    String other = Optional.ofNullable(
                                    by.putIfAbsent(field, question.spec().name()))
                            .orElse("");
                    assertEquals("", other, field);
                }));
    }
}
