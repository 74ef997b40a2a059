package org.jiritsu.app;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jiritsu.study.Format;
import org.jiritsu.study.Table;
import org.jiritsu.world.InputException;
import picocli.CommandLine.Option;

/** How every command gives its result. */
final class Output {
    /** Longer results are cut on a terminal; files are always whole. */
    private static final int SHOWN = 40;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv, json, parquet or xlsx (default: by the ending of -o, else table)")
    private Optional<Format> format = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "write to this file instead of the terminal")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "only the first N rows, 0 for all (default: all; " + SHOWN + " in the table format)")
    private Optional<Integer> top = Optional.empty();

    /** The rows asked for, where a search should stop early; {@code otherwise} if not said. */
    int top(int otherwise) {
        return top.map(t -> t == 0 ? Integer.MAX_VALUE : t).orElse(otherwise);
    }

    /** The rows asked for. */
    Table cut(Table table, int otherwise) {
        requireTop();
        return table.top(top(otherwise));
    }

    /** @throws InputException if a number of rows was asked for that cannot be */
    void requireTop() {
        if (top.isPresent() && top.get() < 0) {
            throw InputException.use("--top cannot be below zero", "0 for all rows, or a number of rows",
                    top.get().toString(), "you meant " + -top.get() + ".");
        }
    }

    void give(Table table) throws IOException {
        if (file.isPresent() && Files.isDirectory(file.get())) {
            throw InputException.use("-o names a folder", "a file", file.get().toString(),
                    "you meant '-o " + file.get().resolve("result.csv") + "'.");
        }
        Optional<Format> ending = byEnding();
        if (format.isPresent() && ending.isPresent() && !ending.equals(format)) {
            throw InputException.use("-o and --format name two formats", "one of them, or the same",
                    "-o %s --format %s".formatted(file.orElseThrow(), name(format.get())),
                    "--format can be left out: the ending of the file says it.");
        }
        Format chosen = format.or(() -> ending).orElse(Format.TABLE);
        Table shown = cut(table, chosen == Format.TABLE && file.isEmpty() ? SHOWN : Integer.MAX_VALUE);
        if (file.isPresent()) {
            chosen.write(shown, file.get());
        } else if (chosen.isText()) {
            print(chosen, shown, table.rows().size() - shown.rows().size());
        } else {
            throw InputException.use("This format cannot be printed on a terminal",
                    "-o FILE with --format " + name(chosen), "no -o",
                    "add '-o result." + name(chosen) + "'.");
        }
    }

    private Optional<Format> byEnding() {
        String path = file.map(Path::toString).orElse("").toLowerCase(Locale.ROOT);
        return Arrays.stream(Format.values()).filter(each -> path.endsWith("." + name(each))).findFirst();
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static void print(Format format, Table table, int left) throws IOException {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        format.print(table, out);
        out.flush();
        if (left > 0 && format == Format.TABLE) {
            System.err.println("(" + left + " more rows: --top 0 shows all)");
        }
    }
}
