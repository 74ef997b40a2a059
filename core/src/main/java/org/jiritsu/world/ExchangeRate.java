package org.jiritsu.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiritsu.base.Csv;

/**
 * An economy's own money for one US dollar, average of a year (Federal Reserve, release G.5A).
 *
 * @param currency by ISO 4217
 */
public record ExchangeRate(String currency, double perUsd) {
    private static final String FILE = "exchange-rates.csv";

    /** Empty where the release has no rate. */
    public static Optional<ExchangeRate> of(String economy, int year) {
        return Optional.ofNullable(All.RATES.get(economy + year));
    }

    /** Read when first asked for. */
    private static final class All {
        static final Map<String, ExchangeRate> RATES = read();

        private static Map<String, ExchangeRate> read() {
            Map<String, ExchangeRate> rates = new HashMap<>();
            try (InputStream in = Objects.requireNonNull(ExchangeRate.class.getResourceAsStream(FILE))) {
                Csv.forEach(
                        FILE,
                        in,
                        List.of("economy", "currency", "year", "per_usd"),
                        List.of(),
                        row -> rates.put(
                                row.text("economy") + row.whole("year"),
                                new ExchangeRate(row.text("currency"), row.number("per_usd"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rates;
        }
    }
}
