package org.jiritsu.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldCheck;
import org.jiritsu.world.WorldDiff;

/** Checks and comparisons of worlds as tables. */
final class WorldTables {
    private WorldTables() {}

    /** Every accounting identity with its worst residual. */
    static Table check(World world, List<WorldCheck.Finding> findings) {
        Table.Builder table = new Table.Builder(
                Table.Head.of(
                        Words.in(Language.EN),
                        List.of(world),
                        "",
                        "Accounting check of " + world.about().title(),
                        world.about().unit().english(),
                        "Each identity over all industries, compensated sums",
                        Map.of()),
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
    static Table diff(World a, World b, int cells) {
        WorldDiff diff = WorldDiff.of(a, b, cells);
        Table.Builder table = new Table.Builder(
                new Table.Head(
                        "%s against %s".formatted(a.id(), b.id()),
                        a.id() + " " + b.id(),
                        "",
                        a.about().unit().english(),
                        "Cells are compared where both worlds have the labels of row and column",
                        facts(diff),
                        List.of(a.about().source().english(), b.about().source().english()),
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
}
