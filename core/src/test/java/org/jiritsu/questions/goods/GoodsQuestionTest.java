package org.jiritsu.questions.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Given;
import org.jiritsu.base.InputException;
import org.jiritsu.questions.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoodsQuestionTest {
    private static final GoodsQuestion QUESTION = new GoodsQuestion();

    private static Answer answer(String call) {
        return Asked.answer(QUESTION, Language.EN, call);
    }

    private static String headline(Answer answer) {
        return answer.said(Finding.Role.HEADLINE).getFirst();
    }

    @Test
    void theHardestToReplaceAreToldWithTheirSpread() {
        assertEquals(
                "Of 85 goods that Japan imports, the hardest to replace are platinum, unwrought (South Africa: 88.1% of"
                        + " the imports and 70.4% of what the world refines; without it about 43.4% of motor vehicles would"
                        + " stop, 18.6 to 58.9%), iron ore, not agglomerated (Australia: 61.5% of the imports and 60.2% of"
                        + " the world's exports; without it about 27.4% of iron and steel would stop, 22.2 to 33.3%) and"
                        + " manganese ore (South Africa: 60.2% of the imports and 49.4% of the world's exports; without it"
                        + " about 26.8% of iron and steel would stop, 14.9 to 29.8%).",
                headline(answer("home=JPN")));
        assertEquals(
                "日本が輸入する85品目のうち、最も代替し難いのは白金(未加工)（南アフリカ：輸入の88.1%、世界の精製の70.4%。途絶すれば自動車製造業の約43.4%が停止、幅は18.6～58.9%）、"
                        + "鉄鉱石(塊状にしていないもの)（オーストラリア：輸入の61.5%、世界の輸出の60.2%。途絶すれば鉄鋼業の約27.4%が停止、幅は22.2～33.3%）及びマンガン鉱"
                        + "（南アフリカ：輸入の60.2%、世界の輸出の49.4%。途絶すれば鉄鋼業の約26.8%が停止、幅は14.9～29.8%）である。",
                headline(Asked.answer(QUESTION, Language.JA, "home=JPN")));
    }

    @Test
    void oilStandsLowInTheListButItsStraitIsToldOf() {
        assertTrue(answer("home=JPN").said(Finding.Role.STORY).stream()
                .anyMatch(said -> said.contains("crude oil")
                        && said.contains("71.2% (61.7 to 75.4%) of it comes through the Strait of Hormuz")
                        && said.contains("247 to 254 days")));
    }

    /** BACI: value of Japan's imports in 2024. */
    @ParameterizedTest
    @CsvSource({
        "850511, PHL, 0.324",
        "850511, VNM, 0.279",
        "850511, CHN, 0.276",
        "284690, CHN, 0.581",
        "282520, CHN, 0.841",
        "270900, ARE, 0.431",
        "270900, SAU, 0.394",
        "271111, AUS, 0.392",
        "270112, AUS, 0.675",
        "810194, CHN, 0.996"
    })
    void suppliersAreThoseOfThePublishedTrade(String good, String supplier, double share) {
        Answer answer = answer("home=JPN good=" + good);
        int row = IntStream.range(0, answer.table().rows().size())
                .filter(r -> answer.table().text(r, "role").equals("ships to home")
                        && answer.table().text(r, "part").equals(supplier))
                .findFirst()
                .orElseThrow();
        assertEquals(share, answer.table().number(row, "part_share"), 6e-4);
    }

    @Test
    void editionsOfOneYearStandSideBySide() {
        List<String> story = answer("home=JPN good=850511").said(Finding.Role.STORY);
        assertTrue(
                story.contains("World mining, MCS2025 2024: China 69.2%, the United States 11.5% and Myanmar 7.95%."));
        assertTrue(story.contains(
                "World mining, MCS2026 2024: China 71.1%, the United States 12.0% and Australia 7.63%."));
        assertTrue(
                story.contains(
                        "Rule concentration does not flag permanent magnets of metal in 2024: concentration of"
                                + " imports 0.26 against 0.25 (+0.01) and share of the largest supplier 0.32 against 0.50 (-0.18)."));
    }

    @ParameterizedTest
    @CsvSource({
        "home=JPN rules=ec-2021, 16",
        "home=JPN rules=cepii-geodep, 5",
        "home=JPN rules=cepii-geodep eu-as-one=true, 8",
        "home=EU27 rules=ec-2021, 11",
        "home=EU27 rules=cepii-geodep, 7"
    })
    void rulesFlagAsCountedIndependently(String call, int flagged) {
        assertTrue(
                headline(answer(call)).contains(" flags %d of 30 goods ".formatted(flagged)), headline(answer(call)));
    }

    @Test
    void aThresholdCanBeChangedAndSaysSo() {
        Answer answer = answer("home=JPN rules=concentration threshold=hhi_imports=0.3");
        assertEquals("1 changed", answer.table().head().facts().get("rule_version"));
        assertEquals(0.3, answer.table().head().facts().get("threshold_hhi_imports"));
    }

    /** Tonnes of 280530, 284610 and 284690 together. */
    @ParameterizedTest
    @CsvSource({"2008, 0.89", "2010, 0.79", "2011, 0.64", "2012, 0.54"})
    void rareEarthsFromChinaFellAsCustomsCounted(int year, double share) {
        Answer answer = answer("home=JPN from=CHN trend=true good=280530,284610,284690");
        double china = 0;
        double all = 0;
        for (int r = 0; r < answer.table().rows().size(); r++) {
            if (answer.table().number(r, "year") == year) {
                double tonnes = answer.table().number(r, "imports_of_good_tonnes");
                china += tonnes * answer.table().number(r, "part_tonnes_share");
                all += tonnes;
            }
        }
        assertEquals(share, china / all, 0.006);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home=JPN",
                "home=JPN from=CHN",
                "home=JPN good=850511,270900",
                "home=JPN rules=cepii-geodep",
                "home=JPN trend=true",
                "home=JPN mirror=true",
                "home=DEU dataset=baci-hs92-raw74 year=2015"
            })
    void everySentenceSpeaksOfCellsThatAreThere(String call) {
        for (Language language : Language.values()) {
            Answer answer = Asked.answer(QUESTION, language, call);
            Asked.requireCells(answer);
            assertFalse(answer.charts().isEmpty());
            assertFalse(answer.said(Finding.Role.LIMIT).isEmpty());
            answer.shown().fields().forEach(field -> answer.table().cell(0, field));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "home=XXX; an alpha-3 code",
                "home=JPN good=980100; 980100",
                "home=JPN good=850512; 850511",
                "home=JPN year=2030; 2024",
                "home=JPN rules=ec-2022; ec-2021",
                "home=JPN rules=ec-2021 threshold=hhi=0.4; hhi_imports",
                "home=JPN threshold=hhi_imports=0.4; --rules",
                "home=JPN mirror=true from=CHN; --mirror",
                "home=JPN dataset=baci-total-2023; baci-hs92-raw74",
                "home=EU27; --rules"
            })
    void mistakesAreAnsweredWithWhatWouldDo(String call, String told) {
        InputException e = assertThrows(InputException.class, () -> answer(call));
        assertTrue(e.getMessage().contains(told), e.getMessage());
        InputException query = assertThrows(
                InputException.class, () -> Asked.answer(QUESTION, Language.EN, call, new Given.Place.Query()));
        assertFalse(query.getMessage().contains("--rules"), query.getMessage());
    }
}
