package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiritsu.base.InputException;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.World;

/**
 * EXIOBASE 1 and 2 as published: {@code mrIot...txt} (coefficients, or flows) and {@code mrFinalDemand...txt}, tab-separated,
 * with two header lines (economy, item) and label columns for economy, industry or product, and unit.
 */
final class Exiobase12 {
    private static final int YEAR_1 = 2000;
    private static final int YEAR_2 = 2007;

    private Exiobase12() {}

    static boolean fits(List<Source> sources) {
        return flows(sources).isPresent();
    }

    private static Optional<Source> flows(List<Source> sources) {
        return sources.stream()
                .filter(s -> s.name().matches("mrIot.*\\.txt"))
                .filter(s -> finalDemand(sources, s).isPresent())
                .findFirst();
    }

    private static Optional<Source> finalDemand(List<Source> sources, Source flows) {
        return sources.stream()
                .filter(s -> s.folder().equals(flows.folder()) && s.name().matches("mrFinalDemand.*\\.txt"))
                .findFirst();
    }

    static World read(List<Source> sources, String place, ImportOptions options, SourceNames names) {
        Source file = flows(sources).orElseThrow();
        boolean second = file.name().contains("version2");
        Publication publication = publication(second, place + " " + file.folder());
        publication.rate(place, options); // refused before the long read
        WideTable table = table(file);
        WideTable y = table(finalDemand(sources, file).orElseThrow());
        List<String> notes = new ArrayList<>();
        boolean coefficients = areCoefficients(table);
        if (coefficients) {
            notes.add(
                    "Gross output is x = L y, and Z is A times x: the file holds coefficients and final demand only.");
            Pymrio.multiply(table, Coefficients.output(place, table, y));
        }
        Assembly assembly = new Assembly(
                place,
                List.of(Pymrio.block(table), Pymrio.block(y)),
                code -> code.equals("WW") ? "ROW" : Pymrio.exiobaseEconomy(code, names));
        int year = options.year().orElse(second ? YEAR_2 : YEAR_1);
        return Worlds.of(assembly, publication, options, year, notes, new Pymrio.Exiobase(names));
    }

    private static Publication publication(boolean second, String path) {
        return new Publication(
                "EXIOBASE %d%s".formatted(second ? 2 : 1, kind(path)),
                Unit.MILLION_EUR,
                second
                        ? "EXIOBASE 2; Wood et al. (2015), Sustainability 7(1), 138-163"
                        : "EXIOBASE 1; Tukker et al. (2013), Economic Systems Research 25(1), 50-70",
                "as stated on exiobase.eu",
                "gross output minus intermediate purchases at basic prices: value added plus taxes less subsidies on "
                        + "products",
                List.of());
    }

    private static String kind(String path) {
        String words = path.toLowerCase(Locale.ROOT);
        boolean products = words.contains("pxp");
        return products == words.contains("ixi") ? "" : products ? ", product by product" : ", industry by industry";
    }

    /** A table with economy and item beside its rows; the unit, which stands third, is money in all rows or refused. */
    private static WideTable table(Source source) {
        List<String> first = WideTable.head(source, '\t', 1, 1 << 24).getFirst();
        int labels = 0;
        while (labels < first.size() && first.get(labels).isEmpty()) {
            labels++;
        }
        if (labels != 2 && labels != 3) {
            throw InputException.data(
                    source.place() + ": the header is not EXIOBASE's",
                    "two or three empty fields, then the economies",
                    labels + " empty fields",
                    "its first lines were changed: fetch it again.");
        }
        WideTable table = WideTable.read(source, new WideTable.Layout('\t', 2, labels));
        if (labels == 2) {
            return table;
        }
        List<WideTable.Row> rows = new ArrayList<>();
        for (WideTable.Row row : table.rows()) {
            requireMoney(source, row);
            rows.add(new WideTable.Row(row.line(), row.labels().subList(0, 2), row.values(), row.from()));
        }
        List<List<String>> header = table.header().stream()
                .map(line -> line.subList(1, line.size()))
                .toList();
        return new WideTable(table.place(), header, rows);
    }

    private static void requireMoney(Source source, WideTable.Row row) {
        String unit = row.labels().getLast();
        boolean money = Unit.parse(unit.split("/", 2)[0])
                .filter(Unit.MILLION_EUR::equals)
                .isPresent();
        if (!money && !unit.isEmpty()) {
            throw InputException.data(
                    "%s, line %d: a row in another unit".formatted(source.place(), row.line()),
                    "M.EUR",
                    unit,
                    "it is a hybrid table, in tonnes and joules beside money: take the monetary one.");
        }
    }

    /** Whether most columns sum to less than one, as no flows in million EUR do. */
    private static boolean areCoefficients(WideTable table) {
        double[] sums = new double[table.header().getFirst().size() - 2];
        for (WideTable.Row row : table.rows()) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += row.value(c);
            }
        }
        return Arrays.stream(sums).filter(sum -> sum < 1).count() > sums.length / 2;
    }
}
