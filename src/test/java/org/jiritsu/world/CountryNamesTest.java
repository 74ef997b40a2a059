package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jiritsu.Bundled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryNamesTest {
    private static final World WORLD = Bundled.world("icio2022");

    @ParameterizedTest
    @CsvSource({"Korea,KOR", "South Korea,KOR", "republic of korea,KOR", "KR,KOR", "U.S.,USA", "united states of america,USA",
        "UK,GBR", "Taiwan,TWN", "Turkey,TUR", "turkiye,TUR", "Vietnam,VNM", "Czech Republic,CZE", "Côte d'Ivoire,CIV",
        "Cote dIvoire,CIV", "Ivory Coast,CIV", "Brunei,BRN", "Myanmar (Burma),MMR", "rest of world,ROW", "de,DEU"})
    void takesWhatPeopleSay(String said, String code) {
        assertEquals(code, WORLD.economies().get(WORLD.economy(said)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "", "  ", "JPNN", "North Korea"})
    void doesNotGuess(String said) {
        assertTrue(assertThrows(InputException.class, () -> WORLD.economy(said)).getMessage().contains("Maybe"));
    }

    /** A country is found by every name that any bundled world gives it. */
    @Test
    void theNamesOfOneWorldAreTakenByAnother() {
        World other = Bundled.world("wiod2011");
        for (Economy economy : other.economies()) {
            assertEquals(economy.code(), WORLD.economies().get(WORLD.economy(economy.name())).code());
        }
        for (Economy economy : Bundled.world("cp1993").economies()) {
            assertEquals(economy.code(), WORLD.economies().get(WORLD.economy(economy.name())).code());
        }
    }
}
