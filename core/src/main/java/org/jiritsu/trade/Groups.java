package org.jiritsu.trade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        CsvFile.read(
                folder.resolve("economy-groups.csv"),
                "group,economy",
                record -> groups.economies
                        .computeIfAbsent(record.getField("group"), g -> new ArrayList<>())
                        .add(record.getField("economy")));
        Path file = folder.resolve("sector-groups.csv");
        CsvFile.read(
                file,
                "worlds,group,sector,coverage",
                record -> groups.sectors.add(new SectorLine(
                        record.getField("worlds"),
                        record.getField("group"),
                        new Part(record.getField("sector"), CsvFile.number(file, record, "coverage")))));
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
        return data.economy(name, economies.keySet());
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
        return economies.getOrDefault(group, List.of());
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
