package org.jiritsu.world.internal.tables;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the decimal numbers of one line after the other, to the last bit as {@link Double#parseDouble} does: exactly
 * representable factors multiply (Clinger 1990), the others go through a 128-bit product (Lemire 2021, "Number parsing
 * at a gigabyte per second"), and what neither decides is left to {@code parseDouble}. An empty field is NaN.
 */
final class Decimals {
    /** Bytes that must follow the text. */
    static final int SLACK = 16;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long MARKS = 0x1010101010101010L; // less '0', no digit has this bit; point and separators do
    private static final long[] TENS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final int LARGEST_POWER = 64;
    private static final double[] EXACT = new double[23];
    private static final long[] HIGH = new long[2 * LARGEST_POWER + 1];
    private static final long[] LOW = new long[2 * LARGEST_POWER + 1];

    static {
        for (int power = 0; power < EXACT.length; power++) {
            EXACT[power] = Double.parseDouble("1e" + power);
        }
        for (int power = -LARGEST_POWER; power <= LARGEST_POWER; power++) {
            BigInteger five = BigInteger.valueOf(5).pow(Math.abs(power));
            BigInteger ratio =
                    power < 0 ? BigInteger.ONE.shiftLeft(300 + five.bitLength()).divide(five) : five;
            BigInteger top = ratio.shiftLeft(300).shiftRight(ratio.bitLength() + 300 - 128);
            HIGH[power + LARGEST_POWER] = top.shiftRight(64).longValue();
            LOW[power + LARGEST_POWER] = top.longValue();
        }
    }

    private final byte[] text;
    private final byte separator;
    private int at;
    private int taken;

    /** {@code text} must hold a line break at the end, and {@link #SLACK} bytes behind it that are never looked into. */
    Decimals(byte[] text, int from, char separator) {
        this.text = text;
        this.at = from;
        this.separator = (byte) separator;
    }

    /** Where the next field begins, or the line break behind the last one. */
    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** Whether the line has no further field. */
    boolean lineEnds() {
        return text[at] == '\n' || text[at] == '\r';
    }

    /** How many numbers the last {@link #fill} took before its end, or before the field that is no number. */
    int taken() {
        return taken;
    }

    /**
     * Takes up to {@code count} numbers of the line; the position moves on behind the last one's separator, or stays on
     * the line break.
     *
     * @throws NumberFormatException with the field, if it is no number; the position does not move beyond it then
     */
    void fill(double[] target, int from, int count) {
        byte[] line = text; // in registers, as is all that the loop needs
        byte comma = separator;
        int here = at;
        int to = from + count;
        int next = from;
        while (next < to) {
            long word = (long) WORDS.get(line, here) ^ ZEROS;
            long marks = word & MARKS;
            long behind = marks & (marks - 1);
            int point = Long.numberOfTrailingZeros(marks) >>> 3;
            int end = Long.numberOfTrailingZeros(behind) >>> 3;
            if (end < 8
                    && line[here + end] == comma
                    && line[here + point] == '.'
                    && onlyDigits(word, marks, behind, end)) {
                // most fields: one look at eight bytes
                target[next++] = joined(word, point, end - 1) / EXACT[end - 1 - point];
                here += end + 1;
                continue;
            }
            at = here;
            taken = next - from;
            if (lineEnds()) {
                return;
            }
            target[next++] = longer();
            here = at;
        }
        taken = count;
        at = here;
    }

    private static long joined(long word, int point, int count) {
        long whole = (1L << 8 * point) - 1;
        return valueOf(word & whole | word >>> 8 & ~whole, count);
    }

    /** Whether the bytes before {@code end} are digits, all but one, and one of them at least. */
    private static boolean onlyDigits(long word, long marks, long behind, int end) {
        return end > 1 && ((others(word) ^ marks << 3) & (behind ^ behind - 1)) == 0;
    }

    private double longer() {
        long word = (long) WORDS.get(text, at) ^ ZEROS;
        long next = (long) WORDS.get(text, at + 8) ^ ZEROS;
        long marks = word & MARKS;
        int point = Long.numberOfTrailingZeros(marks) >>> 3;
        int more = digitsIn(next);
        if (others(word) == marks << 3
                && Long.bitCount(marks) == 1
                && text[at + point] == '.'
                && more < 8
                && text[at + 8 + more] == separator) { // 16 bytes are enough
            long digits = joined(word, point, 7) * TENS[more] + valueOf(next, more);
            at += 9 + more;
            return digits / EXACT[7 - point + more];
        }
        return general();
    }

    private double general() {
        boolean negative = text[at] == '-';
        int start = negative ? at + 1 : at;
        long digits = 0;
        int i = start;
        int run; // digits among the next eight bytes
        do {
            long word = (long) WORDS.get(text, i) ^ ZEROS;
            run = digitsIn(word);
            digits = digits * TENS[run] + valueOf(word, run);
            i += run;
        } while (run == 8);
        int count = i - start;
        int power = 0;
        if (text[i] == '.') {
            int point = ++i;
            do {
                long word = (long) WORDS.get(text, i) ^ ZEROS;
                run = digitsIn(word);
                digits = digits * TENS[run] + valueOf(word, run);
                i += run;
            } while (run == 8);
            power = point - i;
            count -= power;
        }
        if (count == 0 || count > 18 || !ends(text[i])) {
            return other();
        }
        double value = value(digits, power);
        if (Double.isNaN(value)) {
            return other();
        }
        moveBehind(i);
        return negative ? -value : value;
    }

    private boolean ends(byte character) {
        return character == separator || character == '\n';
    }

    private void moveBehind(int end) {
        at = text[end] == separator ? end + 1 : end;
    }

    /** The top bit of each of eight bytes, each a character less '0', that is no digit. */
    private static long others(long word) {
        return ((word + 0x7676767676767676L) | word) & 0x8080808080808080L;
    }

    /** How many of eight bytes, each a character less '0', are digits before the first that is none. */
    private static int digitsIn(long word) {
        return Long.numberOfTrailingZeros(others(word)) >>> 3;
    }

    /** The number that the first {@code run} of eight digits make: pairs, then fours, then eight at once. */
    private static long valueOf(long word, int run) {
        if (run == 0) {
            return 0;
        }
        long digits = word << (64 - 8 * run);
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (fours * 10000 + (fours >>> 32)) & 0xFFFFFFFFL;
    }

    /** Exponents, quotation marks, blanks, many digits, nothing. */
    private double other() {
        int end = at;
        while (text[end] != separator && text[end] != '\n') {
            end++;
        }
        String field = new String(text, at, end - at, StandardCharsets.ISO_8859_1).strip();
        if (field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")) {
            field = field.substring(1, field.length() - 1).strip();
        }
        double value = field.isEmpty() ? Double.NaN : number(field);
        at = text[end] == separator ? end + 1 : end;
        return value;
    }

    private static double number(String field) {
        char last = field.charAt(field.length() - 1);
        if (last != '.' && !Character.isDigit(last) || field.indexOf('x') >= 0) {
            throw new NumberFormatException(field); // parseDouble would take NaN, 1d and 0x1p3
        }
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw new NumberFormatException(field);
        }
    }

    /** digits · 10^power, or NaN if it cannot be decided here. */
    static double value(long digits, int power) {
        if (digits == 0) {
            return 0;
        }
        if (digits <= 1L << 53 && power >= -22 && power <= 22) {
            return power < 0 ? digits / EXACT[-power] : digits * EXACT[power];
        }
        return Math.abs(power) <= LARGEST_POWER ? product(digits, power) : Double.NaN;
    }

    private static double product(long digits, int power) {
        int shift = Long.numberOfLeadingZeros(digits);
        long w = digits << shift;
        long high = Math.unsignedMultiplyHigh(w, HIGH[power + LARGEST_POWER]);
        long low = w * HIGH[power + LARGEST_POWER];
        if ((high & 0x1FF) == 0x1FF && Long.compareUnsigned(low + w, low) < 0) {
            // The truncated tail of the power of five could carry: take its next 64 bits too.
            long carry = Math.unsignedMultiplyHigh(w, LOW[power + LARGEST_POWER]);
            long rest = w * LOW[power + LARGEST_POWER];
            long sum = low + carry;
            high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
            low = sum;
            if (low == -1 && (high & 0x1FF) == 0x1FF && Long.compareUnsigned(rest + w, rest) < 0) {
                return Double.NaN;
            }
        }
        return rounded(high, low, shift, power);
    }

    private static double rounded(long high, long low, int shift, int power) {
        int top = (int) (high >>> 63);
        long mantissa = high >>> (top + 9);
        if (low == 0 && (high & 0x1FF) == 0 && (mantissa & 3) == 1) {
            return Double.NaN; // may be exactly half way
        }
        long even = (mantissa + (mantissa & 1)) >>> 1;
        int exponent = ((217706 * power) >> 16) + 1024 + 63 - shift - (1 - top);
        if (even == 1L << 53) {
            even >>>= 1;
            exponent++;
        }
        return exponent < 1 || exponent > 2046
                ? Double.NaN
                : Double.longBitsToDouble((even & ~(1L << 52)) | (long) exponent << 52);
    }
}
