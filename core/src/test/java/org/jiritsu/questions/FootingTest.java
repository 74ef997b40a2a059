package org.jiritsu.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.base.Csv;
import org.jiritsu.linear.Kernel;
import org.junit.jupiter.api.Test;

/** What the figures of an estimated world rest on is said beside them, by what they rest on. */
class FootingTest {
    private static final Session SESSION = Bundled.session(Bundled.store(Path.of("target/no-worlds")), Kernel.best());
    private static final Question CUTOFF = Questions.ALL.question("cutoff").orElseThrow();

    private static List<String> limits(Language language, String... words) {
        Answer answer = SESSION.in(language)
                .plan(CUTOFF, CommandWords.arguments(CUTOFF, List.of(words)))
                .answer()
                .get();
        return answer.said(Finding.Role.LIMIT);
    }

    @Test
    void aLinkOfGoodsHasTheErrorOfSuchLinks() {
        assertEquals(
                List.of(
                        "Single links between two economies are estimated here. Where the truth is known they are off by"
                                + " 26% at the median and 83% at the 90th percentile for goods bought as inputs and 19% and 72%"
                                + " for goods to final use."),
                limits(Language.EN, "JPN", "--by", "CHN", "--sector", "C26"));
        assertTrue(limits(Language.EN, "JPN", "--by", "CHN", "--sector", "c14", "--world", "wiod2011")
                .isEmpty());
    }

    @Test
    void oddRowsAreNamedWhereAnAnswerRestsOnThem() {
        List<String> ores = limits(Language.EN, "JPN", "--by", "VNM", "--sector", "B07");
        assertTrue(
                ores.getFirst()
                        .endsWith("Divided from a wider industry, with an error that no test measures: metal ores."),
                ores.toString());
        assertTrue(
                ores.getLast().contains("Vietnam: metal ores, output 72.0 bn USD (metal ores of Viet Nam"),
                ores.toString());
        assertEquals(2, ores.size());
        assertTrue(limits(Language.EN, "NLD", "--by", "CHN", "--sector", "C26")
                .getLast()
                .contains("imports 7.9 bn USD"));
        assertEquals(
                1, limits(Language.EN, "JPN", "--by", "NLD", "--sector", "C26").size());
    }

    @Test
    void everyOddityIsToldInJapanese() {
        limits(Language.JA, "JPN", "--by", "VNM", "--sector", "B07").forEach(FootingTest::assertJapanese);
        Csv.forEach(
                Bundled.root().resolve("data/icio2022/oddities.csv"),
                List.of("what", "reason"),
                List.of("economy", "sector", "side", "origin"),
                row -> {
                    assertJapanese(SESSION.in(Language.JA).words().data(row.said("what")));
                    assertJapanese(SESSION.in(Language.JA).words().data(row.said("reason")));
                });
    }

    private static void assertJapanese(String text) {
        assertTrue(text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9fff), text);
    }
}
