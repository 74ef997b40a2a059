package org.jiritsu.questions.disrupt;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jiritsu.ask.Type;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;

/** When something begins or ends: a day counted from 0, or a date. */
sealed interface Moment {
    Type<Moment> TYPE = new Type<>(
            Type.Kind.TEXT,
            java.util.List.of(),
            Moment.class,
            Moment::of,
            "a day such as 10, or a date such as 2026-04-01");

    record Day(int number) implements Moment {}

    record Date(LocalDate date) implements Moment {}

    /** @throws InputException if it is neither */
    static Moment of(String text) {
        String plain = text.strip();
        return plain.indexOf('-', 1) > 0
                ? new Date(date(plain))
                : new Day(
                        Types.whole(Integer.MIN_VALUE, Integer.MAX_VALUE).read().apply(plain));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw InputException.use(
                    "This is not a date",
                    "a date such as 2026-04-01, or a day from 0",
                    text,
                    "the month or the day does not exist, or they are swapped.");
        }
    }
}
