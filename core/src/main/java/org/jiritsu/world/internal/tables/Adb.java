package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * Multiregional tables of the Asian Development Bank, as a workbook or its sheet saved as CSV: laid out as WIOD's, with
 * economies and {@code c1} ... {@code c35}, {@code F1} ... {@code F5} above, the same beside the rows, and totals
 * {@code r60} ... {@code r69} below.
 */
final class Adb {
    private static final int NAME = 1;
    private static final int ECONOMY = 2;
    private static final int ITEM = 3;
    private static final List<String> USES = List.of("F1", "F2", "F3", "F4", "F5");

    /** The bank's own codes of economies. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("BAN", "BGD"),
            Map.entry("BHU", "BTN"),
            Map.entry("BRU", "BRN"),
            Map.entry("CAM", "KHM"),
            Map.entry("CRO", "HRV"),
            Map.entry("DEN", "DNK"),
            Map.entry("FIJ", "FJI"),
            Map.entry("GER", "DEU"),
            Map.entry("INO", "IDN"),
            Map.entry("IRE", "IRL"),
            Map.entry("KUW", "KWT"),
            Map.entry("MAL", "MYS"),
            Map.entry("MLD", "MDV"),
            Map.entry("MON", "MNG"),
            Map.entry("NEP", "NPL"),
            Map.entry("NET", "NLD"),
            Map.entry("PHI", "PHL"),
            Map.entry("POR", "PRT"),
            Map.entry("PRC", "CHN"),
            Map.entry("SIN", "SGP"),
            Map.entry("SPA", "ESP"),
            Map.entry("SRI", "LKA"),
            Map.entry("SWI", "CHE"),
            Map.entry("TAP", "TWN"),
            Map.entry("UAE", "ARE"),
            Map.entry("UKG", "GBR"),
            Map.entry("VIE", "VNM"));

    private Adb() {}

    static boolean fits(List<List<String>> head) {
        return head.stream().anyMatch(line -> line.containsAll(List.of("c1", "F1")));
    }

    static World read(Source source, ImportOptions options, SourceNames names) {
        WideTable table = Wiod.sheet(source);
        List<Label> columns = columns(table);
        Map<String, Sector> sectors = new HashMap<>();
        List<Label> rows = new ArrayList<>();
        for (WideTable.Row row : table.rows()) {
            String economy = row.labels().get(ECONOMY);
            String item = row.labels().get(ITEM);
            boolean isCell = !economy.isEmpty() && !isTotal(economy);
            rows.add(isCell ? new Label.Cell(economy, item) : margin(item));
            if (isCell) {
                sectors.putIfAbsent(item, new Sector(item, "", row.labels().get(NAME)));
            }
        }
        List<String> notes = new ArrayList<>();
        int blanks = fillBlanks(table, rows, columns);
        if (blanks > 0) {
            notes.add(blanks + " cells are blank in the file; they count as zero.");
        }
        Assembly assembly = new Assembly(
                source.place(),
                List.of(new Block(table, rows, columns)),
                code -> CODES.getOrDefault(code, names.economyCode(code)));
        return Worlds.of(
                assembly, publication(), options, year(source, table, options), notes, new Named(names, sectors));
    }

    /** Cells up to the first total, which is output; what stands behind it is not of the table. */
    private static List<Label> columns(WideTable table) {
        List<String> economies = table.header().get(table.header().size() - 2);
        List<String> items = table.header().getLast();
        List<Label> columns = new ArrayList<>();
        boolean inside = true;
        for (int c = Wiod.LABELS; c < items.size(); c++) {
            String economy = c < economies.size() ? economies.get(c) : "";
            boolean isItem = USES.contains(items.get(c)) || items.get(c).matches("c\\d+");
            if (inside && isItem && !economy.isEmpty() && !isTotal(economy)) {
                columns.add(new Label.Cell(economy, items.get(c)));
            } else {
                columns.add(inside ? Label.Margin.OUTPUT : Label.Margin.IGNORED);
                inside = false;
            }
        }
        return columns;
    }

    private static boolean isTotal(String economy) {
        return economy.toUpperCase(Locale.ROOT).startsWith("TOT");
    }

    /** Output r69; r60 sums purchases; the others are taxes, margins and value added; lines without a code are notes. */
    private static Label.Margin margin(String item) {
        return switch (item) {
            case "r69" -> Label.Margin.OUTPUT;
            case "r60", "" -> Label.Margin.IGNORED;
            default -> Label.Margin.PRIMARY_INPUT;
        };
    }

    private static int fillBlanks(WideTable table, List<Label> rows, List<Label> columns) {
        int blanks = 0;
        for (int r = 0; r < rows.size(); r++) {
            WideTable.Row row = table.rows().get(r);
            for (int c = 0; c < columns.size() && rows.get(r) instanceof Label.Cell; c++) {
                if (columns.get(c) instanceof Label.Cell && Double.isNaN(row.value(c))) {
                    row.values()[row.from() + c] = 0;
                    blanks++;
                }
            }
        }
        return blanks;
    }

    /** The year that was asked for, that of the name, or that of a title. */
    private static int year(Source source, WideTable table, ImportOptions options) {
        Optional<String> title = table.header().stream()
                .flatMap(List::stream)
                .filter(cell -> Publication.lastYear(cell).isPresent())
                .findFirst();
        boolean named = Publication.lastYear(source.name()).isPresent();
        return Publication.year(options, named ? source.name() : title.orElse(source.name()));
    }

    private static Publication publication() {
        return new Publication(
                "Multiregional input-output table, Asian Development Bank",
                Unit.MILLION_USD,
                "Asian Development Bank, Multiregional Input-Output Database",
                "as stated on kidb.adb.org",
                "gross output minus intermediate purchases, so it holds taxes less subsidies on products and transport "
                        + "margins too",
                List.of());
    }

    /** Sectors go by the names beside their rows, final uses in the order of WIOD's. */
    private record Named(SourceNames names, Map<String, Sector> sectors) implements Naming {
        @Override
        public Economy economy(String code) {
            return names.economy(code);
        }

        @Override
        public Sector sector(String code) {
            return Objects.requireNonNull(sectors.get(code));
        }

        @Override
        public FinalUse finalUse(String code) {
            return FinalUse.of(Wiod.USES.get(USES.indexOf(code)));
        }
    }
}
