package org.jiritsu.questions.disrupt;

import java.time.LocalDate;
import java.util.Optional;
import org.jiritsu.answer.Words;

/** Days as they are told: with their dates, if dates were said. */
record Days(Words words, Optional<LocalDate> start) {
    String day(int day) {
        return start.map(date -> words.say("account.day.dated", "date", words.date(date.plusDays(day)), "day", day))
                .orElseGet(() -> words.say("account.day", "day", day));
    }

    /** For a cell; empty without dates. */
    String date(int day) {
        return start.map(date -> date.plusDays(day).toString()).orElse("");
    }
}
