package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRateTest {
    /** World Bank, official exchange rate, period average (PA.NUS.FCRF): another publisher's mean of other days. */
    @ParameterizedTest
    @CsvSource({
        "JPN,2022,131.498,JPY",
        "KOR,2022,1291.45,KRW",
        "DEU,2022,0.9496,EUR",
        "GBR,2022,0.8114,GBP",
        "JPN,2011,79.807,JPY"
    })
    void agreesWithTheWorldBankWithinHalfAPercent(String economy, int year, double perUsd, String currency) {
        ExchangeRate rate = ExchangeRate.of(economy, year).orElseThrow();
        assertEquals(perUsd, rate.perUsd(), 0.005 * perUsd);
        assertEquals(currency, rate.currency());
    }

    @Test
    void anEconomyHasTheEuroFromTheYearInWhichItJoined() {
        assertTrue(ExchangeRate.of("HRV", 2022).isEmpty());
        assertEquals("EUR", ExchangeRate.of("HRV", 2023).orElseThrow().currency());
        assertTrue(ExchangeRate.of("USA", 2022).isEmpty());
    }
}
