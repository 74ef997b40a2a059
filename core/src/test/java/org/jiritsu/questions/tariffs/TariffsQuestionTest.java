package org.jiritsu.questions.tariffs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.WorldStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TariffsQuestionTest {
    private static final TariffsQuestion QUESTION = new TariffsQuestion();

    /** Kept over tests: worlds and baselines are made once. */
    private static final Session BUNDLED = session(Path.of("no own worlds"));

    @TempDir
    private Path folder;

    private WorldStore own;

    @BeforeEach
    void ownWorlds() {
        own = Bundled.store(folder.resolve("own"));
    }

    private static Session session(Path own) {
        return new Session(Bundled.store(own), Kernel.java(), Bundled.root().resolve("data"), own);
    }

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
        String world = call.contains("world=") ? call : "world=wiod2011|" + call;
        return plan(BUNDLED.in(language), world, new Given.Place.Option())
                .answer()
                .get();
    }

    private static Answer answer(String call) {
        return answer(Language.EN, call);
    }

    /** What the program gave before the question had a package of its own, to the last bits of the solver. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "aug; scenario=us-2025-august",
                "mirror; importer=USA|exporter=CHN,EU27|tariff-add=20%|retaliate=mirror",
                "best; importer=USA|exporter=CHN|tariff-add=20%|retaliate=best",
                "ban; economy=JPN|importer=JPN|exporter=CHN|sector=c14,c15|ban",
                "nash; nash|one-sector|deficits=zero|coalition=EU27|coalition=USA,CAN,MEX|scenario=us-2025-august",
                "draws; economy=JPN,USA|scenario=us-2025-august|draws=6|seed=7",
                "nafta; world=cp1993|scenario=nafta|deficits=zero"
            })
    void figuresAreThoseOfBefore(String file, String call) throws IOException {
        Answer answer = answer(call);
        Path csv = Bundled.root().resolve("core/src/test/resources/questions/tariffs/" + file + ".csv");
        try (CsvReader<NamedCsvRecord> before = CsvReader.builder().ofNamedCsvRecord(csv)) {
            List<NamedCsvRecord> rows = before.stream().toList();
            assertEquals(rows.size(), answer.table().rows().size());
            for (int r = 0; r < rows.size(); r++) {
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

    private static String headline(Answer answer) {
        return answer.said(Finding.Role.HEADLINE).getFirst();
    }

    @Test
    void homeIsToldInPerCentAndMoney() {
        String call = "scenario=us-2025-august|home=JPN";
        Answer answer = answer(call);
        assertEquals(
                "Once everyone has adjusted, real income of Japan is 0.05% lower (3.06 billion dollars or 244 billion yen a year), real "
                        + "wages are 0.04% lower, and exports are 2.30% lower.",
                headline(answer));
        assertEquals(
                "In money it costs most to China (34.9 billion dollars a year, 0.49% of real income), Canada (14.1 "
                        + "billion dollars a year, 0.85% of real income) and Mexico (13.5 billion dollars a year, 1.18% of "
                        + "real income).",
                answer.said(Finding.Role.STORY).getFirst());
        assertEquals(
                "For the United States real income changes by 0.34%, and tariffs bring 1.83% of its income.",
                answer.said(Finding.Role.STORY).get(1));
        assertEquals(
                "全ての国・地域が調整を終えた後、日本の実質所得は0.05%減（年間30.6億ドル、2,440億円）、実質賃金は0.04%減、輸出は2.30%減となる。",
                headline(answer(Language.JA, call)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "scenario=us-2025-august; In money it costs most to China (34.9 billion; 最も大きな負担を負うのは、中国（年間349億ドル",
                "economy=JPN|scenario=us-2025-august|by=sector; In Japan output falls most,; 日本で生産が最も減るのは",
                "home=JPN|scenario=us-2025-august|by=partner; Exports of Japan change most to China"
                        + " (5.00% lower, 8.99 billion dollars a year); 日本の輸出の変化が最も大きい相手は、中国",
                "home=JPN|scenario=us-2025-august|draws=6|seed=7; In 9 of 10 draws real income of Japan ends between"
                        + " 0.06% lower (3.28 billion dollars a year); 10回の抽出のうち9回で、日本の実質所得は0.06%減",
                "optimum=JPN|one-sector; With a tariff of; 他が関税を据え置くなかで",
                "optimum=JPN|on=services|no-io; With a tariff of; 輸入されるサービス全てへの",
                "nash|one-sector; Binding rules are worth; 拘束力のあるルールは",
                "nash|one-sector|home=JPN; If no rules bound tariffs, Japan would tax; 関税を拘束するルールがなければ、日本は"
            })
    void everyFormHasAHeadlineInBothLanguages(String call, String english, String japanese) {
        assertTrue(headline(answer(call)).startsWith(english), headline(answer(call)));
        assertTrue(headline(answer(Language.JA, call)).contains(japanese), headline(answer(Language.JA, call)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario=us-2025-august",
                "scenario=us-2025-august|home=USA|economy=JPN,USA",
                "scenario=eu-cptpp-free",
                "importer=USA|exporter=CHN|tariff-add=20%|retaliate=best",
                "importer=USA|tariff-floor=0%",
                "scenario=us-2025-august|by=sector",
                "scenario=us-2025-august|by=partner|home=JPN",
                "scenario=us-2025-august|draws=4",
                "scenario=us-2025-august|draws=4|economy=JPN|vary=elasticities,deficits,inputs",
                "optimum=EU27|one-sector",
                "nash|one-sector|scenario=us-2025-august|home=JPN"
            })
    void findingsPointAtCellsAndChartsAreDrawn(String call) {
        Answer answer = answer(call);
        assertEquals(1, answer.said(Finding.Role.HEADLINE).size());
        assertFalse(answer.said(Finding.Role.ASSUMPTION).isEmpty());
        assertFalse(answer.said(Finding.Role.LIMIT).isEmpty());
        for (Finding finding : answer.findings()) {
            finding.figures().forEach(at -> answer.table().cell(at.row(), at.field()));
            assertFalse(finding.said().matches(".*[a-z]_[a-z].*"), finding.said());
        }
        Chart.Bars bars = (Chart.Bars) answer.charts().getFirst();
        bars.series()
                .forEach(series ->
                        assertEquals(bars.labels().size(), series.values().size()));
        answer.shown().fields().forEach(field -> answer.table().cell(0, field));
        assertTrue(answer.from().checks().get("residual") < 1e-8);
        assertEquals(call.contains("draws"), answer.from().seed().isPresent());
    }

    /** Which is what a study says in a list of mappings. */
    @Test
    void aChangeIsTheMeasureOfItsKeys() {
        Answer measure = answer("importer=USA|exporter=JPN,KOR|sector=cars|tariff-floor=15%|home=JPN");
        Answer change = answer("change=importer=USA exporter=JPN,KOR sector=cars tariff_floor=15%|home=JPN");
        assertEquals(measure.table().rows(), change.table().rows());
        assertEquals(
                "A tariff of at least 15% on cars from Japan and South Korea into the United States",
                change.table().head().title());
        Answer after = answer("scenario=us-2025-august|change=importer=USA exporter=JPN tariff=0%|home=JPN");
        assertTrue(after.table().number(row(after, "JPN"), "real_income_pct") > 0);
        assertEquals(
                answer("change=exporter = JPN  importer=United States sector=goods tariff-add=5%")
                        .table()
                        .rows(),
                answer("importer=USA|exporter=JPN|tariff-add=5%").table().rows());
    }

    private static int row(Answer answer, String economy) {
        return IntStream.range(0, answer.table().rows().size())
                .filter(r -> answer.table().text(r, "economy").equals(economy))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bandsAreNamedInWords() {
        Answer answer = answer("economy=JPN|scenario=us-2025-august|draws=4|vary=elasticities,deficits");
        assertEquals("Real wage", answer.table().text(0, "measure_name"));
        IntStream.range(0, answer.table().rows().size())
                .mapToObj(r -> answer.table().text(r, "drivers_names"))
                .forEach(names -> assertFalse(names.matches(".*\\bc\\d.*"), names));
    }

    /** Every text has the same values in both languages, every parameter a text. */
    @Test
    void everythingIsSaidInBothLanguages() throws IOException {
        Map<String, String> english = texts("words");
        Map<String, String> japanese = texts("words_ja");
        english.forEach((key, text) -> {
            assertTrue(japanese.containsKey(key), key);
            assertEquals(values(text), values(japanese.get(key)), key);
        });
        QUESTION.spec().params().forEach(param -> {
            assertTrue(english.containsKey("param." + param.name()), param.name());
            assertTrue(english.containsKey("label." + param.name()), param.name());
        });
        Map<String, String> fields = texts("fields_ja");
        texts("fields").keySet().stream()
                .filter(key -> key.endsWith(".label") || key.endsWith(".definition"))
                .forEach(key -> assertTrue(fields.containsKey(key), key));
    }

    private static Map<String, String> texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                TariffsQuestion.class.getResourceAsStream(file + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{[a-z0-9]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void costsAreKnownBeforeAnythingIsSolved() {
        assertEquals(
                Cost.MODEL,
                plan(BUNDLED, "scenario=us-2025-august", new Given.Place.Option())
                        .cost());
        for (String call : List.of(
                "scenario=us-2025-august|draws=200", "nash", "optimum=JPN", "scenario=us-2025-august|retaliate=best")) {
            assertEquals(
                    Cost.LONG, plan(BUNDLED, call, new Given.Place.Option()).cost());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "seed=1; one of --scenario",
                "scenario=us-2025-agust; you meant us-2025-august",
                "importer=USA; '--tariff 15%'",
                "scenario=nafta|optimum=USA; 2 of them",
                "scenario=us-2025-august|elasticities=GYX; you meant GYY",
                "scenario=us-2025-august|draws=1; at least 2",
                "tariff=10%; no --importer or --exporter",
                "importer=USA|tariff=10%|ban; tariff and ban",
                "importer=USA|tariff=1500%; 15% was meant; for no trade at all",
                "importer=USB|tariff=10%; you meant USA",
                "importer=USA|ban|one-sector; A ban cannot be told in one sector",
                "nash|draws=20; leave out --draws",
                "scenario=us-2025-august|on=all; --on with --optimum or --nash",
                "nash|one-sector|on=services; leave out --on",
                "nash|coalition=EU27|coalition=DEU,USA; DEU twice",
                "scenario=us-2025-august|vary=deficits; --vary with --draws N",
                "scenario=us-2025-august|draws=9|spread=3; 25% is written 0.25",
                "economy=XYZ|scenario=us-2025-august; Unknown economy",
                "scenario=us-2025-august|home=JAP; Unknown economy",
                "change=importer=USA; a rate was forgotten",
                "change=USA JPN 15%; a '=' is missing",
                "change=importer=USA tarif=15%; you meant 'tariff'",
                "change=importer=USA importer=JPN tariff=15%; stands twice",
                "change=importer=USA exporter= tariff=15%; has no value",
                "change=importer=USA tariff=15; 15% was meant"
            })
    void aWrongCallIsAnsweredWithTheLikeliestMend(String call, String hint) {
        Mistakes.assertWrongUse(() -> plan(BUNDLED, "world=wiod2011|" + call, new Given.Place.Option()), hint);
    }

    @Test
    void mistakesAreAnsweredWhereTheyStand() {
        String call = "world=wiod2011|change=importer=USA exporter=JPN tariff=15%|change=importer=USB tariff=1%";
        Map<String, List<Given>> given = given(call, new Given.Place.Option());
        given.put(
                "change",
                List.of(
                        new Given("importer=USA exporter=JPN tariff=15%", new Given.Place.Text("my.yaml, line 7")),
                        new Given("importer=USB tariff=1%", new Given.Place.Text("my.yaml, line 8"))));
        InputException wrong = Mistakes.assertBadData(
                () -> QUESTION.plan(BUNDLED.of(QUESTION), Arguments.of(QUESTION.spec(), given)), "you meant USA");
        assertTrue(wrong.getMessage().startsWith("my.yaml, line 8: "), wrong.getMessage());
        Mistakes.assertWrongUse(
                () -> plan(BUNDLED, "world=wiod2011|nash|draws=20", new Given.Place.Query()), "draws without it");
        Mistakes.assertBadData(
                () -> plan(BUNDLED, "world=wiod2011|scenario=us-2025-agust", new Given.Place.Text("my.yaml, line 3")),
                "my.yaml, line 3: ");
    }

    @Test
    void whoNoLongerTradesIsSaidAndWhatCannotLastIsRefusedEarly() {
        String call = "world=wiod2011|importer=RUS|ban|sector=*|";
        Answer answer = answer(call + "deficits=zero|home=JPN");
        assertTrue(answer.said(Finding.Role.ASSUMPTION).stream()
                .anyMatch(said -> said.startsWith("Without trade with the others: Russia.")));
        assertTrue(Math.abs(answer.table().number(row(answer, "JPN"), "exports_pct")) < 5);
        Mistakes.assertWrongUse(
                () -> plan(BUNDLED, call.replace("importer", "exporter") + "home=JPN", new Given.Place.Option()),
                "The trade surplus of RUS cannot last",
                "million USD");
    }

    /** Who may tax more chooses no less for itself: what is best on goods alone is open to whoever may tax services too. */
    @Test
    void whoMayTaxServicesTooGainsNoLess() {
        List<Answer> answers = Stream.of("goods", "services", "all")
                .map(on -> answer("optimum=JPN|rates-by-sector|no-io|on=" + on))
                .toList();
        List<Double> income = answers.stream()
                .map(answer -> answer.table().number(row(answer, "JPN"), "real_income_pct"))
                .toList();
        assertTrue(income.get(0) > 0 && income.get(1) > 0, income.toString());
        assertTrue(income.get(2) > Math.max(income.get(0), income.get(1)), income.toString());
        assertTrue(headline(answers.get(2)).contains("on goods and services from abroad"), headline(answers.get(2)));
    }

    private static final String NO_INPUTS = """
            from,to,value
            AAA_g,AAA_HFCE,50
            AAA_g,BBB_HFCE,10
            BBB_g,BBB_HFCE,80
            BBB_g,AAA_HFCE,10
            """;

    /** Where nobody uses inputs there is nothing to link: the model of one factor, in closed form by symmetry. */
    @Test
    void finalFlowsAloneAreAnsweredWithoutLinks() throws IOException {
        Path file = folder.resolve("lines.csv");
        Files.writeString(file, NO_INPUTS);
        own.keep(TableFormat.LONG.read(file, ImportOptions.of("own").year(2020)));
        Session at = session(folder.resolve("own"));
        String call = "world=own|importer=BBB|sector=g|ban|elasticities=4|deficits=zero";
        InputException linked = assertThrows(
                InputException.class,
                () -> plan(at, call, new Given.Place.Option()).answer().get());
        assertTrue(linked.getMessage().contains("--no-io"), linked.getMessage());
        Answer answer = plan(
                        at, "world=own|importer=BBB|sector=g|tariff=10%|elasticities=4|no-io", new Given.Place.Option())
                .answer()
                .get();
        assertTrue(answer.table().number(row(answer, "AAA"), "real_income_pct") < 0);
        assertTrue(answer.table().number(row(answer, "BBB"), "real_income_pct") > 0);
    }
}
