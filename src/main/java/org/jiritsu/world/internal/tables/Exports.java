package org.jiritsu.world.internal.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.jiritsu.world.World;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a world in the layouts that other tools read. */
public final class Exports {
    private Exports() {}

    /** Lines of from,to,value; gzipped if the name ends in .gz. */
    public static void csv(World world, Path file) {
        boolean gzip = file.toString().endsWith(".gz");
        Beside.write(file, target -> longForm(world, target, gzip));
    }

    public static void parquet(World world, Path file) {
        Beside.write(file, target -> {
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
                    COPY (SELECT * FROM read_csv('%s', header = true,
                        columns = {'from': 'VARCHAR', 'to': 'VARCHAR', 'value': 'DOUBLE'}))
                    TO '%s' (FORMAT parquet, COMPRESSION zstd)""".formatted(quoted(lines), quoted(target)));
        } catch (SQLException e) {
            throw new IOException("Cannot write parquet", e);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
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
        }
    }

    private static void line(BufferedWriter out, String from, String to, double value) throws IOException {
        out.write(field(from) + "," + field(to) + "," + number(value) + "\n");
    }

    private static String field(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The shortest text that reads back to the same bits; whole numbers without a point. */
    private static String number(double value) {
        return value == (long) value && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    private static BufferedWriter writer(Path target, boolean gzip) throws IOException {
        OutputStream out = Files.newOutputStream(target);
        return new BufferedWriter(new OutputStreamWriter(gzip ? new GZIPOutputStream(out, 1 << 16) : out,
                StandardCharsets.UTF_8), 1 << 16);
    }

    /** A folder that {@code pymrio.load_all} opens. */
    public static void pymrio(World world, Path folder) {
        Beside.write(folder, target -> {
            Files.createDirectory(target);
            int n = world.size();
            List<String> sectors = world.sectors().stream().map(s -> s.code()).toList();
            List<String> uses = world.finalUses().stream().map(u -> u.code()).toList();
            double[] flows = new double[n];
            matrix(world, target.resolve("Z.txt"), "sector", sectors, i -> {
                world.readZ(i, flows);
                return flows;
            });
            matrix(world, target.resolve("Y.txt"), "category", uses, i -> {
                double[] row = Cells.row(world, i);
                return java.util.Arrays.copyOfRange(row, n, row.length);
            });
            vector(world, target.resolve("x.txt"), "indout", i -> number(world.output(i)));
            vector(world, target.resolve("unit.txt"), "unit", i -> "million USD");
            Files.writeString(target.resolve("file_parameters.json"), json(parameters()));
            Files.writeString(target.resolve("metadata.json"), json(metadata(world)));
        });
    }

    private static void matrix(World world, Path file, String level, List<String> items, IntFunction<double[]> rows)
            throws IOException {
        try (BufferedWriter out = writer(file, false)) {
            out.write("region\t");
            for (int c = 0; c < world.economyCount() * items.size(); c++) {
                out.write("\t" + world.economies().get(c / items.size()).code());
            }
            out.write("\n" + level + "\t");
            for (int c = 0; c < world.economyCount() * items.size(); c++) {
                out.write("\t" + items.get(c % items.size()));
            }
            out.write("\nregion\tsector" + "\t".repeat(world.economyCount() * items.size()) + "\n");
            for (int i = 0; i < world.size(); i++) {
                out.write(index(world, i));
                for (double value : rows.apply(i)) {
                    out.write('\t');
                    out.write(number(value));
                }
                out.write('\n');
            }
        }
    }

    private static void vector(World world, Path file, String name, IntFunction<String> values) throws IOException {
        try (BufferedWriter out = writer(file, false)) {
            out.write("region\tsector\t" + name + "\n");
            for (int i = 0; i < world.size(); i++) {
                out.write(index(world, i) + "\t" + values.apply(i) + "\n");
            }
        }
    }

    private static String index(World world, int i) {
        return world.economies().get(world.economyOf(i)).code() + "\t" + world.sectors().get(world.sectorOf(i)).code();
    }

    private static Map<String, Object> parameters() {
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("Z", file("Z.txt", 2));
        files.put("Y", file("Y.txt", 2));
        files.put("x", file("x.txt", 1));
        files.put("unit", file("unit.txt", 1));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("files", files);
        parameters.put("systemtype", "IOSystem");
        return parameters;
    }

    private static Map<String, String> file(String name, int headerLines) {
        Map<String, String> file = new LinkedHashMap<>();
        file.put("name", name);
        file.put("nr_index_col", "2");
        file.put("nr_header", Integer.toString(headerLines));
        return file;
    }

    private static Map<String, Object> metadata(World world) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("description", world.about().title() + ". " + world.about().source());
        metadata.put("name", world.id());
        metadata.put("system", "IxI");
        metadata.put("version", Integer.toString(world.about().year()));
        metadata.put("history", world.about().notes());
        return metadata;
    }

    private static String json(Map<String, Object> content) {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(content) + "\n";
    }
}
