package org.jiritsu.trade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiritsu.base.Csv;
import org.jiritsu.world.EconomyGroup;

/** Names for several economies or sectors, and what a world's sectors hold of a group. */
public final class Groups {
    private final Map<String, List<String>> economies = new LinkedHashMap<>();
    private final List<SectorLine> sectors = new ArrayList<>();

    /**
     * A sector of a group.
     *
     * @param coverage which part of the sector the group means, in (0, 1]
     */
    record Part(String sector, double coverage) {}

    private record SectorLine(String worlds, String group, Part part) {}

    private Groups() {}

    /**
     * Reads {@code economy-groups.csv} and {@code sector-groups.csv} of a folder.
     *
     * @throws org.jiritsu.base.InputException naming file and line of what cannot be read
     */
    public static Groups read(Path folder) {
        Groups groups = new Groups();
        Csv.forEach(
                folder.resolve("economy-groups.csv"),
                List.of("group", "economy"),
                List.of(),
                record -> groups.economies
                        .computeIfAbsent(record.text("group"), g -> new ArrayList<>())
                        .add(record.text("economy")));
        Path file = folder.resolve("sector-groups.csv");
        Csv.forEach(
                file,
                List.of("worlds", "group", "sector", "coverage"),
                List.of(),
                record -> groups.sectors.add(new SectorLine(
                        record.text("worlds"),
                        record.text("group"),
                        new Part(record.text("sector"), record.number("coverage")))));
        return groups;
    }

    /** No groups: every name must be the world's own. */
    public static Groups none() {
        return new Groups();
    }

    /**
     * The sectors that a name means in a world: a group's, whatever part of them it covers, or the one of that code or
     * name.
     *
     * @throws org.jiritsu.base.InputException if there is neither
     */
    public List<Integer> sectorsOf(TradeData data, String name) {
        List<Part> parts = sectors(data.id(), name);
        return parts.isEmpty()
                ? List.of(sector(data, name))
                : parts.stream().map(part -> data.sector(part.sector())).toList();
    }

    /**
     * The economies that a name means in a world: those of a group that the world lists, or the one of that code or
     * name.
     *
     * @throws org.jiritsu.base.InputException if there is neither
     */
    public List<Integer> economiesOf(TradeData data, String name) {
        List<String> listed = data.economies().stream().map(e -> e.code()).toList();
        List<Integer> members = economies(name).stream()
                .filter(listed::contains)
                .map(listed::indexOf)
                .toList();
        return members.isEmpty() ? List.of(economy(data, name)) : members;
    }

    /** The economy of that code or name; one that is unknown is held against the groups too. */
    int economy(TradeData data, String name) {
        Set<String> groups = new TreeSet<>(economies.keySet());
        EconomyGroup.all().forEach(group -> groups.add(group.code()));
        return data.economy(name, groups);
    }

    /** The sector of that code or name; one that is unknown is held against the groups too. */
    int sector(TradeData data, String name) {
        return data.sector(
                name,
                sectors.stream()
                        .filter(line -> fits(data.id(), line.worlds()))
                        .map(SectorLine::group)
                        .toList());
    }

    /** The members of a group of economies; empty if there is no such group. */
    List<String> economies(String group) {
        return economies.getOrDefault(
                group, EconomyGroup.find(group).map(EconomyGroup::members).orElse(List.of()));
    }

    /** The sectors of a group in a world; empty if there is no such group there. */
    List<Part> sectors(String world, String group) {
        return sectors.stream()
                .filter(line -> line.group().equals(group) && fits(world, line.worlds()))
                .map(SectorLine::part)
                .toList();
    }

    /** Whether a world's id is one of the patterns apart by blanks; {@code *} stands for anything. */
    static boolean fits(String world, String patterns) {
        for (String pattern : patterns.strip().split("\\s+")) {
            if (world.matches(pattern.replace(".", "\\.").replace("*", ".*"))) {
                return true;
            }
        }
        return false;
    }
}
