package org.jiritsu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Figures that an independent numpy computation made from the same tables: {@code bench/peers}. */
public final class Referee {
    private Referee() {}

    public static List<NamedCsvRecord> read(String name) {
        String path = "/referee/" + name;
        try (InputStream in = Objects.requireNonNull(Referee.class.getResourceAsStream(path), path);
                InputStreamReader text = new InputStreamReader(
                        name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> records = csv.stream().toList();
            assertFalse(records.isEmpty(), path);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds a figure to the referee's: relative where it is large, absolute below {@code floor}. */
    public static void assertAgrees(
            NamedCsvRecord expected, String field, double actual, double relative, double floor) {
        String text = expected.getField(field);
        if (text.isEmpty()) {
            assertTrue(Double.isNaN(actual), () -> field + " should be empty in " + expected + ", is " + actual);
        } else {
            double value = Double.parseDouble(text);
            assertEquals(value, actual, relative * Math.max(Math.abs(value), floor), () -> field + " in " + expected);
        }
    }
}
