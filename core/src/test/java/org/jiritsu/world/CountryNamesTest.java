package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jiritsu.Bundled;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryNamesTest {
    private static final World WORLD = Bundled.world("icio2022");

    @ParameterizedTest
    @CsvSource({
        "Korea,KOR",
        "South Korea,KOR",
        "republic of korea,KOR",
        "KR,KOR",
        "U.S.,USA",
        "united states of america,USA",
        "UK,GBR",
        "Taiwan,TWN",
        "Turkey,TUR",
        "turkiye,TUR",
        "Vietnam,VNM",
        "Czech Republic,CZE",
        "Côte d'Ivoire,CIV",
        "Cote dIvoire,CIV",
        "Ivory Coast,CIV",
        "Brunei,BRN",
        "Myanmar (Burma),MMR",
        "rest of world,ROW",
        "de,DEU",
        "日本,JPN",
        "中国,CHN",
        "米国,USA",
        "アメリカ合衆国,USA",
        "英国,GBR",
        "ドイツ,DEU",
        "台湾,TWN"
    })
    void takesWhatPeopleSay(String said, String code) {
        assertEquals(code, WORLD.economies().get(WORLD.economy(said)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "", "  ", "JPNN", "North Korea"})
    void doesNotGuess(String said) {
        assertTrue(assertThrows(InputException.class, () -> WORLD.economy(said))
                .getMessage()
                .contains("Maybe"));
    }

    /** Only a country can be part of the rest of the world: an empty word or a sector is not. */
    @ParameterizedTest
    @CsvSource({"Mongolia,true", "MNG,true", "モンゴル,true", "C26,false", "'',false", "ニホン,false"})
    void onlyCountriesAreCountedInTheRest(String said, boolean counted) {
        String message =
                assertThrows(InputException.class, () -> WORLD.economy(said)).getMessage();
        assertEquals(counted, message.contains("counts it in ROW"), message);
    }

    /** A country is found by every name that any bundled world gives it. */
    @Test
    void theNamesOfOneWorldAreTakenByAnother() {
        World other = Bundled.world("wiod2011");
        for (Economy economy : other.economies()) {
            assertEquals(
                    economy.code(),
                    WORLD.economies().get(WORLD.economy(economy.name())).code());
        }
        for (Economy economy : Bundled.world("cp1993").economies()) {
            assertEquals(
                    economy.code(),
                    WORLD.economies().get(WORLD.economy(economy.name())).code());
        }
    }
}
