package org.jiritsu.questions.disrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Role;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered: figures of before, findings that name their cells, a picture, in two languages. */
class AnswerTest {
    private static final String CUT = "JPN --cut CHN:c14 --inputs-only ";

    /** Those of the version before this question had a package of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--days 60 --horizon 120;0;va_lost_musd;43228.40698532736",
                "--days 60 --horizon 120;1;va_lost_musd;1679.2385442936477",
                "--days 60 --horizon 120;0;lowest_production;0.9444205901369708",
                "--days 30 --horizon 60 --endure;0;days_lasted;10",
                "--days 30 --horizon 90 --curve c14=0,1,2,5 --within 0.1;0;va_lost_musd;17903.46801490787",
                "--days 30 --horizon 90 --curve c14=0,1,2,5 --within 0.1;1;one_more_day_musd;5705.493942897097",
                "--durations 10,20,40 --horizon 90;2;va_lost_musd;26337.906637653123",
                "--days 30 --horizon 90 --draws 12 --seed 7 --vary days=15..45;2;va_lost_musd;17549.39319358061",
                "--days 30 --horizon 50 --watch c15/c14 --watch KOR:c14 --by day;5;scarcest_days;5.000095056713941"
            })
    void figuresAreThoseOfBefore(String line, int row, String field, double expected) {
        double found = Asking.answer(CUT + line).table().number(row, field);
        assertEquals(expected, found, 1e-9 * Math.abs(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--days 30 --horizon 60",
                "--days 30 --horizon 60 --by industry",
                "--days 30 --horizon 60 --by day",
                "--days 30 --horizon 60 --watch c15/c14,KOR:c14",
                "--days 30 --horizon 60 --endure",
                "--days 30 --horizon 60 --curve c14=0,2",
                "--days 30 --horizon 60 --curve c14=3",
                "--horizon 60 --durations 7,20",
                "--horizon 60 --durations 20",
                "--days 30 --horizon 60 --draws 10"
            })
    void everyFormHasAHeadlineAPictureAndCellsThatAreThere(String line) {
        for (Language language : Language.values()) {
            Answer answer = Asking.answer(CUT + line, language);
            assertEquals(1, answer.said(Role.HEADLINE).size(), line);
            assertEquals(Role.HEADLINE, answer.findings().getFirst().role());
            assertFalse(answer.said(Role.ASSUMPTION).isEmpty());
            assertTrue(answer.charts().stream().noneMatch(Chart.None.class::isInstance)
                    && !answer.charts().isEmpty());
            answer.findings().stream()
                    .flatMap(f -> f.figures().stream())
                    .forEach(at -> answer.table().cell(at.row(), at.field()));
            assertTrue(answer.findings().stream().map(Finding::said).collect(Collectors.toSet()).stream()
                    .allMatch(answer.table().head().notes()::contains));
            assertTrue(answer.from().checks().get("imbalance") < 1e-9);
            answer.shown().fields().forEach(field -> answer.table().cell(0, field));
        }
    }

    @Test
    void theStoryOfACut() {
        List<String> told = Asking.answer(CUT + "--days 30 --horizon 60 --endure").findings().stream()
                .map(Finding::said)
                .toList();
        assertEquals(
                List.of(
                        "One of the 35 industries of Japan falls below 90% of its usual production, once the 10 days of"
                                + " inventories that were assumed have run out.",
                        "From day 0, for 30 days: China sells no electrical and optical equipment to the industries of"
                                + " Japan.",
                        "For 10 days no industry of Japan falls below 90% of its usual production, because it was"
                                + " assumed that each holds 10 days of the input that runs out first.",
                        "Assumed rather than found is the fall of health: this rule takes every input to be needed,"
                                + " while in the survey of Pichler et al. (2022) less than half of such an industry stops"
                                + " without the input it lacks.",
                        "The worst day is day 19, when Japan makes 94.4% of what it usually makes; from day 32 on it"
                                + " makes 99% or more again.",
                        "Over 60 days Japan loses value added of 18 billion dollars (1.43 trillion yen), 0.305% of GDP, the largest parts"
                                + " in health (2.67 billion dollars, 0.0453% of GDP), wholesale (1.96 billion dollars,"
                                + " 0.0332% of GDP) and public admin (1.88 billion dollars, 0.0319% of GDP)."),
                told.subList(0, 6));
    }

    @Test
    void theSameInJapanese() {
        List<String> told = Asking.answer(CUT + "--days 30 --horizon 60 --endure", Language.JA).findings().stream()
                .map(Finding::said)
                .toList();
        assertEquals(
                List.of(
                        "日本の35産業のうち1産業が、仮定した10日分の在庫が尽きた後、平時の生産の90%を下回る。",
                        "第0日から30日間：中国が日本の産業への電気・光学機器の販売を停止。",
                        "10日間は、日本の産業に平時の生産の90%を下回るものはない。最初に尽きる投入の在庫を10日分と仮定したためである。",
                        "次の産業の低下は、結果ではなく仮定による：保健・医療。この前提では全ての投入を不可欠とするが、Pichler et al. (2022) の調査では、不足する投入がなくても停止するのは同種の産業の半分に満たない。",
                        "最も落ち込むのは第19日であり、日本の生産は平時の94.4%となる（第32日以降は99%以上に回復）。",
                        "60日間に日本が失う付加価値は、180億ドル（1.43兆円）、GDPの0.305%である（大きい順に保健・医療（26.7億ドル、GDPの0.0453%）、卸売業（19.6億ドル、GDPの0.0332%）及び公務（18.8億ドル、GDPの0.0319%））。"),
                told.subList(0, 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--days 30 --horizon 90 --draws 12 --seed 7|In nine of ten of 12 draws Japan loses between 10.7 billion dollars (853 billion yen), 0.181% of GDP, and 20.6 billion dollars (1.64 trillion yen), 0.349% of GDP; in half of them it loses more than 15.5 billion dollars (1.23 trillion yen), 0.262% of GDP.",
                "--durations 10,20,40 --horizon 90|40 days cost 2.75 times as much as 20: the loss grows more than in proportion.",
                "--days 30 --horizon 90 --curve c14=0,1,2,5|A stockpile of 1.5 days of use of electrical and optical equipment keeps the loss within 0.1% of what is made in that time."
            })
    void headlinesOfTheOtherForms(String line, String headline) {
        assertEquals(headline, Asking.answer(CUT + line).findings().getFirst().said());
    }

    /** How sure it is hangs on the rule too, which no draw changes: the milder rule stands beside the draws. */
    @Test
    void drawsSayWhatTheyLeaveOut() {
        Answer answer = Asking.answer(CUT + "--days 30 --horizon 90 --draws 12 --seed 7");
        assertTrue(
                answer.said(Role.LIMIT).contains("How long the break lasts is fixed by the question, and not drawn."));
        String milder = answer.said(Role.LIMIT).get(1);
        double loss = Asking.answer(CUT + "--days 30 --horizon 90 --rule partial --inventory 10 --priority nobody")
                .table()
                .number(0, "va_lost_musd");
        assertTrue(milder.contains(Words.in(Language.EN).dollars(loss)), milder + loss);
        assertEquals(7, answer.from().seed().orElseThrow());
    }

    /** Less is wanted, so less is made, and nobody goes without. */
    @Test
    void demandCanFall() {
        Answer answer = Asking.answer("JPN --surge c14=-0.5 --days 60 --horizon 120 --by day");
        assertTrue(answer.table()
                .head()
                .title()
                .startsWith("Final users in Japan want 50% less electrical and optical equipment for 60 days"));
        assertTrue(answer.findings().getFirst().said().startsWith("Over 120 days Japan loses value added of "));
        IntStream.range(0, 120).forEach(d -> assertEquals(0, answer.table().number(d, "unmet_final_orders_musd")));
        double half = lost("-0.5");
        assertTrue(half > 0 && lost("-100%") > 1.9 * half);
        assertTrue(lost("0.5") < 0 || lost("0.5") < half);
    }

    private static double lost(String share) {
        return Asking.answer("JPN --surge c14=" + share + " --days 60 --horizon 120")
                .table()
                .number(0, "va_lost_musd");
    }

    /** A surge takes nothing away, so nothing is said of what cannot be replaced. */
    @Test
    void aSurgeAloneIsNoWorstCase() {
        assertFalse(worst("JPN --surge c14=0.1 --days 5 --horizon 10"));
        assertTrue(worst("JPN --surge c14=0.1 --cut CHN:c14 --days 5 --horizon 15"));
    }

    private static boolean worst(String line) {
        return Asking.answer(line).said(Role.LIMIT).stream().anyMatch(s -> s.startsWith("This is a worst case"));
    }

    /** A picture, a table and a form in both languages for every parameter. */
    @Test
    void everythingIsSaidInBothLanguages() {
        Words english = Asking.session(Language.EN).words();
        Words japanese = Asking.session(Language.JA).words();
        assertEquals(own(english), own(japanese));
        for (Param<?> param : Asking.QUESTION.spec().params()) {
            for (Words words : List.of(english, japanese)) {
                assertTrue(
                        words.text("param." + param.name()).isPresent()
                                && words.text("label." + param.name()).isPresent(),
                        param.name());
            }
        }
        for (String key : own(english)) {
            assertEquals(
                    values(english.text(key).orElseThrow()),
                    values(japanese.text(key).orElseThrow()),
                    key);
        }
    }

    /** Titles of bundled scenarios stand in other files in English. */
    private static Set<String> own(Words words) {
        return words.keys().stream()
                .filter(key -> !key.startsWith("scenario."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{[a-z0-9]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void examplesAreAnswered() {
        for (List<String> example : Asking.QUESTION.spec().examples()) {
            String line = String.join(" ", example);
            assertFalse(Asking.QUESTION
                    .plan(Asking.session(Language.EN), Asking.arguments(line, Given::option))
                    .answer()
                    .get()
                    .table()
                    .rows()
                    .isEmpty());
        }
    }
}
