package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "M.EUR, million EUR",
                "MEUR, million EUR",
                "Mio. EUR, million EUR",
                "MIO_EUR, million EUR",
                "THS_EUR, thousand EUR",
                "mill. USD, million USD",
                "Mill USD, million USD",
                "m.usd, million USD",
                "`million USD, current prices`, million USD",
                "USD million, million USD",
                "US$ million, million USD",
                "Million U.S. dollars, million USD",
                "10^6 USD, million USD",
                "1e6 USD, million USD",
                "000 USD, thousand USD",
                "'000 USD, thousand USD",
                "`1,000 US$`, thousand USD",
                "thousand US dollars, thousand USD",
                "kUSD, thousand USD",
                "USD, USD",
                "current US$, USD",
                "billion yen, billion JPY",
                "100 million yen, 100 million JPY",
                "10 thousand RMB, 10 thousand CNY",
                "bn GBP, billion GBP",
                "Mio. US-$, million USD",
                "USD thousands, thousand USD",
                "1000 USD, thousand USD",
                "USDm, million USD",
                "EURbn, billion EUR",
                "M€, million EUR",
                "Tsd. EUR, thousand EUR",
                "Mrd. EUR, billion EUR"
            })
    void readsUnitsAsPeopleWriteThem(String written, String words) {
        assertEquals(words, Unit.parse(written).map(Unit::toString).orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tonnes", "TJ", "M", "million", "million USD, 2010 prices", "EUR/USD", "2 USD", "t USD"})
    void takesNothingElseForMoney(String written) {
        assertEquals(Optional.empty(), Unit.parse(written));
    }

    @Test
    void convertsExactly() {
        assertEquals(0.0053, new Unit(3, "USD").toMillionUsd(5.3, 1), 0);
        assertEquals(5300, new Unit(9, "USD").toMillionUsd(5.3, 1), 0);
        assertEquals(5.3, Unit.MILLION_USD.toMillionUsd(5.3, 1), 0);
        assertEquals(5.3e-6, new Unit(0, "USD").toMillionUsd(5.3, 1), 0);
        assertEquals(5.3 * 1.25, Unit.MILLION_EUR.toMillionUsd(5.3, 1.25), 0);
        assertEquals(5.3, new Unit(3, "EUR").fromMillionUsd(new Unit(3, "EUR").toMillionUsd(5.3, 1.053), 1.053), 1e-15);
    }
}
