package org.jiritsu.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import picocli.CommandLine.Option;

/** How every command gives its result. */
final class Output {
    /** Longer results are cut on a terminal; files are always whole. */
    private static final int SHOWN = 40;

    /** Letters: dates, versions and the made-up names of temporary files name no kind of file. */
    private static final Pattern KIND_OF_FILE = Pattern.compile("[a-z]{2,7}");

    private static final Set<String> TEXT = Set.of("txt", "text", "log", "out");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv, json, parquet or xlsx (default: by the ending of -o; table without one or for "
                    + ".txt)")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write to this file instead of the terminal")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--bom", description = "begin CSV with a byte-order mark, by which Excel knows UTF-8")
    private boolean bom;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "only the first N rows, 0 for all (default: all; " + SHOWN + " in the table format)")
    private Optional<Integer> top = Optional.empty();

    /** The rows asked for, as they were said. */
    Optional<Integer> top() {
        return top;
    }

    void give(Table table) throws IOException {
        give(Answer.of(table, Provenance.of()));
    }

    void give(Answer answer) throws IOException {
        Format chosen = require();
        int usual = chosen == Format.TABLE && file.isEmpty() ? SHOWN : Integer.MAX_VALUE;
        Answer shown =
                answer.top(top.map(rows -> rows == 0 ? Integer.MAX_VALUE : rows).orElse(usual));
        if (file.isPresent()) {
            chosen.write(shown, file.get(), first());
        } else {
            print(
                    first(),
                    chosen,
                    shown,
                    answer.table().rows().size() - shown.table().rows().size());
        }
    }

    /**
     * Meets what cannot be given before anything is worked out for it.
     *
     * @return the form that was asked for
     * @throws InputException if there is none, or nowhere to put it
     */
    Format require() {
        if (top.isPresent() && top.get() < 0) {
            throw InputException.use(
                    "--top: this number is out of range",
                    "a whole number of at least 0",
                    top.get().toString(),
                    "you meant " + -top.get() + ".");
        }
        if (file.isPresent() && Files.isDirectory(file.get())) {
            throw InputException.use(
                    "-o names a folder",
                    "a file",
                    file.get().toString(),
                    "you meant '-o " + file.get().resolve("result.csv") + "'.");
        }
        Optional<Format> ending = byEnding();
        if (format.isPresent() && ending.isPresent() && !ending.equals(format)) {
            throw InputException.use(
                    "-o and --format name two formats",
                    "one of them, or the same",
                    "-o %s --format %s".formatted(file.orElseThrow(), name(format.get())),
                    "--format can be left out: the ending of the file says it.");
        }
        if (format.isEmpty() && ending.isEmpty()) {
            requireText();
        }
        Format chosen = format.or(() -> ending).orElse(Format.TABLE);
        if (bom && chosen != Format.CSV) {
            throw InputException.use(
                    "--bom is for CSV",
                    "--format csv, or a file that ends in .csv",
                    name(chosen),
                    chosen == Format.XLSX
                            ? "--bom can be left out: Excel reads xlsx as it is."
                            : "add '--format csv'.");
        }
        if (file.isEmpty() && !chosen.isText()) {
            throw InputException.use(
                    "This format cannot be printed on a terminal",
                    "-o FILE with --format " + name(chosen),
                    "no -o",
                    "add '-o result." + name(chosen) + "'.");
        }
        return chosen;
    }

    private Optional<Format> byEnding() {
        return Arrays.stream(Format.values())
                .filter(each -> name(each).equals(ending()))
                .findFirst();
    }

    /** What follows the last dot of the file's name, in lower case; empty without one. */
    private String ending() {
        String name = file.map(Path::getFileName).map(Path::toString).orElse("");
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** A text table in a file whose ending promises something else would be met only when that file is opened. */
    private void requireText() {
        if (!KIND_OF_FILE.matcher(ending()).matches() || TEXT.contains(ending())) {
            return;
        }
        List<String> formats = Arrays.stream(Format.values())
                .filter(each -> each != Format.TABLE)
                .map(Output::name)
                .toList();
        String path = file.orElseThrow().toString();
        String stem = path.substring(0, path.length() - ending().length());
        throw InputException.use(
                "-o names a kind of file that is not written",
                ".%s, or .txt for the table as it is shown".formatted(String.join(", .", formats)),
                path,
                "you meant '-o %s%s'; with --format any name can be given."
                        .formatted(stem, NearestWord.of(ending(), formats).orElse("csv")));
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private byte[] first() {
        return bom ? Format.byteOrderMark() : new byte[0];
    }

    private static void print(byte[] first, Format format, Answer answer, int left) throws IOException {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        out.write(first);
        format.print(answer, out);
        out.flush();
        if (left > 0 && format == Format.TABLE) {
            System.err.println("(" + left + " more rows: --top 0 shows all)");
        }
    }
}
