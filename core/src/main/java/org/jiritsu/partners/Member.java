package org.jiritsu.partners;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An economy in a tie.
 *
 * @param economy ISO 3166 alpha-3; EU and NATO for an agreement with the organisation; COW and a number for a state that is
 *     gone
 * @param from when it joined, if later than the tie
 * @param until when it left, if before the tie ended
 * @param bound whether the tie obliges it: code books may give the obligation of one side only
 */
public record Member(String economy, Optional<TieDate> from, Optional<TieDate> until, boolean bound) {
    boolean in(LocalDate day) {
        return from.map(f -> !f.first().isAfter(day)).orElse(true)
                && until.map(u -> u.first().isAfter(day)).orElse(true);
    }
}
