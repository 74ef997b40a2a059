package org.jiritsu.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A minilateral: a group that meets. It is not a set of agreements between each two of its members and never counts as one.
 *
 * @param members empty where a list was not found
 */
public record Group(
        String name,
        String kind,
        List<Member> members,
        Optional<TieDate> since,
        Optional<TieDate> ended,
        Evidence evidence,
        String source,
        String note) {

    /** Who belongs on that day. */
    public List<String> membersAt(LocalDate day) {
        boolean there = since.map(s -> !s.first().isAfter(day)).orElse(true)
                && ended.map(e -> e.first().isAfter(day)).orElse(true);
        return there
                ? members.stream().filter(m -> m.in(day)).map(Member::economy).toList()
                : List.of();
    }
}
