package org.jiritsu.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is needed to make an answer again, and to believe it.
 *
 * @param worlds ids of the worlds that were asked, the one that answers most last
 * @param seed of every random draw, if any was made
 * @param checks the worst value of each check that the models made of themselves, by name, such as {@code residual}
 */
public record Provenance(List<String> worlds, OptionalLong seed, Map<String, Double> checks) {
    public Provenance {
        worlds = List.copyOf(worlds);
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /** Without draws or checks. */
    public static Provenance of(String... worlds) {
        return new Provenance(List.of(worlds), OptionalLong.empty(), Map.of());
    }

    public Provenance seeded(long seed) {
        return new Provenance(worlds, OptionalLong.of(seed), checks);
    }

    public Provenance checked(String name, double worst) {
        Map<String, Double> more = new LinkedHashMap<>(checks);
        more.merge(name, worst, Math::max);
        return new Provenance(worlds, seed, more);
    }
}
