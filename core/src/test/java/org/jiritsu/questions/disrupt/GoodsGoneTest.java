package org.jiritsu.questions.disrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.base.InputException;
import org.jiritsu.questions.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bans of goods and closed straits, followed day by day. */
class GoodsGoneTest {
    private static final DisruptQuestion QUESTION = new DisruptQuestion();

    private static Answer answer(Language language, String call) {
        return Asked.answer(QUESTION, language, call);
    }

    private static double lost(Answer answer) {
        return answer.table().number(0, "va_lost_musd");
    }

    @Test
    void bothBoundsStandBesideTheResult() {
        String call = "home=JPN ban=CHN:850511 days=200 horizon=210 rule=partial";
        Answer answer = answer(Language.EN, call);
        assertTrue(
                answer.said(Finding.Role.STORY)
                        .contains("Of what Japan imports (2024), missing are: permanent magnets of metal (35.9% of the"
                                + " tonnes, 27.6% of the value; stocks cover it for 167 days, 0 to 501)."),
                answer.said(Finding.Role.STORY).toString());
        assertTrue(answer.said(Finding.Role.STORY).stream()
                .anyMatch(said -> said.startsWith("Two bounds") && said.endsWith("the essential bound, as usual.")));
        assertTrue(answer(Language.JA, call).said(Finding.Role.STORY).stream()
                .anyMatch(said -> said.contains("永久磁石(金属製)（数量の35.9%、金額の27.6%、備蓄で167日、幅は0～501日もつ）")));
        Asked.requireCells(answer);
    }

    @Test
    void industriesDoWithoutWhatIsNotCriticalUnlessTheRuleIsSaid() {
        String call = "home=JPN ban=CHN:810411 days=12 horizon=14";
        Answer usual = answer(Language.EN, call);
        Answer partial = answer(Language.EN, call + " rule=partial");
        Answer strict = answer(Language.EN, call + " rule=strict");
        assertEquals(lost(partial), lost(usual));
        assertNotEquals(lost(strict), lost(usual));
    }

    /** Each industry's need is drawn between its ends; by value there is nothing to draw. */
    @Test
    void whatIndustriesNeedIsDrawnBetweenItsEnds() {
        String call = "home=JPN ban=CHN:810411 days=2 horizon=3 draws=10";
        Answer drawn = answer(Language.EN, call);
        assertTrue(
                drawn.said(Finding.Role.ASSUMPTION).stream()
                        .anyMatch(said -> said.matches(".*what stops of .* without the goods from \\S+ to \\S+%.*")),
                drawn.said(Finding.Role.ASSUMPTION).toString());
        assertTrue(lost(drawn) < drawn.table().number(4, "va_lost_musd"));
        assertTrue(answer(Language.EN, call + " bound=proportional").said(Finding.Role.ASSUMPTION).stream()
                .noneMatch(said -> said.contains("without the goods")));
    }

    /** What is followed lies between the bounds; by value magnets are next to nothing. */
    @Test
    void boundsAreInOrder() {
        String call = "home=JPN ban=CHN:850511 days=30 horizon=40 rule=partial bound=";
        double proportional = lost(answer(Language.EN, call + "proportional"));
        double high = lost(answer(Language.EN, call + "high"));
        assertTrue(proportional > 0 && proportional < 0.01 * high, proportional + " " + high);
    }

    @Test
    void nothingStopsWhileStocksLast() {
        InputException e =
                assertThrows(InputException.class, () -> answer(Language.EN, "home=JPN close=hormuz days=90"));
        assertTrue(e.getMessage().contains("stocks last longer"), e.getMessage());
        assertEquals("a break of more than 356 days", e.expected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "home=JPN ban=CHN:85051; CHN:850511",
                "home=JPN ban=CHN:854231; goods-import",
                "home=JPN close=hormus; hormuz",
                "home=JPN close=panama; --close hormuz",
                "home=JPN cut=CHN:C26 bound=high; bound without it",
                "home=JPN ban=CHN:850511 world=wiod2011; icio2022"
            })
    void mistakesAreAnsweredWithWhatWouldDo(String call, String told) {
        InputException e = assertThrows(InputException.class, () -> answer(Language.EN, call));
        assertTrue(e.getMessage().contains(told), e.getMessage());
    }
}
