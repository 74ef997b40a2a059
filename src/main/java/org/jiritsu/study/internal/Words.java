package org.jiritsu.study.internal;

import java.util.List;
import java.util.Locale;
import org.jiritsu.world.Economy;

/** Figures and names as they stand in a plain sentence. */
final class Words {
    private Words() {}

    static String the(String economy) {
        return Economy.inSentence(economy);
    }

    /** A fraction in per cent: 0.0105 is "1.05%". */
    static String percent(double fraction) {
        return figure(100 * fraction) + "%";
    }

    /** Three significant digits, without an exponent. */
    static String figure(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Million USD in the unit a speaker would use. */
    static String dollars(double musd) {
        double size = Math.abs(musd);
        if (size >= 1e6) {
            return figure(musd / 1e6) + " trillion dollars";
        }
        return size >= 1e3 ? figure(musd / 1e3) + " billion dollars" : figure(musd) + " million dollars";
    }

    /** "a, b and c". */
    static String and(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }
}
