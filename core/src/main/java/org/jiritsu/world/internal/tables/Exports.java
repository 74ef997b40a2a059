package org.jiritsu.world.internal.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.InputException;
import org.jiritsu.world.World;

/** Writes a world in the layouts that other tools read. */
public final class Exports {
    private Exports() {}

    /** @throws InputException if there is something at the place already */
    private static void writeNew(Path place, AtomicWrite.Writer writer) {
        if (Files.exists(place)) {
            throw InputException.use(
                    "There is something at this place already",
                    "a new file or folder",
                    place.toString(),
                    "remove it first, or choose another name.");
        }
        try {
            AtomicWrite.write(place, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + place, e);
        }
    }

    /** Lines of from,to,value; gzipped if the name ends in .gz. */
    public static void csv(World world, Path file) {
        boolean gzip = file.toString().endsWith(".gz");
        writeNew(file, target -> longForm(world, target, gzip));
    }

    public static void parquet(World world, Path file) {
        writeNew(file, target -> {
            Path lines = target.resolveSibling(target.getFileName() + ".csv");
            try {
                longForm(world, lines, false);
                toParquet(lines, target);
            } finally {
                Files.deleteIfExists(lines);
            }
        });
    }

    private static void toParquet(Path lines, Path target) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    COPY (SELECT * FROM read_csv(%s, header = true,
                        columns = {'from': 'VARCHAR', 'to': 'VARCHAR', 'value': 'DOUBLE'}))
                    TO %s (FORMAT parquet, COMPRESSION zstd)""".formatted(quoted(lines.toString()), quoted(target.toString())));
        } catch (SQLException e) {
            throw new IOException("Cannot write parquet", e);
        }
    }

    /** A text in the words of SQL. */
    static String quoted(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    private static void longForm(World world, Path target, boolean gzip) throws IOException {
        try (BufferedWriter out = writer(target, gzip)) {
            out.write("from,to,value\n");
            for (int i = 0; i < world.size(); i++) {
                double[] row = Cells.row(world, i);
                for (int c = 0; c < row.length; c++) {
                    // Zeros are left out, but for those from which a reader learns the labels and their order.
                    if (row[c] != 0 || c == i || i == 0 && c >= world.size()) {
                        line(out, world.label(i), Cells.label(world, c), row[c]);
                    }
                }
            }
            for (int i = 0; i < world.size(); i++) {
                line(out, "OUT", world.label(i), world.output(i));
            }
            double[] rounding = world.rounding();
            for (int i = 0; i < rounding.length; i++) {
                line(out, "ROUNDING", world.label(i), rounding[i]);
            }
        }
    }

    private static void line(BufferedWriter out, String from, String to, double value) throws IOException {
        out.write(field(from) + "," + field(to) + "," + number(value) + "\n");
    }

    private static String field(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The shortest text that reads back to the same bits; whole numbers without a point. */
    static String number(double value) {
        return value == (long) value && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    private static BufferedWriter writer(Path target, boolean gzip) throws IOException {
        OutputStream out = Files.newOutputStream(target);
        return new BufferedWriter(
                new OutputStreamWriter(gzip ? new GZIPOutputStream(out, 1 << 16) : out, StandardCharsets.UTF_8),
                1 << 16);
    }

    /** A folder that {@code pymrio.load_all} opens, as text or as parquet. */
    public static void pymrio(World world, Path folder, boolean parquet) {
        writeNew(folder, target -> {
            PymrioWriter writer = new PymrioWriter(world, target);
            if (parquet) {
                writer.parquet();
            } else {
                writer.text();
            }
        });
    }
}
