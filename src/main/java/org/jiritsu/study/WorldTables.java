package org.jiritsu.study;

import java.util.List;
import java.util.Map;
import org.jiritsu.world.About;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldCheck;
import org.jiritsu.world.WorldStore;

/** What is known of worlds, as tables. */
public final class WorldTables {
    private WorldTables() {}

    /** Every world at hand. */
    public static Table list(WorldStore store) {
        Table.Builder table = new Table.Builder(
                new Table.Head("Worlds at hand", "all", "", "", "'jiritsu worlds ID' lists the codes of one",
                        Map.of(), List.of(), List.of()),
                "id", "year", "economies", "sectors", "origin", "title", "unit", "source", "licence");
        for (WorldStore.Entry entry : store.list()) {
            About about = entry.about();
            table.row(about.id(), about.year(), entry.economies(), entry.sectors(),
                    entry.bundled() ? "bundled" : "own", about.title(), about.unit(), about.source(), about.licence());
        }
        return table.build();
    }

    /** The codes of one world: economies, sectors, final uses. */
    public static Table codes(World world) {
        Table.Builder table = new Table.Builder(head(world, world.about().title(), "Codes to use in commands"),
                "kind", "code", "name");
        world.economies().forEach(e -> table.row("economy", e.code(), e.name()));
        world.sectors().forEach(s -> table.row("sector", s.code(),
                s.classification().isEmpty() ? s.name() : s.name() + " (" + s.classification() + ")"));
        world.finalUses().forEach(u -> table.row("final use", u.code(), u.name()));
        return table.build();
    }

    /** Every accounting identity with its worst residual. */
    public static Table check(World world, List<WorldCheck.Finding> findings) {
        Table.Builder table = new Table.Builder(head(world, "Accounting check of " + world.about().title(),
                "Each identity over all industries, compensated sums"),
                "check", "verdict", "worst", "tolerance", "unit", "where", "meaning");
        for (WorldCheck.Finding finding : findings) {
            table.row(finding.check(),
                    finding.informs() ? "note" : finding.holds() ? "holds" : "BROKEN",
                    finding.worst(),
                    finding.informs() ? Double.NaN : finding.tolerance(),
                    finding.unit(), finding.where(), finding.meaning());
        }
        return table.build();
    }

    private static Table.Head head(World world, String title, String method) {
        return new Table.Head(title, world.id(), "", world.about().unit(), method, Map.of(),
                List.of(world.about().source() + ". Licence: " + world.about().licence()),
                java.util.stream.Stream.concat(java.util.stream.Stream.of("Value added: " + world.about().valueAdded()),
                        world.about().notes().stream()).toList());
    }
}
