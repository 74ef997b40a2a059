package org.jiritsu.partners;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.Csv;
import org.jspecify.annotations.Nullable;

/**
 * A date as exact as its source: 2022-01-06, 2007-08, 2013 or FY2023 (from April, as in Japan).
 *
 * @param written as the source has it
 * @param first day that it may be: from then on it counts
 */
public record TieDate(String written, LocalDate first) implements Comparable<TieDate> {
    private static final Pattern FORM = Pattern.compile("(FY)?(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
    private static final int FISCAL_MONTH = 4;

    /** The date that is written, none if it is none. */
    public static Optional<TieDate> parse(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches() || form.group(1) != null && form.group(3) != null) {
            return Optional.empty();
        }
        int month = form.group(1) != null ? FISCAL_MONTH : number(form.group(3));
        try {
            return Optional.of(
                    new TieDate(written, LocalDate.of(Integer.parseInt(form.group(2)), month, number(form.group(4)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The date in a cell; none where the cell is empty. */
    static Optional<TieDate> of(Csv.Row row, String column) {
        return of(row, column, row.text(column));
    }

    /** The date in a part of a cell; none where the part is empty. */
    static Optional<TieDate> of(Csv.Row row, String column, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<TieDate> date = parse(text);
        if (date.isEmpty()) {
            throw row.wrong(
                    column,
                    "a date as 2022-01-06, 2022-01, 2022 or FY2022",
                    "day and month are swapped: the year comes first.");
        }
        return date;
    }

    static TieDate of(LocalDate day) {
        return new TieDate(day.toString(), day);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(TieDate other) {
        return first.compareTo(other.first);
    }

    @Override
    public String toString() {
        return written;
    }
}
