package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * A system as pymrio saves it, and EXIOBASE 3, which is published so: {@code Z} (or {@code A} with {@code x}), {@code Y},
 * {@code x} and {@code unit} as tab-separated text or parquet, two header lines and two label columns each.
 */
final class Pymrio {
    private static final int INDEX_COLUMNS = 2;

    private final String place;
    private final Map<String, Source> files;
    private final String base;

    private Pymrio(List<Source> sources, String place) {
        this.place = place;
        Source anchor = anchor(sources)
                .orElseThrow(() -> InputException.data(
                        place + " holds no system",
                        "Z.txt (or A.txt), Y.txt and unit.txt, or the same as parquet",
                        String.join(
                                ", ",
                                sources.stream().limit(8).map(Source::name).toList()),
                        "the folder with the files is inside this one."));
        this.base = anchor.folder();
        this.files = sources.stream()
                .filter(s -> s.folder().equals(base))
                .collect(Collectors.toMap(Source::name, s -> s, (a, b) -> a));
    }

    private static Optional<Source> anchor(List<Source> sources) {
        return sources.stream()
                .filter(s -> s.name().matches("[ZA]\\.(txt|parquet)"))
                .filter(s -> sources.stream()
                        .anyMatch(y -> y.folder().equals(s.folder()) && y.name().startsWith("Y.")))
                .findFirst();
    }

    static boolean fits(List<Source> sources) {
        return anchor(sources).isPresent();
    }

    /** Whether the economies and the unit are those of EXIOBASE. */
    static boolean isExiobase(List<Source> sources) {
        Optional<Source> unit = anchor(sources)
                .flatMap(a -> sources.stream()
                        .filter(s -> s.folder().equals(a.folder()) && s.name().equals("unit.txt"))
                        .findFirst());
        return unit.isPresent()
                && WideTable.head(unit.get(), '\t', 3, 1 << 16).stream()
                        .anyMatch(line -> line.size() == 3 && line.get(2).equals("M.EUR"));
    }

    static World readExiobase(List<Source> sources, String place, ImportOptions options, SourceNames names) {
        Pymrio system = new Pymrio(sources, place);
        Publication publication = new Publication(
                "EXIOBASE 3, " + system.kind(),
                Unit.MILLION_EUR,
                "EXIOBASE 3; Stadler et al. (2018), Journal of Industrial Ecology 22(3), 502-515",
                "see the release on Zenodo: CC BY-SA 4.0 since version 3.9, earlier ones CC BY-NC or on request",
                "gross output minus intermediate purchases at basic prices: value added plus taxes less subsidies on "
                        + "products",
                List.of());
        return system.read(publication, options, code -> exiobaseEconomy(code, names), new Exiobase(names));
    }

    static World read(List<Source> sources, String place, ImportOptions options, SourceNames names) {
        Pymrio system = new Pymrio(sources, place);
        Unit unit = system.unit();
        Publication publication = new Publication(
                "System saved by pymrio",
                unit,
                "saved by pymrio; see the source of the system",
                "as the source of the system",
                "gross output minus intermediate purchases",
                List.of());
        return system.read(publication, options, UnaryOperator.identity(), names);
    }

    private World read(Publication publication, ImportOptions options, UnaryOperator<String> economyOf, Naming naming) {
        publication.rate(place, options); // refused before the long read
        String name = place.substring(place.replace('\\', '/').lastIndexOf('/') + 1);
        int year = Publication.year(options, base + " " + name);
        List<String> notes = new ArrayList<>();
        WideTable y = matrix("Y").orElseThrow(() -> missing("Y"));
        Optional<WideTable> z = matrix("Z");
        Optional<Map<List<String>, Double>> x = vector("x");
        WideTable flows = z.orElseGet(() -> {
            WideTable a = matrix("A").orElseThrow(() -> missing("Z or A"));
            notes.add(
                    x.isPresent()
                            ? "Z is A times gross output x: the file holds coefficients only."
                            : "Gross output is x = L y, and Z is A times x: the file holds coefficients and final demand only.");
            multiply(a, x.orElseGet(() -> Coefficients.output(place, a, y)));
            return a;
        });
        Assembly assembly = new Assembly(place, List.of(block(flows), block(y)), economyOf);
        x.ifPresent(assembly::stateOutput);
        vector("rounding").ifPresent(assembly::stateRounding);
        return Worlds.of(assembly, publication, options, year, notes, naming);
    }

    static Block block(WideTable table) {
        List<List<String>> header = table.header();
        List<Label> columns = new ArrayList<>();
        for (int c = 2; c < header.getFirst().size(); c++) {
            columns.add(new Label.Cell(header.get(0).get(c), header.get(1).get(c)));
        }
        List<Label> rows = new ArrayList<>();
        for (WideTable.Row row : table.rows()) {
            rows.add(new Label.Cell(row.labels().get(0), row.labels().get(1)));
        }
        return new Block(table, rows, columns);
    }

    /** Makes Z = A · diag(x) of A, in its place. */
    static void multiply(WideTable a, Map<List<String>, Double> x) {
        List<List<String>> header = a.header();
        double[] output = new double[header.getFirst().size() - 2];
        for (int j = 0; j < output.length; j++) {
            output[j] = x.getOrDefault(
                    List.of(header.get(0).get(j + 2), header.get(1).get(j + 2)), Double.NaN);
        }
        for (WideTable.Row row : a.rows()) {
            for (int j = 0; j < output.length; j++) {
                row.values()[row.from() + j] *= output[j];
            }
        }
    }

    private Optional<WideTable> matrix(String name) {
        return table(name, true);
    }

    private Optional<Map<List<String>, Double>> vector(String name) {
        return table(name, false)
                .map(table -> table.rows().stream()
                        .collect(Collectors.toMap(WideTable.Row::labels, row -> row.value(0), (a, b) -> b)));
    }

    private Optional<WideTable> table(String name, boolean matrix) {
        Source text = files.get(name + ".txt");
        if (text != null) {
            int header = matrix ? headerLines(text) : 1;
            return Optional.of(WideTable.read(text, new WideTable.Layout('\t', header, INDEX_COLUMNS)));
        }
        Source parquet = files.get(name + ".parquet");
        return parquet == null ? Optional.empty() : Optional.of(Parquet.read(parquet, matrix));
    }

    /** Two lines of labels, and a third with the names of the index columns where they have names. */
    private static int headerLines(Source text) {
        List<List<String>> head = WideTable.head(text, '\t', 3, 1 << 24);
        List<String> third = head.size() > 2 ? head.get(2) : List.of();
        boolean named = third.size() > INDEX_COLUMNS && third.get(INDEX_COLUMNS).isEmpty();
        return named ? 3 : 2;
    }

    /** The one unit of all industries. */
    private Unit unit() {
        Set<String> words = new LinkedHashSet<>();
        Source text = files.get("unit.txt");
        if (text != null) {
            WideTable.head(text, '\t', Integer.MAX_VALUE, 1 << 26).stream()
                    .skip(1)
                    .map(List::getLast)
                    .forEach(words::add);
        } else if (files.containsKey("unit.parquet")) {
            words.addAll(Parquet.texts(files.get("unit.parquet"), "unit"));
        } else {
            throw missing("unit");
        }
        Set<Unit> units = new LinkedHashSet<>();
        words.forEach(word -> units.add(Unit.parse(word).orElseThrow(() -> noSingleUnit(words))));
        if (units.size() != 1) {
            throw noSingleUnit(words);
        }
        return units.iterator().next();
    }

    private InputException noSingleUnit(Set<String> words) {
        boolean several = words.size() > 1;
        return InputException.data(
                place + (several ? ": the flows have no single unit" : ": the unit of the flows is not known"),
                "one unit of money in unit.txt, such as M.EUR, '000 USD or million JPY",
                words.isEmpty() ? "no line" : String.join(", ", words),
                several
                        ? "it is a hybrid table, in tonnes and joules beside money: take the monetary one."
                        : "it is another way of writing money: put 'million USD' in unit.txt if that is what the flows are.");
    }

    private String kind() {
        Unit unit = unit();
        if (!unit.equals(Unit.MILLION_EUR)) {
            throw InputException.data(
                    place + " is not EXIOBASE",
                    "M.EUR in unit.txt",
                    unit.toString(),
                    "it is another system saved by pymrio: you meant format pymrio.");
        }
        return files.values().stream().anyMatch(s -> s.name().equals("products.txt")) || place.contains("pxp")
                ? "product by product"
                : "industry by industry";
    }

    private InputException missing(String name) {
        return InputException.data(
                place + ": a part of the system is missing",
                name + " as .txt or .parquet",
                String.join(", ", files.keySet()),
                "the archive was unpacked in part.");
    }

    static String exiobaseEconomy(String code, SourceNames names) {
        return code.matches("W[ALEFM]") ? "W" + code : names.economyCode(code);
    }

    /** Short codes for the words that EXIOBASE has for final uses. */
    record Exiobase(SourceNames names) implements Naming {
        private static final Map<String, String> USES = Map.of(
                "Final consumption expenditure by households", "HFCE",
                "Final consumption expenditure by non-profit organisations serving households (NPISH)", "NPISH",
                "Final consumption expenditure by government", "GGFC",
                "Gross fixed capital formation", "GFCF",
                "Changes in inventories", "INVNT");

        @Override
        public Economy economy(String code) {
            return names.economy(code);
        }

        @Override
        public Sector sector(String code) {
            return new Sector(code, "", code);
        }

        @Override
        public FinalUse finalUse(String code) {
            if (code.equals("Changes in valuables")) {
                return new FinalUse("VALUABLES", code, true);
            }
            return code.startsWith("Export")
                    ? new FinalUse("EXPORT", code, false)
                    : names.finalUse(USES.getOrDefault(code, code));
        }
    }
}
