package org.jiritsu.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
    private static final List<String> WORDS = List.of("partners", "sectors", "trend", "paths", "cutoff");

    @ParameterizedTest
    @CsvSource({
        "partner,partners",
        "PATHS,paths",
        "paht,paths",
        "cutof,cutoff",
        "ctuoff,cutoff",
        "secotrs,sectors",
        "tren,trend"
    })
    void oneSlipIsForgiven(String word, String meant) {
        assertEquals(Optional.of(meant), NearestWord.of(word, WORDS));
    }

    @Test
    void aFarWordIsNotGuessed() {
        assertEquals(Optional.empty(), NearestWord.of("xylophone", WORDS));
        assertEquals(Optional.empty(), NearestWord.of("partners", List.of()));
    }

    @Test
    void ofTwoEquallyNearTheFirstIsMeant() {
        assertEquals(Optional.of("wiod2000"), NearestWord.of("wiod200", List.of("wiod2000", "wiod2005", "wiod2008")));
        assertEquals(
                Optional.of("C24A"),
                NearestWord.of("C24", List.of("C20", "C24A", "C24B", "C25")),
                "it begins like the word");
        assertEquals(Optional.of("JPN"), NearestWord.of("JPM", List.of("JPN", "JPX")));
    }

    @Test
    void anEndlessWordIsNotCompared() {
        assertEquals(
                Optional.empty(),
                assertTimeoutPreemptively(Duration.ofSeconds(1), () -> NearestWord.of("p".repeat(5_000_000), WORDS)));
    }
}
