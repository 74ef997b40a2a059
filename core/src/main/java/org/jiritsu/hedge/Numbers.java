package org.jiritsu.hedge;

import java.math.BigDecimal;

/** How numbers are written in keys and names. */
final class Numbers {
    private Numbers() {}

    /** The shortest decimal that is this double, without an exponent or needless zeros. */
    static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
