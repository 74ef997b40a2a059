package org.jiritsu.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.world.About;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldCheck;
import org.jiritsu.world.WorldDiff;
import org.jiritsu.world.WorldStore;

/** What is known of worlds, as tables. */
public final class WorldTables {
    private WorldTables() {}

    /** Every world at hand. */
    public static Table list(Analysis analysis) {
        WorldStore store = analysis.store();
        Words words = analysis.words();
        Table.Builder table = new Table.Builder(
                new Table.Head(
                        words.say("worlds.title"),
                        "all",
                        "",
                        "",
                        words.say("worlds.method"),
                        Map.of(),
                        List.of(),
                        store.damaged().stream().map(WorldTables::oneLine).toList(),
                        words),
                "id",
                "year",
                "economies",
                "sectors",
                "origin",
                "title",
                "unit",
                "source",
                "licence");
        for (WorldStore.Entry entry : store.list()) {
            About about = entry.about();
            table.row(
                    about.id(),
                    about.year(),
                    entry.economies(),
                    entry.sectors(),
                    words.say(entry.bundled() ? "worlds.bundled" : "worlds.own"),
                    about.title(),
                    about.unit(),
                    about.source(),
                    about.licence());
        }
        return table.build();
    }

    private static String oneLine(InputException damaged) {
        return damaged.getMessage().replaceAll("\n\\s*", "; ").replaceAll("\\s+", " ") + " Or remove the file.";
    }

    /** The codes of one world: economies, sectors, final uses. */
    public static Table codes(Analysis analysis, String id) {
        World world = analysis.world(id);
        Words words = analysis.words();
        Table.Builder table = new Table.Builder(
                head(world, world.about().title(), words.say("worlds.codes"), words), "kind", "code", "name");
        world.economies().forEach(e -> table.row(words.say("worlds.economy"), e.code(), words.name(e)));
        world.sectors()
                .forEach(s -> table.row(
                        words.say("worlds.sector"),
                        s.code(),
                        s.classification().isEmpty()
                                ? words.name(s)
                                : words.say("item", "name", words.name(s), "value", s.classification())));
        world.finalUses().forEach(u -> table.row(words.say("worlds.finaluse"), u.code(), u.name()));
        return table.build();
    }

    /** Every accounting identity with its worst residual. */
    public static Table check(World world, List<WorldCheck.Finding> findings) {
        Table.Builder table = new Table.Builder(
                head(
                        world,
                        "Accounting check of " + world.about().title(),
                        "Each identity over all industries, compensated sums",
                        Words.in(Language.EN)),
                "check",
                "verdict",
                "worst",
                "tolerance",
                "unit",
                "where",
                "meaning");
        for (WorldCheck.Finding finding : findings) {
            table.row(
                    finding.check(),
                    finding.informs() ? "note" : finding.holds() ? "holds" : "BROKEN",
                    finding.worst(),
                    finding.informs() ? Double.NaN : finding.tolerance(),
                    finding.unit(),
                    finding.where(),
                    finding.meaning());
        }
        return table.build();
    }

    /** Codes that only one has, totals, and the cells that differ most. */
    public static Table diff(World a, World b, int cells) {
        WorldDiff diff = WorldDiff.of(a, b, cells);
        Table.Builder table = new Table.Builder(
                new Table.Head(
                        "%s against %s".formatted(a.id(), b.id()),
                        a.id() + " " + b.id(),
                        "",
                        a.about().unit(),
                        "Cells are compared where both worlds have the labels of row and column",
                        facts(diff),
                        List.of(a.about().source(), b.about().source()),
                        List.of(),
                        Words.in(Language.EN)),
                "kind",
                "from",
                "to",
                "value_a",
                "value_b",
                "difference");
        diff.labels()
                .forEach(l -> table.row(
                        l.kind() + " only in " + l.onlyIn(), l.code(), "", Double.NaN, Double.NaN, Double.NaN));
        total(
                table,
                "intermediate",
                diff.totalsA().intermediate(),
                diff.totalsB().intermediate());
        total(
                table,
                "final demand",
                diff.totalsA().finalDemand(),
                diff.totalsB().finalDemand());
        total(table, "output", diff.totalsA().output(), diff.totalsB().output());
        total(table, "value added", diff.totalsA().valueAdded(), diff.totalsB().valueAdded());
        diff.worst().forEach(c -> table.row("cell", c.from(), c.to(), c.a(), c.b(), c.difference()));
        return table.build();
    }

    private static Map<String, Object> facts(WorldDiff diff) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("same", diff.same());
        facts.put("cells_compared", diff.cellsCompared());
        facts.put("cells_differing", diff.cellsDiffering());
        return facts;
    }

    private static void total(Table.Builder table, String what, double a, double b) {
        table.row("total", what, "", a, b, b - a);
    }

    private static Table.Head head(World world, String title, String method, Words words) {
        return new Table.Head(
                title,
                world.id(),
                "",
                world.about().unit(),
                method,
                Map.of(),
                List.of(ExposureTables.sourceLine(world)),
                world.about().notes(),
                words);
    }
}
