package org.jiritsu.world.internal.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ObjDoubleConsumer;
import org.jiritsu.base.InputException;
import org.jiritsu.world.About;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.LongTable;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;

/** Finds the file to read in what was named, and the reader for it. */
public final class TableReaders {
    private static final int HEAD = 1 << 20;

    private TableReaders() {}

    public static World read(TableFormat format, Path path, ImportOptions options) {
        List<Source> sources = Source.in(path, options.progress());
        requireFormat(format, path, sources);
        SourceNames names = new SourceNames();
        return switch (format) {
            case ICIO -> Icio.read(one(sources, path, options), options, names);
            case WIOD -> Wiod.read(one(sources, path, options), options, names);
            case ADB -> Adb.read(one(sources, path, options), options, names);
            case FIGARO -> Figaro.read(one(sources, path, options), options, names);
            case EXIOBASE ->
                Exiobase12.fits(sources)
                        ? Exiobase12.read(sources, path.toString(), options, names)
                        : Pymrio.readExiobase(sources, path.toString(), options, names);
            case EORA26 -> Eora26.read(sources, path.toString(), options, names);
            case PYMRIO -> Pymrio.read(sources, path.toString(), options, names);
            case CP1993 -> CaliendoParroTable.read(path, options);
            case LONG -> readLong(path, options, names);
        };
    }

    private static World readLong(Path path, ImportOptions options, SourceNames names) {
        Publication publication = new Publication(
                "Table in the long form",
                Unit.MILLION_USD,
                "not stated",
                "not stated",
                "gross output minus intermediate purchases",
                List.of("The unit is taken to be million USD."));
        publication.rate(path.toString(), options);
        int year = Publication.year(options, path.getFileName().toString());
        World world =
                readLong(path, publication.about(options, year, List.of()), LongTable.Names.NONE, options.progress());
        return Worlds.renamed(world, names);
    }

    public static World readLong(Path path, About about, LongTable.Names names, ObjDoubleConsumer<String> progress) {
        List<Source> sources = Source.in(path, progress);
        requireNoZip(path, sources);
        if (Files.isDirectory(path) || sources.size() != 1) {
            requireNoOther(TableFormat.LONG, path.toString(), sources);
            throw InputException.use(
                    path + (Files.isDirectory(path) ? " is a folder" : " is not one file"),
                    "one CSV file of from,to,value",
                    sources.size() + " files",
                    "the file lies inside it.");
        }
        return LongTableReader.read(sources.getFirst(), about, names);
    }

    private static void requireFormat(TableFormat format, Path path, List<Source> sources) {
        if (sources.stream().anyMatch(s -> s.extension().equals("xlsb"))) {
            throw InputException.data(
                    path + ": binary workbooks cannot be read",
                    "xlsx or CSV",
                    "xlsb",
                    "a spreadsheet can save it as .xlsx or .csv: 'soffice --convert-to xlsx FILE' does it too.");
        }
        Optional<TableFormat> found = sniff(sources);
        boolean sameFiles =
                (format == TableFormat.EXIOBASE || format == TableFormat.PYMRIO) && !Exiobase12.fits(sources);
        boolean fits = found.isPresent()
                && (found.get() == format
                        || sameFiles && (found.get() == TableFormat.EXIOBASE || found.get() == TableFormat.PYMRIO));
        boolean ownWords =
                format == TableFormat.WIOD && found.isEmpty() && sources.size() == 1 && isWorkbook(sources.getFirst());
        if (!fits && !ownWords) {
            requireNoOther(format, path.toString(), sources);
            requireNoZip(path, sources);
            throw InputException.data(
                    "%s is not laid out as format %s".formatted(path, format),
                    layout(format),
                    sources.stream().anyMatch(TableReaders::isWorkbook)
                            ? "a workbook that is laid out in another way"
                            : "a layout that is not known",
                    sources.stream().anyMatch(TableReaders::isWorkbook)
                            ? "its table can be saved as CSV in one of the layouts of docs/formats.md."
                            : sources.stream().anyMatch(TableReaders::hasSemicolons)
                                    ? "a spreadsheet wrote ';' between the fields: save it with ','."
                                    : "it is another table, or its first lines were changed: see docs/formats.md.");
        }
    }

    private static boolean isWorkbook(Source source) {
        return source.extension().equals("xlsx");
    }

    private static void requireNoZip(Path path, List<Source> sources) {
        List<String> inner = sources.stream()
                .map(Source::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".zip"))
                .toList();
        if (!inner.isEmpty()) {
            boolean folder = Files.isDirectory(path);
            throw InputException.data(
                    "%s holds %s, not a table".formatted(path, inner.size() == 1 ? "another zip" : "other zips"),
                    "a table as CSV or xlsx, or a zip of it",
                    String.join(", ", inner),
                    folder
                            ? "the zip itself is wanted: name %s.".formatted(path.resolve(inner.getLast()))
                            : "unpack %s first, and name %s then.".formatted(path.getFileName(), inner.getLast()));
        }
    }

    private static boolean hasSemicolons(Source source) {
        if (!source.extension().equals("csv")) {
            return false;
        }
        List<List<String>> head = WideTable.head(source, ';', 1, HEAD);
        return !head.isEmpty() && head.getFirst().size() > 3;
    }

    /**
     * @throws InputException if the layout is that of another format, naming it
     */
    static void requireNoOther(TableFormat format, String place, List<Source> sources) {
        Optional<TableFormat> found = sniff(sources).filter(other -> other != format);
        if (found.isPresent()) {
            throw InputException.use(
                    "%s is not laid out as format %s".formatted(place, format),
                    layout(format),
                    "the layout of " + found.get(),
                    "you meant format " + found.get() + ".");
        }
    }

    private static String layout(TableFormat format) {
        return "the layout of " + format + " in docs/formats.md";
    }

    public static Optional<TableFormat> sniff(Path path) {
        return sniff(Source.in(path));
    }

    private static Optional<TableFormat> sniff(List<Source> sources) {
        if (Pymrio.fits(sources)) {
            return Optional.of(Pymrio.isExiobase(sources) ? TableFormat.EXIOBASE : TableFormat.PYMRIO);
        }
        if (Exiobase12.fits(sources)) {
            return Optional.of(TableFormat.EXIOBASE);
        }
        if (Eora26.fits(sources)) {
            return Optional.of(TableFormat.EORA26);
        }
        if (CaliendoParroTable.fits(sources)) {
            return Optional.of(TableFormat.CP1993);
        }
        return sources.stream()
                .map(TableReaders::sniff)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<TableFormat> sniff(Source source) {
        if (isWorkbook(source)) {
            return sniffSheet(Xlsx.head(source));
        }
        if (!source.extension().equals("csv")) {
            return Optional.empty();
        }
        List<List<String>> head = WideTable.head(source, ',', 8, HEAD);
        if (!head.isEmpty() && LongTableReader.isHeader(head.getFirst()) || LongTableReader.hasSemicolons(source)) {
            return Optional.of(TableFormat.LONG);
        }
        Optional<TableFormat> sheet = sniffSheet(head);
        if (sheet.isPresent()) {
            return sheet;
        }
        if (Figaro.fits(head)) {
            return Optional.of(TableFormat.FIGARO);
        }
        return Icio.fits(head) ? Optional.of(TableFormat.ICIO) : Optional.empty();
    }

    private static Optional<TableFormat> sniffSheet(List<List<String>> head) {
        return !Wiod.fits(head) ? Optional.empty() : Optional.of(Adb.fits(head) ? TableFormat.ADB : TableFormat.WIOD);
    }

    /** The only table, or that of the year that was asked for. */
    private static Source one(List<Source> sources, Path path, ImportOptions options) {
        List<Source> tables = sources.stream()
                .filter(s -> List.of("csv", "xlsx").contains(s.extension()))
                .toList();
        List<Source> ofYear = tables.size() < 2 || options.year().isEmpty()
                ? tables
                : tables.stream()
                        .filter(s -> Publication.lastYear(s.name()).equals(options.year()))
                        .toList();
        if (ofYear.size() == 1) {
            return ofYear.getFirst();
        }
        OptionalInt year = options.year();
        throw InputException.use(
                "%s does not hold one table".formatted(path),
                year.isPresent() ? "one file of the year " + year.getAsInt() : "one file, or a year to choose by",
                tables.isEmpty()
                        ? "no table"
                        : String.join(", ", tables.stream().map(Source::name).toList()),
                whichYear(tables, year));
    }

    private static String whichYear(List<Source> tables, OptionalInt year) {
        IntSummaryStatistics years = tables.stream()
                .map(s -> Publication.lastYear(s.name()))
                .flatMapToInt(OptionalInt::stream)
                .summaryStatistics();
        if (tables.isEmpty()) {
            return "the table is in a folder inside this one: name that one.";
        }
        if (years.getCount() < tables.size() || years.getMin() == years.getMax()) {
            return "unpack it and name the file that you want.";
        }
        return year.isPresent()
                ? "that year is in another archive: this one goes from %d to %d."
                        .formatted(years.getMin(), years.getMax())
                : "say which one: --year %d.".formatted(years.getMax());
    }
}
