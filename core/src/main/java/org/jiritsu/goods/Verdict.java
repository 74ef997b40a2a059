package org.jiritsu.goods;

import java.util.List;
import java.util.Optional;

/**
 * What a rule set says of one good of one economy.
 *
 * @param tests each criterion with its value and distance, in the rule's order
 * @param thisYear whether all criteria hold in the year asked about
 * @param yearsMet in which years of the window they hold
 * @param yearsHeld how many years of the window are held at all
 * @param lasting whether they hold in as many years as the rule asks for; empty if years that are not held decide
 */
public record Verdict(
        RuleSet rules,
        List<Criterion.Test> tests,
        boolean thisYear,
        List<Integer> yearsMet,
        int yearsHeld,
        Optional<Boolean> lasting) {
    public Verdict {
        tests = List.copyOf(tests);
        yearsMet = List.copyOf(yearsMet);
    }

    /** Whether the good is flagged: by the years where they are known, else by the year asked about alone. */
    public boolean flagged() {
        return lasting.orElse(thisYear);
    }

    /** The criterion nearest to its threshold, relative to it: how little would change the verdict. */
    public Criterion.Test closest() {
        return tests.stream()
                .filter(t -> !t.always())
                .min((a, b) -> Double.compare(relative(a), relative(b)))
                .orElseThrow();
    }

    private static double relative(Criterion.Test test) {
        double threshold = test.criterion().threshold();
        return Math.abs(test.distance()) / (threshold > 0 ? threshold : 1);
    }
}
