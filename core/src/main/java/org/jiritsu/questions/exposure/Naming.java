package org.jiritsu.questions.exposure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.World;

/** Economies, sectors and titles of a world in words. */
record Naming(Words words, World world) {
    static final String REST = "ROW";

    String code(int economy) {
        return world.economies().get(economy).code();
    }

    String name(int economy) {
        return words.name(world.economies().get(economy));
    }

    /** In a sentence. */
    String the(int economy) {
        return words.the(world.economies().get(economy));
    }

    boolean isRest(int economy) {
        return code(economy).equals(REST);
    }

    String sectorCode(int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? "all"
                : world.sectors().get(sector).code();
    }

    String sectorName(int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? words.say("all.named")
                : words.name(world.sectors().get(sector));
    }

    String industry(int index) {
        return words.say(
                "industry",
                "economy",
                name(world.economyOf(index)),
                "sector",
                words.the(world.sectors().get(world.sectorOf(index))));
    }

    /** {@code all}, or codes. */
    String codes(List<Integer> homes) {
        return homes.size() == world.economyCount()
                ? "all"
                : homes.stream().map(this::code).collect(Collectors.joining(" "));
    }

    /** What a table of these homes shows. */
    String title(String what, List<Integer> homes) {
        String who = homes.size() == world.economyCount()
                ? words.say("title.everyone")
                : words.and(homes.stream().map(this::name).toList());
        return words.say("title." + what, "who", who, "year", world.about().year());
    }

    Table.Head head(List<World> worlds, String homes, String title, String method, Map<String, Object> facts) {
        return Table.Head.of(
                words,
                worlds,
                homes,
                title,
                words.say("unit.shares", "unit", words.data(world.about().unit())),
                words.say(method),
                facts);
    }

    /** "a, then b and c". */
    Optional<String> ranking(List<String> items) {
        return items.size() < 2
                ? items.stream().findFirst()
                : Optional.of(words.say(
                        "list.then", "first", items.getFirst(), "others", words.and(items.subList(1, items.size()))));
    }
}
