package org.jiritsu.questions.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.jiritsu.SmallTable;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.WorldStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureQuestionTest {
    private static final ExposureQuestion QUESTION = new ExposureQuestion();

    /** Kept over tests: worlds are opened and factored once. */
    private static final Session BUNDLED = Bundled.session(Bundled.store(Path.of("no own worlds")), Kernel.best());

    private static Map<String, List<Given>> given(String call, Given.Place place) {
        Map<String, List<Given>> given = new LinkedHashMap<>();
        for (String each : call.split("\\|")) {
            int at = each.indexOf('=');
            given.computeIfAbsent(at < 0 ? each : each.substring(0, at), name -> new ArrayList<>())
                    .add(new Given(at < 0 ? "" : each.substring(at + 1), place));
        }
        return given;
    }

    private static Plan plan(Session at, String call, Given.Place place) {
        return QUESTION.plan(at.of(QUESTION), Arguments.of(QUESTION.spec(), given(call, place)));
    }

    private static Answer answer(Language language, String call) {
        String world = call.contains("world") ? call : "world=wiod2011|" + call;
        return plan(BUNDLED.in(language), world, new Given.Place.Option())
                .answer()
                .get();
    }

    private static Answer answer(String call) {
        return answer(Language.EN, call);
    }

    private static String headline(Answer answer) {
        return answer.said(Finding.Role.HEADLINE).getFirst();
    }

    /** What the program gave before the question had a package of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "exposure; home=JPN",
                "exposure-sectors; home=JPN|by=sector",
                "exposure-all; all",
                "exposure-trend; home=JPN|worlds=wiod1995,wiod2011",
                "exposure-indicators; home=JPN|indicators",
                "exposure-indicators-all; all|indicators|world=cp1993",
                "exposure-indicators-sectors; home=KOR|indicators|by=sector",
                "exposure-paths; home=JPN|paths|from=CHN|sector=c14|into=c15|top=20",
                "exposure-paths-all; home=DEU|paths|from=RUS|threshold=0.002|top=20",
                "exposure-1993; home=MEX|world=cp1993"
            })
    void figuresAreThoseOfBefore(String file, String call) throws IOException {
        Answer answer = answer(call);
        Path csv = Bundled.root().resolve("app/src/test/resources/golden/" + file + ".csv");
        try (CsvReader<NamedCsvRecord> before = CsvReader.builder().ofNamedCsvRecord(csv)) {
            List<NamedCsvRecord> rows = before.stream().toList();
            for (int r = 0; r < rows.size(); r++) {
                assertEquals(
                        answer.table().fields().stream().map(f -> f.name()).toList(),
                        rows.get(r).getHeader());
                for (String field : rows.get(r).getHeader()) {
                    assertCell(rows.get(r).getField(field), answer.table().cell(r, field), field);
                }
            }
        }
    }

    private static void assertCell(String before, Object now, String field) {
        if (now instanceof Double figure && !before.isEmpty()) {
            double was = Double.parseDouble(before);
            assertEquals(was, figure, 1e-9 * Math.max(1, Math.abs(was)), field);
        } else {
            assertEquals(before, now instanceof Double ? "" : now.toString(), field);
        }
    }

    @Test
    void aPublishedTableIsToldAsItWas() {
        Answer answer = answer("home=JPN");
        assertEquals(
                "Of every 100 dollars of final goods and services that Japan makes, 8.1 are value added abroad and 91.9 "
                        + "at home.",
                headline(answer));
        assertEquals(
                List.of(
                        "Counting the whole chain of suppliers, the largest named source is China (1.05 dollars), then the "
                                + "United States (0.77 dollars) and Australia (0.66 dollars); the rest of the world, which "
                                + "this table does not split, holds 3.27.",
                        "Invoices hide part of it: among the ten largest sources, the United Kingdom weighs 1.43 times as "
                                + "much in foreign supply as direct purchases show.",
                        "In the other direction 12.4% of the GDP of Japan is absorbed abroad, above all in China (2.25%) "
                                + "and the United States (1.98%).",
                        "Taiwan leans on Japan more than the other way round: by 3.22 percentage points of its own final "
                                + "output."),
                answer.said(Finding.Role.STORY));
        assertEquals(
                "日本が生産する最終財・サービス100ドルのうち、8.1ドルは海外で、91.9ドルは国内で生み出された付加価値である。",
                headline(answer(Language.JA, "home=JPN")));
        assertEquals(15, answer.shown().rows());
    }

    /** The table holds both assumptions, and under each another partner leads: so must the headline, whoever asks. */
    @ParameterizedTest
    @ValueSource(strings = {"home=BRA|world=icio2022|band=if-any", "home=BRA|world=icio2022"})
    void anEstimateIsToldUnderBothAssumptions(String call) {
        assertEquals(
                "Of every 100 dollars of final goods and services that Brazil makes, 13.8 to 13.9 are value added abroad "
                        + "and 86.1 to 86.2 at home. Which named source comes first is not settled: under one assumption "
                        + "about origins it is the United States with 2.58 dollars (China has 2.53), under the other China "
                        + "with 2.61 (the United States has 2.55).",
                headline(answer(call)));
        assertEquals(
                "ブラジルが生産する最終財・サービス100ドルのうち、13.8～13.9ドルは海外で、86.1～86.2ドルは国内で生み出された付加価値である。"
                        + "国・地域名の分かる供給元のうち首位は確定しない。原産地に関する一方の仮定の下では米国が2.58ドルで首位（中国は2.53ドル）、"
                        + "もう一方の下では中国が2.61ドルで首位（米国は2.55ドル）となる。",
                headline(answer(Language.JA, call)));
        assertEquals(
                List.of("icio2022-proportional", "icio2022"),
                answer(call).from().worlds());
    }

    @Test
    void whoLeadsUnderBothAssumptionsIsSaidToDoSo() {
        String call = "home=JPN|world=icio2022";
        assertEquals(
                "Of every 100 dollars of final goods and services that Japan makes, 14.9 are value added abroad and 85.1 "
                        + "at home. The largest named source, under both assumptions about origins, is China with 2.30 to "
                        + "2.43 dollars.",
                headline(answer(call)));
        assertEquals(
                "日本が生産する最終財・サービス100ドルのうち、14.9ドルは海外で、85.1ドルは国内で生み出された付加価値である。"
                        + "国・地域名の分かる最大の供給元は、原産地に関する二つの仮定のいずれの下でも中国（2.30～2.43ドル）である。",
                headline(answer(Language.JA, call)));
    }

    /** What the headline tells of both assumptions is what each of the two worlds answers by itself. */
    @Test
    void theOtherAssumptionIsThatOfTheOtherWorld() {
        Answer band = answer("home=JPN|band|world=icio2022");
        Answer other = answer("home=JPN|world=icio2022-proportional");
        for (int r = 0; r < 20; r++) {
            String partner = band.table().text(r, "partner");
            int there = Told.rows(other.table().rows()).stream()
                    .filter(k -> other.table().text(k, "partner").equals(partner))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    other.table().number(there, "supply_look_through"),
                    band.table().number(r, "supply_look_through_other_split"),
                    partner);
        }
    }

    /** A study asks so of any world. */
    @Test
    void aBandIsShownOnlyWhereThereIsOne() {
        assertFalse(answer("home=JPN|band=if-any").shown().fields().contains("supply_look_through_other_split"));
        Answer estimate = answer("home=JPN|world=icio2022|band=if-any");
        assertTrue(estimate.shown().fields().contains("supply_look_through_other_split"));
        assertTrue(estimate.findings().getFirst().figures().stream()
                .anyMatch(at -> at.field().equals("supply_look_through_other_split")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "home=JPN|by=sector# The largest single foreign source with a name is Australia: mining and quarrying (0.43%"
                        + " of final output), then Indonesia: mining and quarrying (0.27% of final output) and the United"
                        + " States: renting and other business (0.16% of final output).#"
                        + " 国・地域名の分かる海外の産業のうち、最大の供給元はオーストラリアの鉱業・採石業（最終生産の0.43%）であり、"
                        + "インドネシアの鉱業・採石業（最終生産の0.27%）及び米国の賃貸業・その他の事業サービス業（最終生産の0.16%）がこれに続く。",
                "home=JPN|worlds=wiod1995,wiod2011# China: look-through supply rose from 0.20% in 1995 to 1.05% in 2011.#"
                        + " 中国：供給依存（全段階）は1995年の0.20%から2011年の1.05%に上昇した。",
                "home=JPN|indicators|worlds=wiod1995,wiod2011# Of all the inputs, at every stage, that the final output of"
                        + " Japan needed in 2011, 20.3% were made abroad; in 1995 it was 9.16%.#"
                        + " 日本の最終生産が全段階で必要とした投入のうち、2011年には20.3%が海外で生産されていた（1995年は9.16%）。",
                "home=JPN|paths|from=CHN|sector=c14|into=c15# 601 million dollars of value added arrives by these chains;"
                        + " the 50 listed ones carry 64.8% of it.#"
                        + " これらの連鎖を通じて6.01億ドルの付加価値が到達し、表に掲げた50本がその64.8%を占める。",
                "all# Of 40 economies, Luxembourg draws most on value added abroad: 35.3 of every 100 dollars of final goods"
                        + " and services that it makes; Brazil draws least, with 7.7.#"
                        + " 40の国・地域のうち、海外の付加価値に最も依存しているのはルクセンブルクであり、"
                        + "生産する最終財・サービス100ドルのうち35.3ドルを占める。最も依存していないのはブラジル（7.7ドル）である。",
                "all|indicators# Most reliant on inputs made abroad, at every stage, is Luxembourg (69.6%), then Ireland"
                        + " (61.5%) and Hungary (61.4%).#"
                        + " 全段階の投入を海外での生産に最も依存しているのはルクセンブルク（69.6%）であり、アイルランド（61.5%）及び"
                        + "ハンガリー（61.4%）がこれに続く。"
            })
    void everyFormHasItsHeadlineInBothLanguages(String call, String english, String japanese) {
        assertEquals(english, headline(answer(call)));
        assertEquals(japanese, headline(answer(Language.JA, call)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home=JPN",
                "home=JPN|world=icio2022",
                "home=JPN|world=icio2022|band",
                "home=JPN|by=sector",
                "all",
                "all|by=sector|world=cp1993",
                "home=JPN|worlds=wiod1995,wiod2011",
                "home=JPN|worlds=wiod1995,wiod2011|trend|partners=KOR,CHN|measure=market_direct",
                "home=JPN|indicators",
                "home=JPN|indicators|by=sector",
                "home=JPN|indicators|worlds=wiod1995,wiod2011",
                "all|indicators|worlds=wiod1995,wiod2011",
                "all|indicators|by=sector|world=cp1993",
                "home=JPN|paths|from=CHN"
            })
    void findingsPointAtCellsAndChartsAreDrawn(String call) {
        for (Language language : Language.values()) {
            Answer answer = answer(language, call);
            assertEquals(1, answer.said(Finding.Role.HEADLINE).size());
            for (Finding finding : answer.findings()) {
                finding.figures().forEach(at -> answer.table().number(at.row(), at.field()));
                assertFalse(finding.said().matches("(?s).*([a-z]_[a-z]|NaN|[{}]).*"), finding.said());
            }
            assertDrawn(answer.charts().getFirst());
            answer.shown().fields().forEach(field -> answer.table().cell(0, field));
            assertTrue(answer.shown().rows() <= answer.table().rows().size());
            assertTrue(answer.from().checks().get("residual") < 1e-8);
        }
    }

    private static void assertDrawn(Chart chart) {
        switch (chart) {
            case Chart.Bars bars ->
                bars.series()
                        .forEach(s ->
                                assertEquals(bars.labels().size(), s.values().size()));
            case Chart.Lines lines ->
                lines.series()
                        .forEach(s ->
                                assertEquals(lines.years().size(), s.values().size()));
            case Chart.HeatMap map ->
                assertEquals(map.rows().size(), map.values().size());
            case Chart.Flow flow -> assertFalse(flow.links().isEmpty());
            case Chart.Points _, Chart.LaneMap _, Chart.None _ -> throw new AssertionError("not drawn: " + chart);
        }
    }

    /** The picture of the sectors has every foreign cell of the table, in per cent. */
    @Test
    void theMapHoldsTheTable() {
        Answer answer = answer("home=JPN|by=sector");
        Chart.HeatMap map = (Chart.HeatMap) answer.charts().getFirst();
        assertEquals(12, map.rows().size());
        assertEquals(14, map.columns().size());
        int row = map.rows().indexOf(answer.table().text(1, "partner_name"));
        int column = map.columns().indexOf(answer.table().text(1, "sector_name"));
        assertEquals(
                100 * answer.table().number(1, "supply_look_through"),
                map.values().get(row).get(column),
                1e-12);
    }

    @Test
    void thePartnersOfATrendComeFirst() {
        Answer answer = answer("home=JPN|trend|worlds=wiod1995,wiod2011|partners=KOR,China");
        assertEquals("KOR", answer.table().text(0, "partner"));
        assertEquals("CHN", answer.table().text(2, "partner"));
        assertEquals(4, answer.shown().rows());
    }

    /** The figure told is that of the rows it points at. */
    @Test
    void theLargestForeignShareIsOneLessTheHomeRow() {
        Answer answer = answer("all");
        Finding.Figure most = answer.findings().getFirst().figures().getFirst();
        assertEquals("LUX", answer.table().text(most.row(), "home"));
        assertEquals("LUX", answer.table().text(most.row(), "partner"));
        assertEquals(0.353, 1 - answer.table().number(most.row(), most.field()), 5e-4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "world=wiod2011; 'jiritsu exposure JPN'",
                "home=JPN|all; JPN and --all",
                "home=JPN|world=wiod1995|worlds=wiod2005; '--worlds wiod1995,wiod2005'",
                "home=JPN|worlds=wiod1995,wiod2005|by=sector; --by sector",
                "all|worlds=wiod1995,wiod2005; --all",
                "home=JPN|band|by=sector; --band and more",
                "home=JPN|band|world=wiod2011; leave out --band",
                "home=JPN|from=CHN; add --paths",
                "home=JPN|threshold=0.1; --threshold belongs to --paths",
                "home=JPN|paths; no --from",
                "home=JPN|paths|from=CHN|by=sector; leave out what stands beside it",
                "home=JPN|paths|from=JPN; own partner",
                "home=JPN|paths|from=CHN|threshold=2; 0.02",
                "home=JPN|paths|from=CHN|threshold=0; below 1",
                "home=JPN|paths|from=CHN|world=wiod2011|sector=c144; you meant c1",
                "home=JPP; you meant JPN (Japan)",
                "home=JPN|trend; several worlds",
                "home=JPN|trend|indicators|worlds=wiod1995,wiod2011; leave out --trend",
                "home=JPN|measure=market_direct; add '--worlds",
                "home=JPN|worlds=wiod1995,wiod2011|measure=supply_drect; you meant supply_direct",
                "home=JPN|worlds=wiod1995,wiod2011|partners=CHN,USB; you meant USA",
                "home=JPN|by=partners; you meant partner",
                "home=JPN|band=perhaps; true or false"
            })
    void aWrongCallIsAnsweredWithTheLikeliestMend(String call, String hint) {
        Mistakes.assertWrongUse(() -> plan(BUNDLED, call, new Given.Place.Option()), hint);
    }

    @Test
    void mistakesAreAnsweredWhereTheyStand() {
        Mistakes.assertWrongUse(
                () -> plan(BUNDLED, "home=JPN|world=wiod1995|worlds=wiod2005", new Given.Place.Query()),
                "worlds=wiod1995,wiod2005");
        Map<String, List<Given>> given = given("home=JPN|worlds=wiod1995,wiod2011", new Given.Place.Option());
        given.put(
                "partners",
                List.of(
                        new Given("CHN", new Given.Place.Text("my.yaml, line 8")),
                        new Given("USB", new Given.Place.Text("my.yaml, line 9"))));
        InputException second = Mistakes.assertBadData(
                () -> QUESTION.plan(BUNDLED.of(QUESTION), Arguments.of(QUESTION.spec(), given)), "you meant USA");
        assertTrue(second.getMessage().startsWith("my.yaml, line 9: "), second.getMessage());
        InputException wrong = Mistakes.assertBadData(
                () -> plan(BUNDLED, "home=JPN|paths|from=CHNN", new Given.Place.Text("my.yaml, line 3")),
                "you meant CHN");
        assertTrue(wrong.getMessage().startsWith("my.yaml, line 3: "), wrong.getMessage());
    }

    @Test
    void stepsOfStudiesAreItsForms() {
        Catalogue catalogue = new Catalogue(List.of(QUESTION));
        assertEquals(List.of("exposure", "partners", "sectors", "trend", "indicators", "paths"), catalogue.steps());
    }

    /** Nobody sells to it and it sells to nobody: nothing is told that the table cannot say. */
    @Test
    void anEconomyAloneIsAnswered(@TempDir Path folder) {
        WorldStore own = Bundled.store(folder.resolve("own"));
        Path file = SmallTable.write(
                folder.resolve("lines.csv"),
                "from,to,value\nAAA_g,AAA_g,20\nAAA_g,AAA_HFCE,60\nBBB_g,BBB_g,5\nBBB_g,BBB_HFCE,70\n");
        own.keep(TableFormat.LONG.read(file, ImportOptions.of("own").year(2020)));
        Session at = Bundled.session(own, Kernel.java());
        for (String call :
                List.of("home=AAA", "home=AAA|by=sector", "home=AAA|indicators", "all", "home=AAA|paths|from=BBB")) {
            Answer answer = plan(at, "world=own|" + call, new Given.Place.Option())
                    .answer()
                    .get();
            assertEquals(1, answer.said(Finding.Role.HEADLINE).size(), call);
            answer.findings().forEach(f -> assertFalse(f.said().contains("NaN"), f.said()));
        }
    }
}
