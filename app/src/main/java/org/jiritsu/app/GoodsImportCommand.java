package org.jiritsu.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.goods.GoodsImport;
import org.jiritsu.goods.GoodsStore;
import org.jiritsu.goods.HsRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "goods-import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring in a year of goods trade, whole or not at all (docs/methods/goods.md).",
            "FORMAT: baci (BACI_HS17_Y2024_V202601.csv as published), or table (CSV with the columns"
                    + " year,exporter,importer,good,kusd,tonnes)."
        })
final class GoodsImportCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("baci", "table");
    private static final int NAMED = 5;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "the layout of the file")
    private String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "a CSV file, plain or gzipped")
    private Path file = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "ID",
            description = "the name to keep it under (default of baci: baci- and the revision)")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--revision",
            paramLabel = "HS17",
            description = "the revision of its codes, if the file's name does not say it")
    private Optional<String> revision = Optional.empty();

    @Option(names = "--year", paramLabel = "YEAR", description = "the year, if the file's name does not say it")
    private Optional<Integer> year = Optional.empty();

    @Option(names = "--edition", paramLabel = "TEXT", description = "the edition of the source")
    private Optional<String> edition = Optional.empty();

    @Option(
            names = "--countries",
            paramLabel = "CSV",
            description = "BACI's list of countries, if the file uses numbers that the bundled list lacks")
    private Optional<Path> countries = Optional.empty();

    @Option(names = "--keep-unknown", description = "keep goods that the revision's list does not hold")
    private boolean keepUnknown;

    @Option(names = "--replace", description = "replace the year if it is held already")
    private boolean replace;

    @Override
    public Integer call() {
        if (!FORMATS.contains(format.toLowerCase(Locale.ROOT))) {
            throw InputException.use(
                    "Jiritsu does not know this layout of goods trade",
                    "one of " + String.join(", ", FORMATS),
                    format,
                    "you meant " + NearestWord.of(format, FORMATS).orElse("baci") + ".");
        }
        GoodsStore store = GoodsStore.open(Places.root().resolve("data"), Places.home());
        GoodsImport.Options options = new GoodsImport.Options(
                name,
                revision.map(HsRevision::of),
                year.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                edition,
                countries,
                keepUnknown,
                replace);
        GoodsImport.Report report = format.equalsIgnoreCase("baci")
                ? GoodsImport.baci(store, file, options)
                : GoodsImport.table(store, file, options);
        tell(report);
        return 0;
    }

    private static void tell(GoodsImport.Report report) {
        System.err.printf(
                Locale.ROOT,
                "%s %d in %s: %,d flows of %,d goods among %,d economies, %,.0f million USD, %,.0f thousand tonnes, kept in"
                        + " %s%n",
                report.dataset(),
                report.year(),
                report.revision(),
                report.rows(),
                report.goods(),
                report.economies(),
                report.kusd() / 1000,
                report.tonnes() / 1000,
                report.file());
        System.err.printf(Locale.ROOT, "Flows without tonnes: %,d%n", report.withoutTonnes());
        if (!report.codesChecked()) {
            System.err.println("Note: the list of " + report.revision() + " is not bundled: codes were not checked.");
        }
        note("Codes that the revision's list does not hold", report.unknownGoods());
        note(
                "Economies of BACI's list that neither buy nor sell here (many: the file may be cut short)",
                report.absent());
    }

    private static void note(String what, List<String> all) {
        if (!all.isEmpty()) {
            System.err.printf(
                    "Note: %s: %d, such as %s%n",
                    what, all.size(), String.join(", ", all.subList(0, Math.min(NAMED, all.size()))));
        }
    }
}
