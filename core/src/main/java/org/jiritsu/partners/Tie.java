package org.jiritsu.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An agreement of one layer between two or more economies.
 *
 * @param layer its kind
 * @param book where it is written down
 * @param name of the agreement
 * @param members at least two; each pair of them is tied, unless there is a giver
 * @param giver who gives, where one gives to the others: only pairs with it are tied
 * @param signed when, if known
 * @param inForce since when, if it is or was in force
 * @param ended when, if it has
 * @param evidence whether the source was seen
 * @param source where it is said
 * @param note what a reader should know
 */
public record Tie(
        Layer layer,
        Book book,
        String name,
        List<Member> members,
        Optional<String> giver,
        Optional<TieDate> signed,
        Optional<TieDate> inForce,
        Optional<TieDate> ended,
        Evidence evidence,
        String source,
        String note) {

    /** How far it has come on that day, for the members that it had from the start. */
    public Status at(LocalDate day) {
        if (by(ended, day)) {
            return Status.ENDED;
        }
        if (by(inForce, day)) {
            return Status.IN_FORCE;
        }
        return by(signed, day) ? Status.SIGNED : Status.NOT_YET;
    }

    /** Whether it counts on that day. */
    public boolean counts(LocalDate day, Counting counting) {
        Status at = at(day);
        return at == Status.IN_FORCE || at == Status.SIGNED && counting == Counting.SIGNED;
    }

    /**
     * The members on that day who are tied to {@code economy} by it: an obligation of either side ties both.
     *
     * @return empty if the tie does not count then or the economy is not in it
     */
    public List<String> tiedTo(String economy, LocalDate day, Counting counting) {
        if (!concerns(economy) || !counts(day, counting)) {
            return List.of();
        }
        List<Member> home = members.stream()
                .filter(m -> m.economy().equals(economy) && m.in(day))
                .toList();
        return members.stream()
                .filter(m -> !m.economy().equals(economy) && m.in(day))
                .filter(m -> home.stream().anyMatch(h -> ties(h, m)))
                .map(Member::economy)
                .distinct()
                .toList();
    }

    /** Pairs of some economies that it ties on that day, each once; none if it does not count then. */
    List<Network.Edge> pairs(Set<String> among, LocalDate day, Counting counting) {
        if (!counts(day, counting)) {
            return List.of();
        }
        List<Member> there = members.stream()
                .filter(m -> among.contains(m.economy()) && m.in(day))
                .toList();
        List<Network.Edge> pairs = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            for (int j = i + 1; j < there.size(); j++) {
                if (ties(there.get(i), there.get(j))) {
                    pairs.add(new Network.Edge(
                            there.get(i).economy(), there.get(j).economy()));
                }
            }
        }
        return pairs;
    }

    private boolean ties(Member a, Member b) {
        return (a.bound() || b.bound())
                && giver.map(g -> g.equals(a.economy()) || g.equals(b.economy()))
                        .orElse(true);
    }

    /** Whether it obliges some of its members and not others: then a tie of two is one-sided in its book. */
    public boolean oneSided() {
        return members.stream().anyMatch(m -> !m.bound());
    }

    /** Whether it is or was ever a member. */
    public boolean concerns(String economy) {
        return members.stream().anyMatch(m -> m.economy().equals(economy));
    }

    private static boolean by(Optional<TieDate> date, LocalDate day) {
        return date.map(d -> !d.first().isAfter(day)).orElse(false);
    }
}
