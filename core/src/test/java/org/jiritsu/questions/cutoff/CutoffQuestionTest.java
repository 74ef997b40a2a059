package org.jiritsu.questions.cutoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Session;
import org.jiritsu.linear.Kernel;
import org.junit.jupiter.api.Test;

class CutoffQuestionTest {
    private static final CutoffQuestion QUESTION = new CutoffQuestion();
    private static final Path NONE = Path.of("no own worlds");
    private static final Session BUNDLED =
            new Session(Bundled.store(NONE), Kernel.java(), Bundled.root().resolve("data"), NONE);

    private static Answer atlas(Language language, String threshold) {
        Map<String, List<Given>> given = new HashMap<>();
        Map.of("world", "wiod2011", "home", "JPN", "atlas", "true", "threshold", threshold)
                .forEach((name, value) -> given.put(name, List.of(new Given(value, new Given.Place.Query()))));
        return QUESTION.plan(BUNDLED.in(language).of(QUESTION), Arguments.of(QUESTION.spec(), given))
                .answer()
                .get();
    }

    private static Map<String, Double> column(Answer answer, String field) {
        Map<String, Double> column = new HashMap<>();
        IntStream.range(0, answer.table().rows().size())
                .forEach(r -> column.put(
                        answer.table().text(r, "partner") + ":" + answer.table().text(r, "sector"),
                        ((Number) answer.table().cell(r, field)).doubleValue()));
        return column;
    }

    /** What the columns say of other thresholds is what the question says there. */
    @Test
    void theThresholdsEffectIsThatOfAskingAgain() {
        Answer answer = atlas(Language.EN, "0.01");
        assertEquals(
                column(atlas(Language.EN, "0.02"), "home_va_using_pct_gdp"),
                column(answer, "home_va_using_twice_pct_gdp"));
        assertEquals(
                column(atlas(Language.EN, "0.005"), "home_va_using_pct_gdp"),
                column(answer, "home_va_using_half_pct_gdp"));
        Map<String, Double> above = column(atlas(Language.EN, "0.011"), "industries_using");
        Map<String, Double> near = column(answer, "industries_near");
        column(answer, "industries_using").forEach((link, all) -> assertEquals(all - above.get(link), near.get(link)));
        assertTrue(near.values().stream().anyMatch(n -> n > 0));
    }

    @Test
    void aRequirementThatOnlyJustPassesDoesNotLead() {
        Answer answer = atlas(Language.EN, "0.01");
        List<Double> twice = IntStream.range(0, answer.table().rows().size())
                .mapToObj(r -> answer.table().number(r, "home_va_using_twice_pct_gdp"))
                .toList();
        IntStream.range(1, twice.size()).forEach(r -> assertTrue(twice.get(r - 1) >= twice.get(r)));
        assertTrue(twice.getFirst() > 0);
    }

    @Test
    void theThresholdsEffectIsSaidInBothLanguages() {
        Answer english = atlas(Language.EN, "0.01");
        assertTrue(
                english.said(Finding.Role.STORY).getFirst().startsWith("At half the threshold (0.50%)"),
                english.said(Finding.Role.STORY).getFirst());
        assertTrue(
                english.said(Finding.Role.LIMIT).getFirst().contains("by less than a tenth of it"),
                english.said(Finding.Role.LIMIT).getFirst());
        Answer japanese = atlas(Language.JA, "0.01");
        assertTrue(japanese.said(Finding.Role.STORY).getFirst().contains("閾値を半分（0.50%）"));
        assertTrue(japanese.said(Finding.Role.LIMIT).getFirst().contains("一割に満たない"));
        assertTrue(atlas(Language.EN, "0").said(Finding.Role.LIMIT).isEmpty());
    }
}
