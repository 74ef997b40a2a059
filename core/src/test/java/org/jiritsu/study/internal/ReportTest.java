package org.jiritsu.study.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.questions.exposure.ExposureQuestion;
import org.jiritsu.study.StepResult;
import org.jiritsu.study.Study;
import org.jiritsu.study.StudyResult;
import org.jiritsu.world.About;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a study's author or a world's maker wrote, the report shows it as text and asks nobody for anything. */
class ReportTest {
    private static final String HOSTILE =
            "</script><script>alert('1')</script> & \"自律\" <!-- <img src=x onerror=alert(2)>";
    private static final String HOSTILE_AS_TEXT =
            "&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "
                    + "&quot;自律&quot; &lt;!-- &lt;img src&#x3D;x onerror&#x3D;alert(2)&gt;";
    private static final List<String> SHOWN =
            List.of("partner_name", "supply_look_through", "leverage_pp", "exports_musd", "rank");

    private final String html = Report.html(result(charts()));

    @Test
    void hostileTextStaysText() {
        String visible = withoutScripts(html);
        assertFalse(visible.contains("<script>alert"));
        assertFalse(visible.contains("<img"));
        assertFalse(visible.contains("<!-- <"));
        assertTrue(visible.contains("<h1>" + HOSTILE_AS_TEXT + "</h1>"));
        assertTrue(
                visible.contains("<p>First " + HOSTILE_AS_TEXT + "</p>\n<p>Second</p>"),
                "paragraphs part at blank lines");
    }

    @Test
    void onlyTheKnownScriptsCanRun() {
        ReportAssets assets = ReportAssets.load();
        List<String> running = scripts("<script>").toList();
        List<String> known = Stream.concat(
                        assets.drawing().stream().map(ReportAssets.Drawing::script), Stream.of(assets.script()))
                .toList();
        assertEquals(known, running);
        assertEquals(
                known.size(),
                Pattern.compile("'sha256-[^']+'").matcher(html).results().count());
        assertTrue(html.contains("default-src 'none'"));
        assertFalse(withoutScripts(html).matches("(?s).*<[^>]+ on\\w+=.*"), "no handlers in attributes");
    }

    @Test
    void whatDrawsTravelsWithItsNoticeOrThePageSaysThatItHasNoPictures() {
        List<ReportAssets.Drawing> drawing = ReportAssets.load().drawing();
        assertEquals(drawing.isEmpty(), html.contains("has no pictures") || html.contains("have no pictures"));
        assertEquals(drawing.isEmpty(), !html.contains("<figure"));
        for (ReportAssets.Drawing each : drawing) {
            assertTrue(html.contains("Apache ECharts " + each.version() + " "));
            assertTrue(html.contains("The Apache Software Foundation"));
            assertFalse(each.script().contains("</script"), "it would end there");
        }
    }

    @Test
    void nothingIsLoaded() {
        String visible = withoutScripts(html);
        assertFalse(visible.contains(" src="));
        assertFalse(visible.contains("<link"));
        assertFalse(visible.contains("url("));
        assertFalse(visible.contains("@import"));
        Pattern.compile("href=\"([^\"]*)\"")
                .matcher(visible)
                .results()
                .map(m -> m.group(1))
                .forEach(href -> assertTrue(href.startsWith("#") || href.startsWith("tables/"), href));
    }

    @Test
    void everyDataBlockIsJson() {
        List<String> blocks = scripts("<script type=\"application/json\"[^>]*>").toList();
        int pictures = ReportAssets.load().drawing().isEmpty() ? 0 : charts().size() - 1;
        assertEquals(charts().size() + pictures, blocks.size(), "a table for each step, a picture for each but one");
        blocks.forEach(block -> {
            assertFalse(block.contains("<"));
            JsonMapper.shared().readTree(block);
        });
    }

    @Test
    void theWholeTableIsHeldAsTheFileHasIt() {
        JsonNode csv = JsonMapper.shared()
                .readTree(scripts("<script type=\"application/json\" data-csv-of=\"01-step.csv\">")
                        .findFirst()
                        .orElseThrow());
        assertTrue(csv.asString().startsWith("rank,home,partner,partner_name,"));
        assertTrue(csv.asString().contains(",0.01234567890123456,"), "full precision");
        assertEquals(4, csv.asString().lines().count());
    }

    @Test
    void everyFindingAndShownCellStandsInThePage() {
        StudyResult result = result(charts());
        for (StepResult step : result.steps()) {
            step.answer().findings().stream()
                    .map(Finding::said)
                    .forEach(said -> assertTrue(html.contains("<li>" + escaped(said) + "</li>"), said));
            assertTrue(html.contains("<a href=\"#" + step.id() + "\">"), "the headline leads to its section");
        }
        for (String cell : List.of(HOSTILE_AS_TEXT, "1.23", "+0.50", "1,234,568", "–", "South &amp; North")) {
            assertTrue(html.contains(">" + cell + "</t"), cell);
        }
        assertFalse(html.contains(">Left out</t"), "only the rows asked for");
        assertTrue(html.contains("Shown: 2 of 3 rows."));
    }

    @Test
    void theFirstLimitOfTheWorldStandsAtTheTop() {
        assertTrue(html.indexOf("Keep in mind: " + HOSTILE_AS_TEXT) < html.indexOf("In brief"));
        assertTrue(html.contains("Keep in mind: " + HOSTILE_AS_TEXT));
    }

    /** An account is among its table's notes, for those who have the table alone: the page has said it already. */
    @Test
    void whatTheFindingsSayIsNoLimit() {
        assertEquals(2, html.split("Found 01-step", -1).length - 1, "in brief, in its section, and not as a limit");
        assertTrue(html.contains("<dd>" + HOSTILE_AS_TEXT + "</dd>"), "the limit that no finding says");
    }

    @Test
    void factsStandBesideTheResult() {
        assertTrue(html.contains("<dt>Threshold of mine</dt><dd>0.0005</dd>"));
        assertTrue(html.contains("<dt>Share of total</dt><dd>12.00 %</dd>"));
        assertTrue(html.contains("<dt>Whole</dt><dd>yes</dd>"));
    }

    @Test
    void everyColumnHeadOpensItsDefinition() {
        List<String> targets = Pattern.compile("popovertarget=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(SHOWN.size() * charts().size(), targets.size());
        targets.forEach(id -> assertTrue(html.contains("<div popover id=\"" + id + "\""), id));
        assertTrue(html.contains("counting every stage of production (v L f)"));
    }

    @Test
    void idsAreUniqueAndHeadingsInOrder() {
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(withoutScripts(html))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertEquals(1, html.split("<h1>", -1).length - 1);
    }

    @Test
    void aPictureWithoutDataIsLeftOut() {
        StepResult step = step("01-step", new Chart.Flow("million USD", List.of(), List.of()));
        assertFalse(Report.html(resultOf(List.of(step))).contains("<figure"));
    }

    @Test
    void aFieldThatTheTableLacksIsAMistake() {
        StepResult step = step("01-step", new Chart.None());
        Answer answer = step.answer();
        StepResult wrong = new StepResult(
                step.id(),
                step.heading(),
                step.text(),
                new Answer(
                        answer.heading(),
                        answer.table(),
                        answer.findings(),
                        answer.charts(),
                        new Answer.Shown(List.of("vax_ratio"), 2),
                        answer.from()));
        assertThrows(IllegalArgumentException.class, () -> Report.html(resultOf(List.of(wrong))));
    }

    @Test
    void aNameKeepsItsColourAndAPictureRepeatsNone() {
        ReportColours colours = new ReportColours();
        List<Integer> first = colours.of(List.of("a", "b", "c", "d", "e", "f"));
        List<Integer> second = colours.of(List.of("g", "a", "h", "i", "j"));
        assertEquals(first.getFirst(), second.get(1));
        assertEquals(5, second.stream().distinct().count());
        assertEquals(first, colours.of(List.of("a", "b", "c", "d", "e", "f")));
    }

    private static List<Chart> charts() {
        Chart.Series series = new Chart.Series(HOSTILE, List.of(1.0, Double.NaN));
        return List.of(
                new Chart.Bars("%", List.of(HOSTILE, "B"), List.of(series, new Chart.Series("Two", List.of(2.0, 3.0)))),
                new Chart.Lines("%", List.of("1995", "2011"), List.of(series)),
                new Chart.HeatMap("%", List.of(HOSTILE), List.of("x", "y"), List.of(List.of(1.0, 0.0))),
                new Chart.Flow(
                        "million USD",
                        List.of(new Chart.Node("a", HOSTILE, 0), new Chart.Node("b", "B", 1)),
                        List.of(new Chart.Link("a", "b", 5))),
                new Chart.Points(
                        "x " + HOSTILE,
                        "y",
                        List.of(new Chart.Point(HOSTILE, 1, 10, 3), new Chart.Point("z", 0, 1, 1))),
                new Chart.None());
    }

    private static StudyResult result(List<Chart> charts) {
        List<StepResult> steps = new java.util.ArrayList<>();
        for (Chart chart : charts) {
            steps.add(step("%02d-step".formatted(steps.size() + 1), chart));
        }
        return resultOf(steps);
    }

    private static StudyResult resultOf(List<StepResult> steps) {
        Study study = new Study(
                "title: " + HOSTILE,
                Language.EN,
                HOSTILE,
                "JPN",
                List.of("own"),
                "A summary\n\nin two " + HOSTILE,
                List.of());
        About world = new About(
                "own", "My table " + HOSTILE, 2020, "million USD", HOSTILE, "mine", "as given", List.of(HOSTILE));
        return new StudyResult(study, "Japan", steps, List.of(world), List.of("Checked " + HOSTILE), "1.0");
    }

    private static StepResult step(String id, Chart chart) {
        Map<String, Object> facts = new java.util.LinkedHashMap<>();
        facts.put("threshold_of_mine", 0.0005);
        facts.put("share", 0.12);
        facts.put("whole", true);
        Table.Head head = new Table.Head(
                "Caption " + HOSTILE,
                "own",
                "JPN",
                "shares",
                "A method",
                facts,
                List.of(HOSTILE),
                List.of("Found " + id + " " + HOSTILE, HOSTILE),
                Words.in(Language.EN).of(ExposureQuestion.class.getPackage()));
        Table table = new Table.Builder(
                        head,
                        "rank",
                        "home",
                        "partner",
                        "partner_name",
                        "supply_look_through",
                        "leverage_pp",
                        "exports_musd")
                .row(1, "JPN", "AAA", HOSTILE, 0.01234567890123456, 0.5, 1234567.8)
                .row(2, "JPN", "BBB", "South & North", 0.5, Double.NaN, 12.0)
                .row(3, "JPN", "CCC", "Left out", 0.5, 1.0, 12.0)
                .build();
        Answer answer = new Answer(
                "Heading",
                table,
                List.of(Finding.headline("Found " + id + " " + HOSTILE), Finding.story("Found too")),
                List.of(chart),
                new Answer.Shown(SHOWN, 2),
                Provenance.of("own"));
        return new StepResult(id, "Heading " + id + " " + HOSTILE, "First " + HOSTILE + "\n \nSecond", answer);
    }

    private static String escaped(String text) {
        return text.replace(HOSTILE, HOSTILE_AS_TEXT);
    }

    private Stream<String> scripts(String open) {
        return Pattern.compile(open + "(.*?)</script>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(block.indexOf('>') + 1, block.length() - "</script>".length()));
    }

    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script[^>]*>.*?</script>", "").replaceAll("(?s)<style>.*?</style>", "");
    }
}
