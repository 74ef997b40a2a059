package org.jiritsu.study;

import static org.jiritsu.Mistakes.assertBadData;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.Questions;
import org.jiritsu.study.internal.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in a study is answered where it stands, with what was expected and the nearest valid word. */
class StudyReaderTest {
    private static final Session SESSION =
            Bundled.session(Bundled.store(Bundled.root().resolve("no own worlds")), Kernel.java());

    private static final String SOUND = """
            title: On whom Japan depends
            home: JPN
            worlds: [wiod2008, wiod2011]
            steps:
              - partners:
                  show: 5
              - trend:
                  partners: [CHN, USA]
                  measure: supply_direct
              - paths:
                  from: CHN
                  sector: c14
                  into: c15
                  threshold: 0.001
              - cutoff:
                  by: DEU
            """;

    private static Study read(String text) {
        return StudyReader.read("study.yaml", text, Questions.ALL, SESSION);
    }

    private static InputException assertAnswered(String text, int line, int column, String... texts) {
        InputException mistake = assertBadData(() -> read(text), texts);
        String place = "study.yaml, line %d, column %d: ".formatted(line, column);
        assertTrue(mistake.getMessage().startsWith(place), () -> place + "expected in " + mistake.getMessage());
        return mistake;
    }

    static Stream<String> bundledStudies() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(Bundled.root().resolve("studies"))) {
            return files.map(java.nio.file.Path::toString).filter(f -> f.endsWith(".yaml")).toList().stream();
        }
    }

    private static final String TRADE = """
            title: Tariffs
            home: JPN
            worlds: [wiod2011]
            steps:
              - tariffs:
                  scenario: us-2025-august
                  changes:
                    - {importer: [CHN, EU27], exporter: USA, sector: goods, tariff_add: 10%}
                  retaliate: mirror
                  deficits: zero
              - rules:
                  coalitions: [EU27, [USA, CAN]]
            """;

    @Test
    void aScenarioMayBeBundledAndGoOnInTheStudy() {
        Study study = read(TRADE);
        assertEquals(2, study.steps().size());
        assertEquals(
                java.util.List.of("importer=CHN,EU27 exporter=USA sector=goods tariff_add=10%"),
                study.steps().getFirst().said().get("change"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us-2025-august | us-2025-agust | 6 | 17 | you meant us-2025-august",
                "us-2025-august | nafta | 6 | 17 | does not fit world wiod2011",
                "[CHN, EU27] | [CHN, EU29] | 8 | 11 | you meant EU2",
                "[CHN, EU27] | [CHN, Vietnam] | 8 | 11 | rest of the world",
                "sector: goods | sector: god | 8 | 11 | you meant goods",
                "tariff_add: 10% | tarif_add: 10% | 8 | 11 | you meant",
                "tariff_add: 10% | tariff_add: 10 | 8 | 11 | 10% was meant",
                "tariff_add: 10% | tariff_add: 1500% | 8 | 11 | cannot be meant",
                "tariff_add: 10% | tariff: -110% | 8 | 11 | the sign is wrong",
                "goods, tariff_add: 10% | cars, ban: true | 8 | 11 | cannot cover a part",
                "', tariff_add: 10%' | '' | 8 | 11 | a rate was forgotten",
                "tariff_add: 10% | 'tariff: 1%, ban: true' | 8 | 11 | two lines are meant",
                "retaliate: mirror | retaliate: miror | 9 | 18 | you meant mirror",
                "deficits: zero | elasticities: GYX | 10 | 21 | you meant GYY",
                "[USA, CAN] | [USA, DEU] | 12 | 20 | DEU twice",
                "scenario: us-2025-august | text: x | 7 | 18 | Which change of policy"
            })
    void aMistakeInATradeStepIsAnsweredWhereItStands(String right, String wrong, int line, int column, String hint) {
        String text = TRADE.replace(right, wrong);
        String bare = text.replaceAll("(?s) {6}changes:.*?%}\n", "");
        assertAnswered(hint.startsWith("Which change") ? bare : text, line, column, hint);
    }

    @Test
    void aSoundStudyIsRead() {
        Study study = read(SOUND);
        assertEquals("On whom Japan depends", study.title());
        assertEquals("wiod2011", study.world());
        assertEquals(4, study.steps().size());
        assertEquals("paths", study.steps().get(2).name());
        assertEquals(java.util.List.of("CHN"), study.steps().get(2).said().get("from"));
        assertEquals(
                java.util.List.of("wiod2008", "wiod2011"),
                study.steps().get(1).said().get("worlds"));
        assertEquals(SOUND, study.source());
    }

    @ParameterizedTest
    @MethodSource("bundledStudies")
    void everyBundledStudyIsRead(String file) throws IOException {
        assertTrue(!read(Files.readString(java.nio.file.Path.of(file))).steps().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "title: On|  titel: On|1|1|unknown key",
                "home: JPN|hom: JPN|2|1|you meant 'home'",
                "home: JPN|home: JAP|2|7|you meant JPN (Japan)",
                "home: JPN|home: [JPN]|2|7|a list",
                "[wiod2008, wiod2011]|[wiod2008, wiod2012]|3|20|you meant wiod20",
                "[wiod2008, wiod2011]|wiod2011|3|9|[a, b]",
                "[wiod2008, wiod2011]|[]|3|9|at least one world",
                "- partners|- partner|5|5|you meant 'partners'",
                "show: 5|shwo: 5|6|7|you meant 'show'",
                "show: 5|show: five|6|13|'five'",
                "show: 5|show: 5%|6|13|'5%'",
                "show: 5|show: 0|6|13|from 1 to 100",
                "show: 5|show: 101|6|13|from 1 to 100",
                "show: 5|show: 99999999999|6|13|number",
                "show: 5|show: [5]|6|13|a list",
                "[CHN, USA]|[CHN, USB]|8|23|you meant",
                "supply_direct|supply_drect|9|16|you meant supply_direct",
                "from: CHN|from: CHNN|11|13|you meant CHN (China)",
                "from: CHN|from: JPN|11|13|own partner",
                "from: CHN|form: CHN|11|7|you meant 'from'",
                "sector: c14|sector: c144|12|15|you meant c1",
                "into: c15|into: {a: b}|13|13|Unknown sector",
                "threshold: 0.001|threshold: 0|14|18|below 1",
                "threshold: 0.001|threshold: 1|14|18|below 1",
                "threshold: 0.001|threshold: -0.1|14|18|below 1",
                "threshold: 0.001|threshold: NaN|14|18|number",
                "threshold: 0.001|threshold: ten|14|18|'ten'",
                "by: DEU|text: &a x|16|13|anchor",
                "by: DEU|by: *a|16|11|anchor or alias"
            })
    void aMistakeIsAnsweredWhereItStands(String sound, String broken, int line, int column, String hint) {
        assertTrue(SOUND.contains(sound));
        assertAnswered(SOUND.replace(sound, broken.strip()), line, column, hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "home", "worlds", "steps"})
    void aMissingKeyIsNamed(String key) {
        String other = key.equals("steps")
                ? SOUND.substring(0, SOUND.indexOf("steps:"))
                : SOUND.replaceFirst("(?m)^" + key + ":.*\n", "");
        assertAnswered(other, 1, 1, "'" + key + "' is missing");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertAnswered(SOUND.replace("home: JPN\n", "home: JPN\nhome: CHN\n"), 3, 1, "stands twice");
        assertAnswered(SOUND.replace("show: 5\n", "show: 5\n      show: 6\n"), 7, 7, "stands twice");
    }

    @Test
    void twoStepsUnderOneDashAreRefused() {
        assertAnswered(SOUND.replace("  - cutoff:", "    cutoff:"), 10, 5, "paths and cutoff");
    }

    @Test
    void aTrendOfOneWorldIsRefused() {
        assertAnswered(SOUND.replace("wiod2008, ", ""), 7, 5, "several worlds");
    }

    @Test
    void aTabIsNamedAsTheMistake() {
        assertAnswered(SOUND.replace("      show: 5", "\tshow: 5"), 6, 1, "a tab was used");
    }

    @Test
    void textThatIsNotYamlIsAnsweredWithItsPlace() {
        assertAnswered("title: 'open\nhome: JPN\n", 3, 1, "not YAML");
        assertAnswered("title: On whom: Japan\n", 1, 15, "not YAML", "quotation marks");
        assertAnswered("just a text\n", 1, 1, "should hold keys");
        assertAnswered("- a list\n", 1, 1, "should hold keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a remark\n", "---\n", "~\n"})
    void anEmptyStudyIsRefused(String text) {
        assertBadData(() -> read(text), "study.yaml");
    }

    @Test
    void severalDocumentsAreRefused() {
        assertBadData(() -> read(SOUND + "---\n" + SOUND), "study.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void hostileDepthIsRefusedAtOnce(String level) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertBadData(
                        () -> read("title: " + (level.equals("- ") ? "\n" : "") + level.repeat(100_000)),
                        "study.yaml"));
    }

    @Test
    void aWebOfAliasesIsRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int k = 1; k < 30; k++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(k, k, k - 1, k - 1));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertAnswered(bomb.toString(), 1, 5, "anchor"));
    }

    @Test
    void aFileOfMegabytesIsRefused() {
        assertBadData(() -> read("title: " + "x".repeat(2 << 20)), "study.yaml", "at most 256 KB", "2048 KB");
    }
}
