package org.jiritsu.questions.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Given;
import org.jiritsu.base.InputException;
import org.jiritsu.questions.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeaQuestionTest {
    private static final SeaQuestion QUESTION = new SeaQuestion();

    private static Answer answer(String call) {
        return Asked.answer(QUESTION, Language.EN, call);
    }

    private static String headline(Answer answer) {
        return answer.said(Finding.Role.HEADLINE).getFirst();
    }

    @Test
    void hormuzClosedLeavesMostOilWithoutAWay() {
        String call = "home=JPN close=hormuz good=crude";
        assertEquals(
                "Closing the Strait of Hormuz leaves 71.2% (61.7 to 75.4%) of what Japan imports of crude oil without any"
                        + " way by sea.",
                headline(answer(call)));
        assertEquals(
                "ホルムズ海峡を閉鎖すれば、日本が輸入する原油の71.2%（幅は61.7～75.4%）は海上の航路を全て失う。",
                headline(Asked.answer(QUESTION, Language.JA, call)));
    }

    private static double passes(Answer answer, String strait, String field) {
        int row = IntStream.range(0, answer.table().rows().size())
                .filter(r -> answer.table().text(r, "strait").equals(strait))
                .findFirst()
                .orElseThrow();
        return answer.table().number(row, field);
    }

    @Test
    void sharesAreThosePublished() {
        Answer crude = answer("home=JPN good=crude");
        assertEquals(0.95, passes(crude, "malacca", "pass"), 0.02);
        assertEquals(passes(crude, "hormuz", "pass"), passes(crude, "hormuz", "no_way_round"), 1e-9);
        assertEquals(0, passes(crude, "malacca", "no_way_round"));
        assertEquals(0.06, passes(answer("home=JPN good=lng"), "hormuz", "pass"), 0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "from=Yokohama to=SARTA, 12453",
        "from=Yokohama to=SARTA close=malacca, 13512",
        "from=Yokohama to=SARTA close=malacca|sunda, 14291",
        "from=Yokohama to=Rotterdam, 21154",
        "from=Yokohama to=Rotterdam close=suez, 23572",
        "from=Yokohama to=Rotterdam close=suez|panama, 27241"
    })
    void waysAreAsLongAsOnTheSameNetworkElsewhere(String call, double km) {
        Answer answer = answer(call.replace('|', ','));
        int last = IntStream.range(0, answer.table().rows().size())
                .filter(r -> answer.table().number(r, "rank") == 1)
                .max()
                .orElseThrow();
        assertEquals(km, answer.table().number(last, "way_km"), 0.01 * km);
    }

    @Test
    void noWayIsLeftWhereThereIsNone() {
        assertEquals(
                "With the Strait of Hormuz closed no way is left from Yokohama to Ras Tanura.",
                headline(answer("from=Yokohama to=SARTA close=hormuz")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home=JPN",
                "home=JPN close=malacca,sunda good=crude,lng",
                "home=DEU close=suez good=all",
                "from=Yokohama to=Rotterdam close=suez",
                "from=Yokohama to=SARTA close=hormuz"
            })
    void everySentenceSpeaksOfCellsThatAreThere(String call) {
        for (Language language : Language.values()) {
            Answer answer = Asked.answer(QUESTION, language, call);
            Asked.requireCells(answer);
            assertFalse(answer.charts().isEmpty());
            assertFalse(answer.said(Finding.Role.ASSUMPTION).isEmpty());
        }
    }

    private static Chart.LaneMap map(String call) {
        return (Chart.LaneMap) answer(call).charts().getFirst();
    }

    private static double widest(Chart.LaneMap map, Chart.Way way) {
        return map.layers().stream()
                .filter(layer -> layer.way() == way)
                .flatMap(layer -> layer.lines().stream())
                .mapToDouble(Chart.Line::value)
                .max()
                .orElse(0);
    }

    private static Chart.Place place(Chart.LaneMap map, String label) {
        return map.places().stream()
                .filter(place -> place.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMapCarriesOnItsLanesWhatTheTableSaysOfTheStrait() {
        Answer crude = answer("home=JPN good=crude");
        Chart.LaneMap map = (Chart.LaneMap) crude.charts().getFirst();
        Chart.Place malacca = place(map, "Strait of Malacca");
        assertEquals(Chart.Sign.STRAIT, malacca.sign());
        assertEquals(100 * passes(crude, "malacca", "pass"), malacca.value(), 1e-9);
        assertEquals(
                100 * passes(crude, "osumi", "pass"),
                widest(map, Chart.Way.OPEN),
                0.5,
                "nothing is wider than what passes Osumi; ways of a few ten-thousandths are not drawn");
    }

    @Test
    void theMapOfAClosureShowsWhoIsCutOffAndWhoSailsRound() {
        Chart.LaneMap hormuz = map("home=JPN good=crude close=hormuz");
        assertEquals(Chart.Sign.CLOSED, place(hormuz, "Strait of Hormuz").sign());
        assertEquals(place(hormuz, "Strait of Hormuz").value(), widest(hormuz, Chart.Way.CUT), 1e-6);
        assertEquals(0, widest(hormuz, Chart.Way.ROUND));
        Chart.LaneMap malacca = map("home=JPN good=crude close=malacca");
        assertEquals(0, widest(malacca, Chart.Way.CUT));
        assertEquals(widest(malacca, Chart.Way.LEFT), widest(malacca, Chart.Way.ROUND), 1e-6);
        assertTrue(map("from=Yokohama to=SARTA close=hormuz").layers().stream()
                .anyMatch(
                        layer -> layer.way() == Chart.Way.CUT && !layer.lines().isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "home=JPN close=hormus; hormuz is meant",
                "from=Yokohama; --to Yokohama",
                "from=Yokohama to=100,40; ",
                "home=JPN good=crud; you meant crude",
                "home=JPN ship=vlc; vlcc",
                "good=crude; JPN",
                "from=Yokohama to=Rotterdam within=2; 0.01"
            })
    void mistakesAreAnsweredWithWhatWouldDo(String call, String told) {
        InputException e = assertThrows(InputException.class, () -> answer(call));
        assertTrue(e.getMessage().contains(told == null ? "" : told), e.getMessage());
        assertThrows(InputException.class, () -> Asked.answer(QUESTION, Language.EN, call, new Given.Place.Query()));
    }
}
