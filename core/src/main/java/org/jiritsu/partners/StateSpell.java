package org.jiritsu.partners;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiritsu.base.Csv;

/** A spell during which a state belonged to the system of states. */
record StateSpell(int code, String economy, LocalDate from, Optional<LocalDate> until) {

    static List<StateSpell> read(Path file) {
        return Csv.read(file, List.of("ccode", "economy", "from", "until")).stream()
                .map(r -> new StateSpell(
                        r.whole("ccode"),
                        r.text("economy"),
                        LocalDate.parse(r.text("from")),
                        TieDate.of(r, "until").map(TieDate::first)))
                .toList();
    }

    boolean includes(LocalDate day) {
        return !from.isAfter(day) && until.map(u -> !u.isBefore(day)).orElse(true);
    }
}
