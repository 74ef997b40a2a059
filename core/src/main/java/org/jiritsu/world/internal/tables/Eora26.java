package org.jiritsu.world.internal.tables;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * Eora26 at basic prices: {@code Eora26_2015_bp_T.txt}, {@code _FD.txt} and {@code _VA.txt} hold numbers only; what their
 * rows and columns are stands in {@code labels_T.txt} and {@code labels_FD.txt}, of the same place or of {@code indices.zip}.
 */
final class Eora26 {
    private static final Pattern FLOWS = Pattern.compile("Eora26_(\\d{4})_bp_T\\.txt");
    private static final Pattern ARCHIVE = Pattern.compile("Eora26_\\d{4}_bp\\.zip|indices\\.zip");
    private static final Unit THOUSAND_USD = new Unit(3, "USD");

    /** Holds the statistical discrepancies: it has one sector, and makes nothing. */
    private static final String DISCREPANCY = "ROW";

    private final String place;
    private final List<Source> sources;
    private final String prefix;
    private final int year;

    private Eora26(String place, List<Source> sources, Source flows) {
        this.place = place;
        this.sources = sources;
        this.prefix = flows.name().substring(0, flows.name().length() - "T.txt".length());
        this.year = year(flows);
    }

    static boolean fits(List<Source> sources) {
        return opened(sources).anyMatch(s -> FLOWS.matcher(s.name()).matches());
    }

    /** The files, those in the zips of a folder and those of indices.zip beside a zip among them. */
    private static Stream<Source> opened(List<Source> sources) {
        return sources.stream()
                .flatMap(s -> s.member().isEmpty() && ARCHIVE.matcher(s.name()).matches()
                        ? Source.in(s.file(), s.progress()).stream()
                        : Stream.of(s));
    }

    private static int year(Source flows) {
        Matcher name = FLOWS.matcher(flows.name());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    static World read(List<Source> sources, String place, ImportOptions options, SourceNames names) {
        List<Source> files = new ArrayList<>(opened(sources).toList());
        sources.stream()
                .filter(s -> !s.member().isEmpty())
                .map(s -> s.file().resolveSibling("indices.zip"))
                .filter(Files::isRegularFile)
                .distinct()
                .forEach(indices -> files.addAll(Source.in(indices)));
        return new Eora26(place, files, flows(files, place, options)).read(options, names);
    }

    private static Source flows(List<Source> files, String place, ImportOptions options) {
        List<Source> all = files.stream()
                .filter(s -> FLOWS.matcher(s.name()).matches())
                .filter(s ->
                        options.year().isEmpty() || year(s) == options.year().getAsInt())
                .toList();
        if (all.size() != 1) {
            List<String> years = files.stream()
                    .filter(s -> FLOWS.matcher(s.name()).matches())
                    .map(s -> "" + year(s))
                    .toList();
            throw InputException.use(
                    place + " does not hold one table",
                    "one year, or --year to choose by",
                    String.join(", ", years),
                    "say which one: --year %s.".formatted(years.getLast()));
        }
        return all.getFirst();
    }

    private World read(ImportOptions options, SourceNames names) {
        publication().rate(place, options); // refused before the long read
        Map<String, String> economies = new HashMap<>();
        List<Label> industries = labels("labels_T.txt", economies);
        List<Label> uses = labels("labels_FD.txt", economies);
        WideTable flows = numbers("T.txt", industries);
        WideTable demand = numbers("FD.txt", uses);
        requireRows(flows, industries);
        requireRows(demand, industries);
        List<String> notes = new ArrayList<>();
        notes.add(discrepancies(flows, demand, industries, uses));
        Assembly assembly = new Assembly(
                place,
                List.of(
                        new Block(flows, kept(industries), kept(industries)),
                        new Block(demand, kept(industries), kept(uses))),
                Eora26::code);
        return Worlds.of(assembly, publication(), options, year, notes, new Named(names, economies));
    }

    private static List<Label> kept(List<Label> labels) {
        return labels.stream()
                .map(label -> isDiscrepancy(label) ? Label.Margin.IGNORED : label)
                .toList();
    }

    private static boolean isDiscrepancy(Label label) {
        return label instanceof Label.Cell cell && cell.economy().equals(DISCREPANCY);
    }

    /** What is left out, for the notes. */
    private String discrepancies(WideTable flows, WideTable demand, List<Label> industries, List<Label> uses) {
        CompensatedSum bought = new CompensatedSum();
        CompensatedSum sold = new CompensatedSum();
        add(flows, industries, industries, bought, sold);
        add(demand, industries, uses, bought, sold);
        return String.format(
                Locale.ROOT,
                "Eora's statistical discrepancies (%s) are left out: purchases of %.0f and sales of %.0f million USD. "
                        + "Output is what the others sell to each other.",
                DISCREPANCY,
                THOUSAND_USD.toMillionUsd(bought.value(), 1),
                THOUSAND_USD.toMillionUsd(sold.value(), 1));
    }

    private static void add(
            WideTable table, List<Label> rows, List<Label> columns, CompensatedSum bought, CompensatedSum sold) {
        for (int r = 0; r < rows.size(); r++) {
            boolean seller = isDiscrepancy(rows.get(r));
            for (int c = 0; c < columns.size(); c++) {
                if (seller) {
                    sold.add(table.rows().get(r).value(c));
                } else if (isDiscrepancy(columns.get(c))) {
                    bought.add(table.rows().get(r).value(c));
                }
            }
        }
    }

    /** Economy and item of each row or column: the second and fourth field; names of economies are the first. */
    private List<Label> labels(String name, Map<String, String> economies) {
        Source source = file(name);
        List<Label> labels = new ArrayList<>();
        for (List<String> line : WideTable.head(source, '\t', Integer.MAX_VALUE, 1 << 24)) {
            if (line.size() < 4) {
                throw InputException.data(
                        "%s, line %d: this is not a label of Eora26".formatted(source.place(), labels.size() + 1),
                        "economy, code, kind and name between tabs",
                        String.join(" ", line),
                        "the file was changed by hand: fetch it again.");
            }
            economies.putIfAbsent(code(line.get(1)), line.get(0));
            labels.add(new Label.Cell(line.get(1), line.get(3)));
        }
        return labels;
    }

    private WideTable numbers(String part, List<Label> columns) {
        List<String> header = columns.stream().map(Label::toString).toList();
        return WideTable.readNumbers(file(prefix + part), '\t', header);
    }

    private void requireRows(WideTable table, List<Label> rows) {
        if (table.rows().size() != rows.size()) {
            throw InputException.data(
                    table.place() + " has another number of rows than labels_T.txt",
                    rows.size() + " rows",
                    table.rows().size() + " rows",
                    "the file was cut off, or the labels are those of another release.");
        }
    }

    private Source file(String name) {
        Optional<Source> found =
                sources.stream().filter(s -> s.name().equals(name)).findFirst();
        return found.orElseThrow(() -> InputException.data(
                place + ": a part of Eora26 is missing",
                name,
                String.join(", ", sources.stream().limit(8).map(Source::name).toList()),
                name.startsWith("labels")
                        ? "the labels are in indices.zip: put it into the same folder."
                        : "the archive was unpacked in part."));
    }

    private static String code(String eora) {
        return switch (eora) {
            case "SUD" -> "SDN";
            case "SDS" -> "SSD";
            default -> eora;
        };
    }

    private static Publication publication() {
        return new Publication(
                "Eora26, basic prices",
                THOUSAND_USD,
                "Eora26; Lenzen, Moran, Kanemoto & Geschke (2013), Economic Systems Research 25(1), 20-49",
                "as stated on worldmrio.com: free for academic use, else by licence",
                "gross output minus intermediate purchases, so it holds taxes, subsidies and discrepancies too",
                List.of());
    }

    /** Economies go by Eora's names, sectors by their words; final uses have short codes. */
    private record Named(SourceNames names, Map<String, String> economies) implements Naming {
        private static final Map<String, String> USES =
                Map.of("P.3h", "HFCE", "P.3n", "NPISH", "P.3g", "GGFC", "P.51", "GFCF", "P.52", "INVNT");

        @Override
        public Economy economy(String code) {
            Economy known = names.economy(code);
            return known.name().equals(code) ? new Economy(code, economies.getOrDefault(code, code)) : known;
        }

        @Override
        public Sector sector(String code) {
            return new Sector(code, "", code);
        }

        @Override
        public FinalUse finalUse(String words) {
            String end = words.substring(words.lastIndexOf(' ') + 1);
            return end.equals("P.53")
                    ? new FinalUse("VALUABLES", words, true)
                    : names.finalUse(USES.getOrDefault(end, words));
        }
    }
}
