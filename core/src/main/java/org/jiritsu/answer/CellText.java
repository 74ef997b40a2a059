package org.jiritsu.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A cell as a person reads it, in its field's unit. */
public final class CellText {
    private CellText() {}

    public static String cell(Field field, Object value) {
        if (!(value instanceof Number number)) {
            return value.toString();
        }
        double d = number.doubleValue();
        if (Double.isNaN(d)) {
            return "–";
        }
        return switch (field.kind()) {
            case TEXT, COUNT -> String.format(Locale.ROOT, "%d", number.longValue());
            case SHARE -> String.format(Locale.ROOT, "%.2f", 100 * d);
            case PERCENT -> String.format(Locale.ROOT, "%.2f", d);
            case POINTS -> String.format(Locale.ROOT, "%+.2f", d);
            case MUSD, TONNES -> String.format(Locale.ROOT, Math.abs(d) < 100 ? "%,.1f" : "%,.0f", d);
            case USD, KM -> String.format(Locale.ROOT, "%,.0f", d);
            case INDEX -> String.format(Locale.ROOT, "%.3f", d);
            case RATIO -> String.format(Locale.ROOT, "%.2f", d);
            case DAYS -> String.format(Locale.ROOT, d == Math.rint(d) ? "%.0f" : "%.2f", d);
        };
    }

    /** A figure without a field: six significant digits, no exponent, no idle zeros. */
    public static String plain(double value) {
        if (value != 0 && Math.abs(value) < 1e-6) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
