package org.jiritsu.questions.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.EconomyGroup;
import org.jiritsu.world.World;

/**
 * With whom an agreement might be signed.
 *
 * @param code as it was asked for, such as KOR, EU27 or EU27+GBR
 * @param parts economies and groups in it, with their names
 * @param members codes of the economies in it, those of home's side left out
 */
record Candidate(String code, List<Economy> parts, List<String> members) {
    private static final String UNION = "EU27";
    private static final String REST = "ROW";

    /**
     * Reads economies and groups joined by +. A member of the customs union stands for all of it: it cannot sign alone.
     *
     * @throws InputException if one is not known in the world, or nobody is left
     */
    static Candidate of(World world, String text, List<String> side) {
        List<Economy> parts = new ArrayList<>();
        Set<String> members = new LinkedHashSet<>();
        for (String each : text.split("\\+", -1)) {
            Economy part = part(world, each.strip());
            parts.add(part);
            members.addAll(members(world, part));
        }
        members.removeAll(side);
        if (members.isEmpty()) {
            throw InputException.use(
                    "A tie to oneself",
                    "an economy beyond " + String.join(", ", side),
                    text,
                    "leave it out: what is on home's side already signs with home.");
        }
        List<Economy> each = parts.stream().distinct().toList();
        return new Candidate(String.join("+", each.stream().map(Economy::code).toList()), each, List.copyOf(members));
    }

    private static Economy part(World world, String text) {
        EconomyGroup group = EconomyGroup.find(text).orElse(null);
        if (group == null) {
            Economy economy = world.economies().get(world.economy(text));
            return inUnion(world, economy.code()) ? union() : economy;
        }
        if (group.in(world).isEmpty()) {
            throw InputException.use(
                    "World " + world.id() + " lists no member of " + group.code(),
                    "some of " + String.join(", ", group.members()),
                    text,
                    "another world does: 'jiritsu worlds' lists them.");
        }
        return new Economy(group.code(), group.names().getFirst());
    }

    private static Economy union() {
        EconomyGroup group = EconomyGroup.find(UNION).orElseThrow();
        return new Economy(group.code(), group.names().getFirst());
    }

    /** Whether it is in the customs union now, with others whom the world lists. */
    private static boolean inUnion(World world, String code) {
        List<String> union = EconomyGroup.find(UNION).orElseThrow().in(world);
        return union.size() > 1 && union.contains(code);
    }

    private static List<String> members(World world, Economy part) {
        return EconomyGroup.find(part.code()).map(group -> group.in(world)).orElse(List.of(part.code()));
    }

    /** Home and who signs with it: its customs union, and the group that is named. */
    static List<String> side(World world, String home, List<String> group) {
        Set<String> side = new LinkedHashSet<>(List.of(home));
        side.addAll(
                inUnion(world, home) ? EconomyGroup.find(UNION).orElseThrow().in(world) : List.of());
        side.addAll(group);
        return List.copyOf(side);
    }

    /** Everybody with whom home might sign: each economy, and the customs union as one. */
    static List<Candidate> all(World world, List<String> side) {
        return world.economies().stream()
                .filter(e -> !side.contains(e.code()) && !e.code().equals(REST))
                .map(e -> of(world, e.code(), side))
                .distinct()
                .toList();
    }
}
