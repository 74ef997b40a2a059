package org.jiritsu.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.questions.Questions;
import org.junit.jupiter.api.Test;

/** Fields are told in two languages. */
class FieldTest {
    private static Set<String> told(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Field.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".label") || key.endsWith(".definition"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFieldIsToldInJapanese() throws IOException {
        assertEquals(told("fields.properties"), told("fields_ja.properties"));
    }

    @Test
    void whatIsCountedInDaysSaysDays() {
        List<Field> days = Questions.ALL.questions().stream()
                .flatMap(question -> Catalogue.words(question, Language.EN).fields().stream())
                .distinct()
                .filter(field -> List.of(field.name().split("_")).contains("days"))
                .toList();
        assertFalse(days.isEmpty());
        days.forEach(field -> assertEquals(Field.Kind.DAYS, field.kind(), field.name()));
    }

    @Test
    void kindsAndSourcesAreTheSameInEveryLanguage() {
        List<Field> english = Words.in(Language.EN).fields();
        List<Field> japanese = Words.in(Language.JA).fields();
        for (int i = 0; i < english.size(); i++) {
            assertEquals(english.get(i).name(), japanese.get(i).name());
            assertEquals(english.get(i).kind(), japanese.get(i).kind());
            assertEquals(english.get(i).source(), japanese.get(i).source());
            assertFalse(
                    english.get(i).definition().equals(japanese.get(i).definition()),
                    english.get(i).name());
        }
    }
}
