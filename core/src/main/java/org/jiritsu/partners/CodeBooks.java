package org.jiritsu.partners;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiritsu.base.Csv;
import org.jiritsu.base.Csv.Row;

/** Reads the two code books of alliances, in their own columns. */
final class CodeBooks {
    private static final String ATOP_SOURCE =
            "ATOP 5.1: Leeds, Ritter, Mitchell and Long (2002), International Interactions 28";
    private static final String COW_SOURCE =
            "COW formal alliances 4.1: Gibler (2009), International Military Alliances";

    private CodeBooks() {}

    /** One tie for each alliance and kind of obligation; rows are members. */
    static List<Tie> atop(Path file, List<StateSpell> states) {
        Map<Integer, String> economy = economies(states);
        Map<Integer, List<Row>> alliances = new TreeMap<>();
        for (Row row : Csv.read(file, List.of("atopid", "member", "yrent", "defense", "nonagg", "consul"))) {
            alliances
                    .computeIfAbsent(row.whole("atopid"), k -> new ArrayList<>())
                    .add(row);
        }
        List<Tie> ties = new ArrayList<>();
        alliances.forEach((id, rows) -> {
            for (Layer layer : List.of(Layer.DEFENCE, Layer.NON_AGGRESSION, Layer.CONSULTATION)) {
                List<Member> members = new ArrayList<>();
                for (Row row : rows) {
                    boolean bound = switch (layer) {
                        case DEFENCE -> row.flag("defense");
                        case NON_AGGRESSION -> row.flag("nonagg") || row.flag("neutral");
                        default -> row.flag("consul");
                    };
                    members.add(new Member(
                            economy.getOrDefault(row.whole("member"), "COW" + row.whole("member")),
                            Optional.of(TieDate.of(day(row, "yrent", "moent", "dayent"))),
                            row.whole("yrexit") == 0
                                    ? Optional.empty()
                                    : Optional.of(TieDate.of(day(row, "yrexit", "moexit", "dayexit"))),
                            bound));
                }
                add(ties, layer, Book.ATOP, "ATOP " + id, members, ATOP_SOURCE);
            }
        });
        return ties;
    }

    /** One tie for each alliance, pair, spell and kind of obligation; rows are directed pairs. */
    static List<Tie> cow(Path file, List<StateSpell> states) {
        Map<Integer, String> economy = economies(states);
        Map<String, EnumMap<Layer, List<Member>>> pacts = new TreeMap<>();
        for (Row row : Csv.read(file, List.of("version4id", "ccode1", "ccode2", "dyad_st_year", "defense"))) {
            int from = row.whole("ccode1");
            int to = row.whole("ccode2");
            LocalDate start = day(row, "dyad_st_year", "dyad_st_month", "dyad_st_day");
            Optional<TieDate> end = row.text("dyad_end_year").isEmpty()
                    ? Optional.empty()
                    : Optional.of(TieDate.of(day(row, "dyad_end_year", "dyad_end_month", "dyad_end_day")));
            String pact =
                    "%s %d-%d %s".formatted(row.text("version4id"), Math.min(from, to), Math.max(from, to), start);
            EnumMap<Layer, List<Member>> layers = pacts.computeIfAbsent(pact, k -> new EnumMap<>(Layer.class));
            Map<Layer, Boolean> bound = Map.of(
                    Layer.DEFENCE, row.flag("defense"),
                    Layer.NON_AGGRESSION, row.flag("neutrality") || row.flag("nonaggression"),
                    Layer.CONSULTATION, row.flag("entente"));
            bound.forEach((layer, is) -> layers.computeIfAbsent(layer, k -> new ArrayList<>())
                    .add(new Member(
                            economy.getOrDefault(from, "COW" + from), Optional.of(TieDate.of(start)), end, is)));
        }
        List<Tie> ties = new ArrayList<>();
        pacts.forEach((name, layers) ->
                layers.forEach((layer, members) -> add(ties, layer, Book.COW, "COW " + name, members, COW_SOURCE)));
        return ties;
    }

    private static void add(List<Tie> ties, Layer layer, Book book, String name, List<Member> members, String source) {
        if (members.stream().noneMatch(Member::bound)) {
            return;
        }
        Optional<TieDate> start =
                members.stream().flatMap(m -> m.from().stream()).min(TieDate::compareTo);
        boolean over = members.stream().allMatch(m -> m.until().isPresent());
        Optional<TieDate> end =
                over ? members.stream().flatMap(m -> m.until().stream()).max(TieDate::compareTo) : Optional.empty();
        ties.add(new Tie(
                layer,
                book,
                name,
                List.copyOf(members),
                Optional.empty(),
                start,
                start,
                end,
                Evidence.SEEN,
                source,
                ""));
    }

    /** Unknown months and days are written 0 or left out: the first is taken. */
    private static LocalDate day(Row row, String year, String month, String day) {
        return LocalDate.of(row.whole(year), Math.max(1, part(row, month)), Math.max(1, part(row, day)));
    }

    private static int part(Row row, String column) {
        return row.text(column).isEmpty() ? 1 : row.whole(column);
    }

    private static Map<Integer, String> economies(List<StateSpell> states) {
        Map<Integer, String> economies = new HashMap<>();
        states.forEach(s -> economies.put(s.code(), s.economy()));
        return economies;
    }
}
