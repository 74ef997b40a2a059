package org.jiritsu.study.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One colour a name throughout the report, and never the same twice in one picture while colours last. */
final class ReportColours {
    static final int COUNT = 8;

    private final Map<String, Integer> known = new HashMap<>();

    /** Colours 1 to {@link #COUNT} for the names of one picture, in their order. */
    List<Integer> of(List<String> names) {
        Set<Integer> here = names.stream()
                .filter(known::containsKey)
                .map(known::get)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : names) {
            here.add(known.computeIfAbsent(name, n -> leastUsed(here)));
        }
        return names.stream().map(known::get).toList();
    }

    private int leastUsed(Set<Integer> here) {
        Map<Integer, Long> uses =
                known.values().stream().collect(Collectors.groupingBy(colour -> colour, Collectors.counting()));
        return IntStream.rangeClosed(1, COUNT)
                .boxed()
                .min((a, b) -> here.contains(a) != here.contains(b)
                        ? Boolean.compare(here.contains(a), here.contains(b))
                        : Long.compare(uses.getOrDefault(a, 0L), uses.getOrDefault(b, 0L)))
                .orElseThrow();
    }
}
