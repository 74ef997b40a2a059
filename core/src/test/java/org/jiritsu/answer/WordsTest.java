package org.jiritsu.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.base.Said;
import org.jiritsu.questions.exposure.ExposureQuestion;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeScenario;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** Everything is said in both languages, with the same values. */
class WordsTest {
    private static final Words ENGLISH = Words.in(Language.EN);
    private static final Words JAPANESE = Words.in(Language.JA);
    private static final List<String> WORLDS = List.of("icio2022", "wiod2011", "cp1993");

    /** The values that each text names, by key. */
    private static Map<String, Set<String>> values(Properties texts) {
        Map<String, Set<String>> values = new TreeMap<>();
        texts.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("scenario."))
                .forEach(key -> values.put(
                        key,
                        Pattern.compile("\\{([^}]*)}")
                                .matcher(texts.getProperty(key))
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return values;
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void everySentenceIsSaidInBothLanguagesWithTheSameValues() throws IOException {
        assertEquals(values(read("words.properties")), values(read("words_ja.properties")));
    }

    @Test
    void noSentenceWasLeftInEnglish() throws IOException {
        Properties english = read("words.properties");
        Properties japanese = read("words_ja.properties");
        for (String key : japanese.stringPropertyNames()) {
            boolean same = japanese.getProperty(key).equals(english.getProperty(key));
            assertTrue(!same || japanese.getProperty(key).matches("[%{}a-z]*|DB.*|NATO"), key);
            assertFalse(japanese.getProperty(key).matches(".*(です|ます)。.*"), key + " is not in the style of a report");
        }
    }

    @Test
    void everyBundledScenarioHasAJapaneseTitle() {
        TradeLibrary library = new TradeLibrary(Bundled.root().resolve("data"));
        for (String id : library.scenarios()) {
            TradeScenario scenario = library.scenario(id);
            assertEquals(scenario.title(), ENGLISH.text("scenario." + id).orElse(scenario.title()));
            assertNotEquals(scenario.title(), JAPANESE.text("scenario." + id).orElse(scenario.title()));
        }
    }

    @Test
    void bundledWorldsSayTheirLimitsInJapanese() {
        for (String id : WORLDS) {
            About about = Bundled.world(id).about();
            Stream.concat(Stream.of(about.title(), about.unit(), about.valueAdded()), about.notes().stream())
                    .forEach(WordsTest::assertSaidInBoth);
        }
        assertEquals("Someone's own table.", JAPANESE.data(Said.of("Someone's own table.")));
    }

    @Test
    void bundledScenariosSayTheirLimitsInJapanese() {
        TradeLibrary library = new TradeLibrary(Bundled.root().resolve("data"));
        library.scenarios().forEach(id -> library.scenario(id).notes().forEach(WordsTest::assertSaidInBoth));
    }

    private static void assertSaidInBoth(Said said) {
        assertEquals(said.english(), ENGLISH.data(said));
        assertTrue(isJapanese(JAPANESE.data(said)), said.english());
        assertFalse(JAPANESE.data(said).matches(".*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*"), said.japanese());
    }

    @Test
    void everyEconomyAndSectorIsNamed() {
        for (String id : WORLDS) {
            World world = Bundled.world(id);
            Set<String> names = new HashSet<>();
            for (Economy economy : world.economies()) {
                assertTrue(isJapanese(JAPANESE.name(economy)), economy + ": " + JAPANESE.name(economy));
                assertTrue(names.add(JAPANESE.name(economy)), "twice: " + economy);
            }
            for (Sector sector : world.sectors()) {
                assertTrue(isJapanese(JAPANESE.name(sector)), sector + ": " + JAPANESE.name(sector));
                assertTrue(names.add(JAPANESE.name(sector)), "twice: " + sector);
            }
        }
        assertEquals("電気機器", JAPANESE.goods(new Sector("C27", "", "Electrical equipment")));
        assertEquals("原油・天然ガス", JAPANESE.goods(new Sector("B06", "", "Crude oil")));
        assertEquals("electrical equipment", ENGLISH.goods(new Sector("C27", "", "Electrical equipment")));
        assertEquals("台湾", JAPANESE.name(new Economy("TWN", "Taiwan")));
        assertEquals("Q99", JAPANESE.name(new Sector("Q99x", "", "Q99")));
    }

    private static boolean isJapanese(String text) {
        return text.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(script -> Set.of(
                                Character.UnicodeScript.HAN,
                                Character.UnicodeScript.HIRAGANA,
                                Character.UnicodeScript.KATAKANA)
                        .contains(script));
    }

    @Test
    void figuresStandAsASpeakerWouldSayThem() {
        assertEquals("1.23 trillion dollars", ENGLISH.dollars(1_234_567));
        assertEquals("45.3 billion dollars", ENGLISH.dollars(45_300));
        assertEquals("-5.3 million dollars", ENGLISH.dollars(-5.3));
        assertEquals("1.23兆ドル", JAPANESE.dollars(1_234_567));
        assertEquals("453億ドル", JAPANESE.dollars(45_300));
        assertEquals("530万ドル", JAPANESE.dollars(5.3));
        assertEquals("a, b and c", ENGLISH.and(List.of("a", "b", "c")));
        assertEquals("a、b及びc", JAPANESE.and(List.of("a", "b", "c")));
        assertEquals("1 April 2026", ENGLISH.date(LocalDate.of(2026, 4, 1)));
        assertEquals("2026年4月1日", JAPANESE.date(LocalDate.of(2026, 4, 1)));
        assertEquals("the United States", ENGLISH.the(new Economy("USA", "United States")));
        assertEquals("米国", JAPANESE.the(new Economy("USA", "United States")));
    }

    @Test
    void aValueThatIsMissingIsAMistakeAndAValueIsNoPattern() {
        assertThrows(IllegalArgumentException.class, () -> ENGLISH.say("item", "name", "x"));
        assertEquals("$1 {value} (2)", ENGLISH.say("item", "name", "$1 {value}", "value", 2));
    }

    @Test
    void ofDaysThereMayBeOne() {
        assertEquals("A stop, followed for 1 day", ENGLISH.say("disrupt.title", "what", "A stop", "days", 1));
        assertEquals("A stop for 21 days", ENGLISH.say("disrupt.for", "what", "A stop", "days", 21));
        assertEquals("A stop for 0.1 days", ENGLISH.say("disrupt.for", "what", "A stop", "days", 0.1));
        assertEquals("途絶（1日間）", JAPANESE.say("disrupt.for", "what", "途絶", "days", 1));
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);
            assertEquals(
                    "Look-through supply",
                    Words.in(Language.EN)
                            .of(ExposureQuestion.class.getPackage())
                            .field("supply_look_through")
                            .label());
            assertEquals("1.5 million dollars", ENGLISH.dollars(1.5));
        } finally {
            Locale.setDefault(before);
        }
    }
}
