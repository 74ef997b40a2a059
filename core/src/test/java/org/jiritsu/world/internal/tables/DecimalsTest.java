package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static double read(String text) {
        byte[] line = (text + ",0\n" + "9".repeat(Decimals.SLACK)).getBytes(StandardCharsets.UTF_8);
        double[] value = new double[1];
        new Decimals(line, 0, ',').fill(value, 0, 1);
        return value[0];
    }

    private static void assertSame(String text) {
        assertEquals(
                Double.doubleToRawLongBits(Double.parseDouble(text)), Double.doubleToRawLongBits(read(text)), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "1",
                "-1",
                "007",
                "1.",
                ".5",
                "1e5",
                "1E-05",
                "-2.5e+3",
                "1e400",
                "1e-400",
                "9007199254740993",
                "9007199254740993.0",
                "90071992547409930e-1",
                "4503599627370497.5",
                "4503599627370496.5",
                "1.7976931348623157e308",
                "4.9e-324",
                "2.2250738585072011e-308",
                "0.1",
                "123456789012345678",
                "12345678901234567890123",
                "0.000000000000000000000001",
                "1152921504606847104.0",
                "  7.25 ",
                "\"8.5\""
            })
    void readsAsTheLibraryDoes(String text) {
        String plain = text.strip().replace("\"", "");
        assertEquals(
                Double.doubleToRawLongBits(Double.parseDouble(plain)), Double.doubleToRawLongBits(read(text)), text);
    }

    @Test
    void readsRandomNumbersToTheLastBit() {
        Random random = new Random(20260101);
        for (int k = 0; k < 300_000; k++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
            assertSame(String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", value));
            assertSame(Double.toString(value));
            assertSame(Math.abs(random.nextLong()) / 10 + "e" + (random.nextInt(160) - 80));
        }
    }

    /** Numbers half way between two doubles, and their neighbours in the last digit, are the hard ones. */
    @Test
    void roundsTiesToEven() {
        Random random = new Random(7);
        for (int k = 0; k < 200_000; k++) {
            long odd = (1L << 54) + 2 * (random.nextLong() >>> 11) + 1; // 55 bits: its last bit decides
            for (long near = odd - 1; near <= odd + 1; near++) {
                assertSame(Long.toString(near));
                assertSame(near + ".0");
                assertSame(near / 1000 + "." + String.format(Locale.ROOT, "%03d", near % 1000));
            }
        }
    }

    @Test
    void readsALineOfFieldsOfAnyLengthOneAfterTheOther() {
        Random random = new Random(11);
        for (int k = 0; k < 20_000; k++) {
            String[] fields = new String[1 + random.nextInt(12)];
            for (int c = 0; c < fields.length; c++) {
                String digits = Long.toString(random.nextLong() >>> 1 + random.nextInt(60));
                int point = random.nextInt(digits.length() + 1);
                fields[c] = random.nextInt(9) == 0
                        ? ""
                        : (random.nextInt(9) == 0 ? "-" : "")
                                + digits.substring(0, point)
                                + (random.nextInt(4) == 0 ? "" : ".")
                                + digits.substring(point);
            }
            byte[] line = (String.join(",", fields) + ",0" + (random.nextBoolean() ? "\r\n" : "\n")
                            + "9".repeat(Decimals.SLACK))
                    .getBytes(StandardCharsets.UTF_8);
            double[] values = new double[fields.length + 2];
            Decimals numbers = new Decimals(line, 0, ',');
            numbers.fill(values, 0, values.length);
            assertEquals(fields.length + 1, numbers.taken());
            assertTrue(numbers.lineEnds());
            for (int c = 0; c < fields.length; c++) {
                double expected = fields[c].isEmpty() ? Double.NaN : Double.parseDouble(fields[c]);
                assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(values[c]), fields[c]);
            }
        }
    }

    @Test
    void anEmptyFieldIsMissing() {
        assertTrue(Double.isNaN(read("")));
        assertTrue(Double.isNaN(read("\"\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NA",
                "nan",
                "1d",
                "0x1p3",
                "Infinity",
                "-",
                ".",
                "1e",
                "1.2.3",
                "1:.5",
                "12;4.5",
                "1.-2",
                "1..2",
                "1234.5x7",
                "12345.6:8",
                "--1",
                "\"1,234.5\"",
                "#REF!"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThrows(NumberFormatException.class, () -> read(text.replace(",", "_")));
    }
}
