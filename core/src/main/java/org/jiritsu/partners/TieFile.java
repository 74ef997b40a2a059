package org.jiritsu.partners;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiritsu.base.Csv;
import org.jiritsu.base.Csv.Row;
import org.jiritsu.base.NearestWord;

/** Reads ties and groups from CSV: those that come with the program, and a person's own. */
final class TieFile {
    private static final List<String> COLUMNS = List.of("layer", "name", "members", "signed", "in_force");

    /** Codes that a member may have; empty when the file itself says what there is. */
    private final Collection<String> known;

    private TieFile(Collection<String> known) {
        this.known = known;
    }

    static TieFile bundled() {
        return new TieFile(Set.of());
    }

    static TieFile own(Collection<String> known) {
        return new TieFile(known);
    }

    List<Tie> ties(Path file, Book book) {
        return Csv.read(file, COLUMNS).stream().map(row -> tie(row, book)).toList();
    }

    List<Group> groups(Path file) {
        List<Group> groups = new ArrayList<>();
        for (Row row : Csv.read(file, List.of("group", "kind", "members", "since"))) {
            groups.add(new Group(
                    row.text("group"),
                    row.text("kind"),
                    members(row),
                    TieDate.of(row, "since"),
                    TieDate.of(row, "ended"),
                    Evidence.of(row),
                    row.text("source"),
                    row.text("note")));
        }
        return groups;
    }

    private Tie tie(Row row, Book book) {
        String key = row.oneOf("layer", Layer.keys());
        List<Member> members = members(row);
        if (members.size() < 2) {
            throw row.wrong("members", "two or more codes with ';' between them", "they are parted by another sign.");
        }
        return new Tie(
                Layer.values()[Layer.keys().indexOf(key)],
                book,
                row.text("name"),
                members,
                giver(row, members),
                TieDate.of(row, "signed"),
                later(row, "in_force", TieDate.of(row, "signed")),
                later(row, "ended", TieDate.of(row, "in_force").or(() -> TieDate.of(row, "signed"))),
                Evidence.of(row),
                row.text("source"),
                row.text("note"));
    }

    private static Optional<String> giver(Row row, List<Member> members) {
        String giver = row.text("giver");
        if (giver.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = members.stream().map(Member::economy).toList();
        return Optional.of(row.oneOf("giver", codes));
    }

    private static Optional<TieDate> later(Row row, String column, Optional<TieDate> start) {
        Optional<TieDate> date = TieDate.of(row, column);
        if (date.isPresent()
                && start.isPresent()
                && date.get().first().isBefore(start.get().first())) {
            throw row.wrong(column, "a day not before " + start.get(), "the two dates are swapped.");
        }
        return date;
    }

    private List<Member> members(Row row) {
        List<Member> members = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : row.text("members").split(";")) {
            if (!part.isBlank()) {
                Member member = member(row, part.strip());
                if (!seen.add(member.economy())) {
                    throw row.wrong(
                            "members",
                            "each economy once: nobody has a tie to itself",
                            "another code than " + member.economy() + " is meant.");
                }
                members.add(member);
            }
        }
        return members;
    }

    /** {@code GBR}, {@code GBR@2024-12-15} or {@code GBR@1973-01-01..2020-12-31}; either date may be left out. */
    private Member member(Row row, String part) {
        String[] codeAndSpell = part.split("@", 2);
        String code = codeAndSpell[0];
        if (!known.isEmpty() && !known.contains(code)) {
            throw row.wrong(
                    "members",
                    "codes of economies such as JPN;AUS",
                    NearestWord.of(code, known)
                            .map(near -> "%s is meant where it says %s.".formatted(near, code))
                            .orElse("ISO codes of three letters will do, as JPN;AUS."));
        }
        String[] spell = (codeAndSpell.length > 1 ? codeAndSpell[1] : "").split("\\.\\.", 2);
        return new Member(
                code,
                TieDate.of(row, "members", spell[0]),
                TieDate.of(row, "members", spell.length > 1 ? spell[1] : ""),
                true);
    }
}
