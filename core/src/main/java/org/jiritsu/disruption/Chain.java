package org.jiritsu.disruption;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiritsu.world.Industry;

/**
 * Why an industry fell, followed back from supplier to supplier: each lacked the input that the next should have sent.
 * The last link is where the chain begins: a cut link, lost capacity, missing orders, or a supplier who had not yet
 * fallen below the level.
 */
public record Chain(List<DisruptionRun.Fall> falls) {
    private static final int LONGEST = 8;

    public Chain {
        falls = List.copyOf(falls);
    }

    /** The chain behind an industry's first fall; empty if it never fell. */
    public static Chain behind(DisruptionRun outcome, Industry industry) {
        List<DisruptionRun.Fall> links = new ArrayList<>();
        Set<Industry> seen = new HashSet<>();
        Optional<DisruptionRun.Fall> next = outcome.fall(industry);
        while (next.isPresent() && seen.add(next.get().industry()) && links.size() < LONGEST) {
            DisruptionRun.Fall fall = next.get();
            links.add(fall);
            next = fall.supplier()
                    .filter(supplier -> !supplier.linkCut())
                    .flatMap(supplier -> outcome.fall(supplier.industry()))
                    .filter(earlier -> earlier.day() <= fall.day());
        }
        return new Chain(links);
    }
}
