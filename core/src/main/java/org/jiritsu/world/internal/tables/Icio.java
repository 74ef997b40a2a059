package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.World;

/**
 * OECD inter-country input-output tables as CSV: a row and a column {@code ECONOMY_SECTOR} an industry, final uses to the
 * right, taxes, value added and output below.
 */
final class Icio {
    private static final Pattern OUTPUT = Pattern.compile("OUT|OUTPUT|TOTAL");
    private static final Pattern PRIMARY = Pattern.compile("VA|VALU|TLS|TAXSUB|[A-Z0-9]{3}_(TAXSUB|TLS)");
    private static final Pattern PART = Pattern.compile("(CN|MX)[1-9]");
    private static final Map<String, String> WHOLE = Map.of("CN", "CHN", "MX", "MEX");

    /** The editions by the sectors that only they have, and the number of economies they were published with. */
    private enum Edition {
        E2021("97T98", 45, 67),
        E2023("A01_02", 45, 77),
        E2025("C302T309", 50, 81);

        private final String mark;
        private final int sectors;
        private final int economies;

        Edition(String mark, int sectors, int economies) {
            this.mark = mark;
            this.sectors = sectors;
            this.economies = economies;
        }

        static Optional<Edition> of(List<String> sectors) {
            return List.of(values()).stream()
                    .filter(e -> sectors.contains(e.mark))
                    .findFirst();
        }

        String year() {
            return name().substring(1);
        }
    }

    private Icio() {}

    /** Whether a header line and the first labels below are those of this layout. */
    static boolean fits(List<List<String>> head) {
        return head.size() > 1
                && head.getFirst().size() > 3
                && head.getFirst().getLast().matches("OUT|TOTAL|[A-Z]{3}_[A-Z0-9]+")
                && head.getFirst().get(1).matches("[A-Z][A-Z0-9]{2}_[A-Z0-9_]+")
                && head.get(1).getFirst().matches("[A-Z][A-Z0-9]{2}_[A-Z0-9_]+");
    }

    static World read(Source source, ImportOptions options, SourceNames names) {
        WideTable table = WideTable.read(source, new WideTable.Layout(',', 1, 1));
        List<Label> columns = new ArrayList<>();
        for (String name :
                table.header().getFirst().subList(1, table.header().getFirst().size())) {
            columns.add(OUTPUT.matcher(name).matches() ? Label.Margin.OUTPUT : Label.split(name, source.place()));
        }
        List<Label> rows = new ArrayList<>();
        for (WideTable.Row row : table.rows()) {
            rows.add(row(row.labels().getFirst(), "%s, line %d".formatted(source.place(), row.line())));
        }
        Set<String> merged = new TreeSet<>();
        Assembly assembly = new Assembly(source.place(), List.of(new Block(table, rows, columns)), economy -> {
            if (PART.matcher(economy).matches()) {
                merged.add(economy);
                return WHOLE.get(economy.substring(0, 2));
            }
            return economy;
        });
        List<String> notes = notes(assembly, merged, names);
        int year = Publication.year(options, source.name());
        return Worlds.of(assembly, publication(assembly), options, year, notes, names);
    }

    private static Label row(String name, String place) {
        if (OUTPUT.matcher(name).matches()) {
            return Label.Margin.OUTPUT;
        }
        return PRIMARY.matcher(name).matches() ? Label.Margin.PRIMARY_INPUT : Label.split(name, place);
    }

    private static List<String> notes(Assembly assembly, Set<String> merged, SourceNames names) {
        List<String> notes = new ArrayList<>();
        if (!merged.isEmpty()) {
            notes.add("The processing and other parts " + String.join(", ", merged)
                    + " of China and Mexico are merged into CHN and MEX.");
        }
        Edition.of(assembly.sectors())
                .ifPresentOrElse(
                        edition -> {
                            if (assembly.economies().size() != edition.economies
                                    || assembly.sectors().size() != edition.sectors) {
                                notes.add(
                                        "The table has %d economies and %d sectors; the %s edition was published with %d and %d."
                                                .formatted(
                                                        assembly.economies().size(),
                                                        assembly.sectors().size(),
                                                        edition.year(),
                                                        edition.economies,
                                                        edition.sectors));
                            }
                        },
                        () -> notes.add("The edition is not known: its sectors are none of the published lists."));
        Set<String> known = Set.of("HFCE", "NPISH", "NPS", "GGFC", "GFCF", "INVNT", "INV", "DPABR", "NONRES", "DIRP");
        Set<String> renamed = new LinkedHashSet<>(assembly.uses());
        renamed.removeAll(known);
        if (!renamed.isEmpty()) {
            notes.add("Final uses under other names than the published ones, kept as they are: "
                    + String.join(", ", renamed) + ".");
        }
        return notes;
    }

    private static Publication publication(Assembly assembly) {
        String edition =
                Edition.of(assembly.sectors()).map(e -> e.year() + " edition").orElse("unknown edition");
        return new Publication(
                "OECD inter-country input-output tables, " + edition,
                Unit.MILLION_USD,
                "OECD (" + Edition.of(assembly.sectors()).map(Edition::year).orElse("n.d.")
                        + "), OECD Inter-Country Input-Output Tables, http://oe.cd/icio",
                "OECD data: CC BY 4.0 since 2024, as the OECD states",
                "gross output minus intermediate purchases at basic prices: value added plus taxes less subsidies on "
                        + "products",
                List.of());
    }
}
