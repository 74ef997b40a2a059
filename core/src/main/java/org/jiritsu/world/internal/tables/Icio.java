package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * OECD inter-country input-output tables as CSV: a row and a column {@code ECONOMY_SECTOR} an industry, final uses to the
 * right, taxes, value added and output below.
 */
final class Icio {
    private static final Pattern OUTPUT = Pattern.compile("OUT|OUTPUT|TOTAL");
    private static final Pattern PRIMARY = Pattern.compile("VA|VALU|TLS|TAXSUB|[A-Z0-9]{3}_(TAXSUB|TLS)");
    private static final Pattern PART = Pattern.compile("(CN|MX)[1-9]");
    private static final Pattern LATER_PART = Pattern.compile(".+\\.[2-9]");
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
            columns.add(
                    OUTPUT.matcher(name).matches()
                            ? Label.Margin.OUTPUT
                            : cell(Label.split(name, source.place()), options));
        }
        List<Label> rows = new ArrayList<>();
        for (WideTable.Row row : table.rows()) {
            rows.add(row(row.labels().getFirst(), "%s, line %d".formatted(source.place(), row.line()), options));
        }
        Set<String> merged = new TreeSet<>();
        Assembly assembly = new Assembly(
                source.place(),
                List.of(new Block(table, rows, columns)),
                economy -> {
                    if (PART.matcher(economy).matches()) {
                        merged.add(economy);
                        return Objects.requireNonNull(WHOLE.get(economy.substring(0, 2)));
                    }
                    return economy;
                },
                item -> options.keepParts() && LATER_PART.matcher(item).matches());
        List<String> notes = notes(assembly, merged, options.keepParts());
        int year = Publication.year(options, source.name());
        return Worlds.of(assembly, publication(assembly), options, year, notes, new Parted(names));
    }

    private static Label row(String name, String place, ImportOptions options) {
        if (OUTPUT.matcher(name).matches()) {
            return Label.Margin.OUTPUT;
        }
        return PRIMARY.matcher(name).matches() ? Label.Margin.PRIMARY_INPUT : cell(Label.split(name, place), options);
    }

    /** With parts kept, the sectors of the second part of an economy have a code of their own: {@code C26.2} of CN2. */
    private static Label.Cell cell(Label.Cell cell, ImportOptions options) {
        boolean apart = options.keepParts()
                && PART.matcher(cell.economy()).matches()
                && !cell.economy().endsWith("1");
        return apart
                ? new Label.Cell(
                        cell.economy(), cell.item() + "." + cell.economy().charAt(2))
                : cell;
    }

    private static List<String> notes(Assembly assembly, Set<String> merged, boolean kept) {
        List<String> notes = new ArrayList<>();
        if (!merged.isEmpty()) {
            String parts = String.join(", ", merged);
            notes.add(
                    kept
                            ? "The processing and other parts %s of China and Mexico stay apart through the inverse, as in the OECD's own indicators: the sectors of a second part are those that end in .2."
                                    .formatted(parts)
                            : "The processing and other parts %s of China and Mexico are merged into CHN and MEX before the inverse: value added in trade differs, by some tenths of a per cent, from the OECD's own indicators, which keep them apart ('world import icio --keep-parts' does so too)."
                                    .formatted(parts));
        }
        long sectors = assembly.sectors().stream()
                .filter(code -> !LATER_PART.matcher(code).matches())
                .count();
        Edition.of(assembly.sectors())
                .ifPresentOrElse(
                        edition -> {
                            if (assembly.economies().size() != edition.economies || sectors != edition.sectors) {
                                notes.add(
                                        "The table has %d economies and %d sectors; the %s edition was published with %d and %d."
                                                .formatted(
                                                        assembly.economies().size(),
                                                        sectors,
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

    /** The sector of a later part is called as that of the first one. */
    private record Parted(SourceNames names) implements Naming {
        @Override
        public Economy economy(String code) {
            return names.economy(code);
        }

        @Override
        public Sector sector(String code) {
            if (!LATER_PART.matcher(code).matches()) {
                return names.sector(code);
            }
            Sector first = names.sector(code.substring(0, code.length() - 2));
            return new Sector(code, "", "%s, part %s".formatted(first.name(), code.substring(code.length() - 1)));
        }

        @Override
        public FinalUse finalUse(String code) {
            return names.finalUse(code);
        }
    }
}
