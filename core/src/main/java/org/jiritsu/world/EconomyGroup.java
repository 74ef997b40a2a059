package org.jiritsu.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.jiritsu.base.Sayings;

/**
 * A group of economies of the bundled list, such as EU27, ASEAN or G7.
 *
 * @param code in capitals
 * @param names the usual one first
 * @param members ISO 3166 alpha-3 codes, sorted
 * @param when these were its members
 * @param source where they are listed
 */
public record EconomyGroup(String code, List<String> names, List<String> members, String when, String source) {
    private static final Sayings SAYINGS = new Sayings(EconomyGroup.class);

    public EconomyGroup {
        names = List.copyOf(names);
        members = List.copyOf(members);
    }

    /** The bundled list. */
    public static List<EconomyGroup> all() {
        List<EconomyGroup> groups = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(EconomyGroup.class.getResourceAsStream("economy-groups.csv"))) {
            Csv.forEach(
                    "economy-groups.csv",
                    in,
                    List.of("code", "names", "members", "when", "source"),
                    List.of(),
                    row -> groups.add(new EconomyGroup(
                            row.filled("code"),
                            List.of(row.filled("names").split(";")),
                            List.of(row.filled("members").split(" ")),
                            row.filled("when"),
                            row.filled("source"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups;
    }

    /** The group of that code or name, whatever its case. */
    public static Optional<EconomyGroup> find(String text) {
        String wanted = text.strip();
        return all().stream()
                .filter(g -> g.code.equalsIgnoreCase(wanted)
                        || g.names.stream().anyMatch(name -> name.equalsIgnoreCase(wanted)))
                .findFirst();
    }

    /** Those of its members that a world lists. */
    public List<String> in(World world) {
        List<String> listed = world.economies().stream().map(Economy::code).toList();
        return members.stream().filter(listed::contains).toList();
    }

    /**
     * The world with the group as one economy of its code, joined before any model is asked; trade among its members is
     * then domestic.
     *
     * @param id the name of that world
     * @throws InputException if the world lists none of its members
     */
    public World joinedIn(World world, String id) {
        List<String> here = in(world);
        if (here.isEmpty()) {
            throw InputException.use(
                    "World %s lists no member of %s".formatted(world.id(), code),
                    "some of " + String.join(", ", members),
                    "economies such as " + world.economies().getFirst().code(),
                    "another world does: 'jiritsu worlds' lists them.");
        }
        Map<String, String> to = new LinkedHashMap<>();
        here.forEach(member -> to.put(member, code));
        Aggregation.Mapping mapping =
                new Aggregation.Mapping(to, Optional.of(Aggregation.Mapping.SAME), Map.of(code, names.getFirst()));
        return new Aggregation(mapping, Aggregation.Mapping.IDENTITY)
                .apply(world, id)
                .noted(List.of(note(here)));
    }

    private Said note(List<String> here) {
        List<String> left = members.stream().filter(m -> !here.contains(m)).toList();
        return left.isEmpty()
                ? SAYINGS.say("group.note", code, when, here.size())
                : SAYINGS.say("group.note.without", code, when, here.size(), String.join(", ", left));
    }
}
