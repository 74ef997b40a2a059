package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * World Input-Output Database, releases 2013 and 2016: the published workbook as xlsx or saved as CSV (codes, names,
 * economies and numbers in four lines above and four columns beside), and the table of the R files saved as CSV
 * (columns {@code AUS1}, {@code AUS2} ... beside {@code IndustryCode, IndustryDescription, Country, RNr, Year}).
 */
final class Wiod {
    static final int LABELS = 4;
    private static final Pattern ITEM = Pattern.compile("[cr](\\d+)");
    private static final Pattern R_COLUMN = Pattern.compile("([A-Za-z]{3})(\\d+)");
    private static final Set<String> NO_ECONOMY = Set.of("", "TOT", "Total");
    private static final int LAST_SECTOR_2013 = 35;
    private static final int LAST_SECTOR_2016 = 56;
    static final List<String> USES = List.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT");
    private static final List<Integer> FIRST_USES_2013 = List.of(37, 38, 39, 41, 42);

    private Wiod() {}

    static boolean fits(List<List<String>> head) {
        return headerLines(head).isPresent() || !head.isEmpty() && isFromR(head.getFirst());
    }

    private static boolean isFromR(List<String> header) {
        return header.contains("IndustryCode") && header.contains("RNr") && header.contains("Country");
    }

    /** How many lines stand above the first row: the last one holds c1, c2, ... */
    static OptionalInt headerLines(List<List<String>> head) {
        for (int line = 0; line < head.size(); line++) {
            List<String> fields = head.get(line);
            if (fields.size() > LABELS + 1
                    && fields.get(LABELS).equals("c1")
                    && fields.get(LABELS + 1).equals("c2")) {
                return OptionalInt.of(line + 1);
            }
        }
        return OptionalInt.empty();
    }

    static World read(Source source, ImportOptions options, SourceNames names) {
        if (!isWorkbook(source)) {
            List<String> first = WideTable.head(source, ',', 1, 1 << 20).getFirst();
            if (isFromR(first)) {
                return readFromR(source, first, options, names);
            }
        }
        return readSheet(source, sheet(source), options, names);
    }

    /** The first sheet of a workbook, or that sheet saved as CSV. */
    static WideTable sheet(Source source) {
        if (isWorkbook(source)) {
            return Xlsx.read(source, LABELS);
        }
        int lines = headerLines(WideTable.head(source, ',', 8, 1 << 20)).orElseThrow();
        return WideTable.read(source, new WideTable.Layout(',', lines, LABELS));
    }

    private static boolean isWorkbook(Source source) {
        return source.extension().equals("xlsx");
    }

    private static World readSheet(Source source, WideTable table, ImportOptions options, SourceNames names) {
        List<String> economies = table.header().get(table.header().size() - 2);
        List<String> items = table.header().getLast();
        List<Label> columns = new ArrayList<>();
        for (int c = LABELS; c < items.size(); c++) {
            columns.add(column(c < economies.size() ? economies.get(c) : "", items.get(c)));
        }
        return assemble(source, table, columns, new int[] {0, 1, 2, 3}, options, names);
    }

    private static World readFromR(Source source, List<String> header, ImportOptions options, SourceNames names) {
        int labels = header.indexOf("Year") + 1;
        WideTable table = WideTable.read(source, new WideTable.Layout(',', 1, labels));
        List<Label> columns = new ArrayList<>();
        for (String name : header.subList(labels, header.size())) {
            Matcher parts = R_COLUMN.matcher(name);
            columns.add(parts.matches() ? column(parts.group(1), "c" + parts.group(2)) : Label.Margin.OUTPUT);
        }
        int[] where = {
            header.indexOf("IndustryCode"),
            header.indexOf("IndustryDescription"),
            header.indexOf("Country"),
            header.indexOf("RNr")
        };
        return assemble(source, table, columns, where, options, names);
    }

    private static Label column(String economy, String item) {
        return NO_ECONOMY.contains(economy) ? Label.Margin.OUTPUT : new Label.Cell(economy, number(item));
    }

    private static String number(String item) {
        Matcher matcher = ITEM.matcher(item);
        return matcher.matches() ? matcher.group(1) : item;
    }

    /** @param where the label columns of code, name, economy and number */
    private static World assemble(
            Source source,
            WideTable table,
            List<Label> columns,
            int[] where,
            ImportOptions options,
            SourceNames names) {
        List<Label> rows = new ArrayList<>();
        Map<String, Sector> sectors = new HashMap<>();
        for (WideTable.Row row : table.rows()) {
            String economy = row.labels().get(where[2]);
            if (NO_ECONOMY.contains(economy)) {
                rows.add(margin(row.labels().get(where[0]), row.labels().get(where[1])));
            } else {
                String number = number(row.labels().get(where[3]));
                rows.add(new Label.Cell(economy, number));
                Sector sector = new Sector(
                        "c" + number, row.labels().get(where[0]), row.labels().get(where[1]));
                sectors.putIfAbsent(number, sector);
            }
        }
        Assembly assembly = new Assembly(source.place(), List.of(new Block(table, rows, columns)), names::economyCode);
        int last = sectors.keySet().stream()
                .mapToInt(n -> numberOf(n, source))
                .max()
                .orElse(0);
        boolean release2016 = last > LAST_SECTOR_2013;
        List<String> notes = new ArrayList<>();
        if (last != LAST_SECTOR_2013 && last != LAST_SECTOR_2016) {
            notes.add("The table has %d sectors; the releases were published with 35 (2013) and 56 (2016)."
                    .formatted(assembly.sectors().size()));
        }
        return Worlds.of(
                assembly,
                publication(release2016),
                options,
                year(source, table, options),
                notes,
                new Numbered(names, sectors, release2016));
    }

    private static int numberOf(String text, Source source) {
        if (!text.matches("\\d{1,3}")) {
            throw InputException.data(
                    source.place() + ": a row has no number",
                    "r1, r2, ... beside the economy",
                    "'" + text + "'",
                    "the label columns were moved.");
        }
        return Integer.parseInt(text);
    }

    private static Label.Margin margin(String code, String name) {
        if (code.equals("GO") || name.startsWith("Output at basic prices")) {
            return Label.Margin.OUTPUT;
        }
        return code.equals("II_fob") || name.startsWith("Total intermediate")
                ? Label.Margin.IGNORED
                : Label.Margin.PRIMARY_INPUT;
    }

    /** The year that was asked for, that of the title cell, or that of the name: WIOT2014_..., wiot11_... */
    private static int year(Source source, WideTable table, ImportOptions options) {
        Matcher shortName = Pattern.compile("(?i)wiot(\\d\\d)_.*").matcher(source.name());
        if (options.year().isEmpty() && shortName.matches()) {
            int year = Integer.parseInt(shortName.group(1));
            return year + (year > 50 ? 1900 : 2000);
        }
        Matcher longName = Pattern.compile("(?i)wiot(\\d{4}).*").matcher(source.name());
        if (options.year().isEmpty() && longName.matches()) {
            return Integer.parseInt(longName.group(1));
        }
        String title = table.header().getFirst().getFirst();
        return Publication.year(options, Publication.lastYear(title).isPresent() ? title : source.name());
    }

    private static Publication publication(boolean release2016) {
        return new Publication(
                "World input-output table, WIOD %s release".formatted(release2016 ? "2016" : "2013"),
                Unit.MILLION_USD,
                release2016
                        ? "World Input-Output Database, 2016 release; Timmer, Los, Stehrer & de Vries (2016), GGDC "
                                + "research memorandum 162"
                        : "World Input-Output Database, 2013 release; Timmer, Dietzenbacher, Los, Stehrer & de Vries "
                                + "(2015), Review of International Economics 23(3), 575-605",
                "CC BY 4.0, as its site states",
                "gross output minus intermediate purchases, so it holds taxes less subsidies on products and transport "
                        + "margins too",
                List.of());
    }

    /** Sectors go by the names beside their rows, final uses by their place behind the last sector. */
    private record Numbered(SourceNames names, Map<String, Sector> sectors, boolean release2016) implements Naming {
        @Override
        public Economy economy(String code) {
            return names.economy(code);
        }

        @Override
        public Sector sector(String number) {
            return Objects.requireNonNull(sectors.get(number));
        }

        @Override
        public FinalUse finalUse(String number) {
            int at = release2016
                    ? number.matches("5[7-9]|6[01]") ? Integer.parseInt(number) - LAST_SECTOR_2016 - 1 : -1
                    : number.matches("\\d{2}") ? FIRST_USES_2013.indexOf(Integer.parseInt(number)) : -1;
            return at >= 0 ? FinalUse.of(USES.get(at)) : FinalUse.of("c" + number);
        }
    }
}
