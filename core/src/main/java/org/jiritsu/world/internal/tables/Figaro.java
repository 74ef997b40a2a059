package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.World;

/**
 * Eurostat FIGARO inter-country input-output tables: the matrix layout ({@code rowLabels}, a column {@code DE_C20} an
 * industry, rows {@code W2_...} of primary inputs below) and the flat layouts (one line a cell), of the files
 * and of Eurostat's database (SDMX-CSV).
 */
final class Figaro {
    private static final Pattern EDITION = Pattern.compile("_(\\d\\d)ed_");
    static final String OUTSIDE = "W2"; // the counterpart of primary inputs

    private Figaro() {}

    static boolean fits(List<List<String>> head) {
        return !head.isEmpty() && (isFlat(head.getFirst()) || isMatrix(head.getFirst()));
    }

    private static boolean isFlat(List<String> header) {
        return FlatTable.columns(header).isPresent();
    }

    private static boolean isMatrix(List<String> header) {
        return header.size() > 2
                && header.getFirst().equalsIgnoreCase("rowLabels")
                && header.get(1).contains("_");
    }

    static World read(Source source, ImportOptions options, SourceNames names) {
        List<String> notes = new ArrayList<>();
        boolean flat = isFlat(WideTable.head(source, ',', 1, 1 << 20).getFirst());
        FlatTable.Dated dated = flat
                ? FlatTable.read(source, options.year(), notes)
                : new FlatTable.Dated(WideTable.read(source, new WideTable.Layout(',', 1, 1)), OptionalInt.empty());
        WideTable table = dated.table();
        List<String> header = table.header().getFirst();
        List<Label> columns = new ArrayList<>();
        for (String name : header.subList(1, header.size())) {
            columns.add(Label.split(name, source.place()));
        }
        List<Label> rows = new ArrayList<>();
        for (WideTable.Row row : table.rows()) {
            Label.Cell cell = Label.split(row.labels().getFirst(), "%s, line %d".formatted(source.place(), row.line()));
            rows.add(cell.economy().equals(OUTSIDE) ? Label.Margin.PRIMARY_INPUT : cell);
        }
        Assembly assembly = new Assembly(source.place(), List.of(new Block(table, rows, columns)), names::economyCode);
        int year = dated.year().orElseGet(() -> Publication.year(options, source.name()));
        return Worlds.of(assembly, publication(source, assembly), options, year, notes, names);
    }

    private static Publication publication(Source source, Assembly assembly) {
        Matcher matcher = EDITION.matcher(source.name());
        String edition = matcher.find() ? "20" + matcher.group(1) + " edition" : "unknown edition";
        boolean products = assembly.sectors().getFirst().startsWith("CPA_");
        return new Publication(
                "Eurostat FIGARO inter-country input-output tables, %s by %s, %s"
                        .formatted(products ? "product" : "industry", products ? "product" : "industry", edition),
                Unit.MILLION_EUR,
                "Eurostat, FIGARO, EU inter-country supply, use and input-output tables (naio_10_fcp), " + edition,
                "Eurostat: reuse with the source named, as Eurostat states",
                "gross output minus intermediate purchases at basic prices: value added plus taxes less subsidies on "
                        + "products and purchases of residents abroad",
                List.of());
    }
}
